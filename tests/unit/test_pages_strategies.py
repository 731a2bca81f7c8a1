"""Strategies and their actions as pages, and what an indicator's page tells of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.riverbend import RIVERBEND, project
from truenorth.pages import navigation
from truenorth.pages.compact import documents, versions
from truenorth.pages.page import Page
from truenorth.pages.partnership import strategies
from truenorth.pages.relations import relations
from truenorth.pages.report_card import indicator
from truenorth.pages.report_card.curve_work import curve_work
from truenorth.pages.wording import load_wording
from truenorth.site.templates import Templates

T = load_wording()
TEMPLATES = Templates(Path(__file__).parents[2] / "theme_overrides" / "pages", T)
READING = "/strategies/reading-every-day/"


@pytest.fixture(scope="module")
def river():
    return project(RIVERBEND)


def page_at(found, module, address: str) -> Page:
    return next(page for page in module.pages(found, T) if page.address == address)


def html_at(found, module, address: str) -> str:
    return TEMPLATES.render(page_at(found, module, address))


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def section(html: str, ident: str) -> str:
    return html[html.index(f'<h2 id="{ident}"') :].split("</section>")[0]


def action(html: str, ident: str) -> str:
    return html[html.index(f'<h3 id="action-{ident}"') :].split("</article>")[0]


def with_strategy(found, ident: str, **changes):
    """The project with one strategy changed."""
    changed = (replace(s, **changes) if s.id == ident else s for s in found.strategies)
    return replace(found, strategies=tuple(changed))


def test_every_page_is_sound(river):
    pages = strategies.pages(river, T)
    assert len(pages) == 1 + len(river.strategies)
    for page in pages:
        html = TEMPLATES.render(page)
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), page.address
        assert set(page.parts) <= set(ids), page.address
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        assert levels[0] == 1 and levels.count(1) == 1, page.address
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), page.address
        assert "None" not in text(html), page.address


def test_a_partnership_without_strategies_has_no_page_and_no_menu_entry(river):
    bare = replace(river, strategies=())
    assert strategies.pages(bare, T) == ()
    assert "/strategies/" not in str(navigation.navigation(bare, T))
    assert "/strategies/" in str(navigation.navigation(river, T))
    reading = bare.find("indicators", "reading")
    assert "work-strategies" not in [part.id for part in curve_work(bare, T, reading)]


def test_each_page_leads_to_all_that_its_record_names_and_is_led_back_to(river):
    wanted = relations(river)
    for page in strategies.pages(river, T)[1:]:
        html = TEMPLATES.render(page)
        for here, there in wanted:
            if here == page.address:
                assert f'href="{there}"' in html, (here, there)


def test_the_list_goes_by_goal_and_tells_each_strategy_once(river):
    html = html_at(river, strategies, "/strategies/")
    said = text(html)
    assert (
        "4 strategies are recorded. 9 actions are recorded: 2 are done, 2 are in progress" in said
    )
    reading, work = html.index('id="goal--read"'), html.index('id="goal--work"')
    assert reading < html.index('<h3 id="reading-every-day"') < work
    assert work < html.index('<h3 id="first-work"')
    assert html.count('<h3 id="asking-families"') == 1
    assert "Also for this goal, told above:" in text(html[work:])
    assert 'href="/strategies/asking-families/"' in html[work:]


def test_the_overdue_ones_stand_first_with_their_owners(river):
    late = section(html_at(river, strategies, "/strategies/"), "overdue--actions")
    assert f'href="{READING}#action-reading-kits"' in late
    assert 'href="/partners/family-network/"' in late
    assert "October 14, 2025: Two of three families have their kit." in text(late)
    assert "quiet-rooms" not in late
    earlier = replace(river, today=date(2025, 12, 1))
    late = section(html_at(earlier, strategies, "/strategies/"), "overdue--actions")
    assert "No action is overdue." in late


def test_where_no_action_is_recorded_nothing_is_said_of_overdue_ones(river):
    html = html_at(
        replace(river, strategies=tuple(replace(s, actions=()) for s in river.strategies)),
        strategies,
        "/strategies/",
    )
    assert "overdue--actions" not in html
    assert "4 strategies are recorded. <" in " ".join(html.split()).replace("</p>", " <")


def test_a_strategy_is_listed_under_the_goals_of_its_curves_where_it_names_none(river):
    changed = with_strategy(river, "first-work", goals=())
    one = next(s for s in changed.strategies if s.id == "first-work")
    assert strategies.goals_of(changed, one) == {"work"}
    nowhere = with_strategy(river, "asking-families", goals=())
    html = html_at(nowhere, strategies, "/strategies/")
    assert html.index('id="goal--none"') < html.index('<h3 id="asking-families"')
    page = text(html_at(nowhere, strategies, "/strategies/asking-families/"))
    assert "No source says which goal it serves, who carries it out" in page


def test_a_strategy_shows_its_curves_with_their_status_and_what_they_say(river):
    curves = section(html_at(river, strategies, READING), "curves")
    assert 'href="/indicators/reading/"' in curves
    assert "tn-mark-word" in curves
    assert "The latest figure is 51.5%" in text(curves)
    assert "does not show that it moved the figure" in text(curves)
    wanted = section(html_at(river, strategies, "/strategies/first-work/"), "curves")
    assert "No school in the fictional Riverbend records it yet." in text(wanted)
    none = section(html_at(river, strategies, "/strategies/asking-families/"), "curves")
    assert "No indicator is named" in text(none)


@pytest.mark.parametrize(
    ("ident", "shape", "words"),
    [
        ("train-readers", "disc", "Done"),
        ("reading-kits", "diamond", "In progress, overdue"),
        ("quiet-rooms", "diamond", "Delayed"),
        ("summer-list", "ring", "Not started"),
        ("reading-app", "square", "Stopped"),
        ("home-visits", "ring", "No source says where it stands"),
    ],
)
def test_an_action_has_a_shape_and_a_word(river, ident, shape, words):
    shown = action(html_at(river, strategies, READING), ident)
    mark = shown.split("</p>")[0]
    assert f"tn-mark-{shape}" in mark
    assert text(mark).endswith(words)


def test_what_is_late_or_untold_is_said_in_words(river):
    html = html_at(river, strategies, READING)
    assert "Overdue: the day it was due, December 2025, is over." in text(
        action(html, "reading-kits")
    )
    assert "It was to start by November 2025 and has not started." in text(
        action(html, "summer-list")
    )
    visits = text(action(html, "home-visits"))
    assert "The day it was due is over. No source says whether it was done." in visits
    assert "No source says who" in visits
    assert "No update is recorded." in visits
    assert "No source says who answers for some of the actions." in text(html)


def test_the_history_of_an_action_is_told_newest_first(river):
    shown = text(action(html_at(river, strategies, READING), "train-readers"))
    assert shown.index("March 18, 2025") < shown.index("November 12, 2024")
    assert "Status from then on: Done" in shown
    assert "Minutes of the council" in shown


def test_a_strategy_that_ended_says_so_and_names_the_version_that_stated_it(river):
    html = html_at(river, strategies, "/strategies/homework-help/")
    assert "It ended in March 2025." in text(html)
    assert 'href="/compact/charter/2024/#working-together"' in html
    assert 'href="/compact/charter/#working-together"' in html
    assert "version 2024" in text(html)


def test_sections_lead_back_to_the_strategies_that_they_state(river):
    today = html_at(river, documents, "/compact/charter/")
    assert f'href="{READING}"' in today
    assert "made under version 2024" in text(today)
    old = html_at(river, versions, "/compact/charter/2024/")
    assert 'href="/strategies/homework-help/"' in old
    assert f'href="{READING}"' not in old


def test_what_was_promised_as_part_of_it_stands_with_its_status(river):
    shown = section(html_at(river, strategies, READING), "commitments")
    assert 'href="/commitments/reading-hour/"' in shown
    assert "Ongoing" in text(shown)
    assert '<h2 id="commitments"' not in html_at(river, strategies, "/strategies/homework-help/")


def test_an_indicator_tells_who_works_on_its_curve(river):
    work = section(html_at(river, indicator, "/indicators/reading/"), "work")
    for address in (
        READING, "/strategies/homework-help/", "/commitments/reading-hour/",
        "/agreements/#reading-data", "/decisions/#target-for-reading",
        "/partners/riverbend-schools/",
    ):  # fmt: skip
        assert f'href="{address}"' in work, address
    said = text(work)
    assert "1 is in progress" in said
    assert "1 is overdue." in said
    assert "It ended in March 2025." in said
    assert "Set a target." in said


def test_a_curve_that_no_strategy_names_says_so(river):
    changed = with_strategy(river, "first-work", indicators=(), goals=("work",))
    html = html_at(changed, indicator, "/indicators/plan-after-school/")
    assert "No strategy that is recorded here names this indicator." in text(section(html, "work"))


def test_measures_that_took_one_anothers_place_name_one_another(river):
    old, new = (river.find("indicators", ident) for ident in ("reading", "plan-after-school"))
    replaced = replace(old, definition=replace(old.definition, replaced_by=new.id))
    both = tuple(replaced if one.id == old.id else one for one in river.indicators)
    changed = replace(river, indicators=both)
    notes = {
        one.id: [
            (link.address, link.note)
            for part in curve_work(changed, T, one)
            if part.id == "work-indicators"
            for link in part.links
        ]
        for one in both
    }
    assert notes["reading"] == [("/indicators/plan-after-school/", "Took its place.")]
    assert notes["plan-after-school"] == [
        ("/indicators/reading/", "It took the place of this one.")
    ]
