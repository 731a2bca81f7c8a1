"""The governing texts and the signers, in the town of the small golden site."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from truenorth.compact.model import (
    Document,
    DocumentHead,
    Register,
    Section,
    Signature,
    StatedCount,
    Version,
)
from truenorth.compact.roll import roll
from truenorth.pages.compact import compact, documents, signers
from truenorth.pages.wording import load_wording
from truenorth.partnership.model import Account, Fact
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "golden" / "small"
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)

VERSIONS = (
    Version(
        "2015",
        "First signing",
        "superseded",
        "not_held",
        adopted="2015-06-30",
        historical=True,
        decision="not_recorded",
        evidence=("founding-report",),
        stated_count=StatedCount(("founding-report",), organizations=3, people=4),
    ),
    Version("2018", "New words", "adopted", "summary", adopted="2018", note="Nobody signed."),
    Version("2020", "Next words", "draft", "summary"),
)
SIGNATURES = (
    Signature("2015", "riverbend-schools", "signed", ("founding-report",), "Superintendent",
              "Ana Ruiz", "2015-06-30", "With pleasure."),
    Signature("2015", "riverbend-schools", "signed", ("founding-report",), "President",
              date="2015"),
    Signature("2015", "city-of-riverbend", "signed", ("founding-report",)),
    Signature("2015", "otter-foundation", "declined", ("founding-report",)),
)  # fmt: skip


def section(ident: str, number: str | None, title: str, level: int = 2, text: str = "Text."):
    return Section(ident, number, title, level, text, 1, 2)


CHARTER = Document(
    id="charter",
    head=DocumentHead(
        "Charter", "charter", "summary", "What the town agreed.", ("founding-report",),
        next_review="2027-01",
    ),
    preamble="Before *everything*.[^1]\n\n[^1]: A note.",
    preamble_line=1,
    sections=(
        section("purpose", "1", "Purpose", text="Why.[^1]\n\n[^1]: Another note."),
        section("goals", "2", "Common goals"),
        section("goal-one", "2.1", "The first", 3),
        section("words", None, "Words <used>", text="<script>alert(1)</script>"),
    ),
    file="content/compact/charter/index.md",
    register=Register("charter", VERSIONS, signatures=SIGNATURES),
)  # fmt: skip


@pytest.fixture(scope="module")
def small():
    problems = Problems()
    project = load_project(SMALL, date(2026, 11, 23), problems)
    assert project is not None, [p.what for p in problems]
    return project


@pytest.fixture(scope="module")
def town(small):
    goal = replace(small.goals[0], section="charter#goal-one")
    history = (
        Fact("signing", "The town signs.", ("founding-report",), "2015-06-30",
             disputed=(Account("It was a month earlier.", ("reading-results",)),)),
        Fact("other", "Something else.", ("founding-report",), "2015",
             disputed=(Account("It was not so.", ("reading-results",)),)),
    )  # fmt: skip
    partnership = replace(small.partnership, history=history)
    return replace(
        small, documents=(CHARTER,), goals=(goal, *small.goals[1:]), partnership=partnership
    )


def one(module, project) -> tuple:
    (page,) = module.pages(project, T)
    return page, TEMPLATES.render(page)


def assert_sound(page, html: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids)), page.address
    assert set(page.parts) <= set(ids)
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))


def test_pages_of_the_small_site_are_sound(small):
    for module in (documents, compact, signers):
        for page in module.pages(small, T):
            assert_sound(page, TEMPLATES.render(page))


def test_a_document_is_sound(town):
    assert_sound(*one(documents, town))


def test_a_document_says_that_it_is_a_summary(town):
    page, html = one(documents, town)
    assert "This is a summary in our own words." in html
    assert "This is a summary in our own words." in json.dumps(page.jsonld)
    assert page.jsonld[0]["@type"] == "Legislation"


@pytest.mark.parametrize(
    ("change", "banner", "citation"),
    [
        ({"text": "full"}, None, "Riverbend, Charter, section 2</cite>"),
        ({"illustration": True}, "This is an illustration.", "section 2 (illustration)"),
        ({"text": "not_held"}, "is not held here.", "section 2 (text not held)"),
        ({}, "This is a summary", "Riverbend, Charter, section 2 (summary)"),
    ],
)
def test_what_the_words_are_is_said_above_and_in_every_citation(town, change, banner, citation):
    document = replace(CHARTER, head=replace(CHARTER.head, **change))
    _, html = one(documents, replace(town, documents=(document,)))
    assert citation in html
    assert ("tn-banner-text" in html) == (banner is not None)
    assert banner is None or banner in html


def test_every_section_has_its_anchor_link_and_citation(town):
    _, html = one(documents, town)
    assert '<h3 id="goal-one"><span class="tn-section-number">2.1</span> The first</h3>' in html
    assert 'href="#goals" aria-label="Link to this section: 2, Common goals"' in html
    assert "Riverbend, Charter, “Words &lt;used&gt;” (summary)" in html
    assert "<script" not in html


def test_a_section_that_states_a_goal_leads_to_it(town):
    _, html = one(documents, town)
    assert html.count(f'href="/goals/{town.goals[0].id}/"') == 1


def test_notes_of_several_sections_stand_on_one_page(town):
    _, html = one(documents, town)
    assert 'id="purpose-fn-1"' in html and 'id="preamble-fn-1"' in html


def test_the_register_is_told_newest_first(town):
    _, html = one(documents, town)
    html = html[html.index('id="versions"') :]
    places = [html.index(words) for words in ("Next words", "New words", "First signing")]
    assert places == sorted(places)
    assert "date not known" in html and "June 30, 2015" in html
    assert "No decision is recorded here" in html
    assert 'href="/compact/charter/2015/"' in html and 'href="/compact/charter/2018/"' in html


def test_a_document_without_register_has_no_versions(town):
    document = replace(CHARTER, register=None)
    page, html = one(documents, replace(town, documents=(document,)))
    assert "versions" not in page.parts and 'id="versions"' not in html


def test_the_compact_lists_its_documents_and_leads_to_the_signers(town):
    _, html = one(compact, town)
    assert '<a href="/compact/charter/">Charter</a>' in html
    assert "What the town agreed." in html and "4 sections" in html
    assert 'href="/compact/signers/"' in html
    assert "<li>Charter</li>" not in html  # the title says it


def test_who_counts_as_a_signer():
    held = roll(CHARTER.register, "2015")
    assert (held.organizations, held.people, held.unnamed) == (2, 2, 1)
    withdrawn = Signature("2015", "riverbend-schools", "withdrew", (), date="2016")
    later = Register("charter", VERSIONS, signatures=(*SIGNATURES, withdrawn))
    assert roll(later, "2015").organizations == 1


def test_signers_show_both_counts_and_that_the_list_is_not_whole(town):
    page, html = one(signers, town)
    assert_sound(page, html)
    assert "3 organizations, 4 people" in html
    assert "2 organizations, 2 people" in html
    assert "The list below is not complete" in html
    assert "No list of signatures for this version is held here." in html
    assert page.parts == ("charter-today", "charter-2018", "charter-2015")


def test_every_signature_has_its_row(town):
    _, html = one(signers, town)
    for words in ("Ana Ruiz", "With pleasure.", "Person not named", "Office not known",
                  "Did not sign", "Date not known", "How Riverbend began"):  # fmt: skip
        assert words in html
    assert 'href="/partners/otter-foundation/"' in html
    assert 'data-label="Evidence"' in html


def test_sources_that_disagree_on_the_signing_are_shown_with_its_version(town):
    _, html = one(signers, town)
    assert "Where sources disagree" in html and "It was a month earlier." in html
    assert "It was not so." not in html


def test_a_partnership_that_does_not_sign_has_no_page_of_signers(town):
    voluntary = replace(town, partnership=replace(town.partnership, signed=False))
    assert signers.pages(voluntary, T) == ()
    for module in (documents, compact):
        _, html = one(module, voluntary)
        assert "/compact/signers/" not in html


def test_a_partnership_without_texts_has_no_compact(town):
    bare = replace(town, documents=(), pages=())
    assert documents.pages(bare, T) == compact.pages(bare, T) == signers.pages(bare, T) == ()
