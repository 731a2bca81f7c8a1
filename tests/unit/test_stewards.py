"""The stewards' desk: what needs somebody, from the records as they are, with file and line."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.riverbend import RIVERBEND, project
from truenorth.pages.overview import stewards
from truenorth.pages.overview.desk_due import overdue_part, stale_part
from truenorth.pages.overview.desk_gaps import incomplete_part, unreviewed_part, unsourced_part
from truenorth.pages.overview.desk_people import unsigned_part, vacant_part
from truenorth.pages.wording import load_wording
from truenorth.partnership.model import CommitmentUpdate, Role
from truenorth.reportcard.model import Story, StoryHead
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
LATER = date(2027, 6, 1)


@pytest.fixture(scope="module")
def riverbend():
    return project(RIVERBEND)


def listed(part: Any) -> dict[str, list[str]]:
    """The names in each group of a part."""
    found = {}
    for group in part.groups:
        assert group.items
        found[group.id.removeprefix(f"{part.name}-")] = [i.link.text for i in group.items]
    return found


def page_of(found: Any) -> str:
    (page,) = stewards.pages(found, T)
    html = TEMPLATES.render(page)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids)) and set(page.parts) <= set(ids)
    return html


def test_search_engines_are_asked_to_leave_it_out(riverbend):
    (page,) = stewards.pages(riverbend, T)
    assert not page.indexed


def test_what_is_past_its_day_is_overdue(riverbend):
    found = listed(overdue_part(replace(riverbend, today=LATER), T))
    assert "Bus passes for trainees" in found["commitments"]
    assert "A library card for every child" not in found["commitments"]
    assert "Reading at grade level" in found["updates"]
    assert "Spring meeting of the council 2026" in found["meetings"]
    assert found["comments"] == ["A plan for college or work"]
    assert {"Charter", "A clear goal for change"} <= set(found["reviews"])
    assert found["actions"]


def test_a_text_past_its_review_is_overdue_once(riverbend):
    first, *rest = riverbend.documents
    due = replace(first, head=replace(first.head, next_review="2026-01"))
    past = replace(riverbend, documents=(due, *rest))
    assert listed(overdue_part(past, T))["reviews"] == [first.head.title]
    assert first.head.title not in listed(unreviewed_part(past, T)).get("documents", ())


def test_that_nothing_is_overdue_is_said_in_words(riverbend):
    calm = replace(
        riverbend,
        commitments=(),
        strategies=(),
        agenda=(),
        meetings=(),
        indicators=(),
        documents=(),
    )
    assert overdue_part(calm, T).groups == ()
    html = page_of(calm)
    assert "<p>Nothing is overdue.</p>" in html
    assert "As of February 1, 2026, nothing is overdue, " in html


def test_when_nothing_waits_the_page_says_so(riverbend):
    empty = replace(
        riverbend, commitments=(), strategies=(), agenda=(), meetings=(), indicators=(),
        documents=(), organizations=(), bodies=(), constellations=(), goals=(),
        partnership=replace(riverbend.partnership, history=(), backbone_gaps=()),
    )  # fmt: skip
    html = page_of(empty)
    assert "nothing is overdue, and nothing else is waiting for anybody" in html
    assert 'id="vacant"' not in html and 'id="unsigned"' not in html


def test_no_news_for_a_year_is_stale(riverbend):
    now = listed(stale_part(riverbend, T))
    later = listed(stale_part(replace(riverbend, today=LATER), T))
    assert now["figures"] == ["Reading at grade level"]
    assert set(now.get("commitments", ())) < set(later["commitments"])
    assert "A library card for every child" not in later["commitments"]


def test_vacant_places_are_counted_as_places(riverbend):
    part = vacant_part(riverbend, T)
    assert part.count == 1
    assert [item.note for group in part.groups for item in group.items] == [
        "Council: 1 seat is vacant."
    ]
    (remark,) = part.remarks
    assert "Family panel" in remark


def test_a_body_whose_holders_are_not_published_has_no_vacancies(riverbend):
    bodies = tuple(replace(body, holders="not_published") for body in riverbend.bodies)
    assert vacant_part(replace(riverbend, bodies=bodies), T).groups == ()


def test_who_has_not_reaffirmed_is_told_and_who_declined_or_left_is_not(riverbend):
    found = listed(unsigned_part(riverbend, T))
    assert found == {"charter": ["River Chamber of Commerce"]}


def test_a_list_that_is_not_complete_says_so(riverbend):
    charter = next(d for d in riverbend.documents if d.id == "charter")
    versions = tuple(replace(v, complete_roll=False) for v in charter.register.versions)
    open_list = replace(charter, register=replace(charter.register, versions=versions))
    part = unsigned_part(replace(riverbend, documents=(open_list,)), T)
    assert "may well have signed" in part.remarks[0]
    assert unsigned_part(riverbend, T).remarks == ()


def test_nothing_is_said_of_signatures_where_nobody_signs(riverbend):
    voluntary = replace(riverbend, partnership=replace(riverbend.partnership, signed=False))
    assert unsigned_part(voluntary, T) is None
    assert not re.search(r"[Ss]ign(ed|er|ature)", page_of(voluntary).split('id="overdue"')[0])
    assert 'id="unsigned"' not in page_of(voluntary)


def test_only_what_nobody_reviewed_is_listed(riverbend):
    (first,) = (c for c in riverbend.commitments if c.id == "paid-work-weeks")
    seen = CommitmentUpdate("2026-01", "The council asked.", "reviewed", reviewed_by="council")
    assert first.title in listed(unreviewed_part(riverbend, T))["self-reported"]
    reviewed = replace(first, updates=(*first.updates, seen))
    others = tuple(reviewed if c is first else c for c in riverbend.commitments)
    found = listed(unreviewed_part(replace(riverbend, commitments=others), T))
    assert first.title not in found["self-reported"]
    assert "An equal part of the cost" not in found["self-reported"]  # it was withdrawn


@pytest.mark.parametrize(("written", "old"), [("2024-02-01", True), ("2024-02-02", False)])
def test_a_story_is_old_after_two_years(riverbend, written, old):
    first, *rest = riverbend.indicators
    head = StoryHead(first.id, ("Ana",), written)
    told = replace(first, story=Story(head, "Why.", "content/indicators/reading.md", 6))
    found = listed(unreviewed_part(replace(riverbend, indicators=(told, *rest)), T))
    assert ("stories" in found) is old


def test_what_rests_on_no_firm_source(riverbend):
    found = listed(unsourced_part(riverbend, T))
    assert found["disputed"] == [f.text for f in riverbend.partnership.history if f.disputed]
    assert "texts" not in found


def test_gaps_are_told(riverbend):
    found = listed(incomplete_part(riverbend, T))
    assert found["constellations"] == ["Family Voices"]
    assert "Advance policy" in found["functions"]
    assert "Letters in plain words" in found["commitments"]
    assert found["actions"]
    assert "wanted" not in found and "goals" not in found


def test_wanted_figures_that_nobody_is_to_obtain_and_goals_that_nothing_tests(riverbend):
    (wanted,) = (i for i in riverbend.indicators if i.definition.tier == "wanted")
    alone = replace(wanted, definition=replace(wanted.definition, owner=None))
    found = listed(incomplete_part(replace(riverbend, indicators=(alone,)), T))
    assert found["wanted"] == ["A plan after school"]
    assert found["goals"] == ["Reading with ease"]


def test_roles_of_those_who_gave_money_on_a_day_need_no_date(riverbend):
    giver = replace(riverbend.organizations[0], roles=(Role("funder"), Role("partner")))
    found = replace(riverbend, organizations=(giver,))
    (gift, *_) = (f for f in riverbend.funding if f.since)
    given = replace(found, funding=(replace(gift, funders=(giver.id,)),))
    notes = [
        [i.note for g in incomplete_part(one, T).groups if g.id.endswith("roles") for i in g.items]
        for one in (replace(found, funding=()), given)
    ]
    assert notes == [
        ["No date is known for: Funder and Partner."],
        ["No date is known for: Partner."],
    ]


def test_roles_of_those_who_signed_on_a_day_need_no_date(riverbend):
    signed = next(o for o in riverbend.organizations if o.id == "teachers-union")
    assert any(role.role == "signer" and role.since is None for role in signed.roles)
    assert signed.name not in listed(incomplete_part(riverbend, T)).get("roles", ())


def test_every_entry_names_the_file_and_the_line_where_its_record_begins(riverbend):
    (page,) = stewards.pages(replace(riverbend, today=LATER), T)
    items = [i for part in page.context["parts_of"] for group in part.groups for i in group.items]
    assert len(items) > 25
    for item in items:
        file, _, line = item.file.text.partition(", line ")
        lines = (RIVERBEND / file).read_text("utf-8").splitlines()
        assert item.file.address.endswith(f"/edit/main/{file}")
        if line and file != "data/indicators/reading/datapackage.yaml":
            assert re.match(r" *(- )?(id|element|name): ", lines[int(line) - 1]), item


def test_what_is_the_same_of_all_is_told_once(riverbend):
    part = unsourced_part(riverbend, T)
    (group,) = (g for g in part.groups if g.id == "unsourced-organizations")
    assert len(group.items) > 1 and group.note and group.file is None
    html = page_of(riverbend)
    assert html.count(group.note) == 1


def test_the_sum_at_the_top_is_that_of_the_lists(riverbend):
    (page,) = stewards.pages(riverbend, T)
    counts = [int(link.note) for link in page.context["contents"]]
    entries = [sum(len(group.items) for group in part.groups) for part in page.context["parts_of"]]
    assert counts == entries  # each vacant seat of Riverbend has one place
    assert f"{counts[0]} entries are overdue" in page.context["sum"]
