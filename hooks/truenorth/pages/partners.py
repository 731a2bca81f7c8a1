"""Who takes part: /partners/, the organizations by sector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.records import Entry, Project, constellation_links, present, source_links
from truenorth.pages.version_facts import version_anchor
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Organization, Role, Sector

ADDRESS = "/partners/"


@dataclass(frozen=True)
class Partner:
    """An organization with its part in the work."""

    id: str
    name: str
    url: str
    site_label: str
    entries: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True)
class SectorGroup:
    """The organizations of one sector."""

    id: str
    title: str
    count: str
    partners: tuple[Partner, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list of organizations, where there are any."""
    if not project.organizations:
        return ()
    groups = tuple(
        _group(project, words, sector, members)
        for sector in get_args(Sector)
        if (members := [o for o in project.organizations if o.sector == sector])
    )
    name = project.partnership.name
    return (
        Page(
            address=ADDRESS,
            template="partners.html",
            title=words("partners.title", partnership=name),
            description=words("partners.description", partnership=name),
            context={
                "groups": groups,
                "count": words("partners.count", count=len(project.organizations)),
            },
            origin="data/organizations.yml",
            parts=(*(g.id for g in groups), *(o.id for o in project.organizations)),
        ),
    )


def _group(
    project: Project, words: Wording, sector: str, members: list[Organization]
) -> SectorGroup:
    return SectorGroup(
        f"sector-{sector.replace('_', '-')}",
        words(f"enums.sector.{sector}"),
        words("partners.count", count=len(members)),
        tuple(_partner(project, words, organization) for organization in members),
    )


def _partner(project: Project, words: Wording, organization: Organization) -> Partner:
    roles = [role for role in organization.roles if role.constellation is None]
    return Partner(
        id=organization.id,
        name=organization.name,
        url=organization.url or "",
        site_label=words("partners.site_of", organization=organization.name),
        entries=present(
            (words("partners.term.roles"), _roles(project, words, roles)),
            (words("partners.term.constellations"), _constellations(project, words, organization)),
            (words("partners.term.signatures"), _signatures(project, words, organization)),
            (words("partners.term.former_names"), _former_names(words, organization)),
            (words("partners.term.note"), Entry(organization.note or "")),
            (words("partners.term.sources"), _sources(project, words, organization)),
        ),
    )


def role_name(words: Wording, role: Role) -> str:
    """A role with its dates: Backbone (since 2015)."""
    named = words(f"enums.role.{role.role}")
    dates = words.dates(role.since, role.until)
    return words("partners.role_dated", role=named, dates=dates) if dates else named


def _roles(project: Project, words: Wording, roles: list[Role]) -> Entry:
    functions = tuple(
        words("partners.function", function=words(f"enums.backbone_function.{function}"))
        for role in roles
        for function in role.functions
    )
    notes = tuple(role.note for role in roles if role.note)
    return Entry(words.list([role_name(words, role) for role in roles]), notes=functions + notes)


def _constellations(project: Project, words: Wording, organization: Organization) -> Entry:
    """Each constellation once, with every part the organization has in it."""
    parts: dict[str, list[str]] = {}
    for role in organization.roles:
        if role.constellation:
            parts.setdefault(role.constellation, []).append(role_name(words, role))
    for constellation in project.constellations:
        if organization.id in constellation.conveners:
            _once(parts.setdefault(constellation.id, []), words("enums.role.convener"))
        if organization.id in constellation.members:
            _once(parts.setdefault(constellation.id, []), words("partners.member"))
    return Entry(
        links=tuple(
            Link(link.text, link.address, words.list(parts[id]))
            for id, link in zip(parts, constellation_links(project, parts), strict=True)
        )
    )


def _once(names: list[str], name: str) -> None:
    if not any(known.startswith(name) for known in names):
        names.append(name)


def _signatures(project: Project, words: Wording, organization: Organization) -> Entry:
    if not project.partnership.signed:
        return Entry()
    links = []
    for document in project.documents:
        if document.register is None:
            continue
        for version in document.register.versions:
            anchor = f"/compact/signers/#{version_anchor(document, version)}"
            links += [
                Link(
                    words(
                        "partners.signature",
                        action=words(f"enums.signature_action.{signature.action}"),
                        document=document.head.title,
                        version=version.label,
                    ),
                    anchor,
                    signature.person or signature.office or "",
                )
                for signature in document.register.signatures
                if signature.organization == organization.id and signature.version == version.label
            ]
    return Entry(links=tuple(links))


def _former_names(words: Wording, organization: Organization) -> Entry:
    return Entry(
        words.list(
            words("partners.former_until", name=former.name, date=words.date(former.until))
            if former.until
            else former.name
            for former in organization.former_names
        )
    )


def _sources(project: Project, words: Wording, organization: Organization) -> Entry:
    ids = [*organization.sources, *(id for role in organization.roles for id in role.sources)]
    return Entry(links=source_links(project, words, ids))
