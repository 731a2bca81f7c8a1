"""The baseline projection (`projection/1`): what if nothing were done differently?

Centre by Theil and Sen, and an 80 % band that takes in the prediction interval
of a straight line as well as a random walk with drift, since a few points
cannot tell which of them the series is. Source: the public methods page,
section "baseline projection".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from truenorth.reportcard.forecast import Band, bands
from truenorth.reportcard.model import Definition, Observation, ProjectionPoint
from truenorth.reportcard.periods import shifted
from truenorth.reportcard.runs import UNKNOWN_PERIOD_YEARS
from truenorth.reportcard.scale import bounds, printed_step
from truenorth.reportcard.series import Summary
from truenorth.reportcard.trend import one_a_year

METHOD = "projection/1"
COVER = 0.80
LEAST_POINTS = 5
HORIZON, LONG_HORIZON = 3, 5
LONG_RUN = 8
LOGGED = frozenset({"count", "rate", "currency", "days"})
Scale = Literal["logit", "log", "linear"]


@dataclass(frozen=True)
class Projection:
    """The years ahead, from the figures in `inputs`, on the scale they were computed on.

    `points` are in the unit, by year, each with its band; none for the reason in
    `why_none`.
    """

    points: tuple[ProjectionPoint, ...]
    inputs: tuple[Observation, ...]
    scale: Scale
    why_none: Literal["too_few_figures", "beyond_reckoning"] | None = None
    method: str = METHOD

    @property
    def data_through(self) -> str | None:
        """The last period whose figure was used."""
        return self.inputs[-1].period if self.inputs else None


def project(summary: Summary, periods: int | None = None) -> Projection:
    """The projection of a series from its comparable run.

    `periods` ahead: 3 at most, 5 from eight figures on, the most unless given.
    Values and band stop at the natural bounds. No errors.
    """
    definition = summary.indicator.definition
    inputs = one_a_year(summary.comparable)
    values = [o.value for o in inputs]
    scale = scale_of(definition, values)
    if len(inputs) < LEAST_POINTS:
        return Projection((), inputs, scale, "too_few_figures")
    most = LONG_HORIZON if len(inputs) >= LONG_RUN else HORIZON
    ahead = range(1, min(most if periods is None else periods, most) + 1)
    step = _years_a_period(inputs, definition)
    half = printed_step(definition, values) / 2
    fitted = [(o.end / step, onto(o.value, scale, half)) for o in inputs]
    ahead_bands = bands(fitted, ahead, COVER)
    if not all(map(_is_whole, ahead_bands)):
        return Projection((), inputs, scale, "beyond_reckoning")
    latest = inputs[-1]
    lowest, highest = bounds(definition)
    points = tuple(
        ProjectionPoint(
            shifted(latest.period, step * k) or str(latest.end + step * k),
            latest.end + step * k,
            *(min(max(back(x, scale), lowest), highest) for x in (found.centre, *found.ends)),
        )
        for k, found in zip(ahead, ahead_bands, strict=True)
    )
    return Projection(points, inputs, scale)


def scale_of(definition: Definition, values: Sequence[float]) -> Scale:
    """Logit for percents of a whole, log for counts and rates, else the values themselves."""
    if definition.unit == "percent" and all(0 <= value <= 100 for value in values):
        return "logit" if bounds(definition)[1] <= 100 else "linear"
    if definition.unit in LOGGED and all(value >= 0 for value in values):
        return "log"
    return "linear"


def onto(value: float, scale: Scale, half: float) -> float:
    """A value on the scale; one at a bound is first moved inside by `half` a printed unit."""
    if scale == "logit":
        inside = min(max(value, half), 100 - half)
        return math.log(inside / (100 - inside))
    if scale == "log":
        return math.log(max(value, half))
    return value


def back(level: float, scale: Scale) -> float:
    """From the scale to the unit."""
    if scale == "logit":
        return 100 / (1 + math.exp(-level)) if level > -700 else 0.0
    if scale == "log":
        return math.exp(min(level, 700.0))
    return level


def _is_whole(band: Band) -> bool:
    """Whether floats could hold it."""
    return all(map(math.isfinite, (band.centre, *band.ends)))


def _years_a_period(inputs: Sequence[Observation], definition: Definition) -> int:
    """How many years lie between a period and the next that does not overlap it."""
    if definition.period_kind not in ("multi_year", "unknown"):
        return 1
    steps = [b.end - a.end for a, b in zip(inputs, inputs[1:], strict=False)]
    return min(steps, default=UNKNOWN_PERIOD_YEARS)
