"""The figures of one dimension: pictures, a table, statuses, gaps, and who is not there."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.pages.parts import Table
from truenorth.pages.report_card import figures, gaps, group_trends, table
from truenorth.pages.report_card.assessment import Assessment
from truenorth.pages.report_card.figures import Figure
from truenorth.pages.report_card.gaps import GapTable
from truenorth.pages.report_card.group_trends import TrendTable
from truenorth.pages.wording import Wording
from truenorth.reportcard.gaps import DimensionGaps
from truenorth.reportcard.series import Series, by_dimension


@dataclass(frozen=True)
class Breakdown:
    """The figures of one dimension; `absent` are expected groups without any, with reasons."""

    id: str
    title: str
    note: str
    figure: Figure | None
    table: Table | None
    trends: TrendTable | None
    gaps: GapTable | None
    absent: tuple[str, ...]


def breakdowns(t: Wording, one: Assessment, place: str) -> tuple[Breakdown, ...]:
    """Every breakdown of an indicator, in the order in which they are defined."""
    members = by_dimension(one.indicator)
    return tuple(
        _breakdown(t, one, found, members[found.dimension.id], place) for found in one.gaps
    )


def _breakdown(
    t: Wording, one: Assessment, found: DimensionGaps, members: tuple[Series, ...], place: str
) -> Breakdown:
    dimension, summary = found.dimension, one.summary
    held = [s for s in members if s.observations]
    return Breakdown(
        id=f"by-{table.html_id(dimension.id)}",
        title=dimension.title,
        note=dimension.note or "",
        figure=figures.groups(t, summary, dimension, held, place),
        table=table.by_group(t, summary, dimension, held) if held else None,
        trends=group_trends.trend_table(t, dimension, one.groups[dimension.id]),
        gaps=gaps.gap_table(t, one.indicator.definition, found),
        absent=gaps.absent(t, summary, found),
    )
