"""A redline for reading outside the site: in the terminal, and as Markdown for a pull request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from truenorth.compact.model import HeldText
from truenorth.compact.redline import BlockDiff, Piece, SectionDiff
from truenorth.compact.texts import Text
from truenorth.pages.compact.changes import Changes, sentences
from truenorth.pages.wording import Wording

_GREEN, _RED, _BOLD, _PLAIN = "\x1b[32m", "\x1b[31m", "\x1b[1m", "\x1b[0m"
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~@&{}$]|:(?=//)")
_AT_START = re.compile(r"^(?:[-+=:]|\d+(?=[.)]))")


@dataclass(frozen=True)
class _Form:
    """How one output marks its parts."""

    title: Callable[[str], str]
    heading: Callable[[str], str]
    sentence: Callable[[str], str]
    note: Callable[[str], str]
    block: Callable[[Iterable[Piece]], str]
    gap: str


def to_terminal(words: Wording, compared: Changes, *, color: bool = False) -> str:
    """With marks that can be told apart without color, and color where it is wanted."""
    bold = (lambda text: f"{_BOLD}{text}{_PLAIN}") if color else (lambda text: text)

    def block(pieces: Iterable[Piece]) -> str:
        return "  " + "".join(_marked(piece, color) for piece in pieces).strip("\n")

    plain = _Form(
        title=lambda text: bold(_printable(text)),
        heading=lambda text: bold(_printable(text)),
        sentence=lambda text: f"- {_printable(text)}",
        note=_printable,
        block=block,
        gap="",
    )
    return "\n".join(_lines(words, compared, plain, "[-", "{+"))


def to_markdown(words: Wording, compared: Changes, *, level: int = 2) -> str:
    """With <ins> and <del>; everything that people wrote is escaped."""
    form = _Form(
        title=lambda text: f"{'#' * level} {escape(text)}\n",
        heading=lambda text: f"\n{'#' * (level + 1)} {escape(text)}\n",
        sentence=lambda text: f"- {escape(text)}",
        note=lambda text: f"\n*{escape(text)}*\n",
        block=lambda pieces: _markdown_block(pieces) + "\n",
        gap="",
    )
    return "\n".join(_lines(words, compared, form, "", "")).replace("\n\n\n", "\n\n").strip() + "\n"


def name_of(words: Wording, text: Text) -> str:
    """Version 2018, or the working text."""
    if isinstance(text, HeldText):
        return words("redline_text.version", label=text.label)
    return words("redline_text.working_text")


def escape(text: str) -> str:
    """Text that Markdown shows as it is written, and that no HTML can hide in."""
    one_line = " ".join(_printable(text).split())
    safe = _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", one_line)
    return _AT_START.sub(
        lambda found: found[0] + "&#8203;" if found[0].isdigit() else f"&#{ord(found[0])};", safe
    )


def _lines(
    words: Wording, compared: Changes, form: _Form, deleted: str, inserted: str
) -> Iterator[str]:
    before, after = compared.before, compared.after
    yield form.title(
        words("redline_text.title", document=after.head.title,
              before=name_of(words, before), after=name_of(words, after))
    )  # fmt: skip
    if "summary" in (before.head.text, after.head.text):
        yield form.note(words("redline_text.summary_text"))
    for sentence in sentences(words, compared):
        yield form.sentence(sentence)
    if deleted:
        marks = {"inserted": f"{inserted}{words('redline_text.inserted')}+}}",
                 "deleted": f"{deleted}{words('redline_text.deleted')}-]"}  # fmt: skip
        yield words("redline_text.legend", **marks)
    if before.head.decision_rule != after.head.decision_rule:
        yield form.gap
        yield form.heading(words("redline_text.heading.rule"))
        pieces = (Piece("delete", _rule(words, before)), Piece("insert", _rule(words, after)))
        yield form.block(pieces)
    if compared.preamble is not None:
        yield form.gap
        yield form.heading(words("redline_text.heading.preamble"))
        yield from (form.block(block.pieces) for block in compared.preamble.blocks)
    unchanged = 0
    for section in compared.sections:
        if not section.changed:
            unchanged += 1
            continue
        if unchanged:
            yield form.note(words("redline_text.unchanged", count=unchanged))
            unchanged = 0
        yield form.gap
        yield form.heading(_heading(words, section))
        yield from (form.block(pieces) for pieces in _section(section))
    if unchanged:
        yield form.note(words("redline_text.unchanged", count=unchanged))


def _heading(words: Wording, section: SectionDiff) -> str:
    now = section.after or section.before
    kind = "new" if section.new else "removed" if section.removed else "changed"
    form = "numbered" if now.number else "unnumbered"
    named = words(f"redline_text.name.{form}", number=now.number, title=now.title, id=section.id)
    return words(f"redline_text.heading.{kind}", section=named)


def _section(section: SectionDiff) -> Iterator[tuple[Piece, ...]]:
    """The heading's words where they changed, then the blocks."""
    if section.retitled:
        yield section.title
    yield from (pieces for block in section.blocks if (pieces := _pieces(block)))


def _pieces(block: BlockDiff) -> tuple[Piece, ...]:
    return block.pieces if (block.before or block.after or "").strip() else ()


def _rule(words: Wording, text: Text) -> str:
    """The rule for decisions in one sentence, with a blank after it."""
    rule = text.head.decision_rule
    if rule is None:
        return words("redline_text.rule.none") + " "
    said = words(
        f"redline_text.rule.{rule.method}",
        body=rule.body,
        quorum=rule.quorum,
        majority=rule.majority,
        whole=words(f"redline_text.majority_of.{rule.majority_of}"),
        days=rule.notice_days,
        signers=", ".join(rule.must_sign) or words("redline_text.rule.nobody"),
    )
    return said + " "


def _marked(piece: Piece, color: bool) -> str:
    text = _printable(piece.text)
    if piece.op == "same" or not text:
        return text
    core, space = text.rstrip(), text[len(text.rstrip()) :]
    marked = f"[-{core}-]" if piece.op == "delete" else f"{{+{core}+}}"
    if color:
        marked = f"{_RED if piece.op == 'delete' else _GREEN}{marked}{_PLAIN}"
    return marked + space


def _markdown_block(pieces: Iterable[Piece]) -> str:
    parts = []
    for piece in pieces:
        core, space = piece.text.rstrip(), piece.text[len(piece.text.rstrip()) :]
        tag = {"insert": "ins", "delete": "del"}.get(piece.op)
        safe = escape(core)
        lead = " " if core[:1].isspace() and parts else ""
        if safe:
            parts.append(lead + (f"<{tag}>{safe}</{tag}>" if tag else safe))
        parts.append(" " if space else "")
    return "".join(parts).strip()


def _printable(text: str) -> str:
    """Without characters that would steer a terminal or turn the direction of reading."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)
