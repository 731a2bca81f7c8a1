"""Counts that would give a hidden group away."""

from __future__ import annotations

from dataclasses import replace

from truenorth.reportcard.disclosure import exposed
from truenorth.reportcard.model import Observation

TOTAL = Observation("2019-20", 2020, "Riverbend", numerator=80, denominator=100, value=80)
GIRLS = replace(TOTAL, groups=(("gender", "Female"),), numerator=44, denominator=50, value=88)
BOYS = replace(TOTAL, groups=(("gender", "Male"),), numerator=31, denominator=43, value=72.1)
HIDDEN = Observation(
    "2019-20", 2020, "Riverbend", (("gender", "Nonbinary"),), disclosure="suppressed"
)


def test_nothing_is_exposed_where_nothing_is_hidden():
    assert exposed([TOTAL, GIRLS, BOYS]) == ()


def test_siblings_of_a_hidden_group_must_not_carry_counts():
    assert exposed([TOTAL, GIRLS, BOYS, HIDDEN]) == (GIRLS, BOYS)


def test_either_count_is_enough():
    only_whole = replace(GIRLS, numerator=None)
    only_part = replace(BOYS, denominator=None)
    assert exposed([only_whole, only_part, HIDDEN]) == (only_whole, only_part)


def test_values_alone_may_stay():
    bare = [replace(o, numerator=None, denominator=None) for o in (GIRLS, BOYS)]
    assert exposed([TOTAL, *bare, HIDDEN]) == ()


def test_other_periods_places_and_breakdowns_are_no_siblings():
    others = [
        replace(GIRLS, period="2018-19", end=2019),
        replace(GIRLS, geography="River County"),
        replace(GIRLS, groups=(("race_ethnicity", "Asian"),)),
        replace(GIRLS, groups=(("gender", "Female"), ("race_ethnicity", "Asian"))),
    ]
    assert exposed([*others, HIDDEN]) == ()


def test_a_period_written_in_another_way_is_still_the_same():
    assert exposed([replace(GIRLS, period="2020"), HIDDEN]) == (replace(GIRLS, period="2020"),)


def test_crossed_breakdowns_are_siblings_in_any_order():
    crossed = replace(GIRLS, groups=(("race_ethnicity", "Asian"), ("gender", "Female")))
    hidden = replace(HIDDEN, groups=(("gender", "Male"), ("race_ethnicity", "Asian")))
    assert exposed([crossed, hidden]) == (crossed,)


def test_a_complementary_suppression_counts_as_hidden():
    assert exposed([GIRLS, replace(HIDDEN, disclosure="complementary")]) == (GIRLS,)
