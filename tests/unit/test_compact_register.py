"""Which version was in force when: never two, and no day between them without one."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truenorth.compact.model import Register, Version
from truenorth.compact.register import current, in_force_on, intervals, overlaps, standing
from truenorth.dates import earliest, latest, may_be_before, surely_before

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 12, 31))
KNOWN = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))


def version(label: str, **more) -> Version:
    return Version(label, "A version", more.pop("status", "adopted"), "full", **more)


def register(*versions: Version) -> Register:
    return Register("charter", versions)


@st.composite
def registers(draw, dates=KNOWN) -> Register:
    known = draw(st.lists(dates, max_size=6))
    statuses = st.sampled_from(["adopted", "superseded", "draft", "proposed", "withdrawn"])
    return register(
        *(version(str(n), adopted=d, status=draw(statuses)) for n, d in enumerate(known))
    )


@given(registers(DAYS.map(datetime.date.isoformat)), DAYS)
def test_on_every_day_at_most_one_text_is_in_force(found, day):
    if not overlaps(found):
        assert len(in_force_on(found, day)) <= 1


@given(registers(), DAYS)
def test_intervals_follow_one_another_without_a_hole(found, day):
    every = intervals(found)
    assert all(one.end == other.start for one, other in pairwise(every))
    assert not every or every[-1].end is None
    if every and latest(every[0].start) <= day:
        assert in_force_on(found, day), "from the first effective date on there is always one"
    if every and day < earliest(every[0].start):
        assert in_force_on(found, day) == ()


@given(registers(), DAYS)
def test_what_is_sure_is_possible(found, day):
    for interval in intervals(found):
        assert not interval.surely_covers(day) or interval.may_cover(day)


@given(registers(), DAYS)
def test_one_version_at_most_stands_in_force(found, day):
    assert sum(standing(v, found, day) == "in_force" for v in found.versions) <= 1 or len(
        set(found.versions)
    ) < len(found.versions)


@given(KNOWN, KNOWN)
def test_dates_are_compared_at_the_coarser_precision(one, other):
    length = min(len(one), len(other))
    assert surely_before(one, other) == (one[:length] < other[:length])
    assert earliest(one) <= latest(one)
    assert may_be_before(one, other) or not surely_before(one, other)


@pytest.mark.parametrize(
    ("known", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-02", "2017-02-01", "2017-02-28"),
        ("2016-12", "2016-12-01", "2016-12-31"),
        ("2016-12-14", "2016-12-14", "2016-12-14"),
    ],
)
def test_a_date_means_every_day_it_may_be(known, first, last):
    assert (earliest(known).isoformat(), latest(known).isoformat()) == (first, last)


def test_a_register_is_never_made_more_exact_than_it_is():
    found = register(version("2018", adopted="2018-10"), version("2019", adopted="2019"))
    day = datetime.date
    assert [v.label for v in in_force_on(found, day(2018, 12, 31))] == ["2018"]
    assert [v.label for v in in_force_on(found, day(2019, 6, 1))] == ["2018", "2019"]
    assert [v.label for v in in_force_on(found, day(2020, 1, 1))] == ["2019"]
    assert current(found, day(2019, 6, 1)).label == "2019"


def test_adopted_is_not_in_force_before_its_day():
    soon = version("2026", adopted="2026-03-01", effective="2026-04-01")
    found = register(version("2025", adopted="2025"), soon)
    assert standing(soon, found, datetime.date(2026, 3, 31)) == "adopted"
    assert standing(soon, found, datetime.date(2026, 4, 1)) == "in_force"
    assert standing(found.versions[0], found, datetime.date(2026, 4, 1)) == "superseded"


def test_an_empty_register_has_nothing_in_force():
    assert intervals(register()) == ()
    assert current(register(), datetime.date(2026, 1, 1)) is None
