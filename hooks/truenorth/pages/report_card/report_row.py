"""Indicators as rows of a table: the latest figure, the change, the status, the target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from truenorth.pages.parts import Cell, Table
from truenorth.pages.report_card import figures, pace, projections, sentences, status
from truenorth.pages.report_card.assessment import Assessment
from truenorth.pages.report_card.dataset import address
from truenorth.pages.report_card.freshness import newest
from truenorth.pages.wording import Wording
from truenorth.reportcard.series import Summary, by_dimension
from truenorth.reportcard.trend import Trend

COLUMNS = ("indicator", "latest", "since_base", "status", "target", "shape")
GROUP_SEPARATOR = "|"


def table_of(t: Wording, id: str, caption: str, rows: Sequence[Assessment], today: date) -> Table:
    """Indicators as rows, each tagged with its status and its groups."""
    return Table(
        id=id,
        caption=caption,
        columns=tuple(t(f"report_card.column.{name}") for name in COLUMNS),
        rows=tuple(_row(t, one, today) for one in rows),
        tags=tuple(
            (
                ("status", one.trend.status),
                ("groups", GROUP_SEPARATOR.join(label for _, label in groups_of(one))),
            )
            for one in rows
        ),
    )


def groups_of(one: Assessment) -> tuple[tuple[str, str], ...]:
    """The groups of whom an indicator has figures: the breakdown's title and the label."""
    series = by_dimension(one.indicator)
    return tuple(
        (dimension.title, group.label)
        for dimension in one.indicator.definition.dimensions
        for group, found in zip(dimension.groups, series[dimension.id], strict=True)
        if any(o.value is not None for o in found.observations)
    )


def _row(t: Wording, one: Assessment, today: date) -> tuple[Cell, ...]:
    indicator = one.indicator
    drawn = figures.spark(t, one.summary)
    return (
        Cell(
            indicator.title,
            notes=(t(f"report_card.tier_name.{indicator.definition.tier}"),),
            address=address(indicator.id),
        ),
        _latest(t, one, today),
        since_base(t, one.summary, one.trend),
        _status(t, one),
        _target(t, one),
        Cell("", chart=drawn.id) if drawn else Cell(t("report_card.no_shape"), missing=True),
    )


def _latest(t: Wording, one: Assessment, today: date) -> Cell:
    latest = one.summary.latest
    age = sentences.age(t, newest(one.indicator, latest, today).years_ago)
    notes = [t("report_card.for_period", period=latest.period), t("report_card.ended", age=age)]
    if latest.status == "provisional":
        notes.append(t("missing.mark.provisional"))
    return Cell(sentences.figure(t, one.indicator.definition, latest), notes=tuple(notes))


def since_base(t: Wording, summary: Summary, trend: Trend) -> Cell:
    """The change from base to latest figure, and whether that is better, or why there is none."""
    step, definition = summary.change, summary.indicator.definition
    if not step:
        return Cell(sentences.why_no_change(t, summary), missing=True)
    base = sentences.figure(t, definition, step.base)
    notes = (
        t("report_card.since", base=base, period=step.base.period, until=step.latest.period),
        sentences.judged(t, definition, step),
    )
    signed = sentences.signed_change(t, definition, step)
    return Cell(signed, notes=notes, arrow=status.arrow(summary, trend))


def _status(t: Wording, one: Assessment) -> Cell:
    notes = []
    if one.trend.rests_on_latest:
        notes.append(t("report_card.rests"))
    if against := projections.verdict(t, one.against):
        notes.append(against)
    return Cell("", mark=status.mark_of(t, one), notes=tuple(notes))


def _target(t: Wording, one: Assessment) -> Cell:
    if one.pace is None:
        return Cell(t("pace.none"), missing=True)
    return Cell(
        pace.word(t, one.pace), notes=(pace.goal_line(t, one.indicator.definition, one.pace),)
    )
