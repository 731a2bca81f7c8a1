"""A line through a few points: the slope by Theil and Sen, and the test that goes with it."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from truenorth.reportcard.mann_kendall import p_of_score, tie_pattern, untied_pairs

# A time in years and a value in the unit, in order of time and no time twice.
Point = tuple[float, float]
SIGNIFICANT = 12


@dataclass(frozen=True)
class Fit:
    """What a run of points says.

    `slope` is in the unit per year; `change` is the slope times the years from
    first to last. Of `pairs` of different values, `agreeing` move the way most
    do. `p` is exact and two-sided, `slope` None for fewer than two points.
    """

    n: int
    p: float
    slope: float | None
    change: float | None
    pairs: int
    agreeing: int


def fit(points: Sequence[Point]) -> Fit:
    """Slope and test of points in order of time, no time twice.

    Equal floats are ties (see `minus`).
    """
    ties = tie_pattern([value for _, value in points])
    pairs = untied_pairs(ties)
    slopes = _slopes(points)
    # Kendall's S: how many of the sorted slopes lie above 0, minus how many below.
    found = len(slopes) - bisect_right(slopes, 0.0) - bisect_left(slopes, 0.0)
    slope = _middle(slopes) if slopes else None
    change = None if slope is None else slope * (points[-1][0] - points[0][0])
    agreeing = (pairs + abs(found)) // 2
    return Fit(len(points), p_of_score(found, ties), slope, change, pairs, agreeing)


def theil_sen(points: Iterable[Point]) -> float | None:
    """The median of the slopes of all pairs, per year; None where there is no pair.

    Spacing is real time. Pairs of the same time have no slope and are left out.
    Source: Theil 1950, Sen 1968.
    """
    slopes = _slopes(points)
    return _middle(slopes) if slopes else None


def _slopes(points: Iterable[Point]) -> list[float]:
    """The slopes of all pairs of different times, in ascending order."""
    return sorted([(y - x) / (t - s) for (s, x), (t, y) in combinations(points, 2) if t != s])


def minus(a: float, b: float) -> float:
    """a - b without the dust of floats, so that equal differences are equal.

    Rounded to the twelfth significant digit of the larger of the two.
    """
    largest = max(abs(a), abs(b))
    found = a - b
    if not largest or not math.isfinite(found):
        return found
    return round(found, SIGNIFICANT - 1 - math.floor(math.log10(largest)))


def median(values: Iterable[float]) -> float:
    """The middle of some values (at least one), or the mean of the two in the middle."""
    return _middle(sorted(values))


def _middle(ordered: Sequence[float]) -> float:
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2
