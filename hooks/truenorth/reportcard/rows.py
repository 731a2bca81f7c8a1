"""Rows of an indicator's table, as observations."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from truenorth.problems import Place, Problems
from truenorth.problems.suggest import nearest
from truenorth.reportcard.model import HIDDEN, Disclosure, Observation, ObservationStatus
from truenorth.sources.data_package import Resource
from truenorth.sources.table_checks import shown

NUMBERS = ("numerator", "denominator", "value", "low", "high")
NEEDED = ("period", "end", "geography", "value")
COLUMNS: Mapping[str, str] = {
    "period": "The period as published, such as 2016-17",
    "start": "The day, month or year in which it begins, where the label does not say so",
    "end": "The year in which it ends",
    "geography": "The place, by its name in data/partnership.yml",
    "numerator": "How many",
    "denominator": "Out of how many",
    "value": "The figure, without a unit or a percent sign",
    "low": "The lower bound of the value, where one is published",
    "high": "The upper bound",
    "status": "What kind of figure it is; blank means normal",
    "disclosure": "Whether it may be shown; blank means free",
    "note": "What a reader should know about this row",
    "vintage": "The date of the publication that the figure comes from",
    "as_printed": "What the source prints where that is not a plain number, such as >=95",
}
WORDS = {"status": get_args(ObservationStatus), "disclosure": get_args(Disclosure)}
ENDS = range(1900, 2201)
Cells = Mapping[str, str | None]


@dataclass(frozen=True)
class ReadRow:
    """An observation with the cells it was read from, as they were written."""

    observation: Observation
    cells: Cells


def read_rows(
    resource: Resource, dimensions: tuple[str, ...], problems: Problems
) -> tuple[ReadRow, ...]:
    """The rows that can be read; what hinders the others is in `problems`."""
    if any(column not in resource.header for column in NEEDED):
        return ()  # the missing column is one problem, not one for each row
    found, left = [], []
    for file, row in resource.rows:
        place = Place(file, row.line)
        read = _read_row(place, row.cells, dimensions, problems)
        if read is not None:
            found.append(read)
        else:
            left.append((place, row.cells))
    _report_left(left, problems)
    return tuple(found)


def _report_left(left: Sequence[tuple[Place, Cells]], problems: Problems) -> None:
    """No row is left out in silence, also where the schema lets its cells pass."""
    faulty = {problem.place.file for problem in problems if problem.severity == "error"}
    told: dict[str, list[tuple[Place, Cells]]] = {}
    for place, cells in left:
        if place.file not in faulty:  # else this row may follow from what is told already
            told.setdefault(_hindrance(cells), []).append((place, cells))
    for name, rows in told.items():
        place, cells = rows[0]
        more = f" (in {len(rows)} rows)" if len(rows) > 1 else ""
        cell = cells.get(name)
        told_cell = "" if cells.get("disclosure") in HIDDEN else f' is "{shown(cell or "")}", which'
        problems.error(
            "row-not-read",
            place,
            what=f'"{name}"{told_cell} is not a plain number{more}.'
            if cell
            else f'The row has no "{name}"{more}.',
            why="The row would be left out, and nobody would see that it is missing.",
            fix="Write the bare number, with a point. In datapackage.yaml the column has the type "
            "number or integer, and nothing but an empty cell stands for a missing value."
            if cell
            else "Compare the row with its source.",
        )


def _hindrance(cells: Cells) -> str:
    """The column that keeps a row from being read."""
    needed = (name for name in ("period", "end", "geography") if not cells.get(name))
    unread = (n for n in ("end", *NUMBERS) if cells.get(n) and number(cells.get(n)) is None)
    return next(needed, None) or next(unread)


def _read_row(
    place: Place, cells: Cells, dimensions: tuple[str, ...], problems: Problems
) -> ReadRow | None:
    numbers = {name: number(cells.get(name)) for name in NUMBERS}
    end = number(cells.get("end"))
    period, geography = cells.get("period"), cells.get("geography")
    status = _word("status", cells, "normal", place, problems)
    disclosure = _word("disclosure", cells, "free", place, problems)
    if end is not None and (end != int(end) or int(end) not in ENDS):
        problems.error(
            "end-not-a-year",
            place,
            what=f'"end" is {cells["end"]}, which is not a year.',
            why="The charts place each figure by the year in which its period ends.",
            fix="Write the year in four figures: 2017 for the school year 2016-17.",
        )
        return None
    unread = any(numbers[name] is None and cells.get(name) for name in NUMBERS)
    if not period or not geography or end is None or status is None or disclosure is None:
        return None
    if unread:
        return None  # reading the package has reported the cell
    groups = tuple((name, cells[name]) for name in dimensions if cells.get(name))
    observation = Observation(
        period=period, end=int(end), geography=geography, groups=groups, **numbers,
        start=cells.get("start") or None, status=status, disclosure=disclosure,
        note=cells.get("note") or None, vintage=cells.get("vintage") or None,
        as_printed=cells.get("as_printed") or None, file=place.file, line=place.line,
    )  # fmt: skip
    return ReadRow(observation, cells)


def number(text: str | None) -> float | None:
    """A finite number, or None where there is none."""
    try:
        found = float(text) if text and text.isascii() and "_" not in text else math.nan
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def _word(name: str, cells: Cells, blank: str, place: Place, problems: Problems) -> str | None:
    """A word of a column that allows only some; None where it is not one of them."""
    word, allowed = cells.get(name) or blank, WORDS[name]
    if word in allowed:
        return word
    near = nearest(word, allowed)
    meant = f'Did you mean "{near}"? ' if near else ""
    problems.error(
        "unknown-word",
        place,
        what=f'"{name}" is "{word}", which is not one of its words.',
        why="The word decides how the figure is drawn, and whether it may be shown at all.",
        fix=f"{meant}Allowed are {', '.join(allowed)}.",
    )
    return None
