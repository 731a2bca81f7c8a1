"""Which records name which, which pages must lead to which, and what nobody may name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.town import Town
from truenorth.pages.relations import naming, relations
from truenorth.partnership.model import (
    Action,
    Commitment,
    Funding,
    Recipient,
    Strategy,
)
from truenorth.problems import Problems
from truenorth.references import check_internal, is_internal, named_by
from truenorth.site.verify.finding import Findings
from truenorth.site.verify.relation_checks import check_relations
from truenorth.site.verify.site_files import SiteFiles
from truenorth.sources.records import read_record
from truenorth.sources.yaml_text import parse_yaml

SEED = Funding(
    "seed", "Seed", "seed", ("survey",), recipients=(Recipient(constellation="book-club"),)
)
PROMISE = Commitment(
    "books", "Books", "Every child gets a book.", ("school-board",), ("survey",), goals=("read",)
)
WAY = Strategy(
    "aloud",
    "Reading aloud",
    "Somebody reads aloud every day.",
    ("survey",),
    actions=(Action("train", "Train readers.", owners=("school-board",)),),
)
URL = "https://river.example/below/"


def test_a_record_names_what_it_refers_to_inside_its_parts_as_well():
    assert set(named_by(SEED)) == {("sources", "survey"), ("constellations", "book-club")}
    assert ("organizations", "school-board") in set(named_by(WAY))


def test_what_is_left_out_or_said_in_words_names_nothing():
    assert list(named_by(replace(SEED, sources=(), recipients=(), purpose="book-club"))) == []


def test_each_pair_stands_both_ways():
    pairs = relations(replace(Town(), commitments=(PROMISE,)))
    assert ("/commitments/books/", "/goals/read/") in pairs
    assert {(there, here) for here, there in pairs} == pairs


def test_sources_are_told_of_and_tell_nothing_back():
    pairs = relations(replace(Town(), commitments=(PROMISE,)))
    assert not [pair for pair in pairs if any(end.startswith("/sources/") for end in pair)]


def test_who_names_a_record_is_found_by_kind():
    town = replace(Town(), commitments=(PROMISE,), strategies=(WAY,))
    assert naming(town, "commitments", "goals", "read") == ("books",)
    assert naming(town, "commitments", "goals", "work") == ()
    assert naming(town, "strategies", "organizations", "school-board") == ("aloud",)


@pytest.fixture
def site(tmp_path):
    pages = {
        "goals/read/index.html": '<a href="../../funding/#seed">Seed</a>',
        "funding/index.html": '<h2 id="seed">Seed</h2><a href="/below/goals/read/">Goal</a>',
    }
    for path, html in pages.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(html, "utf-8")
    return tmp_path


def faults(site, *pairs):
    problems = Problems()
    check_relations(SiteFiles(site, URL), pairs, Findings(problems, {}))
    return [(p.code, p.place.file) for p in problems]


def test_a_link_counts_with_and_without_the_part_of_the_page(site):
    assert faults(site, ("/goals/read/", "/funding/#seed"), ("/goals/read/", "/funding/")) == []
    assert faults(site, ("/funding/#seed", "/goals/read/")) == []


@pytest.mark.parametrize("there", ["/funding/#grant", "/funding/grant/", "/goals/"])
def test_a_link_to_anything_else_does_not(site, there):
    assert faults(site, ("/goals/read/", there)) == [
        ("site-relation-missing", "goals/read/index.html")
    ]


def test_a_page_that_is_missing_is_told_elsewhere(site):
    assert faults(site, ("/goals/work/", "/funding/")) == []


def entry(text: str):
    problems = Problems()
    return read_record(Funding, parse_yaml(text, "data/funding.yml", problems), (), problems)


FUNDING = """\
id: seed
title: Seed
kind: seed
recipients:
  - constellation: circle
sources: [report]
"""


def told(text: str):
    problems = Problems()
    check_internal([entry(text)], {"constellations": {"circle"}}, problems)
    return [(p.code, p.place.line) for p in problems]


def test_a_public_record_that_names_an_internal_one_is_told_at_its_line():
    assert told(FUNDING) == [("names-internal-record", 5)]


def test_an_internal_record_may_name_another():
    assert told(f"{FUNDING}visibility: internal\n") == []


@pytest.mark.parametrize(
    ("data", "internal"),
    [
        ({"visibility": "internal"}, True),
        ({"visibility": "public"}, False),
        ({}, False),
        ([], False),
    ],
)
def test_only_the_word_makes_a_record_internal(data, internal):
    assert is_internal(data) is internal
