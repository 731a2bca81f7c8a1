"""What the public can read of the compact with scripts off, each at an address that lasts."""

from __future__ import annotations

import re

import pytest

from tests.browser.built_site import FICTIONAL_PATH, kind

# Each kind of page that governing texts have, with one of it.
PAGES = {
    "a text in force": "/compact/charter/",
    "an old version": "/compact/charter/2010/",
    "a version whose text is not held": "/compact/principles/2015/",
    "a comparison": "/compact/charter/compare/2010/2021/",
    "what was in force when": "/compact/in-force/",
    "the register of amendments": "/compact/amendments/",
    "completeness": "/compact/completeness/",
    "signers": "/compact/signers/",
}
VERSIONS = ("2010", "2016", "2018", "2019", "2021")


def words(page, place: str = "#main") -> str:
    """What is there to be read, folded parts included."""
    return re.sub(r"\s+", " ", page.locator(place).first.text_content() or "").strip()


@pytest.fixture
def plain(reader):
    """A reader without scripts on a phone."""
    return reader(width=375, scripts=False)


def test_every_kind_of_page_of_a_text_is_looked_at(samples, site):
    """Guards the tests that go through the samples."""
    looked_at = {kind(address) for address in samples}
    assert {kind(address) for address in PAGES.values()} <= looked_at
    assert set(PAGES.values()) <= set(site.addresses())
    assert any(a.startswith(FICTIONAL_PATH) and a.endswith("/proposed/") for a in samples)


def test_what_is_in_force(plain):
    page = plain.go("/compact/charter/")
    assert "2021" in words(page)
    assert "Students of all ages acquire skills" in words(page)
    page = plain.go("/compact/in-force/")
    for text in ("Charter", "Guiding principles", "Goals"):
        course = page.locator(f"section:has(> h2:has-text('{text}'))")
        assert course.locator("tbody tr").count() >= 1, text
        assert "still in force" in words(page, f"section:has(> h2:has-text('{text}')) tbody")


def test_what_was_in_force_on_the_first_of_january_2017(plain):
    """Without scripts it is read from the intervals; the row leads to the text of that time."""
    page = plain.go("/compact/in-force/")
    row = "section:has(> h2:has-text('Charter')) tr:has(a[href*='/2016/'])"
    assert re.search(r"December 14, 2016.*October 2018", words(page, row))
    page.locator(f"{row} a").first.click()
    assert page.url.endswith("/compact/charter/2016/")
    assert "All students have access to pathways to sustainable jobs and careers." in words(page)
    assert "Students of all ages" not in words(page)


def test_what_was_in_force_on_a_day_is_said_with_scripts(reader):
    page = reader().go("/compact/in-force/")
    page.fill("#as-of-date", "2017-01-01")
    found = words(page, ".tn-as-of-found")
    assert "2016" in found and "2010" in found
    page.fill("#as-of-date", "2018-10-15")
    assert "only the month" in words(page, ".tn-as-of-found")


@pytest.mark.parametrize(
    ("address", "gone", "new"),
    [
        ("/compact/charter/compare/2010/2021/", "pathways to sustainable jobs", "countywide"),
        ("/compact/goals/compare/2010/2019/", "prepared for success in college", "healthy"),
    ],
)
def test_what_changed_between_2010_and_today_section_by_section(plain, address, gone, new):
    page = plain.go(address)
    assert page.locator("#main section.tn-redline").count() >= 4
    assert gone in " ".join(page.locator("#main del").all_text_contents())
    assert new in " ".join(page.locator("#main ins").all_text_contents())
    assert "our own words" in words(page)


def test_changes_can_be_told_apart_without_color(plain):
    page = plain.go("/compact/goals/compare/2010/2019/")
    line = "e => getComputedStyle(e).textDecorationLine"
    assert "underline" in page.locator("#main ins").first.evaluate(line)
    assert "line-through" in page.locator("#main del").first.evaluate(line)


def test_who_signed_each_version(plain):
    page = plain.go("/compact/signers/")
    first = words(page, "section:has(> h2:has-text('2010'))")
    second = words(page, "section.tn-signing:has(> h2:has-text('New signers'))")
    assert "Antonio Villaraigosa" in first and "18 organizations" in first
    assert "Alex Caputo-Pearl" in second and "23 organizations" in second
    for label in ("2018", "2019"):
        assert page.locator(f"section.tn-signing:has(> h2:has-text('{label}'))").count() == 1, label


def test_who_has_not_reaffirmed_the_version_in_force(plain):
    page = plain.go("/compact/signers/")
    stances = words(page, "dl.tn-stances")
    assert "not listed for this one" in stances
    for name in ("United Teachers Los Angeles", "County Federation of Labor"):
        assert name in stances
    assert "may have signed it without being listed" in words(page)


@pytest.mark.parametrize("label", VERSIONS)
def test_every_version_keeps_its_address_and_old_ones_are_not_for_search(site, label):
    html = site.html(f"/compact/charter/{label}/")
    assert "summary" in html
    if label != "2021":
        assert re.search(r'<meta[^>]+name="?robots"?[^>]+noindex', html)


def test_a_version_that_is_not_held_says_so(plain):
    assert "not held" in words(plain.go("/compact/principles/2015/"))


def test_amendments_and_completeness_can_be_read(plain):
    page = plain.go("/compact/amendments/")
    assert "New words for goal 3" in words(page) and "Workforce Systems Collaborative" in words(
        page
    )
    page = plain.go("/compact/completeness/")
    assert page.locator("#main a[href*='charter']").count() >= 1


def test_a_proposed_text_is_shown_apart_from_the_one_in_force(plain, fictional):
    offered = [a for a in fictional.addresses() if a.endswith("/proposed/")]
    address = next(a for a in offered if "tn-redline" in fictional.html(a))
    page = plain.go(fictional.at_host(address))
    assert page.locator("#main ins").count() + page.locator("#main del").count()
    in_force = plain.go(fictional.at_host(address.removesuffix("proposed/")))
    assert in_force.locator("#main ins").count() == 0
    assert in_force.locator("#main a[href*='proposed']").count() >= 1


def test_where_nothing_is_proposed_nobody_is_led_to_believe_it(plain, site):
    for address in ("/compact/charter/proposed/", "/compact/goals/proposed/"):
        if address in site.addresses():
            page = plain.go(address)
            assert page.locator("#main ins, #main del").count() == 0
