"""A section named in the version in which a record rests on it, and whether it stands today."""

from __future__ import annotations

from truenorth.compact.texts import held_text, shown_text
from truenorth.pages.compact.text_view import (
    document_address,
    section_link,
    section_name,
    version_address,
)
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording


def stands_today(project: Project, place: str) -> bool:
    """Whether the text that readers are shown has a section named as document#section."""
    name, _, ident = place.partition("#")
    return any(
        ident in {section.id for section in shown_text(document, project.today).sections}
        for document in project.documents
        if document.id == name
    )


def section_of(project: Project, words: Wording, place: str, version: str | None) -> Link | None:
    """A section named as document#section, in the text of a version or in that of today."""
    name, _, ident = place.partition("#")
    document = next((d for d in project.documents if d.id == name), None)
    text = held_text(document, version) if document and version else None
    section = next((s for s in text.sections if s.id == ident), None) if text else None
    if section is None:
        return section_link(project, words, place)
    shown = words(
        "documents.section_of",
        document=text.head.title,
        section=section_name(words, section, text.head.kind),
    )
    home = version_address(document, version)
    if text == shown_text(document, project.today):
        home = document_address(document)
    return Link(words("commitments.of_version", section=shown, version=version), f"{home}#{ident}")


def then_and_today(
    project: Project, words: Wording, place: str | None, version: str | None
) -> tuple[Link, ...]:
    """The section in that version and, where that is older, where it stands today."""
    if place is None:
        return ()
    under = section_of(project, words, place, version)
    today = section_link(project, words, place)
    if today is None or (under is not None and under.address == today.address):
        return (under,) if under else ()
    said = (
        words("commitments.today_section", section=today.text)
        if stands_today(project, place)
        else words("commitments.section_gone")
    )
    shown = Link(said, today.address)
    return (under, shown) if under else (shown,)
