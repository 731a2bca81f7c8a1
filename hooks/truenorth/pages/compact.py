"""What the compact is: /compact/, the way to its documents and to those who signed."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.compact.model import Document
from truenorth.pages import documents, signers
from truenorth.pages.content_pages import body_of, page_at
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


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The compact's own page, where there is a text or something is said about it."""
    written = page_at(project, ADDRESS)
    if not (written or project.documents):
        return ()
    name = project.partnership.name
    listed = tuple(_listed(words, document) for document in project.documents)
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
                "signers": _signers_link(project, words),
            },
            origin=written.file if written else "data/partnership.yml",
            parts=("documents",) if listed else (),
        ),
    )


def _listed(words: Wording, document: Document) -> Listed:
    kind = words(f"enums.document_kind.{document.head.kind}")
    return Listed(
        Link(document.head.title, documents.address(document)),
        document.head.summary,
        "" if kind.casefold() == document.head.title.casefold() else kind,
        words(f"compact.basis.{documents.basis(document)}"),
        words("compact.sections", count=len(document.sections)),
    )


def _signers_link(project: Project, words: Wording) -> Link | None:
    return (
        Link(words("compact.signers_link"), signers.ADDRESS) if signers.has_roll(project) else None
    )
