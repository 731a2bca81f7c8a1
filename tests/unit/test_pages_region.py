"""Facts about the region stand on the page about the site, each with its source."""

from dataclasses import replace
from pathlib import Path

import pytest

from truenorth.clock import calendar_day
from truenorth.pages.overview.region import region
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.project import load_project

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def project():
    return load_project(ROOT, calendar_day(), Problems())


def test_every_fact_of_the_example_is_told_with_year_and_source(project):
    table = region(project, load_wording())
    facts = project.partnership.region
    assert [row[0].text for row in table.rows] == [fact.text for fact in facts]
    assert [row[0].id for row in table.rows] == [f"fact-{fact.id}" for fact in facts]
    assert all(row[2].links for row in table.rows)
    assert {row[1].text for row in table.rows if not row[1].missing} == {"2017"}


def test_what_another_source_says_stands_beside_it(project):
    rows = {row[0].id: row for row in region(project, load_wording()).rows}
    told = rows["fact-foster-youth-education"]
    assert any("47.3 percent" in note for note in told[0].notes)
    assert len(told[2].links) > 1


def test_without_facts_there_is_no_table(project):
    bare = replace(project, partnership=replace(project.partnership, region=()))
    assert region(bare, load_wording()) is None
