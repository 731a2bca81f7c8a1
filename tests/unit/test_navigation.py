"""The menu leads to every kind of page that there is, and to none that there is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from truenorth.pages.every import every_page
from truenorth.pages.navigation import navigation
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.project import load_project

SMALL = Path(__file__).parents[1] / "golden" / "small"
T = load_wording()


@pytest.fixture(scope="module")
def town():
    problems = Problems()
    project = load_project(SMALL, date(2026, 11, 23), problems)
    assert project is not None, [p.what for p in problems]
    return project


def leads_to(menu) -> list[str]:
    found = []
    for _, target in menu:
        found += [target] if isinstance(target, str) else leads_to(target)
    return found


def test_the_menu_leads_only_to_pages_that_are_there(town):
    there = {page.address for page in every_page(town, T)}
    found = leads_to(navigation(town, T))
    assert set(found) <= there
    assert len(found) == len(set(found))


def test_every_page_but_those_of_one_record_is_in_the_menu(town):
    there = {page.address for page in every_page(town, T)}
    lists = (
        "indicators", "goals", "partners", "constellations", "commitments", "strategies",
        "meetings", "assessments",
    )  # fmt: skip
    single = {a for a in there if a.split("/")[1] in lists and a.count("/") > 2}
    # A document's versions, redlines and proposals are reached from the document.
    single |= {a for a in there if a.startswith("/compact/") and a.count("/") > 3}
    assert there - single == set(leads_to(navigation(town, T)))


def test_no_two_pages_have_one_address(town):
    addresses = [page.address for page in every_page(town, T)]
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        ({"funding": ()}, "/funding/"),
        ({"agreements": ()}, "/agreements/"),
        ({"constellations": ()}, "/constellations/"),
        ({"goals": ()}, "/goals/"),
        ({"sources": ()}, "/sources/"),
    ],
)
def test_what_a_partnership_does_not_have_has_no_entry(town, change, gone):
    assert gone in leads_to(navigation(town, T))
    assert gone not in leads_to(navigation(replace(town, **change), T))


def test_a_partnership_that_does_not_sign_has_no_entry_for_signers(town):
    voluntary = replace(town, partnership=replace(town.partnership, signed=False))
    assert "/compact/signers/" in leads_to(navigation(town, T))
    assert "/compact/signers/" not in leads_to(navigation(voluntary, T))


def test_texts_at_addresses_of_their_own_are_in_the_menu_by_their_title(town):
    (about,) = (page for page in town.pages if page.address == "/about/")
    news = replace(about, address="/news/", head=replace(about.head, title="News"))
    menu = navigation(replace(town, pages=(*town.pages, news)), T)
    assert "/news/" in leads_to(menu)
    assert ("News", "/news/") in dict(menu)["About"]


def test_a_group_of_one_is_that_one(town):
    alone = replace(town, indicators=(), editions=())
    assert dict(navigation(alone, T))["Goals"] == "/goals/"
    assert "Report card" not in dict(navigation(alone, T))
