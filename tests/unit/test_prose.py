"""People's Markdown becomes safe HTML, whatever is in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from types import SimpleNamespace

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truenorth.pages.prose.prose import render, slug, to_html
from truenorth.pages.prose.text_links import address_of, prose_of, resolve
from truenorth.pages.wording import load_wording


def as_written(href: str) -> str:
    return href


class Found(HTMLParser):
    """Every tag and attribute of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


def assert_harmless(html: str) -> None:
    found = Found(html)
    assert not {"script", "svg", "math", "iframe", "object", "style", "form", "input"} & {
        *found.tags
    }
    for tag, name, value in found.attributes:
        assert not name.startswith("on"), (tag, name)
        assert name != "style", tag
        if name in ("href", "src"):
            scheme = re.match(r"[a-z][a-z0-9+.-]*(?=:)", re.sub(r"[\x00-\x20]+", "", value.lower()))
            inside = " " in value.partition(":")[0]  # a space before the colon: no scheme
            assert not scheme or inside or scheme[0] in ("http", "https", "mailto", "tel"), value
        if name == "src":
            assert value.startswith("/") and not value.startswith("//"), value


HOSTILE = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:msgbox(1))",
    '<a href="\x01javascript:alert(1)">a</a>',
    "![a](javascript:alert(1))",
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
    "![a](https://elsewhere.example/track.png)",
    "![a](//elsewhere.example/track.png)",
    '<img src=x onerror="alert(1)">',
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<iframe src=javascript:alert(1)></iframe>",
    "<form action=javascript:alert(1)><input type=submit></form>",
    "<details open ontoggle=alert(1)><summary>a</summary></details>",
    '<p style="background:url(javascript:alert(1))">a</p>',
    "<style>@import 'https://elsewhere.example/x.css';</style>",
    "<base href=//elsewhere.example/>",
    "<meta http-equiv=refresh content='0;url=//elsewhere.example'>",
    "<object data=x></object><embed src=x>",
    "# heading {: onclick=alert(1) style=color:red }",
    'a paragraph\n{: onmouseover="alert(1)" }',
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "note[^1]\n\n[^1]: <script>alert(1)</script>",
    'note[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: x',
    "<!-- <script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
    '```"><script>alert(1)</script>\nx\n```',
    "[a]: javascript:alert(1)\n\n[a]",
    "<javascript:alert(1)>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_harmless(text):
    assert_harmless(to_html(text, as_written))


def test_attributes_of_the_pages_own_names_cannot_be_taken():
    html = to_html('<p class="md-header tn-banner" id="__search">a</p>', as_written)
    assert html == '<p class="">a</p>'


PIECES = st.sampled_from(
    [*HOSTILE, "# h", "\n\n", "- ", "> ", "    ", "<pre>\n\n", "</div>", "<div>", "[^1]", "[^1]: ",
     "| a | b |\n|---|--:|\n| 1 | 2 |\n", "{#id}", "*", "`", "<", "&", '"', "<a href='", "![", "]("]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=12).map("".join))
def test_any_text_is_harmless_and_does_not_change_when_read_again(text):
    html = str(to_html(text, as_written, demote=1, prefix="a-"))
    assert_harmless(html)
    again = nh3.clean(
        html,
        tags=set(Found(html).tags) | {"p"},
        attributes={
            tag: {name for _, name, _ in Found(html).attributes} - {"rel"} | {"rel"}
            for tag in Found(html).tags
        },
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    assert again == html


def test_headings_move_down_and_are_returned():
    text = render("# One {#first}\n\n## Two *words*\n\n###### Six", as_written, demote=1)
    assert [(h.level, h.text, h.id) for h in text.headings] == [
        (2, "One", "first"),
        (3, "Two words", "two-words"),
        (6, "Six", "six"),
    ]
    assert '<h2 id="first">One</h2>' in text.html


def test_raw_headings_move_down_as_well():
    assert "<h3>a</h3>" in to_html("<h1>a</h1>", as_written, demote=2)


def test_headings_of_the_same_words_have_ids_of_their_own():
    ids = [h.id for h in render("## Same\n\n## Same\n\n## Same {#same}", as_written).headings]
    assert len(set(ids)) == 3


def test_two_texts_fit_on_one_page():
    text = "## Same\n\nword[^n]\n\n[^n]: note"
    first = to_html(text, as_written, prefix="a-", back="Back to {}")
    second = to_html(text, as_written, prefix="b-", back="Back to {}")
    ids = [
        value
        for html in (first, second)
        for _, name, value in Found(html).attributes
        if name == "id"
    ]
    assert len(ids) == len(set(ids)) == 6
    assert 'href="#a-fn-n"' in first and 'id="a-fn-n"' in first
    assert 'aria-label="Back to 1"' in first


def test_footnote_labels_of_any_letters_still_lead_to_their_notes():
    html = to_html("a[^Übung 1]\n\n[^Übung 1]: note", as_written)
    found = Found(html)
    ids = {value for _, name, value in found.attributes if name == "id"}
    targets = {value[1:] for _, name, value in found.attributes if name == "href"}
    assert targets == ids and len(ids) == 2


def test_links_to_other_sites_say_so_and_keep_their_place():
    html = to_html("[a](https://elsewhere.example/ 'title')", as_written)
    assert 'rel="noopener external"' in html and "target" not in html


def test_pictures_keep_their_words_and_those_of_other_sites_leave_only_them():
    assert 'alt="A river"' in to_html("![A river](/assets/river.png)", as_written)
    assert to_html("![A river](https://elsewhere.example/x.png)", as_written) == "<p>A river</p>"


def test_tables_carry_their_header_words_on_every_cell():
    html = to_html("| Year | Number |\n|---|--:|\n| 2016 | 7 |", as_written)
    assert '<th scope="col" role="columnheader">Year</th>' in html
    assert 'data-label="Number"' in html and 'role="cell"' in html
    assert "tn-number" in html and "align" not in html


def test_quotation_marks_stay_as_typed():
    assert to_html('"a" -- b...', as_written) == '<p>"a" -- b...</p>'


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("What's new?", "whats-new"),
        ("Année 2", "annee-2"),
        ("2021", "part-2021"),
        ("数", "section"),
    ],
)
def test_slugs(heading, expected):
    assert slug(heading) == expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("content/index.md", "/"),
        ("content/methods.md", "/methods/"),
        ("content/about/index.md", "/about/"),
        ("content/compact/charter/index.md", "/compact/charter/"),
        ("content/compact/charter/versions/2018.md", "/compact/charter/2018/"),
        ("content/indicators/graduation.md", "/indicators/graduation/"),
        ("content/assets/river.png", "/assets/river.png"),
        ("data/sources.yml", "/sources/"),
        ("data/indicators/graduation/datapackage.yaml", "/indicators/graduation/"),
        ("README.md", None),
    ],
)
def test_files_have_addresses(file, expected):
    assert address_of(file) == expected


HOME = "https://git.example/partners"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("../goals/index.md#goal-1", "/compact/goals/#goal-1"),
        ("#purpose", "#purpose"),
        ("../../../data/sources.yml", "/sources/"),
        ("../../../CONTRIBUTING.md", f"{HOME}/blob/HEAD/CONTRIBUTING.md"),
        ("../../../../secret.md", None),
        ("/methods/", "/methods/"),
        ("https://elsewhere.example/a.md", "https://elsewhere.example/a.md"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_links_lead_from_file_to_page(href, expected):
    assert resolve("content/compact/charter/index.md", HOME, href) == expected


def test_a_text_of_the_project_links_to_its_site():
    project = SimpleNamespace(partnership=SimpleNamespace(repository=HOME))
    text = prose_of(project, load_wording(), "[m](methods.md)[^1]\n\n[^1]: n", "content/index.md")
    assert 'href="/methods/"' in text.html
    assert "Back to note 1 in the text" in text.html
