"""What must hold for the seats at a table and for those who hold them."""

from __future__ import annotations

from collections.abc import Iterable

from truenorth.partnership.model import Body, Holder, Seat
from truenorth.partnership.seats import crowding, is_named, places
from truenorth.problems import Place, Problems
from truenorth.references import check_unique
from truenorth.sources.records import Entry


def check_seats(bodies: Iterable[Entry[Body]], problems: Problems) -> None:
    """Every rule about seats and their holders."""
    bodies = tuple(bodies)
    for entry in bodies:
        if entry.record is None:
            continue
        ids = ((s.id, entry.place("seats", n, "id")) for n, s in enumerate(entry.record.seats))
        check_unique("seats", ids, problems)
        _add_up(entry, entry.record, problems)
        _told_whether_listed(entry, entry.record, problems)
        for number, seat in enumerate(entry.record.seats):
            _holders(entry, number, seat, problems)
    _addresses_differ(bodies, problems)


def _add_up(entry: Entry[Body], body: Body, problems: Problems) -> None:
    """The places of the seats are the total, and neither stands without the other."""
    if body.seats_total is not None and not body.seats:
        problems.error(
            "total-without-seats",
            entry.place("seats_total"),
            what=f'The body "{body.id}" has {body.seats_total} places, but no seats are listed.',
            why="A number of places means little without saying whom they are for.",
            fix='List them under "seats:", one entry for each constituency. Where no source says '
            'whom they are for, take out "seats_total" and write the number under "who".',
        )
    elif body.seats and body.seats_total is None:
        problems.error(
            "seats-without-total",
            entry.file.key_place(*entry.path, "seats"),
            what=f'The body "{body.id}" lists seats, but not how many places it has in all.',
            why="The total that its rules state is what the list is checked against; without it a "
            "forgotten seat goes unseen.",
            fix=f'Add "seats_total:" with the number its rules state. The list has {places(body)}.',
        )
    elif body.seats and places(body) != body.seats_total:
        sum_ = " + ".join(str(seat.count) for seat in body.seats)
        problems.error(
            "seats-do-not-add-up",
            entry.place("seats_total"),
            what=f'The body "{body.id}" has {body.seats_total} places in all, but its seats have '
            f"{places(body)}: {sum_}.",
            why="Readers see the sum beside the list; one of the two must be wrong.",
            fix="Compare both with the rules of the body: a seat may be missing, or a count wrong.",
        )


def _told_whether_listed(entry: Entry[Body], body: Body, problems: Problems) -> None:
    """Holders are shown only where all of them are listed; else an empty place seems vacant."""
    if body.holders == "listed":
        return
    for number, seat in enumerate(body.seats):
        if seat.holders:
            problems.error(
                "holders-not-published",
                entry.file.key_place(*entry.path, "seats", number, "holders"),
                what=f'The seat "{seat.id}" lists holders, but the body "{body.id}" says that '
                "its holders are not published.",
                why="The page would say both. Only where every holder is listed does an empty "
                "place count as vacant.",
                fix=f'If every holder of "{body.id}" is listed here, write "holders: listed" '
                "beside its name; else take these out.",
            )
            return


def _holders(entry: Entry[Body], number: int, seat: Seat, problems: Problems) -> None:
    for index, holder in enumerate(seat.holders):
        place = entry.place("seats", number, "holders", index)
        if holder.person and not is_named(seat, holder):
            problems.error(
                "young-person-named",
                entry.place("seats", number, "holders", index, "person"),
                what=f'A holder of the seat "{seat.id}" is named, but no consent is recorded.',
                why="The seat is for young people. None of them is named in public without "
                "having agreed in writing.",
                fix='Take out "person", or, where the agreement is in your files, add '
                '"consent: true".',
            )
        elif not (holder.person or holder.organization or seat.young):
            problems.error(
                "holder-without-name",
                place,
                what=f'Holder {index + 1} of the seat "{seat.id}" has neither a person nor an '
                "organization.",
                why="Readers want to know who speaks for them. Only young people stay unnamed.",
                fix='Add "person:" or "organization:". Where nobody holds the place, leave the '
                "entry out: it is then shown as vacant.",
            )
    _not_crowded(entry, number, seat, problems)


def _not_crowded(entry: Entry[Body], number: int, seat: Seat, problems: Problems) -> None:
    """Nobody sits on a place that is taken; a change within one year or month is none."""
    together = crowding(seat)
    if not together:
        return
    last = next(n for n, holder in enumerate(seat.holders) if holder is together[-1])
    listed = "; ".join(_told(seat, holder) for holder in together)
    count = "one place" if seat.count == 1 else f"{seat.count} places"
    problems.error(
        "seat-held-twice",
        entry.place("seats", number, "holders", last),
        what=f'The seat "{seat.id}" has {count}, but {len(together)} holders at a time: {listed}.',
        why="A place has one holder at a time; otherwise nobody can tell who speaks and votes.",
        fix='Add "until:" to those who left, or correct the dates or the count of the seat.',
    )


def _told(seat: Seat, holder: Holder) -> str:
    """A holder in a message, which may be read in public."""
    who = holder.person if is_named(seat, holder) else holder.organization or "a young person"
    dates = " ".join(
        f"{word} {date}" for word, date in (("from", holder.since), ("to", holder.until)) if date
    )
    return f"{who} ({dates or 'without dates'})"


def _addresses_differ(bodies: Iterable[Entry[Body]], problems: Problems) -> None:
    """A seat answers at body-seat on the page of bodies, so that must not be another's id."""
    taken: dict[str, tuple[str, Place]] = {
        entry.id: (f'the body "{entry.id}"', entry.place("id")) for entry in bodies if entry.id
    }
    for entry in bodies:
        for number, seat in enumerate(entry.record.seats if entry.record else ()):
            anchor = f"{entry.id}-{seat.id}"
            here = f'the seat "{seat.id}" of "{entry.id}"'
            other, place = taken.setdefault(anchor, (here, entry.place("seats", number, "id")))
            if other == here:
                continue
            problems.error(
                "address-taken",
                entry.place("seats", number, "id"),
                what=f"{here[0].upper()}{here[1:]} would answer at /people/#{anchor}, as does "
                f"{other} (line {place.line}).",
                why="An address leads to one thing only.",
                fix="Give the seat another id.",
            )
