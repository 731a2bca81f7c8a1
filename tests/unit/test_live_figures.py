"""Figures in prose: live ones are put in, typed ones are held against the data."""

from __future__ import annotations

import pytest

from tests.town import READING, Town, indicator, year
from truenorth.pages.report_card.live import live_prose, with_figures
from truenorth.pages.wording import load_wording
from truenorth.reportcard.model import Observation
from truenorth.reportcard.quoted import NoFigure, bears_out, contradictions, quoted
from truenorth.sources.figure_links import figure_links, indicator_of, sentences

T = load_wording()
FILE = "content/about/index.md"
LINK = '[46% in 2021-22](../indicators/reading.md "figure: {}")'


def shown(markdown: str) -> str:
    return with_figures(Town(), T, markdown, FILE)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("latest", "47.0% in 2022-23 (preliminary)"),
        ("2018-19", "40.0% in 2018-19"),
        ("base", "40.0% in 2018-19"),
        ("change", "up 6.0 percentage points from 2018-19 to 2021-22"),
        ("2021-22 of Girls", "50.0% in 2021-22"),
        ("latest of Girls", "50.0% in 2021-22"),
    ],
)
def test_a_live_figure_has_its_unit_and_its_period(figure, words):
    assert shown(f"We were at {LINK.format(figure)}.") == (
        f"We were at [{words}](../indicators/reading.md)."
    )


def test_a_hidden_figure_is_told_in_words_and_never_as_a_number():
    words = shown(LINK.format("2021-22 of Boys"))
    assert "hidden" in words and "46" not in words


def test_the_page_has_a_plain_link():
    html = live_prose(Town(), T, LINK.format("2018-19"), FILE).html
    assert html == '<p><a href="/indicators/reading/">40.0% in 2018-19</a></p>'


@pytest.mark.parametrize("figure", ["2017", "newest", "", "latest of Nobody", "2018-19 of Girls"])
def test_what_the_table_does_not_have_is_no_figure(figure):
    with pytest.raises(NoFigure):
        quoted(READING, figure)


def test_one_figure_has_no_change():
    with pytest.raises(NoFigure, match="it has no"):
        quoted(indicator(year(2021, 41.5)), "change")


def test_code_and_comments_hold_no_figures():
    link = LINK.format("latest")
    assert figure_links(f"`{link}`", FILE) == ()
    assert figure_links(f"```\n{link}\n```", FILE) == ()
    assert figure_links(f"<!-- {link} -->", FILE) == ()
    assert len(figure_links(f"a\n\n{link} and {link}", FILE)) == 2


def test_a_link_may_run_over_two_lines_and_lead_to_an_address():
    (found,) = figure_links('[46%\nin 2022](/indicators/reading/ "Figure:  latest")', FILE)
    assert (found.indicator, found.figure) == ("reading", "latest")


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("../indicators/reading.md#story", "reading"),
        ("/indicators/reading/", "reading"),
        ("/indicators/reading/data.csv", None),
        ("../indicators/index.md", None),
        ("https://example.org/indicators/reading/", None),
    ],
)
def test_which_indicator_a_link_leads_to(target, found):
    assert indicator_of(target, FILE) == found


def test_sentences_are_told_apart():
    text = (
        "It was 40 percent. See [the page](../indicators/reading.md), which says 41.5 percent. "
        "Then 9 percent.\n\n- Another [link](/indicators/dropout/)\n- and 7 percent"
    )
    assert [(s.text, s.indicators) for s in sentences(text, FILE)] == [
        ("See the page, which says 41.5 percent.", ("reading",)),
        ("- Another link", ("dropout",)),
    ]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("In 2018-19 it was 40 percent.", ()),
        ("In 2018-19 it was 40.0% and later 46%.", ("46",)),
        ("It was 40.0% at first and 46% later.", ()),
        ("In 2021-22 girls were at 50 percent.", ()),
        ("In 2020-21 it was 42 percent.", ()),
        ("In 2020-21 it was 41.4 percent.", ("41.4",)),
        ("In 2020-21 it was about 40 percent.", ()),
        ("It rose by 6 percentage points.", ()),
        ("By 2024-25 it should be 60 percent.", ()),
        ("It was 99 percent.", ("99",)),
        ("In 2018-19 it said 19 schools.", ()),
    ],
)
def test_numbers_are_held_against_the_data(sentence, wrong):
    assert contradictions(READING, sentence) == wrong


def test_counts_are_compared_too():
    found = indicator(year(2021, 118432.0), unit="count", decimals=0)
    assert contradictions(found, "In 2020-21 there were 118,432 children.") == ()
    assert contradictions(found, "In 2020-21 there were 118,433 children.") == ("118,433",)
    assert contradictions(found, "In 2020-21 there were about 118,000 children.") == ()


def test_a_hidden_value_bears_nothing_out():
    hidden = Observation(
        "2020-21", 2021, "town", value=7.0, disclosure="suppressed"
    )  # a fault elsewhere
    found = indicator(year(2022, 50.0), hidden)
    assert contradictions(found, "In 2020-21 it was 7 percent.") == ()
    assert contradictions(found, "It was 7 percent.") == ("7",)


def test_rounding_is_half_up():
    assert bears_out(72.5, "73") and not bears_out(72.5, "72")
    assert bears_out(86.14, "86.1") and bears_out(86.14, "86")
