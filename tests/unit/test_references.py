"""Ids that are named elsewhere: found by the description of the fields."""

from __future__ import annotations

import dataclasses

import pytest

from truenorth.compact.model import DocumentHead, Register
from truenorth.file_formats import FORMATS
from truenorth.partnership.model import Funding
from truenorth.problems import Place, Problems
from truenorth.references import HOMES, check_mentions, check_unique, mentions
from truenorth.sources.records import read_record
from truenorth.sources.yaml_text import parse_yaml
from truenorth.written import fields_of, nested

FUNDING = """\
id: seed
title: Seed
kind: seed
funders: [otter]
recipients:
  - constellation: circle
sources: [report, letter]
"""


def models(model: type) -> set[type]:
    inner = (nested(hint) for _, hint in fields_of(model).values())
    return {model}.union(*(models(one) for one in inner if one is not None))


def entry(text: str):
    problems = Problems()
    return read_record(Funding, parse_yaml(text, "data/funding.yml", problems), (), problems)


def test_ids_are_found_alone_in_lists_and_inside_entries():
    read = entry(FUNDING)
    assert [(m.kind, m.id) for m in mentions(read.model, read.data)] == [
        ("sources", "report"), ("sources", "letter"), ("organizations", "otter"),
        ("constellations", "circle"),
    ]  # fmt: skip


def test_unknown_ids_are_told_at_their_line_with_the_nearest_one():
    problems = Problems()
    known = {"sources": {"report", "letters"}, "organizations": {"otter"}, "constellations": ()}
    check_mentions([entry(FUNDING)], known, problems)
    found = [(p.code, p.place.line, p.fix) for p in problems]
    assert found == [
        ("unknown-constellation", 6, "Add it to data/constellations.yml first."),
        ("unknown-source", 7, 'Did you mean "letters"?'),
    ]


def test_a_kind_that_could_not_be_read_is_not_held_against_anyone():
    problems = Problems()
    check_mentions([entry(FUNDING)], {}, problems)
    assert len(problems) == 0


def test_an_id_used_twice_names_the_first_place():
    problems = Problems()
    places = [("a", Place("data/goals.yml", 2)), ("b", Place("data/goals.yml", 5)),
              ("a", Place("data/goals.yml", 9))]  # fmt: skip
    check_unique("goals", places, problems)
    (found,) = problems
    assert found.place.line == 9
    assert "line 2" in found.what


@pytest.mark.parametrize("model", sorted({m for f in FORMATS for m in models(f.model)}, key=str))
def test_every_kind_that_a_field_refers_to_has_a_home(model: type):
    for field in dataclasses.fields(model):
        kind = field.metadata.get("refers_to")
        assert kind is None or kind in HOMES


@pytest.mark.parametrize("model", [Register, DocumentHead, Funding])
def test_fields_called_sources_are_checked(model: type):
    named = {f.name for m in models(model) for f in dataclasses.fields(m)
             if f.name in ("sources", "evidence")}  # fmt: skip
    checked = {f.name for m in models(model) for f in dataclasses.fields(m)
               if f.metadata.get("refers_to") == "sources"}  # fmt: skip
    assert named == checked
