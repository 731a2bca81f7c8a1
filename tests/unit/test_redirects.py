"""An address that moved still answers, and leads to something that is there."""

import pytest

from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.site.redirects import FILE, check_redirects, read_redirects, redirect_pages
from truenorth.site.verify import Expected, verify

PUBLISHED = {"/", "/new/", "/new/data.csv"}


def read(root, text):
    (root / "data").mkdir(exist_ok=True)
    (root / FILE).write_text(text, encoding="utf-8")
    problems = Problems()
    found = read_redirects(root, problems)
    check_redirects(found, PUBLISHED, problems)
    return found, [(problem.code, problem.place.line) for problem in problems]


def entry(address, now_at):
    return f"  - address: {address}\n    now_at: {now_at}\n"


def test_a_site_needs_no_redirects(tmp_path):
    assert read_redirects(tmp_path, Problems()) == ()


def test_a_page_and_a_part_of_it_may_be_named(tmp_path):
    found, faults = read(
        tmp_path, "redirects:\n" + entry("/old/", "/new/") + entry("/older/", "/new/#part")
    )
    assert faults == []
    assert [redirect.address for redirect, _ in found] == ["/old/", "/older/"]


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        (entry("/new/", "/"), ("redirect-in-use", 2)),
        (entry("/old/", "/nowhere/"), ("redirect-dead", 2)),
        (entry("/old/", "/new/") + entry("/old/", "/"), ("redirect-twice", 4)),
        (entry("/older/", "/old/") + entry("/old/", "/new/"), ("redirect-dead", 2)),
    ],
)
def test_what_would_lead_nowhere_is_refused(tmp_path, entries, fault):
    assert read(tmp_path, "redirects:\n" + entries)[1] == [fault]


@pytest.mark.parametrize("target", ["https://other.example/", "//other.example/", "/../x/"])
def test_a_redirect_stays_on_the_site(tmp_path, target):
    found, faults = read(tmp_path, "redirects:\n" + entry("/old/", target))
    assert found == ()
    assert len(faults) == 1


def test_the_page_takes_the_reader_on_and_says_where_to(tmp_path):
    found, _ = read(tmp_path, "redirects:\n" + entry("/a/old/", "/new/#part"))
    (page,) = redirect_pages(found, "https://s.example/sub/", load_wording())
    html = page.content.decode()
    assert '<meta http-equiv="refresh" content="0; url=../../new/#part">' in html
    assert '<a href="../../new/#part">' in html
    assert '<link rel="canonical" href="https://s.example/sub/new/#part">' in html


def test_the_page_is_sound(tmp_path):
    found, _ = read(tmp_path, "redirects:\n" + entry("/old/", "/new/data.csv"))
    (page,) = redirect_pages(found, "https://s.example/", load_wording())
    site = tmp_path / "site"
    (site / "old").mkdir(parents=True)
    (site / "new").mkdir()
    (site / "old/index.html").write_bytes(page.content)
    (site / "new/data.csv").write_text("a\n")
    problems = Problems()
    verify(site, Expected("https://s.example/", {}, ledger=("/old/",)), problems)
    assert [problem.what for problem in problems] == []
