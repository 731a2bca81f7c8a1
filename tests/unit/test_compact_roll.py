"""Who agreed to which version, and who has not reaffirmed the one in force."""

from __future__ import annotations

from datetime import date

import pytest

from tests.riverbend import RIVERBEND, TODAY, document, project
from truenorth.compact.model import Register, Signature, Version
from truenorth.compact.roll import (
    by_date,
    by_organization,
    latest_actions,
    reaffirmation,
    roll,
)


@pytest.fixture(scope="module")
def register():
    return document(project(RIVERBEND)).register


def test_organizations_and_people_are_counted_apart(register):
    first, second = roll(register, "2024"), roll(register, "2025")
    assert (first.organizations, first.people, first.unnamed) == (5, 5, 0)
    assert (second.organizations, second.people, second.unnamed) == (4, 4, 0)


def test_the_latest_action_counts(register):
    actions = latest_actions(register, "2024")
    assert actions["otter-foundation"].action == "withdrew"
    assert [s.action for s in by_organization(register, "2024")["otter-foundation"]] == [
        "signed",
        "withdrew",
    ]


def test_by_date_oldest_first(register):
    assert list(by_date(register, "2024")) == ["2024-04-02", "2024-04", "2024-11-05"]
    assert sum(map(len, by_date(register, "2025").values())) == 5


def test_who_has_and_who_has_not_reaffirmed(register):
    found = reaffirmation(register, TODAY)
    assert found.version.label == "2025"
    assert set(found.agreed) == {
        "riverbend-schools", "city-of-riverbend", "river-college", "family-network",
    }  # fmt: skip
    assert found.outstanding == ("river-chamber",)
    assert found.refused == ("teachers-union",)
    assert found.left == ("otter-foundation",)


def test_before_the_new_version_takes_effect_the_old_one_is_asked_about(register):
    found = reaffirmation(register, date(2025, 6, 30))
    assert (found.version.label, found.outstanding, found.left) == ("2024", (), ())
    assert found.refused == ("otter-foundation",)


def test_nothing_in_force_has_no_roll():
    assert reaffirmation(Register("charter"), TODAY) is None


def test_in_doubt_the_later_line_counts():
    """2016 may lie before or after 2016-03; the order of the file decides what dates cannot."""
    versions = (Version("1", "One", "adopted", "full", "2016"),)
    signed = Signature("1", "city", "signed", date="2016")
    withdrew = Signature("1", "city", "withdrew", date="2016-12-31")
    actions = latest_actions(Register("charter", versions, signatures=(signed, withdrew)), "1")
    assert actions["city"].action == "withdrew"
