"""How the texts were changed and who decided: /compact/amendments/."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.compact.model import NOT_RECORDED, Amendment, Decision, Document, HeldText, Section
from truenorth.compact.texts import held_text
from truenorth.pages.compact.documents import FEED
from truenorth.pages.compact.proposal import proposed_address
from truenorth.pages.compact.text_view import document_address, section_name, version_address
from truenorth.pages.compact.version_facts import (
    Pairs,
    dated,
    decision_link,
    decision_words,
)
from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Entry,
    Project,
    known,
    linked,
    organization_links,
    present,
    sources_entry,
)
from truenorth.pages.wording import Wording

ADDRESS = "/compact/amendments/"


@dataclass(frozen=True)
class AmendmentView:
    """An amendment from its proposal to its effect."""

    id: str
    title: str
    status: str
    reason: str
    entries: Pairs


def has_amendments(project: Project) -> bool:
    """Whether any amendment is recorded, or a decision about a text."""
    return bool(_about_texts(project)) or any(
        d.register and d.register.amendments for d in project.documents
    )


def amendment_anchor(document: Document, amendment: Amendment) -> str:
    """The id of an amendment on this page."""
    return f"{document.id}-{amendment.id}"


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The register of amendments and decisions, where there are any."""
    if not has_amendments(project):
        return ()
    groups = tuple(
        (
            f"of-{document.id}",
            document.head.title,
            tuple(_amendment(project, words, document, a) for a in reversed(amendments)),
        )
        for document in project.documents
        if document.register and (amendments := document.register.amendments)
    )
    decisions = tuple(
        (
            f"decision-{decision.id}",
            decision_link(decision),
            decision_words(project, words, decision),
        )
        for decision in _about_texts(project)
    )
    name = project.partnership.name
    return (
        Page(
            address=ADDRESS,
            template="amendments.html",
            title=words("amendments.title"),
            description=words("amendments.description", partnership=name),
            context={"groups": groups, "decisions": decisions},
            origin="data/decisions.yml" if project.decisions else "data/register",
            parts=(
                *(ident for ident, _, _ in groups),
                *(item.id for _, _, amendments in groups for item in amendments),
                *(ident for ident, _, _ in decisions),
            ),
            feed=FEED,
        ),
    )


def _about_texts(project: Project) -> list[Decision]:
    """The decisions that changed a text, the latest first."""
    named = {
        item.decision
        for document in project.documents
        if document.register
        for item in (*document.register.versions, *document.register.amendments)
    }
    found = [d for d in project.decisions if d.changes or d.id in named]
    return sorted(found, key=lambda decision: decision.date, reverse=True)


def _amendment(
    project: Project, words: Wording, document: Document, amendment: Amendment
) -> AmendmentView:
    unknown = words("versions.not_recorded")

    def date(value: str | None) -> Entry:
        return known(dated(words, value) if value else None, unknown)

    # What is not decided, or was refused, has no day from which it holds.
    holds = amendment.status == "adopted" or amendment.effective
    there = amendment.status == "proposed" and document.held
    read = Link(words("amendments.read"), proposed_address(document))
    terms = {
        "sections": _sections(words, document, amendment),
        "versions": _versions(words, document, amendment),
        "proposed_by": linked(organization_links(project, amendment.proposed_by), unknown),
        "proposed": date(amendment.proposed),
        "notice": date(amendment.notice),
        "comment_until": date(amendment.comment_until),
        "decision": _decided(project, words, amendment),
        "effective": date(amendment.effective) if holds else None,
        "text": Entry(links=(read,)) if there else None,
        "sources": _evidence(project, words, amendment.sources),
    }
    return AmendmentView(
        id=amendment_anchor(document, amendment),
        title=amendment.title,
        status=words(f"amendments.status.{amendment.status}"),
        reason=amendment.reason or "",
        entries=present(*((words(f"amendments.term.{name}"), e) for name, e in terms.items())),
    )


def _evidence(project: Project, words: Wording, sources: tuple[str, ...]) -> Entry | None:
    return sources_entry(project, words, sources, brief=True) if sources else None


def _decided(project: Project, words: Wording, amendment: Amendment) -> Entry:
    if amendment.decision == NOT_RECORDED:
        return Entry(words("versions.decision.historical"), missing=True)
    if amendment.decision is None:
        key = "amendments.undecided" if amendment.status == "proposed" else "versions.not_recorded"
        return Entry(words(key), missing=True)
    decision = project.find("decisions", amendment.decision)
    return Entry(
        decision_words(project, words, decision),
        links=(decision_link(decision),),
    )


def _sections(words: Wording, document: Document, amendment: Amendment) -> Entry:
    """Each section with what happens to it, linked where the text after it holds the section."""
    after = held_text(document, amendment.to_version) if amendment.to_version else None
    before = held_text(document, amendment.from_version) if amendment.from_version else None
    found = []
    for affected in amendment.sections:
        text, section = _standing(affected.section, after, before, document)
        named = section_name(words, section, document.head.kind) if section else affected.section
        home = (
            version_address(document, text.label)
            if isinstance(text, HeldText)
            else document_address(document)
        )
        said = words(f"amendments.action.{affected.action}")
        if section is None:
            found.append(Link(named, document_address(document), said))
        else:
            found.append(Link(named, f"{home}#{section.id}", said))
    return Entry(links=tuple(found)) if found else Entry(words("amendments.whole"))


def _standing(
    ident: str, *texts: HeldText | Document | None
) -> tuple[HeldText | Document | None, Section | None]:
    """The first of the texts in which the section stands."""
    for text in texts:
        for section in text.sections if text else ():
            if section.id == ident:
                # A section of the working text that is not adopted has no page of its own.
                return text, section if isinstance(text, HeldText) else None
    return None, None


def _versions(words: Wording, document: Document, amendment: Amendment) -> Entry | None:
    by_label = {version.label: version for version in document.register.versions}
    found = tuple(
        Link(words(f"amendments.{key}", version=label), version_address(document, label))
        for key, label in (("from", amendment.from_version), ("to", amendment.to_version))
        if label in by_label
    )
    return Entry(links=found) if found else None
