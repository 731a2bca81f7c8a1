"""What single programs count of their own work: apart from the indicator, and never added up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, get_args

from truenorth.pages import format as formats
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Entry,
    Records,
    constellation_links,
    organization_links,
    sources_entry,
)
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Indicator
from truenorth.reportcard.program_measures import ProgramMeasure, ProgramValue, Question

ANCHOR = "programs"
FILE = "data/program_measures.yml"


@dataclass(frozen=True)
class QuestionPart:
    """One of the three questions; without a table, `unknown` says that nobody has answered it."""

    id: str
    title: str
    table: Records | None
    unknown: str


def programs(project: Any, t: Wording, indicator: Indicator) -> tuple[QuestionPart, ...]:
    """The program measures that name the indicator, by question; empty where there are none."""
    mine = [m for m in project.program_measures if indicator.id in m.indicators]
    if not mine:
        return ()
    return tuple(
        _part(project, t, question, [m for m in mine if m.question == question])
        for question in get_args(Question)
    )


def _part(project: Any, t: Wording, question: str, found: list[ProgramMeasure]) -> QuestionPart:
    id = f"{ANCHOR}-{question.replace('_', '-')}"
    columns = ("measure", "figures", "program", "sources")
    table = Records(
        id=f"{id}-table",
        caption=t(f"programs.caption.{question}"),
        columns=tuple(t(f"programs.column.{column}") for column in columns),
        rows=tuple(_row(project, t, measure) for measure in found),
    )
    return QuestionPart(
        id,
        t(f"programs.question.{question}"),
        table if found else None,
        t(f"programs.unknown.{question}"),
    )


def _row(project: Any, t: Wording, measure: ProgramMeasure) -> tuple[Entry, ...]:
    newest, *earlier = reversed(measure.values)
    remarks = [newest.note, *(_figure(t, measure, one, noted=True) for one in earlier)]
    return (
        Entry(measure.title, notes=(measure.note,) if measure.note else ()),
        Entry(_figure(t, measure, newest), notes=tuple(filter(None, remarks))),
        Entry(links=_whose(project, measure)),
        sources_entry(project, t, measure.sources, brief=True),
    )


def _figure(t: Wording, measure: ProgramMeasure, one: ProgramValue, *, noted: bool = False) -> str:
    """A figure with all the digits that were given, and its period."""
    digits = Decimal(str(one.value)).normalize().as_tuple().exponent
    unit = "percent" if measure.unit == "percent" else "count"
    shown = formats.measure(t, one.value, unit, max(0, -int(digits)))
    if one.out_of is not None:
        shown = t("programs.out_of", value=shown, count=one.out_of)
    if noted and one.note:
        return t("programs.figure_noted", value=shown, period=one.period, note=one.note)
    return t("programs.figure", value=shown, period=one.period)


def _whose(project: Any, measure: ProgramMeasure) -> tuple[Link, ...]:
    return (
        *organization_links(project, filter(None, [measure.organization])),
        *constellation_links(project, filter(None, [measure.constellation])),
    )
