"""The counts of an edition: how many, never an average, and how many by chance.

Source: the public methods page, section "headline".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from truenorth.reportcard.gap import Gap
from truenorth.reportcard.pace import Pace
from truenorth.reportcard.trend import ALPHA, ASSESSED, Trend
from truenorth.reportcard.vintages import AgainstProjection


@dataclass(frozen=True)
class Counts:
    """How many indicators have which status; `wanted` ones have no figures and no status.

    `assessable` is improving, worsening and no_clear_change together. `by_chance`
    is how many of those would look like movement if nothing moved: nominal, more
    if years are correlated. `resting_on_latest` are counted among the moved.
    """

    indicators: int
    improving: int
    worsening: int
    no_clear_change: int
    too_early: int
    baseline_only: int
    not_assessed: int
    wanted: int
    resting_on_latest: int

    @property
    def assessable(self) -> int:
        return self.improving + self.worsening + self.no_clear_change

    @property
    def by_chance(self) -> float:
        return round(ALPHA * self.assessable, 1)


@dataclass(frozen=True)
class GapCounts:
    """How many gaps have which status; as in `Counts`. `leveled_down` is part of closing."""

    closing: int
    widening: int
    no_clear_change: int
    too_early: int
    not_assessed: int
    leveled_down: int

    @property
    def assessable(self) -> int:
        return self.closing + self.widening + self.no_clear_change

    @property
    def by_chance(self) -> float:
        return round(ALPHA * self.assessable, 1)


def count_trends(trends: Iterable[Trend], wanted: int = 0) -> Counts:
    """The counts of the measured indicators' trends, and of those that are wanted."""
    trends = tuple(trends)
    found = Counter(trend.status for trend in trends)
    return Counts(
        indicators=len(trends) + wanted,
        improving=found["improving"],
        worsening=found["worsening"],
        no_clear_change=found["no_clear_change"],
        too_early=found["too_early"],
        baseline_only=found["baseline_only"],
        not_assessed=found["not_assessed"],
        wanted=wanted,
        resting_on_latest=sum(t.rests_on_latest and t.status in ASSESSED for t in trends),
    )


def count_gaps(gaps: Iterable[Gap]) -> GapCounts:
    """The counts of gaps between groups."""
    gaps = tuple(gaps)
    found = Counter(gap.status for gap in gaps)
    return GapCounts(
        closing=found["closing"],
        widening=found["widening"],
        no_clear_change=found["no_clear_change"],
        too_early=found["too_early"],
        not_assessed=found["not_assessed"],
        leveled_down=sum(gap.leveled_down for gap in gaps),
    )


def count_verdicts(against: Iterable[AgainstProjection]) -> Counter[str]:
    """How many did better, within or worse than projected; back-tests are left out."""
    return Counter(one.verdict for one in against if not one.retrospective)


def count_paces(paces: Iterable[Pace]) -> Counter[str]:
    """How many targets have which verdict."""
    return Counter(pace.verdict for pace in paces)
