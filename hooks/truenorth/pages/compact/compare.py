"""What changed between any two versions whose texts are held, section by section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from markupsafe import Markup

from truenorth.compact.model import Document, HeldText
from truenorth.compact.redline import SectionDiff
from truenorth.compact.texts import Text
from truenorth.pages.compact import version_links
from truenorth.pages.compact.changes import PREAMBLE, changes, sentences
from truenorth.pages.compact.documents import FEED
from truenorth.pages.compact.redline_html import section_html, whole_html, words_html
from truenorth.pages.compact.text_view import (
    basis,
    compare_address,
    document_address,
    version_address,
)
from truenorth.pages.compact.version_facts import dated, interval_of
from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.prose.text_links import prose_of
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording


@dataclass(frozen=True)
class Redlined:
    """A section in both versions; `marks` say in words what happened to it."""

    id: str
    title: Markup
    marks: tuple[str, ...]
    html: Markup


@dataclass(frozen=True)
class Stretch:
    """Sections one after the other that changed, or that did not and are folded away."""

    changed: bool
    label: str
    sections: tuple[Redlined, ...]


@dataclass(frozen=True)
class Redline:
    """Two texts of one document, told and shown."""

    sentences: tuple[str, ...]
    stretches: tuple[Stretch, ...]

    @property
    def anchors(self) -> tuple[str, ...]:
        return tuple(section.id for stretch in self.stretches for section in stretch.sections)


@dataclass(frozen=True)
class Side:
    """One of the two versions: its page and when it was in force."""

    link: Link
    when: str
    text: str


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """A page for every two texts of a document that are held, the older one first."""
    return tuple(
        _page(project, words, document, before, after)
        for document in project.documents
        for before, after in combinations(document.held, 2)
    )


def redline(
    project: Project, words: Wording, document: Document, before: Text, after: Text
) -> Redline:
    """What changed in sentences, and each section in both versions."""
    found = changes(before, after)
    diffs = [*((found.preamble,) if found.preamble else ()), *found.sections]
    stretches = []
    for changed, group in groupby(diffs, lambda diff: diff.changed):
        sections = tuple(_redlined(project, words, document, diff) for diff in group)
        label = words("compare.unchanged", count=len(sections))
        stretches.append(Stretch(changed, label, sections))
    return Redline(sentences(words, found, _linked), tuple(stretches))


def _page(
    project: Project, words: Wording, document: Document, before: HeldText, after: HeldText
) -> Page:
    shown = redline(project, words, document, before, after)
    said = sentences(words, changes(before, after))
    title = words(
        "compare.title", document=after.head.title, before=before.label, after=after.label
    )
    address = compare_address(document, before.label, after.label)
    pairs = version_links.all_pairs(words, document)
    return Page(
        address=address,
        template="compare.html",
        title=title,
        description=" ".join(said),
        context={
            "before": _side(words, document, before),
            "after": _side(words, document, after),
            "caution": caution(words, (before, after)),
            "redline": shown,
            "others": tuple(pair for pair in pairs if pair.address != address),
            "back": Link(
                words("versions.to_document", document=document.head.title),
                document_address(document),
            ),
        },
        origin=after.file,
        parts=("changed", *shown.anchors),
        indexed=False,
        feed=FEED,
    )


def caution(words: Wording, texts: Sequence) -> str:
    """That a summary's changes are changes of our account, where a text is a summary."""
    return words("compare.summary") if any(basis(t.head) == "summary" for t in texts) else ""


def _side(words: Wording, document: Document, text: HeldText) -> Side:
    version = next(v for v in document.register.versions if v.label == text.label)
    interval = interval_of(document, version)
    return Side(
        link=Link(
            words("documents.version", version=text.label), version_address(document, text.label)
        ),
        when=(
            words("compare.since", date=dated(words, interval.start))
            if interval
            else words("compare.never")
        ),
        text=words(f"documents.held.{version.text}"),
    )


def _linked(text: str, diff: SectionDiff) -> Markup:
    return Markup('<a href="#{}">{}</a>').format(diff.id, text)


def _redlined(project: Project, words: Wording, document: Document, diff: SectionDiff) -> Redlined:
    render = _render(project, words, document, diff.id)
    return Redlined(
        id=diff.id,
        title=_title(words, diff),
        marks=tuple(words(f"compare.mark.{mark}") for mark in _marks(diff)),
        html=section_html(words, diff.before, diff.after, render),
    )


def _render(
    project: Project, words: Wording, document: Document, ident: str
) -> Callable[[str, str], Markup]:
    def render(markdown: str, ids: str) -> Markup:
        return prose_of(
            project, words, markdown, document.file, demote=1, prefix=f"{ident}-{ids}"
        ).html

    return render


def _title(words: Wording, diff: SectionDiff) -> Markup:
    if diff.id == PREAMBLE:
        return Markup("{}").format(words("compare.preamble"))
    old, new = diff.before, diff.after
    # A number is one word, whatever signs are in it.
    number = whole_html(words, old.number if old else "", new.number if new else "")
    title = words_html(words, old.title if old else "", new.title if new else "")
    return Markup("{} {}").format(number, title) if number else title


def _marks(diff: SectionDiff) -> tuple[str, ...]:
    named = ("new", "removed", "moved", "renumbered", "retitled", "reworded")
    return tuple(name for name in named if getattr(diff, name))
