"""A governing text as it is printed: its sections, how each is cited, and what is gone from it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from truenorth.compact.model import Document, DocumentHead, HeldText, RemovedSection, Section
from truenorth.compact.texts import Text, citation, shown_text
from truenorth.pages.partnership.referring import Referring, referring
from truenorth.pages.parts import Link
from truenorth.pages.prose.text_links import prose_of
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording


@dataclass(frozen=True)
class SectionView:
    """A section as it is printed; `address` answers for ever, `goals` are those that it states.

    `referring` are other records that name it, under what each kind is to it.
    """

    id: str
    number: str
    title: str
    level: int
    html: Markup
    link_label: str
    citation: str
    address: str
    goals: tuple[Link, ...]
    referring: Referring


@dataclass(frozen=True)
class Tombstone:
    """A section that is gone: its anchor still answers."""

    id: str
    title: str
    said: str
    reason: str
    moved: Link | None
    referring: Referring


@dataclass(frozen=True)
class TextView:
    """What stands between a text's title and its register."""

    banners: tuple[str, ...]
    preamble: Markup
    sections: tuple[SectionView, ...]
    removed: tuple[Tombstone, ...]

    @property
    def anchors(self) -> tuple[str, ...]:
        return (*(s.id for s in self.sections), *(gone.id for gone in self.removed))


def document_address(document: Document) -> str:
    return f"/compact/{document.id}/"


def version_address(document: Document, label: str) -> str:
    return f"{document_address(document)}{label}/"


def compare_address(document: Document, before: str, after: str) -> str:
    return f"{document_address(document)}compare/{before}/{after}/"


def basis(head: DocumentHead) -> str:
    """What the words of a text are: full, summary, not_held, or an illustration."""
    return "illustration" if head.illustration else head.text


def banners(project: Project, words: Wording, head: DocumentHead) -> tuple[str, ...]:
    """What a reader must know before taking the words for those that were agreed."""
    found = basis(head)
    if found == "full":
        return ()
    if found == "summary" and not project.partnership.signed:
        found = "summary_unsigned"
    return (words(f"documents.banner.{found}", partnership=project.partnership.name),)


def view(
    project: Project,
    words: Wording,
    document: Document,
    text: Text,
    prefix: str = "",
    *,
    as_version: bool = False,
) -> TextView:
    """A text of a document, the working one or that of a version; `prefix` keeps its ids apart.

    `as_version` tells only of records that name a section of that version.
    """
    return TextView(
        banners=banners(project, words, text.head),
        preamble=prose_of(
            project, words, text.preamble, document.file, prefix=f"{prefix}preamble-"
        ).html,
        sections=tuple(
            _section(project, words, document, text, s, prefix, as_version=as_version)
            for s in text.sections
        ),
        removed=tuple(
            _tombstone(project, words, document, gone, text, as_version=as_version)
            for gone in _gone(document, text)
        ),
    )


def cited(
    project: Project, words: Wording, document: Document, text: Text, section: Section
) -> str:
    """A section's citation: whose text, which document and version, which section, whose words."""
    parts = citation(text, section)
    form = "numbered" if parts.number else "titled"
    kind = "versioned" if parts.version else "working"
    named = words(
        f"documents.citation.{kind}.{form}",
        partnership=project.partnership.short_name,
        document=parts.document,
        version=parts.version or "",
        section=parts.number or parts.section,
    )
    return words(f"documents.cited.{basis(text.head)}", citation=named)


def section_name(words: Wording, section: Section, kind: str) -> str:
    """Section 3 (Measures), Goal 3 (Good jobs), or the title alone where it has no number."""
    form = ("goal" if kind == "goals" else "numbered") if section.number else "titled"
    return words(f"changes.section.{form}", number=section.number, title=section.title)


def section_link(project: Project, words: Wording, place: str) -> Link | None:
    """A section named as document#section, in the text that readers are shown."""
    name, _, ident = place.partition("#")
    document = next((d for d in project.documents if d.id == name), None)
    if document is None:
        return None
    text = shown_text(document, project.today)
    found = next((s for s in text.sections if s.id == ident), None)
    shown = section_name(words, found, text.head.kind) if found else ident
    return Link(
        words("documents.section_of", document=document.head.title, section=shown),
        f"{document_address(document)}#{ident}",
    )


def _section(
    project: Project,
    words: Wording,
    document: Document,
    text: Text,
    section: Section,
    prefix: str,
    *,
    as_version: bool,
) -> SectionView:
    place = f"{document.id}#{section.id}"
    shown = prose_of(
        project, words, section.markdown, document.file, prefix=f"{prefix}{section.id}-"
    )
    named = "documents.link_label" if section.number else "documents.link_label_unnumbered"
    home = (
        version_address(document, text.label)
        if isinstance(text, HeldText)
        else document_address(document)
    )
    return SectionView(
        id=f"{prefix}{section.id}",
        number=section.number or "",
        title=section.title,
        level=section.level,
        html=shown.html,
        link_label=words(named, number=section.number or "", title=section.title),
        citation=cited(project, words, document, text, section),
        address=f"{home}#{section.id}",
        goals=tuple(
            Link(goal.title, f"/goals/{goal.id}/")
            for goal in project.goals
            if goal.section == place
        ),
        referring=referring(project, words, place, _label(text), only=as_version),
    )


def _gone(document: Document, text: Text) -> tuple[RemovedSection, ...]:
    """Sections that stood in an earlier version and do not stand in this text."""
    register = document.register
    if register is None:
        return ()
    order = {version.label: position for position, version in enumerate(register.versions)}
    last = order.get(text.label, len(order)) if isinstance(text, HeldText) else len(order)
    there = {section.id for section in text.sections}
    return tuple(
        gone
        for gone in register.removed_sections
        if gone.section not in there and order.get(gone.removed_in, last) <= last
    )


def _tombstone(
    project: Project,
    words: Wording,
    document: Document,
    gone: RemovedSection,
    text: Text,
    *,
    as_version: bool,
) -> Tombstone:
    place = f"{document.id}#{gone.section}"
    return Tombstone(
        id=gone.section,
        title=gone.title,
        said=words("documents.removed.since", version=gone.removed_in),
        reason=gone.reason,
        moved=section_link(project, words, gone.moved_to) if gone.moved_to else None,
        referring=referring(project, words, place, _label(text), only=as_version),
    )


def _label(text: Text) -> str | None:
    """Of which version a text is; None for the working text."""
    return text.label if isinstance(text, HeldText) else None
