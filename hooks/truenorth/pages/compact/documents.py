"""The governing texts: /compact/<document>/, the text in force with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.compact.model import Document
from truenorth.compact.register import current
from truenorth.compact.texts import coming, proposed, shown_text
from truenorth.pages.compact import legislation, version_facts, version_links
from truenorth.pages.compact.proposal import Proposal, proposal
from truenorth.pages.compact.text_view import TextView, document_address, version_address, view
from truenorth.pages.compact.version_facts import Pairs
from truenorth.pages.compact.version_links import Changed, Milestone
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, SourceLine, edit_address, source_lines
from truenorth.pages.records import Entry, Project
from truenorth.pages.wording import Wording

FEED = "/compact/changes.xml"


@dataclass(frozen=True)
class DocumentView:
    """Everything the template of a governing text prints."""

    title: str
    summary: str
    in_force: str
    notes: tuple[Link, ...]
    reviews: tuple[str, ...]
    facts: Pairs
    text: TextView
    changed: Changed | None
    versions: tuple[Milestone, ...]
    pairs: tuple[Link, ...]
    propose: Link
    proposed: Proposal | None
    rests_on: tuple[SourceLine, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """One page for each governing text."""
    return tuple(_page(project, words, document) for document in project.documents)


def _page(project: Project, words: Wording, document: Document) -> Page:
    text = shown_text(document, project.today)
    shown = _view(project, words, document)
    parts = [*shown.text.anchors, "propose"]
    parts += [name for name, there in (
        ("in-force", shown.facts), ("changed", shown.changed), ("versions", shown.versions),
        ("rests-on", shown.rests_on),
    ) if there]  # fmt: skip
    return Page(
        address=document_address(document),
        template="document.html",
        title=text.head.title,
        description=text.head.summary,
        context={"document": shown},
        origin=document.file,
        parts=tuple(parts),
        jsonld=(legislation.of_document(project, words, document, shown.rests_on),),
        feed=FEED,
    )


def _view(project: Project, words: Wording, document: Document) -> DocumentView:
    text = shown_text(document, project.today)
    register = document.register
    now = current(register, project.today) if register else None
    return DocumentView(
        title=text.head.title,
        summary=text.head.summary,
        in_force=words("documents.in_force", version=now.label) if now else "",
        notes=_notes(project, words, document),
        reviews=_reviews(words, document),
        facts=_facts(project, words, document),
        text=view(project, words, document, text),
        changed=version_links.changed_by(project, words, document, now) if now else None,
        versions=version_links.timeline(project, words, document),
        pairs=version_links.all_pairs(words, document),
        propose=Link(words("documents.propose"), edit_address(project, document.file)),
        proposed=proposal(project, words, document) if proposed(document, project.today) else None,
        rests_on=source_lines(project, words, text.head.sources),
    )


def _facts(project: Project, words: Wording, document: Document) -> Pairs:
    register = document.register
    now = current(register, project.today) if register else None
    if now is None:
        return ()
    named = (version_facts.version_link(words, document, now),)
    return (
        (words("versions.term.version"), Entry(links=named)),
        *version_facts.facts(project, words, document, now),
    )


def _notes(project: Project, words: Wording, document: Document) -> tuple[Link, ...]:
    """What a reader of today's text should know: what comes next, and what is not held."""
    register = document.register
    if register is None:
        return ()
    found = [
        Link(
            words("documents.coming", version=version.label, date=words.date(start)),
            version_address(document, version.label),
        )
        for version in coming(document, project.today)
        if (start := version.effective or version.adopted)
    ]
    now = current(register, project.today)
    if now and document.held and not any(held.label == now.label for held in document.held):
        found.append(
            Link(
                words("documents.in_force_not_held", version=now.label),
                version_address(document, now.label),
            )
        )
    return tuple(found)


def _reviews(words: Wording, document: Document) -> tuple[str, ...]:
    dates = (
        ("documents.last_review", document.head.last_review),
        ("documents.next_review", document.head.next_review),
    )
    return tuple(words(key, date=words.date(date)) for key, date in dates if date)
