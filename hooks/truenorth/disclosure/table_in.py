"""A table of counts as it was collected, read for `truenorth protect`.

No message repeats a cell of counts, and none depends on a count that will be
hidden.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from truenorth.disclosure.policy import Policy, is_hidden
from truenorth.disclosure.primary import Counted
from truenorth.problems import Place, Problems
from truenorth.reportcard.periods import last_year
from truenorth.reportcard.rows import COLUMNS, ENDS, NEEDED
from truenorth.sources.git_history import is_ignored
from truenorth.sources.text_file import read_text

PRIVATE = "private"
_TAKEN = ("period", "end", "geography", "numerator", "denominator")
_COUNT = re.compile(r"^[0-9]{1,9}$")
_DIMENSION = re.compile(r"^[a-z][a-z0-9_]*$")
_NUMBER = re.compile(r"^\s*[-+]?[0-9.,]+\s*%?\s*$")


def may_be_read(table: Path, root: Path, problems: Problems) -> bool:
    """Whether a table of true counts lies where it cannot be committed by mistake."""
    path = table.resolve()
    for folder in path.parents:
        is_site = folder == root.resolve() and (folder / "data" / "partnership.yml").exists()
        if not is_site and not (folder / ".git").exists():
            continue
        inside = path.relative_to(folder)
        if inside.parts[0] == PRIVATE and is_ignored(folder, inside.as_posix()):
            return True
        problems.error(
            "counts-in-repository",
            Place(table.name),
            what="This table of counts lies inside a repository.",
            why="It may be committed by mistake, and what was committed once is public for ever.",
            fix=f"Move it out of the repository, or into a folder {PRIVATE}/ at its top that "
            ".gitignore names.",
        )
        return False
    return True


def read_counts(
    table: Path, by: Iterable[str], policy: Policy, problems: Problems
) -> tuple[tuple[Counted, ...], tuple[str, ...]]:
    """The rows and the dimensions of a table; nothing where `problems` say why.

    `by` names dimensions whose groups are numbers, such as grades.
    """
    before = problems.errors
    text = read_text(table.parent, table.name, problems)
    if text is None:
        return (), ()
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        _refuse(table, 1, "A quotation mark is opened and never closed, or closed too early.",
                "Export the table again as CSV.", problems)  # fmt: skip
        return (), ()
    header, body = (lines[0], lines[1:]) if lines else ([], [])
    dimensions = tuple(name for name in header if name not in _TAKEN)
    _check_header(table, header, dimensions, problems)
    if not body:
        _refuse(table, 1, "The table has no rows.", "Export it again with its rows.", problems)
    if problems.errors > before:
        return (), ()
    rows = list(_rows(table, header, body, dimensions, problems))
    if problems.errors == before:
        _check_rows(table, rows, set(by), policy, problems)
    found = tuple(row for _, row in rows)
    return (found, dimensions) if problems.errors == before else ((), ())


def _check_header(
    table: Path, header: list[str], dimensions: tuple[str, ...], problems: Problems
) -> None:
    missing = [name for name in ("period", "geography", "numerator") if name not in header]
    for name in missing:
        _refuse(table, 1, f'The table has no column "{name}".',
                "It needs period, geography and numerator; denominator for shares, and a column "
                "for each breakdown.", problems)  # fmt: skip
    for name in dimensions:
        if name in COLUMNS or name in NEEDED or not _DIMENSION.match(name):
            _refuse(table, 1, "A column has a name that no breakdown can have.",
                    "Leave out shares, bounds and notes: shares are worked out here. Name a "
                    "breakdown in small letters and figures, such as race_ethnicity.",
                    problems)  # fmt: skip
    if len(set(header)) < len(header):
        _refuse(table, 1, "Two columns have the same name.", "Give each its own.", problems)


def _rows(
    table: Path,
    header: list[str],
    body: list[list[str]],
    dimensions: tuple[str, ...],
    problems: Problems,
) -> Iterator[tuple[int, Counted]]:
    for line, cells in enumerate(body, 2):
        if len(cells) != len(header):
            _refuse(table, line, "The row has more or fewer cells than the first line.",
                    "Compare it with the first line.", problems)  # fmt: skip
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        whole = row.get("denominator")
        if not all(_COUNT.match(n) for n in (row["numerator"], whole) if n is not None):
            _refuse(table, line, "A count is not a whole number.",
                    "Write every count in figures, and 0 for nobody.", problems)  # fmt: skip
            continue
        written = row.get("end") or str(last_year(row["period"]) or "")
        if not row["period"] or not row["geography"] or not _is_year(written):
            _refuse(table, line, "The row has no place, or no period with a year.",
                    'Write the year in which the period ends into a column "end".',
                    problems)  # fmt: skip
            continue
        groups = tuple(sorted((name, row[name]) for name in dimensions if row[name]))
        yield line, Counted(
            row["period"], int(written), row["geography"], groups, int(row["numerator"]),
            None if whole is None else int(whole),
        )  # fmt: skip


def _is_year(written: str) -> bool:
    return written.isascii() and written.isdecimal() and int(written) in ENDS


def _check_rows(
    table: Path,
    rows: list[tuple[int, Counted]],
    by: set[str],
    policy: Policy,
    problems: Problems,
) -> None:
    first: dict[tuple, int] = {}
    for line, row in rows:
        key = (row.end, row.geography, row.groups)
        if key in first:
            _refuse(table, line, f"The row is for the same period, place and group as line "
                    f"{first[key]}.", "Keep one of the two.", problems)  # fmt: skip
        first.setdefault(key, line)
        for dimension, group in row.groups:
            if dimension not in by and _NUMBER.match(group):
                _refuse(table, line, f'The column "{dimension}" holds a number.',
                        "A breakdown holds names of groups. If these are names, such as grades, "
                        f"add: --by {dimension}", problems)  # fmt: skip
        visible = row.whole is not None and not is_hidden(row.part, row.whole, policy)
        if visible and row.part > row.whole:
            _refuse(table, line, "The numerator is more than the denominator.",
                    "Compare the row with its source.", problems)  # fmt: skip


def _refuse(table: Path, line: int, what: str, fix: str, problems: Problems) -> None:
    problems.error(
        "counts-not-readable",
        Place(table.name, line),
        what=what,
        why="Only a table that is understood can be made safe.",
        fix=fix,
    )
