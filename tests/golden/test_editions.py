"""Editions from end to end: frozen once, served as frozen, whatever changes around them."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from truenorth.build import build_site
from truenorth.cli import main
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.site.templates import with_drawings

SMALL = Path(__file__).parent / "small"
DATA = "data/indicators/reading/reading.csv"
FOLDER = "data/editions/2022"
DAYS = {"2022-11-23": "1669161600", "2023-11-23": "1700697600"}
pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _on_a_fixed_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAYS["2022-11-23"])
    monkeypatch.delenv("SITE_URL", raising=False)


@pytest.fixture(scope="module")
def frozen(tmp_path_factory):
    """The small site with its first edition."""
    root = tmp_path_factory.mktemp("frozen")
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAYS["2022-11-23"])
        done = edition(root, "2022")
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def root(frozen, tmp_path):
    return Path(shutil.copytree(frozen, tmp_path / "here"))


def edition(root, *arguments):
    return CliRunner().invoke(main, ["edition", "--root", str(root), *arguments])


def build(root):
    problems = build_site(root, root / "site")
    return [f"{p.place.file}:{p.place.line} {p.code} {p.what}" for p in problems]


def everything(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def codes(root):
    problems = Problems()
    project = load_project(root, datetime.date(2022, 11, 23), problems)
    assert (project is None) == (problems.errors > 0)
    return {problem.code for problem in problems}


def change_data(root):
    file = root / DATA
    text = file.read_text("utf-8")
    assert "438,850,51.5" in text
    file.write_text(text.replace("438,850,51.5", "476,850,56.0"), "utf-8")


def main_part(html):
    """The stored part as it stands in a finished page."""
    start = html.index('<div class="tn-report-card tn-edition">')
    return html[start : html.index('aria-labelledby="edition-cite"')].rpartition("<section")[0]


def test_an_edition_stays_as_it_is_when_the_data_change(root, monkeypatch):
    assert build(root) == []
    snapshot, site = everything(root / "data/editions"), everything(root / "site/editions/2022")
    change_data(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAYS["2023-11-23"])
    assert edition(root, "2023").exit_code == 0
    assert build(root) == []
    after = everything(root / "data/editions")
    assert {path: after[path] for path in snapshot} == snapshot
    again = everything(root / "site/editions/2022")
    assert main_part(again["index.html"].decode()) == main_part(site["index.html"].decode())
    for path in site.keys() - {"index.html"}:
        assert again[path] == site[path], path
    assert "51.5%" in main_part(again["index.html"].decode())
    assert "56.0%" in (root / "site/indicators/reading/index.html").read_text("utf-8")
    compared = (root / "site/editions/compare/2022/2023/index.html").read_text("utf-8")
    assert re.search(r"51\.5%.*56\.0%", compared[compared.index('id="revisions"') :], re.DOTALL)


def test_the_page_serves_the_stored_part_byte_for_byte(root):
    assert build(root) == []
    problems = Problems()
    project = load_project(root, datetime.date(2022, 11, 23), problems)
    (one,) = project.editions
    page = (root / "site/editions/2022/index.html").read_text("utf-8")
    assert with_drawings(one.main, one.pictures).strip() in page


def test_the_site_has_the_snapshot_and_its_fingerprints(root):
    assert build(root) == []
    site = root / "site/editions/2022"
    assert (site / "data/reading.csv").read_bytes() == (
        root / FOLDER / "data/reading.csv"
    ).read_bytes()
    assert "data/reading.csv" in (site / "SHA256SUMS").read_text("utf-8")
    assert (site / "charts/reading.svg").is_file()
    assert not list(site.rglob("*.inline.svg"))
    assert 'href="editions/"' in (root / "site/index.html").read_text("utf-8")


def test_it_is_never_written_over(root):
    before = everything(root / "data")
    change_data(root)
    done = edition(root, "2022")
    assert done.exit_code == 1
    assert "edition-exists" in done.output
    (root / DATA).write_bytes(before["indicators/reading/reading.csv"])
    assert everything(root / "data") == before


def test_the_first_is_a_baseline(tmp_path):
    root = Path(shutil.copytree(SMALL, tmp_path / "here"))
    done = edition(root, "2022", "--kind", "annual")
    assert done.exit_code == 1
    assert "edition-no-baseline" in done.output
    assert not (root / "data/editions").exists()


@pytest.mark.parametrize("id", ["2022 a", "../2022", "compare", "A", ""])
def test_an_id_that_cannot_be_an_address_is_refused(root, id):
    before = everything(root)
    done = edition(root, "--", id)
    assert done.exit_code != 0
    assert everything(root) == before


def test_every_flipped_byte_is_found(root):
    """In every file: the first byte, the last and some in between."""
    for path in sorted((root / FOLDER).rglob("*")):
        if not path.is_file():
            continue
        whole = path.read_bytes()
        step = max(1, len(whole) // 3)
        for at in {0, len(whole) - 1, *range(step, len(whole), step)}:
            flipped = bytearray(whole)
            flipped[at] ^= 1
            path.write_bytes(bytes(flipped))
            assert codes(root), f"{path.name} at {at}"
        path.write_bytes(whole)
    assert codes(root) == set()


def test_what_is_missing_or_added_is_found(root):
    extra = root / FOLDER / "data/more.csv"
    extra.write_text("a\n", "utf-8")
    assert codes(root) == {"edition-file-extra"}
    extra.unlink()
    (root / FOLDER / "data/reading.csv").unlink()
    assert codes(root) == {"edition-file-missing"}


def test_errata_are_told_around_it_and_nothing_else_may_be_added(root):
    head = root / FOLDER / "edition.yml"
    before = head.read_text("utf-8")
    assert build(root) == []
    stored = main_part((root / "site/editions/2022/index.html").read_text("utf-8"))
    erratum = 'errata:\n  - date: 2022-12-01\n    text: "It is <b>52</b>."\n'
    head.write_text(before + erratum, "utf-8")
    assert build(root) == []
    html = (root / "site/editions/2022/index.html").read_text("utf-8")
    assert "It is &lt;b&gt;52&lt;/b&gt;." in html
    assert main_part(html) == stored
    head.write_text(before + 'embargo_until: "2030-01-01"\n', "utf-8")
    assert codes(root) == {"edition-changed", "edition-embargo"}


def test_an_embargo_keeps_it_from_the_site_and_is_warned_of(tmp_path, monkeypatch):
    root = Path(shutil.copytree(SMALL, tmp_path / "here"))
    assert edition(root, "2022", "--embargo-until", "2022-12-01").exit_code == 0
    (told,) = build(root)
    assert "edition-embargo" in told
    assert not (root / "site/editions").exists()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1669852800")  # December 1, 2022
    assert build(root) == []
    assert (root / "site/editions/2022/index.html").is_file()


def test_the_same_day_and_files_give_the_same_edition(frozen, tmp_path):
    again = Path(shutil.copytree(SMALL, tmp_path / "a folder of another name"))
    assert edition(again, "2022").exit_code == 0
    assert everything(again / FOLDER) == everything(frozen / FOLDER)


def test_a_figure_that_is_hidden_now_and_printed_there_is_told_without_its_value(root):
    file = root / DATA
    lines = file.read_text("utf-8").splitlines()
    header = lines[0].split(",")
    at = next(n for n, line in enumerate(lines) if "438,850,51.5" in line)
    cells = lines[at].split(",")
    if "disclosure" not in header:
        lines = [f"{line},disclosure" if n == 0 else f"{line}," for n, line in enumerate(lines)]
        header.append("disclosure")
        cells.append("")
    for name in ("numerator", "denominator", "value"):
        cells[header.index(name)] = ""
    cells[header.index("disclosure")] = "suppressed"
    lines[at] = ",".join(cells)
    file.write_text("\n".join(lines) + "\n", "utf-8")
    problems = Problems()
    load_project(root, datetime.date(2022, 11, 23), problems)
    (told,) = [p for p in problems if p.code == "edition-shows-hidden"]
    assert "51.5" not in told.what + told.why + told.fix
    assert "438" not in told.what
