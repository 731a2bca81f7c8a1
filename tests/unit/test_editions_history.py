"""Editions in the history of git: sealed anew, changed, withdrawn, and what may be added."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.riverbend import committed, edit, git
from truenorth.cli import main
from truenorth.editions.load import is_sealed, seal_of
from truenorth.freeze_edition.record_text import sealed
from truenorth.problems import Problems
from truenorth.verify_history import verify_history

FOLDER = "data/editions/2022"
HEAD, MAIN = f"{FOLDER}/edition.yml", f"{FOLDER}/main.html"
ONE = "  - date: 2023-01-15\n    text: It is 71, not 74.\n"
TWO = "  - date: 2023-02-20\n    text: The chart on page 2 is of Male, not Female.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one published edition."""
    folder = tmp_path / "repository"
    (folder / FOLDER).mkdir(parents=True)
    (folder / MAIN).write_text("<h1>Report</h1>\n", "utf-8")
    head = {"id": "2022", "title": "Report 2022", "improving": 3}
    (folder / HEAD).write_bytes(sealed(head))
    committed(folder, "Publish")
    return folder


def told(root: Path) -> list[tuple[str, str]]:
    problems = Problems()
    verify_history(root, problems)
    return [(p.code, p.place.file) for p in problems]


def said(root: Path) -> str:
    problems = Problems()
    verify_history(root, problems)
    return " ".join(p.what for p in problems)


def write(root: Path, errata: str) -> None:
    """What stands below the seal."""
    above = (root / HEAD).read_text("utf-8").partition("errata:\n")[0]
    (root / HEAD).write_text(above + (f"errata:\n{errata}" if errata else ""), "utf-8")


def seal_anew(root: Path, before: str, after: str) -> None:
    """Change the record and its seal together, so that the seal fits."""
    text = (root / HEAD).read_bytes().replace(before.encode(), after.encode())
    above, _, below = text.partition(b"seal: ")
    text = above + f"seal: {seal_of(above)}\n".encode() + below.partition(b"\n")[2]
    (root / HEAD).write_bytes(text)
    assert is_sealed(text)


def test_errata_may_be_added(root):
    assert told(root) == []
    for errata in (ONE, ONE + TWO):
        write(root, errata)
        assert told(root) == [], "not committed yet"
        committed(root)
        assert told(root) == []


def test_errata_may_be_written_in_another_way(root):
    write(root, ONE)
    committed(root)
    write(root, '  # read by two\n  - text: "It is 71, not 74."\n    date: "2023-01-15"\n' + TWO)
    committed(root)
    assert told(root) == []


def test_a_record_that_was_sealed_anew_is_found(root):
    seal_anew(root, "improving: 3", "improving: 4")
    assert told(root) == [("edition-altered", HEAD)], "not committed yet"
    at_fault = committed(root)
    assert told(root) == [("edition-altered", HEAD)]
    assert f"above the seal of this edition was changed after it was added, in commit {at_fault}" \
        in said(root)  # fmt: skip


def test_a_record_that_was_put_back_is_still_told(root):
    seal_anew(root, "improving: 3", "improving: 4")
    at_fault = committed(root)
    seal_anew(root, "improving: 4", "improving: 3")
    committed(root)
    assert told(root) == [("edition-altered", HEAD)]
    assert at_fault in said(root)


@pytest.mark.parametrize(
    "errata",
    [
        "",
        TWO,
        ONE.replace("71", "72"),
        ONE.replace("2023-01-15", "2023-01-16"),
        ONE + "      And it was always so.\n",
    ],
    ids=["removed", "exchanged", "reworded", "redated", "continued"],
)
def test_an_erratum_that_changed_or_went_is_found(root, errata):
    write(root, ONE)
    committed(root)
    write(root, errata)
    assert told(root) == [("erratum-altered", HEAD)], "not committed yet"
    at_fault = committed(root)
    assert told(root) == [("erratum-altered", HEAD)]
    assert "erratum of 2023-01-15" in said(root) and at_fault in said(root)
    write(root, ONE + TWO)
    committed(root)
    assert set(told(root)) == {("erratum-altered", HEAD)}, "put back, and still told"
    assert at_fault in said(root)


def test_an_erratum_that_went_by_way_of_a_slip_is_found(root):
    write(root, ONE)
    committed(root)
    write(root, "\tno YAML: [\n")
    committed(root)
    assert told(root) == [], "what nobody can read is told by truenorth check"
    write(root, TWO)
    committed(root)
    assert told(root) == [("erratum-altered", HEAD)]


def test_an_edition_may_be_withdrawn_and_nothing_else_may_take_its_place(root):
    whole = (root / HEAD).read_bytes(), (root / MAIN).read_bytes()
    write(root, ONE)
    committed(root)
    shutil.rmtree(root / FOLDER)
    assert told(root) == []
    committed(root)
    assert told(root) == []
    (root / FOLDER).mkdir(parents=True)
    (root / HEAD).write_bytes(whole[0])
    (root / MAIN).write_bytes(whole[1].replace(b"Report", b"Another"))
    committed(root)
    assert told(root) == [("erratum-altered", HEAD), ("edition-altered", MAIN)]
    write(root, ONE)
    (root / MAIN).write_bytes(whole[1])
    at_fault = git(root, "rev-parse", "--short", "HEAD").strip()
    committed(root)
    assert told(root) == [("edition-altered", MAIN)]
    assert at_fault in said(root)


def test_errata_of_two_branches_come_together(root):
    git(root, "switch", "--quiet", "-c", "side")
    write(root, TWO)
    committed(root)
    git(root, "switch", "--quiet", "main")
    write(root, ONE)
    committed(root)
    git(root, "merge", "--quiet", "--no-commit", "-s", "ours", "side")
    write(root, ONE + TWO)
    committed(root, "Merge")
    assert told(root) == []


def test_an_erratum_that_a_merge_loses_is_found(root):
    git(root, "switch", "--quiet", "-c", "side")
    write(root, TWO)
    committed(root)
    git(root, "switch", "--quiet", "main")
    write(root, ONE)
    committed(root)
    git(root, "merge", "--quiet", "--message", "Merge", "-s", "ours", "side")
    assert told(root) == [("erratum-altered", HEAD)]
    assert "2023-02-20" in said(root)


def test_a_branch_that_was_made_before_the_edition_is_no_fault(root):
    git(root, "switch", "--quiet", "-c", "side")
    (root / "note.txt").write_text("x", "utf-8")
    committed(root)
    git(root, "switch", "--quiet", "main")
    write(root, ONE)
    committed(root)
    git(root, "switch", "--quiet", "side")
    git(root, "merge", "--quiet", "--no-ff", "--message", "Merge", "main")
    assert told(root) == []


def test_a_file_that_only_got_another_mode_is_as_it_was(root):
    (root / MAIN).chmod(0o755)
    committed(root)
    assert told(root) == []


def test_what_was_altered_in_a_merge_is_told_once(root):
    git(root, "switch", "--quiet", "-c", "side")
    (root / "note.txt").write_text("x", "utf-8")
    committed(root)
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--no-commit", "side")
    edit(root, MAIN, "Report", "Another")
    committed(root, "Merge")
    assert told(root) == [("edition-altered", MAIN)]


def test_the_command_tells_it_and_fails(root):
    write(root, ONE)
    committed(root)
    write(root, "")
    committed(root)
    done = CliRunner().invoke(main, ["verify-history", "--root", str(root)])
    assert done.exit_code == 1
    assert "erratum-altered" in done.output
