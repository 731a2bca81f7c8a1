"""What an organization is here: its roles, its part in work groups, its seats and signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truenorth.compact.model import Document, Signature
from truenorth.pages.compact.version_facts import version_anchor
from truenorth.pages.partnership.seats import holder_name, seat_address
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Entry,
    Project,
    Records,
    body_links,
    constellation_links,
    known,
    sources_entry,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Organization, Role
from truenorth.partnership.seats import seats_held


@dataclass(frozen=True)
class Part:
    """One part of an organization's page: sentences, a table, or links with remarks."""

    id: str
    title: str
    said: tuple[str, ...] = ()
    table: Records | None = None
    links: tuple[Link, ...] = ()


def parts(project: Project, words: Wording, organization: Organization) -> Iterator[Part]:
    """Each part of which anything is known, in the order of the page."""
    found = (
        ("roles", _roles(project, words, organization)),
        ("signatures", _signatures(project, words, organization)),
        ("constellations", _constellations(project, words, organization)),
        ("seats", _seats(project, words, organization)),
    )
    for name, table in found:
        if table is not None:
            yield Part(name, words(f"partners.part.{name}"), table=table)


def _table(
    words: Wording,
    name: str,
    columns: tuple[str, ...],
    rows: tuple[tuple[Entry, ...], ...],
    organization: Organization,
) -> Records | None:
    if not rows:
        return None
    return Records(
        id=f"table-{name}",
        caption=words(f"partners.caption.{name}", organization=organization.name),
        columns=tuple(words(f"partners.column.{column}") for column in columns),
        rows=rows,
    )


def _roles(project: Project, words: Wording, organization: Organization) -> Records | None:
    """Roles in the whole partnership, those without a date last."""
    roles = [role for role in organization.roles if role.constellation is None]
    roles.sort(key=lambda role: (role.since is None, role.since or ""))
    return _table(
        words,
        "roles",
        ("role", "when", "sources"),
        tuple(
            (
                Entry(words(f"enums.role.{role.role}"), notes=_role_notes(words, role)),
                known(words.dates(role.since, role.until), words("partners.no_dates")),
                sources_entry(project, words, role.sources or organization.sources, brief=True),
            )
            for role in roles
        ),
        organization,
    )


def _role_notes(words: Wording, role: Role) -> tuple[str, ...]:
    functions = tuple(
        words("partners.function", function=words(f"enums.backbone_function.{function}"))
        for function in role.functions
    )
    return (*functions, *((role.note,) if role.note else ()))


def _constellations(project: Project, words: Wording, organization: Organization) -> Records | None:
    """Each constellation once, with every part that the organization has or had in it."""
    found = _parts_in(project, words, organization)
    links = constellation_links(project, found)
    return _table(
        words,
        "constellations",
        ("constellation", "part"),
        tuple(
            (Entry(links=(link,)), Entry(links=tuple(Link(line, "") for line in found[ident])))
            for link, ident in zip(links, found, strict=True)
        ),
        organization,
    )


def _parts_in(project: Project, words: Wording, organization: Organization) -> dict[str, list[str]]:
    """For each constellation the parts in it; a role with dates says more than a bare list."""
    found: dict[str, list[str]] = {}
    told: set[tuple[str, str]] = set()
    for role in organization.roles:
        if role.constellation:
            named = words(f"enums.role.{role.role}")
            line = _dated(words, named, role.since, role.until)
            if role.note:
                line = words("partners.remarked", text=line, remark=role.note)
            found.setdefault(role.constellation, []).append(line)
            told.add((role.constellation, role.role))
    for one in project.constellations:
        if organization.id in one.conveners and (one.id, "convener") not in told:
            found.setdefault(one.id, []).append(words("enums.role.convener"))
        for chair in one.chairs:
            if chair.organization == organization.id:
                named = words("partners.chair")
                if chair.person:
                    named = words("partners.chair_named", person=chair.person)
                line = _dated(words, named, chair.since, chair.until)
                found.setdefault(one.id, []).append(line)
        if organization.id in one.members and (one.id, "partner") not in told:
            found.setdefault(one.id, []).append(words("partners.member"))
    return found


def _dated(words: Wording, text: str, since: str | None, until: str | None) -> str:
    dates = words.dates(since, until)
    return words("partners.dated", text=text, dates=dates) if dates else text


def _seats(project: Project, words: Wording, organization: Organization) -> Records | None:
    """Every seat held on its behalf, now or before."""
    rows = []
    for body in project.bodies:
        for seat, holder in seats_held(body, organization.id):
            rows.append(
                (
                    Entry(links=body_links(project, (body.id,))),
                    Entry(links=(Link(seat.constituency, seat_address(body, seat)),)),
                    known(holder_name(words, seat, holder), words("partners.no_person")),
                    known(words.dates(holder.since, holder.until), words("partners.no_dates")),
                )
            )
    return _table(words, "seats", ("body", "seat", "person", "when"), tuple(rows), organization)


def _signatures(project: Project, words: Wording, organization: Organization) -> Records | None:
    if not project.partnership.signed:
        return None
    return _table(
        words,
        "signatures",
        ("text", "action", "person", "when", "sources"),
        tuple(
            _signature(project, words, document, signature)
            for document in project.documents
            for signature in (document.register.signatures if document.register else ())
            if signature.organization == organization.id
        ),
        organization,
    )


def _signature(
    project: Project, words: Wording, document: Document, signature: Signature
) -> tuple[Entry, ...]:
    version = next(v for v in document.register.versions if v.label == signature.version)
    named = words("partners.version", document=document.head.title, version=version.label)
    roll = f"/compact/signers/#{version_anchor(document, version)}"
    when = words.date(signature.date) if signature.date else None
    statement = (signature.statement,) if signature.statement else ()
    action = words(f"enums.signature_action.{signature.action}")
    office = (signature.office,) if signature.office and signature.person else ()
    return (
        Entry(links=(Link(named, roll),)),
        Entry(action, notes=statement),
        known(signature.person or signature.office, words("partners.no_person"), office),
        known(when, words("partners.no_dates")),
        sources_entry(project, words, signature.evidence, brief=True),
    )
