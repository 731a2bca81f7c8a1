"""What a request becomes before anything is drawn: stretches, labels, places."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chart_requests import (
    AHEAD,
    DISTRICT,
    GRADUATION,
    READING,
    SURVEY,
    TARGETS,
    every_kind,
    groups,
    history,
    series,
    spark,
)  # fmt: skip
from truenorth.charts import HistoryRequest, Point, SparkRequest
from truenorth.charts.plans import plan_for
from truenorth.charts.plans.breaks import break_words
from truenorth.charts.plans.plan import Scale
from truenorth.charts.stretches import band_rows, bar_rows, stretches
from truenorth.charts.style import TEXT
from truenorth.lettering import plain, width_of, wrapped


def kinds(points):
    return [(one.kind, [point.x for point in one.points]) for one in stretches(points)]


def test_a_line_joins_neighbors():
    assert kinds(GRADUATION) == [("solid", list(range(2017, 2023)))]


def test_years_that_nobody_measured_are_bridged_by_a_dashed_line():
    assert kinds(READING) == [
        ("solid", [2016, 2017, 2018, 2019]),
        ("bridge", [2019, 2023]),
        ("solid", [2023, 2024, 2025]),
    ]


def test_a_survey_of_every_second_year_is_a_solid_line():
    assert [kind for kind, _ in kinds([Point(x, str(x), 1.0) for x in (2015, 2017, 2019)])] == [
        "solid"
    ]


def test_a_missing_value_and_a_break_leave_a_gap():
    assert kinds(series(2010, 1, 2, None, 3, 4)) == [
        ("solid", [2010, 2011]),
        ("solid", [2013, 2014]),
    ]
    assert kinds(DISTRICT) == [("solid", [2012, 2013, 2014, 2015, 2016])]


def test_bounds_make_a_band_along_a_line_and_a_bar_at_a_lone_point():
    assert [row["x"] for row in band_rows(SURVEY)] == [2010, 2011, 2012, 2013, 2014]
    assert bar_rows(SURVEY) == []
    assert [row["x"] for row in bar_rows(SURVEY[:1])] == [2010]


def test_a_projection_is_a_line_over_a_band_and_widens_both_axes():
    plan = plan_for(history("ahead", ahead=AHEAD, ahead_label="projected"))
    assert [row["x"] for row in plan.rows["ahead"]] == [2020, 2021, 2022, 2023]
    assert plan.rows["ahead_band"][-1] == {"x": 2023, "low": 80.2, "high": 86.6}
    assert plan.signals["x_high"] == 2023 and plan.signals["y_high"] >= 86.6
    assert "2022-23" in [row["text"] for row in plan.rows["words"]]


def test_a_projection_without_a_band_is_a_line_alone():
    plan = plan_for(history("ahead", ahead=tuple(one._replace(low=None) for one in AHEAD)))
    assert plan.rows["ahead_band"] == []
    assert len(plan.rows["ahead"]) == 4
    assert plan_for(history("plain")).rows["ahead"] == []


@pytest.mark.parametrize("request_", every_kind(), ids=lambda one: one.id)
def test_no_words_cover_each_other_or_leave_the_picture(request_):
    plan = plan_for(request_)
    rows = plan.rows.get("words") or [r for r in plan.rows.get("panels", ()) if r["kind"] == "word"]
    for panel in {row.get("panel") for row in rows}:
        boxes = [_box(row) for row in rows if row.get("panel") == panel]
        for one, other in combinations(boxes, 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert across <= 1 or down <= 1, (one, other)
        if panel is None:
            for left, top, right, bottom, _text in boxes:
                assert left >= -1 and right <= plan.size[0] + 1
                assert top >= -1 and bottom <= plan.size[1] + 1


def _box(row):
    width = width_of(row["text"], row["size"], bold=row["weight"] == "bold")
    left = row["px"] - {"left": 0, "center": 0.5, "right": 1}[row["align"]] * width
    half = row["size"] * 0.5
    return left, row["py"] - half, left + width, row["py"] + half, row["text"]


def said(plan):
    return [row["text"] for row in plan.rows["words"]]


def test_first_and_latest_value_are_labeled_and_periods_stand_as_published():
    words = said(plan_for(history("a", base_x=2017)))
    assert "80.8%" in words and "86.1%" in words
    assert {"2016-17", "2021-22"} <= set(words)
    assert "82.2%" not in words


def test_targets_are_labeled_and_joined_from_the_last_value_before_them():
    plan = plan_for(history("a", DISTRICT, targets=TARGETS))
    assert [row["x"] for row in plan.rows["path"]] == [2017, 2018, 2019, 2020]
    assert {"81%", "83%", "Target: 85%"} & set(said(plan))
    assert plan.signals["x_high"] == 2020


def test_the_year_a_target_is_due_stands_on_the_axis():
    words = said(
        plan_for(history("a", DISTRICT, targets=((2020, 85.0, "Target: 85%", "2019-20"),)))
    )
    assert {"2016-17", "2019-20"} <= set(words)


def test_a_figure_outside_its_domain_is_not_cut_off():
    plan = plan_for(HistoryRequest("a", "t", "", GRADUATION, "percent", (81.0, 85.0)))
    assert plan.signals["y_low"] <= 80.8 and plan.signals["y_high"] >= 86.1


def test_every_size_of_type_is_legible_on_a_phone():
    for request in (history("a", width="narrow"), groups("b", width="narrow")):
        plan = plan_for(request)
        rows = plan.rows.get("words") or [r for r in plan.rows["panels"] if r["kind"] == "word"]
        assert min(row["size"] for row in rows) * 343 / plan.size[0] >= 12


def test_words_of_breaks_share_no_place_and_no_hairline_crosses_them():
    scale = Scale(2008, 2019, 50, 340)
    found = break_words(
        [(2012.5, "New test"), (2013.5, "New state standards and a new scale"), (1990, "Before")],
        scale, 50, 348,
    )  # fmt: skip
    assert [one.x for one in found] == [2012.5, 2013.5]
    for one in found:
        for other in found:
            crossed = one.box.left < scale.at(other.x) < one.box.right
            assert not (crossed and other.box.top < one.box.bottom)


def test_a_panel_without_figures_says_so_and_panels_keep_their_order():
    rows = plan_for(groups("a", nothing="Hidden: fewer than 11 students")).rows["panels"]
    third = " ".join(row["text"] for row in rows if row["panel"] == 2 and row["kind"] == "word")
    assert "Hidden: fewer than 11 students" in third
    assert not [row for row in rows if row["panel"] == 2 and row["kind"] == "settled"]
    names = [row["text"] for row in rows if row["kind"] == "word" and row["weight"] == "bold"]
    assert names.index("Filipino students") < names.index("Nonbinary students")


def test_a_spark_has_a_dot_at_each_end():
    rows = plan_for(spark("a")).rows
    assert [row["x"] for row in rows["settled"]] == [2017, 2022]


points_of_any_kind = st.lists(
    st.builds(
        Point,
        x=st.integers(1800, 2100), label=st.text(max_size=12),
        y=st.none() | st.floats(-1e9, 1e9), low=st.none(), high=st.none(),
        provisional=st.booleans(), run=st.integers(0, 3), shown=st.text(max_size=20),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(points_of_any_kind, st.sampled_from(["wide", "narrow"]))
def test_any_points_can_be_laid_out(points, width):
    plan = plan_for(HistoryRequest("a", "t", "", tuple(points), "count", (0, 1), width=width))
    marks = len(plan.rows.get("settled", ())) + len(plan.rows.get("provisional", ()))
    assert marks == sum(point.y is not None for point in points)
    plan_for(SparkRequest("a", "t", "", tuple(points), (0, 1)))


@settings(deadline=None)
@given(st.text(max_size=200), st.floats(20, 400), st.integers(1, 4))
def test_wrapped_lines_stay_in_their_room(text, room, most):
    lines = wrapped(text, TEXT, room, most)
    assert len(lines) <= most
    assert all(width_of(line, TEXT) <= room or len(line) <= 2 for line in lines)


def test_text_that_no_file_can_hold_is_left_out():
    assert plain("a\x00b\ue000c\nd \ud800 e") == "a b c d e"


@pytest.mark.parametrize(
    "fault",
    [
        {"points": (Point(2020, "2020", float("inf")),)}, {"domain": (1.0, 1.0)},
        {"points": (Point(2020, "2020", 1.0, low=float("nan")),)}, {"id": "a b"}, {"title": " "},
        {"targets": ((2020, float("nan"), "x"),)}, {"breaks": ((float("inf"), "x"),)},
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused(fault):
    good = {"id": "a", "title": "t", "desc": "", "points": (), "unit": "percent", "domain": (0, 1)}
    with pytest.raises(ValueError, match=r"cannot be|no title|is empty"):
        HistoryRequest(**{**good, **fault})
