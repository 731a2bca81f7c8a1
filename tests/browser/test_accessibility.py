"""No page breaks a rule of WCAG 2.0 to 2.2, A and AA, that a program can check."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tests.browser.layout import TOO_WIDE

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
HEADINGS = """
() => [...document.querySelectorAll("#main :is(h1,h2,h3,h4,h5,h6)")].map(h => +h.tagName[1])
"""
RUN = """
async (tags) => {
  // A picture is named as one; what is inside it is read by nobody.
  const parts = { include: [["html"]], exclude: [["svg[role=img] > *"]] };
  const found = await axe.run(parts, {
    runOnly: { type: "tag", values: tags },
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  });
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(" ")}: ${node.any.concat(node.all, node.none)
      .map((check) => check.message).join("; ")}`));
}
"""


# Of most kinds there are two samples; each is seen in two of the four ways to see a page.
WAYS = [(0, 375, "light"), (1, 375, "dark"), (1, 1280, "light"), (0, 1280, "dark")]


@pytest.mark.slow
@pytest.mark.parametrize(("part", "width", "scheme"), WAYS)
def test_no_kind_of_page_breaks_a_rule(reader, samples, part, width, scheme):
    visit = reader(width=width, scheme=scheme)
    broken = []
    for address in samples[part::2]:
        page = visit.go(address)
        page.evaluate(AXE)
        broken += [f"{address}: {fault}" for fault in page.evaluate(RUN, RULES)]
        broken += [f"{address}: {fault}" for fault in visit.violations()]
        broken += [f"{address}: {fault}" for fault in page.evaluate(TOO_WIDE)]
        levels = page.evaluate(HEADINGS)
        leaps = [b for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]
        if levels[:1] != [1] or levels.count(1) != 1 or leaps:
            broken.append(f"{address}: headings {levels}")
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
