"""A finished site made here, then each fault planted once: verify finds exactly that one."""

from dataclasses import replace

import pytest

from truenorth.problems import Problems
from truenorth.site.policy import MARK, with_policy
from truenorth.site.verify import Expected, ExpectedPage, verify

PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
{MARK}
<title>Reading</title>
<link rel="stylesheet" href="ROOTassets/base.css">
<link rel="canonical" href="https://site.example/sub/">
<script type="application/ld+json">{{"url": "https://site.example/sub/"}}</script>
</head>
<body>
<a href="ROOT">Home</a> <a href="ROOTreading/#table">Figures</a> <a href="#table">Table</a>
<a href="https://other.example/">Elsewhere</a> <a href="mailto:a@b.example">Write</a>
<img src="ROOTassets/river.png" alt="A river">
<svg role="img" aria-labelledby="chart-title"><title id="chart-title">Rising</title></svg>
<svg aria-hidden="true"><title></title></svg>
<h2 id="table">Table</h2>
<script>go()</script>
</body>
</html>
"""
CSS = """\
/* url(https://in.a.comment) */
@import "more.css";
body { background: url("river.png"); }
"""
WANTED = Expected(
    url="https://site.example/sub/",
    pages={
        "/": ExpectedPage(("table",), "content/index.md"),
        "/reading/": ExpectedPage(("table", "chart-title"), "data/indicators/reading"),
    },
    files=("/reading/data.csv",),
    ledger=("/", "/reading/data.csv"),
)


@pytest.fixture
def site(tmp_path):
    files = {
        "index.html": with_policy(PAGE.replace("ROOT", "./")),
        "reading/index.html": with_policy(PAGE.replace("ROOT", "../")),
        "404.html": with_policy(PAGE.replace("ROOT", "/sub/")),
        "reading/data.csv": "a,b\n",
        "assets/base.css": CSS,
        "assets/more.css": "@media print { p { color: red } }",
        "assets/river.png": "png",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def faults(site, wanted=WANTED):
    problems = Problems()
    verify(site, wanted, problems)
    return [(p.code.removeprefix("site-"), p.place.file, p.place.line) for p in problems]


def test_a_sound_site_has_no_fault(site):
    assert faults(site) == []


def plant(site, old, new, file="reading/index.html"):
    path = site / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


END = "</body>"


@pytest.mark.parametrize(
    ("addition", "code"),
    [
        ('<a href="../nowhere/">x</a>', "dead-link"),
        ('<a href="../reading">x</a>', "dead-link"),
        ('<form action="../nowhere/"></form>', "dead-link"),
        ('<img src="nowhere.png" alt="">', "dead-link"),
        ('<img src="../assets/river.png" srcset="nowhere.png 2x" alt="">', "dead-link"),
        ('<video poster="nowhere.png"></video>', "dead-link"),
        ('<a href="https://site.example/sub/nowhere/">x</a>', "dead-link"),
        ('<meta property="og:image" content="https://site.example/sub/no.png">', "dead-link"),
        ('<meta http-equiv="refresh" content="0; url=../nowhere/">', "dead-link"),
        ('<a href="#nowhere">x</a>', "dead-anchor"),
        ('<a href="../#nowhere">x</a>', "dead-anchor"),
        ('<a href="../../outside/">x</a>', "leaves-site"),
        ('<a href="/outside/">x</a>', "leaves-site"),
        ('<script src="https://other.example/x.js"></script>', "request-to-another-host"),
        ('<img src="//other.example/x.png" alt="">', "request-to-another-host"),
        ('<iframe src="https://other.example/"></iframe>', "request-to-another-host"),
        ('<link rel="icon" href="https://other.example/i.png">', "request-to-another-host"),
        ('<link rel="preload" href="https://other.example/f">', "request-to-another-host"),
        ('<svg><image href="https://other.example/i.png"/></svg>', "request-to-another-host"),
        ("<script>other()</script>", "script-without-hash"),
        ('<p style="color: red">x</p>', "inline-style"),
        ("<style>p { color: red }</style>", "inline-style"),
        ('<p onclick="go()">x</p>', "inline-handler"),
        ('<img src="../assets/river.png">', "picture-without-text"),
        ('<svg role="img"><path/></svg>', "picture-without-text"),
        ('<svg role="img"><title></title></svg>', "picture-without-text"),
        ('<p id="table">x</p>', "duplicate-id"),
        ("<!--chart reading-wide-->", "marker-left"),
    ],
)
def test_a_fault_on_a_page_is_found_at_its_line(site, addition, code):
    plant(site, END, f"{addition}\n{END}")
    assert faults(site) == [(code, "reading/index.html", 19)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('<html lang="en">', "<html>", "no-language"),
        ("<title>Reading</title>", "<title> </title>", "no-title"),
        ('<h2 id="table">', '<h2 id="other">', "part-missing"),
    ],
)
def test_what_a_page_must_have(site, old, new, code):
    plant(site, old, new)
    assert code in {fault[0] for fault in faults(site)}


def test_a_page_without_a_policy(site):
    plant(site, 'http-equiv="Content-Security-Policy"', 'name="x"')
    assert faults(site) == [("no-policy", "reading/index.html", 1)]


def test_a_policy_that_allows_too_much(site):
    plant(site, "script-src 'self'", "script-src 'unsafe-inline'")
    assert faults(site) == [("weak-policy", "reading/index.html", 1)]


def test_a_policy_that_comes_too_late(site):
    plant(site, "<head>", "<head><script>go()</script>")
    assert [fault[0] for fault in faults(site)] == ["no-policy"]


@pytest.mark.parametrize(
    "rule",
    [
        "p { background: url(https://other.example/x.png) }",
        "p { background: url( '//other.example/x.png' ) }",
        '@import "https://other.example/x.css";',
    ],
)
def test_a_style_sheet_that_would_fetch_from_another_host(site, rule):
    plant(site, "@import", f"{rule}\n@import", "assets/base.css")
    assert faults(site) == [("request-to-another-host", "assets/base.css", 2)]


@pytest.mark.parametrize(
    ("file", "codes"),
    [
        ("index.html", {"page-missing", "address-gone", "dead-link"}),
        ("reading/data.csv", {"file-missing", "address-gone"}),
        ("assets/more.css", {"dead-link"}),
    ],
)
def test_a_file_that_is_gone(site, file, codes):
    (site / file).unlink()
    assert {fault[0] for fault in faults(site)} == codes


def test_an_address_that_was_published_once(site):
    wanted = replace(WANTED, ledger=("/", "/old/"))
    assert faults(site, wanted) == [("address-gone", "data/addresses.txt", 1)]


def test_the_file_to_mend_is_named(site):
    plant(site, END, f'<a href="nowhere/">x</a>{END}', "index.html")
    problems = Problems()
    verify(site, WANTED, problems)
    (problem,) = problems
    assert "content/index.md" in problem.fix
