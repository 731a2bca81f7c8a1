"""Which figures are due, which are overdue, and what is published by exception."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.town import READING, Town, indicator, year
from truenorth.disclosure.model import Override
from truenorth.disclosure.rules import Passed
from truenorth.pages.report_card import catalogue
from truenorth.pages.report_card.upkeep import next_update, upkeep
from truenorth.pages.wording import load_wording
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
RECENT = indicator(year(2022, 40.0), year(2023, 41.0))


def notes(found, today=date(2024, 5, 1)):
    return [link.note for link in upkeep(Town(today=today, indicators=(found,)), T).overdue]


def dated(**definition):
    return replace(RECENT, definition=replace(RECENT.definition, **definition))


@pytest.mark.parametrize(
    ("expected", "late"),
    [
        ("2024-04-30", True),
        ("2024-05-01", False),
        ("2024-05", False),
        ("2024-04", True),
        ("2024", False),
        ("2023", True),
        (None, False),
    ],
)
def test_an_update_is_overdue_once_its_last_day_has_passed(expected, late):
    found = notes(dated(next_update=expected))
    assert bool(found) is late
    assert all("were expected by" in note for note in found)


def test_figures_older_than_three_years_are_overdue():
    assert notes(RECENT, date(2026, 6, 30)) == []
    (note,) = notes(RECENT, date(2026, 7, 1))
    assert "These figures are old" in note


def test_placeholder_text_is_found():
    (note,) = notes(replace(RECENT, description="Lorem ipsum dolor."))
    assert "“Lorem ipsum”" in note


def test_the_next_update_is_told_as_far_as_it_is_known():
    assert next_update(T, dated(next_update="2024-09").definition) == "September 2024"
    assert next_update(T, dated(release_month="October").definition) == "usually in October"
    assert next_update(T, RECENT.definition) == "not known"


def test_the_data_page_shows_all_of_it():
    override = Override("reading", ("2021-22",), "All families agreed.", "Ana Ruiz", "2024-01-05")
    log = (
        Passed("reading", "small", ("2021-22",), override=override),
        Passed("reading", "recoverable", ("2018-19", "2020-21"), source="the school board"),
    )
    town = Town(disclosure_log=log, indicators=(READING, dated(next_update="2024-01")))
    (page,) = catalogue.pages(replace(town, indicators=(READING,)), T)
    html = TEMPLATES.render(page)
    assert "Decided by Ana Ruiz, January 5, 2024: All families agreed." in html
    assert "in 2018-19 and 2020-21. It is published as the school board has printed it" in html
    assert "Nothing is overdue" in html
    (page,) = catalogue.pages(replace(town, indicators=(town.indicators[1],), disclosure_log=()), T)
    html = TEMPLATES.render(page)
    assert "Newer figures were expected by January 2024." in html
    assert "This date has passed." in html
    assert "Nothing about a small group is published by exception." in html
