"""The trend so far (`trend/1`): what a comparable run supports, and nothing more.

Source: the public methods page, section "trend so far".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from truenorth.reportcard.fit import Fit, Point, fit, minus
from truenorth.reportcard.model import Definition, Observation, Threshold
from truenorth.reportcard.runs import no_change_rule
from truenorth.reportcard.scale import can_judge, good_sign, judged, least_change, reaches
from truenorth.reportcard.series import Summary

METHOD = "trend/1"
ALPHA = 0.10
LEAST_POINTS = 5
Status = Literal[
    "not_assessed", "baseline_only", "too_early", "improving", "worsening", "no_clear_change"
]
ASSESSED = frozenset({"improving", "worsening", "no_clear_change"})
MOVED = frozenset({"improving", "worsening"})


@dataclass(frozen=True)
class Move:
    """The last step between two comparable figures: no verdict, only what happened."""

    before: Observation
    latest: Observation
    amount: float


@dataclass(frozen=True)
class Trend:
    """The status of one series, with everything it was found from.

    `inputs` are the observations that were used, at most one a year. `p`, `slope`
    (in the unit per year), `change` (the fitted change from first to last input),
    `pairs` and `agreeing` are None below five inputs. For polarity range they are
    about the distance to the range, and `on_distance` says so. `least_change` is
    None where nothing was tested, and `least_change_is_set` whether the indicator
    names it. `rests_on_latest`: without the latest figure, the claim that there
    is (or is no) movement would be another; `without_latest` is that status.
    """

    status: Status
    inputs: tuple[Observation, ...]
    n: int
    p: float | None = None
    slope: float | None = None
    change: float | None = None
    pairs: int | None = None
    agreeing: int | None = None
    least_change: float | None = None
    least_change_is_set: bool = False
    on_distance: bool = False
    rests_on_latest: bool = False
    without_latest: Status | None = None
    latest_move: Move | None = None
    method: str = METHOD
    alpha: float = ALPHA

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods whose figures were used."""
        return tuple(o.period for o in self.inputs)

    @property
    def why_not_assessed(self) -> Literal["no_figures", "no_range", "few_people"] | None:
        """Why nothing can be said, where that is so."""
        if self.status != "not_assessed":
            return None
        if not self.inputs:
            return "no_figures"
        return "few_people" if self.no_change_rule and self.n >= LEAST_POINTS else "no_range"

    @property
    def no_change_rule(self) -> Threshold | None:
        """The rule by which no change from the first input to the last one is given."""
        return no_change_rule(*self.inputs[:1], *self.inputs[-1:])


def assess_trend(summary: Summary) -> Trend:
    """The status of a series from its comparable run. Always a status, never an error."""
    definition = summary.indicator.definition
    inputs = one_a_year(summary.comparable)
    about = {
        "inputs": inputs,
        "n": len(inputs),
        "on_distance": definition.polarity == "range",
        "latest_move": _latest_move(inputs),
    }
    if not can_judge(definition):
        return Trend("not_assessed", **about)
    if len(inputs) < LEAST_POINTS:
        return Trend(_too_short(len(inputs)), **about)
    if no_change_rule(inputs[0], inputs[-1]):
        return Trend("not_assessed", **about)  # a status would tell the change that is kept back
    points = judged_points(inputs, definition)
    least = least_change(definition, inputs[0].value)
    sign = good_sign(definition)
    found = fit(points)
    status = status_of(found, sign, least)
    without = status_of(fit(points[:-1]), sign, least)
    return Trend(
        status,
        p=found.p,
        slope=found.slope,
        change=found.change,
        pairs=found.pairs,
        agreeing=found.agreeing,
        least_change=least,
        least_change_is_set=definition.min_change is not None,
        rests_on_latest=rests_on_latest(status, without),
        without_latest=without,
        **about,
    )


def status_of(found: Fit, sign: int, least: float) -> Status:
    """The status that a fit supports; `sign` is 1 where rising is better, else -1."""
    if found.n < LEAST_POINTS:
        return _too_short(found.n)
    if found.p > ALPHA or not found.change or not reaches(found.change, least):
        return "no_clear_change"
    return "improving" if found.change * sign > 0 else "worsening"


def rests_on_latest(status: Status, without: Status) -> bool:
    """Whether the latest figure alone makes the status what it is.

    That there is no clear change among five figures does not rest on the fifth,
    although four are too few for any status.
    """
    if status in MOVED:
        return without != status
    return status == "no_clear_change" and without in MOVED


def one_a_year(run: Sequence[Observation]) -> tuple[Observation, ...]:
    """The run with at most one observation for each year, the last one named; by year."""
    by_year = {o.end: o for o in run if o.value is not None}
    return tuple(by_year[end] for end in sorted(by_year))


def judged_points(inputs: Sequence[Observation], definition: Definition) -> tuple[Point, ...]:
    """Year and judged value of each observation."""
    return tuple((o.end, judged(o.value, definition)) for o in inputs)


def _too_short(n: int) -> Status:
    return ("not_assessed", "baseline_only")[n] if n < 2 else "too_early"


def _latest_move(inputs: Sequence[Observation]) -> Move | None:
    if len(inputs) < 2 or no_change_rule(*inputs[-2:]):
        return None
    before, latest = inputs[-2:]
    return Move(before, latest, minus(latest.value, before.value))
