"""Each group's own trend in words, and how many groups would seem to move by chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truenorth.pages import format as formats
from truenorth.pages.parts import Cell, Table
from truenorth.pages.report_card import counts, status
from truenorth.pages.report_card.report_row import since_base
from truenorth.pages.report_card.table import html_id
from truenorth.pages.wording import Wording
from truenorth.reportcard.group_trends import GroupTrend
from truenorth.reportcard.model import Dimension


@dataclass(frozen=True)
class TrendTable:
    """The statuses of the groups of one dimension: their counts, and a row for each group."""

    counted: str
    table: Table


def trend_table(
    t: Wording, dimension: Dimension, members: Sequence[GroupTrend]
) -> TrendTable | None:
    """The statuses of a dimension's groups; None where no group has comparable figures."""
    if not members:
        return None
    table = Table(
        id=f"trends-{html_id(dimension.id)}",
        caption=t("group_trends.caption", by=dimension.title),
        columns=(
            t("gaps.column.group"),
            t("report_card.column.since_base"),
            t("report_card.column.status"),
        ),
        rows=tuple(_row(t, one) for one in members),
    )
    return TrendTable(counts.of_groups(t, [one.trend for one in members]), table)


def _row(t: Wording, one: GroupTrend) -> tuple[Cell, ...]:
    return (
        Cell(formats.capital(one.group.label)),
        since_base(t, one.summary, one.trend),
        Cell(
            "",
            mark=status.mark(t, one.trend.status),
            notes=(t("report_card.rests"),) if one.trend.rests_on_latest else (),
        ),
    )
