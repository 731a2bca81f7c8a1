"""Delimited text as rows, each with the line of the file in which it begins."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from truenorth.sources.findings import TableFindings

_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}


@dataclass(frozen=True)
class Dialect:
    """How the cells of a file are told apart; the defaults are what a site uses."""

    delimiter: str = ","
    quote: str | None = '"'
    doubled: bool = True
    escape: str | None = None
    skip_space: bool = False
    header: bool = True
    comment: str | None = None


@dataclass(frozen=True)
class Record:
    """One row; `line` is the file's line in which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A data file taken apart; `header` is None where the file has no line of names."""

    file: str
    header: Record | None
    records: tuple[Record, ...]


def read_table(text: str, dialect: Dialect, found: TableFindings) -> Table | None:
    """The rows of `text`, or None where they cannot be told apart."""
    if not text.strip():
        found.add(
            1,
            "table-empty",
            what="This data file is empty.",
            why="It is announced as a table, and readers would see nothing.",
            fix="Put the line of column names and the rows into it, or take it out of the "
            "description of the data.",
        )
        return None
    records = _records(text, dialect, found)
    if records is None:
        return None
    if not dialect.header:
        return Table(found.file, None, records)
    first = next((n for n, record in enumerate(records) if any(map(str.strip, record.cells))), 0)
    header = records[first]
    for record in records[:first]:
        blank_row(record.line, found)
    if (other := _other_delimiter(header, dialect)) is not None:
        found.add(
            header.line,
            "table-delimiter",
            what=f"The columns of this file are separated by {_NAMES[other]}, "
            f"not by {_NAMES.get(dialect.delimiter, repr(dialect.delimiter))}.",
            why="Read as it should be, the whole file is a single column.",
            fix="Export it again with the comma as separator: in LibreOffice Calc, Save As, Text "
            'CSV, Field delimiter ","; in Excel, "CSV UTF-8 (comma delimited)".',
        )
        return None
    return Table(found.file, header, records[first + 1 :])


def blank_row(line: int, found: TableFindings) -> None:
    """Tell of a row without anything in it."""
    found.add(
        line,
        "table-blank-row",
        what="This row is blank.",
        why="Programs differ on it: some skip it, some stop there, some count a row of zeros.",
        fix="Delete the line.",
        lapse=True,
    )


def _records(text: str, dialect: Dialect, found: TableFindings) -> tuple[Record, ...] | None:
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
        doublequote=dialect.doubled,
        escapechar=dialect.escape,
        skipinitialspace=dialect.skip_space,
        strict=True,
    )
    records = []
    line = 1
    try:
        for cells in reader:
            if not (dialect.comment and cells and cells[0].startswith(dialect.comment)):
                records.append(Record(line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as fault:
        _malformed(line, str(fault), found)
        return None
    return tuple(records)


def _malformed(line: int, message: str, found: TableFindings) -> None:
    if "unexpected end" in message or "field larger" in message:
        what = "A quotation mark is opened in this row and never closed."
        why = "Everything after it, to the end of the file, is taken for one cell."
    else:
        what = "There is text after a closing quotation mark in this row."
        why = "Nobody can tell where the cell ends."
    found.add(
        line,
        "table-quote",
        what=what,
        why=why,
        fix="A cell with quotation marks inside is written with all of them doubled: "
        '"the ""big"" picture".',
    )


def _other_delimiter(header: Record, dialect: Dialect) -> str | None:
    """The separator really used, where the header is a single cell that holds another one."""
    if len(header.cells) != 1:
        return None
    counts = {mark: header.cells[0].count(mark) for mark in _NAMES if mark != dialect.delimiter}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else None
