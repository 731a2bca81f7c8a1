"""The ways by which a hidden number could leave: two sites that differ in hidden numbers only.

Whatever is made of them must be alike to the byte, and the planted numbers are looked
for in every byte, unpacked. A third site, which differs in a shown number, is not alike.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.protected_site import OTHERS, OUT, PLANTED
from truenorth.cli import main

ROOT = Path(__file__).parents[2]
DAY = "1704067200"  # January 1, 2024
TABLE = f"{OUT}/reading.csv"
# Texts, and what `readable` can unpack. Any other kind of file would be searched in vain.
KINDS = {
    "", ".2022", ".clean", ".css", ".csv", ".gitignore", ".gz", ".html", ".js", ".json", ".map",
    ".md", ".png", ".svg", ".txt", ".xml", ".yaml", ".yml",
}  # fmt: skip
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Made:
    """A site, and what every command that made it has said."""

    site: Path
    said: list[dict]

    def held(self, folder: str = "") -> dict[str, bytes]:
        """Every file but those of git, by its path."""
        return {
            name: path.read_bytes()
            for path in sorted((self.site / folder).rglob("*"))
            if path.is_file()
            if not (name := path.relative_to(self.site).as_posix()).startswith(".git/")
        }

    def git(self, *words: str) -> bytes:
        command = ["git", "-C", str(self.site), *words]
        return subprocess.run(command, capture_output=True, check=True).stdout


def environment(**more: str) -> dict[str, str]:
    path = os.pathsep.join([str(ROOT / "hooks"), str(ROOT)])
    kept = {key: value for key, value in os.environ.items() if key != "SITE_URL"}
    return {**kept, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": DAY, **more}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> dict[str, Made]:
    """Three sites, made side by side; no two programs put their sets in the same order."""
    running = {}
    for seed, which in enumerate(("one", "other", "above")):
        folder = tmp_path_factory.mktemp(which)
        running[which] = folder, subprocess.Popen(
            [sys.executable, "-m", "tests.protected_site", str(folder), which],
            env=environment(PYTHONHASHSEED=str(seed)), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
    found = {}
    for which, (folder, process) in running.items():
        printed, _ = process.communicate(timeout=300)
        assert process.returncode == 0, printed
        said = json.loads((folder / "said.json").read_text("utf-8"))
        found[which] = Made(folder / "site", [*said, {"command": "", "output": printed}])
    return found


def readable(content: bytes) -> bytes:
    """With what is packed in it unpacked: an archive, a picture, a compressed file."""
    if content.startswith(b"\x1f\x8b"):
        return gzip.decompress(content)
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"\n".join(archive.read(name) for name in archive.namelist())
    for part in re.findall(rb"IDAT(.{4,}?)(?=.{4}(?:IDAT|IEND))", content, re.DOTALL):
        try:
            content += zlib.decompress(part[:-4])
        except zlib.error:
            continue
    return content


def found_in(content: bytes, numbers: dict[str, int] = PLANTED) -> list[int]:
    text = readable(content)
    forms = {n: (f"{n}", f"{n:,}", f"{n:_}", f"{n:,}".replace(",", " ")) for n in numbers.values()}
    return [n for n, written in forms.items() if any(one.encode() in text for one in written)]


def test_the_planted_numbers_would_be_found():
    text = b"a cohort of 31,337 and 57721"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.csv", text)
    block = zlib.compress(text)
    picture = b"\x89PNG" + b"\0\0\0\0IDAT" + block + b"crc.size" + b"IEND"
    for content in (text, gzip.compress(text), packed.getvalue(), picture):
        assert found_in(content) == [31337, 57721]
    assert not set(PLANTED.values()) & set(OTHERS.values())


def test_every_command_did_what_it_was_asked(made):
    for one in made.values():
        assert [s["command"] for s in one.said if s.get("code")] == []
    text = made["one"].held()[TABLE].decode()
    assert (text.count("suppressed"), text.count("complementary")) == (4, 2)
    assert any("projections/2024-01-01.csv" in name for name in made["one"].held())


def test_what_commands_say_does_not_depend_on_hidden_numbers(made):
    assert made["one"].said == made["other"].said


def test_repositories_and_their_history_are_alike(made):
    """Equal ids of the last commit mean that every file of every commit is alike."""
    one, other = (made[which].git("log", "--format=%H %s") for which in ("one", "other"))
    assert one == other
    assert one.count(b"\n") == 2


@pytest.mark.parametrize("folder", ["data/editions", "site", "content", "data", ".cache", ""])
def test_editions_sites_and_all_other_files_are_alike(made, folder):
    one, other = (made[which].held(folder) for which in ("one", "other"))
    assert list(one) == list(other)
    assert [name for name, content in one.items() if content != other[name]] == []


def test_the_site_holds_every_kind_of_file_that_could_tell(made):
    files = made["one"].held()
    for name in (
        "indicators/reading/index.html",
        "indicators/reading/data.csv",
        "indicators/reading/datapackage.json",
        "indicators/reading/chart.svg",
        "indicators/reading/chart.png",
        "indicators/reading/embed/index.html",
        "editions/2022/data/reading.csv",
        "editions/2023/charts/reading.svg",
        "editions/compare/2022/2023/index.html",
        "data/catalogue.json",
        "search/search_index.json",
        "sitemap.xml.gz",
    ):
        assert f"site/{name}" in files, name
    assert any(name.endswith(".xml") and "<feed" in files[name].decode() for name in files
               if name.startswith("site/"))  # fmt: skip
    assert {Path(name).suffix for name in files} <= KINDS


def test_no_byte_of_the_repository_or_the_site_holds_a_hidden_number(made):
    """Pages, alt texts, axes, CSV, JSON, SVG, PNG, the search index, feeds and the caches."""
    files = made["one"].held()
    assert [name for name, content in files.items() if found_in(content)] == []


def test_no_commit_and_no_message_holds_one(made):
    objects = made["one"].git("cat-file", "--batch-all-objects", "--batch")
    assert b"complementary" in objects
    assert found_in(objects) == []
    assert found_in(json.dumps(made["one"].said).encode()) == []


def test_hidden_figures_are_told_in_words(made):
    files = made["one"].held("site")
    page = files["site/indicators/reading/index.html"].decode()
    assert "hidden: fewer than 90,001 students" in page
    assert "hidden, so that no small group can be worked out" in page
    assert "For boys it was <a" in files["site/about/index.html"].decode()
    assert "hidden: fewer than 90,001 students" in files["site/about/index.html"].decode()


def test_a_number_above_the_threshold_makes_a_difference(made):
    """Else the comparison could not fail."""
    one, above = made["one"], made["above"]
    assert one.git("rev-parse", "HEAD") != above.git("rev-parse", "HEAD")
    assert [s["command"] for s in one.said] == [s["command"] for s in above.said]
    files, others = one.held(), above.held()
    differ = {name for name in files if files[name] != others.get(name)}
    for name in (
        TABLE,
        "data/editions/2022/data/reading.csv",
        "data/editions/2022/edition.yml",
        "data/editions/2023/main.html",
        "data/editions/2023/charts/reading.svg",
        "site/indicators/reading/index.html",
        "site/indicators/reading/data.csv",
        "site/indicators/reading/datapackage.json",
        "site/indicators/reading/chart.svg",
        "site/indicators/reading/chart.png",
        "site/editions/2022/index.html",
        "site/search/search_index.json",
    ):
        assert name in differ, name
    assert found_in(others[TABLE], {"shown": 407001}) == [407001]


def test_a_problem_near_a_hidden_row_does_not_tell_it(made, tmp_path: Path, monkeypatch):
    """Also where somebody fills a hidden row in by hand: no form of the report repeats it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    site = tmp_path / "site"
    shutil.copytree(made["one"].site, site, ignore=shutil.ignore_patterns(".git", "site"))
    file = site / TABLE
    text = file.read_text("utf-8")
    row = "2016-17,2017,Riverbend,Nonbinary,,,,,suppressed,\n"
    assert row in text
    filled = "2016-17,2017,Riverbend,Nonbinary,27183,61811,44.0,,suppressed,\n"
    file.write_text(text.replace(row, filled), encoding="utf-8")
    for form in ("terminal", "json", "github", "markdown"):
        checked = CliRunner().invoke(main, ["check", str(site), "--format", form])
        assert checked.exit_code == 1
        assert "hidden-row-carries-figures" in checked.output or form == "markdown"
        assert found_in(checked.output.encode()) == []
