"""What a story lists beside its prose: causes, partners and ideas, on the indicator's page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.town import DROPOUT, READING, WANTED, Town
from truenorth.pages.report_card import indicator as indicator_pages
from truenorth.pages.report_card import story
from truenorth.pages.wording import load_wording
from truenorth.reportcard.model import Cause, CurvePartner, Idea, Indicator
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
SHOWN = Cause("The library lends books.", "evidence", ("survey",))
HEARD = Cause("Screens may be in the way.", "hypothesis", ("survey",))
GUESSED = Cause("Homes may hold few books.", "hypothesis")
PARTNERS = (
    CurvePartner("Lends books.", ("survey",), organization="school-board"),
    CurvePartner("Reads aloud.", ("survey",), "school-board", "book-club"),
)
IDEAS = (
    Idea("Buy a bus.", "some", ("survey",)),
    Idea("Ask the neighbors.", "unknown"),
    Idea("Lend over the summer.", "none"),
    Idea("Print a list.", "low"),
    Idea("Open on Saturdays.", "none"),
)


def told(indicator: Indicator = READING, **parts) -> Indicator:
    head = replace(indicator.story.head, **parts)
    return replace(indicator, story=replace(indicator.story, head=head))


def section(key: str, **parts) -> story.Section:
    found = story.told(Town(), T, told(**parts))
    (one,) = (s for s in found.sections if s.id == story.SECTIONS[key])
    return one


def html(indicator: Indicator) -> str:
    town = Town(indicators=(indicator,))
    (page,) = indicator_pages.pages(town, T)
    rendered = TEMPLATES.render(page)
    assert all(f'id="{part}"' in rendered for part in page.parts)
    return rendered


def test_a_cause_says_whether_it_was_tested_and_where_that_is_said():
    shown, heard, guessed = section("helps", helps=(SHOWN, HEARD, GUESSED)).points
    assert (shown.standing, shown.basis) == ("Shown by evidence.", "Shown in:")
    assert [link.address for link in shown.sources] == ["/sources/#survey"]
    assert (heard.standing, heard.basis) == ("Not tested.", "Mentioned in:")
    assert (guessed.standing, guessed.basis) == ("Not tested.", "No source speaks of it.")
    assert not guessed.sources


def test_the_sources_of_the_parts_are_listed_with_those_of_the_story_each_once():
    town = Town(
        sources=(*Town().sources, replace(Town().sources[0], id="minutes", title="Minutes"))
    )
    found = story.told(town, T, told(helps=(SHOWN, replace(HEARD, evidence=("minutes",)))))
    assert [source.title for source in found.sources] == ["Reading survey", "Minutes"]


def test_partners_are_linked_by_name_with_their_role():
    board, club = section("partners", partners=PARTNERS).points
    assert [link.address for link in board.names] == ["/partners/school-board/"]
    assert [link.text for link in club.names] == ["River Town School Board", "Book club"]
    assert (club.text, club.basis) == ("Reads aloud.", "Said in:")


def test_ideas_that_cost_least_come_first():
    points = section("what_works", what_works=IDEAS).points
    assert [point.standing for point in points] == [
        "Costs nothing.", "Costs nothing.", "Costs little.", "Costs money.", "Cost not known.",
    ]  # fmt: skip
    assert points[0].text == "Lend over the summer."
    assert points[0].basis.startswith("No source describes it")
    assert points[3].basis == "Described in:"


def test_what_nobody_knows_is_said_in_words():
    page = html(told(helps=(SHOWN,)))
    for words in (
        "The library lends books.",
        "We do not know what stands in the way",
        "The story names nobody who works on this curve.",
        "Nobody has written down what might work here.",
    ):
        assert words in page, words
    assert "We do not know what helps" not in page
    order = [page.index(f'id="{anchor}"') for anchor in story.SECTIONS.values()]
    assert page.index("Books at home") < order[0] and order == sorted(order)


def test_a_story_in_prose_alone_says_so_and_has_no_empty_part():
    page = html(READING)
    assert "The story is told in prose alone" in page
    assert not any(f'id="{anchor}"' in page for anchor in story.SECTIONS.values())


@pytest.mark.parametrize("indicator", [DROPOUT, WANTED])
def test_an_indicator_without_a_story_has_none_of_the_parts(indicator):
    page = html(indicator)
    assert "told in prose alone" not in page
    assert not any(f'id="{anchor}"' in page for anchor in story.SECTIONS.values())


def test_a_constellation_that_the_story_names_counts_as_working_on_it():
    away = replace(Town().constellations[0], indicators=())
    town = Town(constellations=(away,))
    assert story.at_work(town, READING) == ()
    (link,) = story.at_work(town, told(partners=PARTNERS))
    assert link.text == "Book club"


def test_words_of_people_are_escaped():
    bad = "<script>alert(1)</script>"
    page = html(
        told(
            helps=(replace(SHOWN, text=bad),),
            partners=(replace(PARTNERS[0], role=bad),),
            what_works=(replace(IDEAS[0], text=bad),),
        )
    )
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 3


def test_headings_stay_in_order_and_ids_unique():
    page = html(told(helps=(SHOWN,), hurts=(HEARD,), partners=PARTNERS, what_works=IDEAS))
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))
