"""Constellations: the list, a page for each, and the map in both of its shapes."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.riverbend import RIVERBEND, TODAY, copied
from truenorth.build import plan_site
from truenorth.pages.addresses import address_of
from truenorth.pages.partnership import constellations
from truenorth.pages.partnership.constellation_map import map_of
from truenorth.pages.relations import relations
from truenorth.pages.wording import load_wording
from truenorth.partnership.constellations import conveners, members, nests, other_roles
from truenorth.partnership.model import Chair, Constellation, Role
from truenorth.problems import Problems
from truenorth.project import Project, load_project
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
LIST = "/constellations/"


def loaded(root: Path, day: datetime.date) -> Project:
    problems = Problems()
    found = load_project(root, day, problems)
    assert found is not None, [problem.what for problem in problems]
    return found


@pytest.fixture(scope="module")
def river() -> Project:
    return loaded(RIVERBEND, TODAY)


@pytest.fixture(scope="module")
def example() -> Project:
    return loaded(ROOT, TODAY)


def having(project: Project, **kinds: tuple) -> Project:
    """The project with other records of some kinds, which are also found by their ids."""
    records = {key: one for key, one in project._records.items() if key[0] not in kinds}
    records |= {(kind, one.id): one for kind, listed in kinds.items() for one in listed}
    return replace(project, **kinds, _records=records)


def html_at(project: Project, address: str) -> str:
    (page,) = (page for page in constellations.pages(project, T) if page.address == address)
    return TEMPLATES.render(page)


def alone(**more) -> Constellation:
    return Constellation("stem-hub", "STEM Hub", ("riverbend-minutes",), **more)


def test_each_constellation_has_a_place_in_the_list_and_a_page(river):
    html = html_at(river, LIST)
    for one in river.constellations:
        assert re.search(rf'<h[3-6] id="{one.id}"><a href="/constellations/{one.id}/">', html)
        assert one.name in html_at(river, address_of("constellations", one.id))


def test_those_of_today_stand_first_and_those_that_ended_say_why(river):
    html = html_at(river, LIST)
    today, ended = html.index('id="those-today"'), html.index('id="those-ended"')
    assert today < html.index('id="first-jobs"') < ended < html.index('id="homework-clubs"')
    assert "Disbanded, January 2024 to March 2025" in html
    assert "The library opened its study room" in html
    assert 'Continued by</dt><dd><ul class="tn-linked"><li><a href="/constellations/summer-' in html
    assert "No source says whether 1 of them is active." in html


def test_a_larger_one_holds_the_others_inside_it(river):
    html = html_at(river, LIST)
    inside = html[html.index('class="tn-inside"') : html.index('id="first-jobs"')]
    assert '<h4 id="summer-reading">' in inside and '<h4 id="story-corners">' in inside
    assert [len(nest.inside) for nest in nests(river.constellations)][:2] == [2, 0]


def test_one_that_ended_is_not_inside_one_of_today(river):
    changed = tuple(
        replace(one, part_of="reading-circle") if one.id == "career-days" else one
        for one in river.constellations
    )
    html = html_at(having(river, constellations=changed), LIST)
    assert html.index('id="those-ended"') < html.index('<h3 id="career-days">')


def test_what_no_source_says_is_said_in_one_sentence(river):
    with_it = having(river, constellations=(*river.constellations, alone()))
    html = html_at(with_it, "/constellations/stem-hub/")
    assert (
        "No source says: what drew it together, which goals it serves, who convenes it, who "
        "takes part and whether it is active today." in html
    )
    assert html.count("No source says") == 1
    assert "No source says more than its name." in html_at(with_it, LIST)


def test_a_page_shows_every_record_that_names_it_and_that_it_names(river, example):
    for project in (river, example):
        pages = {page.address: page for page in constellations.pages(project, T)}
        for here, there in relations(project):
            if here in pages:
                html = TEMPLATES.render(pages[here])
                assert f'href="{there}"' in html, (here, there)


def test_chairs_are_named_with_whom_they_speak_for(river):
    chairs = (
        Chair("Ana Field", None, "2024", None, ()),
        Chair("Bo Reed", "river-college", None, None, ()),
        Chair(None, "river-chamber", "2025", None, ()),
    )
    html = html_at(having(river, constellations=(alone(chairs=chairs),)), f"{LIST}stem-hub/")
    assert "<dt>Chaired by</dt><dd>Ana Field, since 2024" in html
    assert 'River College</a> <span class="tn-quiet">Bo Reed</span>' in html
    assert 'River Chamber of Commerce</a> <span class="tn-quiet">since 2025</span>' in html


def test_a_role_that_ended_is_told_but_no_longer_held(river):
    one = river.find("constellations", "reading-circle")
    assert "river-college" not in conveners(one, river.organizations, TODAY)
    roles = [role.role for _, role in other_roles(one, river.organizations, TODAY)]
    assert roles == ["facilitator", "convener"]
    html = html_at(river, "/constellations/reading-circle/")
    assert "Convener, September 2023 to January 2024" in html


def test_roles_and_the_record_name_each_convener_and_member_once(example):
    one = example.find("constellations", "laepp")
    assert conveners(one, example.organizations, TODAY) == ("unite-la", "lausd")
    found = members(one, example.organizations, TODAY)
    assert len(found) == len(set(found)) == 7


def test_the_map_joins_conveners_constellations_and_goals(river):
    drawn = map_of(river, T)
    assert [">Convened by<" in drawn.drawing, ">Goals<" in drawn.drawing] == [True, True]
    for address in ("/partners/river-chamber/", "/constellations/first-jobs/", "/goals/work/"):
        assert f'href="{address}"' in drawn.drawing
    assert "/constellations/career-days/" not in drawn.drawing and drawn.left_out
    assert [link.text for link in drawn.alone] == ["Family Voices"]


def test_the_map_of_the_example_leaves_nobody_out(example):
    drawn = map_of(example, T)
    shown = drawn.drawing.count('href="/constellations/')
    assert shown + len(drawn.alone) == len(example.constellations) == 16
    assert drawn.left_out == ""


def cascading(project: Project, *backbone: str) -> Project:
    """The same groups with nobody named as convener, a council and backbone organizations."""
    groups = tuple(replace(one, conveners=()) for one in project.constellations)
    partners = tuple(
        replace(one, roles=(Role("backbone"),) if one.id in backbone else ())
        for one in project.organizations
    )
    council = replace(project.find("bodies", "council"), kind="leadership")
    return having(project, constellations=groups, organizations=partners, bodies=(council,))


def lines_in(drawn: str) -> int:
    """The lines that always show, without the rules under the headings."""
    (lines,) = re.findall(r'<g class="tn-map-lines".*?</g>', drawn)
    return lines.count("<path")


def test_without_conveners_the_map_leads_from_the_council_over_the_backbone(river):
    drawn = map_of(cascading(river, "river-college"), T).drawing
    assert re.findall(r'font-size="13"[^>]*>([^<]+)<', drawn) == [
        "Guided by",
        "Backbone",
        "Constellations",
        "Goals",
    ]
    assert 'href="/people/#council"' in drawn and 'href="/partners/river-college/"' in drawn
    # The council to the backbone, the backbone to five groups, four of them to a goal.
    assert lines_in(drawn) == 1 + 5 + 4


def test_a_backbone_split_among_several_meets_in_one_point(river):
    several = cascading(river, "river-college", "river-chamber", "city-of-riverbend")
    assert lines_in(map_of(several, T).drawing) == 3 + 3 + 5 + 4


def test_a_backbone_alone_or_a_council_alone_will_do(river):
    no_body = having(cascading(river, "river-college"), bodies=())
    assert "Guided by" not in map_of(no_body, T).drawing
    no_backbone = cascading(river)
    assert "Backbone" not in map_of(no_backbone, T).drawing
    assert "Guided by" in map_of(no_backbone, T).drawing


def test_there_is_no_map_where_nothing_is_joined(river):
    project = having(cascading(river), constellations=(alone(),), bodies=())
    assert map_of(project, T) is None
    assert 'id="map"' not in html_at(project, LIST)


def test_the_links_of_the_map_work_under_a_sub_path(tmp_path):
    problems = Problems()
    plan = plan_site(loaded(copied(tmp_path), TODAY), "https://river.example/sub/", problems)
    assert plan is not None, [problem.what for problem in problems]
    (page,) = (page for page in plan.pages if page.address == LIST)
    drawing = page.drawings["constellation-map"]
    hrefs = re.findall(r'href="([^"]+)"', drawing)
    assert hrefs and not any(href.startswith("/") for href in hrefs)
    assert {"../partners/river-chamber/", "first-jobs/", "../goals/work/"} <= set(hrefs)
