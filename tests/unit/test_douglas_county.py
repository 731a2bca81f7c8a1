"""A backbone that is split, as in Douglas County: who pays, who keeps the books, who houses it.

Four private foundations pay 80 percent and the County 20; three people work on it full time; the
County was the fiscal agent in the first year; a university houses it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.town import Town
from truenorth.pages.partnership import constellations, funding, people
from truenorth.pages.wording import load_wording
from truenorth.partnership.model import Body, Funding, Organization, Recipient, Role
from truenorth.site.templates import Templates

T = load_wording()
TEMPLATES = Templates(Path(__file__).parents[2] / "theme_overrides" / "pages", T)
SOURCE = ("survey",)
FOUNDATIONS = tuple(f"foundation-{number}" for number in range(1, 5))
STAFF = "Three people work on it full time."


@pytest.fixture(scope="module")
def county():
    pays = Role("funder", sources=SOURCE)
    return replace(
        Town(),
        organizations=(
            *(
                Organization(ident, f"Private foundation {ident[-1]}", "philanthropy", (pays,))
                for ident in FOUNDATIONS
            ),
            Organization(
                "county",
                "Douglas County",
                "county",
                (pays, Role("fiscal_agent", sources=SOURCE, note="In the first year.")),
            ),
            Organization(
                "university",
                "The university",
                "higher_ed",
                (Role("host", sources=SOURCE), Role("backbone", sources=SOURCE, note=STAFF)),
            ),
        ),
        bodies=(
            Body(
                "steering", "Steering committee", "Guide the work.", "Leaders.", (), SOURCE,
                kind="leadership",
            ),
        ),
        funding=(
            Funding(
                "foundations", "Share of the foundations", "operating", SOURCE, FOUNDATIONS,
                (Recipient("university", purpose="convening"),),
                purpose="80 percent of the backbone's budget",
            ),
            Funding(
                "county-share", "Share of the County", "operating", SOURCE, ("county",),
                (Recipient("university", purpose="convening"),),
                purpose="20 percent of the backbone's budget",
            ),
        ),
    )  # fmt: skip


def html_of(kind, found) -> str:
    page, *_ = kind.pages(found, T)
    return TEMPLATES.render(page)


def test_every_part_of_the_backbone_stands_with_its_organization(county):
    html = html_of(people, county)
    for name in ("Private foundation 4", "Douglas County", "The university"):
        assert name in html
    assert STAFF in html
    assert "In the first year." in html


def test_who_pays_which_share_is_said_without_amounts(county):
    html = html_of(funding, county)
    assert all(f"Private foundation {number}" in html for number in range(1, 5))
    assert "80 percent of the backbone" in html
    assert "20 percent of the backbone" in html
    assert "$" not in html


def test_the_map_leads_from_the_committee_over_the_backbone_to_the_groups(county):
    page, *_ = constellations.pages(county, T)
    (drawing,) = page.pictures.values()
    assert drawing.index("Steering committee") < drawing.index("The university")
    assert drawing.index("The university") < drawing.index("Book club")
    assert "Private foundation" not in drawing
