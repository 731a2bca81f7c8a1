"""No page breaks a rule of WCAG 2.0 to 2.2, A and AA, that a program can check."""

from __future__ import annotations

from importlib.resources import files

import pytest

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
RUN = """
async (tags) => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: tags },
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  });
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(" ")}: ${node.any.concat(node.all, node.none)
      .map((check) => check.message).join("; ")}`));
}
"""


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_no_kind_of_page_breaks_a_rule(reader, samples, width, scheme):
    visit = reader(width=width, scheme=scheme)
    broken = []
    for address in samples:
        page = visit.go(address)
        page.evaluate(AXE)
        broken += [f"{address}: {fault}" for fault in page.evaluate(RUN, RULES)]
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


def test_every_page_has_one_title_and_headings_in_order(reader, samples):
    visit = reader()
    wrong = []
    for address in samples:
        levels = visit.go(address).evaluate(
            "[...document.querySelectorAll('#main :is(h1,h2,h3,h4,h5,h6)')].map(h => +h.tagName[1])"
        )
        leaps = [b for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]
        if levels[:1] != [1] or levels.count(1) != 1 or leaps:
            wrong.append(f"{address}: {levels}")
    assert wrong == []
