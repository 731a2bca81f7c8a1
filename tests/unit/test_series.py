"""Comparable runs, base and change: the rules by hand-worked cases and by property."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truenorth.reportcard.model import (
    BasePoint,
    Break,
    Definition,
    Dimension,
    Group,
    Indicator,
    Observation,
)
from truenorth.reportcard.series import by_dimension, headline, split_at_breaks, summarize, thin

DEFINITION = Definition(
    polarity="higher",
    unit="percent",
    tier="headline",
    goals=("read",),
    definition="Children who read well.",
    geography="town",
    sources=("survey",),
    period_kind="school_year",
)


def year(end: int, value: float | None, **more) -> Observation:
    return Observation(f"{end - 1}-{end % 100:02d}", end, "town", value=value, **more)


def indicator(*observations: Observation, **definition) -> Indicator:
    return Indicator(
        "reading", "Reading", "", replace(DEFINITION, **definition), "d", (), observations
    )


def test_change_is_the_step_from_the_first_to_the_latest_comparable_value():
    summary = summarize(indicator(year(2017, 80.8), year(2018, 81.6), year(2022, 86.1)))
    assert summary.base.end == 2017 and not summary.base_is_stated
    assert summary.latest.end == 2022
    assert summary.change.amount == pytest.approx(5.3)
    assert summary.change.better is True


def test_a_stated_base_point_is_used_where_it_is_comparable():
    given_base = BasePoint("2017-18", "the year the goals were agreed")
    rows = (year(2017, 80.8), year(2018, 81.6), year(2022, 86.1))
    summary = summarize(indicator(*rows, base_point=given_base))
    assert summary.base_is_stated and summary.change.amount == pytest.approx(4.5)
    across = summarize(
        indicator(*rows, base_point=given_base, breaks=(Break("2021-22", "a new test"),))
    )
    assert not across.base_is_stated and across.change is None


def test_lower_is_better_turns_a_fall_into_good_news():
    summary = summarize(indicator(year(2013, 10.7), year(2019, 5.3), polarity="lower"))
    assert summary.change.amount == pytest.approx(-5.4)
    assert summary.change.better is True


def test_no_change_is_given_across_a_break():
    rows = (year(2013, 48.0), year(2014, None, status="missing"), year(2015, 31.0))
    summary = summarize(indicator(*rows, breaks=(Break("2014-15", "the test changed"),)))
    assert [len(run) for run in summary.runs] == [2, 1]
    assert summary.change is None and summary.why_no_change == "break"
    assert summary.latest_break.reason == "the test changed"


def test_a_provisional_latest_value_is_latest_but_not_compared():
    rows = (year(2013, 68), year(2014, 70), year(2015, 74, status="provisional"))
    summary = summarize(indicator(*rows))
    assert summary.latest.end == 2015
    assert summary.latest_settled.end == 2014
    assert summary.change.latest.end == 2014


def test_only_a_provisional_second_value_gives_no_change_and_says_why():
    summary = summarize(indicator(year(2014, 70), year(2015, 74, status="provisional")))
    assert summary.change is None and summary.why_no_change == "provisional"


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((), "no_figures"),
        ((year(2014, None, disclosure="suppressed"),), "no_figures"),
        ((year(2014, 3.0),), "one_figure"),
    ],
)
def test_why_there_is_no_change(rows, why):
    assert summarize(indicator(*rows)).why_no_change == why


def test_suspect_values_are_left_out():
    summary = summarize(indicator(year(2014, 30), year(2015, 90, status="suspect"), year(2016, 31)))
    assert [o.end for o in summary.comparable] == [2014, 2016]


def test_estimates_of_unknown_period_are_thinned_as_five_years():
    rows = [
        Observation(str(end), end, "town", value=float(end - 2000)) for end in range(2012, 2020)
    ]
    summary = summarize(indicator(*rows, period_kind="unknown"))
    assert [o.end for o in summary.comparable] == [2014, 2019]
    assert summary.thinned and summary.change.base.end == 2014


def test_headline_series_may_be_a_group():
    rows = (
        year(2018, 60.0, groups=(("age", "18-19"),)),
        year(2018, 40.0, groups=(("age", "20-24"),)),
    )
    chosen = indicator(*rows, headline_series={"age": "20-24"})
    assert headline(chosen).observations[0].value == 40.0
    assert headline(indicator(*rows)).observations == ()


def test_an_expected_group_without_rows_is_an_empty_series():
    groups = (Group("Female", "girls"), Group("Nonbinary", "nonbinary students"))
    built = indicator(
        year(2018, 60.0, groups=(("gender", "Female"),)),
        dimensions=(Dimension("gender", "By gender", groups),),
    )
    girls, nonbinary = by_dimension(built)["gender"]
    assert len(girls.observations) == 1 and nonbinary.observations == ()


values = st.floats(0, 100).map(lambda v: round(v, 1))


@given(st.lists(values, min_size=2, max_size=20), st.randoms())
def test_order_of_rows_does_not_matter_and_a_rate_agrees_with_its_complement(numbers, random):
    rows = [year(2000 + i, v) for i, v in enumerate(numbers)]
    shuffled = list(rows)
    random.shuffle(shuffled)
    rate = summarize(indicator(*rows)).change
    assert summarize(indicator(*shuffled)).change == rate
    mirrored = [year(o.end, round(100 - o.value, 1)) for o in rows]
    complement = summarize(indicator(*mirrored, polarity="lower")).change
    assert complement.better == rate.better
    assert complement.amount == pytest.approx(-rate.amount)


@given(st.sets(st.integers(1990, 2030), max_size=15), st.sets(st.integers(1990, 2030), max_size=4))
def test_runs_keep_every_observation_once_and_in_order(ends, breaks):
    rows = [year(end, 1.0) for end in sorted(ends)]
    runs = split_at_breaks(rows, breaks)
    assert [o for run in runs for o in run] == rows
    for before, after in zip(runs, runs[1:], strict=False):
        assert any(before[-1].end < b <= after[0].end for b in breaks)


@given(st.sets(st.integers(1990, 2030), min_size=1, max_size=25))
def test_thinned_periods_never_overlap_and_keep_the_latest(ends):
    rows = [Observation(str(e), e, "town", value=1.0) for e in sorted(ends)]
    kept = thin(rows, replace(DEFINITION, period_kind="unknown"))
    assert kept[-1] == rows[-1]
    assert all(b.end - a.end >= 5 for a, b in zip(kept, kept[1:], strict=False))
