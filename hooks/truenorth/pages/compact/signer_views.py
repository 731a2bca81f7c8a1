"""Signatures seen from three sides: who stands behind today's text, by organization, by date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truenorth.compact.model import Document, Register, Signature, Version
from truenorth.compact.roll import by_date, reaffirmation
from truenorth.pages.compact.version_facts import dated
from truenorth.pages.parts import Link
from truenorth.pages.records import Entry, Project, Records, organization_links
from truenorth.pages.wording import Wording


@dataclass(frozen=True)
class Group:
    """Organizations that stand alike toward the version in force."""

    said: str
    organizations: tuple[Link, ...]


@dataclass(frozen=True)
class Today:
    """Who has and who has not agreed to the version of a document that is in force."""

    id: str
    heading: str
    groups: tuple[Group, ...]
    caution: str


@dataclass(frozen=True)
class Views:
    """The signatures of one document in three views."""

    today: Today | None
    by_organization: Records
    by_date: Records


def views(project: Project, words: Wording, document: Document) -> Views:
    """The three views of a document that was signed."""
    return Views(
        _today(project, words, document),
        _by_organization(project, words, document),
        _by_date(project, words, document),
    )


def _today(project: Project, words: Wording, document: Document) -> Today | None:
    found = reaffirmation(document.register, project.today)
    if found is None:
        return None
    groups = tuple(
        Group(words(f"signers.today.{name}", count=len(ids)), _named(project, ids))
        for name in ("agreed", "outstanding", "refused", "left")
        if (ids := getattr(found, name)) or name in ("agreed", "outstanding")
    )
    return Today(
        id=f"{document.id}-today",
        heading=words(
            "signers.today.heading", document=document.head.title, version=found.version.label
        ),
        groups=groups,
        caution="" if found.version.complete_roll else words("signers.today.incomplete"),
    )


def _named(project: Project, ids: Sequence[str]) -> tuple[Link, ...]:
    links = organization_links(project, ids)
    return tuple(sorted(links, key=lambda link: link.text.casefold()))


def _by_organization(project: Project, words: Wording, document: Document) -> Records:
    """Each organization with everything it did, version by version."""
    register = document.register
    done: dict[str, list[str]] = {}
    for version in register.versions:
        for signature in _in_time(register, version):
            done.setdefault(signature.organization, []).append(_act(words, version, signature))
    return Records(
        id=f"{document.id}-by-organization",
        caption=words("signers.by_organization.caption", document=document.head.title),
        columns=(words("signers.column.organization"), words("signers.by_organization.column")),
        rows=tuple(
            (Entry(links=(link,)), Entry(notes=tuple(done[id])))
            for id in sorted(done, key=lambda id: project.find("organizations", id).name.casefold())
            for link in organization_links(project, (id,))
        ),
    )


def _by_date(project: Project, words: Wording, document: Document) -> Records:
    """Every act in the order of time; those without a date last."""
    register = document.register
    rows = [
        (date, version, signature)
        for version in register.versions
        for date, signatures in by_date(register, version.label).items()
        for signature in signatures
    ]
    rows.sort(key=lambda row: (row[0] is None, row[0] or ""))
    return Records(
        id=f"{document.id}-by-date",
        caption=words("signers.by_date.caption", document=document.head.title),
        columns=tuple(
            words(f"signers.column.{name}")
            for name in ("date", "organization", "action", "version")
        ),
        rows=tuple(
            (
                Entry(dated(words, date) if date else words("signers.no_date")),
                Entry(links=organization_links(project, (signature.organization,))),
                Entry(words(f"enums.signature_action.{signature.action}")),
                Entry(version.label),
            )
            for date, version, signature in rows
        ),
    )


def _in_time(register: Register, version: Version) -> tuple[Signature, ...]:
    return tuple(s for group in by_date(register, version.label).values() for s in group)


def _act(words: Wording, version: Version, signature: Signature) -> str:
    action = words(f"enums.signature_action.{signature.action}")
    if signature.date is None:
        return words("signers.act.undated", version=version.label, action=action)
    when = dated(words, signature.date)
    return words("signers.act.dated", version=version.label, action=action, date=when)
