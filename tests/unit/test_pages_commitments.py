"""What was promised, on its pages and on those of goals and texts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.riverbend import RIVERBEND, copied, edit, project
from truenorth.changes import find_changes, report
from truenorth.pages import navigation
from truenorth.pages.compact import documents, versions
from truenorth.pages.overview import goals
from truenorth.pages.partnership import commitments
from truenorth.pages.partnership.commitment_words import SHAPES, mark_of, sentences
from truenorth.pages.relations import relations
from truenorth.pages.wording import load_wording
from truenorth.partnership.commitments import count
from truenorth.partnership.model import CommitmentUpdate
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
FILE = "data/commitments.yml"


@pytest.fixture(scope="module")
def riverbend():
    return project(RIVERBEND)


@pytest.fixture(scope="module")
def pages(riverbend):
    return rendered(riverbend)


def rendered(found) -> dict[str, str]:
    made = [p for m in (commitments, goals, documents, versions) for p in m.pages(found, T)]
    return {page.address: TEMPLATES.render(page) for page in made}


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace(" .", ".")


def part(html: str, ident: str) -> str:
    """The words of the section whose heading has that id."""
    return text(html.partition(f'id="{ident}"')[2].partition("</section>")[0])


def test_every_page_is_sound(riverbend, pages):
    for page in commitments.pages(riverbend, T):
        html = pages[page.address]
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), page.address
        assert set(page.parts) <= set(ids), page.address
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        assert levels[0] == 1 and levels.count(1) == 1, page.address
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), page.address
        assert "None" not in html


def test_a_partnership_without_commitments_has_no_page_and_no_word_of_them(riverbend):
    decisions = tuple(replace(d, commitments=()) for d in riverbend.decisions)
    bare = replace(riverbend, commitments=(), decisions=decisions)
    assert commitments.pages(bare, T) == ()
    assert "/commitments/" not in str(navigation.navigation(bare, T))
    assert "/commitments/" in str(navigation.navigation(riverbend, T))
    for address, html in rendered(bare).items():
        assert "ommitment" not in text(html), address


def test_the_register_counts_in_words(pages):
    html = text(pages["/commitments/"])
    assert (
        "9 commitments were made: 1 was kept, 1 is ongoing, 2 are in progress, 1 was revised, "
        "1 has not started, 1 is delayed, 1 was withdrawn and of 1 no source says how it fares. "
        "1 was carried forward into a newer one." in html
    )
    assert "from the organization itself in 5 cases and from others who reviewed it in 3" in html


def test_each_organization_has_what_it_promised_with_its_section_and_last_update(pages):
    html = pages["/commitments/"]
    college = part(html, "organization-river-college")
    assert "Together with Riverbend Schools" in college
    assert "Charter: Section 2.1 (Data), version 2025" in college
    assert "November 18, 2025" in college and "Reviewed by Council" in college
    assert "The words" not in college
    foundation = part(html, "organization-otter-foundation")
    assert "Withdrawn The foundation turned to another region." in foundation
    assert "Told by the organization itself" in foundation and "No day is set" in foundation
    schools = part(html, "organization-riverbend-schools")
    assert "Goes on in: Figures twice a year" in schools


def test_the_list_can_be_read_by_goal_and_by_section(pages):
    html = pages["/commitments/"]
    assert "Bus passes for trainees" in part(html, "by-goal")
    assert "Charter: Section 5 (Money), version 2024" in part(html, "by-section")
    assert 'id="by-strategy"' in html or "By strategy" not in html


def test_a_status_is_a_shape_and_a_word(riverbend, pages):
    shapes = {c.id: mark_of(T, c, riverbend.today) for c in riverbend.commitments}
    assert shapes["library-cards"].shape == "disc" and shapes["library-cards"].word == "Kept"
    assert shapes["tutoring-hours"].shape == "diamond"
    assert shapes["equal-part"].shape == "square"
    assert shapes["plain-letters"].word == "No source says how it fares"
    assert {c.status for c in riverbend.commitments} == set(SHAPES)
    for one in riverbend.commitments:
        html = pages[f"/commitments/{one.id}/"]
        assert f"tn-mark-{shapes[one.id].shape}" in html and shapes[one.id].word in html


def test_made_under_a_version_that_no_longer_holds_leads_to_both(pages):
    html = pages["/commitments/reading-hour/"]
    assert 'href="/compact/charter/2024/#working-together"' in html
    assert 'href="/compact/charter/#working-together"' in html
    assert "The same section today: Charter: Section 2 (Working together)" in text(html)
    gone = pages["/commitments/equal-part/"]
    assert "This section was removed since" in gone
    assert (
        'href="/compact/charter/2024/#money"' in gone and 'href="/compact/charter/#money"' in gone
    )


def test_made_under_the_version_in_force_leads_to_the_text_of_today(pages):
    html = pages["/commitments/bus-passes/"]
    assert "Charter: Section 4 (Young people), version 2025" in text(html)
    assert 'href="/compact/charter/#young-people"' in html
    assert "/compact/charter/2025/" not in html and "same section today" not in html


def test_updates_stand_newest_first_with_who_told_and_what_shows_it(pages):
    told = part(pages["/commitments/library-cards/"], "updates")
    assert told.index("June 12, 2025") < told.index("November 12, 2024")
    assert "Status from then on: Kept" in told and "Minutes of the council" in told
    assert "Reviewed by Council" in told and "Told by the organization itself" in told
    assert 'href="/people/#council"' in pages["/commitments/library-cards/"]
    assert "No update is recorded." in part(pages["/commitments/bus-passes/"], "updates")


def test_former_words_and_days_stay(pages):
    classes = pages["/commitments/evening-classes/"]
    assert "in five trades" in part(classes, "former-words")
    tutoring = text(pages["/commitments/tutoring-hours/"])
    assert "June 2026 Due by June 2025 at first; the day was changed." in tutoring
    assert "Due by June 2025 then. Four schools needed another year" in tutoring
    assert 'id="former-words"' not in pages["/commitments/bus-passes/"]


def test_what_was_carried_forward_leads_on_and_back(pages):
    before = pages["/commitments/figures-once-a-year/"]
    after = pages["/commitments/figures-twice-a-year/"]
    assert 'href="/commitments/figures-twice-a-year/"' in before and "It goes on in" in before
    assert 'href="/commitments/figures-once-a-year/"' in after and "It took the place of" in after
    assert 'href="/decisions/#adopt-charter-2025"' in after


def test_what_is_not_known_is_said(pages):
    html = text(pages["/commitments/plain-letters/"])
    assert "No source says how it fares" in html and "No source says when" in html
    assert "The minutes name it without a date" in html


def test_overdue_and_silent_ones_say_so(tmp_path):
    later = load_project(copied(tmp_path), date(2027, 3, 1), Problems())
    html = {p.address: text(TEMPLATES.render(p)) for p in commitments.pages(later, T)}
    assert "In progress, overdue" in html["/commitments/paid-work-weeks/"]
    assert "December 2026 Overdue since then." in html["/commitments/paid-work-weeks/"]
    assert "Nothing was told of it since it was made" in html["/commitments/bus-passes/"]
    assert "since October 14, 2025, more than a year ago" in html["/commitments/reading-hour/"]
    assert "more than a year" not in html["/commitments/library-cards/"]
    assert "5 of them are overdue." in html["/commitments/"]
    assert "Of 6 nothing was told for more than a year." in html["/commitments/"]


def test_an_update_of_tomorrow_is_not_told_today(riverbend):
    first, *rest = riverbend.commitments
    coming = CommitmentUpdate("2026-03-01", "Later.", "self_reported", status="delayed")
    one = replace(first, updates=(*first.updates, coming), status="delayed", ended=None)
    assert count((one, *rest), riverbend.today).statuses["completed"] == 1
    assert mark_of(T, one, riverbend.today).word == "Kept"


def test_counts_of_nothing_are_no_sentence(riverbend):
    assert sentences(T, (), riverbend.today) == ()
    untold = tuple(c for c in riverbend.commitments if c.status is None)
    assert sentences(T, untold, riverbend.today) == (
        "1 commitment is recorded here. No source says how it fares.",
    )


def test_a_goal_tells_who_works_on_it_and_what_was_promised(pages):
    html = pages["/goals/read/"]
    assert 'href="/compact/goals/#goal-1"' in html
    assert "4 commitments were made: 1 was kept" in part(html, "commitments")
    assert "A library card for every child Kept City of Riverbend" in part(html, "commitments")
    work = part(html, "organizations")
    assert "Promised: Tutoring after school." in work
    assert "Convenes Reading Circle" in work
    assert "Homework Clubs" not in work, "it has ended"
    assert "Disbanded. Children had no quiet place" in part(html, "constellations")


def test_a_goal_for_which_nothing_was_promised_says_so(riverbend):
    some = tuple(c for c in riverbend.commitments if "work" not in c.goals)
    html = rendered(replace(riverbend, commitments=some))["/goals/work/"]
    assert "No commitment that is recorded here names this goal." in html


def test_a_section_tells_quietly_what_was_promised_under_it(pages):
    shown = pages["/compact/charter/"]
    assert "Promised under this section" in shown
    assert 'href="/commitments/equal-part/"' in shown, "under the section that is gone"
    assert "made under version 2024" in shown and "made under version 2025" not in shown
    old = pages["/compact/charter/2024/"]
    assert 'href="/commitments/equal-part/"' in old
    assert 'href="/commitments/bus-passes/"' not in old
    assert 'href="/commitments/plain-letters/"' in pages["/compact/principles/"]


def test_the_pages_lead_to_all_that_the_records_name(riverbend, pages):
    """Only where both pages are made here; the finished site is held against all of them."""
    for here, there in relations(riverbend):
        page = here.partition("#")[0]
        if page in pages and ("/commitments/" in here or "/commitments/" in there):
            assert f'href="{there}"' in pages[page], (here, there)


def test_changes_name_the_commitments_that_rest_on_a_changed_section(tmp_path):
    root = copied(tmp_path)
    edit(root, "content/compact/charter/index.md", "the care that the law asks for", "care")
    told = report(T, find_changes(root), markdown=False)
    assert (
        "Commitment “Figures once a year” of Riverbend Schools (charter#data, made under version "
        "2024)" in told
    )
    assert "Bus passes" not in told
    edit(root, "content/compact/principles/index.md", "without them.", "unless they are there.")
    told = report(T, find_changes(root), markdown=False)
    assert "Commitment “Letters in plain words” of Riverbend Family Network" in told


def test_the_example_holds_what_its_sources_state_and_no_status():
    found = load_project(ROOT, date(2026, 11, 23), Problems())
    assert [c.id for c in found.commitments] == ["teacher-preparation", "data-sharing-agreements"]
    for one in found.commitments:
        assert (one.status, one.made, one.due, one.version) == (None, None, None, None)
        assert "presentation-2017" in one.sources and "is ours" in one.note
    assert sentences(T, found.commitments, found.today) == (
        "2 commitments are recorded here. No source says how they fare.",
    )
