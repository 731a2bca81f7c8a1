"""What is said of one constellation in terms: its state, who is in it, what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truenorth.pages.addresses import address_of
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Entry,
    Project,
    constellation_links,
    goal_links,
    indicator_links,
    organization_links,
    present,
)
from truenorth.pages.report_card.curve_names import curves_naming
from truenorth.pages.wording import Wording
from truenorth.partnership import constellations
from truenorth.partnership.model import Chair, Constellation, Role


def status(words: Wording, one: Constellation) -> str:
    """Its state with dates, as far as they are known."""
    dates = words.dates(one.since, one.until)
    if one.status is None:
        return words("constellations.dates", dates=dates) if dates else ""
    named = words(f"enums.constellation_status.{one.status}")
    return words("constellations.status", status=named, dates=dates) if dates else named


def entries(project: Project, words: Wording, one: Constellation) -> tuple[tuple[str, Entry], ...]:
    partners, day = project.organizations, project.today
    held = (c.id for c in constellations.held_by(one, project.constellations))
    before = (c.id for c in constellations.predecessors(one, project.constellations))
    convened = organization_links(project, constellations.conveners(one, partners, day))
    members = organization_links(project, constellations.members(one, partners, day))
    known = (
        ("goals", Entry(links=goal_links(project, one.goals))),
        ("indicators", Entry(links=indicator_links(project, one.indicators))),
        ("named_on", Entry(links=curves_naming(project, words, "constellation", one.id))),
        ("part_of", Entry(links=constellation_links(project, _one(one.part_of)))),
        ("holds", Entry(links=constellation_links(project, held))),
        ("conveners", Entry(links=convened)),
        ("chairs", _chairs(project, words, one)),
        ("members", Entry(links=members)),
        ("roles", _other_roles(project, words, one)),
        ("open_to_join", Entry(one.open_to_join or "")),
        ("predecessors", Entry(links=constellation_links(project, before))),
        ("end_reason", Entry(one.end_reason or "")),
        ("successor", Entry(links=constellation_links(project, _one(one.successor)))),
    )
    return present(*((words(f"constellations.term.{term}"), entry) for term, entry in known))


def _one(ident: str | None) -> tuple[str, ...]:
    return (ident,) if ident else ()


def _chairs(project: Project, words: Wording, one: Constellation) -> Entry:
    """Those who speak for an organization beside it, the others by name."""
    alone = [_chair(words, chair) for chair in one.chairs if not chair.organization]
    links = tuple(
        replace(organization_links(project, _one(chair.organization))[0], note=_chair(words, chair))
        for chair in one.chairs
        if chair.organization
    )
    return Entry(words.list(alone) if alone else "", links=links)


def _chair(words: Wording, chair: Chair) -> str:
    dates = words.dates(chair.since, chair.until)
    if chair.person and dates:
        return words("constellations.chair", person=chair.person, dates=dates)
    return chair.person or dates


def _other_roles(project: Project, words: Wording, one: Constellation) -> Entry:
    found = constellations.other_roles(one, project.organizations, project.today)
    return Entry(
        links=tuple(
            Link(
                organization.name,
                address_of("organizations", organization.id),
                _role(words, role),
            )
            for organization, role in found
        )
    )


def _role(words: Wording, role: Role) -> str:
    named = words(f"enums.role.{role.role}")
    dates = words.dates(role.since, role.until)
    return words("constellations.role", role=named, dates=dates) if dates else named


def unknown(project: Project, words: Wording, one: Constellation) -> str:
    """One sentence for everything that no source says."""
    partners, day = project.organizations, project.today
    things = [
        words(f"constellations.unknown_thing.{thing}")
        for thing, value in (
            ("attractor", one.attractor),
            ("goals", one.goals),
            ("conveners", constellations.conveners(one, partners, day)),
            ("members", constellations.members(one, partners, day)),
            ("status", one.status),
        )
        if not value
    ]
    return words("constellations.unknown", things=words.list(things)) if things else ""


def sources(project: Project, one: Constellation) -> Iterator[str]:
    """Those of the record, of its chairs and of the roles in it."""
    yield from one.sources
    for chair in one.chairs:
        yield from chair.sources
    for organization in project.organizations:
        for role in organization.roles:
            if role.constellation == one.id:
                yield from role.sources
