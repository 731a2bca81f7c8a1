"""YAML with places: what was written stays written, and slips are told for what they are."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truenorth.problems import Place, Problems
from truenorth.sources.yaml_text import parse_yaml, read_yaml


def parse(text: str, **more):
    problems = Problems()
    found = parse_yaml(text, "a.yml", problems, **more)
    assert (found is None) == (problems.errors > 0)
    return found, list(problems)


def test_a_scalar_stays_the_text_that_was_written():
    text = "a: no\nb: 007\nc: 2016-12-14\nd: 1.50\ne: 'true'\nf: \"\"\ng: Yes\nh: 1_000\ni: True\n"
    found, _ = parse(text)
    assert found.data == {
        "a": "no", "b": "007", "c": "2016-12-14", "d": "1.50", "e": "true", "f": "", "g": "Yes",
        "h": "1_000", "i": "True",
    }  # fmt: skip


def test_true_false_and_nothing_are_more_than_text():
    found, _ = parse("a: true\nb: false\nc: null\nd: ~\ne:\n")
    assert found.data == {"a": True, "b": False, "c": None, "d": None, "e": None}


def test_keys_are_always_text():
    found, _ = parse("true: a\nnull: b\n2016: c\n")
    assert list(found.data) == ["true", "null", "2016"]


def test_values_and_keys_have_places():
    found, _ = parse("goals:\n  - id: read\n    title:   Reading\n")
    assert found.place("goals", 0, "title") == Place("a.yml", 3, 14)
    assert found.key_place("goals", 0, "title") == Place("a.yml", 3, 5)
    assert found.place("goals", 0, "absent", "deeper") == found.place("goals", 0)
    assert found.key_place("absent") == Place("a.yml", 1, 1)


def test_places_count_from_the_line_where_the_text_begins():
    found, _ = parse("title: Reading\n", first_line=2)
    assert found.place("title") == Place("a.yml", 2, 8)
    _, (fault,) = parse("title: Reading\n\tx: y\n", first_line=2)
    assert fault.place == Place("a.yml", 3, 1)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a:\n\tb: c\n", "yaml-tab", 2, 1),
        ("a:\n  b: c\n \td: e\n", "yaml-tab", 3, 2),
        ("title:Foo\n", "yaml-colon-space", 1, 6),
        ("title:Foo\nx: y\n", "yaml-colon-space", 1, 6),
        ("x: y\ntitle:Foo\n", "yaml-colon-space", 2, 6),
        ("x: y\ntitle:Foo\nz: 1\n", "yaml-colon-space", 2, 6),
        ("a:\n  b:Foo\n", "yaml-colon-space", 2, 4),
        ("- id: x\n  name:Foo\n  b: c\n", "yaml-colon-space", 2, 7),
        ("a: Foo: bar\n", "yaml-second-colon", 1, 4),
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", 3, 1),
        ("a: &x 1\n", "yaml-alias", 1, 4),
        ("a: *x\n", "yaml-alias", 1, 4),
        ("a: !!int 1\n", "yaml-tag", 1, 4),
        ("a: !x 1\n", "yaml-tag", 1, 4),
        ('a: "foo\nb: 1\n', "yaml-quote", 1, 4),
        ('a: "foo\nb: "bar"\n', "yaml-quote", 1, 4),
        ("a: 'it's'\n", "yaml-text-after-quote", 1, 8),
        ('a: "x" y\n', "yaml-text-after-quote", 1, 8),
        ("a: 1\n b: 2\n", "yaml-layout", 2, 3),
        ("a:\n  b: 1\n c: 2\n", "yaml-layout", 3, 2),
        ("a: %x\n", "yaml-special-character", 1, 4),
        ("a: @x\n", "yaml-special-character", 1, 4),
        ("%YAML 9\n---\na: 1\n", "yaml-special-character", 1, 1),
        ("a: [1, 2\nb: 3\n", "yaml-bracket", 1, 4),
        ("a: [draft] Foo\n", "yaml-bracket", 1, 4),
        ("- a\n-b\n- c\n", "yaml-dash-space", 2, 1),
        ("x: 1\nyes\nz: 2\n", "yaml-no-colon", 2, 1),
        ("a: 1\n---\nb: 2\n", "yaml-documents", 2, 1),
        ("? [a]\n: b\n", "yaml-key", 1, 3),
        ("", "yaml-empty", 1, 1),
        ("# only this\n", "yaml-empty", 1, 1),
        ("a\x80: x\n", "yaml-character", 1, 2),
        ("[" * 100_000, "yaml-too-deep", 1, 31),
    ],
)
def test_slips_are_told_where_they_were_made(text, code, line, column):
    _, (fault,) = parse(text)
    assert (fault.code, fault.place.line, fault.place.column) == (code, line, column)
    assert fault.what
    assert fault.why
    assert fault.fix


@pytest.mark.parametrize(
    "text", ["u: http://x.org/a:b\n", "t: 12:30\n", "- a:b\n- c\n", "t: >\n  a:b\n", "k: '*x'\n"]
)
def test_ordinary_colons_are_left_alone(text):
    assert parse(text)[1] == []


def test_an_alias_bomb_is_refused_at_once():
    bomb = 'a0: &a0 ["lol", "lol"]\n' + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    start = time.perf_counter()
    _, (fault,) = parse(bomb)
    assert fault.code == "yaml-alias"
    assert time.perf_counter() - start < 1


def test_several_duplicate_keys_are_all_told():
    _, faults = parse("a: 1\na: 2\nb: 3\nb: 4\n")
    assert [fault.place.line for fault in faults] == [2, 4]


def test_windows_line_ends_count_as_one(tmp_path):
    (tmp_path / "a.yml").write_bytes(b"a: 1\r\nb:\r\n  c: 2\r\n")
    found = read_yaml(tmp_path, "a.yml", Problems())
    assert found.data == {"a": "1", "b": {"c": "2"}}
    assert found.place("b", "c") == Place("a.yml", 3, 6)


def test_a_missing_file_is_nothing_unless_required(tmp_path):
    problems = Problems()
    assert read_yaml(tmp_path, "a.yml", problems) is None
    assert len(problems) == 0
    assert read_yaml(tmp_path, "a.yml", problems, required=True) is None
    assert [p.code for p in problems] == ["file-missing"]


@settings(deadline=None)
@given(st.text(alphabet=":-[]{}\"'#&*!|>%@`,? \t\nab1.~\u2028\x85\ufeff", max_size=60))
def test_any_text_is_data_or_a_problem_with_a_place_inside_it(text):
    found, faults = parse(text)
    lines = len(text.splitlines()) + 1
    for fault in faults:
        assert 1 <= fault.place.line <= lines
        assert fault.place.column >= 1
    if found is not None:
        assert all(place.line <= lines for place in found.places.values())


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("abcd"), st.text(alphabet="xyz 0:-", max_size=8)))
def test_quoted_text_comes_back_as_it_was(record):
    text = "".join(f'{key}: "{value}"\n' for key, value in record.items()) or "{}\n"
    assert parse(text)[0].data == record
