"""The pages made from figures: what is on them, in a small town."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.town import DROPOUT, READING, WANTED, Town, indicator, year
from truenorth.pages.overview import goals, home
from truenorth.pages.report_card import catalogue, report_card
from truenorth.pages.report_card import indicator as indicator_pages
from truenorth.pages.wording import load_wording
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
MODULES = (home, report_card, indicator_pages, goals, catalogue)
MARK = re.compile(
    r'<span class="tn-mark tn-mark-(\w+)"><svg[^>]*aria-hidden="true"[^>]*>.*?</svg> '
    r'<span class="tn-mark-word">([^<]+)</span>',
    re.S,
)
WORDS = {
    "disc": {"Improving", "Closing"}, "diamond": {"Getting worse", "Widening"},
    "square": {"No clear change"}, "dotted": {"Too early to say"},
    "ring": {"First figure", "Not assessed"},
}  # fmt: skip


def every(project: Town) -> dict[str, tuple]:
    made = [page for module in MODULES for page in module.pages(project, T)]
    return {page.address: (page, TEMPLATES.render(page)) for page in made}


@pytest.fixture(scope="module")
def town() -> dict[str, tuple]:
    return every(Town())


def test_the_addresses(town):
    assert sorted(town) == [
        "/",
        "/data/",
        "/goals/",
        "/goals/read/",
        "/goals/work/",
        "/indicators/dropout/",
        "/indicators/reading/",
        "/indicators/ready-for-school/",
        "/report-card/",
    ]


def test_every_part_that_is_promised_is_there(town):
    for page, html in town.values():
        for part in page.parts:
            assert f'id="{part}"' in html, (page.address, part)


def test_ids_are_unique_and_headings_in_order(town):
    for page, html in town.values():
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), page.address
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        assert levels[0] == 1 and levels.count(1) == 1, page.address
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), page.address


def test_what_is_labelled_by_an_id_has_that_id(town):
    for page, html in town.values():
        for names in re.findall(r'aria-labelledby="([^"]+)"', html):
            assert all(f'id="{name}"' in html for name in names.split()), (page.address, names)


def test_every_status_has_its_shape_and_its_word(town):
    found = 0
    for page, html in town.values():
        marks = MARK.findall(html)
        assert len(marks) == html.count('class="tn-mark '), page.address
        assert all(word in WORDS[shape] for shape, word in marks), page.address
        found += len(marks)
    assert found


def test_tables_have_captions_scopes_and_labels_for_a_phone(town):
    for page, html in town.values():
        assert html.count("<table") == html.count("<caption>") == html.count("</caption>")
        assert "<td>" not in html and "<th>" not in html, page.address
        assert 'data-label=""' not in html, page.address


def test_no_cell_is_blank(town):
    for page, html in town.values():
        cells = re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", html, re.S)
        shown = [re.sub(r"<(?!!--chart)[^>]*>", "", cell).strip() for cell in cells]
        assert all(shown), page.address


def test_people_s_words_are_escaped():
    bad = "<script>alert(1)</script>"
    reading = replace(
        READING,
        title=bad,
        definition=replace(READING.definition, definition=bad, method_notes=(bad,)),
    )
    for page, html in every(replace(Town(), indicators=(reading,))).values():
        assert "<script" not in html, page.address


def test_the_indicator_page_says_what_it_must(town):
    _, html = town["/indicators/reading/"]
    for words in (
        "which is better: higher is better",
        "47.0% (2022-23)",
        "is provisional and may still change",
        "hidden: too few people to show",
        "Nonbinary children: too few",
        "Books at home",
        'href="/compact/charter/"',
        'href="/constellations/book-club/"',
        'href="/indicators/reading/data.csv"',
        'href="/indicators/reading/chart.png"',
        "60.0% by 2024-25, set by River Town School Board",
        "issues/new?template=report-problem.yml",
        "mailto:hello@example.org?subject=",
        "/edit/main/data/indicators/reading/reading.csv",
        "/edit/main/content/indicators/reading.md",
    ):
        assert words in html, words
    assert "These figures are old" not in html


def test_old_figures_and_a_missing_story_are_said(town):
    _, html = town["/indicators/dropout/"]
    assert "These figures are old" in html
    assert "Nobody has written the story" in html
    assert "/new/main/content/indicators?filename=dropout.md" in html
    assert "not comparable: the state changed who counts as a dropout" in html


def test_a_wanted_indicator_has_its_reason_and_no_chart(town):
    page, html = town["/indicators/ready-for-school/"]
    assert page.charts == () and page.jsonld == ()
    assert "No school tests children when they arrive." in html
    assert "the school board" in html
    assert "<!--chart" not in html


def test_the_dataset_record_is_for_search_engines(town):
    (record,) = town["/indicators/reading/"][0].jsonld
    assert record["@type"] == "Dataset"
    assert record["temporalCoverage"] == "2019/2023"
    assert record["spatialCoverage"]["name"] == "River Town"
    assert record["distribution"][0]["contentUrl"] == "/indicators/reading/data.csv"
    assert record["isBasedOn"][0]["name"] == "Reading survey"
    assert "license" not in record


def test_the_report_card_counts(town):
    _, html = town["/report-card/"]
    assert (
        "The report card has 3 indicators: 1 headline indicator, 1 secondary and "
        "1 wanted but not measured yet." in html
    )
    assert "For 2 there are figures. None has enough comparable figures" in html
    assert "Besides, 2 too early to say." in html
    assert "No indicator tests this goal yet." in html
    assert "No school tests children when they arrive." in html


def test_an_indicator_without_a_goal_is_not_lost():
    lone = indicator(year(2019, 1.0), year(2020, 2.0), id="lone", goals=())
    html = every(replace(Town(), indicators=(READING, lone)))["/report-card/"][1]
    assert "Indicators that belong to no goal" in html
    assert 'href="/indicators/lone/"' in html


def test_the_home_page_says_how_recent_the_data_is_and_where_sources_disagree(town):
    page, html = town["/"]
    assert "The newest figures on this site are for 2022-23." in html
    assert "2012: The alliance began." in html and "It began in 2011." in html
    assert "signers" not in html.lower() and "disputed" in page.parts


def test_signing_is_spoken_of_only_where_there_is_signing():
    town = Town()
    signed = replace(town, partnership=replace(town.partnership, signed=True))
    # Without a text that could be signed there is no page of signers to lead to.
    assert 'href="/compact/signers/"' not in every(signed)["/"][1]
    assert not any("signed" in html or "signer" in html for _, html in every(town).values())


def test_an_empty_project_has_pages_that_say_so():
    bare = every(replace(Town(), indicators=(), goals=(), constellations=()))
    assert "No indicators are published yet." in bare["/report-card/"][1]
    assert "No goals are published yet." in bare["/"][1]
    assert "No figures are published yet." in bare["/data/"][1]
    assert "/goals/" not in bare


def test_the_catalogue_lists_every_package(town):
    _, html = town["/data/"]
    assert "2 data packages with 13 rows." in html
    assert 'id="reading"' in html and 'id="dropout"' in html
    assert WANTED.id not in html
    assert "2018-19 to 2022-23" in html


def test_one_number_changed_changes_page_chart_and_table():
    changed = replace(DROPOUT, observations=(*DROPOUT.observations[:-1], year(2017, 2.5)))
    before = every(replace(Town(), indicators=(DROPOUT,)))["/indicators/dropout/"]
    after = every(replace(Town(), indicators=(changed,)))["/indicators/dropout/"]
    assert before[0].charts != after[0].charts
    assert "2.5%" in after[1] and "2.5%" not in before[1]
