"""From figures to chart requests and to the tables beside them."""

from __future__ import annotations

from dataclasses import replace

from tests.town import DIMENSION, DROPOUT, READING, indicator, year
from truenorth.pages.report_card import figures, table
from truenorth.pages.wording import load_wording
from truenorth.reportcard.model import Break
from truenorth.reportcard.series import by_dimension, summarize

T = load_wording()


def test_a_history_is_asked_for_in_two_shapes():
    figure = figures.history(T, summarize(READING), "River Town")
    wide, narrow = figure.requests
    assert (wide.width, narrow.width) == ("wide", "narrow")
    assert (
        (wide.id, narrow.id)
        == (figure.wide, figure.narrow)
        == (
            "reading-history-wide",
            "reading-history-narrow",
        )
    )
    assert wide.points == narrow.points
    assert wide.targets == ((2025, 60.0, "target 60.0%", "2024-25"),)
    assert wide.base_x == 2019
    assert wide.domain[0] <= 40 and wide.domain[1] >= 60
    assert figure.title in wide.title and wide.desc == figure.description


def test_points_carry_what_is_printed_and_gaps_stay_gaps():
    points = figures.points(T, summarize(READING), summarize(READING).series)
    assert [(p.x, p.label, p.y, p.shown, p.provisional) for p in points] == [
        (2019, "2018-19", 40.0, "40.0%", False),
        (2020, "2019-20", None, "not published", False),
        (2021, "2020-21", 41.5, "41.5%", False),
        (2022, "2021-22", 46.0, "46.0%", False),
        (2023, "2022-23", 47.0, "47.0%", True),
    ]


def test_a_break_parts_the_line():
    figure = figures.history(T, summarize(DROPOUT), "River Town")
    assert [p.run for p in figure.requests[0].points] == [0, 0, 1, 1]
    assert figure.requests[0].breaks == ((2015.5, "not comparable"),)


def test_a_break_stands_in_the_middle_of_a_gap_and_not_before_the_first_figure():
    gap = indicator(
        year(2013, 48), year(2014), year(2015, 31), breaks=(Break("2014-15", "new test"),)
    )
    assert figures.break_places(summarize(gap)) == (2014.0,)
    first = indicator(year(2015, 31), year(2016, 32), breaks=(Break("2014-15", "new test"),))
    assert figures.break_places(summarize(first)) == ()


def test_a_doubtful_figure_is_not_drawn():
    doubtful = indicator(year(2013, 48), year(2014, 90, status="suspect"), year(2015, 49))
    request = figures.history(T, summarize(doubtful), "River Town").requests[0]
    assert [p.y for p in request.points] == [48, None, 49]
    assert request.domain[1] < 90


def test_one_figure_is_no_picture():
    summary = summarize(indicator(year(2013, 48)))
    assert figures.history(T, summary, "River Town") is None
    assert figures.spark(T, summary) is None


def test_a_truncated_scale_is_said():
    high = figures.history(T, summarize(indicator(year(2013, 80), year(2014, 82))), "River Town")
    low = figures.history(T, summarize(indicator(year(2013, 2), year(2014, 3))), "River Town")
    assert high.caption.startswith("The scale begins at ")
    assert low.caption == ""


def test_groups_are_ordered_by_the_latest_value_on_one_scale():
    more = replace(
        READING,
        observations=(*READING.observations, year(2020, 60.0, groups=(("gender", "Boys"),))),
    )
    summary = summarize(more)
    members = by_dimension(more)["gender"]
    figure = figures.groups(T, summary, DIMENSION, members, "River Town")
    assert [label for label, _ in figure.requests[0].panels] == ["Girls", "Boys"]
    assert figure.title == "Highest for girls, 50.0% in 2021-22; lowest for boys, 38.0% in 2020-21"
    assert figure.requests[0].total[0].y == 40.0
    assert figure.requests[0].domain[1] >= 60


def test_a_hidden_value_moves_nothing():
    """The request is the same whatever a hidden row was before it was hidden."""
    figure = figures.groups(
        T, summarize(READING), DIMENSION, by_dimension(READING)["gender"], "River Town"
    )
    assert [label for label, _ in figure.requests[0].panels] == ["Girls"]


def test_every_period_has_a_row_and_words_where_there_is_no_figure():
    drawn = table.history(T, summarize(READING), "River Town")
    assert drawn.columns == ("Period", "Figure", "Out of", "Note")
    assert [row[1].text for row in drawn.rows] == [
        "40.0%",
        "not published",
        "41.5%",
        "46.0%",
        "47.0%",
    ]
    assert drawn.rows[1][1].missing
    assert drawn.rows[1][3].text == "No test was given in 2020."
    assert drawn.rows[4][3].text == "Provisional, may still change"
    assert all(cell.text for row in drawn.rows for cell in row)


def test_a_break_and_the_base_point_are_noted_in_the_table():
    drawn = table.history(T, summarize(DROPOUT), "River Town")
    assert "Not comparable with the years before" in drawn.rows[2][2].text


def test_the_table_of_groups_has_words_for_hidden_figures_and_notes_below():
    drawn = table.by_group(T, summarize(READING), DIMENSION, by_dimension(READING)["gender"][:2])
    assert drawn.columns == ("Group", "2020-21", "2021-22")
    boys = drawn.rows[1]
    assert (boys[0].text, boys[1].text) == ("Boys", "38.0%")
    assert (boys[2].text, boys[2].refs) == ("hidden: too few people to show", (1,))
    assert drawn.notes == ("Fewer than 11 boys.",)
    assert drawn.rows[2][0].text == "All"


def test_many_periods_run_down_the_page():
    girls = [year(2000 + n, 40.0 + n, groups=(("gender", "Girls"),)) for n in range(12)]
    long = indicator(*girls, dimensions=(DIMENSION,))
    drawn = table.by_group(T, summarize(long), DIMENSION, by_dimension(long)["gender"][:1])
    assert drawn.columns == ("Period", "Girls")
    assert len(drawn.rows) == 12
