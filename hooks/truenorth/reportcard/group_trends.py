"""Each group's own trend: the rule for the indicator, on every series of its breakdowns."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.reportcard.model import Group, Indicator
from truenorth.reportcard.series import Series, Summary, by_dimension, summarize
from truenorth.reportcard.trend import Trend, assess_trend


@dataclass(frozen=True)
class GroupTrend:
    """A group with figures that can be compared, and what the rule says of them."""

    group: Group
    summary: Summary
    trend: Trend


def assess_groups(indicator: Indicator) -> dict[str, tuple[GroupTrend, ...]]:
    """For each dimension its groups, in the order in which they are defined.

    A group without any comparable figure is left out: `gaps` says why it has none.
    """
    found = by_dimension(indicator)
    return {
        dimension.id: tuple(
            one
            for group, series in zip(dimension.groups, found[dimension.id], strict=True)
            if (one := _assess(indicator, group, series)).trend.inputs
        )
        for dimension in indicator.definition.dimensions
    }


def _assess(indicator: Indicator, group: Group, series: Series) -> GroupTrend:
    summary = summarize(indicator, series)
    return GroupTrend(group, summary, assess_trend(summary))
