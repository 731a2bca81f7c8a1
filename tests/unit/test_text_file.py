"""Text files: UTF-8 inside the folder, and a plain word about anything else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truenorth.problems import Place, Problems
from truenorth.sources.text_file import decode, leaves_folder, read_text


def fault(raw: bytes):
    problems = Problems()
    assert decode(raw, "a.csv", problems) is None
    (found,) = problems
    return found


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read_alike(ends):
    assert decode(f"a{ends}b{ends}".encode(), "a.csv", Problems()) == "a\nb\n"


def test_a_missing_file_is_a_problem_only_where_it_is_needed(tmp_path):
    problems = Problems()
    assert read_text(tmp_path, "a.yml", problems, required=False) is None
    assert len(problems) == 0
    assert read_text(tmp_path, "a.yml", problems) is None
    assert [p.code for p in problems] == ["file-missing"]


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        ("a\nb".encode("utf-16"), "text-encoding", (1, 1)),
        ("some text".encode("utf-16-le"), "text-encoding", (1, 1)),
        ("some text".encode("utf-16-be"), "text-encoding", (1, 1)),
        ("a\nb".encode("utf-32"), "text-encoding", (1, 1)),
        ("a\nb".encode("utf-8-sig"), "text-byte-order-mark", (1, 1)),
        ("a\r\nbé".encode("cp1252"), "text-encoding", (2, 2)),
        (b"a\nb\x00c", "text-control-character", (2, 2)),
        (b"\xff", "text-encoding", (1, 1)),
    ],
)
def test_other_encodings_are_named_with_their_place(raw, code, place):
    found = fault(raw)
    assert (found.code, found.place) == (code, Place("a.csv", *place))


def test_the_odd_letter_is_shown_as_windows_would():
    assert '"é"' in fault("Café".encode("cp1252")).what


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../a.csv", "a/../../b", "C:\\a.csv", "C:a.csv", "..\\a", "a\0b", "a\nb"],
)
def test_paths_that_leave_the_folder(path, tmp_path):
    assert leaves_folder(path)
    problems = Problems()
    assert read_text(tmp_path, path, problems) is None
    assert [p.code for p in problems] == ["path-leaves-folder"]


@pytest.mark.parametrize("path", ["a.csv", "a/b.csv", "a..b.csv", "./a", "été.csv", "a b.csv"])
def test_paths_that_stay(path):
    assert not leaves_folder(path)


def test_a_folder_and_an_endless_name_are_no_files(tmp_path):
    (tmp_path / "folder").mkdir()
    problems = Problems()
    assert read_text(tmp_path, "folder", problems) is None
    assert read_text(tmp_path, "x" * 5000, problems) is None
    assert [p.code for p in problems] == ["file-unreadable", "file-unreadable"]


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_problem(raw):
    problems = Problems()
    text = decode(raw, "a.csv", problems)
    assert (text is None) == (problems.errors == 1)
