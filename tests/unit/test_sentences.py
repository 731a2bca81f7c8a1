"""Sentences made from figures: plain, and never more than the figures support."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.town import DROPOUT, READING, indicator, year
from truenorth.pages.report_card import sentences
from truenorth.pages.report_card.freshness import newest, span, whole_years
from truenorth.pages.wording import load_wording
from truenorth.reportcard.model import Break, Observation
from truenorth.reportcard.series import summarize

T = load_wording()
CLAIMS = re.compile(r"improv|worsen|getting (better|worse)|trend|no (clear )?change in", re.I)


def say(*observations: Observation, **definition) -> str:
    return sentences.headline(T, summarize(indicator(*observations, **definition)))


def test_a_rise_that_is_better():
    assert say(year(2017, 80.8), year(2022, 86.1)) == (
        "Between 2016-17 and 2021-22 it rose by 5.3 percentage points, from 80.8% to 86.1%, "
        "which is better: higher is better."
    )


@pytest.mark.parametrize(
    ("first", "last", "polarity", "words"),
    [
        (10, 12, "higher", "rose by 2.0 percentage points, from 10.0% to 12.0%, which is better"),
        (12, 10, "higher", "fell by 2.0 percentage points, from 12.0% to 10.0%, which is worse"),
        (10, 12, "lower", "rose by 2.0 percentage points, from 10.0% to 12.0%, which is worse"),
        (12, 10, "lower", "which is better: lower is better."),
        (12, 10, "range", "Neither higher nor lower is better in itself."),
    ],
)
def test_direction_is_judged_by_polarity(first, last, polarity, words):
    assert words in say(year(2017, first), year(2018, last), polarity=polarity)


def test_a_change_that_cannot_be_seen_in_print_is_none():
    assert say(year(2017, 10.01), year(2018, 10.04)) == (
        "It was the same in 2016-17 and in 2017-18: 10.0%."
    )


def test_counts_change_in_units_and_percent():
    said = say(year(2017, 400), year(2018, 300), unit="count", decimals=0, polarity="lower")
    assert "fell by 100 (25.0 percent), from 400 to 300" in said
    assert "by 5" in say(year(2017, 0), year(2018, 5), unit="count", decimals=0)


def test_across_a_break_nothing_is_compared():
    said = say(
        year(2014, 48),
        year(2015, 31),
        breaks=(Break("2014-15", "the state gave a new test."),),
    )
    assert said == (
        "The latest figure is 31.0%, for 2014-15. Figures from 2014-15 on and those before are "
        "not comparable: the state gave a new test."
    )


def test_a_change_after_a_break_still_names_the_break():
    said = sentences.headline(T, summarize(DROPOUT))
    assert said.startswith("Between 2015-16 and 2016-17 it fell by 1.0")
    assert said.endswith("not comparable: the state changed who counts as a dropout.")


def test_a_provisional_figure_is_named_and_not_compared():
    said = sentences.headline(T, summarize(READING))
    assert "47.0%, for 2022-23. It is provisional" in said
    assert "Between 2018-19 and 2021-22" in said


def test_one_figure_and_none():
    assert say(year(2017, 10)) == (
        "The latest figure is 10.0%, for 2016-17. "
        "No change is given, because there is only one figure to go by."
    )
    assert say() == "There are no figures for this yet."
    assert "provisional" in say(year(2017, 10), year(2018, 11, status="provisional"))


@given(
    st.lists(st.floats(0, 100), max_size=6),
    st.sampled_from(["higher", "lower", "range"]),
    st.booleans(),
)
def test_no_sentence_claims_a_trend(values, polarity, broken):
    breaks = (Break("2012-13", "the test changed"),) if broken else ()
    observations = [year(2011 + n, round(value, 1)) for n, value in enumerate(values)]
    summary = summarize(indicator(*observations, polarity=polarity, breaks=breaks))
    said = [sentences.headline(T, summary)]
    if values:
        said += [sentences.chart_title(T, summary), sentences.chart_description(T, summary, "Town")]
    if summary.change:
        said.append(sentences.judged(T, summary.indicator.definition, summary.change))
    assert not any(CLAIMS.search(sentence) for sentence in said)


def test_what_is_missing_has_words():
    definition = READING.definition
    cases = {
        "hidden: too few people to show": year(2020, None, disclosure="suppressed"),
        "hidden, so that no small group can be worked out": year(
            2020, None, disclosure="complementary"
        ),
        "rounds to zero": year(2020, None, status="rounds_to_zero"),
        "does not apply": year(2020, None, status="not_applicable"),
        "not published": year(2020, None, status="missing"),
        "95.0% or more": year(2020, 95, disclosure="top_coded"),
        "5.0% or less": year(2020, 5, disclosure="bottom_coded"),
        "between 20.0% and 29.0%": year(2020, None, disclosure="range", low=20, high=29),
    }
    for words, observation in cases.items():
        assert sentences.figure(T, definition, observation) == words


def test_remarks_on_a_figure():
    observation = year(2020, 9, status="revised", note="Weighted.", as_printed="9*")
    assert sentences.remarks(T, observation) == (
        "revised by the source",
        "Weighted.",
        "The source prints “9*”.",
    )
    assert sentences.remarks(T, year(2020, 9)) == ()


def test_chart_words():
    summary = summarize(indicator(year(2017, 80.8), year(2022, 86.1)))
    assert sentences.chart_title(T, summary) == "86.1% in 2021-22, up from 80.8% in 2016-17"
    assert sentences.chart_subtitle(T, summary, "River Town") == (
        "Third graders who read well, River Town, 2016-17 to 2021-22"
    )
    described = sentences.chart_description(T, summary, "River Town")
    assert "2 figures, from 80.8% in 2016-17 to 86.1% in 2021-22." in described


@pytest.mark.parametrize(
    ("end", "kind", "today", "years", "stale"),
    [
        (2022, "school_year", date(2025, 6, 30), 3, False),
        (2022, "school_year", date(2025, 7, 1), 3, True),
        (2022, "calendar", date(2025, 7, 1), 2, False),
        (2022, None, date(2026, 1, 1), 3, True),
        (2025, "school_year", date(2025, 1, 1), 0, False),
    ],
)
def test_figures_are_old_once_their_period_ended_more_than_three_years_ago(
    end, kind, today, years, stale
):
    subject = indicator(year(end, 1.0), period_kind=kind)
    item = newest(subject, subject.observations[0], today)
    assert (item.years_ago, item.stale) == (years, stale)


def test_freshness_in_words():
    today = date(2024, 5, 1)
    items = [newest(i, summarize(i).latest, today) for i in (READING, DROPOUT)]
    recent, oldest = span(items)
    assert "for 2022-23." in sentences.newest_span(T, recent, oldest)
    assert "2016-17 is held here (Dropout)" in sentences.newest_span(T, recent, oldest)
    assert sentences.newest_span(T, recent, recent) == (
        "The newest figures on this site are for 2022-23."
    )
    assert "more than 6 years ago" in sentences.stale(T, oldest)
    assert newest(replace(READING, observations=()), None, today) is None
    assert span([]) is None
    assert whole_years(date(2020, 6, 30), date(2024, 6, 29)) == 3
