"""Who signed: /compact/signers/, for each version the event, the counts and the roll."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.compact.model import Document, Signature, Version
from truenorth.compact.roll import Roll, roll
from truenorth.pages.compact.documents import FEED
from truenorth.pages.compact.signer_views import views
from truenorth.pages.compact.version_facts import version_anchor
from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Entry,
    Project,
    Records,
    known,
    organization_links,
    source_links,
    sources_entry,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Fact

ADDRESS = "/compact/signers/"
# Texts that nobody could sign yet.
_OPEN = frozenset({"draft", "proposed"})


@dataclass(frozen=True)
class Disagreement:
    """A fact on which sources differ: what is held true here, and what others say."""

    held: str
    held_sources: tuple[Link, ...]
    others: tuple[tuple[str, tuple[Link, ...]], ...]
    note: str


@dataclass(frozen=True)
class Signing:
    """One version with its roll."""

    id: str
    heading: str
    when: str
    document: Link
    note: str
    stated: str
    stated_sources: tuple[Link, ...]
    held: str
    completeness: str
    evidence: tuple[Link, ...]
    disagreements: tuple[Disagreement, ...]
    table: Records | None


def has_roll(project: Project) -> bool:
    """Whether there is anything to say about signing."""
    return project.partnership.signed and any(_versions(d) for d in project.documents)


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The page of signers, only for a partnership that signs."""
    if not has_roll(project):
        return ()
    signings = tuple(
        _signing(project, words, document, version)
        for document in project.documents
        for version in _versions(document)
    )
    signed = [d for d in project.documents if d.register and d.register.signatures]
    documents = tuple((d.head.title, views(project, words, d)) for d in signed)
    todays = tuple(v.today.id for _, v in documents if v.today)
    first = next(document for document in project.documents if _versions(document))
    name = project.partnership.name
    return (
        Page(
            address=ADDRESS,
            template="signers.html",
            title=words("signers.title", partnership=name),
            description=words("signers.description", partnership=name),
            context={"signings": signings, "documents": documents},
            origin=f"data/register/{first.id}.yml",
            parts=(*todays, *(signing.id for signing in signings)),
            feed=FEED,
        ),
    )


def _versions(document: Document) -> tuple[Version, ...]:
    """Versions that were open to signing, newest first."""
    register = document.register
    if register is None:
        return ()
    signed = {signature.version for signature in register.signatures}
    if not signed and not any(version.stated_count for version in register.versions):
        return ()
    return tuple(
        v for v in reversed(register.versions) if v.label in signed or v.status not in _OPEN
    )


def _signing(project: Project, words: Wording, document: Document, version: Version) -> Signing:
    held = roll(document.register, version.label)
    stated = version.stated_count
    anchor = version_anchor(document, version)
    return Signing(
        id=anchor,
        heading=words(
            "signers.heading",
            document=document.head.title,
            version=version.label,
            event=version.title,
        ),
        when=words.date(version.adopted) if version.adopted else words("signers.no_date"),
        document=Link(
            words("signers.to_document", document=document.head.title), f"/compact/{document.id}/"
        ),
        note=version.note or "",
        stated=_stated(words, version),
        stated_sources=source_links(project, words, stated.sources) if stated else (),
        held=_held(words, held),
        completeness=_completeness(words, version, held),
        evidence=source_links(project, words, version.evidence),
        disagreements=tuple(
            _disagreement(project, words, fact)
            for fact in project.partnership.history
            if fact.disputed and _same_date(fact, version)
        ),
        table=_table(project, words, anchor, version, held) if held.signatures else None,
    )


def _stated(words: Wording, version: Version) -> str:
    count = version.stated_count
    if count is None or (count.organizations is None and count.people is None):
        return words("signers.stated.none")
    if count.people is None:
        return words("signers.stated.organizations", count=count.organizations)
    if count.organizations is None:
        return words("signers.stated.people", count=count.people)
    return words(
        "signers.stated.both",
        organizations=words("signers.organizations", count=count.organizations),
        people=words("signers.people", count=count.people),
    )


def _held(words: Wording, held: Roll) -> str:
    if not held.signatures:
        return words("signers.held.none")
    if not held.people:
        return words("signers.held.organizations", count=held.organizations)
    return words(
        "signers.held.both",
        organizations=words("signers.organizations", count=held.organizations),
        people=words("signers.people", count=held.people),
    )


def _completeness(words: Wording, version: Version, held: Roll) -> str:
    if not held.signatures:
        return ""
    return words("signers.complete" if version.complete_roll else "signers.incomplete")


def _same_date(fact: Fact, version: Version) -> bool:
    """Compared at the coarser precision of the two dates; a year alone fits only a year."""
    if not fact.date or not version.adopted:
        return False
    length = min(len(fact.date), len(version.adopted))
    if length == len("2016"):
        return fact.date == version.adopted
    return fact.date[:length] == version.adopted[:length]


def _disagreement(project: Project, words: Wording, fact: Fact) -> Disagreement:
    return Disagreement(
        fact.text,
        source_links(project, words, fact.sources),
        tuple((other.says, source_links(project, words, other.sources)) for other in fact.disputed),
        fact.note or "",
    )


def _table(project: Project, words: Wording, anchor: str, version: Version, held: Roll) -> Records:
    def name(signature: Signature) -> str:
        return project.find("organizations", signature.organization).name.casefold()

    return Records(
        id=f"{anchor}-roll",
        caption=words("signers.caption", version=version.label),
        columns=tuple(
            words(f"signers.column.{column}")
            for column in ("organization", "office", "person", "action", "date", "evidence")
        ),
        rows=tuple(_row(project, words, s) for s in sorted(held.signatures, key=name)),
    )


def _row(project: Project, words: Wording, signature: Signature) -> tuple[Entry, ...]:
    when = words.date(signature.date) if signature.date else None
    return (
        Entry(links=organization_links(project, (signature.organization,))),
        known(signature.office, words("signers.no_office")),
        known(signature.person, words("signers.no_person")),
        Entry(
            words(f"enums.signature_action.{signature.action}"),
            notes=(signature.statement,) if signature.statement else (),
        ),
        known(when, words("signers.no_date")),
        sources_entry(project, words, signature.evidence, brief=True),
    )
