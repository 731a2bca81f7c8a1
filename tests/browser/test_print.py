"""The report card and an edition go on one sheet of paper, with everything that must be on it."""

from __future__ import annotations

import re

import pytest

from tests.browser.built_site import FICTIONAL_PATH

EXAMPLE = ("/report-card/", "/editions/2026/")
PAPER = pytest.mark.parametrize("paper", ["A4", "Letter"])
# A page of a PDF file is an object of this type; the tree that holds them is of type Pages.
SHEET = re.compile(rb"/Type\s*/Page\b")
SMALLEST = 7.5 * 96 / 72
"""Points, in pixels."""
TOO_SMALL = """
(least) => {
  const small = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    const shown = text.data.trim() && element.checkVisibility() && !element.closest(".tn-hidden");
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (shown && size < least - 0.01) small.push(`${size}: ${text.data.trim().slice(0, 40)}`);
  }
  return small;
}
"""


def on_paper(reader, address: str):
    page = reader().go(address)
    page.emulate_media(media="print")
    return page


@PAPER
@pytest.mark.parametrize("address", [*EXAMPLE, f"{FICTIONAL_PATH}report-card/"])
def test_it_is_printed_on_one_sheet(reader, address, paper):
    assert len(SHEET.findall(reader().go(address).pdf(format=paper))) == 1


def test_the_sheets_are_counted(reader):
    """Guards the test above: what is longer is found to take more sheets."""
    page = reader().page
    page.set_content('<p style="break-after: page">one</p><p>two</p>')
    assert len(SHEET.findall(page.pdf(format="A4"))) == 2


@pytest.mark.parametrize("address", EXAMPLE)
def test_what_must_be_on_the_sheet_is_there(reader, address):
    page = on_paper(reader, address)
    said = re.sub(r"\s+", " ", page.inner_text("body"))
    for words in (
        "This site is an example",
        "would look like movement by chance",
        f"https://example.org{address}",
        "2026",
    ):
        assert words in said
    rows = page.locator(".tn-table tbody tr")
    assert rows.count() == 13
    for row in rows.all():
        _, latest, since, status, target, curve = row.locator("th, td").all()
        assert re.search(r"\d%", latest.inner_text()), row.inner_text()
        assert re.search(r"from .+ in .+, up to|not comparable", since.inner_text())
        assert status.locator(".tn-mark-word").first.is_visible()
        assert target.inner_text().strip() and curve.locator("svg").is_visible()


@pytest.mark.parametrize("address", EXAMPLE)
def test_the_smallest_type_can_be_read(reader, address):
    assert on_paper(reader, address).evaluate(TOO_SMALL, SMALLEST) == []


def test_what_only_a_screen_can_do_is_left_out(reader):
    page = on_paper(reader, "/report-card/")
    assert not page.locator(":is(#filter, #report, nav, .md-header):visible").count()
