"""What the site itself may show for an item of a self-assessment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

import pytest

from tests.riverbend import RIVERBEND, project
from tests.town import Town, indicator, year
from truenorth.pages.self_assessment import evidence as module
from truenorth.pages.self_assessment.evidence import evidence
from truenorth.pages.wording import load_wording
from truenorth.partnership.model import (
    Agreement,
    Body,
    Commitment,
    CommitmentUpdate,
    Constellation,
    Funding,
    Organization,
    Role,
    Suggestion,
)

T = load_wording()
EVERY = get_args(Suggestion)


@dataclass(frozen=True)
class Head:
    kind: str
    date: str
    title: str = "An edition"
    embargo_until: str | None = None

    def is_out(self, today: date) -> bool:
        return self.embargo_until is None or self.embargo_until <= today.isoformat()


@dataclass(frozen=True)
class Edition:
    id: str
    record: Head


@pytest.fixture(scope="module")
def riverbend():
    return project(RIVERBEND)


@pytest.fixture
def bare():
    """A town of which nothing is known."""
    town = Town(organizations=(), constellations=(), indicators=())
    return replace(town, partnership=replace(town.partnership, places=()))


def notes(found, name: str) -> list[str]:
    return [link.note for link in evidence(found, T, name)]


def test_there_is_a_finder_for_every_suggestion():
    assert set(module._FINDERS) == set(EVERY)


@pytest.mark.parametrize("name", EVERY)
def test_where_there_is_nothing_nothing_is_said(bare, name):
    assert evidence(bare, T, name) == ()


@pytest.mark.parametrize("name", EVERY)
def test_every_link_has_an_address_and_a_remark(name, riverbend):
    for link in evidence(riverbend, T, name):
        assert link.text and link.note and link.address.startswith("/")


def test_editions_by_kind_within_fifteen_months_and_once_they_are_out(bare):
    editions = (
        Edition("2022", Head("baseline", "2022-01-01")),
        Edition("2023-old", Head("annual", "2023-01-31")),
        Edition("2023", Head("annual", "2023-02-01")),
        Edition("2024", Head("annual", "2024-04-01", embargo_until="2024-06-01")),
    )
    town = replace(bare, editions=editions)  # today is May 1, 2024
    assert notes(town, "baseline_report") == ["Published on January 1, 2022"]
    assert [link.address for link in evidence(town, T, "yearly_report")] == ["/editions/2023/"]


def test_indicators_are_counted():
    town = Town()
    assert notes(town, "disaggregated_data") == ["1 of 3 indicators has figures for single groups"]
    assert notes(town, "indicators_chosen") == ["1 of 3 indicators is a headline"]
    assert notes(town, "baseline_data") == ["2 of 3 indicators have figures"]
    assert notes(town, "indicators_improving") == []


def test_improving_indicators_come_with_what_chance_would_do(bare):
    rising = indicator(*(year(end, 40.0 + 3 * (end - 2015)) for end in range(2015, 2023)))
    (note,) = notes(replace(bare, indicators=(rising,)), "indicators_improving")
    assert note.startswith("1 of 1 that can be assessed is improving.")
    assert "by chance" in note


def test_texts_in_force_are_named_with_their_version(riverbend):
    assert "Version 2025 is in force" in notes(riverbend, "adopted_texts")


def test_organizations_and_groups(bare):
    school = Organization(
        "school", "School", "education_k12",
        roles=(Role("convener", since="2012"), Role("backbone", until="2015"),
               Role("backbone", constellation="hub")),
    )  # fmt: skip
    library = Organization("library", "Library", "city")
    hub = Constellation("hub", "Hub", ("survey",), indicators=("reading",), status="active")
    gone = Constellation("gone", "Gone", ("survey",), indicators=("reading",), until="2020")
    town = replace(bare, organizations=(library, school), constellations=(hub, gone))
    assert notes(town, "backbone_named") == ["Convener, since 2012"]
    assert notes(town, "several_sectors") == [
        "From 2 sectors: Schools and school districts and City government"
    ]
    assert notes(replace(town, organizations=(school,)), "several_sectors") == []
    assert notes(town, "constellations_active") == ["1 of 2 constellations is known to be at work"]
    assert notes(town, "constellations_by_indicator") == ["Works on 1 indicator"]


def test_tables_roles_money_and_agreements(bare):
    council = Body("council", "Council", "To guide.", "Ten people", ("decide",), ("survey",))
    advice = replace(council, id="advice", kind="advisory", functions=())
    gift = Funding("gift", "A gift", "seed", ("survey",), funders=("school", "library"))
    data = Agreement("data", "Sharing", "data_sharing", "bilateral", ("a", "b"), "Both can count.",
                     ("survey",))  # fmt: skip
    town = replace(bare, bodies=(council, advice), funding=(gift, replace(gift, id="again")),
                   agreements=(data, replace(data, kind="mou")))  # fmt: skip
    assert notes(town, "leadership_table") == ["To guide."]
    assert notes(town, "roles_described") == ["1 function is described"]
    assert notes(town, "funders_engaged") == ["2 funders are named"]
    assert notes(town, "data_agreements") == ["Both can count."]


def test_commitments_count_once_something_was_reported(bare):
    silent = Commitment("a", "A", "To do.", ("school",), ("survey",))
    told = replace(silent, id="b", updates=(CommitmentUpdate("2023", "Begun.", "self_reported"),))
    assert notes(replace(bare, commitments=(silent,)), "commitments_tracked") == []
    assert notes(replace(bare, commitments=(silent, told)), "commitments_tracked") == [
        "Of 2 commitments, 1 has been reported on"
    ]


def test_vision_and_places():
    town = Town()
    assert notes(town, "places_named") == ["About River Town"]
    assert notes(town, "shared_vision") == []
    seeing = replace(town, partnership=replace(town.partnership, vision="All read."))
    assert notes(seeing, "shared_vision") == ["2 goals, and a vision: All read."]
