"""The value axis: noise must not look like news, and nothing falls outside."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truenorth.charts.domain import Domain, domain_for, tick_label, ticks

percents = st.lists(st.floats(0, 100), min_size=1, max_size=30)
numbers = st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=30)


@settings(deadline=None)
@given(percents)
def test_percents_are_covered_wide_and_inside_their_bounds(values):
    low, high, truncated = domain_for(values, "percent")
    assert 0 <= low <= min(values) and max(values) <= high <= 100
    assert high - low >= 20
    assert truncated == (low > 0)


@settings(deadline=None)
@given(numbers, st.sampled_from(["count", "rate", "index", "currency", "days", "ratio"]))
def test_every_value_is_covered_whatever_the_unit(values, unit):
    low, high, _ = domain_for(values, unit)
    assert low <= min(values) and max(values) <= high
    assert low < high


@settings(deadline=None)
@given(numbers)
def test_order_and_repetition_do_not_matter(values):
    assert domain_for(values, "count") == domain_for([*reversed(values), values[0]], "count")


@settings(deadline=None)
@given(percents, st.lists(st.none(), max_size=3))
def test_a_value_that_is_not_given_has_no_influence(values, hidden):
    assert domain_for([*hidden, *values], "percent") == domain_for(values, "percent")


@settings(deadline=None)
@given(numbers, st.integers(3, 7))
def test_ticks_are_few_even_and_inside(values, most):
    low, high, _ = domain_for(values, "count")
    found = ticks(low, high, most)
    assert 1 <= len(found) <= most
    assert all(low - (high - low) * 1e-6 <= tick <= high + (high - low) * 1e-6 for tick in found)
    steps = {round((b - a) / (high - low), 6) for a, b in pairwise(found)}
    assert len(steps) <= 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([80.8, 81.6, 81.8, 82.2, 82.4, 86.1], Domain(70.0, 95.0, True)),
        ([23.3, 16.7], Domain(0.0, 30.0, False)),
        ([50.0], Domain(40.0, 60.0, True)),
        ([100.0, 99.0], Domain(80.0, 100.0, True)),
        ([0.0], Domain(0.0, 20.0, False)),
        ([], Domain(0.0, 100.0, False)),
    ],
)
def test_percents_by_example(values, expected):
    assert domain_for(values, "percent") == expected


def test_bounds_of_the_indicator_hold_and_a_value_beyond_them_is_still_shown():
    assert domain_for([3.9, 4.0], "index", (0, 4)).high == 4
    assert domain_for([4.5], "index", (0, 4)).high >= 4.5


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_what_is_not_finite_is_refused(value):
    with pytest.raises(ValueError, match="not finite"):
        domain_for([1.0, value], "percent")


@pytest.mark.parametrize(
    ("value", "unit", "step", "text"),
    [
        (80, "percent", 5, "80%"), (62.5, "percent", 2.5, "62.5%"),
        (40000, "currency", 1e4, "$40,000"),
        (-20, "currency", 10, "\N{MINUS SIGN}$20"), (1200, "count", 200, "1,200"),
        (0.25, "ratio", 0.05, "0.25"), (0.0, "percent", 10, "0%"),
    ],
)  # fmt: skip
def test_ticks_carry_their_unit(value, unit, step, text):
    assert tick_label(value, unit, step) == text
