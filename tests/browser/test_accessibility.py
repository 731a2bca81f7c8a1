"""No page breaks a rule of WCAG 2.0 to 2.2, A and AA, that a program can check."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tests.browser.layout import TOO_WIDE

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
}
CONTRAST = {"type": "rule", "values": ["color-contrast"]}
HEADINGS = """
() => [...document.querySelectorAll("#main :is(h1,h2,h3,h4,h5,h6)")].map(h => +h.tagName[1])
"""
RUN = """
async (rules) => {
  // A picture is named as one; what is inside it is read by nobody.
  const parts = { include: [["html"]], exclude: [["svg[role=img] > *"]] };
  const found = await axe.run(parts, {
    runOnly: rules,
    ...(rules.type === "tag" && { rules: { "target-size": { enabled: true } } }),
    resultTypes: ["violations"],
  });
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(" ")}: ${node.any.concat(node.all, node.none)
      .map((check) => check.message).join("; ")}`));
}
"""


INK = "getComputedStyle(document.body).color"


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_no_kind_of_page_breaks_a_rule(reader, samples, part):
    """On both widths, light and dark: of all rules only contrast can differ between the two."""
    visit = reader()
    broken = []
    for address in samples[part::4]:
        page = visit.go(address)
        page.evaluate(AXE)
        levels = page.evaluate(HEADINGS)
        leaps = [b for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]
        if levels[:1] != [1] or levels.count(1) != 1 or leaps:
            broken.append(f"{address}: headings {levels}")
        for width in (1280, 375):
            page.set_viewport_size({"width": width, "height": 800})
            found = page.evaluate(RUN, RULES) + page.evaluate(TOO_WIDE)
            if not address.endswith("/embed/"):  # it is light wherever it is shown
                light = page.evaluate(INK)
                page.emulate_media(color_scheme="dark")
                page.wait_for_function(f"ink => {INK} !== ink", arg=light)
                found += page.evaluate(RUN, CONTRAST)
                page.emulate_media(color_scheme="light")
                page.wait_for_function(f"ink => {INK} === ink", arg=light)
            broken += [f"{address} at {width}: {fault}" for fault in found]
        page.set_viewport_size({"width": 1280, "height": 800})
        broken += [f"{address}: {fault}" for fault in visit.violations()]
    assert broken == []


def test_the_rules_are_at_work(reader):
    """Guards the test above: a page with a known fault is found to have it."""
    page = reader().page
    page.set_content('<html lang="en"><title>x</title><main><h1>x</h1><img src=""></main></html>')
    page.evaluate(AXE)
    assert any(fault.startswith("image-alt") for fault in page.evaluate(RUN, RULES))


def test_dark_is_dark(reader):
    shade = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    assert min(reader(scheme="light").go("/").evaluate(shade)) > 200
    assert max(reader(scheme="dark").go("/").evaluate(shade)) < 80
