"""The page that other sites show in a frame, and how to cite and show an indicator."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.town import Town, indicator, year
from truenorth.pages.report_card import cite, embed
from truenorth.pages.report_card import indicator as indicator_pages
from truenorth.pages.wording import load_wording
from truenorth.reportcard.series import summarize
from truenorth.site import metadata
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
URL = "https://town.example/sub"


@pytest.fixture(scope="module")
def pages():
    made = embed.pages(Town(), T)
    return {page.address: (page, TEMPLATES.render(page)) for page in made}


def test_every_measured_indicator_has_one(pages):
    assert sorted(pages) == ["/indicators/dropout/embed/", "/indicators/reading/embed/"]


def test_it_says_what_whence_and_when(pages):
    page, html = pages["/indicators/reading/embed/"]
    assert "Reading survey" in html
    assert "As of May 1, 2024." in html
    assert "46.0%" in html
    assert "provisional" in html
    assert 'href="/indicators/reading/"' in html
    assert all(f'id="{part}"' in html for part in page.parts)


def test_it_needs_no_script_and_is_not_indexed(pages):
    for page, html in pages.values():
        assert page.bare and page.scripts == () and "<script" not in html
        head = metadata.head(page, "Town", URL, "en")
        assert head.robots == "noindex"
        assert head.canonical == URL + page.address.removesuffix("embed/")


def test_one_figure_is_a_table(pages):
    (page,) = embed.pages(Town(indicators=(indicator(year(2021, 41.5)),)), T)
    assert page.charts == () and '<table class="tn-table' in TEMPLATES.render(page)


def test_the_code_to_copy_is_one_frame_with_a_whole_address():
    title = 'Rates of "good" & <better>'
    odd = Town(indicators=(indicator(year(2021, 41.5), year(2022, 42.0)),))
    (page,) = indicator_pages.pages(odd, T)
    page.context["embed_code"] = cite.snippet(T, replace(odd.indicators[0], title=title))
    html = metadata.with_absolute_text(TEMPLATES.render(page), URL)
    code = re.search(r'<pre class="tn-snippet".*?</pre>', html, re.S)[0]
    frame = _Frames(unescape(re.sub(r"<[^>]+>", "", code)))
    assert frame.found == [
        {
            "src": f"{URL}/indicators/reading/embed/",
            "title": f"{title}: chart with its source",
            "width": "100%",
            "height": str(cite.HEIGHT),
            "loading": "lazy",
        }
    ]


def test_the_page_the_figure_and_the_chart_are_cited_with_whole_addresses():
    pages = {p.address: p for p in indicator_pages.pages(Town(), T)}
    html = TEMPLATES.render(pages["/indicators/reading/"])
    html = metadata.with_absolute_text(html, URL)
    for address in ("", "chart.png"):
        assert f'<span class="tn-absolute">{URL}/indicators/reading/{address}</span>' in html
    assert "The River Town Alliance. “Reading”: 47.0% (2022-23), River Town." in html
    assert 'id="cite"' in html and 'id="embed"' in html


def test_without_a_chart_none_is_cited():
    summary = summarize(indicator(year(2021, 41.5)))
    assert [c.address for c in cite.citations(Town(), T, summary, False)] == [
        "/indicators/reading/",
        "/indicators/reading/",
    ]


class _Frames(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        assert tag == "iframe"
        self.found.append(dict(attrs))
