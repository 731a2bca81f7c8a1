"""Bad input that no repository should carry: links out of the tree, huge files, other kinds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.broken.laid import SMALL, report
from truenorth.sources.text_file import LARGEST

READING = "data/indicators/reading/reading.csv"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "site")
    return tmp_path / "site"


def first(told: str) -> tuple[str, str]:
    """Where the first problem of a report is, and what is wrong."""
    where, what = told.splitlines()[:2]
    return where, what.strip()


def test_a_data_file_that_is_a_link_out_of_the_tree(site: Path) -> None:
    secret = site.parent / "private.csv"
    secret.write_text("name,income\nA neighbor,12345\n", encoding="utf-8")
    (site / READING).unlink()
    (site / READING).symlink_to(secret)
    told = report(site)
    assert told == (
        f"{READING}:1:1  error [symlink-leaves-folder]\n"
        "  This file is a link to a file outside the folder.\n"
        "  The link works on one computer only, and may publish a private file.\n"
        "  Delete the link and put a copy of the file in its place, if it may be published.\n"
        "\n1 error.\n"
    )


@pytest.mark.parametrize("file", ["data/goals.yml", "content/index.md"])
def test_any_file_that_is_a_link_out_of_the_tree(site: Path, file: str) -> None:
    shutil.move(site / file, site.parent / "elsewhere")
    (site / file).symlink_to(site.parent / "elsewhere")
    assert first(report(site)) == (
        f"{file}:1:1  error [symlink-leaves-folder]",
        "This file is a link to a file outside the folder.",
    )


def test_a_folder_that_is_a_link_out_of_the_tree(site: Path) -> None:
    shutil.move(site / "data/indicators/reading", site.parent / "reading")
    (site / "data/indicators/reading").symlink_to(site.parent / "reading")
    assert "[symlink-leaves-folder]" in report(site)


def test_a_link_inside_the_tree_is_followed(site: Path) -> None:
    (site / READING).rename(site / "data/indicators/reading/figures.csv")
    (site / READING).symlink_to("figures.csv")
    assert report(site) == "No problems found.\n"


def test_a_link_that_leads_round_in_circles(site: Path) -> None:
    (site / READING).unlink()
    (site / READING).symlink_to("reading.csv")
    told = report(site)
    assert "error [file-" in told
    assert "Traceback" not in told


def test_a_file_of_more_than_50_mb_is_refused_before_it_is_read(site: Path) -> None:
    with (site / READING).open("r+b") as file:
        file.truncate(LARGEST + 1)  # a hole: takes no room, and would be read as zeros
    assert first(report(site)) == (
        f"{READING}:1:1  error [file-too-large]",
        "This file has 50.0 MB; the limit is 50 MB.",
    )


def test_a_pipe_is_not_waited_for(site: Path) -> None:
    (site / READING).unlink()
    os.mkfifo(site / READING)
    assert first(report(site)) == (
        f"{READING}:1:1  error [file-unreadable]",
        "This file cannot be read: it is not a plain file.",
    )


def test_a_wholly_broken_file_is_told_in_fifty_problems(site: Path) -> None:
    header = (site / READING).read_text(encoding="utf-8").split("\n")[0]
    rows = "".join(f"{year},{year},Riverbend,,,,x,,,,,\n" for year in range(1950, 2010))
    (site / READING).write_text(f"{header}\n{rows}", encoding="utf-8")
    told = report(site)
    assert told.count("[table-text-in-number]") == 50
    assert f"{READING}:52:1  error [table-more-problems]" in told
    assert "There are 10 more problems from here on." in told


def test_a_breakdown_with_more_groups_than_a_page_can_show(site: Path) -> None:
    descriptor = site / "data/indicators/reading/datapackage.yaml"
    text = descriptor.read_text("utf-8")
    more = "".join(f"        - name: G{n}\n          label: group {n}\n" for n in range(198))
    last = "          label: nonbinary students\n"
    descriptor.write_text(text.replace(last, last + more), encoding="utf-8")
    assert report(site) == (
        "data/indicators/reading/datapackage.yaml:65:9  error [too-many-groups]\n"
        '  The breakdown "gender" has 201 groups.\n'
        "  Each group gets a picture and a row of its own, and nobody can read so many.\n"
        "  Put groups together until there are at most 200, or make an indicator for each part of "
        "them.\n"
        "\n1 error.\n"
    )


def test_more_hidden_rows_than_can_be_judged(site: Path) -> None:
    table = site / READING
    rows = "".join(f"2021-22,2022,Riverbend,G{n},,,,,,,suppressed,\n" for n in range(2001))
    table.write_text(table.read_text("utf-8") + rows, encoding="utf-8")
    told = report(site)
    assert told.count("[unknown-group]") == 2001
    assert (
        f"{READING}:18:1  error [too-many-hidden-rows]\n"
        "  For 2021-22, 2002 rows are hidden.\n"
        "  Whether they are safe is worked out for each of them from all others, and for so many "
        "that\n  would take hours.\n"
        "  At most 2000 rows of a period can be hidden. Put groups together, or leave out groups "
        "within\n  groups.\n"
    ) in told
