"""Self-assessments: the questions, what was answered, and nobody to be made out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.riverbend import RIVERBEND, TODAY, copied, edit, project
from truenorth.pages.overview.cited import uses
from truenorth.pages.self_assessment import assessments
from truenorth.pages.self_assessment.assessment_links import assessments_of
from truenorth.pages.wording import load_wording
from truenorth.partnership.model import Answer, Middle
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)


@pytest.fixture(scope="module")
def riverbend():
    return project(RIVERBEND)


def rendered(found) -> dict[str, str]:
    return {page.address: TEMPLATES.render(page) for page in assessments.pages(found, T)}


def html_at(found, name: str) -> str:
    return rendered(found)[f"/assessments/{name}"]


def said(html: str) -> str:
    """The words alone, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def row(html: str, item: str) -> str:
    """What the table says about an item."""
    found = re.search(rf'<th scope="row"[^>]*><a href="#item-{item}">.*?</tr>', html)
    return said(found[0])


def detail(html: str, item: str) -> str:
    """What is told about an item below the table."""
    return html.split(f'aria-labelledby="item-{item}"')[1].split("</article>")[0]


def test_every_page_is_sound(riverbend):
    for page in assessments.pages(riverbend, T):
        html = TEMPLATES.render(page)
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), page.address
        assert set(page.parts) <= set(ids), page.address
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        assert levels[0] == 1 and levels.count(1) == 1, page.address
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), page.address
        assert "None" not in html
        assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids), page.address


def test_a_partnership_without_questionnaires_has_no_page(riverbend):
    assert assessments.pages(replace(riverbend, templates=(), assessments=()), T) == ()


def test_the_list_has_results_newest_first_and_every_questionnaire(riverbend):
    html = html_at(riverbend, "")
    found = re.findall(r'href="/assessments/([a-z0-9-]+)/"', html)
    assert found == ["council-2025", "readiness-2025", "convener-2025", "readiness-2024"]
    assert 'href="/assessments/templates/readiness-1/"' in html
    assert "Version 1, 5 questions. 3 results." in html
    assert 'href="/people/#council"' in html and 'href="/partners/river-college/"' in html


def test_where_nothing_is_published_that_is_said(riverbend):
    html = html_at(replace(riverbend, assessments=()), "")
    assert "No result is published here." in html
    assert "<table" not in html
    assert "No result is published here" in html_at(
        replace(riverbend, assessments=()), "templates/readiness-1/"
    )


def test_a_result_gives_middle_spread_number_and_distribution(riverbend):
    html = html_at(riverbend, "readiness-2025/")
    assert "52 people answered" in html
    assert "4: Nearer the high end From 3 to 4 52" in row(html, "champions")
    chosen = detail(html, "champions")
    assert re.findall(r'tn-chosen-number">(\d+)<', chosen) == ["0", "5", "18", "22", "7"]
    assert re.findall(r'rect width="(\d+)"', chosen) == ["0", "23", "82", "100", "32"]
    assert "3: In between" in chosen
    assert "3.5, halfway between two steps From 2 to 4 50" in row(html, "use-of-data")


def test_a_change_is_told_only_beyond_the_spread(riverbend):
    html = html_at(riverbend, "readiness-2025/")
    assert "Since November 2024" in html
    assert 'href="/assessments/readiness-2024/"' in html
    assert "Higher: it was 2" in row(html, "resources")
    assert "No clear change: it was 3" in row(html, "champions")
    assert "The same: 4" in row(html, "urgency")
    first = html_at(riverbend, "readiness-2024/")
    assert "Since" not in first and "No earlier result with the same questions" in first


def test_where_counts_would_show_single_persons_only_the_middle_is_told(riverbend):
    html = detail(html_at(riverbend, "convener-2025/"), "skills")
    assert "some steps were chosen by fewer than 5 people" in html
    assert "<table" not in html
    all_alike = html_at(riverbend, "convener-2025/")
    assert "2: Yes At 2 11" in row(all_alike, "fit")


def test_a_group_that_answers_as_one_is_said_to(riverbend):
    html = html_at(riverbend, "council-2025/")
    assert "answered as one" in html and "The middle answer is" not in html
    assert "<svg" not in html
    assert "Are we ready? (Council, December 9, 2025)" in html


def test_an_item_without_an_answer_says_so(riverbend):
    first, *rest = riverbend.assessments
    silent = replace(first, answers=first.answers[1:])
    html = html_at(replace(riverbend, assessments=(silent, *rest)), "readiness-2024/")
    assert "Not published Not published Not published" in row(html, "champions")
    assert "nobody answered this, or fewer than 5 people did" in detail(html, "champions")
    later = html_at(replace(riverbend, assessments=(silent, *rest)), "readiness-2025/")
    assert "Not published then" in row(later, "champions")


def test_answers_given_in_different_ways_are_not_compared(riverbend):
    first, *rest = riverbend.assessments
    agreed = replace(first, answers=(Answer("champions", agreed=3), *first.answers[1:]))
    html = html_at(replace(riverbend, assessments=(agreed, *rest)), "readiness-2025/")
    assert "Not comparable" in row(html, "champions")


def test_counts_and_their_middle_give_the_same_table(riverbend):
    """What is told of few answers differs only by what is left out."""
    found = next(one for one in riverbend.assessments if one.id == "readiness-2025")
    told = Answer("champions", middle=Middle(4, 3, 4, 52))
    others = tuple(one for one in riverbend.assessments if one is not found)
    changed = replace(found, answers=(told, *found.answers[1:]))
    before = html_at(riverbend, "readiness-2025/")
    after = html_at(replace(riverbend, assessments=(*others, changed)), "readiness-2025/")
    assert row(before, "champions") == row(after, "champions")
    assert "<table" not in detail(after, "champions")


def test_a_questionnaire_reads_as_a_form(riverbend):
    html = html_at(riverbend, "templates/readiness-1/")
    form = said(detail(html, "champions"))
    assert "Low end Nobody with influence speaks for it" in form
    assert "1 2 3 4 5" in form
    assert 'href="/people/#council"' in detail(html, "champions")
    assert "No page of this site can show this." in detail(html, "neutral-convener")
    assert "at least 5 people" in html
    for name in ("readiness-2024", "readiness-2025", "council-2025"):
        assert f'href="/assessments/{name}/"' in html
    without_poles = said(html_at(riverbend, "templates/convener-criteria-1/"))
    assert "Low end No 0 1 2 High end Yes" in without_poles


def test_what_the_site_does_not_hold_is_said_of_the_site(riverbend):
    bare = replace(riverbend, funding=())
    html = html_at(bare, "templates/readiness-1/")
    assert "This site holds none." in detail(html, "resources")


def test_a_new_version_leads_to_the_old_one_and_back(riverbend):
    old = next(one for one in riverbend.templates if one.id == "readiness-1")
    new = replace(old, id="readiness-2", replaces="readiness-1")
    pages = rendered(
        replace(
            riverbend,
            templates=(*riverbend.templates, new),
            _records={**riverbend._records, ("templates", "readiness-2"): new},
        )
    )
    assert (
        'href="/assessments/templates/readiness-1/"' in pages["/assessments/templates/readiness-2/"]
    )
    assert (
        'href="/assessments/templates/readiness-2/"' in pages["/assessments/templates/readiness-1/"]
    )


def test_those_who_were_judged_lead_to_it(riverbend):
    (link,) = assessments_of(riverbend, T, "bodies", "council")
    assert link.address == "/assessments/council-2025/"
    assert link.note == "December 9, 2025: Those who do the work"
    (peer,) = assessments_of(riverbend, T, "organizations", "river-college")
    assert "Partners who work with them" in peer.note
    assert assessments_of(riverbend, T, "constellations", "council") == ()


def test_sources_lead_to_what_was_drawn_from_them(riverbend):
    addresses = {link.address for link in uses(riverbend, T)["riverbend-minutes"]}
    assert {"/assessments/readiness-2025/", "/assessments/templates/readiness-1/"} <= addresses


def test_an_internal_one_may_hold_few_answers_and_reaches_no_page(tmp_path):
    root = copied(tmp_path)
    edit(root, "data/assessments/convener-2025.yml", "respondents: 11\n",
         "respondents: 4\nvisibility: internal\n")  # fmt: skip
    edit(root, "data/assessments/convener-2025.yml", "[0, 0, 11]", "[0, 1, 3]")
    edit(root, "data/assessments/convener-2025.yml", "[0, 5, 6]", "[1, 1, 1]")
    edit(root, "data/assessments/convener-2025.yml", "answered: 11", "answered: 4")
    edit(root, "data/assessments/convener-2025.yml", "answered: 10", "answered: 2")
    problems = Problems()
    found = load_project(root, TODAY, problems)
    assert found is not None, [p.what for p in problems]
    assert not any("convener-2025" in address for address in rendered(found))


def test_the_example_shows_its_four_questionnaires_and_invents_no_result():
    problems = Problems()
    example = load_project(ROOT, TODAY.replace(month=12), problems)
    assert example is not None, [p.what for p in problems]
    assert example.assessments == ()
    pages = rendered(example)
    assert len(pages) == 5
    theory = pages["/assessments/templates/theory-of-action-1/"]
    assert "since 2022 the top gateway is called systems transformation" in theory
    glance = theory.split('id="table-glance"')[1].split("</table>")[0]
    assert glance.count("<tr") == 5 and glance.count('scope="col"') == 5
    assert "Proof point" not in glance and 'id="part-proof-point"' in theory
    readiness = pages["/assessments/templates/readiness-1/"]
    assert readiness.count("tn-question") == 12
