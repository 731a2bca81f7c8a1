"""Targets and pace (`pace/1`): how far, and whether fast enough.

In percentage points or units, never as a rate of growth, so that a rate and its
complement get the same verdict. Source: the public methods page, section
"targets and pace".
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from truenorth.reportcard.fit import fit, minus
from truenorth.reportcard.model import Definition, Observation, Target
from truenorth.reportcard.runs import no_change_rule
from truenorth.reportcard.scale import judged, least_change, reaches
from truenorth.reportcard.series import Summary
from truenorth.reportcard.trend import LEAST_POINTS, one_a_year

METHOD = "pace/1"
Verdict = Literal[
    "on_pace", "behind", "moving_away", "reached", "missed", "due_without_data", "cannot_tell"
]
WhyUnknown = Literal["no_figures", "too_few_figures", "few_people"]


@dataclass(frozen=True)
class Pace:
    """One target, and how the figures stand to it.

    `judged_by` is the figure the verdict rests on: that of the due year once it
    is over, else the latest settled one. `share` is the part of the way from base
    to that figure (1 is there, below 0 is behind the start); None where base and
    target are the same, or no change between base and figure is given. `remaining` is
    signed: what has yet to be added. `required` (from that figure to the due year)
    and `observed` (Theil-Sen over `n` figures) are in the unit per year.
    """

    target: Target
    verdict: Verdict
    judged_by: Observation | None
    base: Observation | None
    n: int
    share: float | None = None
    remaining: float | None = None
    required: float | None = None
    observed: float | None = None
    why_unknown: WhyUnknown | None = None
    method: str = METHOD


def assess_targets(summary: Summary, today: datetime.date) -> tuple[Pace, ...]:
    """Every target of the indicator, by due year. See `assess_target`."""
    targets = sorted(summary.indicator.definition.targets, key=lambda t: t.year)
    return tuple(assess_target(summary, target, today) for target in targets)


def next_target(paces: Sequence[Pace], today: datetime.date) -> Pace | None:
    """The first target that is not yet due, else the last one; None where there is none."""
    ahead = [pace for pace in paces if not is_over(pace.target, today)]
    return ahead[0] if ahead else paces[-1] if paces else None


def is_over(target: Target, today: datetime.date) -> bool:
    """Whether the due year is over, since only the year is known for every target."""
    return today.year > target.year


def assess_target(summary: Summary, target: Target, today: datetime.date) -> Pace:
    """How the comparable run stands to `target`. Always a verdict; nothing is divided by zero."""
    definition = summary.indicator.definition
    run = one_a_year(summary.comparable)
    figure = run[-1] if run else None
    at_due = next((o for o in run if o.end == target.year), None)
    over = is_over(target, today) or (figure is not None and figure.end >= target.year)
    about = {"target": target, "base": summary.base, "n": len(run)}
    if over:
        if at_due is None:
            return Pace(verdict="due_without_data", judged_by=None, **about)
        met = is_met(at_due.value, target, summary.base, definition)
        return Pace(
            verdict="reached" if met else "missed",
            judged_by=at_due,
            share=_share(summary.base, at_due, target),
            remaining=minus(target.amount, at_due.value),
            **about,
        )
    if figure is None:
        return Pace(verdict="cannot_tell", judged_by=None, why_unknown="no_figures", **about)
    remaining = minus(target.amount, figure.value)
    about |= {
        "judged_by": figure,
        "share": _share(summary.base, figure, target),
        "remaining": remaining,
    }
    if is_met(figure.value, target, summary.base, definition):
        return Pace(verdict="reached", **about)
    about["required"] = required = remaining / (target.year - figure.end)
    if len(run) < LEAST_POINTS:
        return Pace(verdict="cannot_tell", why_unknown="too_few_figures", **about)
    if no_change_rule(run[0], figure):
        return Pace(verdict="cannot_tell", why_unknown="few_people", **about)
    found = fit([(o.end, o.value) for o in run])
    verdict = _pace(found.slope, found.change, required, least_change(definition, run[0].value))
    return Pace(verdict=verdict, observed=found.slope, **about)


def is_met(value: float, target: Target, base: Observation | None, definition: Definition) -> bool:
    """Whether a value is at the target or on its good side.

    For a range, the good side is that which lies away from the base point, or
    within the range.
    """
    amount = target.amount
    if definition.polarity == "higher":
        return value >= amount
    if definition.polarity == "lower":
        return value <= amount
    has_range = definition.desired_low is not None or definition.desired_high is not None
    if value == amount or (has_range and judged(value, definition) == 0):
        return True
    return base is not None and base.value != amount and (value > amount) == (amount > base.value)


def _pace(slope: float, change: float, required: float, least: float) -> Verdict:
    """A step away counts only where it is as large as any change that matters."""
    if slope * required > 0:
        return "on_pace" if reaches(slope, abs(required)) else "behind"
    return "moving_away" if change and reaches(change, least) else "behind"


def _share(base: Observation | None, figure: Observation, target: Target) -> float | None:
    if base is None or no_change_rule(base, figure):
        return None
    way = minus(target.amount, base.value)
    share = minus(figure.value, base.value) / way if way else math.inf
    return share if math.isfinite(share) else None
