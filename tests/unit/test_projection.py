"""The projection: scale, horizon and bounds, and the verdicts of later years against it."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.town import indicator, year
from truenorth.reportcard.fit import theil_sen
from truenorth.reportcard.forecast import theil_sen_line
from truenorth.reportcard.model import (
    Break,
    FrozenProjection,
    Indicator,
    ProjectionPoint,
    ProjectionVintage,
)
from truenorth.reportcard.periods import shifted
from truenorth.reportcard.projection import Projection, project
from truenorth.reportcard.series import summarize
from truenorth.reportcard.vintages import (
    AgainstProjection,
    already_published,
    in_force,
    latest_verdict,
    verdict_for,
    verdicts,
)

PERCENTS = st.lists(st.integers(0, 1000).map(lambda v: v / 10), min_size=5, max_size=12)


def of(*values: float, periods: int | None = None, **definition) -> Projection:
    rows = (year(2010 + i, v) for i, v in enumerate(values))
    return project(summarize(indicator(*rows, **definition)), periods)


def vintage(
    *points: tuple[int, float, float | None, float | None],
    made_on: str = "2015-10-01",
    through: str = "2014-15",
    retrospective: bool = False,
) -> ProjectionVintage:
    head = FrozenProjection(
        made_on, through, "computed", retrospective, ("Ana Ruiz",), "As before."
    )
    named = tuple(
        ProjectionPoint(f"{end - 1}-{end % 100:02d}", end, *rest) for end, *rest in points
    )
    return ProjectionVintage(head, named, f"projections/{made_on}.csv", "")


def judged(value: float, **more) -> AgainstProjection:
    """The verdict for 2016 of a figure against 60 with a band from 58 to 62."""
    frozen = vintage((2016, 60.0, 58.0, 62.0))
    known = indicator(year(2015, 59.0), year(2016, value), **more)
    return verdict_for(summarize(replace(known, projections=(frozen,))), 2016)


def test_how_far_it_looks_ahead() -> None:
    rising = [50.0 + i for i in range(9)]
    assert [len(of(*rising[:n]).points) for n in (4, 5, 7, 8, 9)] == [0, 3, 3, 5, 5]
    assert of(*rising[:4]).why_none == "too_few_figures"
    assert [len(of(*rising, periods=p).points) for p in (1, 4, 9)] == [1, 4, 5]
    assert [p.period for p in of(*rising[:5]).points] == ["2014-15", "2015-16", "2016-17"]
    assert of(*rising[:5]).data_through == "2013-14"


@pytest.mark.parametrize(
    ("period", "by", "later"),
    [
        ("2016-17", 1, "2017-18"), ("1998-99", 1, "1999-00"), ("2015-2019", 5, "2020-2024"),
        ("2016/17", 3, "2019/20"), ("2019", 2, "2021"), ("Class of 2019", 1, "Class of 2020"),
        ("2015 – 2019", 5, "2020 – 2024"), ("spring", 1, None), ("2015 and 2017", 1, None),
    ],
)  # fmt: skip
def test_labels_of_later_periods(period: str, by: int, later: str | None) -> None:
    assert shifted(period, by) == later


def test_the_centre_is_the_line_on_the_logit_scale() -> None:
    values = [80.8, 81.6, 81.8, 82.2, 82.4]
    fitted = [(i, math.log(v / (100 - v))) for i, v in enumerate(values)]
    line = theil_sen_line(fitted, theil_sen(fitted), 5)
    expected = 100 / (1 + math.exp(-line))
    found = of(*values)
    assert found.scale == "logit"
    assert found.points[0].value == pytest.approx(expected)
    assert found.points[0].low < expected < found.points[0].high
    widths = [p.high - p.low for p in found.points]
    assert widths == sorted(widths)


def test_counts_go_by_the_log_and_others_as_they_are() -> None:
    doubling = of(10, 20, 40, 80, 160, unit="count")
    assert doubling.scale == "log"
    assert [p.value for p in doubling.points] == pytest.approx([320, 640, 1280])
    assert of(-5, -4, -3, -2, -1, unit="count").scale == "linear"
    assert of(1, 2, 3, 4, 5, unit="index").points[0].value == pytest.approx(6)
    assert of(90, 100, 110, 120, 130, maximum=400.0).scale == "linear"


def test_values_at_a_bound_are_moved_inside_by_half_the_printed_unit() -> None:
    zeros = of(0, 0, 0, 0, 0)
    assert [p.value for p in zeros.points] == pytest.approx([0.05] * 3)
    full = of(100, 100, 100, 100, 100, decimals=0)
    assert [p.value for p in full.points] == pytest.approx([99.5] * 3)
    assert of(4, 3, 2, 1, 0, unit="count").points[0].low >= 0


def test_it_stops_at_the_bounds_of_the_indicator() -> None:
    found = of(10, 20, 40, 80, 160, unit="count", maximum=500.0)
    assert [p.value for p in found.points] == pytest.approx([320, 500, 500])
    assert max(p.high for p in found.points) == 500


def test_periods_of_five_years_go_five_years_ahead() -> None:
    rows = [year(1999 + 5 * i, 50.0 + i) for i in range(5)]
    rows = [replace(o, period=f"{o.end - 4}-{o.end}") for o in rows]
    found = project(summarize(indicator(*rows, period_kind="multi_year")))
    assert [p.period for p in found.points] == ["2020-2024", "2025-2029", "2030-2034"]
    assert [p.end for p in found.points] == [2024, 2029, 2034]


@settings(deadline=None)
@given(PERCENTS)
def test_a_rate_and_its_complement_agree(values: list[float]) -> None:
    one, other = of(*values), of(*(100 - v for v in values), polarity="lower")
    for mine, theirs in zip(one.points, other.points, strict=True):
        assert mine.value == pytest.approx(100 - theirs.value, abs=1e-6)
        assert (mine.low, mine.high) == pytest.approx(
            (100 - theirs.high, 100 - theirs.low), abs=1e-6
        )


@settings(deadline=None)
@given(PERCENTS)
def test_the_band_holds_the_centre_within_bounds(values: list[float]) -> None:
    for point in of(*values).points:
        assert 0 <= point.low <= point.value <= point.high <= 100


@settings(deadline=None)
@given(st.lists(st.integers(1, 10_000), min_size=5, max_size=10))
def test_the_unit_of_a_count_does_not_matter(values: list[int]) -> None:
    one, other = of(*values, unit="count"), of(*(v * 1000 for v in values), unit="count")
    for mine, theirs in zip(one.points, other.points, strict=True):
        assert theirs.value == pytest.approx(mine.value * 1000)
        assert theirs.high == pytest.approx(mine.high * 1000)


@pytest.mark.parametrize("unit", ["percent", "count", "index"])
@pytest.mark.parametrize(
    "values", [[0] * 5, [1e308, -1e308] * 3, [-5.0, -6, -7, -8, -9], [1e300, 1, 1e300, 1, 1e300]]
)
def test_absurd_tables_give_points_or_a_reason(values: list[float], unit: str) -> None:
    found = of(*values, unit=unit)
    assert bool(found.points) != bool(found.why_none)
    assert all(math.isfinite(x) for p in found.points for x in (p.low, p.value, p.high))


def test_two_hundred_years() -> None:
    rows = (year(1910 + i, 50.0 + i % 5) for i in range(200))
    assert len(project(summarize(indicator(*rows))).points) == 5


@pytest.mark.parametrize(
    ("value", "higher", "lower"),
    [(57.9, "worse", "better"), (58.0, "within", "within"), (62.0, "within", "within"),
     (62.1, "better", "worse")],
)  # fmt: skip
def test_verdicts(value: float, higher: str, lower: str) -> None:
    assert judged(value).verdict == higher
    assert judged(value, polarity="lower").verdict == lower


def test_a_range_is_judged_by_the_distance_to_it() -> None:
    low = {"polarity": "range", "desired_low": 70.0, "desired_high": 80.0}
    high = {"polarity": "range", "desired_low": 30.0, "desired_high": 40.0}
    around = {"polarity": "range", "desired_low": 55.0, "desired_high": 65.0}
    assert [judged(64.0, **r).verdict for r in (low, high, around)] == ["better", "worse", "within"]
    unsaid = judged(64.0, polarity="range")
    assert (unsaid.verdict, unsaid.why_none) == ("none", "no_range")


def test_how_far_beyond() -> None:
    assert judged(64.5).beyond == pytest.approx(2.5)
    assert judged(60.0).beyond == 0


def test_points_without_a_band_are_judged_by_themselves() -> None:
    drawn = vintage((2016, 60.0, None, None))
    known = indicator(year(2015, 59.0), year(2016, 60.5))
    (found,) = verdicts(summarize(known), drawn)
    assert (found.verdict, found.beyond) == ("better", 0.5)


def test_no_verdict_without_a_projection_a_figure_or_across_a_break() -> None:
    plain = summarize(indicator(year(2015, 59.0), year(2016, 61.0)))
    assert (latest_verdict(plain).verdict, latest_verdict(plain).why_none) == (
        "none", "no_projection",
    )  # fmt: skip
    frozen = vintage((2016, 60.0, 58.0, 62.0), (2017, 60.0, 57.0, 63.0))

    def why(known: Indicator, end: int) -> str | None:
        return verdict_for(summarize(replace(known, projections=(frozen,))), end).why_none

    assert why(indicator(year(2015, 59.0), year(2016, 61.0)), 2017) == "no_figure"
    unsettled = indicator(year(2015, 59.0), year(2016, 61.0, status="provisional"))
    assert why(unsettled, 2016) == "no_figure"
    hidden = indicator(year(2015, 59.0), year(2016, 61.0, disclosure="suppressed"))
    assert why(hidden, 2016) == "no_figure"
    broken = indicator(year(2015, 59.0), year(2016, 90.0), breaks=(Break("2015-16", "a new test"),))
    assert why(broken, 2016) == "break"
    assert latest_verdict(summarize(indicator())).why_none == "no_figure"


def test_a_newer_vintage_counts_and_a_back_test_only_alone() -> None:
    old = vintage((2016, 50.0, 49.0, 51.0), (2017, 50.0, 48.0, 52.0), made_on="2015-10-01")
    new = vintage((2017, 60.0, 58.0, 62.0), made_on="2016-10-01", through="2015-16")
    back = vintage((2016, 70.0, 69.0, 71.0), made_on="2020-01-01", retrospective=True)
    rows = (year(2015, 49.0), year(2016, 50.0), year(2017, 60.0))
    known = replace(indicator(*rows), projections=(back, new, old))
    summary = summarize(known)
    assert verdict_for(summary, 2016).vintage == old
    assert verdict_for(summary, 2017).vintage == new
    assert latest_verdict(summary).verdict == "within"
    assert in_force(known.projections) == new
    assert in_force((back,)) == back
    assert in_force(()) is None
    only = verdict_for(summarize(replace(known, projections=(back,))), 2016)
    assert (only.verdict, only.retrospective) == ("worse", True)
    # The old vintage stays, and so do its verdicts.
    assert [found.verdict for found in verdicts(summary, old)] == ["within", "better"]


def test_what_was_already_published() -> None:
    points = vintage(*((end, 1.0, None, None) for end in range(2016, 2020))).points
    unsaid = [year(end, 50.0) for end in (2016, 2017)]
    assert already_published(points, unsaid, "2016-02-01") == ("2015-16",)
    assert already_published(points, unsaid, "2017-02-01") == ("2015-16", "2016-17")
    assert already_published(points, unsaid, "2015-02-01") == ()
    said = [year(2016, 50.0, vintage="2017-03-01"), year(2017, 50.0, vintage="2018")]
    assert already_published(points, said, "2017-02-28") == ()
    assert already_published(points, said, "2017-03-01") == ("2015-16",)
    # At the coarser precision: some time in 2018 may have been before May.
    assert already_published(points, said, "2018-05-01") == ("2015-16", "2016-17")
    nonsense = [year(2016, 50.0, vintage="the second")]
    assert already_published(points, nonsense, "2016-02-01") == ("2015-16",)
    # A year that nobody has added was published long ago all the same.
    assert already_published(points, [], "2019-01-01") == ("2015-16", "2016-17")
    assert already_published(points, [], "2017-01-01") == ()
