"""Faults on purpose: each folder is laid over the small site and must give these messages.

A case holds only the files that differ from tests/golden/small/, or in edits.toml
single places of tests/golden/riverbend/. A line of its remove.txt names a file to
take away. expected.txt is the whole report, line
numbers included.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.broken.laid import CASES, GOLDEN, TODAY, base, lay, report


@pytest.mark.parametrize("case", CASES)
def test_report_is_exactly_as_expected(case: str, tmp_path: Path) -> None:
    expected = (Path(__file__).parent / case / "expected.txt").read_text(encoding="utf-8")
    assert report(lay(case, tmp_path), base(case)) == expected


@pytest.mark.parametrize("case", CASES)
def test_every_message_says_what_why_and_how(case: str) -> None:
    expected = (Path(__file__).parent / case / "expected.txt").read_text(encoding="utf-8")
    assert "Traceback" not in expected
    assert "error [" in expected or "warning [" in expected


@pytest.mark.parametrize("name", TODAY)
def test_the_sites_under_the_cases_are_sound(name: str, tmp_path: Path) -> None:
    """So that every message of a case comes from its own fault."""
    shutil.copytree(GOLDEN / name, tmp_path / "site")
    assert report(tmp_path / "site", name) == "No problems found.\n"
