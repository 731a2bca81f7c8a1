"""Who holds a place at the table on a day, what is vacant, and where too many hold it.

Dates may be known to the year or month only. A change of holders within the same
year, month or day is taken for what it most likely is: one goes, another comes.
Pure functions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from truenorth.dates import earliest, latest
from truenorth.partnership.model import Body, Holder, Seat


def holders_on(seat: Seat, day: date) -> tuple[Holder, ...]:
    """Who holds its places on a day: those who surely do, then those who may, newest first.

    Never more than it has places, so that these and the vacancies add up to its count.
    """
    there = [holder for holder in seat.holders if _may_hold(holder, day)]
    there.sort(key=lambda holder: (not _surely_holds(holder, day), -_begun(holder).toordinal()))
    return tuple(there[: seat.count])


def former_holders(seat: Seat, day: date) -> tuple[Holder, ...]:
    """Who no longer holds one of its places on a day, in the order in which they are listed."""
    now = [id(holder) for holder in holders_on(seat, day)]
    return tuple(h for h in seat.holders if id(h) not in now and _begun(h) <= day)


def vacancies(seat: Seat, day: date) -> int:
    """How many of its places nobody holds on a day; it is known only where holders are listed."""
    return seat.count - len(holders_on(seat, day))


def vacant(body: Body, day: date) -> tuple[tuple[Seat, int], ...]:
    """The seats of a body with empty places, and how many each has; none where nobody is listed."""
    if body.holders != "listed":
        return ()
    return tuple((seat, empty) for seat in body.seats if (empty := vacancies(seat, day)))


def places(body: Body) -> int:
    """How many places the seats of a body have together."""
    return sum(seat.count for seat in body.seats)


def is_named(seat: Seat, holder: Holder) -> bool:
    """Whether a holder may be shown by name: a young person only after having agreed."""
    return holder.person is not None and (not seat.young or holder.consent)


def crowding(seat: Seat) -> tuple[Holder, ...]:
    """Those who surely sit together on fewer places than they are; none where all fit.

    The last of them is the one who came when every place was taken.
    """
    seated: list[tuple[int, Holder]] = []
    spans = [(*span, holder) for holder in seat.holders if (span := _sure_span(holder))]
    for start, end, holder in sorted(spans, key=lambda span: span[0]):
        seated = [one for one in seated if one[0] > start] + [(end, holder)]
        if len(seated) > seat.count:
            return tuple(one for _, one in seated)
    return ()


def seats_held(body: Body, organization: str) -> Iterator[tuple[Seat, Holder]]:
    """Every place that somebody holds or held on behalf of an organization."""
    for seat in body.seats:
        for holder in seat.holders:
            if holder.organization == organization:
                yield seat, holder


def _begun(holder: Holder) -> date:
    """The first day on which the place may have been held."""
    return earliest(holder.since) if holder.since else date.min


def _may_hold(holder: Holder, day: date) -> bool:
    return _begun(holder) <= day and (holder.until is None or day <= latest(holder.until))


def _surely_holds(holder: Holder, day: date) -> bool:
    begun = holder.since is None or latest(holder.since) <= day
    return begun and (holder.until is None or day < earliest(holder.until))


def _sure_span(holder: Holder) -> tuple[int, int] | None:
    """From which day, and before which, the place was surely held; days are counted.

    Somebody without a first date holds it today and may have come only now.
    """
    start = (latest(holder.since) if holder.since else date.max).toordinal()
    end = earliest(holder.until).toordinal() if holder.until else date.max.toordinal() + 1
    return (start, end) if start < end else None
