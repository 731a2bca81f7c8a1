"""What must hold for the rows and cells of a data file, whatever they mean.

These are the checks that a Table Schema does not make: spaces around a number,
numbers as people format them, spreadsheet formulas, rows of the wrong length.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from truenorth.problems.suggest import did_you_mean
from truenorth.sources.cell_numbers import looks_like_number, number_fault, stands_for_nothing
from truenorth.sources.findings import TableFindings
from truenorth.sources.table_text import Record, Table, blank_row

NUMERIC = frozenset({"number", "integer", "year"})


def check_header(header: Record, fields: Sequence[str], found: TableFindings) -> bool:
    """Whether the columns of the file are those of the schema; a fault for each difference."""
    names = header.cells
    good = True
    for number, name in enumerate(names, 1):
        if not name.strip():
            good = _header(header, "table-column-name", found, f"Column {number} has no name.")
        elif names.index(name) < number - 1:
            what = f'There are two columns named "{name}".'
            good = _header(header, "table-column-name", found, what)
    for name in names:
        if name.strip() and name not in fields:
            known = [field for field in fields if field not in names]
            good = False
            found.add(
                header.line,
                "table-column-unknown",
                what=f'The column "{name}" is not in the schema.',
                why="Nothing says what its values mean, so they cannot be checked or shown.",
                fix=did_you_mean(name.strip(), known)
                or "Add it to the fields of the schema, or delete the column.",
            )
    for field in fields:
        if field not in names:
            good = False
            found.add(
                header.line,
                "table-column-missing",
                what=f'The column "{field}" of the schema is not in the file.',
                why="Every program that relies on the schema looks for it.",
                fix=f'Add the column, or take "{field}" out of the fields of the schema.',
            )
    if good and list(names) != list(fields):
        found.add(
            header.line,
            "table-column-order",
            what="The columns stand in another order than the fields of the schema.",
            why="Some programs go by the order and would mix the columns up.",
            fix=f"Put the fields of the schema in the order of the file: {', '.join(names)}.",
            lapse=True,
        )
    return good


def _header(header: Record, code: str, found: TableFindings, what: str) -> bool:
    found.add(
        header.line,
        code,
        what=what,
        why="A column is found by its name, so each needs one of its own.",
        fix="Correct the first line of the file; look for an extra comma at its end as well.",
    )
    return False


def whole_records(table: Table, width: int, found: TableFindings) -> tuple[Record, ...]:
    """The records with a cell for each column; a fault for each of the others."""
    whole = []
    for record in table.records:
        if not any(cell.strip() for cell in record.cells):
            blank_row(record.line, found)
        elif len(record.cells) != width:
            _wrong_length(record, width, found)
        else:
            whole.append(record)
    if not table.records:
        found.add(
            table.header.line if table.header else 1,
            "table-header-only",
            what="This file has column names and no rows.",
            why="A table without figures is shown as if nothing were known.",
            fix="Add the rows, or take the file out of the description of the data.",
            lapse=True,
        )
    return tuple(whole)


def _wrong_length(record: Record, width: int, found: TableFindings) -> None:
    count = len(record.cells)
    more = count > width
    found.add(
        record.line,
        "table-extra-cell" if more else "table-short-row",
        what=f"This row has {count} cell{'s' if count != 1 else ''}; there are {width} columns.",
        why="From the place of the slip on, values stand in the wrong columns.",
        fix="A cell with a comma in it needs quotation marks around it: "
        '"Los Angeles, CA". Else delete the extra comma.'
        if more
        else f"Add the missing commas, also for empty cells at the end: a row has {width - 1}.",
    )


def check_cells(
    record: Record, fields: Sequence[Mapping[str, Any]], missing: frozenset[str], ours: bool,
    found: TableFindings,
) -> None:  # fmt: skip
    """Faults in the single cells of a record that has a cell for each field."""
    for field, cell in zip(fields, record.cells, strict=True):
        if cell in missing:
            continue
        name, kind = field["name"], field.get("type", "string")
        if is_formula(cell):
            _formula(record.line, name, cell, found)
        elif kind in NUMERIC and not _formatted(field):
            _check_number(record.line, name, kind, cell, found)
        elif ours and cell != cell.strip():
            _padded(record.line, name, cell, "text", found)


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run the cell, or a person could be led to run it."""
    text = cell.strip()
    if cell[:1] in ("\t", "\r", "\n"):
        return True
    if len(text) < 2 or text[0] not in "=+-@" or stands_for_nothing(text):
        return False
    return text[0] in "=@" or not looks_like_number(text[1:].strip())


def _formatted(field: Mapping[str, Any]) -> bool:
    """Whether the schema itself says that numbers are written in a way of their own."""
    return (
        field.get("decimalChar", ".") != "."
        or bool(field.get("groupChar"))
        or field.get("bareNumber", True) is False
    )


def _check_number(line: int, name: str, kind: str, cell: str, found: TableFindings) -> None:
    fault = number_fault(cell.strip(), whole=kind != "number")
    if fault is not None:
        found.add_cell(
            line,
            name,
            fault.code,
            what=f'In column "{name}", "{shown(cell)}" is not {fault.wanted}. {fault.reason}',
            why="Charts and changes are computed from it, and a guess could publish a wrong "
            "figure.",
            fix=fault.fix,
        )
    elif cell != cell.strip():
        _padded(line, name, cell, "number", found)


def _padded(line: int, name: str, cell: str, kind: str, found: TableFindings) -> None:
    found.add_cell(
        line,
        name,
        f"table-padded-{kind}",
        what=f'In column "{name}", "{shown(cell)}" has a space before or after it.',
        why="Some programs drop the space, others take the cell for a different text.",
        fix=f'Write "{shown(cell.strip())}", with nothing around it.',
        lapse=True,
    )


def _formula(line: int, name: str, cell: str, found: TableFindings) -> None:
    found.add_cell(
        line,
        name,
        "table-formula",
        what=f'In column "{name}", "{shown(cell)}" begins like a spreadsheet formula.',
        why="Excel runs it on the computer of whoever downloads and opens the file.",
        fix="Put the result of the formula there. If it is a text, begin it with a letter.",
        lapse=True,
    )


def shown(cell: str) -> str:
    """A cell fit to stand in a message: one line, not too long."""
    line = "".join(letter if letter.isprintable() else " " for letter in cell)
    return line if len(line) <= 60 else line[:57] + "..."
