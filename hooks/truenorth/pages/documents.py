"""The governing texts: /compact/<document>/, each section with its permanent anchor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from truenorth.compact.model import Document, Section, Version
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, SourceLine, source_lines
from truenorth.pages.records import Project, source_links
from truenorth.pages.text_links import prose_of
from truenorth.pages.wording import Wording


@dataclass(frozen=True)
class SectionView:
    """A section as it is printed; `goals` are those that it states."""

    id: str
    number: str
    title: str
    level: int
    html: Markup
    link_label: str
    citation: str
    goals: tuple[Link, ...]


@dataclass(frozen=True)
class VersionView:
    """A version in the register's brief account; `facts` are whole sentences."""

    label: str
    title: str
    when: str
    status: str
    facts: tuple[str, ...]
    evidence: tuple[Link, ...]
    signers: Link | None


@dataclass(frozen=True)
class DocumentView:
    """Everything the template of a governing text prints."""

    title: str
    kind: str
    summary: str
    banners: tuple[str, ...]
    reviews: tuple[str, ...]
    rests_on: tuple[SourceLine, ...]
    preamble: Markup
    sections: tuple[SectionView, ...]
    versions: tuple[VersionView, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """One page for each governing text."""
    return tuple(_page(project, words, document) for document in project.documents)


def address(document: Document) -> str:
    return f"/compact/{document.id}/"


def basis(document: Document) -> str:
    """What the words on the page are: full, summary, not_held, or an illustration."""
    return "illustration" if document.head.illustration else document.head.text


def _page(project: Project, words: Wording, document: Document) -> Page:
    view = DocumentView(
        title=document.head.title,
        kind=words(f"enums.document_kind.{document.head.kind}"),
        summary=document.head.summary,
        banners=_banners(project, words, document),
        reviews=_reviews(words, document),
        rests_on=source_lines(project, words, document.head.sources),
        preamble=prose_of(
            project, words, document.preamble, document.file, prefix="preamble-"
        ).html,
        sections=tuple(_section(project, words, document, s) for s in document.sections),
        versions=versions(project, words, document),
    )
    parts = [section.id for section in document.sections]
    parts += ["rests-on"] if view.rests_on else []
    parts += ["versions"] if view.versions else []
    return Page(
        address=address(document),
        template="document.html",
        title=document.head.title,
        description=document.head.summary,
        context={"document": view},
        origin=document.file,
        parts=tuple(parts),
        jsonld=(_creative_work(project, words, document, view),),
    )


def _banners(project: Project, words: Wording, document: Document) -> tuple[str, ...]:
    found = basis(document)
    if found == "full":
        return ()
    return (words(f"documents.banner.{found}", partnership=project.partnership.name),)


def _reviews(words: Wording, document: Document) -> tuple[str, ...]:
    dates = (
        ("documents.last_review", document.head.last_review),
        ("documents.next_review", document.head.next_review),
    )
    return tuple(words(key, date=words.date(date)) for key, date in dates if date)


def _section(project: Project, words: Wording, document: Document, section: Section) -> SectionView:
    place = f"{document.id}#{section.id}"
    text = prose_of(project, words, section.markdown, document.file, prefix=f"{section.id}-")
    named = "documents.link_label" if section.number else "documents.link_label_unnumbered"
    return SectionView(
        id=section.id,
        number=section.number or "",
        title=section.title,
        level=section.level,
        html=text.html,
        link_label=words(named, number=section.number or "", title=section.title),
        citation=_citation(project, words, document, section),
        goals=tuple(
            Link(goal.title, f"/goals/{goal.id}/")
            for goal in project.goals
            if goal.section == place
        ),
    )


def _citation(project: Project, words: Wording, document: Document, section: Section) -> str:
    form = "numbered" if section.number else "titled"
    return words(
        f"documents.citation.{basis(document)}.{form}",
        partnership=project.partnership.short_name,
        document=document.head.title,
        section=section.number or section.title,
    )


def versions(project: Project, words: Wording, document: Document) -> tuple[VersionView, ...]:
    """The versions in the register, newest first."""
    register = document.register
    if register is None:
        return ()
    with_roll = {s.version for s in register.signatures} if project.partnership.signed else set()
    return tuple(
        VersionView(
            label=version.label,
            title=version.title,
            when=words.date(version.adopted) if version.adopted else words("documents.no_date"),
            status=words(f"enums.version_status.{version.status}"),
            facts=_version_facts(words, version),
            evidence=source_links(project, words, version.evidence),
            signers=Link(
                words("documents.signers", version=version.label),
                f"/compact/signers/#{version_anchor(document, version)}",
            )
            if version.label in with_roll
            else None,
        )
        for version in reversed(register.versions)
    )


def version_anchor(document: Document, version: Version) -> str:
    """The id of a version on the page of signers."""
    return f"{document.id}-{version.label.lower().replace('.', '-')}"


def _version_facts(words: Wording, version: Version) -> tuple[str, ...]:
    facts = [words(f"documents.held.{version.text}")]
    if version.decision == "not_recorded":
        facts.append(words("documents.not_recorded"))
    if version.note:
        facts.append(version.note)
    return tuple(facts)


def _creative_work(
    project: Project, words: Wording, document: Document, view: DocumentView
) -> dict[str, Any]:
    """schema.org's account of the text; it too says whose words these are."""
    work: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": document.head.title,
        "url": address(document),
        "inLanguage": words.language,
        "genre": view.kind,
        "abstract": document.head.summary,
        "about": {"@type": "Organization", "name": project.partnership.name},
        "hasPart": [
            {"@type": "CreativeWork", "name": s.title, "url": f"{address(document)}#{s.id}"}
            for s in view.sections
        ],
    }
    if view.banners:
        work["usageInfo"] = f"{address(document)}#about-this-text"
        work["description"] = view.banners[0]
    if view.rests_on:
        work["isBasedOn"] = [_based_on(source) for source in view.rests_on]
    return work


def _based_on(source: SourceLine) -> dict[str, str]:
    named = {"@type": "CreativeWork", "name": source.title}
    return named | {"url": source.url} if source.url else named
