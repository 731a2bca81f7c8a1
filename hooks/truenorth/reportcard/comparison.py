"""Comparison places: whether a place matches or exceeds another, such as the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from truenorth.reportcard.gap import Gap, GapYear, assess_gap
from truenorth.reportcard.model import Indicator
from truenorth.reportcard.scale import as_printed, can_judge, good_sign, judged
from truenorth.reportcard.series import Series, all_series, headline_groups

Standing = Literal["exceeds", "matches", "falls_short", "cannot_tell"]


@dataclass(frozen=True)
class Comparison:
    """The indicator's own place against another, in the latest year that both have.

    `standing` is exceeds where the own place does better, matches where both print
    the same figure, falls_short where it does worse; cannot_tell without a common
    comparable year (`year` is None) or a range to judge by. `gap` has the earlier
    years and whether the two draw nearer.
    """

    geography: str
    standing: Standing
    year: GapYear | None
    gap: Gap

    @property
    def matches_or_exceeds(self) -> bool | None:
        return None if self.standing == "cannot_tell" else self.standing != "falls_short"


def compare_places(indicator: Indicator) -> tuple[Comparison, ...]:
    """The headline series against that of every other place, in the order of the table."""
    definition = indicator.definition
    groups = headline_groups(definition)
    series = [one for one in all_series(indicator) if one.groups == groups]
    own = next((one for one in series if one.geography == definition.geography), None)
    if own is None:
        return ()
    return tuple(_compare(indicator, own, other) for other in series if other is not own)


def _compare(indicator: Indicator, own: Series, other: Series) -> Comparison:
    definition = indicator.definition
    gap = assess_gap(indicator, own, other)
    if gap.latest is None or not can_judge(definition):
        return Comparison(other.geography, "cannot_tell", gap.latest, gap)
    mine, theirs = (
        judged(as_printed(o.value, definition), definition)
        for o in (gap.latest.focus, gap.latest.reference)
    )
    ahead = (mine - theirs) * good_sign(definition)
    standing: Standing = "matches" if ahead == 0 else "exceeds" if ahead > 0 else "falls_short"
    return Comparison(other.geography, standing, gap.latest, gap)
