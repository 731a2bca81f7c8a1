"""Seats: who holds them on a day, what is vacant, and where too many sit on them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truenorth.dates import earliest, latest
from truenorth.partnership.model import Body, Holder, Seat
from truenorth.partnership.seats import (
    crowding,
    former_holders,
    holders_on,
    is_named,
    places,
    seats_held,
    vacancies,
    vacant,
)

DAY = date(2025, 6, 15)


def seat(*holders: Holder, count: int = 1, young: bool = False) -> Seat:
    return Seat("here", "Everybody", count, holders=holders, young=young)


def held(since: str | None = None, until: str | None = None, person: str = "Ana") -> Holder:
    return Holder(person, since=since, until=until)


days = st.dates(date(2019, 1, 1), date(2027, 12, 31))
known = st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from((4, 7, 10)))


@st.composite
def terms(draw) -> Holder:
    """A holder whose dates are not reversed."""
    ends = sorted((draw(known), draw(known)), key=earliest)
    return held(*(end if draw(st.booleans()) else None for end in ends))


seats = st.builds(
    lambda holders, count: seat(*holders, count=count),
    st.lists(terms(), max_size=6),
    st.integers(1, 4),
)


@given(seats, days)
def test_holders_and_vacancies_add_up_to_the_places(one, day):
    assert len(holders_on(one, day)) + vacancies(one, day) == one.count
    assert 0 <= vacancies(one, day) <= one.count


@given(seats, days)
def test_whoever_may_not_hold_a_place_on_a_day_does_not(one, day):
    for holder in holders_on(one, day):
        assert holder.since is None or earliest(holder.since) <= day
        assert holder.until is None or day <= latest(holder.until)


@given(seats, days)
def test_nobody_is_at_once_there_and_gone(one, day):
    now, before = holders_on(one, day), former_holders(one, day)
    assert not any(holder is other for holder in now for other in before)


@given(seats, days)
def test_a_seat_that_is_not_crowded_shows_everybody_who_surely_holds_it(one, day):
    if crowding(one):
        return
    for holder in one.holders:
        if holder.since is None or latest(holder.since) > day:
            continue
        if holder.until is None or day < earliest(holder.until):
            assert any(holder is there for there in holders_on(one, day))


@given(seats)
def test_a_crowd_really_sits_together(one):
    together = crowding(one)
    if not together:
        return
    assert len(together) > one.count
    starts = [latest(h.since) if h.since else date.max for h in together]
    ends = [earliest(h.until) if h.until else None for h in together]
    assert all(end is None or max(starts) < end for end in ends)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (held("2020", "2024"), held("2024")),
        (held("2020", "2024-05"), held("2024-05-20")),
        (held("2020", "2024-05-20"), held("2024-05")),
        (held("2020", "2024-05-20"), held("2024")),
        (held("2020", "2024-05-20"), held("2024-05-20")),
        (held(None, "2024"), held(None, None)),
        (held("2020", "2021"), held("2023")),
    ],
)
def test_a_change_within_one_year_month_or_day_is_no_crowd(before, after):
    assert crowding(seat(before, after)) == ()
    assert crowding(seat(after, before)) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (held("2020", "2025"), held("2024")),
        (held("2020", "2024-06"), held("2024-05")),
        (held("2020", "2024-05-21"), held("2024-05-20")),
        (held("2020"), held("2024")),
        (held(), held("2024")),
        (held(), held()),
    ],
)
def test_two_who_surely_sit_together_on_one_place_are_a_crowd(before, after):
    assert len(crowding(seat(before, after))) == 2
    assert crowding(seat(before, after, count=2)) == ()


def test_the_one_who_came_when_every_place_was_taken_is_named_last():
    first, second, third = held("2020"), held("2024"), held("2022")
    assert crowding(seat(first, second, third, count=2))[-1] is second


def test_a_place_is_vacant_between_two_holders_and_not_in_the_month_of_a_change():
    gone, coming = held("2024", "2025-05"), held("2025-08")
    assert vacancies(seat(gone, coming), DAY) == 1
    assert vacancies(seat(gone, held("2025-05")), date(2025, 5, 3)) == 0
    assert former_holders(seat(gone, coming), DAY) == (gone,)


def test_who_surely_holds_a_place_stands_before_who_may():
    may, sure = held("2025", None, "May"), held("2024", None, "Sure")
    assert holders_on(seat(may, sure), DAY) == (sure,)
    assert holders_on(seat(may, sure, count=2), DAY) == (sure, may)


def test_a_body_has_vacancies_only_where_its_holders_are_listed():
    body = Body("council", "Council", "To decide.", "People", (), (),
                seats=(seat(count=2), seat(held("2024"))))  # fmt: skip
    assert places(body) == 3
    assert vacant(body, DAY) == ()
    listed = Body(**{**vars(body), "holders": "listed"})
    assert vacant(listed, DAY) == ((body.seats[0], 2),)
    assert vacant(listed, DAY - timedelta(days=900)) == ((body.seats[0], 2), (body.seats[1], 1))


def test_a_young_person_is_named_only_after_having_agreed():
    young = seat(young=True)
    assert not is_named(young, held())
    assert is_named(young, Holder("Ana", consent=True))
    assert is_named(seat(), held()) and not is_named(seat(), Holder())


def test_the_seats_of_an_organization_are_those_held_on_its_behalf():
    mine = Holder("Ana", organization="school", until="2020")
    body = Body("council", "Council", "To decide.", "People", (), (),
                seats=(seat(mine, held()), seat(held())))  # fmt: skip
    assert [*seats_held(body, "school")] == [(body.seats[0], mine)]
