"""What must hold for program measures, each for itself."""

from __future__ import annotations

from collections.abc import Iterable

from truenorth.problems import Problems
from truenorth.reportcard.program_measures import ProgramMeasure
from truenorth.sources.records import Entry

WHOLE = 100


def check_program_measures(entries: Iterable[Entry[ProgramMeasure]], problems: Problems) -> None:
    """Every rule about program measures."""
    for entry in entries:
        _somebody_did_it(entry, problems)
        if entry.record is not None:
            _percents_possible(entry, entry.record, problems)
            _periods_once(entry, entry.record, problems)


def _somebody_did_it(entry: Entry[ProgramMeasure], problems: Problems) -> None:
    """Also where the record has a fault of its own."""
    if not isinstance(entry.data, dict):
        return
    if any(entry.data.get(key) is not None for key in ("organization", "constellation")):
        return
    problems.error(
        "program-without-name",
        entry.place(),
        what=f'The program measure "{entry.id}" does not say whose program it is.',
        why="It counts what one program did, so readers must know which one.",
        fix='Add "organization:" or "constellation:", or both, with an id.',
    )


def _percents_possible(
    entry: Entry[ProgramMeasure], measure: ProgramMeasure, problems: Problems
) -> None:
    for index, one in enumerate(measure.values):
        if measure.unit == "percent" and one.value > WHOLE:
            problems.error(
                "out-of-bounds",
                entry.place("values", index, "value"),
                what=f'"value" is {one.value:g}, which is higher than {WHOLE}.',
                why="A share of a whole lies between 0 and 100 percent.",
                fix="Compare it with its source. A decimal point may be in the wrong place, or "
                'it is no share: then write "unit: number".',
            )


def _periods_once(
    entry: Entry[ProgramMeasure], measure: ProgramMeasure, problems: Problems
) -> None:
    seen: set[str] = set()
    for index, one in enumerate(measure.values):
        if one.period in seen:
            problems.error(
                "duplicate-period",
                entry.place("values", index, "period"),
                what=f'The program measure "{measure.id}" has two figures for {one.period}.',
                why="Nobody could tell which of them holds.",
                fix="Keep the one that the source gives today, or correct the period.",
            )
        seen.add(one.period)
