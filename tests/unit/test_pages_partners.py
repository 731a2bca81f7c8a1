"""The organizations: a list by sector and a page each, with everything that names one."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.riverbend import RIVERBEND, project
from truenorth.pages.addresses import address_of
from truenorth.pages.partnership import partners
from truenorth.pages.relations import relations
from truenorth.pages.wording import load_wording
from truenorth.partnership.model import Chair, FormerName, Organization, Role
from truenorth.site.templates import Templates

T = load_wording()
TEMPLATES = Templates(Path(__file__).parents[2] / "theme_overrides" / "pages", T)


@pytest.fixture(scope="module")
def river():
    return project(RIVERBEND)


def page_of(found, ident: str):
    address = address_of("organizations", ident)
    (page,) = (page for page in partners.pages(found, T) if page.address == address)
    return page


def html_of(found, ident: str) -> str:
    return TEMPLATES.render(page_of(found, ident))


def section(html: str, ident: str) -> str:
    return html[html.index(f'<h2 id="{ident}"') :].split("</section>")[0]


def changed(found, ident: str, **changes):
    """The project in which one organization is changed."""
    others = tuple(replace(o, **changes) if o.id == ident else o for o in found.organizations)
    return replace(found, organizations=others)


def test_every_page_is_sound(river):
    pages = partners.pages(river, T)
    assert len(pages) == 1 + len(river.organizations)
    for page in pages:
        html = TEMPLATES.render(page)
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), page.address
        assert set(page.parts) <= set(ids), page.address
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        assert levels[0] == 1 and levels.count(1) == 1, page.address
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), page.address
        assert "None" not in html


def test_everything_that_names_an_organization_stands_on_its_page(river):
    """Every pair that the finished site is held to, seen from the organization."""
    wanted = [pair for pair in relations(river) if pair[0].startswith("/partners/")]
    assert len(wanted) > 30
    pages = {p.address: TEMPLATES.render(p) for p in partners.pages(river, T)}
    missing = [(here, there) for here, there in wanted if f'href="{there}"' not in pages[here]]
    assert missing == []


def test_the_list_names_each_once_under_its_sector_with_one_line(river):
    page = partners.pages(river, T)[0]
    html = TEMPLATES.render(page)
    for organization in river.organizations:
        assert (
            html.count(f'<li id="{organization.id}"><a href="/partners/{organization.id}/">') == 1
        )
    line = html[html.index('id="river-college"') :].split("</li>")[0]
    assert re.search(r"Signer, host and data lead; in \d work groups; holds 2 seats", line)


def test_roles_over_time_stand_in_a_table_with_their_functions(river):
    roles = section(html_of(river, "city-of-riverbend"), "roles")
    assert "since 2023" in roles and "Carries: Guide vision and strategy" in roles
    assert roles.index("since 2023") < roles.index("since January 2025")
    assert "Dates not known" in roles


def test_former_names_and_its_own_site_are_told(river):
    html = html_of(river, "family-network")
    assert "Earlier names: Riverbend Parents (until 2022)" in html
    (record,) = page_of(river, "family-network").jsonld
    assert record["@type"] == "Organization" and record["alternateName"] == ["Riverbend Parents"]
    assert record["memberOf"]["name"] == "The Riverbend Compact" and "url" not in record
    schools = page_of(river, "riverbend-schools")
    assert schools.jsonld[0]["url"] == "https://schools.riverbend.example"
    assert 'href="https://schools.riverbend.example"' in TEMPLATES.render(schools)


def test_signatures_lead_to_the_roll_unless_nobody_signs(river):
    signed = section(html_of(river, "teachers-union"), "signatures")
    assert 'href="/compact/signers/#charter-2024"' in signed and "Eve Moreau" in signed
    assert "Did not sign" in signed and "We ask for a seat for teachers first." in signed
    voluntary = replace(river, partnership=replace(river.partnership, signed=False))
    html = html_of(voluntary, "teachers-union")
    assert "/compact/signers/" not in html and 'id="signatures"' not in html


def test_a_signer_whose_signature_is_not_held_is_said_to_be_one(river):
    silent = Organization("new", "New", "faith", (Role("signer"),))
    found = replace(river, organizations=(*river.organizations, silent))
    assert "No source says: when it signed, and who signed for it." in html_of(found, "new")
    assert "No source says" not in html_of(river, "riverbend-schools")


def test_each_part_in_a_work_group_is_told_once(river):
    groups = section(html_of(river, "river-college"), "constellations")
    assert "Convener, September 2023 to January 2024" in groups
    assert groups.count('href="/constellations/reading-circle/"') == 1
    schools = section(html_of(river, "riverbend-schools"), "constellations")
    assert "Chair (Nora Quill), since February 2024" in schools
    first, *rest = river.constellations
    chaired = replace(first, chairs=(Chair(organization="river-chamber"),))
    found = replace(river, constellations=(chaired, *rest))
    assert ">Chair<" in section(html_of(found, "river-chamber"), "constellations")


def test_seats_name_the_holder_but_no_young_person(river):
    seats = section(html_of(river, "riverbend-schools"), "seats")
    assert "Hana Osei" in seats and "A young person, not named" in seats
    assert 'href="/people/#council"' in seats and 'href="/people/#council-schools"' in seats
    college = section(html_of(river, "river-college"), "seats")
    assert "No person named" in college


def test_promises_stand_with_how_they_fare(river):
    organization = river.commitments[0].organizations[0]
    promised = section(html_of(river, organization), "commitments")
    assert "tn-mark" in promised and "were made" in promised
    html = html_of(river, "riverbend-schools")
    assert "made 2 commitments" in html and "2 commitments were made" in html


def test_money_that_was_shared_out_is_told_with_the_share(river):
    received = section(html_of(river, "riverbend-schools"), "received")
    assert "its share: $20,000 for convening" in received
    assert "its share" not in section(html_of(river, "riverbend-schools"), "given")


def test_who_only_publishes_figures_is_no_partner(river):
    publisher = Organization("board", "Board of Figures", "state")
    indicator = next(one for one in river.indicators if one.observations)
    known = replace(
        indicator, definition=replace(indicator.definition, published_by="Board of Figures")
    )
    found = replace(river, organizations=(*river.organizations, publisher), indicators=(known,))
    html = html_of(found, "board")
    assert "No source names it as a partner." in html and "Figures it published" in html
    assert f'href="/indicators/{indicator.id}/"' in html and "memberOf" not in str(
        page_of(found, "board").jsonld
    )
    assert "names it as a partner" not in html_of(found, "riverbend-schools")
    assert "Publishes figures used here" in TEMPLATES.render(partners.pages(found, T)[0])


def test_who_works_on_a_curve_has_a_part(river):
    """One whom the story names, though it publishes the figures as well."""
    (reading,) = (one for one in river.indicators if one.id == "reading")
    definition = replace(reading.definition, published_by="Riverbend Family Network")
    partner = next(one for one in river.organizations if one.id == "family-network")
    bare = replace(partner, roles=())
    found = replace(
        river, organizations=(bare,), indicators=(replace(reading, definition=definition),),
        bodies=(), constellations=(), commitments=(), strategies=(), funding=(), agreements=(),
        meetings=(), documents=(), assessments=(),
    )  # fmt: skip
    html = html_of(found, "family-network")
    assert "Reads with families in the evening." in html
    assert "names it as a partner" not in html


def test_an_organization_of_which_nothing_is_known_says_so(river):
    found = replace(river, organizations=(Organization("a", "Alone", "faith"),), bodies=())
    html = html_of(found, "a")
    assert "Named in a source, without a part." in html
    assert "No source says: what part it has." in html


def test_targets_and_looking_after_figures_are_told(river):
    figures = section(html_of(river, "riverbend-schools"), "indicators")
    assert 'href="/indicators/reading/"' in figures and "set a target" in figures


def test_a_rule_that_asks_for_its_signature_is_told(river):
    bylaws = next(one for one in river.documents if one.id == "bylaws")
    rule = replace(bylaws.head.decision_rule, must_sign=("river-college",))
    head = replace(bylaws.head, decision_rule=rule)
    strict = replace(river, documents=(replace(bylaws, head=head, held=(), register=None),))
    rules = section(html_of(strict, "river-college"), "rules")
    assert 'href="/compact/bylaws/"' in rules and "Asks for its signature" in rules


def test_a_former_name_may_lack_its_date(river):
    found = changed(river, "river-college", former_names=(FormerName("Old"), FormerName("Older")))
    assert "Earlier names: Old and Older" in html_of(found, "river-college")
