"""Who came and went: phases, roles, names, seats, chairs and constellations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truenorth.pages.addresses import address_of
from truenorth.pages.overview.event import Event, Kind, how_many, is_over, linked
from truenorth.pages.overview.phases import phase_address
from truenorth.pages.partnership.seats import holder_link, seat_address
from truenorth.pages.parts import Link
from truenorth.pages.records import Project, constellation_links, organization_links
from truenorth.pages.wording import Wording
from truenorth.partnership.constellations import is_ended
from truenorth.partnership.model import Body, Chair, Constellation, Holder, Organization, Role, Seat

# Signatures tell who signed when, and funding who gave.
_TOLD_ELSEWHERE = frozenset({"signer", "funder"})


def events(project: Project, words: Wording) -> Iterator[Event]:
    """What the records of people and groups tell with a date."""
    yield from _phases(project, words)
    for organization in project.organizations:
        yield from _organization(project, words, organization)
    for body in project.bodies:
        yield from _seats(project, words, body)
    for constellation in project.constellations:
        yield from _constellation(project, words, constellation)


def _phases(project: Project, words: Wording) -> Iterator[Event]:
    for reached in project.partnership.phases:
        if reached.entered:
            name = words(f"phases.name.{reached.phase}")
            named = linked(Link(name, phase_address(reached.phase)))
            yield Event("phase", reached.entered, words("timeline.phase", phase=named))


def _span(
    project: Project, record: Chair | Role, kind: Kind, begun: str, ended: str
) -> Iterator[Event]:
    """The beginning and the end of what somebody held, each in its sentence."""
    if record.since:
        yield Event(kind, record.since, begun)
    if is_over(record.until, project.today):
        yield Event(kind, record.until, ended)


def _organization(project: Project, words: Wording, one: Organization) -> Iterator[Event]:
    (link,) = organization_links(project, (one.id,))
    named = linked(link)
    for former in one.former_names:
        if former.until:
            said = words("timeline.role.renamed", organization=named, name=former.name)
            yield Event("role", former.until, said)
    for role in one.roles:
        if role.role not in _TOLD_ELSEWHERE:
            yield from _role(project, words, named, role)


def _role(project: Project, words: Wording, named: str, role: Role) -> Iterator[Event]:
    told = {"organization": named, "role": words(f"enums.role.{role.role}")}
    where = ""
    if role.constellation:
        (link,) = constellation_links(project, (role.constellation,))
        told["constellation"] = linked(link)
        where = "_in"
    begun, ended = (words(f"timeline.role.{act}{where}", **told) for act in ("begun", "ended"))
    yield from _span(project, role, "role", begun, ended)


def _seats(project: Project, words: Wording, body: Body) -> Iterator[Event]:
    """Who came and who went, those of one date together."""
    came: dict[str, list[tuple[Seat, Holder]]] = {}
    went: dict[str, list[tuple[Seat, Holder]]] = {}
    for seat in body.seats:
        for holder in seat.holders:
            if holder.since:
                came.setdefault(holder.since, []).append((seat, holder))
            if is_over(holder.until, project.today):
                went.setdefault(holder.until, []).append((seat, holder))
    for act, dated in (("begun", came), ("ended", went)):
        for day, held in dated.items():
            yield _held(project, words, body, act, day, held)


def _held(
    project: Project,
    words: Wording,
    body: Body,
    act: str,
    day: str,
    held: list[tuple[Seat, Holder]],
) -> Event:
    named = tuple(
        words(
            "timeline.seat.held",
            who=linked(holder_link(project, words, seat, holder)),
            seat=linked(Link(seat.constituency, seat_address(body, seat))),
        )
        for seat, holder in held
    )
    key = f"timeline.seat.{how_many(named)}.{act}"
    said = words(key, count=len(named), body=body.name, held=named[0])
    return Event("seat", day, said, items=named if len(named) > 1 else ())


def _constellation(project: Project, words: Wording, one: Constellation) -> Iterator[Event]:
    named = linked(Link(one.name, address_of("constellations", one.id)))
    if one.since:
        said = words("timeline.constellation.begun", constellation=named)
        yield Event("constellation", one.since, said)
    if one.until and is_ended(one):
        said = words(f"timeline.constellation.{one.status}", constellation=named)
        notes = [one.end_reason] if one.end_reason else []
        if one.successor:
            (link,) = constellation_links(project, (one.successor,))
            notes.append(words("timeline.constellation.successor", successor=linked(link)))
        yield Event("constellation", one.until, said, notes=tuple(notes))
    for chair in one.chairs:
        who = linked(_chair(project, words, chair))
        begun, ended = (
            words(f"timeline.constellation.chair_{act}", who=who, constellation=named)
            for act in ("begun", "ended")
        )
        yield from _span(project, chair, "constellation", begun, ended)


def _chair(project: Project, words: Wording, chair: Chair) -> Link:
    person = chair.person or ""
    ids: Iterable[str] = (chair.organization,) if chair.organization else ()
    for link in organization_links(project, ids):
        text = words("seats.on_behalf", person=person, organization=link.text)
        return Link(text if person else link.text, link.address)
    return Link(person, "")
