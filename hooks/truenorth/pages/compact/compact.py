"""What the compact is: /compact/, the way to its documents and to those who signed."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.compact.model import Document
from truenorth.compact.register import current
from truenorth.compact.texts import coming, proposed, shown_text
from truenorth.pages.compact import amendments, completeness, in_force, signers
from truenorth.pages.compact.documents import FEED
from truenorth.pages.compact.proposal import proposed_address
from truenorth.pages.compact.text_view import basis, document_address, version_address
from truenorth.pages.overview.content_pages import body_of, page_at
from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording

ADDRESS = "/compact/"


@dataclass(frozen=True)
class Listed:
    """A document in the list, with one sentence and what its words are.

    `kind` is empty where the title says it already.
    """

    link: Link
    sentence: str
    kind: str
    basis: str
    sections: str
    in_force: str
    notes: tuple[Link, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The compact's own page, where there is a text or something is said about it."""
    written = page_at(project, ADDRESS)
    if not (written or project.documents):
        return ()
    name = project.partnership.name
    listed = tuple(_listed(project, words, document) for document in project.documents)
    return (
        Page(
            address=ADDRESS,
            template="compact.html",
            title=written.head.title if written else words("compact.title", partnership=name),
            description=(
                written.head.description
                if written
                else words("compact.description", partnership=name)
            ),
            context={
                "text": body_of(project, words, written).html if written else "",
                "documents": listed,
                "more": _more(project, words),
            },
            origin=written.file if written else "data/partnership.yml",
            parts=("documents", "more") if listed else (),
            feed=FEED if listed else None,
        ),
    )


def _listed(project: Project, words: Wording, document: Document) -> Listed:
    text = shown_text(document, project.today)
    kind = words(f"enums.document_kind.{text.head.kind}")
    return Listed(
        Link(text.head.title, document_address(document)),
        text.head.summary,
        "" if kind.casefold() == text.head.title.casefold() else kind,
        words(f"compact.basis.{basis(text.head)}"),
        words("compact.sections", count=len(text.sections)),
        _in_force(project, words, document),
        _notes(project, words, document),
    )


def _in_force(project: Project, words: Wording, document: Document) -> str:
    register = document.register
    now = current(register, project.today) if register else None
    if now is None:
        return words("compact.no_version")
    return words(
        "compact.in_force", version=now.label, date=words.date(now.effective or now.adopted or "")
    )


def _notes(project: Project, words: Wording, document: Document) -> tuple[Link, ...]:
    """What is coming or proposed for a document."""
    found = [
        Link(words("compact.coming", version=v.label, date=words.date(start)),
             version_address(document, v.label))
        for v in coming(document, project.today)
        if (start := v.effective or v.adopted)
    ]  # fmt: skip
    if proposed(document, project.today):
        found.append(Link(words("compact.proposed"), proposed_address(document)))
    return tuple(found)


def _more(project: Project, words: Wording) -> tuple[Link, ...]:
    """The pages that tell of all texts together, as far as there are any."""
    pages_there = (
        ("signers_link", signers.ADDRESS, signers.has_roll(project)),
        ("in_force_link", in_force.ADDRESS, in_force.has_course(project)),
        ("amendments_link", amendments.ADDRESS, amendments.has_amendments(project)),
        ("completeness_link", completeness.ADDRESS, bool(project.documents)),
        ("feed_link", FEED, bool(project.documents)),
    )
    return tuple(Link(words(f"compact.{name}"), at) for name, at, there in pages_there if there)
