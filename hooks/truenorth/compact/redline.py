"""What changed between two texts: by section id, then by block, then by word.

Sections are matched by their permanent ids, so one that was moved or
renumbered is not a deletion and an insertion. Within a section, blocks
(paragraphs, list items, table rows) are aligned first, so that a change in one
item never smears over the list. Every step is lossless: the pieces give back
both texts, character by character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from truenorth.compact.model import Section

Op = Literal["same", "insert", "delete"]
ALIKE = 0.4

_TOKEN = re.compile(r"(?:!?\[[^\]\n]*\]\([^)\n]*\)|[^\W_]+(?:['’\-][^\W_]+)*|[^\w\s]|_|)\s*")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+\S")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")


@dataclass(frozen=True)
class Piece:
    """A stretch of text that both versions share, or that one of them has alone."""

    op: Op
    text: str


@dataclass(frozen=True)
class BlockDiff:
    """A paragraph, list item or table row in both versions; one side is None where it is absent."""

    before: str | None
    after: str | None

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return compare_words(self.before or "", self.after or "")


@dataclass(frozen=True)
class SectionDiff:
    """One section in both versions. `moved`: its place among the sections that stayed changed."""

    id: str
    before: Section | None
    after: Section | None
    moved: bool = False

    @cached_property
    def title(self) -> tuple[Piece, ...]:
        return compare_words(*(side.title if side else "" for side in (self.before, self.after)))

    @cached_property
    def blocks(self) -> tuple[BlockDiff, ...]:
        return compare_blocks(
            *(side.markdown if side else "" for side in (self.before, self.after))
        )

    @property
    def new(self) -> bool:
        return self.before is None

    @property
    def removed(self) -> bool:
        return self.after is None

    @property
    def retitled(self) -> bool:
        return self._both and self.before.title != self.after.title

    @property
    def renumbered(self) -> bool:
        return self._both and self.before.number != self.after.number

    @property
    def reworded(self) -> bool:
        return self._both and self.before.markdown.strip() != self.after.markdown.strip()

    @property
    def changed(self) -> bool:
        return not self._both or self.retitled or self.renumbered or self.reworded or self.moved

    @property
    def _both(self) -> bool:
        return self.before is not None and self.after is not None


def compare(before: Sequence[Section], after: Sequence[Section]) -> tuple[SectionDiff, ...]:
    """Every section of either version once, in the order of the new one.

    A removed section stands after the one that it followed.
    """
    old, new = {s.id: s for s in before}, {s.id: s for s in after}
    stayed = _longest_kept_order([s.id for s in before if s.id in new], [s.id for s in after])
    order = [s.id for s in after]
    for position, section in enumerate(before):
        if section.id not in new:
            earlier = before[position - 1].id if position else None
            order.insert(order.index(earlier) + 1 if earlier in order else 0, section.id)
    return tuple(
        SectionDiff(id, old.get(id), new.get(id), id in old and id in new and id not in stayed)
        for id in order
    )


def compare_blocks(before: str, after: str) -> tuple[BlockDiff, ...]:
    """Blocks of both texts aligned: equal ones first, then by how many words they share."""
    if before == after:
        return tuple(BlockDiff(block, block) for block in split_blocks(after))
    old, new = split_blocks(before), split_blocks(after)
    found: list[BlockDiff] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [BlockDiff(block, block) for block in new[c:d]]
        else:
            found += _pair(old[a:b], new[c:d])
    return tuple(found)


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """Word by word; a link or picture counts as one word, so that its markup stays whole."""
    if before == after:
        return (Piece("same", after),) if after else ()
    old, new = split_words(before), split_words(after)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        if a < b:
            pieces.append(Piece("delete", "".join(old[a:b])))
        if c < d:
            pieces.append(Piece("insert", "".join(new[c:d])))
    return tuple(pieces)


def old_text(pieces: Iterable[Piece]) -> str:
    """The text before: what both share and what was deleted."""
    return "".join(piece.text for piece in pieces if piece.op != "insert")


def new_text(pieces: Iterable[Piece]) -> str:
    """The text after: what both share and what was inserted."""
    return "".join(piece.text for piece in pieces if piece.op != "delete")


def split_words(text: str) -> list[str]:
    """Words, links and marks, each with the space that follows it; joined they give the text."""
    return [match[0] for match in _TOKEN.finditer(text) if match[0]]


def split_blocks(markdown: str) -> list[str]:
    """Paragraphs, list items and table rows with their line ends; joined they give the text."""
    blocks: list[list[str]] = []
    fence, fresh = "", True
    for line in markdown.splitlines(keepends=True):
        mark = _FENCE.match(line)
        starts = fresh or bool(_ITEM.match(line)) or line.lstrip().startswith("|")
        if fence or not line.strip() or not starts:
            (blocks[-1] if blocks else blocks.append([]) or blocks[-1]).append(line)
        else:
            blocks.append([line])
        if mark:
            fence = "" if fence == mark[1] else fence or mark[1]
        fresh = not fence and not line.strip()
    return ["".join(block) for block in blocks]


def _pair(old: list[str], new: list[str]) -> list[BlockDiff]:
    """Blocks in order, those that share enough words as one changed block."""
    score = _alignment(old, new)
    found, i, j = [], 0, 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and score[i][j][1]:
            found.append(BlockDiff(old[i], new[j]))
            i, j = i + 1, j + 1
        elif i < len(old) and (j == len(new) or score[i + 1][j][0] >= score[i][j + 1][0]):
            found.append(BlockDiff(old[i], None))
            i += 1
        else:
            found.append(BlockDiff(None, new[j]))
            j += 1
    return found


def _alignment(old: list[str], new: list[str]) -> list[list[tuple[float, bool]]]:
    """For each pair of positions the best likeness from there on, and whether to pair the two."""
    words = [[set(split_words(b)) for b in side] for side in (old, new)]
    score = [[(0.0, False)] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best = max(score[i + 1][j][0], score[i][j + 1][0])
            alike = _likeness(words[0][i], words[1][j])
            paired = alike >= ALIKE and score[i + 1][j + 1][0] + alike > best
            score[i][j] = (score[i + 1][j + 1][0] + alike if paired else best, paired)
    return score


def _likeness(one: set[str], other: set[str]) -> float:
    """Shared words out of the words of both (0 to 1)."""
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)


def _longest_kept_order(before: list[str], after: list[str]) -> set[str]:
    """The largest set of ids that stand in the same order in both: the rest was moved."""
    position = {id: index for index, id in enumerate(before)}
    tails: list[int] = []
    best: list[tuple[str, ...]] = []
    for id in (id for id in after if id in position):
        at = bisect_left(tails, position[id])
        chain = (*(best[at - 1] if at else ()), id)
        if at == len(tails):
            tails.append(position[id])
            best.append(chain)
        else:
            tails[at], best[at] = position[id], chain
    return set(best[-1]) if best else set()
