"""Which points a line may join.

    next to each other, same run            a solid line
    a longer step than the series' usual    a thin dashed one: no year between was measured
    a period without a figure between       nothing
    a break between                         nothing

The usual step is the median one, so a survey of every second year is solid.
Where there is only one step there is no usual one, and more than a year is dashed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import Any, Literal

from truenorth.charts.request import Point

Kind = Literal["solid", "bridge"]


@dataclass(frozen=True)
class Stretch:
    """Two points or more that one line joins."""

    kind: Kind
    points: tuple[Point, ...]


def in_order(points: Sequence[Point]) -> list[Point]:
    """The points by year; those of one year stay as they were given."""
    return sorted(points, key=lambda point: point.x)


def with_figure(points: Sequence[Point]) -> list[Point]:
    """The points that have a value, by year."""
    return [point for point in in_order(points) if point.y is not None]


def stretches(points: Sequence[Point]) -> list[Stretch]:
    """The lines to be drawn, from left to right."""
    usual = _usual_step(points)
    found: list[Stretch] = []
    for one, other in pairwise(in_order(points)):
        if one.y is None or other.y is None or one.run != other.run:
            continue
        kind: Kind = "bridge" if other.x - one.x > usual else "solid"
        if found and found[-1].kind == kind and found[-1].points[-1] is one:
            found[-1] = Stretch(kind, (*found[-1].points, other))
        else:
            found.append(Stretch(kind, (one, other)))
    return found


def line_rows(points: Sequence[Point], kind: Kind) -> list[dict[str, Any]]:
    """Rows for a line mark; `part` keeps the stretches apart."""
    return [
        {"x": point.x, "y": point.y, "part": part}
        for part, stretch in enumerate(stretches(points))
        if stretch.kind == kind
        for point in stretch.points
    ]


def band_rows(points: Sequence[Point]) -> list[dict[str, Any]]:
    """Rows for the band between confidence bounds, along solid lines only."""
    return [
        {"x": point.x, "low": point.low, "high": point.high, "part": part}
        for part, run in enumerate(_bounded(points))
        for point in run
    ]


def bar_rows(points: Sequence[Point]) -> list[dict[str, Any]]:
    """Rows for the confidence bounds of points that no band touches."""
    in_band = {id(point) for run in _bounded(points) for point in run}
    return [
        {"x": point.x, "low": point.low, "high": point.high}
        for point in with_figure(points)
        if _has_bounds(point) and id(point) not in in_band
    ]


def _bounded(points: Sequence[Point]) -> Iterator[list[Point]]:
    for stretch in stretches(points):
        if stretch.kind == "bridge":
            continue
        run: list[Point] = []
        for point in (*stretch.points, None):
            if point is not None and _has_bounds(point):
                run.append(point)
                continue
            if len(run) > 1:
                yield run
            run = []


def _has_bounds(point: Point) -> bool:
    return point.low is not None and point.high is not None


def _usual_step(points: Sequence[Point]) -> int:
    years = sorted({point.x for point in points})
    steps = [later - earlier for earlier, later in pairwise(years)]
    return median_low(steps) if len(steps) > 1 else 1
