"""How far off a straight line or a random walk may be some periods ahead."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from truenorth.reportcard.fit import Point, median, theil_sen
from truenorth.reportcard.student_t import quantile

Interval = tuple[float, float]


@dataclass(frozen=True)
class Band:
    """Where the value is expected, on the scale of the points; `ends` hold the centre."""

    centre: float
    ends: Interval


def bands(points: Sequence[Point], ahead: Sequence[float], cover: float) -> tuple[Band, ...]:
    """Centre and band so many periods after the last of at least three points, by time.

    Times are in periods. The band takes in both intervals, each with `cover`, and
    the centre. All is NaN where floats cannot hold it.
    """
    last = points[-1][0]
    slope = theil_sen(points) or 0.0
    level = theil_sen_line(points, slope, last)
    line, walk = least_squares(points), random_walk(points)
    return tuple(
        _union(level + slope * h, line.interval(last + h, cover), walk.interval(h, cover))
        for h in ahead
    )


def _union(centre: float, line: Interval, walk: Interval) -> Band:
    if not all(map(math.isfinite, (centre, *line, *walk))):
        return Band(math.nan, (math.nan, math.nan))
    return Band(centre, (min(centre, line[0], walk[0]), max(centre, line[1], walk[1])))


def theil_sen_line(points: Sequence[Point], slope: float, time: float) -> float:
    """The line of that slope through the median residual, at `time`."""
    return median(value - slope * (t - time) for t, value in points)


@dataclass(frozen=True)
class Line:
    """The least-squares line of `n` points; `sd` is that of what it leaves, `spread` of times."""

    n: int
    mean_time: float
    mean: float
    slope: float
    sd: float
    spread: float

    def interval(self, time: float, cover: float) -> Interval:
        """Where one new value lies at `time`, if errors are independent."""
        off = time - self.mean_time
        root = math.sqrt(1 + 1 / self.n + off * off / self.spread)
        half = quantile(0.5 + cover / 2, self.n - 2) * self.sd * root
        centre = self.mean + self.slope * off
        return centre - half, centre + half


def least_squares(points: Sequence[Point]) -> Line:
    """The line through at least three points of different times."""
    n = len(points)
    mean_time = sum(t for t, _ in points) / n
    mean = sum(value for _, value in points) / n
    spread = sum((t - mean_time) * (t - mean_time) for t, _ in points)
    slope = sum((t - mean_time) * (value - mean) for t, value in points) / spread
    residuals = [value - mean - slope * (t - mean_time) for t, value in points]
    sd = math.sqrt(sum(r * r for r in residuals) / (n - 2))
    return Line(n, mean_time, mean, slope, sd, spread)


@dataclass(frozen=True)
class Walk:
    """A random walk from its last value: `drift` and `sd` per period, from `steps` steps."""

    steps: int
    last: float
    drift: float
    sd: float

    def interval(self, ahead: float, cover: float) -> Interval:
        """Where it gets to; half-width t s sqrt(h + h^2 / k) for k steps, h ahead."""
        root = math.sqrt(ahead + ahead * ahead / self.steps)
        half = quantile(0.5 + cover / 2, self.steps - 1) * self.sd * root
        centre = self.last + self.drift * ahead
        return centre - half, centre + half


def random_walk(points: Sequence[Point]) -> Walk:
    """The walk through at least three points, by time.

    The drift is the mean step per period. What a step adds to it is divided by the
    root of the periods it took.
    """
    steps = [(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(points)]
    drift = (points[-1][1] - points[0][1]) / (points[-1][0] - points[0][0])
    shocks = [(step - drift * took) / math.sqrt(took) for step, took in steps]
    sd = math.sqrt(sum(shock * shock for shock in shocks) / (len(steps) - 1))
    return Walk(len(steps), points[-1][1], drift, sd)
