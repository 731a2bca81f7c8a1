"""What every page promises: it can be read anywhere, by anyone, with nothing added."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import pytest

from tests.browser.built_site import SUB_PATH
from tests.browser.layout import TOO_WIDE

ROOTS = pytest.mark.parametrize("base", ["/", SUB_PATH], ids=["root", "sub-path"])
# What only a script can offer is left out: it adds to the page and says nothing else.
WORDS = """
() => {
  const added = document.querySelectorAll("#main :is(.tn-as-of, .tn-filter)");
  added.forEach((part) => { part.hidden = true; });
  return document.querySelector("#main").innerText;
}
"""
VISIBLE_FOCUS = """
() => {
  const element = document.activeElement;
  const seen = (node) => {
    const style = getComputedStyle(node);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    return outline || style.boxShadow !== "none" || style.textDecorationLine === "underline";
  };
  // A choice without a size of its own is shown by the label after it.
  const shown = element.offsetWidth ? element : element.nextElementSibling ?? element;
  const box = shown.getBoundingClientRect();
  const beside = document.querySelectorAll(":focus-visible ~ *");
  const around = [element, element.parentElement, ...beside];
  return {
    name: `${element.tagName} ${element.textContent.trim().slice(0, 40)}`,
    seen: element === document.body || around.some(seen),
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}
"""


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.slow
def test_everything_can_be_read_without_scripts(reader, samples):
    with_scripts, without = reader(), reader(scripts=False)
    different = []
    for address in samples:
        shown = plain(without.go(address).evaluate(WORDS))
        if not shown or shown != plain(with_scripts.go(address).evaluate(WORDS)):
            different.append(address)
    assert different == []


def test_without_scripts_one_can_go_everywhere(reader):
    """The main parts can be reached from the home page without the menu's script."""
    page = reader(width=375, scripts=False).go("/")
    links = page.evaluate("[...document.querySelectorAll('a')].map(a => a.pathname)")
    assert {"/report-card/", "/compact/", "/data/"} <= set(links)


@pytest.mark.slow
def test_nothing_is_wider_than_the_smallest_phone(reader, samples):
    visit = reader(width=320)
    wide = {
        address: found for address in samples if (found := visit.go(address).evaluate(TOO_WIDE))
    }
    assert wide == {}


def test_one_of_a_charts_two_shapes_is_shown(reader, site):
    address = next(a for a in site.addresses() if "tn-narrow" in site.html(a))
    for width, shown in ((1280, "tn-wide"), (375, "tn-narrow")):
        page = reader(width=width).go(address)
        for name in ("tn-wide", "tn-narrow"):
            visible = page.locator(f"#main .{name}").first.is_visible()
            assert visible == (name == shown), f"{name} at {width}"


@pytest.mark.slow
def test_every_kind_of_page_answers_below_a_path(reader, site):
    """At the root of a host all other tests look at them."""
    visit = reader()
    for address in site.samples():
        if address.endswith(".html"):
            continue
        page = visit.go(SUB_PATH + address.lstrip("/"))
        assert page.locator("h1").first.is_visible(), address
        outside = page.evaluate(
            "[...document.links].filter(a => a.host === location.host).map(a => a.pathname)"
        )
        assert all(path.startswith(SUB_PATH) for path in outside), address


@ROOTS
def test_search_finds_a_page_and_leads_to_it(reader, base):
    visit = reader()
    page = visit.go(base)
    word = "graduation"
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(word)
    result = page.locator(".md-search-result__item a").first
    result.wait_for(timeout=10_000)
    target = result.get_attribute("href")
    assert urlsplit(urljoin(page.url, target)).path.startswith(base)
    result.click()
    page.wait_for_url("**/?h=*")
    assert word in page.locator("#main").inner_text().lower()


def test_the_palette_can_be_chosen_and_is_remembered(reader):
    page = reader().go("/")
    scheme = "document.body.dataset.mdColorScheme"
    first = page.evaluate(scheme)
    for _ in range(3):
        page.locator("[data-md-component=palette] label:visible").click()
        if page.evaluate(scheme) != first:
            break
    chosen = page.evaluate(scheme)
    assert chosen != first
    page.reload()
    assert page.evaluate(scheme) == chosen


def test_the_keyboard_skips_to_the_text(reader):
    page = reader().go("/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert "md-skip" in skip.get_attribute("class").split()
    assert skip.is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#main').contains(document.activeElement)")


@pytest.mark.parametrize("width", [375, 1280])
def test_the_keyboard_shows_where_it_is(reader, width):
    page = reader(width=width).go("/report-card/")
    lost = []
    for _ in range(25):
        page.keyboard.press("Tab")
        at = page.evaluate(VISIBLE_FOCUS)
        if not (at["seen"] and at["inside"]) and not at["name"].startswith("BODY"):
            lost.append(at)
    assert lost == []


@ROOTS
def test_a_page_that_is_not_there_helps_on(reader, base):
    visit = reader()
    visit.expects_missing = True
    answer = visit.page.goto(f"{visit.origin}{base}no/such/page/")
    assert answer.status == 404
    assert visit.page.locator("h1").inner_text()
    home = visit.page.locator("#main a").first
    visit.expects_missing = False
    home.click()
    visit.page.wait_for_load_state()
    assert urlsplit(visit.page.url).path == base


@ROOTS
def test_the_page_for_what_is_not_there_has_its_styles(reader, base):
    visit = reader()
    visit.expects_missing = True
    visit.page.goto(f"{visit.origin}{base}no/such/page/")
    sheets = visit.page.evaluate(
        "[...document.querySelectorAll('link[rel=stylesheet]')]"
        ".every(link => link.sheet && link.sheet.cssRules.length)"
    )
    assert sheets


def test_paper_gets_the_text_and_nothing_to_click(reader, site):
    address = next(
        a for a in site.addresses() if a.startswith("/indicators/") and "<svg" in site.html(a)
    )
    page = reader(scheme="dark").go(address)
    page.emulate_media(media="print")
    assert page.locator("#main h1").is_visible()
    assert page.locator("#main table").first.is_visible()
    for chrome in (".md-header", ".md-sidebar:visible", ".md-search__inner"):
        box = page.locator(chrome).first
        assert box.count() == 0 or not box.is_visible(), chrome
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_the_address_of_a_part_leads_to_it(reader, site):
    """A section's permanent id can be cited: the page opens there."""
    for address in site.addresses():
        ids = re.findall(r'<h2[^>]* id="([\w-]+)"', site.html(address))
        if address.startswith("/compact/") and len(ids) > 2:
            break
    page = reader().go(f"{address}#{ids[-1]}")
    assert page.locator(f"#{ids[-1]}").is_visible()
    top = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", ids[-1])
    assert 0 <= top < 800
