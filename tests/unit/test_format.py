"""Numbers, units, dates and lists as people read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truenorth.pages import format as formats
from truenorth.pages.wording import load_wording

T = load_wording()


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (0, 0, "0"),
        (9721, 0, "9,721"),
        (1234567.891, 2, "1,234,567.89"),
        (86.05, 1, "86.1"),
        (2.5, 0, "3"),
        (-3.4, 1, "−3.4"),
        (-0.04, 1, "0.0"),
        (1e-7, 1, "0.0"),
    ],
)
def test_numbers_are_rounded_half_up_with_separators_and_a_true_minus(value, decimals, shown):
    assert formats.number(T, value, decimals) == shown


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "shown"),
    [
        (86.1, "percent", 1, "86.1%"),
        (1200, "currency", 0, "$1,200"),
        (-5, "currency", 0, "−$5"),
        (-0.001, "currency", 2, "$0.00"),
        (12, "days", 0, "12 days"),
        (1, "days", 0, "1 day"),
        (9721, "count", 0, "9,721"),
        (1.25, "ratio", 2, "1.25"),
    ],
)
def test_a_value_carries_its_unit(value, unit, decimals, shown):
    assert formats.measure(T, value, unit, decimals) == shown


def test_a_difference_of_percents_is_in_percentage_points():
    assert formats.difference(T, -3.4, "percent", 1) == "3.4 percentage points"
    assert formats.difference(T, 1, "percent", 0) == "1 percentage point"
    assert formats.difference(T, 1, "percent", 1) == "1.0 percentage points"
    assert formats.signed(T, 3.4, "percent", 1) == "+3.4 percentage points"
    assert formats.signed(T, -3.4, "percent", 1) == "−3.4 percentage points"
    assert formats.signed(T, 0.01, "percent", 1) == "0.0 percentage points"


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2016", "2016"), ("2016-12", "December 2016"), ("2016-12-04", "December 4, 2016")],
)
def test_a_date_is_as_precise_as_it_is_known(written, shown):
    assert T.date(written) == shown


def test_spans_of_dates():
    assert T.dates("2012", "2016-12") == "2012 to December 2016"
    assert T.dates("2012", "2012") == "2012"
    assert T.dates("2012", None) == "since 2012"
    assert T.dates(None, "2016") == "until 2016"
    assert T.dates(None, None) == ""


def test_lists():
    assert T.list([]) == ""
    assert T.list(["a"]) == "a"
    assert T.list(["a", "b"]) == "a and b"
    assert T.list(iter(["a", "b", "c", "d"])) == "a, b, c and d"


def test_sizes_of_files():
    assert formats.size(T, 999) == "999 bytes"
    assert formats.size(T, 12345) == "12 kB"


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_a_number_can_be_read_back(value, decimals):
    shown = formats.number(T, value, decimals).replace(",", "").replace("−", "-")
    assert float(shown) == pytest.approx(value, abs=0.5 * 10**-decimals * 1.000001)
    assert shown not in {"-0", "-0.0", "-0.00", "-0.000"}
