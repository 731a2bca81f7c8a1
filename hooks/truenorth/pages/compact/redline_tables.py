"""A table in two versions, row by row and cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from truenorth.compact.redline import BlockDiff, Op, Piece
from truenorth.pages.compact.redline_words import apart, pieces, with_marks

_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELL = re.compile(r"(?:`[^`]*`|\\.|[^|\\])*")
_HEAD = 2


def is_delimiter(line: str) -> bool:
    """Whether a line sets a table's head apart from its rows."""
    return _DELIMITER.fullmatch(line) is not None


def is_row(block: BlockDiff) -> bool:
    """Whether a block is a row of a table in both versions."""
    return all(
        side is None or side.lstrip().startswith("|") for side in (block.before, block.after)
    )


def tables(rows: list[BlockDiff], replaced: bool) -> list[str]:
    """One table row by row; where its columns changed, the old table and then the new one."""
    old = [row.before for row in rows if row.before is not None]
    new = [row.after for row in rows if row.after is not None]
    if old == new:
        return ["".join(new).rstrip()]
    if replaced or not _same_columns(rows, old, new):
        return [_whole(side, op) for side, op in ((old, "delete"), (new, "insert")) if side]
    lines = []
    for row in rows:
        if is_delimiter(row.after or row.before):
            lines += [row.after.strip()] if row.after else []
        elif row.before == row.after:
            lines.append(row.after.strip())
        else:
            empty = [""] * len(_cells(row.after or row.before))
            sides = [_cells(side) if side else empty for side in (row.before, row.after)]
            lines.append(_row(with_marks(pieces(a, b)) for a, b in zip(*sides, strict=True)))
    return ["\n".join(lines)]


def _same_columns(rows: list[BlockDiff], old: list[str], new: list[str]) -> bool:
    if not (_is_table(old) and _is_table(new)):
        return False
    heads = rows[0].before is not None and rows[0].after is not None
    return heads and len({len(_cells(row)) for row in (*old, *new)}) == 1


def _is_table(rows: list[str]) -> bool:
    if len(rows) < _HEAD or any(not row.strip() or "\n\n" in row for row in rows[:-1]):
        return False
    return is_delimiter(rows[1]) and len({len(_cells(row)) for row in rows}) == 1


def _whole(rows: list[str], op: Op) -> str:
    if not _is_table(rows):
        return apart("".join(rows), op)
    head, delimiter, *rest = rows
    marked_rows = [_row(with_marks((Piece(op, c),)) for c in _cells(row)) for row in (head, *rest)]
    return "\n".join((marked_rows[0], delimiter.strip(), *marked_rows[1:]))


def _cells(row: str) -> list[str]:
    inside = row.strip().removeprefix("|")
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    cells, at = [], 0
    while True:
        found = _CELL.match(inside, at)
        cells.append(found[0].strip())
        if found.end() >= len(inside):
            return cells
        at = found.end() + 1


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
