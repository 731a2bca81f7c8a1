"""Statuses: the rule at its edges, hand-worked cases, and what must never matter."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.town import indicator, year
from truenorth.reportcard.model import Break, Indicator
from truenorth.reportcard.series import summarize
from truenorth.reportcard.trend import ALPHA, Trend, assess_trend

PERCENTS = st.lists(st.integers(0, 1000).map(lambda v: v / 10), min_size=0, max_size=14)
OPPOSITE = {"improving": "worsening", "worsening": "improving"}


def of(*values: float | None, first: int = 2010, **definition) -> Trend:
    rows = (year(first + i, v, status="normal" if v is not None else "missing")
            for i, v in enumerate(values))  # fmt: skip
    return assess_trend(summarize(indicator(*rows, **definition)))


def test_how_many_figures_a_status_needs() -> None:
    rising = (50, 53, 56, 59, 62, 65)
    statuses = [of(*rising[:n]).status for n in range(7)]
    assert statuses == [
        "not_assessed", "baseline_only", "too_early", "too_early", "too_early", "improving",
        "improving",
    ]  # fmt: skip


def test_why_it_is_so_is_there() -> None:
    found = of(80.8, 81.6, 81.8, 82.2, 82.4, 86.1)
    assert found.status == "improving"
    assert (found.n, found.method, found.alpha) == (6, "trend/1", ALPHA)
    assert found.p == pytest.approx(2 / 720)
    assert (found.agreeing, found.pairs) == (15, 15)
    # Of the fifteen slopes the eighth: (82.2 - 80.8) / 3.
    assert found.slope == pytest.approx(1.4 / 3)
    assert found.change == pytest.approx(5 * 1.4 / 3)
    assert (found.least_change, found.least_change_is_set) == (2.0, False)
    assert found.periods[0] == "2009-10" and found.periods[-1] == "2014-15"
    assert found.rests_on_latest and found.without_latest == "no_clear_change"
    assert found.latest_move.amount == pytest.approx(3.7)


def test_five_figures_need_nine_of_ten_pairs() -> None:
    assert of(50, 53, 56, 62, 59).status == "improving"
    assert of(50, 53, 62, 59, 56).status == "no_clear_change"


def test_a_change_too_small_to_matter_is_none() -> None:
    assert of(50, 50.4, 50.8, 51.2, 51.6).status == "no_clear_change"
    assert of(50, 50.5, 51, 51.5, 52).status == "improving"  # exactly two points
    assert of(50, 50.4, 50.8, 51.2, 51.6, min_change=1).status == "improving"
    counts = {"unit": "count", "minimum": 0}
    assert of(1000, 1012, 1024, 1036, 1048, **counts).status == "no_clear_change"
    assert of(1000, 1013, 1026, 1039, 1052, **counts).status == "improving"


def test_lower_is_better() -> None:
    assert of(12, 11, 10, 9, 8, polarity="lower").status == "improving"
    assert of(8, 9, 10, 11, 12, polarity="lower").status == "worsening"


def test_a_range_is_judged_by_the_distance_to_it() -> None:
    within = {"polarity": "range", "desired_low": 40.0, "desired_high": 60.0}
    assert of(20, 25, 30, 35, 40, **within).status == "improving"
    assert of(80, 75, 70, 65, 60, **within).status == "improving"
    assert of(70, 75, 80, 85, 90, **within).status == "worsening"
    assert of(41, 45, 50, 55, 59, **within).status == "no_clear_change"
    assert of(41, 45, 50, 55, 59, **within).on_distance
    assert of(20, 25, 30, 35, 40, polarity="range", desired_low=40.0).status == "improving"
    unsaid = of(20, 25, 30, 35, 40, polarity="range")
    assert (unsaid.status, unsaid.why_not_assessed) == ("not_assessed", "no_range")
    assert of().why_not_assessed == "no_figures"


def test_gaps_in_years_are_real_time() -> None:
    found = of(50, None, None, None, 52, 53, 54, 55)
    assert found.n == 5
    assert found.change == pytest.approx(7 * found.slope)


def test_only_the_latest_comparable_stretch_counts() -> None:
    rows = [year(2010 + i, 90.0 - i) for i in range(4)]
    rows += [year(2014 + i, 40.0 + i) for i in range(5)]
    joined = indicator(*rows, breaks=(Break("2013-14", "a new test"),))
    assert assess_trend(summarize(joined)).status == "improving"
    assert assess_trend(summarize(joined)).n == 5


def test_a_provisional_latest_value_is_left_out() -> None:
    rows = [year(2010 + i, 50.0 + i) for i in range(5)]
    settled = assess_trend(summarize(indicator(*rows)))
    more = indicator(*rows, year(2015, 10.0, status="provisional"))
    assert assess_trend(summarize(more)) == settled


def test_no_clear_change_in_five_figures_rests_on_none_of_them() -> None:
    assert not of(50, 48, 53, 49, 51).rests_on_latest
    assert of(50, 53, 56, 59, 62).rests_on_latest
    assert of(50, 53, 56, 59, 62, 40).rests_on_latest


@settings(deadline=None)
@given(PERCENTS)
def test_a_rate_and_its_complement_agree(values: list[float]) -> None:
    rate = of(*values)
    complement = of(*(100 - v for v in values), polarity="lower")
    assert complement.status == rate.status
    assert complement.p == rate.p
    assert complement.rests_on_latest == rate.rests_on_latest
    if rate.slope is not None:
        assert complement.slope == pytest.approx(-rate.slope)


@settings(deadline=None)
@given(PERCENTS)
def test_the_other_polarity_turns_the_verdict_around(values: list[float]) -> None:
    rate, other = of(*values), of(*values, polarity="lower")
    assert other.status == OPPOSITE.get(rate.status, rate.status)


@settings(deadline=None)
@given(PERCENTS, st.integers(0, 10_000))
def test_the_order_of_rows_does_not_matter(values: list[float], seed: int) -> None:
    rows = [year(2010 + i, v) for i, v in enumerate(values)]
    shuffled = random.Random(seed).sample(rows, len(rows))
    assert assess_trend(summarize(indicator(*shuffled))) == assess_trend(
        summarize(indicator(*rows))
    )


@settings(deadline=None)
@given(PERCENTS, st.sampled_from([0.001, 0.5, 2.0, 1024.0, 1e6]))
def test_units_do_not_matter(values: list[float], times: float) -> None:
    """The same lengths in other units: the status is the same, the change in the new unit."""
    counts = {"unit": "index"}
    one, other = of(*values, **counts), of(*(v * times for v in values), **counts)
    assert other.status == one.status
    assert other.p == one.p
    if one.change is not None:
        assert other.change == pytest.approx(one.change * times)


@settings(deadline=None)
@given(PERCENTS, st.floats(0, 100), st.sampled_from(["suppressed", "complementary"]))
def test_hidden_values_never_change_anything(
    values: list[float], secret: float, disclosure: str
) -> None:
    rows = [year(2010 + i, v) for i, v in enumerate(values)]

    def with_hidden(value: float | None) -> Indicator:
        return indicator(*rows, year(2030, value, disclosure=disclosure))

    kept = assess_trend(summarize(with_hidden(None)))
    assert assess_trend(summarize(with_hidden(secret))) == kept
    assert kept == assess_trend(summarize(indicator(*rows)))


def test_a_bound_is_not_a_figure() -> None:
    rows = [year(2010 + i, 90.0 + i) for i in range(5)]
    coded = year(2015, 95.0, disclosure="top_coded", as_printed=">=95")
    assert assess_trend(summarize(indicator(*rows, coded))).n == 5


@pytest.mark.parametrize(
    "values",
    [
        [5], [0] * 9, [-3, -8, -20, -21, -40, -41], [1e308, -1e308] * 4, [5e-324] * 3 + [0] * 4,
        [0, 0, 0, 0, 1], [1e15 + i for i in range(6)],
    ],
)  # fmt: skip
@pytest.mark.parametrize("unit", ["percent", "count", "index"])
def test_absurd_tables_get_a_status(values: list[float], unit: str) -> None:
    for polarity in ("higher", "lower", "range"):
        found = of(*values, unit=unit, polarity=polarity, desired_low=2.0)
        assert found.status
    assert of(*values[:1] * 6, unit=unit).status == "no_clear_change"


def test_two_hundred_years() -> None:
    assert of(*(50 + (i % 7) for i in range(200)), first=1950).n == 200
    assert of(*(i / 2 for i in range(200)), first=1950).status == "improving"


def test_two_rows_of_one_year_count_once() -> None:
    twice = replace(year(2014, 54.0), period="2014, spring")
    rows = [year(2010 + i, 50.0 + i) for i in range(5)]
    assert assess_trend(summarize(indicator(*rows, twice))).n == 5
