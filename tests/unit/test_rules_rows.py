"""Rules about rows that the broken cases do not show."""

from __future__ import annotations

import pytest

from truenorth.problems import Problems
from truenorth.reportcard.model import Definition, Indicator, Observation
from truenorth.reportcard.row_rules import check_rows
from truenorth.reportcard.rows import ReadRow, number
from truenorth.reportcard.scale import bounds


def definition(**more) -> Definition:
    given = {"polarity": "higher", "unit": "percent", "tier": "headline", "goals": (),
             "definition": "A", "geography": "a", **more}  # fmt: skip
    return Definition(**given)


def codes(about: Definition, *rows: Observation, **cells: str) -> list[str]:
    problems = Problems()
    indicator = Indicator("a", "A", "A", about, "a/datapackage.yaml", observations=rows)
    check_rows(indicator, [ReadRow(row, _cells(row) | cells) for row in rows], problems)
    return [problem.code for problem in problems]


def _cells(row: Observation) -> dict[str, str]:
    names = ("numerator", "denominator", "value", "low", "high")
    return {name: str(getattr(row, name)) for name in names}


@pytest.mark.parametrize(
    ("value", "sound"),
    [("66.7", True), ("66.6", False), ("67", True), ("66", False), ("66.67", True),
     ("66.66", False)],
)  # fmt: skip
def test_a_share_agrees_with_its_counts_to_the_printed_digits(value: str, sound: bool):
    row = Observation("2017", 2017, "A", value=float(value), numerator=2, denominator=3)
    assert codes(definition(), row, value=value) == ([] if sound else ["value-disagrees"])


def test_counts_are_compared_for_percents_only():
    row = Observation("2017", 2017, "A", value=7, numerator=9, denominator=3)
    assert codes(definition(unit="rate"), row) == []


def test_a_whole_of_nobody_does_not_divide():
    row = Observation("2017", 2017, "A", value=0, numerator=0, denominator=0)
    assert codes(definition(), row) == []


def test_bounds_of_a_percent_can_be_narrowed():
    assert bounds(definition()) == (0, 100)
    assert bounds(definition(minimum=20.0)) == (20, 100)
    assert bounds(definition(unit="count")) == (float("-inf"), float("inf"))


def test_survey_periods_of_several_years_may_overlap():
    rows = [Observation(f"{y - 4}-{y}", y, "A", value=5) for y in (2016, 2017)]
    assert codes(definition(period_kind="multi_year"), *rows) == []
    assert codes(definition(period_kind="calendar"), *rows) == ["overlapping-periods"]


def test_the_same_period_of_two_places_or_groups_is_no_duplicate():
    rows = [
        Observation("2017", 2017, "A", value=5),
        Observation("2017", 2017, "B", value=5),
        Observation("2017", 2017, "A", (("gender", "Male"),), value=5),
    ]
    assert codes(definition(), *rows) == []


def test_a_hidden_figure_is_never_repeated_in_a_message():
    row = Observation("2017", 2017, "A", (("gender", "X"),), value=987.6, numerator=9876,
                      denominator=3, disclosure="suppressed")  # fmt: skip
    problems = Problems()
    indicator = Indicator("a", "A", "A", definition(), "a.yaml", observations=(row,))
    check_rows(indicator, [ReadRow(row, _cells(row))], problems)
    assert [problem.code for problem in problems] == ["hidden-row-carries-figures"]
    assert all("987" not in p.what + p.why + p.fix for p in problems)


@pytest.mark.parametrize("text", [None, "", "nan", "inf", "1_000", "١٢", "12%", "1,5"])
def test_what_is_no_number(text: str | None):
    assert number(text) is None
