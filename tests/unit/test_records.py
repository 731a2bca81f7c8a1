"""Records from what was written: values, places and messages."""

from __future__ import annotations

import pytest

from truenorth.compact.model import Register
from truenorth.partnership.model import Goal, Organization, Partnership
from truenorth.problems import Problem, Problems
from truenorth.reportcard.model import Definition
from truenorth.sources.records import read_record, read_records
from truenorth.sources.yaml_text import parse_yaml
from truenorth.written import walk

GOAL = """\
id: read
order: 2
title: Reading
statement: Every child reads.
population: students in grade 3
section: goals#read
sources: [report]
"""


def read(model: type, text: str):
    problems = Problems()
    file = parse_yaml(text, "data/x.yml", problems)
    assert file is not None
    return read_record(model, file, (), problems), list(problems)


def only(found: list[Problem]) -> Problem:
    assert len(found) == 1, found
    return found[0]


def test_text_becomes_what_the_model_says():
    entry, problems = read(Goal, GOAL)
    assert problems == []
    assert entry.record.order == 2
    assert entry.record.sources == ("report",)
    assert entry.record.note is None
    assert entry.id == "read"


def test_a_year_or_a_label_without_quotes_stays_text():
    entry, problems = read(
        Register, "document: charter\nversions:\n  - {label: 2010, title: First, "
        "status: adopted, text: full, adopted: 2010-02-17}\n"
    )  # fmt: skip
    assert problems == []
    assert entry.record.versions[0].label == "2010"
    assert entry.record.versions[0].adopted == "2010-02-17"


def test_a_key_with_nothing_after_it_is_a_key_left_out():
    entry, problems = read(Goal, GOAL + "note:\n")
    assert problems == []
    assert entry.record.note is None


def test_every_fault_of_a_record_is_told_at_its_own_line():
    entry, problems = read(
        Goal, GOAL.replace("order: 2", "order: two").replace("title: Reading", "titel: Reading")
    )
    assert entry.record is None
    assert [(p.code, p.place.line) for p in problems] == [("wrong-type", 2), ("unknown-key", 3)]


def test_a_misspelt_key_is_not_also_missing():
    _, problems = read(Goal, GOAL.replace("population", "populaton"))
    assert only(problems).code == "unknown-key"
    assert 'Did you mean "population"?' in only(problems).fix


def test_polarity_says_why_there_is_no_default():
    _, problems = read(
        Definition, "unit: percent\ntier: headline\ngoals: [read]\ndefinition: A\ngeography: b\n"
    )
    assert only(problems).code == "missing-polarity"
    assert "guessing wrong turns good news into bad" in only(problems).why


def test_faults_deep_inside_name_the_entry():
    _, problems = read(
        Organization, "id: a\nname: A\nsector: city\nroles:\n  - role: funder\n  - since: 2015\n"
    )
    assert only(problems).place.line == 6
    assert 'Entry 2 of "roles" of the organization "a" has no "role"' in only(problems).what


@pytest.mark.parametrize(
    ("word", "meant"), [("yes", "true"), ("No", "false"), ("on", "true"), ("off", "false")]
)
def test_yes_and_no_are_refused_with_the_word_that_is_meant(word: str, meant: str):
    _, problems = read(Partnership, f"signed: {word}\n")
    found = next(p for p in problems if p.code == "yes-no")
    assert found.fix == f'Write "signed: {meant}".'


@pytest.mark.parametrize("day", ["2016-13", "2016-2-1", "16", "2016/12/14", "2023-02-29"])
def test_dates_that_are_none(day: str):
    _, problems = read(Partnership, f"founded: {day}\n")
    assert [p.code for p in problems if p.code == "bad-date"] == ["bad-date"]


@pytest.mark.parametrize("number", ["nan", "inf", "1,250", "12%", "true"])
def test_numbers_that_are_none(number: str):
    _, problems = read(Definition, f"polarity: higher\nmin_change: {number}\n")
    assert [p.place.line for p in problems if p.code == "wrong-type"] == [2]


@pytest.mark.parametrize("text", ["[]", "{}", "text", "goals: text", "goals: {a: b}", "other: []"])
def test_a_list_file_of_the_wrong_shape_is_told_once(text: str):
    problems = Problems()
    file = parse_yaml(text, "data/goals.yml", problems)
    assert read_records(Goal, file, "goals", problems) == ()
    assert len(problems) == 1


def test_an_empty_list_file_is_sound():
    problems = Problems()
    file = parse_yaml("goals: []", "data/goals.yml", problems)
    assert read_records(Goal, file, "goals", problems) == ()
    assert len(problems) == 0


def test_walking_finds_fields_inside_fields():
    data = {"id": "a", "roles": [{"role": "funder"}, "slip"], "unknown": 1}
    assert [w.path for w in walk(Organization, data)] == [
        ("id",), ("roles",), ("roles", 0, "role")
    ]  # fmt: skip
