"""What changed in a section, as safe HTML: inserted words in <ins>, deleted ones in <del>.

The text is rendered once with marks in it, like any other text of the project,
and what stands between two marks is wrapped piece by piece, so that no <ins>
or <del> ever crosses a tag. The result is then read back: without its deleted
words it must say what the new text says, without its inserted ones what the
old text said. Where it does not, the blocks that are to blame are shown as a
whole, the old before the new.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from html.parser import HTMLParser

from markupsafe import Markup

from truenorth.compact.model import Section
from truenorth.compact.redline import BlockDiff, Op, compare_blocks
from truenorth.pages.compact.redline_marks import marked
from truenorth.pages.compact.redline_words import CLOSE, MARKS, OPEN, pieces, strip_marks
from truenorth.pages.prose.prose import cleaned
from truenorth.pages.wording import Wording

Render = Callable[[str, str], Markup]
"""From Markdown and a suffix for the ids it makes to safe HTML."""

CLASSES = frozenset({"tn-hidden", "tn-was"})
_ELEMENT = {"insert": "ins", "delete": "del"}
_OPENS = {mark: op for op, mark in OPEN.items()}
_DELETED = re.compile(f"{OPEN['delete']}.*?(?:{CLOSE['delete']}|$)", re.DOTALL)
_MARK = re.compile(f"({MARKS.pattern})")
# A paragraph or list item of nothing but words and the commonest signs, on one line.
_PLAIN = re.compile(r"(- |)[^\W\d_][^\W_]*(?:[ ,;.'’?()-]{1,2}[^\W_]+)*[.?!]?\n*")
_VOID = frozenset({"br", "hr", "img"})
_OLD = "old-"


def words_html(words: Wording, before: str, after: str) -> Markup:
    """One line of plain text in both versions, such as a title."""
    out: list[str] = []
    for piece in pieces(strip_marks(before), strip_marks(after)):
        core = piece.text.strip()
        if piece.op == "same" or not core:
            out.append(escape(piece.text, quote=False))
            continue
        lead, _, trail = piece.text.partition(core)
        out.append(lead + _wrapped(words, piece.op, escape(core, quote=False)) + trail)
    return cleaned("".join(out).strip(), CLASSES)


def whole_html(words: Wording, before: str, after: str) -> Markup:
    """Plain text that is shown as a whole in both versions where it differs, such as a number."""
    if before == after:
        return Markup("{}").format(after)
    shown = (("delete", before), ("insert", after))
    html = " ".join(_wrapped(words, op, escape(text, quote=False)) for op, text in shown if text)
    return cleaned(html, CLASSES)


def section_html(
    words: Wording, before: Section | None, after: Section | None, render: Render
) -> Markup:
    """The text under a section's heading in both versions."""
    old, new = (side.markdown if side else "" for side in (before, after))
    return text_html(words, old, new, render)


def text_html(words: Wording, old: str, new: str, render: Render) -> Markup:
    """A text in both versions; its marks are the only ones in it."""
    old, new = strip_marks(old), strip_marks(new)
    if old == new:
        return render(new, "")
    blocks = compare_blocks(old, new)
    html = _read(words, render(marked(blocks), ""))
    if all(map(_plain, blocks)) or _holds(html, old, new, render):
        return cleaned(html, CLASSES)
    html = _read(words, render(marked(blocks, _unsound(words, blocks, render)), ""))
    if _holds(html, old, new, render):
        return cleaned(html, CLASSES)
    sides = ((old, "delete", _OLD), (new, "insert", ""))
    both = "".join(_read(words, render(text, ids), op) for text, op, ids in sides if text)
    return cleaned(both, CLASSES)


def without(html: str, tag: str) -> str:
    """The words of a redline without those in `tag` and those for screen readers alone."""
    reader = _Words(tag)
    reader.feed(html)
    reader.close()
    return "".join("".join(reader.heard).split())


def _plain(block: BlockDiff) -> bool:
    """Whether a block is the same in both versions, or words alone, which marks cannot upset."""
    if block.before == block.after:
        return True
    sides = [_PLAIN.fullmatch(side) for side in (block.before, block.after) if side is not None]
    return all(sides) and len({side[1] for side in sides if side}) == 1


def _holds(html: str, old: str, new: str, render: Render) -> bool:
    said = without(html, "ins"), without(html, "del")
    return said == tuple(without(render(side, ""), "") for side in (old, new))


def _unsound(words: Wording, blocks: Sequence[BlockDiff], render: Render) -> frozenset[int]:
    """The changed blocks that do not read back to both versions when they stand alone."""
    found = set()
    for index, block in enumerate(blocks):
        if block.before is None or block.after is None or block.before == block.after:
            continue
        html = _read(words, render(marked((block,)), ""))
        if not _holds(html, block.before, block.after, render):
            found.add(index)
    return frozenset(found)


def _wrapped(words: Wording, op: Op, html: str, *, begins: bool = True, ends: bool = True) -> str:
    tag = _ELEMENT[op]
    start = _hidden(words(f"redline.{op}")) if begins else ""
    return f"<{tag}>{start}{html}{_hidden(words('redline.end')) if ends else ''}</{tag}>"


@cache
def _hidden(text: str) -> str:
    return f'<span class="tn-hidden">{escape(text)}</span>'


def _read(words: Wording, html: str, op: Op | None = None) -> str:
    reader = _Marked(words, op)
    reader.feed(html)
    reader.close()
    return "".join(reader.finished()).replace("<p></p>", "")


class _Marked(HTMLParser):
    """Walks rendered HTML and turns what is between two marks into <ins> and <del>."""

    def __init__(self, words: Wording, op: Op | None) -> None:
        super().__init__(convert_charrefs=True)
        self._words = words
        self._op = op
        self._out: list[str] = []
        # The stretches of the change being read: place in `_out` and HTML; told as one change.
        self._stretches: list[tuple[int, str]] = []
        self._items: list[_Item] = []

    def finished(self) -> list[str]:
        self._close()
        return self._out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = "".join(f' {n}="{escape(_settled(value or ""))}"' for n, value in attrs)
        if tag == "li":
            self._items.append(_Item(len(self._out)))
        if tag == "img" and self._op:
            self._stretch(f"<{tag}{given}>")
            return
        self._out.append(f"<{tag}{given}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag == "li" and self._items:
            item = self._items.pop()
            if item.deleted and not item.kept:
                self._out[item.start] = self._out[item.start][:-1] + ' class="tn-was">'
        self._out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        for part in _MARK.split(data):
            if part in _OPENS:
                self._close()
                self._op = _OPENS[part]
            elif MARKS.fullmatch(part):
                self._close()
                self._op = None
            elif part:
                self._text(part)

    def _text(self, text: str) -> None:
        core = text.strip()
        if core:
            self._items = [item.saw(self._op == "delete") for item in self._items]
        if not (self._op and core):
            self._out.append(escape(text, quote=False))
            return
        lead, _, trail = text.partition(core)
        self._out.append(lead)
        self._stretch(escape(core, quote=False))
        self._out.append(trail)

    def _stretch(self, html: str) -> None:
        self._stretches.append((len(self._out), html))
        self._out.append("")

    def _close(self) -> None:
        last = len(self._stretches) - 1
        for index, (place, html) in enumerate(self._stretches):
            begins, ends = index == 0, index == last
            self._out[place] = _wrapped(self._words, self._op, html, begins=begins, ends=ends)
        self._stretches = []


class _Item:
    """A list item being read: where it starts, and whether words of it stayed or are gone."""

    def __init__(self, start: int) -> None:
        self.start, self.kept, self.deleted = start, False, False

    def saw(self, deleted: bool) -> _Item:
        self.deleted |= deleted
        self.kept |= not deleted
        return self


class _Words(HTMLParser):
    """The words of HTML but for those in one kind of element, and for signs the page adds."""

    def __init__(self, tag: str) -> None:
        super().__init__(convert_charrefs=True)
        self.heard: list[str] = []
        self._tag = tag
        self._left_out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        added = kind in ("tn-hidden", "footnote-ref", "footnote-backref")
        if self._left_out:
            self._left_out += [tag] if tag not in _VOID else []
        elif tag == self._tag or added:
            self._left_out.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._left_out and self._left_out[-1] == tag:
            self._left_out.pop()

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self.heard.append(data)


def _settled(value: str) -> str:
    """An attribute, such as the label of a cell, as it is in the new version or was in the old."""
    return strip_marks(_DELETED.sub("", value)).strip() or strip_marks(value)
