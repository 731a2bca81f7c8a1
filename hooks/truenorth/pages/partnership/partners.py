"""Who takes part: /partners/, the organizations by sector, and a page for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from truenorth.pages.addresses import address_of
from truenorth.pages.page import Page
from truenorth.pages.partnership import partner_parts, partner_texts, partner_work
from truenorth.pages.partnership.partner_line import line, published
from truenorth.pages.partnership.partner_parts import Part
from truenorth.pages.partnership.partner_texts import works_on_figures
from truenorth.pages.parts import Link
from truenorth.pages.records import Project, source_links
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Organization, Sector

ADDRESS = "/partners/"
ORIGIN = "data/organizations.yml"


@dataclass(frozen=True)
class SectorGroup:
    """The organizations of one sector: the id of each, where it leads and what it is here."""

    id: str
    title: str
    count: str
    partners: tuple[tuple[str, Link], ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list of organizations and a page for each, where there are any."""
    if not project.organizations:
        return ()
    return (
        _list(project, words),
        *(_page(project, words, organization) for organization in project.organizations),
    )


def sector_id(sector: str) -> str:
    """The anchor of a sector in the list."""
    return f"sector-{sector.replace('_', '-')}"


def _list(project: Project, words: Wording) -> Page:
    groups = tuple(
        SectorGroup(
            sector_id(sector),
            words(f"enums.sector.{sector}"),
            words("partners.count", count=len(members)),
            tuple((one.id, _link(project, words, one)) for one in members),
        )
        for sector in get_args(Sector)
        if (members := [one for one in project.organizations if one.sector == sector])
    )
    name = project.partnership.name
    return Page(
        address=ADDRESS,
        template="partners.html",
        title=words("partners.title", partnership=name),
        description=words("partners.description", partnership=name),
        context={
            "groups": groups,
            "count": words("partners.count", count=len(project.organizations)),
        },
        origin=ORIGIN,
        parts=(*(group.id for group in groups), *(one.id for one in project.organizations)),
    )


def _link(project: Project, words: Wording, organization: Organization) -> Link:
    address = address_of("organizations", organization.id)
    return Link(organization.name, address, line(project, words, organization))


def _page(project: Project, words: Wording, organization: Organization) -> Page:
    found = _parts(project, words, organization)
    sector = words(f"enums.sector.{organization.sector}")
    here = line(project, words, organization)
    ids = [*organization.sources, *(id for role in organization.roles for id in role.sources)]
    name = project.partnership.name
    return Page(
        address=address_of("organizations", organization.id),
        template="partner.html",
        title=organization.name,
        description=words(
            "partners.described", organization=organization.name, partnership=name, line=here
        ),
        context={
            "crumbs": (
                Link(words("partners.crumb"), ADDRESS),
                Link(sector, f"{ADDRESS}#{sector_id(organization.sector)}"),
            ),
            "here": here,
            "site": _site(words, organization),
            "former_names": _former_names(words, organization),
            "only_publishes": _only_publishes(project, words, organization, found),
            "note": organization.note or "",
            "sections": found,
            "unknown": _unknown(words, organization, found),
            "sources": source_links(project, words, ids),
        },
        origin=ORIGIN,
        parts=tuple(part.id for part in found),
        jsonld=(_jsonld(project, words, organization, found),),
    )


def _site(words: Wording, organization: Organization) -> Link | None:
    """Its own site, as far as known."""
    if organization.url is None:
        return None
    return Link(words("partners.site_of", organization=organization.name), organization.url)


def _parts(project: Project, words: Wording, organization: Organization) -> tuple[Part, ...]:
    """Every relation that the organization has to anything here."""
    return tuple(
        part
        for module in (partner_parts, partner_work, partner_texts)
        for part in module.parts(project, words, organization)
    )


def _former_names(words: Wording, organization: Organization) -> str:
    if not organization.former_names:
        return ""
    names = words.list(
        words("partners.former_until", name=former.name, date=words.date(former.until))
        if former.until
        else former.name
        for former in organization.former_names
    )
    return words("partners.former_names", names=names)


def _only_publishes(
    project: Project, words: Wording, organization: Organization, found: tuple[Part, ...]
) -> str:
    """That it is no partner, where all that is known of it is that it publishes figures."""
    only = published(project, organization) and not takes_part(project, words, organization, found)
    return words("partners.only_publishes") if only else ""


def takes_part(
    project: Project, words: Wording, organization: Organization, found: tuple[Part, ...]
) -> bool:
    """Whether it has any part here beside publishing figures."""
    beside = any(part.id != "indicators" for part in found)
    return beside or works_on_figures(project, words, organization)


def _unknown(words: Wording, organization: Organization, found: tuple[Part, ...]) -> str:
    """One sentence for what no source says of its part, beside what the tables show."""
    signer = any(role.role == "signer" for role in organization.roles)
    things = [
        words(f"partners.unknown_thing.{thing}")
        for thing, unknown in (
            ("part", not found),
            ("signature", signer and all(part.id != "signatures" for part in found)),
        )
        if unknown
    ]
    return words("partners.unknown", things=words.list(things)) if things else ""


def _jsonld(
    project: Project, words: Wording, organization: Organization, found: tuple[Part, ...]
) -> dict[str, Any]:
    """schema.org's account of the organization; its own site is its address."""
    home = address_of("organizations", organization.id)
    record: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": home,
        "name": organization.name,
        "mainEntityOfPage": home,
    }
    if organization.url:
        record["url"] = organization.url
    if organization.former_names:
        record["alternateName"] = [former.name for former in organization.former_names]
    if takes_part(project, words, organization, found):
        record["memberOf"] = {
            "@type": "Organization",
            "name": project.partnership.name,
            "url": "/",
        }
    return record
