"""What may be said of each indicator, found once for all pages that say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from truenorth.reportcard.comparison import Comparison, compare_places
from truenorth.reportcard.gap import Gap
from truenorth.reportcard.gaps import DimensionGaps, assess_gaps
from truenorth.reportcard.group_trends import GroupTrend, assess_groups
from truenorth.reportcard.model import Indicator, ProjectionVintage
from truenorth.reportcard.pace import Pace, assess_targets, next_target
from truenorth.reportcard.series import Summary, summarize
from truenorth.reportcard.trend import Trend, assess_trend
from truenorth.reportcard.vintages import AgainstProjection, by_date, in_force, latest_verdict


@dataclass(frozen=True)
class Assessment:
    """One indicator with everything that is computed of it.

    `paces` are its targets by due year, and `pace` the one that counts now;
    `groups` has each dimension's groups by themselves, by the dimension's id;
    `vintages` its frozen projections, the newest first, and `vintage` the one in
    force; `against` holds the latest settled figure against it.
    """

    summary: Summary
    trend: Trend
    paces: tuple[Pace, ...]
    pace: Pace | None
    gaps: tuple[DimensionGaps, ...]
    groups: Mapping[str, tuple[GroupTrend, ...]]
    places: tuple[Comparison, ...]
    vintages: tuple[ProjectionVintage, ...]
    vintage: ProjectionVintage | None
    against: AgainstProjection

    @property
    def indicator(self) -> Indicator:
        return self.summary.indicator

    @property
    def is_measured(self) -> bool:
        """Whether the indicator has figures and is not only wanted."""
        return self.indicator.definition.tier != "wanted" and self.summary.latest is not None

    @property
    def target_met(self) -> bool:
        """Whether the target that counts now is reached."""
        return self.pace is not None and self.pace.verdict == "reached"

    @property
    def all_gaps(self) -> tuple[Gap, ...]:
        """Every gap between groups."""
        return tuple(gap for dimension in self.gaps for _, gap in dimension.gaps)


def assess(indicator: Indicator, today: date) -> Assessment:
    """Everything that is computed of one indicator. No errors."""
    summary = summarize(indicator)
    paces = assess_targets(summary, today)
    return Assessment(
        summary=summary,
        trend=assess_trend(summary),
        paces=paces,
        pace=next_target(paces, today),
        gaps=assess_gaps(indicator),
        groups=assess_groups(indicator),
        places=compare_places(indicator),
        vintages=tuple(reversed(by_date(indicator.projections))),
        vintage=in_force(indicator.projections),
        against=latest_verdict(summary),
    )


def assessed(project: Any) -> tuple[Assessment, ...]:
    """Every indicator of a project, in its order; computed once however many pages ask."""
    return _assessed(_Same(project.indicators), project.today)


def measured(all_of_them: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Those that have figures."""
    return tuple(one for one in all_of_them if one.is_measured)


def serving(goal: str, all_of_them: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """Those that test a goal."""
    return tuple(one for one in all_of_them if goal in one.indicator.definition.goals)


class _Same:
    """Indicators that equal only themselves, so that nothing is compared figure by figure."""

    def __init__(self, indicators: tuple[Indicator, ...]) -> None:
        self.indicators = indicators

    def __hash__(self) -> int:
        return id(self.indicators)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.indicators is other.indicators


@lru_cache(maxsize=1)
def _assessed(same: _Same, today: date) -> tuple[Assessment, ...]:
    return tuple(assess(indicator, today) for indicator in same.indicators)
