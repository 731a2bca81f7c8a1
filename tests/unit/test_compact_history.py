"""An adopted text never changes: any byte is found, and git remembers what was put back."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.riverbend import (
    CHARTER,
    REGISTER,
    RIVERBEND,
    TODAY,
    codes,
    committed,
    copied,
    document,
    edit,
    git,
    project,
)
from truenorth.compact.load_texts import fingerprint
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.verify_history import verify_history

HELD = sorted(
    file.relative_to(RIVERBEND).as_posix()
    for file in RIVERBEND.glob("content/compact/*/versions/*.md")
)
TEXT = "content/compact/charter/versions/2024.md"


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    return copied(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def root(tmp_path):
    return copied(tmp_path)


def told(root) -> tuple[list[str], str]:
    problems = Problems()
    history = verify_history(root, problems)
    return [problem.code for problem in problems], " ".join(history.limits)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_any_byte_changed_anywhere_is_found(shared, data):
    file = shared / data.draw(st.sampled_from(HELD))
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
    file.write_bytes(whole[:at] + bytes([other]) + whole[at + 1 :])
    try:
        problems = Problems()
        assert load_project(shared, TODAY, problems) is None
        assert file.relative_to(shared).as_posix() in {p.place.file for p in problems}
        assert "adopted-text-changed" in told(shared)[0]
    finally:
        file.write_bytes(whole)


@pytest.mark.parametrize("change", [b"", b"\n", b" ", b"\r"])
def test_bytes_added_or_cut_off_are_found(root, change):
    whole = (root / TEXT).read_bytes()
    (root / TEXT).write_bytes(whole + change if change else whole[:-1])
    assert told(root)[0] == ["adopted-text-changed"]


def test_other_line_ends_are_the_same_text(root):
    """Git on Windows may write them; the words are the same."""
    whole = (root / TEXT).read_bytes()
    (root / TEXT).write_bytes(whole.replace(b"\n", b"\r\n"))
    assert codes(root) == []
    assert fingerprint(whole) == fingerprint(whole.replace(b"\n", b"\r\n"))


def test_ids_never_collide(root):
    found = project(root)
    for text in (*found.documents, *(held for d in found.documents for held in d.held)):
        ids = [section.id for section in text.sections]
        assert len(ids) == len(set(ids))
    everything = [(kind, ident) for kind, ident in found.origins]
    assert len(everything) == len(set(everything))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(["purpose", "money", "data", "new-one", "measures"]), min_size=2,
                max_size=5))  # fmt: skip
def test_ids_that_collide_are_always_told(shared, ids):
    """Sections are added with these ids: twice in a text, or one that was removed before."""
    file = shared / CHARTER
    whole = file.read_text("utf-8")
    file.write_text(whole + "".join(f"\n## Part {{#{i}}}\n\nWords.\n" for i in ids), "utf-8")
    try:
        assert {"duplicate-section", "section-id-reused"} & set(codes(shared))
    finally:
        file.write_text(whole, "utf-8")


def test_without_git_it_is_said_what_could_not_be_checked(root):
    assert told(root) == ([], told(root)[1])
    assert "no history of git" in told(root)[1]


def test_a_history_in_which_texts_were_only_added_is_sound(root):
    committed(root)
    edit(root, CHARTER, "Whoever signs", "Everyone who signs")
    committed(root)
    assert told(root) == ([], "")


def test_a_text_changed_together_with_its_register_is_found_by_git(root):
    committed(root)
    before = (root / TEXT).read_bytes()
    edit(root, TEXT, "in equal parts", "in parts")
    edit(root, REGISTER, fingerprint(before), fingerprint((root / TEXT).read_bytes()))
    assert codes(root) == []
    assert told(root)[0] == ["adopted-text-altered"], "not committed yet"
    committed(root)
    assert told(root)[0] == ["adopted-text-altered"]


def test_a_text_that_was_changed_and_put_back_is_still_told(root):
    committed(root)
    edit(root, TEXT, "in equal parts", "in parts")
    at_fault = committed(root)
    edit(root, TEXT, "in parts", "in equal parts")
    committed(root)
    problems = Problems()
    verify_history(root, problems)
    assert any(at_fault in problem.what for problem in problems)


def test_a_text_that_was_renamed_or_removed_is_told(root):
    committed(root)
    (root / TEXT).rename(root / "content/compact/charter/versions/2023.md")
    committed(root)
    assert "adopted-text-altered" in told(root)[0]


def test_a_change_hidden_in_a_merge_is_found(root):
    committed(root)
    git(root, "switch", "--quiet", "-c", "side")
    edit(root, "README.md", "Riverbend does not exist.", "There is no Riverbend.")
    committed(root)
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--no-commit", "side")
    before = (root / TEXT).read_bytes()
    edit(root, TEXT, "in equal parts", "in parts")
    edit(root, REGISTER, fingerprint(before), fingerprint((root / TEXT).read_bytes()))
    committed(root, "Merge")
    assert "adopted-text-altered" in told(root)[0]


def test_a_merge_of_a_text_that_was_added_on_a_branch_is_sound(root):
    committed(root)
    git(root, "switch", "--quiet", "-c", "side")
    (root / "content/compact/charter/versions/2026.md").write_bytes((root / CHARTER).read_bytes())
    committed(root)
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "Merge", "side")
    assert "adopted-text-altered" not in told(root)[0]


def test_a_shallow_clone_says_what_it_cannot_know(root, tmp_path):
    committed(root)
    edit(root, CHARTER, "Whoever signs", "Everyone who signs")
    committed(root)
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), str(tmp_path / "shallow"))
    found, limits = told(tmp_path / "shallow")
    assert found == []
    assert "cut off" in limits


def test_a_folder_inside_a_larger_repository(root, tmp_path):
    """The example keeps its partnership at the top, but a copy may lie in a folder."""
    committed(tmp_path)
    edit(root, TEXT, "in equal parts", "in parts")
    committed(tmp_path)
    problems = Problems()
    verify_history(root, problems)
    assert TEXT in {problem.place.file for problem in problems}


def test_the_day_alone_moves_a_version_into_force(root):
    charter = document(project(root, datetime.date(2025, 6, 30)))
    assert [held.label for held in charter.held] == ["2024", "2025"]
