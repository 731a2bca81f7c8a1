"""The ways by which a hidden number could leave: planted numbers are looked for in every byte.

The threshold is set high, so that hidden numbers are long enough to be told
from any other number on a page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.broken.laid import SMALL

HOOKS = Path(__file__).parents[2] / "hooks"
POLICY = "min_n: 90001\nprotection: 20000\npeople: students\n"
HEAD = "period,geography,gender,numerator,denominator\n"
TABLE = """\
2016-17,Riverbend,,412003,800017
2016-17,Riverbend,Female,220001,400009
2016-17,Riverbend,Male,{part1},{whole1}
2016-17,Riverbend,Nonbinary,{part2},{whole2}
2020-21,Riverbend,,399007,840023
2020-21,Riverbend,Female,210011,420013
2020-21,Riverbend,Male,180003,360007
2020-21,Riverbend,Nonbinary,{part3},{whole3}
2021-22,Riverbend,,438013,850027
"""
PLANTED = {"part1": 31337, "whole1": 86413, "part2": 27183, "whole2": 61803,
           "part3": 17389, "whole3": 57721}  # fmt: skip
OTHERS = {"part1": 14142, "whole1": 70711, "part2": 10301, "whole2": 77813,
          "part3": 40487, "whole3": 43313}  # fmt: skip


def command(*words: object, cwd: Path) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PYTHONPATH": str(HOOKS), "SOURCE_DATE_EPOCH": "1672531200"}
    return subprocess.run(
        [sys.executable, "-m", "truenorth.cli", *map(str, words)],
        cwd=cwd, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def prepared(folder: Path, numbers: dict[str, int]) -> tuple[Path, list[str]]:
    """The small site with a table that was protected, and everything that was said."""
    site = folder / "site"
    shutil.copytree(SMALL, site)
    (site / "data/disclosure.yml").write_text(POLICY, encoding="utf-8")
    counts = folder / "counts" / "reading.csv"
    counts.parent.mkdir()
    counts.write_text(HEAD + TABLE.format(**numbers), encoding="utf-8")
    out = site / "data/indicators/reading"
    done = command("protect", counts, "--output", out, cwd=site)
    assert done.returncode == 0, done.stdout + done.stderr
    descriptor = out / "datapackage.yaml"
    text = descriptor.read_text(encoding="utf-8")
    text = text.replace("        - name: low\n          type: number\n", "")
    text = text.replace("        - name: high\n          type: number\n", "")
    text = text.replace("        - name: note\n", "        - name: as_printed\n")
    descriptor.write_text(text, encoding="utf-8")
    checked = command("check", cwd=site)
    shutil.rmtree(counts.parent)
    return site, [done.stdout, done.stderr, checked.stdout, checked.stderr]


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def readable(content: bytes) -> bytes:
    """With what is packed inside a picture unpacked."""
    packed = re.findall(rb"IDAT(.{4,}?)(?=.{4}(?:IDAT|IEND))", content, re.DOTALL)
    for part in packed:
        try:
            content += zlib.decompress(part[:-4])
        except zlib.error:
            continue
    return content


def found_in(content: bytes, numbers: dict[str, int]) -> list[int]:
    forms = {n: (str(n), f"{n:,}") for n in numbers.values()}
    return [n for n, texts in forms.items() if any(text.encode() in content for text in texts)]


@pytest.fixture(scope="module")
def two(tmp_path_factory) -> list[tuple[Path, list[str]]]:
    """Two repositories made from tables that differ below the threshold only."""
    return [
        prepared(tmp_path_factory.mktemp(name), numbers)
        for name, numbers in (("one", PLANTED), ("other", OTHERS))
    ]


def test_the_planted_numbers_would_be_found():
    assert found_in(b"cohort of 31,337 and 57721", PLANTED) == [31337, 57721]


def test_repositories_and_messages_do_not_depend_on_hidden_numbers(two):
    (one, said), (other, said_too) = two
    assert held(one) == held(other)
    assert said == said_too
    assert said[2] == "No problems found.\n"
    csv = (one / "data/indicators/reading/reading.csv").read_text("utf-8")
    assert csv.count("suppressed") == 2
    assert csv.count("complementary") == 2


def test_no_byte_of_the_repository_or_a_message_holds_one(two):
    site, said = two[0]
    files = {**held(site), "messages": "".join(said).encode()}
    assert [name for name, content in files.items() if found_in(content, PLANTED)] == []


def test_a_problem_near_a_hidden_row_does_not_tell_it(two, tmp_path: Path):
    """Also where somebody fills a hidden row in by hand: no form of the report repeats it."""
    site = tmp_path / "site"
    shutil.copytree(two[0][0], site)
    file = site / "data/indicators/reading/reading.csv"
    text = file.read_text("utf-8")
    row = "2016-17,2017,Riverbend,Nonbinary,,,,,suppressed,\n"
    assert row in text
    filled = "2016-17,2017,Riverbend,Nonbinary,27183,61803,44.0,,suppressed,\n"
    file.write_text(text.replace(row, filled), encoding="utf-8")
    for form in ("terminal", "json", "github", "markdown"):
        checked = command("check", "--format", form, cwd=site)
        assert checked.returncode == 1
        assert "hidden-row-carries-figures" in checked.stdout or form == "markdown"
        assert found_in((checked.stdout + checked.stderr).encode(), PLANTED) == []


@pytest.mark.slow
def test_no_byte_of_the_site_holds_one(two):
    """Pages, alt texts, axes, CSV, JSON, SVG, PNG, the search index, and the caches."""
    site, _ = two[0]
    built = command("build", cwd=site)
    assert built.returncode == 0, built.stdout + built.stderr
    files = held(site)
    kinds = {Path(name).suffix for name in files}
    assert {".html", ".csv", ".json", ".svg", ".png"} <= kinds
    assert any(name.startswith(".cache/") for name in files)
    assert any("search" in name and name.endswith(".json") for name in files)
    leaks = [name for name, content in files.items() if found_in(readable(content), PLANTED)]
    assert leaks == []
    page = files["site/indicators/reading/index.html"].decode()
    assert "hidden: fewer than 90,001 students" in page
    assert "hidden, so that no small group can be worked out" in page
