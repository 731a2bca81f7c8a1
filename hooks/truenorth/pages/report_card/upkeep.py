"""Whether figures are kept up: when each is due, what is overdue, what passed by exception."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from truenorth import dates
from truenorth.pages.parts import Cell, Link, Table
from truenorth.pages.report_card import sentences
from truenorth.pages.report_card.assessment import Assessment, assessed, measured
from truenorth.pages.report_card.dataset import address
from truenorth.pages.report_card.freshness import newest
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Definition, Indicator
from truenorth.texts import PLACEHOLDER


@dataclass(frozen=True)
class Upkeep:
    """When newer figures are expected; what is overdue, and published by exception, in words."""

    due: Table | None
    overdue: tuple[Link, ...]
    exceptions: tuple[Link, ...]


def upkeep(project: Any, t: Wording) -> Upkeep:
    """For the data page."""
    held = measured(assessed(project))
    found = [
        Link(one.indicator.title, address(one.indicator.id), note)
        for one in held
        for note in overdue(t, one, project.today)
    ]
    passed = tuple(_exception(project, t, one) for one in project.disclosure_log)
    return Upkeep(_due(project, t, held) if held else None, tuple(found), passed)


def next_update(t: Wording, definition: Definition) -> str:
    """When newer figures are expected, as far as it is known."""
    if definition.next_update:
        return t.date(definition.next_update)
    if definition.release_month:
        return t("upkeep.usually", month=definition.release_month)
    return t("indicator.next_unknown")


def overdue(t: Wording, one: Assessment, today: date) -> Iterator[str]:
    """What somebody should look after: an update that is due, old figures, placeholder text."""
    found = (late(t, one.indicator, today), old(t, one, today), unfinished(t, one.indicator))
    yield from filter(None, found)


def late(t: Wording, indicator: Indicator, today: date) -> str:
    """That newer figures were expected by now; empty where that is not so."""
    expected = indicator.definition.next_update
    if expected is None or dates.latest(expected) >= today:
        return ""
    return t("upkeep.due", date=t.date(expected))


def old(t: Wording, one: Assessment, today: date) -> str:
    """That its newest figure is old; empty where that is not so."""
    item = newest(one.indicator, one.summary.latest, today)
    return sentences.stale(t, item) if item is not None and item.stale else ""


def unfinished(t: Wording, indicator: Indicator) -> str:
    """That words which somebody meant to replace still stand there; empty where none do."""
    found = _placeholder(indicator)
    return t("upkeep.placeholder", words=found) if found else ""


def _placeholder(indicator: Indicator) -> str:
    """Words in what is told about an indicator that somebody meant to replace."""
    story = indicator.story.markdown if indicator.story else ""
    told = (indicator.title, indicator.description, indicator.definition.definition, story)
    return next((found[0] for text in told if (found := PLACEHOLDER.search(text))), "")


def _due(project: Any, t: Wording, held: Sequence[Assessment]) -> Table:
    return Table(
        id="updates-table",
        caption=t("upkeep.caption"),
        columns=(t("home.indicator"), t("home.newest"), t("indicator.about.next_update")),
        rows=tuple(
            (
                Cell(one.indicator.title, address=address(one.indicator.id)),
                Cell(one.summary.latest.period),
                _due_cell(t, one.indicator.definition, project.today),
            )
            for one in held
        ),
    )


def _due_cell(t: Wording, definition: Definition, today: date) -> Cell:
    known = definition.next_update or definition.release_month
    late = definition.next_update and dates.latest(definition.next_update) < today
    notes = (t("upkeep.late"),) if late else ()
    return Cell(next_update(t, definition), notes=notes, missing=not known)


def _exception(project: Any, t: Wording, passed: Any) -> Link:
    """One entry of the disclosure log: what it is about, and by whose word it is published."""
    indicator = project.find("indicators", passed.indicator)
    periods = t.list(passed.periods)
    what = t(f"upkeep.what.{passed.what}")
    if passed.override is None:
        note = t("upkeep.printed", what=what, periods=periods, source=passed.source)
    else:
        signed = passed.override
        note = t(
            "upkeep.signed",
            what=what,
            periods=periods,
            who=signed.signed_by,
            date=t.date(signed.date),
            reason=signed.reason.rstrip("."),
        )
    return Link(indicator.title, address(indicator.id), note)
