"""The pages of people and their work: each kind is looked at, and its map can be walked by keys."""

from __future__ import annotations

import pytest

from tests.browser.built_site import FICTIONAL_PATH, kind
from tests.browser.layout import TOO_WIDE
from tests.browser.test_accessibility import AXE, RULES, RUN

# One page of each kind, where the partnership that does not exist has most to show.
PAGES = (
    "/commitments/",
    "/commitments/figures-once-a-year/",
    "/strategies/",
    "/strategies/reading-every-day/",
    "/constellations/",
    "/constellations/homework-clubs/",
    "/partners/",
    "/partners/city-of-riverbend/",
    "/people/",
    "/meetings/",
    "/meetings/reading-retreat-2025/",
    "/decisions/",
    "/funding/",
    "/agreements/",
    "/assessments/",
    "/assessments/readiness-2025/",
    "/assessments/templates/readiness-1/",
    "/timeline/",
    "/phases/",
    "/stewards/",
)
MAP = "#main .tn-map-drawing a"
# What of a link and around it looks other than it did.
LOOK = """
(link) => [link, ...link.querySelectorAll("*")].map((part) => {
  const style = getComputedStyle(part);
  return [style.outlineStyle, style.outlineWidth, style.stroke, style.strokeWidth, style.fill];
}).join()
"""


def test_every_kind_of_page_is_looked_at(samples, fictional):
    """Guards the tests that go through the samples."""
    assert set(PAGES) <= set(fictional.addresses())
    below = {kind(a.replace(FICTIONAL_PATH, "/", 1)) for a in samples}
    assert {kind(address) for address in PAGES} <= below


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), [(375, "dark"), (1280, "light")])
def test_the_fullest_pages_break_no_rule_and_fit(reader, fictional, width, scheme):
    visit = reader(width=width, scheme=scheme)
    broken = []
    for address in PAGES:
        page = visit.go(fictional.at_host(address))
        broken += [f"{address}: {wide}" for wide in page.evaluate(TOO_WIDE)]
        page.evaluate(AXE)
        broken += [f"{address}: {fault}" for fault in page.evaluate(RUN, RULES)]
    assert broken == []


def test_the_map_can_be_walked_by_keys_and_shows_where_one_is(reader, fictional):
    page = reader().go(fictional.at_host("/constellations/"))
    names = page.locator(MAP)
    count = names.count()
    assert count > 5
    before = [names.nth(n).evaluate(LOOK) for n in range(count)]
    names.first.focus()
    page.keyboard.press("Shift+Tab")
    for n in range(count):
        page.keyboard.press("Tab")
        here = names.nth(n)
        assert here.evaluate("link => link === document.activeElement"), f"name {n}"
        assert here.evaluate(LOOK) != before[n], f"name {n}"
    there = names.last.evaluate("link => link.href.baseVal ?? link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{there.lstrip('./')}")


def test_the_map_leads_on_without_scripts(reader, fictional):
    page = reader(scripts=False).go(fictional.at_host("/constellations/"))
    page.locator(MAP).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/constellations/"))
    assert page.locator("#main h1").is_visible()


def test_on_a_phone_the_list_leads_wherever_the_map_does(reader, fictional):
    page = reader(width=375, scripts=False).go(fictional.at_host("/constellations/"))
    assert not page.locator(MAP).first.is_visible()
    where = "links => links.map(a => (a.href.baseVal ?? a.getAttribute('href')).split('#')[0])"
    drawn = set(page.locator(MAP).evaluate_all(where))
    listed = set(page.locator("#main a:visible").evaluate_all(where))
    assert drawn <= listed


@pytest.mark.parametrize("address", ["/commitments/", "/people/", "/constellations/", "/timeline/"])
def test_paper_gets_the_whole_page(reader, fictional, address):
    """What is folded or scrolls on a screen stands open on paper, in black on white."""
    page = reader(scheme="dark").go(fictional.at_host(address))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})
    assert page.locator("#main h1").is_visible()
    assert page.evaluate(TOO_WIDE) == []
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    ink = page.evaluate("getComputedStyle(document.querySelector('#main h1')).color")
    assert max(int(n) for n in ink[4:-1].split(",")) < 100
