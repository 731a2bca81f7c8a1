"""Meetings, decisions and money as pages, in the fictional Riverbend."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.riverbend import RIVERBEND, project
from truenorth.compact.model import Decision
from truenorth.pages.overview import home_people
from truenorth.pages.partnership import agreements, decisions, funding, meetings
from truenorth.pages.partnership.meeting_times import clock
from truenorth.pages.wording import load_wording
from truenorth.partnership.model import Attendance
from truenorth.site.templates import Templates

T = load_wording()
TEMPLATES = Templates(RIVERBEND.parents[2] / "theme_overrides" / "pages", T)


@pytest.fixture(scope="module")
def river():
    return project(RIVERBEND)


def html_at(found, module, address: str) -> str:
    (page,) = (page for page in module.pages(found, T) if page.address == address)
    return TEMPLATES.render(page)


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def with_head(found, ident: str, **more):
    """The project with one meeting changed."""
    return replace(
        found,
        meetings=tuple(
            replace(m, head=replace(m.head, **more)) if m.id == ident else m for m in found.meetings
        ),
    )


def test_every_page_is_sound(river):
    for module in (meetings, decisions, funding, agreements):
        for page in module.pages(river, T):
            html = TEMPLATES.render(page)
            ids = re.findall(r'\bid="([^"]+)"', html)
            assert len(ids) == len(set(ids)), page.address
            assert set(page.parts) <= set(ids), page.address
            levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
            assert levels[0] == 1 and levels.count(1) == 1, page.address
            assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), page.address
            assert "None" not in text(html).replace("None recorded", ""), page.address


def test_nothing_stands_where_there_is_nothing(river):
    bare = replace(river, meetings=(), decisions=(), funding=(), agreements=())
    assert all(m.pages(bare, T) == () for m in (meetings, decisions, funding, agreements))
    assert home_people.next_meetings(bare, T) == ()


def test_the_next_meetings_come_first_then_the_years(river):
    html = html_at(river, meetings, "/meetings/")
    order = [html.index(f'id="{ident}"') for ident in (
        "upcoming", "first-jobs-2026-02", "reading-circle-2026-05", "council-2026-05",
        "families-2026", "year-2025", "council-2025-11", "council-2025-05", "year-2024",
    )]  # fmt: skip
    assert order == sorted(order)
    assert "Meetings of the council are open to everyone." in html
    assert 'href="/meetings/calendar.ics"' in html
    assert "2 meetings are not in the calendar file" in html


def test_a_meeting_of_today_is_still_to_come(river):
    today = with_head(river, "reading-circle-2026-05", first_day="2026-02-01")
    assert "reading-circle-2026-05" in [m.id for m in meetings.upcoming(today)]
    gone = with_head(river, "reading-circle-2026-05", first_day="2026-01-31")
    assert "reading-circle-2026-05" not in [m.id for m in meetings.upcoming(gone)]
    said = text(html_at(gone, meetings, "/meetings/reading-circle-2026-05/"))
    assert "planned to meet on January 31, 2026. Whether they did is not recorded." in said
    assert "whether it was held is not recorded" in html_at(gone, meetings, "/meetings/")


def test_a_meeting_that_was_called_off_says_so_everywhere(river):
    html = html_at(river, meetings, "/meetings/council-2025-09/")
    assert "This meeting was cancelled." in html
    assert "Council did not meet on September 16, 2025: the meeting was cancelled." in html
    assert 'id="minutes"' not in html and 'id="attendance"' not in html
    assert "meeting.ics" not in html
    overview = html_at(river, meetings, "/meetings/")
    assert overview.count("Cancelled") == 2


def test_the_page_of_a_planned_meeting_says_how_to_come(river):
    html = html_at(river, meetings, "/meetings/council-2026-05/")
    said = text(html)
    assert "Council will meet on May 12, 2026." in said
    assert "May 12, 2026, 6:00 p.m. to 8:00 p.m. (Chicago time)" in said
    assert "How to join Open to everyone" in said
    assert 'href="/meetings/council-2026-05/meeting.ics"' in html
    assert 'href="/partners/city-of-riverbend/"' in html and 'href="/people/#council"' in html


def test_sessions_have_their_speakers_and_what_came_of_them(river):
    html = html_at(river, meetings, "/meetings/council-2025-05/")
    said = text(html)
    assert "The figures of spring 6:00 p.m. to 6:45 p.m. To see where reading stands." in said
    assert "What was learned Reading is back" in said and "What is done next The schools" in said
    assert "Three students of the high school" in said
    assert 'href="/partners/family-network/"' in html


def test_sessions_of_several_days_stand_under_their_day(river):
    html = html_at(river, meetings, "/meetings/reading-retreat-2025/")
    assert "Reading Circle met from October 3, 2025 to October 4, 2025." in html
    first, second = html.index(">October 3, 2025<"), html.index(">October 4, 2025<")
    assert first < html.index("What families told us") < second < html.index("What we try next")


def test_attendance_is_summed_without_guessing(river):
    def said(*attendance: Attendance) -> str:
        changed = with_head(river, "council-2025-05", attendance=attendance)
        return text(html_at(changed, meetings, "/meetings/council-2025-05/"))

    schools, city = Attendance("riverbend-schools", 4), Attendance("city-of-riverbend", 2)
    union = Attendance("teachers-union")
    assert "6 people from 2 organizations took part." in said(schools, city)
    some = said(schools, union)
    assert "At least 4 people from 2 organizations took part; for 1 of them" in some
    assert "Number not recorded" in some
    assert "1 organization took part. How many people came is not recorded." in said(union)
    assert "Who was there is not recorded." in said()


def test_minutes_are_text_with_live_figures(river):
    html = html_at(river, meetings, "/meetings/council-2025-05/")
    assert re.search(r'<a href="/indicators/reading/">51\.5% in 2021-22 \(preliminary\)</a>', html)
    assert '<h3 id="minutes-figures">' in html
    assert 'href="/compact/charter/"' in html
    assert "No minutes are held here." in html_at(river, meetings, "/meetings/council-2025-11/")


def test_a_meeting_and_its_decisions_lead_to_one_another(river):
    assert 'href="/decisions/#both-goals-stay"' in html_at(
        river, meetings, "/meetings/council-2025-11/"
    )
    assert 'href="/meetings/council-2025-11/"' in html_at(river, decisions, "/decisions/")


def test_linked_data_tells_when_and_whether(river):
    events = {
        page.address.split("/")[2]: page.jsonld[0]
        for page in meetings.pages(river, T)
        if page.jsonld
    }
    council = events["council-2026-05"]
    assert council["startDate"] == "2026-05-12T18:00:00-05:00"
    assert council["location"] == {"@type": "Place", "name": "City Hall, room 2"}
    assert events["families-2026"]["startDate"] == "2026-06"
    assert events["first-jobs-2026-02"]["eventStatus"].endswith("EventCancelled")
    assert events["reading-retreat-2025"]["endDate"] == "2025-10-04"


def test_decisions_say_how_they_were_taken_and_what_they_changed(river):
    html = html_at(river, decisions, "/decisions/")
    said = text(html)
    assert "10 in favor, 1 against, 0 abstained; 11 of 15 members were there." in said
    assert "Council decided in March 2025. No source says how." in said
    assert "No record names what it changed." in said
    for address in (
        "/compact/charter/2025/", "/compact/amendments/#charter-young-people", "/goals/work/",
        "/indicators/reading/", "/commitments/figures-twice-a-year/",
        "/strategies/reading-every-day/",
        "/constellations/homework-clubs/", "/people/#council-young-people",
        "/funding/#reading-joint",
    ):  # fmt: skip
        assert f'href="{address}"' in html, address


def test_the_latest_decision_comes_first(river):
    html = html_at(river, decisions, "/decisions/")
    assert html.index('id="both-goals-stay"') < html.index('id="adopt-bylaws-2024"')


def test_a_decision_leads_to_the_version_that_names_it(river):
    silent = tuple(
        replace(d, changes=()) if d.id == "adopt-principles-2024" else d for d in river.decisions
    )
    html = html_at(replace(river, decisions=silent), decisions, "/decisions/")
    assert 'href="/compact/principles/2024/"' in html


def test_a_decision_about_nothing_else_is_listed_without_texts(river):
    alone = Decision("one", "One", "council", "2025", "consensus", kind="other")
    html = html_at(replace(river, decisions=(alone,)), decisions, "/decisions/")
    assert "1 decision is recorded." in html and "Council decided in 2025 by consensus." in html


def test_the_way_from_seed_to_joint_money_is_a_table_and_a_drawing(river):
    html = html_at(river, funding, "/funding/")
    said = text(html)
    assert "2 of 3 that received seed money are known to have received joint money" in said
    assert "$4.80 of joint money for each $1 of seed money" in said
    assert "follows the seed money" in said
    assert html.index('id="table-leverage"') < html.index("<!--chart leverage-->")
    (page,) = funding.pages(river, T)
    assert "Shared wage fund: $120,000" in " ".join(
        re.sub(r"<[^>]+>", " ", page.pictures["leverage"]).split()
    )
    assert 'id="leverage-title"' in page.pictures["leverage"]


def test_without_seed_or_joint_money_there_is_no_such_picture(river):
    only = tuple(f for f in river.funding if f.kind != "seed")
    (page,) = funding.pages(replace(river, funding=only), T)
    html = TEMPLATES.render(page)
    assert 'id="leverage"' not in html and not page.pictures


def test_sums_never_count_what_is_not_public_as_nothing(river):
    said = text(html_at(river, funding, "/funding/"))
    assert "In all: at least $29,000; 1 of 3 amounts is not public." in said
    assert "With renewals at least $82,000.50; 1 of 3 amounts is not public" in said
    assert "Renewed in January 2025; amount not public" in said
    assert "Convening at least $127,000.50; 3 of 7 amounts are not public" in said


def test_what_followed_and_what_it_followed_lead_to_one_another(river):
    html = html_at(river, funding, "/funding/")
    seed = html[html.index('id="reading-seed"') :]
    assert seed.index("Was followed by") < seed.index('href="/funding/#summer-reading-joint"')
    assert "Approved by" in html and 'href="/decisions/#renew-reading-grant"' in html


def test_an_agreement_begins_with_what_it_makes_possible(river):
    html = html_at(river, agreements, "/agreements/")
    assert html.index('id="kind-data-sharing"') < html.index('id="kind-mou"')
    assert "What it makes possible:" in html and 'href="/indicators/reading/"' in html
    assert "Among all parties together" in html and "Dates not known" in html


def test_the_home_page_tells_of_people(river):
    said = home_people.promised(river, T)
    assert said.sentences[0].startswith("9 commitments were made")
    table = home_people.at_the_table(river, T)
    assert table.sentences == ("7 organizations have a part in the work, from 7 sectors.",)
    assert [link.address for link in table.links][:2] == ["/partners/", "/people/#council"]
    assert "/people/#volunteers" not in {link.address for link in table.links}
    upcoming = home_people.next_meetings(river, T)
    assert [link.text for link in upcoming] == [
        "Reading Circle in May", "Spring meeting of the council 2026", "Evening for families",
    ]  # fmt: skip
    assert upcoming[1].note.endswith("(Chicago time). Council")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("00:05", "12:05 a.m."),
        ("09:30", "9:30 a.m."),
        ("12:00", "12:00 p.m."),
        ("23:59", "11:59 p.m."),
    ],
)
def test_hours_are_told_as_people_say_them(written, said):
    assert clock(T, written) == said
