"""What changed from one text to the next, in sentences and as a redline."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from truenorth.compact.model import Section
from truenorth.compact.redline import SectionDiff, compare
from truenorth.compact.texts import Text
from truenorth.pages.compact.text_view import section_name
from truenorth.pages.wording import Wording

Wrap = Callable[[str, SectionDiff], str]
PREAMBLE = "opening-words"


@dataclass(frozen=True)
class Changes:
    """Two texts of one document and everything that differs between them."""

    before: Text
    after: Text
    preamble: SectionDiff | None
    sections: tuple[SectionDiff, ...]

    @property
    def changed(self) -> tuple[SectionDiff, ...]:
        return tuple(diff for diff in self.sections if diff.changed)


def changes(before: Text, after: Text) -> Changes:
    """What differs between two texts of a document; the opening words are compared as a section."""
    opening = None
    if before.preamble != after.preamble:
        opening = SectionDiff(PREAMBLE, *(_opening(text) for text in (before, after)))
    return Changes(before, after, opening, compare(before.sections, after.sections))


def sentences(words: Wording, found: Changes, wrap: Wrap = lambda text, _: text) -> tuple[str, ...]:
    """What changed, one sentence for each kind of change; a sentence too where nothing did.

    `wrap` may lead from the name of a section to it.
    """
    said = [*_about_heads(words, found)]
    if found.preamble is not None:
        said.append(words("changes.preamble"))
    for kind in _KINDS:
        diffs = [diff for diff in found.changed if getattr(diff, kind)]
        if kind not in ("new", "removed"):
            diffs = [diff for diff in diffs if not (diff.new or diff.removed)]
        if diffs:
            named = [wrap(_named(words, found, kind, diff), diff) for diff in diffs]
            said.append(words(f"changes.{kind}", count=len(diffs), sections=words.list(named)))
    said += [
        words(
            "changes.retitled",
            section=wrap(_named(words, found, "retitled", diff), diff),
            title=diff.before.title,
        )
        for diff in found.changed
        if diff.retitled
    ]
    return tuple(said) or (words("changes.none"),)


_KINDS = ("new", "removed", "reworded", "moved", "renumbered")


def _named(words: Wording, found: Changes, kind: str, diff: SectionDiff) -> str:
    """The section as the new text names it, or the old one where it is gone."""
    if kind != "renumbered":
        return section_name(words, diff.after or diff.before, found.after.head.kind)
    before, after = diff.before.number, diff.after.number
    if not (before and after):
        key = "unnumbered" if before else "numbered"
        return words(f"changes.number.{key}", title=diff.after.title, number=after or before)
    return words("changes.number.changed", before=before, after=after)


def _about_heads(words: Wording, found: Changes) -> Iterable[str]:
    old, new = found.before.head, found.after.head
    if old.title != new.title:
        yield words("changes.title", before=old.title, after=new.title)
    if old.kind != new.kind:
        yield words("changes.kind", kind=words(f"enums.document_kind.{new.kind}"))
    if old.decision_rule != new.decision_rule:
        yield words("changes.rule")


def _opening(text: Text) -> Section | None:
    if not text.preamble.strip():
        return None
    return Section(PREAMBLE, "", "", 2, text.preamble, text.preamble_line, text.preamble_line)
