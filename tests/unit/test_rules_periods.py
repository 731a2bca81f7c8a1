"""Labels of periods, and the time they cover."""

from __future__ import annotations

import pytest

from truenorth.reportcard.model import Observation
from truenorth.reportcard.periods import last_year, span, years


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("2017", (2017, 2017)), ("2016-17", (2016, 2017)), ("2016–17", (2016, 2017)),
        ("2016/17", (2016, 2017)), ("1999-00", (1999, 2000)), ("2015-2019", (2015, 2019)),
        ("2015 - 2019", (2015, 2019)), ("Class of 2019", None), ("2019 Q1", None),
    ],
)  # fmt: skip
def test_years_named_by_a_label(label: str, expected: tuple[int, int] | None):
    assert years(label) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [("2016-17", 2017), ("Class of 2019", 2019), ("Fall 2019", 2019), ("2019 Q1", None),
     ("2017 to 2019", None), ("latest", None)],
)  # fmt: skip
def test_the_year_in_which_a_label_says_it_ends(label: str, expected: int | None):
    assert last_year(label) == expected


@pytest.mark.parametrize(
    ("label", "end", "kind", "expected"),
    [
        ("2016-17", 2017, "school_year", (2016, 2017)),
        ("2016-17", 2017, None, (2016, 2017)),
        ("2016-17", 2017, "multi_year", (2016, 2018)),
        ("2016", 2016, "calendar", (2016, 2017)),
        ("2015-2019", 2019, "multi_year", (2015, 2020)),
        ("Class of 2019", 2019, "cohort", (2019, 2020)),
    ],
)
def test_the_time_a_period_covers(label, end, kind, expected):
    assert span(Observation(label, end, "Riverbend"), kind) == expected


def test_a_start_that_is_given_counts_where_the_label_is_silent():
    observation = Observation("Wave 3", 2019, "Riverbend", start="2017-07")
    assert span(observation, "unknown") == (2017, 2020)
