"""Who carries the shared work: by one organization, or split among several."""

from __future__ import annotations

from datetime import date

from truenorth.partnership.backbone import FUNCTIONS, carriers, is_current
from truenorth.partnership.model import Organization, Role

DAY = date(2025, 6, 15)


def organization(ident: str, *roles: Role) -> Organization:
    return Organization(ident, ident.title(), "nonprofit", roles)


def test_there_are_six_functions():
    assert len(FUNCTIONS) == 6


def test_whoever_carries_a_function_today_stands_before_who_did():
    before = organization("old", Role("backbone", functions=("advance_policy",), until="2024"))
    now = organization("young", Role("convener", functions=("advance_policy",), since="2024"))
    found = carriers((before, now), "advance_policy", DAY)
    assert [(c.organization.id, c.now) for c in found] == [("young", True), ("old", False)]
    assert carriers((before, now), "build_public_will", DAY) == ()


def test_the_roles_of_one_work_group_and_those_to_come_do_not_count():
    inside = organization("a", Role("host", constellation="book-club"))
    to_come = organization("b", Role("host", since="2026"))
    assert carriers((inside, to_come), "host", DAY) == ()


def test_dates_known_to_the_year_or_month_may_hold():
    assert is_current(Role("host", since="2025-06", until="2025"), DAY)
    assert is_current(Role("host"), DAY)
    assert not is_current(Role("host", until="2025-05"), DAY)


def test_a_backbone_may_be_split_as_in_douglas_county():
    """Four foundations and the county pay, the county keeps the books, a university houses it."""
    foundations = [organization(f"foundation-{n}", Role("funder")) for n in range(1, 5)]
    county = organization("county", Role("funder"), Role("fiscal_agent", until="2014"))
    university = organization("university", Role("host"))
    everyone = (*foundations, county, university)
    assert len(carriers(everyone, "funder", DAY)) == 5
    assert [(c.organization.id, c.now) for c in carriers(everyone, "fiscal_agent", DAY)] == [
        ("county", False)
    ]
    assert [c.organization.id for c in carriers(everyone, "host", DAY)] == ["university"]
