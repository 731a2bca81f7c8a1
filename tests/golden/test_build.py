"""The small site from end to end: files in, one verified site out."""

import filecmp
import json
import re
import shutil
from pathlib import Path

import pytest

from truenorth.build import build_site
from truenorth.problems import Problems
from truenorth.site.addresses import read_ledger
from truenorth.sources.data_package import check_package

SMALL = Path(__file__).parent / "small"
DATA = "data/indicators/reading/reading.csv"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The small site's charts, drawn once for all tests of this module."""
    root = tmp_path_factory.mktemp("drawn")
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1669161600")
        assert texts(build_site(root, root / "site")) == []
    return root


@pytest.fixture(autouse=True)
def _on_a_fixed_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1669161600")
    monkeypatch.delenv("SITE_URL", raising=False)


@pytest.fixture
def root(drawn, tmp_path):
    """A copy of the small site as it was built, with its drawings at hand."""
    return Path(shutil.copytree(drawn, tmp_path / "here"))


def texts(problems):
    return [f"{p.place.file}:{p.place.line} {p.what}" for p in problems]


def build(root, **more):
    return texts(build_site(root, root / "site", **more))


def replace(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def everything(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_every_kind_of_file_is_there(drawn):
    site = drawn / "site"
    for path in (
        "index.html",
        "404.html",
        "sitemap.xml",
        "sitemap.xml.gz",
        "report-card/index.html",
        "compact/charter/index.html",
        "indicators/reading/index.html",
        "indicators/reading/data.csv",
        "indicators/reading/datapackage.json",
        "indicators/reading/chart.svg",
        "indicators/reading/chart.png",
        "data/catalogue.json",
        "assets/river.png",
    ):
        assert (site / path).stat().st_size, path


def test_the_page_has_its_charts_its_policy_and_its_links(drawn):
    html = (drawn / "site/indicators/reading/index.html").read_text(encoding="utf-8")
    assert html.count('role="img"') >= 4
    assert "<!--chart" not in html
    assert "Content-Security-Policy" in html
    assert 'href="https://riverbend.example/partnership/edit/main/data/indicators/reading/' in html
    assert 'rel="canonical" href="https://example.org/indicators/reading/"' in html
    assert '"@type": "Dataset"' in html
    assert "Riverbend does not exist, and every figure on this site is synthetic." in html


def test_the_story_has_its_parts_and_they_are_linked(drawn):
    html = (drawn / "site/indicators/reading/index.html").read_text(encoding="utf-8")
    assert html.index('id="what-helps"') < html.index('id="what-might-work"')
    assert "Shown by evidence." in html and "Not tested." in html
    assert html.index("over the summer") < html.index("A second librarian")
    assert 'href="../../constellations/reading-circle/"' in html
    assert 'href="../../partners/city-of-riverbend/"' in html


def test_the_search_finds_sentences_and_not_pictures(drawn):
    entries = json.loads((drawn / "site/search/search_index.json").read_text("utf-8"))["docs"]
    found = " ".join(entry["text"] for entry in entries if "reading" in entry["location"])
    assert "51.5%" in found
    assert "<svg" not in found
    assert "<path" not in found


def test_the_sitemap_lists_every_page_that_may_be_indexed(drawn):
    site = drawn / "site"
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    listed = set(re.findall("<loc>https://example.org(.*?)</loc>", text))
    pages = {
        "/" + page.parent.relative_to(site).as_posix().removeprefix(".") + "/"
        for page in site.rglob("index.html")
        if 'content="noindex' not in page.read_text(encoding="utf-8")
    }
    assert listed == {address.replace("//", "/") for address in pages}


def test_a_published_package_is_sound(drawn):
    problems = Problems()
    check_package(drawn / "site/indicators/reading", problems)
    assert texts(problems) == []


def test_two_builds_in_different_folders_are_alike_to_the_byte(drawn, tmp_path):
    elsewhere = Path(shutil.copytree(SMALL, tmp_path / "a folder/of another name"))
    assert build(elsewhere) == []
    assert everything(elsewhere / "site") == everything(drawn / "site")


def test_a_sub_path_works_as_well_as_the_root(root):
    assert build(root, site_url="https://s.example/sub/path/") == []
    html = (root / "site/indicators/reading/index.html").read_text(encoding="utf-8")
    assert 'rel="canonical" href="https://s.example/sub/path/indicators/reading/"' in html
    assert 'href="/sub/path/' in (root / "site/404.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (DATA, "2016-17,2017,Riverbend,,412", "2016-17,2017,Riverbend,,many", f"{DATA}:2"),
        ("content/about/index.md", "../index.md", "../gone.md", "content/about/index.md:10"),
        ("content/about/index.md", "../index.md", "../index.md#gone", "about/index.html"),
    ],
)
def test_a_build_that_fails_leaves_the_site_as_it_was(root, file, old, new, told):
    before = everything(root / "site")
    replace(root / file, old, new)
    problems = build(root)
    assert any(told in problem for problem in problems), problems
    assert everything(root / "site") == before
    assert sorted(p.name for p in root.glob("site*")) == ["site"]


def test_what_a_cut_off_build_left_is_cleared_away(root):
    before = everything(root / "site")
    (root / "site").rename(root / "site.last")
    (root / "site.next").mkdir()
    assert build(root) == []
    assert everything(root / "site") == before
    assert sorted(p.name for p in root.glob("site*")) == ["site"]


def test_one_number_changes_all_that_shows_it(root):
    shown = (
        "indicators/reading/data.csv",
        "indicators/reading/chart.svg",
        "indicators/reading/chart.png",
        "data/catalogue.json",
    )
    before = everything(root / "site")
    row = "2021-22,2022,Riverbend,,"
    replace(root / DATA, f"{row}438,850,51.5", f"{row}476,850,56.0")
    assert build(root) == []
    after = everything(root / "site")
    for path in shown:
        assert before[path] != after[path], path
    page = after["indicators/reading/index.html"].decode()
    assert "The latest figure is 56.0%" in page
    assert re.search(r"<td[^>]*><div>56\.0%", page)
    latest = json.loads(after["data/catalogue.json"])["indicators"][0]["latest"]
    assert latest["value"] == 56.0


def test_program_measures_change_their_own_part_and_nothing_else(root):
    before = everything(root / "site")
    page = before["indicators/reading/index.html"].decode()
    assert "31 (2021-22)" in page and "24 (2020-21): Schools were closed in spring." in page
    assert "87.5% (2021-22)" in page and "Is anyone better off?" in page
    (root / "data/program_measures.yml").unlink()
    assert build(root) == []
    after = everything(root / "site")
    changed = {path for path in before if before[path] != after.get(path)}
    assert before.keys() == after.keys()
    assert changed == {
        "indicators/reading/index.html",
        "constellations/reading-circle/index.html",  # whose programs they are
        "partners/riverbend-schools/index.html",
        "sources/index.html",
        "search/search_index.json",
    }
    assert b"Volunteers" not in after["indicators/reading/index.html"]


def test_an_address_once_recorded_must_answer(root):
    assert build(root, record=True) == []
    assert "/compact/goals/" in read_ledger(root)
    shutil.rmtree(root / "content/about")
    for file in root.glob("content/*.md"):
        text = re.sub(r"\[([^]]*)\]\(about/[^)]*\)", r"\1", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
    assert any("/about/" in problem for problem in build(root))
    (root / "data/redirects.yml").write_text(
        "redirects:\n  - address: /about/\n    now_at: /\n", encoding="utf-8"
    )
    assert build(root) == []
    assert 'url=../"' in (root / "site/about/index.html").read_text(encoding="utf-8")


def test_the_ledger_is_not_touched_unless_asked(root):
    assert build(root) == []
    assert read_ledger(root) == ()


def test_the_swap_keeps_no_file_of_the_last_site(root):
    (root / "site/left-over.txt").write_text("old")
    assert build(root) == []
    assert not (root / "site/left-over.txt").exists()
    assert not filecmp.dircmp(root / "content", SMALL / "content").diff_files
