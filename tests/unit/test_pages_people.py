"""Who guides the work: bodies with seats, and the shared work function by function."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.riverbend import RIVERBEND, project
from truenorth.pages.partnership import people
from truenorth.pages.wording import load_wording
from truenorth.partnership.model import BackboneGap, Body, Holder, Organization, Role, Seat
from truenorth.site.templates import Templates

T = load_wording()
TEMPLATES = Templates(Path(__file__).parents[2] / "theme_overrides" / "pages", T)


@pytest.fixture(scope="module")
def river():
    return project(RIVERBEND)


def html_of(found) -> str:
    (page,) = people.pages(found, T)
    html = TEMPLATES.render(page)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(page.parts) <= set(ids)
    return html


def with_body(found, **changes):
    council, *others = found.bodies
    return replace(found, bodies=(replace(council, **changes), *others))


def row(html: str, anchor: str) -> str:
    """A row of a table by its id."""
    return html[html.index(f'<tr role="row" id="{anchor}"') :].split("</tr>")[0]


def test_the_sum_of_the_seats_is_said_in_words(river):
    html = html_of(river)
    assert "15 seats for 9 constituencies: 2 + 2 + 2 + 2 + 1 + 2 + 2 + 1 + 1 = 15" in html
    assert "Every seat has a vote." in html
    assert "1 seat is vacant: Working people." in html
    assert (
        "6 seats for 2 constituencies: 4 + 2 = 6, as its rules state. No seat has a vote." in html
    )


def test_a_seat_says_who_holds_it_who_chooses_and_what_if_nobody_does(river):
    schools = row(html_of(river), "council-schools")
    assert "Ana Ruiz, Riverbend Schools" in schools and "Ivo Brandt" in schools
    assert "Hana Osei" not in schools
    assert "If that fails: the council asks another member of the board" in schools
    assert "For a term of: two years" in schools
    assert 'href="/partners/riverbend-schools/"' in schools


def test_vacancies_are_said_only_where_holders_are_listed(river):
    html = html_of(river)
    assert "Vacant" in row(html, "council-workers")
    assert "Vacant" not in row(html, "family-panel-parents")
    assert "Who holds the seats is not published." in html


def test_holders_over_time_lead_to_their_seat_and_organization(river):
    html = html_of(river)
    table = html[html.index('id="council--holder-table"') :].split("</table>")[0]
    before = next(one for one in table.split("<tr") if "Hana Osei" in one)
    assert "January 2024 to September 2025" in before and "No longer there" in before
    assert 'href="/people/#council-schools"' in before
    assert "No longer there" not in next(one for one in table.split("<tr") if "Ivo Brandt" in one)


def test_young_people_stay_unnamed_unless_they_agreed(river):
    html = html_of(river)
    young = row(html, "council-young-people")
    assert "A young person, not named, Riverbend Schools" in young and "Juno Park" in young
    seat = Seat("youth", "Youth", 1, young=True, holders=(Holder("Kim Doe"),))
    secret = with_body(river, seats=(seat,), seats_total=1)
    assert "Kim Doe" not in html_of(secret) and "A young person, not named" in html_of(secret)


def test_what_no_source_says_of_a_body_is_one_sentence(river):
    html = html_of(river)
    assert "No source says: how often it meets and how many must be there." in html
    bare = replace(river, bodies=(Body("b", "B", "To guide.", "All", (), ()),), documents=(),
                   decisions=(), commitments=(), meetings=(), assessments=())  # fmt: skip
    html = html_of(bare)
    assert "how it decides, how many must be there and what seats it has." in html
    assert "On record" not in html and "<h3" not in html.split('id="roles"')[0]


def test_the_rule_in_a_text_is_shown_with_those_who_must_have_signed(river):
    html = html_of(river)
    assert 'href="/compact/bylaws/"' in html and "In favor must be at least two thirds" in html
    bylaws = next(one for one in river.documents if one.id == "bylaws")
    rule = replace(bylaws.head.decision_rule, must_sign=("river-college",))
    head = replace(bylaws.head, decision_rule=rule)
    strict = replace(river, documents=(replace(bylaws, head=head, held=(), register=None),))
    part = html_of(strict).split('id="council--seats"')[0]
    assert "These must have signed the new text: River College." in part
    assert 'href="/partners/river-college/"' in part


def test_whatever_names_a_body_or_a_seat_stands_on_its_record(river):
    html = html_of(river)
    for decision in river.decisions:
        if decision.body == "council":
            assert f'href="/decisions/#{decision.id}"' in html
    for meeting in river.meetings:
        if meeting.head.body == "council":
            assert f'href="/meetings/{meeting.id}/"' in html
    decision = replace(river.decisions[0], seats=("council#workers",))
    html = html_of(replace(river, decisions=(decision,)))
    assert "about the seats for: Working people" in html


def test_parts_that_many_play_are_a_table_without_seats(river):
    html = html_of(river)
    assert "read with one child at a time" in row(html, "volunteers")
    only = replace(river, bodies=tuple(b for b in river.bodies if b.kind == "role"))
    assert 'id="parts"' in html_of(only) and 'id="volunteers"' in html_of(only)


def test_split_work_is_a_grid_with_its_gaps(river):
    html = html_of(river)
    assert "Sources say who carries 4 of the 6 functions" in html
    assert "The work is shared by 3 organizations." in html
    grid = html[html.index('id="table-functions"') :].split("</table>")[0]
    public_will = next(one for one in grid.split("<tr") if "Build public will" in one)
    assert "No source says who" in public_will
    assert "Before: Riverbend Family Network, 2023 to June 2025" in public_will
    policy = next(one for one in grid.split("<tr") if "Advance policy" in one)
    assert "Nobody, as a source says" in policy and 'href="#table-functions-note-1"' in policy
    assert 'data-label="River College"' in grid


def carried(river, *organizations: Organization, gaps: tuple[BackboneGap, ...] = ()):
    partnership = replace(river.partnership, backbone_gaps=gaps)
    return replace(river, partnership=partnership, organizations=organizations, bodies=(),
                   _records={("organizations", o.id): o for o in organizations})  # fmt: skip


def test_the_work_of_one_or_of_very_many_is_a_list_in_each_row(river):
    one = Organization(
        "a", "Alone", "nonprofit", (Role("backbone", functions=("advance_policy",)),)
    )
    html = html_of(carried(river, one))
    assert (
        "The work is carried by 1 organization." in html and html.count("No source says who") == 5
    )
    many = [
        Organization(
            f"o{n}",
            f"Number {n}",
            "nonprofit",
            (Role("funder", functions=("mobilize_resources",)),),
        )
        for n in range(9)
    ]
    html = html_of(carried(river, *many))
    assert "The work is shared by 9 organizations." in html
    functions = html[html.index('id="table-functions"') :]
    assert functions.count('href="/partners/o8/"') == 2 and "Funder" in functions


def test_the_shape_of_douglas_county_fits_a_grid(river):
    """Four foundations and the county pay, a university houses it, and no function is named."""
    foundations = [
        Organization(f"f{n}", f"Foundation {n}", "philanthropy", (Role("funder"),))
        for n in range(4)
    ]
    roles = (Role("funder"), Role("fiscal_agent", until="2014"))
    county = Organization("county", "The county", "county", roles)
    home = Organization("university", "The university", "higher_ed",
                        (Role("host", functions=("support_aligned_activities",)),))  # fmt: skip
    html = html_of(carried(river, *foundations, county, home))
    assert "The work is shared by 6 organizations." in html
    grid = html[html.index('id="table-functions"') :].split("</table>")[0]
    assert grid.count("No source says who") == 6
    agent = next(one for one in grid.split("<tr") if "Fiscal agent" in one)
    assert "Before: The county, until 2014" in agent
    funders = next(one for one in grid.split("<tr") if ">Funder" in one)
    assert funders.count("Yes") == 5


def test_nothing_is_said_of_functions_where_no_source_speaks_of_any(river):
    quiet = Organization("a", "Alone", "nonprofit", (Role("convener"),))
    html = html_of(carried(river, quiet))
    assert 'id="roles"' in html and 'id="backbone"' not in html
    assert people.pages(carried(river, replace(quiet, roles=())), T) == ()
