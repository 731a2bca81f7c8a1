"""Who guides the work: /people/, the bodies with their seats and who carries the shared work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truenorth.pages.page import Page
from truenorth.pages.partnership import backbone
from truenorth.pages.partnership.body_record import decision_rules, on_record
from truenorth.pages.partnership.seats import SeatsView, seats_view
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Entry,
    Project,
    Records,
    known,
    present,
    source_links,
    sources_entry,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Body

ADDRESS = "/people/"


@dataclass(frozen=True)
class BodyView:
    """A group that guides or decides; `record` is what it did and what is said about it."""

    id: str
    name: str
    kind: str
    purpose: str
    functions: tuple[str, ...]
    entries: tuple[tuple[str, Entry], ...]
    unknown: str
    seats: SeatsView | None
    record: tuple[tuple[str, Entry], ...]
    note: str
    sources: tuple[Link, ...]


def has_guides(project: Project) -> bool:
    """Whether any body or guiding role is known."""
    return bool(project.bodies or backbone.guiding_roles(project))


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The page of bodies and guiding roles, where there are any."""
    if not has_guides(project):
        return ()
    roles = backbone.guiding_roles(project)
    carried = backbone.functions(project, words)
    parts = [body for body in project.bodies if body.kind == "role"]
    bodies = [body for body in project.bodies if body.kind != "role"]
    name = project.partnership.name
    ids = (*(body.id for body in project.bodies), *_seat_ids(project.bodies))
    return (
        Page(
            address=ADDRESS,
            template="people.html",
            title=words("people.title"),
            description=words("people.description", partnership=name),
            context={
                "bodies": tuple(_body(project, words, body) for body in bodies),
                "parts_table": _parts_table(project, words, parts) if parts else None,
                "roles": backbone.roles_table(project, words, roles) if roles else None,
                "functions": carried,
            },
            origin="data/bodies.yml" if project.bodies else "data/organizations.yml",
            parts=(*ids, *(("roles",) if roles else ()), *(("backbone",) if carried else ())),
        ),
    )


def _seat_ids(bodies: tuple[Body, ...]) -> Iterator[str]:
    for body in bodies:
        yield from (f"{body.id}-{seat.id}" for seat in body.seats)


def _body(project: Project, words: Wording, body: Body) -> BodyView:
    rules = decision_rules(project, words, body)
    return BodyView(
        id=body.id,
        name=body.name,
        kind=_kind(words, body),
        purpose=body.purpose,
        functions=body.functions,
        entries=present(
            (words("people.term.who"), Entry(body.who)),
            (words("people.term.rhythm"), Entry(body.rhythm or "")),
            (words("people.term.decision_rule"), Entry(body.decision_rule or "")),
            (words("people.term.quorum"), Entry(body.quorum or "")),
            *rules,
        ),
        unknown=_unknown(words, body, bool(rules)),
        seats=seats_view(project, words, body),
        record=on_record(project, words, body),
        note=body.note or "",
        sources=source_links(project, words, body.sources),
    )


def _kind(words: Wording, body: Body) -> str:
    """What kind of group it is, unless its name says so already."""
    named = words(f"enums.body_kind.{body.kind}") if body.kind else ""
    return "" if named.casefold() == body.name.casefold() else named


def _unknown(words: Wording, body: Body, has_rule: bool) -> str:
    """One sentence for everything that no source says."""
    things = [
        words(f"people.unknown_thing.{thing}")
        for thing, said in (
            ("rhythm", body.rhythm),
            ("decision_rule", body.decision_rule or has_rule),
            ("quorum", body.quorum or has_rule),
            ("seats", body.seats),
        )
        if not said
    ]
    return words("people.unknown", things=words.list(things)) if things else ""


def _parts_table(project: Project, words: Wording, bodies: list[Body]) -> Records:
    """Parts that many play: each with what it is for and what those who play it do."""
    records = {body.id: on_record(project, words, body) for body in bodies}
    names = ("part", "functions", "who", *(("record",) if any(records.values()) else ()), "sources")
    return Records(
        id="table-parts",
        caption=words("people.parts.caption"),
        columns=tuple(words(f"people.parts.column.{name}") for name in names),
        rows=tuple(
            (
                Entry(
                    body.name,
                    notes=tuple(note for note in (body.purpose, body.note) if note),
                    id=body.id,
                ),
                Entry(links=tuple(Link(function, "") for function in body.functions)),
                Entry(body.who),
                *((_together(words, records[body.id]),) if "record" in names else ()),
                sources_entry(project, words, body.sources, brief=True),
            )
            for body in bodies
        ),
    )


def _together(words: Wording, record: tuple[tuple[str, Entry], ...]) -> Entry:
    """Everything on record about a part, in one cell."""
    links = tuple(link for _, entry in record for link in entry.links)
    return Entry(links=links) if links else known(None, words("people.parts.nothing"))
