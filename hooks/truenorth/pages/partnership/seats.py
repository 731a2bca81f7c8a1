"""Seats of a body in words and tables: whom they speak for, who holds them, who held them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truenorth.pages.addresses import address_of
from truenorth.pages.parts import Link
from truenorth.pages.records import Entry, Project, Records, known, source_links
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Body, Holder, Seat
from truenorth.partnership.seats import (
    former_holders,
    holders_on,
    is_named,
    places,
    vacancies,
    vacant,
)

# What a column holds beside its own field, as remarks.
_COLUMNS = {"qualification": (), "selected_by": ("fallback", "term")}


@dataclass(frozen=True)
class SeatsView:
    """The seats of one body: what they add up to, the table, and who has held them."""

    id: str
    sentences: tuple[str, ...]
    table: Records
    holders_id: str
    holders: Records | None


def seats_view(project: Project, words: Wording, body: Body) -> SeatsView | None:
    """The seats of a body; None where none are listed.

    Two hyphens in a row keep these ids apart from those of bodies and seats.
    """
    if not body.seats:
        return None
    return SeatsView(
        id=f"{body.id}--seats",
        sentences=tuple(_sentences(project, words, body)),
        table=_table(project, words, body),
        holders_id=f"{body.id}--holders",
        holders=_holders_table(project, words, body),
    )


def seat_address(body: Body, seat: Seat) -> str:
    """Where a seat stands on the page of bodies."""
    return address_of("seats", f"{body.id}#{seat.id}")


def _sentences(project: Project, words: Wording, body: Body) -> Iterator[str]:
    """The sum, whether every seat votes, and how many are held."""
    yield words(
        "seats.sum" if len(body.seats) > 1 else "seats.of_one",
        seats=words("seats.seats", count=places(body)),
        constituencies=words("seats.constituencies", count=len(body.seats)),
        sum=" + ".join(words.number(seat.count) for seat in body.seats),
        total=words.number(places(body)),
    )
    if all(seat.voting for seat in body.seats):
        yield words("seats.all_vote")
    elif not any(seat.voting for seat in body.seats):
        yield words("seats.none_votes")
    if body.holders != "listed":
        yield words("seats.not_published")
        return
    empty = vacant(body, project.today)
    if not empty:
        yield words("seats.all_held")
        return
    named = words.list(
        words("seats.several_for", count=number, constituency=seat.constituency)
        if number > 1
        else seat.constituency
        for seat, number in empty
    )
    yield words("seats.vacant", count=sum(number for _, number in empty), named=named)


def _table(project: Project, words: Wording, body: Body) -> Records:
    """One row for each seat; a column about which nothing is said is left out."""
    columns = [name for name in _COLUMNS if any(_said(seat, name) for seat in body.seats)]
    listed = body.holders == "listed"
    names = ("constituency", "count", *(("holders",) if listed else ()), *columns)
    return Records(
        id=f"{body.id}--seat-table",
        caption=words("seats.caption", body=body.name),
        columns=tuple(words(f"seats.column.{name}") for name in names),
        rows=tuple(
            (
                Entry(
                    seat.constituency,
                    notes=tuple(note for note in (seat.note,) if note),
                    id=f"{body.id}-{seat.id}",
                ),
                Entry(words.number(seat.count), notes=_vote(words, body, seat)),
                *((_held_now(project, words, seat),) if listed else ()),
                *(_cell(words, seat, name) for name in columns),
            )
            for seat in body.seats
        ),
    )


def _said(seat: Seat, name: str) -> bool:
    return any(getattr(seat, field) for field in (name, *_COLUMNS[name]))


def _vote(words: Wording, body: Body, seat: Seat) -> tuple[str, ...]:
    """Whether it votes, said only where some seats do and some do not."""
    if len({one.voting for one in body.seats}) == 1:
        return ()
    return (words("seats.votes" if seat.voting else "seats.no_vote"),)


def _cell(words: Wording, seat: Seat, name: str) -> Entry:
    notes = [
        words(f"seats.{field}", said=said)
        for field in _COLUMNS[name]
        if (said := getattr(seat, field))
    ]
    return known(getattr(seat, name), words("seats.not_stated"), notes)


def _held_now(project: Project, words: Wording, seat: Seat) -> Entry:
    """Who holds its places today, and how many nobody holds."""
    there = holders_on(seat, project.today)
    if not there:
        return Entry(words("seats.vacant_here"), missing=True)
    empty = vacancies(seat, project.today)
    return Entry(
        links=tuple(
            holder_link(project, words, seat, holder)
            for holder in seat.holders
            if any(holder is one for one in there)
        ),
        notes=(words("seats.some_vacant", count=empty),) if empty else (),
    )


def holder_name(words: Wording, seat: Seat, holder: Holder) -> str:
    """The person who holds a place; a young person is named only after having agreed."""
    if seat.young and not is_named(seat, holder):
        return words("seats.young_unnamed")
    return holder.person or ""


def holder_link(project: Project, words: Wording, seat: Seat, holder: Holder) -> Link:
    """Who holds a place and for whom, leading to the organization where there is one."""
    person = holder_name(words, seat, holder)
    if holder.organization is None:
        return Link(person, "")
    name = project.find("organizations", holder.organization).name
    text = words("seats.on_behalf", person=person, organization=name) if person else name
    return Link(text, address_of("organizations", holder.organization))


def _holders_table(project: Project, words: Wording, body: Body) -> Records | None:
    """Everybody who holds or held a place, seat by seat, oldest first."""
    if body.holders != "listed" or not any(seat.holders for seat in body.seats):
        return None
    return Records(
        id=f"{body.id}--holder-table",
        caption=words("seats.holders_caption", body=body.name),
        columns=tuple(words(f"seats.column.{name}") for name in ("who", "seat", "when", "sources")),
        rows=tuple(
            _holder_row(project, words, body, seat, holder)
            for seat in body.seats
            for holder in sorted(seat.holders, key=lambda holder: holder.since or "")
        ),
    )


def _holder_row(
    project: Project, words: Wording, body: Body, seat: Seat, holder: Holder
) -> tuple[Entry, ...]:
    who = holder_link(project, words, seat, holder)
    remarks = tuple(note for note in (holder.note,) if note)
    links = tuple(Link(s.text, s.address) for s in source_links(project, words, holder.sources))
    before = any(holder is one for one in former_holders(seat, project.today))
    when = words.dates(holder.since, holder.until)
    return (
        Entry(links=(who,), notes=remarks) if who.address else Entry(who.text, notes=remarks),
        Entry(links=(Link(seat.constituency, seat_address(body, seat)),)),
        known(when, words("seats.no_dates"), (words("seats.former"),) if before else ()),
        Entry(links=links) if links else Entry(words("sources.none_given"), missing=True),
    )
