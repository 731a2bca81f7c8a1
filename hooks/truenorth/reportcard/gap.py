"""One gap (`gap/1`): how far a group is from its reference, and what moved the gap.

Source: the public methods page, section "gaps between groups".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from truenorth.reportcard.fit import Point, fit, minus, theil_sen
from truenorth.reportcard.model import Definition, Indicator, Observation, Threshold
from truenorth.reportcard.runs import no_change_rule, thin
from truenorth.reportcard.scale import (
    can_judge,
    good_sign,
    judged,
    least_change,
    reaches,
)
from truenorth.reportcard.series import Series, settled_run
from truenorth.reportcard.trend import (
    LEAST_POINTS,
    judged_points,
    one_a_year,
    rests_on_latest,
    status_of,
)

METHOD = "gap/1"
GapStatus = Literal["not_assessed", "too_early", "closing", "widening", "no_clear_change"]
Driver = Literal[
    "focus_up", "focus_down", "reference_up", "reference_down", "both_up", "both_down",
    "focus_up_reference_down", "focus_down_reference_up", "unchanged",
]  # fmt: skip
_DRIVERS: dict[tuple[int, int], Driver] = {
    (1, 0): "focus_up", (-1, 0): "focus_down", (0, 1): "reference_up", (0, -1): "reference_down",
    (1, 1): "both_up", (-1, -1): "both_down", (1, -1): "focus_up_reference_down",
    (-1, 1): "focus_down_reference_up", (0, 0): "unchanged",
}  # fmt: skip
_WORDS: dict[str, GapStatus] = {
    "improving": "closing", "worsening": "widening", "no_clear_change": "no_clear_change",
}  # fmt: skip


@dataclass(frozen=True)
class GapYear:
    """Both figures of one period; `difference` is focus minus reference, in the unit.

    `size` is the difference without its sign; `ratio` is focus to reference, None
    where the reference is 0 or next to it.
    """

    focus: Observation
    reference: Observation
    difference: float
    size: float
    ratio: float | None


@dataclass(frozen=True)
class Gap:
    """A group against its reference, over the years that both have comparable figures.

    `latest` and `first` are None without any such year, `change` (of the size,
    negative where the gap got smaller) without a second one. `p`, `slope` and
    `fitted` (of the size, per year and over the run), `least_change`,
    `focus_change` and `reference_change` (fitted, of the values) and `driver`
    are None below five years. By a `no_change_rule` all of these are None, and from
    five years on nothing is assessed. `focus_is_worse_off`: in the latest year, None where
    neither is. `leveled_down`: it closes because the better-off one got
    worse, and the worse-off one did not get better.
    """

    focus: Series
    reference: Series
    years: tuple[GapYear, ...]
    status: GapStatus
    change: float | None = None
    focus_is_worse_off: bool | None = None
    p: float | None = None
    slope: float | None = None
    fitted: float | None = None
    least_change: float | None = None
    focus_change: float | None = None
    reference_change: float | None = None
    driver: Driver | None = None
    leveled_down: bool = False
    rests_on_latest: bool = False
    method: str = METHOD

    @property
    def n(self) -> int:
        """How many years both have figures for."""
        return len(self.years)

    @property
    def first(self) -> GapYear | None:
        return self.years[0] if self.years else None

    @property
    def latest(self) -> GapYear | None:
        return self.years[-1] if self.years else None

    @property
    def no_change_rule(self) -> Threshold | None:
        """The rule by which no change of the gap is given; None where it may be."""
        ends = (self.years[0], self.years[-1]) if self.n > 1 else ()
        return no_change_rule(*(o for year in ends for o in (year.focus, year.reference)))


def assess_gap(indicator: Indicator, focus: Series, reference: Series) -> Gap:
    """The gap of two series of one indicator. Always a status, never an error.

    Closing and widening are the trend rule on the sizes of the gap. A gap whose
    sign turns closes and opens again, so it is rarely either.
    """
    definition = indicator.definition
    years = common_years(indicator, focus, reference)
    if not years or not can_judge(definition):
        return Gap(focus, reference, years, "not_assessed")
    latest = years[-1]
    ahead = good_sign(definition) * minus(
        judged(latest.focus.value, definition), judged(latest.reference.value, definition)
    )
    change = minus(latest.size, years[0].size) if len(years) > 1 else None
    worse_off = None if ahead == 0 else ahead < 0
    early = Gap(focus, reference, years, "too_early", change, worse_off)
    if early.no_change_rule:
        status = "too_early" if len(years) < LEAST_POINTS else "not_assessed"
        return replace(early, status=status, change=None)
    if len(years) < LEAST_POINTS:
        return early
    least = least_change(definition, years[0].reference.value)
    sizes = [(year.focus.end, year.size) for year in years]
    found = fit(sizes)
    trend = status_of(found, -1, least)
    focus_side = _side([year.focus for year in years], definition)
    reference_side = _side([year.reference for year in years], definition)
    return Gap(
        focus, reference, years, _WORDS[trend], change, worse_off,
        p=found.p, slope=found.slope, fitted=found.change, least_change=least,
        focus_change=focus_side.change, reference_change=reference_side.change,
        driver=_DRIVERS[focus_side.way, reference_side.way],
        leveled_down=trend == "improving" and _leveled_down(
            years[0], focus_side, reference_side, definition
        ),
        rests_on_latest=rests_on_latest(trend, status_of(fit(sizes[:-1]), -1, least)),
    )  # fmt: skip


def common_years(indicator: Indicator, focus: Series, reference: Series) -> tuple[GapYear, ...]:
    """The years for which both have comparable figures, thinned together, by year."""
    others = {o.end: o for o in one_a_year(settled_run(indicator, reference))}
    mine = [o for o in one_a_year(settled_run(indicator, focus)) if o.end in others]
    return tuple(gap_year(o, others[o.end]) for o in thin(mine, indicator.definition))


def gap_year(focus: Observation, reference: Observation) -> GapYear:
    """Difference, size and ratio of two figures of one period."""
    difference = minus(focus.value, reference.value)
    ratio = focus.value / reference.value if reference.value else math.inf
    return GapYear(
        focus, reference, difference, abs(difference), ratio if math.isfinite(ratio) else None
    )


@dataclass(frozen=True)
class _Side:
    """What one side did: its fitted change, and -1, 0 or 1 for its way and for worse or better."""

    change: float
    way: int
    better: int


def _side(run: Sequence[Observation], definition: Definition) -> _Side:
    least = least_change(definition, run[0].value)
    change = toward = _fitted([(o.end, o.value) for o in run])
    if definition.polarity == "range":
        toward = _fitted(judged_points(run, definition))
    return _Side(change, _way(change, least), _way(toward * good_sign(definition), least))


def _fitted(points: Sequence[Point]) -> float:
    return (theil_sen(points) or 0.0) * (points[-1][0] - points[0][0])


def _way(change: float, least: float) -> int:
    if not change or not reaches(change, least):
        return 0
    return 1 if change > 0 else -1


def _leveled_down(first: GapYear, focus: _Side, reference: _Side, definition: Definition) -> bool:
    """Whether the side that was better off at first got worse, and the other no better."""
    ahead = minus(judged(first.focus.value, definition), judged(first.reference.value, definition))
    better_off, other = (
        (focus, reference) if ahead * good_sign(definition) > 0 else (reference, focus)
    )
    return better_off.better < 0 and other.better <= 0
