"""A headline that somebody wrote says only what the figures say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.town import indicator, year
from truenorth.pages.report_card import sentences
from truenorth.pages.wording import load_wording
from truenorth.reportcard.headline_rules import unborne
from truenorth.reportcard.series import summarize

T = load_wording()


def said(text, **definition):
    found = indicator(year(2017, 80.8), year(2020, 81.0), year(2022, 86.1), **definition)
    return summarize(replace(found, definition=replace(found.definition, headline=text)))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In 2021-22, 86.1% read well, up from 80.8% in 2016-17.", ()),
        ("Reading rose by 5.3 points between 2017 and 2022, to 86 percent.", ()),
        ("More children read well than before.", ()),
        ("In 2021-22, 87.1% read well.", ("87.1",)),
        ("In 2021-22, 86.10% read well.", ()),
        ("In 2021-22, 86.12% read well.", ("86.12",)),
        ("It rose by 6 points.", ("6",)),
        ("It was 81.0% in 2019-20.", ("81.0", "2019", "20")),
        ("86.1% in 2023", ("2023",)),
    ],
)
def test_every_number_is_a_figure_or_a_period(text, wrong):
    assert unborne(said(text)) == wrong


def test_numbers_in_the_name_of_what_is_measured_are_no_figures():
    text = "Of children ages 3 and 4, 86.1% were enrolled."
    assert unborne(said(text)) == ("3", "4")
    assert unborne(said(text, statistic="Children ages 3 and 4 in preschool")) == ()


def test_a_change_of_counts_may_be_told_in_percent():
    found = said("It rose by 6.6 percent, by 5.3.", unit="count")
    assert unborne(found) == ()


def test_the_written_headline_takes_the_place_of_the_one_that_is_made():
    assert sentences.headline(T, said("More read well.")) == "More read well."
    empty = indicator(headline="More read well.")
    assert sentences.headline(T, summarize(empty)) != "More read well."
