"""Two versions of a text as one Markdown text, with marks around what was inserted or deleted.

The marks stand around words, never before what makes a block what it is (a
list's marker, a table's pipe, a heading's signs), so that an inserted list item
is still a list item.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from truenorth.compact.redline import BlockDiff, Op, Piece
from truenorth.pages.compact.redline_tables import is_delimiter, is_row, tables
from truenorth.pages.compact.redline_words import apart, pieces, with_marks

_PREFIX = re.compile(
    r"(?P<item>\s*(?:[-*+]|\d+[.)])\s+)|(?P<heading>\s*\#{1,6}\s+)|(?P<quote>\s{0,3}>\s?)"
    r"|(?P<note>\s*\[\^[^\]\n]+\]:\s*)|(?P<text>\s*)"
)
_HEADING_END = re.compile(r"(?:\s+\#+)?(?:\s*\{[^}\n]*\})?\s*$")
# Lines that make a block more than a run of words.
_STRUCTURE = re.compile(r"\s*(?:```|~~~|:\s|\[[^\]\n]+\]:|=+\s*$|<|\|)|\s{0,3}(?:[-*_]\s*){3,}$")


@dataclass(frozen=True)
class _Chunk:
    """A stretch of the Markdown text; `end` is the blank space that its source has after it."""

    text: str
    end: str = "\n\n"
    item: bool = False


def marked(blocks: Sequence[BlockDiff], replaced: Collection[int] = ()) -> str:
    """Both versions as one text; blocks in `replaced` stand as a whole, the old before the new."""
    chunks: list[_Chunk] = []
    position = 0
    for in_table, group in groupby(blocks, is_row):
        members = list(group)
        if in_table:
            whole = any(position + i in replaced for i in range(len(members)))
            chunks += [_Chunk(table) for table in tables(members, whole)]
        else:
            for index, block in enumerate(members, position):
                chunks += _block(block, index in replaced)
        position += len(members)
    return _joined(chunks)


def _block(block: BlockDiff, replaced: bool) -> Iterator[_Chunk]:
    before, after = block.before, block.after
    if before == after:
        yield _Chunk(after.rstrip(), _end(after), _is_item(after))
        return
    if before and after and not replaced and (merged := _merged(before, after)) is not None:
        yield _Chunk(merged, _end(after), _is_item(after))
        return
    if before:
        yield _Chunk(_wrapped(before, "delete"), _end(before), _is_item(before))
    if after:
        yield _Chunk(_wrapped(after, "insert"), _end(after), _is_item(after))


def _merged(before: str, after: str) -> str | None:
    """One block with the words of both; None where the two are not the same kind of block."""
    if not (_is_run_of_words(before) and _is_run_of_words(after)):
        return None
    old, new = _PREFIX.match(before), _PREFIX.match(after)
    kind = new.lastgroup
    if old.lastgroup != kind or (kind in ("heading", "note") and old[0] != new[0]):
        return None
    old_body, _ = _body(before, old)
    new_body, end = _body(after, new)
    return new[0] + with_marks(pieces(old_body, new_body)) + end


def _wrapped(block: str, op: Op) -> str:
    """A block all of whose words were inserted, or deleted."""
    if not _is_run_of_words(block):
        return apart(block, op)
    prefix = _PREFIX.match(block)
    body, end = _body(block, prefix)
    return f"{prefix[0]}{with_marks((Piece(op, body),))}{end}"


def _body(block: str, prefix: re.Match[str]) -> tuple[str, str]:
    """What follows the signs that begin a block, and the signs that end it."""
    body = block[prefix.end() :].rstrip()
    if prefix.lastgroup == "quote":
        body = re.sub(r"\n\s{0,3}>\s?", "\n", body)
        return " ".join(body.split()), ""
    if prefix.lastgroup == "heading":
        end = _HEADING_END.search(body)[0]
        return body.removesuffix(end), end
    return body, ""


def _is_run_of_words(block: str) -> bool:
    """Whether the block is one run of words after the signs that begin it."""
    lines = block.rstrip().splitlines()
    kind = _PREFIX.match(block).lastgroup
    if kind == "quote":
        lines = [re.sub(r"^\s{0,3}>\s?", "", line) for line in lines]
        if any(not line.strip() or _PREFIX.match(line).lastgroup != "text" for line in lines):
            return False
    told = [line for line in lines[kind == "note" :] if line.strip()]
    return not any(_STRUCTURE.match(line) or is_delimiter(line) for line in told)


def _is_item(block: str) -> bool:
    return _PREFIX.match(block).lastgroup == "item"


def _end(block: str) -> str:
    return block[len(block.rstrip()) :]


def _joined(chunks: list[_Chunk]) -> str:
    text = ""
    for chunk, following in zip_longest(chunks, chunks[1:]):
        text += chunk.text
        if following is None:
            break
        tight = chunk.item and following.item
        text += chunk.end if "\n" in chunk.end else "\n" if tight else "\n\n"
    return text
