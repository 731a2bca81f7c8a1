"""The work groups: /constellations/, each with what drew it together and who is in it."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.pages.funding import amount
from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Entry,
    Project,
    constellation_links,
    goal_links,
    indicator_links,
    organization_links,
    present,
    source_links,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Constellation, Funding

ADDRESS = "/constellations/"


@dataclass(frozen=True)
class ConstellationView:
    """A constellation; `unknown` says in a sentence what no source tells."""

    id: str
    name: str
    status: str
    outputs: tuple[str, ...]
    entries: tuple[tuple[str, Entry], ...]
    unknown: str
    note: str
    sources: tuple[Link, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list of constellations, where there are any."""
    if not project.constellations:
        return ()
    name = project.partnership.name
    return (
        Page(
            address=ADDRESS,
            template="constellations.html",
            title=words("constellations.title"),
            description=words("constellations.description", partnership=name),
            context={
                "constellations": tuple(_view(project, words, c) for c in project.constellations),
                "count": words("constellations.count", count=len(project.constellations)),
            },
            origin="data/constellations.yml",
            parts=tuple(constellation.id for constellation in project.constellations),
        ),
    )


def _view(project: Project, words: Wording, constellation: Constellation) -> ConstellationView:
    return ConstellationView(
        id=constellation.id,
        name=constellation.name,
        status=_status(words, constellation),
        outputs=constellation.outputs,
        entries=present(
            *(
                (words(f"constellations.term.{term}"), entry)
                for term, entry in _entries(project, words, constellation)
            )
        ),
        unknown=_unknown(words, constellation),
        note=constellation.note or "",
        sources=source_links(project, words, constellation.sources),
    )


def _status(words: Wording, constellation: Constellation) -> str:
    dates = words.dates(constellation.since, constellation.until)
    if constellation.status is None:
        return words("constellations.dates", dates=dates) if dates else ""
    status = words(f"enums.constellation_status.{constellation.status}")
    return words("constellations.status", status=status, dates=dates) if dates else status


def _entries(
    project: Project, words: Wording, constellation: Constellation
) -> tuple[tuple[str, Entry], ...]:
    own = {"convener", "partner"}
    roles = tuple(
        (organization, role)
        for organization in project.organizations
        for role in organization.roles
        if role.constellation == constellation.id and role.role not in own
    )
    conveners = [*constellation.conveners, *_with_role(project, constellation, "convener")]
    members = [*constellation.members, *_with_role(project, constellation, "partner")]
    return (
        ("attractor", Entry(constellation.attractor or "")),
        ("goals", Entry(links=goal_links(project, constellation.goals))),
        ("indicators", Entry(links=indicator_links(project, constellation.indicators))),
        ("conveners", Entry(links=organization_links(project, conveners))),
        ("members", Entry(links=organization_links(project, members))),
        (
            "roles",
            Entry(
                links=tuple(
                    Link(o.name, f"/partners/#{o.id}", words(f"enums.role.{role.role}"))
                    for o, role in roles
                )
            ),
        ),
        ("funding", _funding(project, words, constellation)),
        ("agreements", _agreements(project, words, constellation)),
        ("open_to_join", Entry(constellation.open_to_join or "")),
        ("end_reason", Entry(constellation.end_reason or "")),
        ("successor", Entry(links=constellation_links(project, _one(constellation.successor)))),
    )


def _one(id: str | None) -> tuple[str, ...]:
    return (id,) if id else ()


def _with_role(project: Project, constellation: Constellation, kind: str) -> list[str]:
    return [
        organization.id
        for organization in project.organizations
        if any(r.constellation == constellation.id and r.role == kind for r in organization.roles)
    ]


def _funding(project: Project, words: Wording, constellation: Constellation) -> Entry:
    return Entry(
        links=tuple(
            Link(
                funding.title,
                f"/funding/#{funding.id}",
                _funding_note(words, funding),
            )
            for funding in project.funding
            if any(r.constellation == constellation.id for r in funding.recipients)
        )
    )


def _funding_note(words: Wording, funding: Funding) -> str:
    kind = words(f"enums.funding_kind.{funding.kind}")
    given = amount(words, funding)
    if given is None:
        return words("constellations.funding_note_undisclosed", kind=kind)
    return words("constellations.funding_note", kind=kind, amount=given)


def _agreements(project: Project, words: Wording, constellation: Constellation) -> Entry:
    return Entry(
        links=tuple(
            Link(
                agreement.title,
                f"/agreements/#{agreement.id}",
                words(f"enums.agreement_kind.{agreement.kind}"),
            )
            for agreement in project.agreements
            if agreement.constellation == constellation.id
        )
    )


def _unknown(words: Wording, constellation: Constellation) -> str:
    """One sentence for everything that no source says."""
    things = [
        words(f"constellations.unknown_thing.{thing}")
        for thing, value in (
            ("attractor", constellation.attractor),
            ("conveners", constellation.conveners),
            ("members", constellation.members),
            ("status", constellation.status),
        )
        if not value
    ]
    return words("constellations.unknown", things=words.list(things)) if things else ""
