"""Figures that were published more than once, and mistakes that were put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.town import Town, indicator, year
from truenorth.pages.report_card import indicator as indicator_pages
from truenorth.pages.report_card import revisions as words
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.reportcard.model import Correction
from truenorth.reportcard.revisions import in_order, revisions, superseded
from truenorth.reportcard.series import summarize
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
FIRST = year(2015, 74.0, status="provisional", vintage="2016-02-16")
SECOND = year(2015, 72.0, vintage="2016-05-19")


def revised(*earlier, **definition):
    return replace(indicator(year(2014, 70.0), SECOND, **definition), earlier=earlier)


def lines(found):
    return words.log(Town(), T, found).revised


def test_the_newest_vintage_holds():
    assert superseded([FIRST, SECOND]) == {0}
    assert superseded([SECOND, FIRST]) == {1}
    other = replace(SECOND, groups=(("gender", "Girls"),))
    assert superseded([FIRST, other]) == frozenset()


@pytest.mark.parametrize(
    ("vintages", "known"),
    [
        (("2016-02-16", "2016-05-19"), True),
        (("2016", "2017-03"), True),
        (("2016-02", "2016-05-19", "2017"), True),
        (("2016", "2016-05"), False),
        (("2016-05-19", "2016-05-19"), False),
        (("2016-05-19", None), False),
        (("spring 2016", "2017"), False),
        (("2016-13", "2017"), False),
    ],
)
def test_vintages_are_in_order_only_where_their_dates_say_so(vintages, known):
    assert in_order(vintages) is known
    rows = [replace(FIRST, vintage=vintage) for vintage in vintages]
    assert len(superseded(rows)) == (len(rows) - 1 if known else 0)


@given(st.permutations(["2014", "2015-03", "2015-04-01", "2016-01-01", "2016-01-02"]))
def test_the_order_of_the_rows_does_not_matter(vintages):
    rows = [replace(FIRST, vintage=vintage) for vintage in vintages]
    (left,) = set(range(len(rows))) - superseded(rows)
    assert rows[left].vintage == "2016-01-02"


def test_only_what_holds_is_reckoned_with():
    summary = summarize(revised(FIRST))
    assert [o.value for o in summary.series.observations] == [70.0, 72.0]


def test_a_revision_in_words():
    assert lines(revised(FIRST, decimals=0)) == (
        "2014-15: was 74% (preliminary), published on February 16, 2016, now 72%, revised on "
        "May 19, 2016.",
    )


def test_a_figure_revised_twice_and_one_confirmed():
    between = replace(FIRST, value=73.0, vintage="2016-03-01")
    said = lines(revised(FIRST, between, decimals=0))
    assert said[0].startswith("2014-15: was 73% (preliminary)") and "now 72%" in said[0]
    assert "then 73% (preliminary), revised on March 1, 2016" in said[1]
    same = replace(FIRST, value=72.0)
    assert "was confirmed on May 19, 2016: 72.0%." in lines(revised(same))[0]


def test_a_figure_that_is_hidden_or_gone_is_told_in_words():
    gone = replace(SECOND, value=None, status="missing")
    found = replace(indicator(year(2014, 70.0), gone), earlier=(FIRST,))
    assert "now not published" in lines(found)[0]


def test_corrections_are_told_above_the_figures_for_a_year_and_in_the_log_for_good():
    found = revised(
        FIRST,
        corrections=(
            Correction("2016-06-01", "A typing mistake."),
            Correction("2023-12-01", "We printed 27 for 72.", "2014-15"),
        ),
    )
    log = words.log(Town(), T, found).corrected
    assert log == (
        "December 1, 2023, about 2014-15: We printed 27 for 72.",
        "June 1, 2016: A typing mistake.",
    )
    ((kind, text),) = words.banner(T, found, date(2024, 5, 1))
    assert kind == "corrected" and "27 for 72" in text
    assert words.banner(T, found, date(2025, 5, 1)) == ()
    (page,) = indicator_pages.pages(Town(indicators=(found,)), T)
    html = TEMPLATES.render(page)
    assert 'id="revisions"' in html and "tn-banner-corrected" in html
    assert "now 72.0%, revised on May 19, 2016." in html


def test_without_any_the_page_says_so():
    (page,) = indicator_pages.pages(Town(indicators=(indicator(year(2014, 70.0)),)), T)
    assert "No figure of this indicator is known to have been revised" in TEMPLATES.render(page)


def test_the_example_tells_of_the_district_s_preliminary_figure():
    problems = Problems()
    found = load_project(ROOT, date(2026, 2, 1), problems).find("indicators", "lausd-graduation")
    (one,) = revisions(found)
    assert (one.before.value, one.before.status, one.after.value) == (74, "provisional", 72)
    assert one.after.vintage == "2016-05-19"
    assert [o.value for o in found.observations] == [67, 68, 70, 72, 77, 80]
