"""Whether the texts hold what an agreement needs: /compact/completeness/.

A stewardship group works by three documents; a common agenda has five elements.
"""

from __future__ import annotations

from typing import get_args

from truenorth.compact.model import AgendaElement, Document, Element
from truenorth.compact.register import current
from truenorth.compact.texts import shown_text
from truenorth.pages.compact.documents import FEED
from truenorth.pages.compact.text_view import basis, document_address, section_link
from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.records import Entry, Project, Records, known, linked
from truenorth.pages.wording import Wording

ADDRESS = "/compact/completeness/"
STEWARDSHIP = ("principles", "bylaws", "goals")


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The page, where there is any governing text."""
    if not project.documents:
        return ()
    by_element = {element.element: element for element in project.agenda}
    named = [element for element in by_element.values() if element.sections]
    kinds = {document.head.kind for document in project.documents}
    held = sum(kind in kinds for kind in STEWARDSHIP)
    return (
        Page(
            address=ADDRESS,
            template="completeness.html",
            title=words("completeness.title"),
            description=words("completeness.description", partnership=project.partnership.name),
            context={
                "held": words("completeness.documents.held", count=held),
                "documents": _documents(project, words),
                "named": words("completeness.elements.held", count=len(named)),
                "elements": _elements(project, words, by_element),
            },
            origin="data/common_agenda.yml" if project.agenda else project.documents[0].file,
            parts=("documents", "elements"),
            feed=FEED,
        ),
    )


def _documents(project: Project, words: Wording) -> Records:
    rows = []
    for kind in STEWARDSHIP:
        found = [document for document in project.documents if document.head.kind == kind]
        name = Entry(words(f"enums.document_kind.{kind}"))
        if not found:
            gone = Entry(words("completeness.missing_document"), missing=True)
            nothing = Entry(words("completeness.no_review"), missing=True)
            rows.append((name, gone, nothing, nothing))
        for document in found:
            rows.append((name, _text(project, words, document), *_reviews(words, document.head)))
    return _table(words, "documents", ("document", "text", "last", "next"), rows)


def _text(project: Project, words: Wording, document: Document) -> Entry:
    text = shown_text(document, project.today)
    now = current(document.register, project.today) if document.register else None
    notes = [words(f"compact.basis.{basis(text.head)}")]
    if now is not None:
        notes.append(words("documents.in_force", version=now.label))
    return Entry(links=(Link(text.head.title, document_address(document)),), notes=tuple(notes))


def _elements(project: Project, words: Wording, by_element: dict[str, AgendaElement]) -> Records:
    rows = []
    for name in get_args(Element):
        element = by_element.get(name)
        links = [section_link(project, words, s) for s in element.sections] if element else []
        sections = linked(
            tuple(link for link in links if link), words("completeness.missing_element")
        )
        if element and element.note:
            sections = Entry(sections.text, sections.links, (element.note,), sections.missing)
        rows.append(
            (
                Entry(
                    words(f"completeness.element.{name}"),
                    notes=(words(f"completeness.means.{name}"),),
                ),
                sections,
                *_reviews(words, element),
            )
        )
    return _table(words, "elements", ("element", "sections", "last", "next"), rows)


def _reviews(words: Wording, record: object) -> tuple[Entry, Entry]:
    dates = (getattr(record, name, None) for name in ("last_review", "next_review"))
    return tuple(
        known(words.date(date) if date else None, words("completeness.no_review")) for date in dates
    )


def _table(words: Wording, name: str, columns: tuple[str, ...], rows: list) -> Records:
    return Records(
        id=f"table-{name}",
        caption=words(f"completeness.{name}.caption"),
        columns=tuple(words(f"completeness.column.{column}") for column in columns),
        rows=tuple(rows),
    )
