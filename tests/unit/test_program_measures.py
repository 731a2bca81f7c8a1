"""Program measures: shown apart, in words, and never part of what is said about everybody."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.town import WANTED, Town
from truenorth.freeze_edition.freeze import freeze
from truenorth.freeze_edition.step import Request
from truenorth.pages.overview import cited, home
from truenorth.pages.report_card import indicator as indicator_pages
from truenorth.pages.report_card import programs, report_card
from truenorth.pages.report_card.assessment import assessed
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.reportcard.program_measures import ProgramMeasure, ProgramValue
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
READERS = ProgramMeasure(
    "readers",
    "Volunteers who read with a child",
    "how_much",
    "number",
    ("reading", "ready-for-school"),
    (ProgramValue("2021-22", 1240), ProgramValue("2022-23", 1310, "Until May.")),
    ("survey",),
    organization="school-board",
    constellation="book-club",
    note="Counted in May.",
)
KEPT = ProgramMeasure(
    "kept",
    "Agreed hours that took place",
    "how_well",
    "percent",
    ("reading",),
    (ProgramValue("2021-22", 80, "A guess."), ProgramValue("2022-23", 87.25)),
    ("survey",),
    constellation="book-club",
)
WITH = Town(program_measures=(KEPT, READERS))


def pages(town: Town) -> dict[str, str]:
    return {page.address: TEMPLATES.render(page) for page in indicator_pages.pages(town, T)}


def test_they_are_grouped_by_the_three_questions_in_order():
    parts = programs.programs(WITH, T, WITH.indicators[0])
    assert [part.title for part in parts] == [
        "How much was done?", "How well was it done?", "Is anyone better off?",
    ]  # fmt: skip
    assert [len(part.table.rows) if part.table else 0 for part in parts] == [1, 1, 0]
    assert parts[2].unknown == "No figure here says whether anyone is better off."


def test_a_row_has_the_newest_figure_first_the_program_and_the_source():
    (much, well, _) = programs.programs(WITH, T, WITH.indicators[0])
    title, figures, who, sources = much.table.rows[0]
    assert (title.text, title.notes) == (READERS.title, ("Counted in May.",))
    assert (figures.text, figures.notes) == (
        "1,310 (2022-23)",
        ("Until May.", "1,240 (2021-22)"),
    )
    assert [link.address for link in who.links] == [
        "/partners/school-board/", "/constellations/book-club/",
    ]  # fmt: skip
    assert [link.address for link in sources.links] == ["/sources/#survey"]
    assert well.table.rows[0][1].text == "87.25% (2022-23)"
    assert well.table.rows[0][1].notes == ("80% (2021-22): A guess.",)


def test_the_page_says_that_they_are_apart_and_explain_nothing():
    html = pages(WITH)["/indicators/reading/"]
    for words in (
        "not part of the figures above",
        "counts what one program did",
        "not added up",
        "do not explain why the figure for everybody went up or down",
        "/edit/main/data/program_measures.yml",
    ):
        assert words in html, words
    apart = html.index('class="tn-section tn-apart"')
    assert html.index('id="story"') < apart < html.index("1,310 (2022-23)")
    assert "1,310" not in html[:apart]


def test_an_indicator_that_no_program_names_has_no_such_part():
    html = pages(WITH)
    assert 'id="programs"' not in html["/indicators/dropout/"]
    assert not any('id="programs"' in page for page in pages(Town()).values())


def test_a_wanted_indicator_can_have_programs():
    html = pages(WITH)[f"/indicators/{WANTED.id}/"]
    assert 'id="programs"' in html and "1,310 (2022-23)" in html and "87.25%" not in html


def test_no_status_count_or_headline_knows_them():
    bad = replace(KEPT, values=(ProgramValue("2022-23", 0),))
    assert assessed(WITH) == assessed(Town()) == assessed(Town(program_measures=(bad,)))
    for module in (report_card, home):
        plain = [TEMPLATES.render(page) for page in module.pages(Town(), T)]
        assert [TEMPLATES.render(page) for page in module.pages(WITH, T)] == plain


def test_no_edition_knows_them(tmp_path):
    root = tmp_path / "small"
    shutil.copytree(ROOT / "tests" / "golden" / "small", root)
    assert frozen(root, 2) == frozen(root, 0)


def frozen(root: Path, measures: int) -> dict[str, bytes]:
    """Every file of an edition, with so many program measures left in the project."""
    problems = Problems()
    project = load_project(root, date(2022, 11, 23), problems)
    assert project is not None and len(project.program_measures) == 2
    project = replace(project, program_measures=project.program_measures[:measures])
    files = freeze(project, Request("2022"), ROOT / "theme_overrides", problems)
    assert files is not None
    return files


def test_the_list_of_sources_leads_to_where_they_are_shown():
    used = cited.uses(WITH, T)["survey"]
    assert "/indicators/reading/#programs" in [link.address for link in used]


@pytest.mark.parametrize(("value", "shown"), [(63, "63"), (1800.0, "1,800"), (0.5, "0.5")])
def test_a_number_keeps_the_digits_that_were_given(value, shown):
    measure = replace(READERS, values=(ProgramValue("2019", value),))
    town = Town(program_measures=(measure,))
    (part, *_) = programs.programs(town, T, town.indicators[0])
    assert part.table.rows[0][1].text == f"{shown} (2019)"
