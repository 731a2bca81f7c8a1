"""Targets and pace: every verdict, the published counter-example, and nothing by zero."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.town import indicator, year
from truenorth.reportcard.model import BasePoint, Break, Target
from truenorth.reportcard.pace import Pace, assess_target, assess_targets, next_target
from truenorth.reportcard.series import summarize

TODAY = datetime.date(2016, 6, 1)
PERCENTS = st.lists(st.integers(0, 1000).map(lambda v: v / 10), min_size=0, max_size=10)


def target(amount: float, due: int = 2020) -> Target:
    return Target(
        f"{due - 1}-{due % 100:02d}", due, amount, "final", "board", "A plan.", ("survey",)
    )


def pace(*values, amount: float, due: int = 2020, today=TODAY, **definition) -> Pace:
    """Against a series that begins in 2010; where a value is None there is none that year."""
    rows = (year(2010 + i, v) for i, v in enumerate(values) if v is not None)
    known = indicator(*rows, **definition)
    return assess_target(summarize(known), target(amount, due), today)


def test_on_pace_and_behind() -> None:
    """50 to 54 in four years is a point a year; 60 by 2020 is a point a year as well."""
    found = pace(50, 51, 52, 53, 54, amount=60)
    assert found.verdict == "on_pace"
    assert (found.share, found.remaining) == pytest.approx((0.4, 6))
    assert (found.required, found.observed) == pytest.approx((1, 1))
    assert found.judged_by.end == 2014 and found.n == 5
    assert pace(50, 51, 52, 53, 54, amount=61).verdict == "behind"
    assert pace(50, 50, 50, 50, 50, amount=60).verdict == "behind"


def test_moving_away_only_where_the_step_matters() -> None:
    assert pace(50, 49, 48, 47, 46, amount=60).verdict == "moving_away"
    assert pace(50, 49.9, 49.8, 49.7, 49.6, amount=60).verdict == "behind"


def test_reached() -> None:
    assert pace(50, 61, amount=60).verdict == "reached"
    assert pace(60.0, amount=60).verdict == "reached"
    assert pace(12, 9, amount=10, polarity="lower").verdict == "reached"


def test_the_due_year_decides_once_it_is_over() -> None:
    rising = (50, 51, 52, 53, 54, 65)
    missed = pace(*rising, amount=60, due=2014)
    assert (missed.verdict, missed.judged_by.end) == ("missed", 2014)
    assert missed.share == pytest.approx(0.4) and missed.remaining == pytest.approx(6)
    assert pace(*rising, amount=60, due=2015).verdict == "reached"
    # Reached before and lost again: the target was for its year.
    assert pace(50, 70, 55, amount=60, due=2012).verdict == "missed"


def test_due_without_data() -> None:
    assert pace(50, 51, None, 53, amount=60, due=2012).verdict == "due_without_data"
    assert pace(50, 51, amount=60, due=2015).verdict == "due_without_data"
    assert pace(50, 51, amount=60, due=2016).verdict == "cannot_tell"  # 2016 is not over
    assert pace(amount=60, due=2015).verdict == "due_without_data"


def test_cannot_tell() -> None:
    few = pace(50, 51, 52, 53, amount=60)
    assert (few.verdict, few.why_unknown) == ("cannot_tell", "too_few_figures")
    assert few.required == pytest.approx(7 / 7) and few.observed is None
    none = pace(amount=60)
    assert (none.verdict, none.why_unknown, none.base) == ("cannot_tell", "no_figures", None)


def test_across_a_break_there_is_no_share_of_the_old_way() -> None:
    rows = [year(2010 + i, 50.0 + i) for i in range(3)] + [year(2013, 30.0)]
    known = indicator(
        *rows, breaks=(Break("2012-13", "a new test"),), base_point=BasePoint("2009-10", "Start.")
    )
    found = assess_target(summarize(known), target(60), TODAY)
    assert found.verdict == "cannot_tell" and found.base.end == 2013


def test_nothing_is_divided_by_zero() -> None:
    assert pace(60, 58, 57, amount=60).share is None
    assert pace(0, 1, 2, 3, 4, amount=10).share == pytest.approx(0.4)
    assert pace(0, 0, 0, 0, 0, amount=0).verdict == "reached"
    ahead = pace(50, None, None, None, None, None, None, None, 52, amount=60, due=2016)
    assert ahead.verdict == "due_without_data"


def test_a_range_may_be_entered_from_either_side() -> None:
    good = {"polarity": "range", "desired_low": 40.0, "desired_high": 60.0}
    assert pace(20, 45, amount=50, **good).verdict == "reached"
    assert pace(20, 30, amount=40, **good).verdict == "cannot_tell"
    assert pace(90, 80, amount=70, **good).verdict == "cannot_tell"
    assert pace(90, 69, amount=70, **good).verdict == "reached"
    assert pace(90, 88, 86, 84, 82, amount=60, **good).verdict == "behind"
    assert pace(90, 86, 82, 78, 74, amount=60, **good).verdict == "on_pace"


def test_graduation_and_its_complement_get_one_verdict() -> None:
    """72 to 78 with target 90, and 28 to 22 with target 10, which growth rates tell apart."""

    def share_of_growth(base: float, latest: float, amount: float) -> float:
        """Compound growth of 5 years against that which 11 would need."""
        return ((latest / base) ** (1 / 5) - 1) / ((amount / base) ** (1 / 11) - 1)

    assert share_of_growth(72, 78, 90) == pytest.approx(0.79, abs=0.01)
    assert share_of_growth(28, 22, 10) == pytest.approx(0.53, abs=0.01)
    rates = (72, 73, 74.5, 76, 77, 78)
    due = {"due": 2021, "today": TODAY}
    one = pace(*rates, amount=90, **due)
    other = pace(*(100 - v for v in rates), amount=10, polarity="lower", **due)
    assert one.verdict == other.verdict == "behind"
    assert one.share == pytest.approx(other.share) == pytest.approx(1 / 3)
    assert one.observed / one.required == pytest.approx(other.observed / other.required)


@settings(deadline=None)
@given(PERCENTS, st.integers(0, 100), st.integers(2005, 2030))
def test_a_rate_and_its_complement_agree(values: list[float], amount: int, due: int) -> None:
    one = pace(*values, amount=amount, due=due)
    flipped = (100 - v for v in values)
    other = pace(*flipped, amount=100 - amount, due=due, polarity="lower")
    assert one.verdict == other.verdict
    assert (one.share is None) == (other.share is None)
    if one.share is not None:
        assert one.share == pytest.approx(other.share)


@settings(deadline=None)
@given(PERCENTS, st.floats(-1e6, 1e6), st.integers(1900, 2200), st.integers(1900, 2200))
def test_whatever_is_asked_there_is_a_verdict(values, amount: float, due: int, now: int) -> None:
    for polarity in ("higher", "lower", "range"):
        found = pace(
            *values, amount=amount, due=due, today=datetime.date(now, 1, 1), polarity=polarity
        )
        assert found.verdict


def test_all_targets_by_year_and_the_next_of_them() -> None:
    known = indicator(year(2010, 50.0), targets=(target(70, 2025), target(60, 2012)))
    summary = summarize(known)
    paces = assess_targets(summary, TODAY)
    assert [p.target.year for p in paces] == [2012, 2025]
    assert next_target(paces, TODAY).target.year == 2025
    assert next_target(paces, datetime.date(2040, 1, 1)).target.year == 2025
    assert next_target((), TODAY) is None
    hidden = replace(year(2025, 90.0), disclosure="suppressed")
    more = replace(known, observations=(*known.observations, hidden))
    assert assess_targets(summarize(more), TODAY) == paces
