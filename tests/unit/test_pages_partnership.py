"""Partners, constellations, people, funding, agreements, sources and texts, in a small town."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from truenorth.compact import model as compact_model
from truenorth.pages.overview import content_pages, sources
from truenorth.pages.partnership import agreements, constellations, funding, partners, people
from truenorth.pages.wording import load_wording
from truenorth.partnership import model as partnership_model
from truenorth.partnership.model import (
    Body,
    Funding,
    Renewal,
    Source,
)
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "golden" / "small"
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
MODULES = (partners, constellations, people, funding, agreements, sources, content_pages)


@pytest.fixture(scope="module")
def town():
    problems = Problems()
    project = load_project(SMALL, date(2026, 11, 23), problems)
    assert project is not None, [p.what for p in problems]
    return project


def html_at(project, module, address: str) -> str:
    (page,) = (page for page in module.pages(project, T) if page.address == address)
    return TEMPLATES.render(page)


def test_every_page_is_sound(town):
    for module in MODULES:
        for page in module.pages(town, T):
            html = TEMPLATES.render(page)
            ids = re.findall(r'\bid="([^"]+)"', html)
            assert len(ids) == len(set(ids)), page.address
            assert set(page.parts) <= set(ids), page.address
            levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
            assert levels[0] == 1 and levels.count(1) == 1, page.address
            assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), page.address
            assert "None" not in html


def test_a_partnership_has_no_page_for_what_it_does_not_have(town):
    bare = replace(
        town, organizations=(), bodies=(), constellations=(), funding=(), agreements=(),
        sources=(), pages=(),
    )  # fmt: skip
    assert all(module.pages(bare, T) == () for module in MODULES)


def test_each_organization_leads_to_its_own_page(town):
    html = html_at(town, partners, "/partners/")
    for organization in town.organizations:
        assert f'<li id="{organization.id}"><a href="/partners/{organization.id}/">' in html
    page = html_at(town, partners, "/partners/riverbend-schools/")
    assert 'href="/constellations/reading-circle/"' in page and "Data lead" in page


def test_bodies_say_what_no_source_says_of_them(town):
    body = Body("council", "Council", "To guide.", "Fifteen people", (), ("founding-report",),
                decision_rule="By consensus")  # fmt: skip
    html = html_at(replace(town, bodies=(body,)), people, "/people/")
    assert "By consensus" in html and "No source says" in html
    assert "Guide vision and strategy" in html


def test_amounts_that_are_not_public_are_said_to_be_so(town):
    seed = town.funding[0]
    award = Funding("prize", "A prize", "award", ("founding-report",),
                    renewals=(Renewal("2018", "a second year"), Renewal("2019")))  # fmt: skip
    page = replace(town, funding=(seed, award))
    html = html_at(page, funding, "/funding/")
    assert "$25,000" in html and "Amount not public" in html
    assert "No source says who gave it" in html and "No source says who received it" in html
    assert "Renewed in 2018: a second year; amount not public" in html
    assert html.index('id="kind-seed"') < html.index('id="kind-award"')
    silent = html_at(replace(town, funding=(award,)), funding, "/funding/")
    assert "None of the amounts is public" in silent
    foreign = replace(seed, amount=10.5, currency="EUR")
    assert "10.50 EUR" in html_at(replace(town, funding=(foreign,)), funding, "/funding/")


def test_agreements_say_between_whom_and_what_for(town):
    html = html_at(town, agreements, "/agreements/")
    for words in (
        "Between two organizations at a time",
        "The library sees",
        "since September 1, 2016",
    ):
        assert words in html


def test_every_source_leads_back_to_what_rests_on_it(town):
    unused = Source("unused", "An unused paper", "Nobody", "law")
    html = html_at(replace(town, sources=(*town.sources, unused)), sources, "/sources/")
    report = html[html.index('id="founding-report"') :]
    for address in ("/", "/goals/read/", "/people/#stewards", "/funding/#"):
        assert f'href="{address}' in report, address
    assert 'href="/indicators/reading/"' in html
    assert "Not used on a page yet" in html and "Nobody; date not known" in html
    assert "No terms stated" in html and "No public address known" in html


def test_texts_become_pages_and_never_have_two_titles(town):
    (about,) = (p for p in town.pages if p.address == "/about/")
    loud = replace(about, markdown="# Loud\n\n## Below {#below}\n\n<script>alert(1)</script>")
    html = html_at(replace(town, pages=(loud,)), content_pages, "/about/")
    assert html.count("<h1") == 1 and '<h3 id="below">' in html and "<script" not in html


def test_there_is_a_word_for_everything_a_record_may_say_in_fixed_terms():
    file = ROOT / "hooks" / "truenorth" / "pages" / "words" / "en" / "enums.toml"
    models = (partnership_model, compact_model)
    fixed = [{*get_args(k)} for m in models for k in vars(m).values() if get_origin(k) is Literal]
    forms = {*get_args(get_type_hints(partnership_model.Agreement)["form"])}
    for name, words in tomllib.loads(file.read_text(encoding="utf-8")).items():
        assert {*words} in (*fixed, forms), name
