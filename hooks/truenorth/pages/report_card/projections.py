"""Frozen projections: who made them and when, what they expected, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from truenorth.charts.request import Ahead
from truenorth.pages import format as formats
from truenorth.pages.parts import Cell, SourceLine, Table, source_lines
from truenorth.pages.report_card import sentences
from truenorth.pages.report_card.assessment import Assessment
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Definition, ProjectionPoint, ProjectionVintage
from truenorth.reportcard.series import Summary
from truenorth.reportcard.vintages import AgainstProjection, verdicts

ANCHOR = "/methods/#projection"
COLUMNS = ("period", "expected", "band", "figure", "verdict")


@dataclass(frozen=True)
class Shown:
    """One projection on the page; `label` says that it is a back-test where it is one."""

    id: str
    title: str
    label: str
    made: str
    rationale: str
    table: Table
    sources: tuple[SourceLine, ...]


def shown(project: Any, t: Wording, one: Assessment) -> tuple[Shown, ...]:
    """Every projection of an indicator, the one in force first, older ones below."""
    ordered = sorted(one.vintages, key=lambda vintage: vintage is not one.vintage)
    return tuple(_shown(project, t, one.summary, vintage) for vintage in ordered)


def verdict(t: Wording, against: AgainstProjection) -> str:
    """The latest figure against what was projected for it; empty where nothing was."""
    if against.verdict == "none" or against.vintage is None or against.expected is None:
        return ""
    key = "retrospective" if against.retrospective else "honest"
    return t(
        f"projection.against.{key}",
        verdict=t(f"projection.verdict.{against.verdict}"),
        period=against.expected.period,
        made=t.date(against.vintage.head.made_on),
    )


def ahead(summary: Summary, vintage: ProjectionVintage | None) -> tuple[Ahead, ...]:
    """A projection as it is drawn, beginning at the last figure that it was made from."""
    if vintage is None:
        return ()
    through = vintage.head.data_through
    begin = [
        Ahead(o.end, o.value, o.value, o.value, o.period)
        for o in summary.series.observations
        if o.period == through and o.value is not None
    ]
    points = sorted(vintage.points, key=lambda point: point.end)
    return (*begin[:1], *(Ahead(p.end, p.value, p.low, p.high, p.period) for p in points))


def label(t: Wording, vintage: ProjectionVintage | None) -> str:
    """What stands at the end of the dashed line."""
    if vintage is None:
        return ""
    return t(
        "projection.label.back_test" if vintage.head.retrospective else "projection.label.made"
    )


def described(t: Wording, vintage: ProjectionVintage | None) -> str:
    """The dashed line and its band, for the caption and for those who do not see it."""
    if vintage is None:
        return ""
    key = "back_test" if vintage.head.retrospective else "made"
    return t(
        f"projection.described.{key}",
        made=t.date(vintage.head.made_on),
        through=vintage.head.data_through,
    )


def _shown(project: Any, t: Wording, summary: Summary, vintage: ProjectionVintage) -> Shown:
    head = vintage.head
    made = t.date(head.made_on)
    lines = [
        t("projection.made", authors=t.list(head.authors), made=made, through=head.data_through),
        t(f"projection.method.{head.method}"),
    ]
    if head.retrospective:
        lines.append(t("projection.retrospective_note"))
    title = t("projection.caption", made=made)
    back_test = t("projection.retrospective") if head.retrospective else ""
    if back_test:
        title = t("projection.labeled", title=title, label=back_test)
    return Shown(
        id=f"projection-{head.made_on}",
        title=t("projection.heading", made=made),
        label=back_test,
        made=" ".join(lines),
        rationale=t("projection.rationale", text=head.rationale),
        table=_table(t, summary, vintage, title),
        sources=source_lines(project, t, head.sources),
    )


def _table(t: Wording, summary: Summary, vintage: ProjectionVintage, caption: str) -> Table:
    definition = summary.indicator.definition
    judged = {found.expected: found for found in verdicts(summary, vintage)}
    return Table(
        id=f"projected-{vintage.head.made_on}",
        caption=caption,
        columns=tuple(t(f"projection.column.{name}") for name in COLUMNS),
        rows=tuple(_row(t, definition, p, judged.get(p)) for p in vintage.points),
        numbers=frozenset({1, 2, 3}),
        periods="rows",
    )


def _row(
    t: Wording, definition: Definition, point: ProjectionPoint, found: AgainstProjection | None
) -> tuple[Cell, ...]:
    def printed(value: float) -> str:
        return formats.measure(t, value, definition.unit, definition.decimals)

    band = Cell(t("projection.no_band"), missing=True)
    if point.low is not None and point.high is not None:
        low, high = printed(point.low), printed(point.high)
        band = Cell(t("indicator.bounds", low=low, high=high))
    figure = Cell(t("projection.no_figure"), missing=True)
    said = Cell(t("projection.no_verdict_yet"), missing=True)
    if found is not None and found.observed is not None:
        figure = Cell(sentences.figure(t, definition, found.observed))
        said = Cell(t(f"projection.verdict.{found.verdict}"))
        if found.why_none:
            said = Cell(t(f"projection.why_none.{found.why_none}"), missing=True)
        elif found.beyond and not formats.is_zero(found.beyond, definition.decimals):
            beyond = formats.difference(t, found.beyond, definition.unit, definition.decimals)
            said = Cell(said.text, notes=(t("projection.beyond", amount=beyond),))
    return (Cell(point.period), Cell(printed(point.value)), band, figure, said)
