"""Quorum, majority and notice, by tables worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from truenorth.compact.adoption import Threshold, earliest_decision, shortfalls
from truenorth.compact.model import Decision, DecisionRule, Tally

RULE = DecisionRule("council", "vote", "more than 1/2", "at least 2/3", "votes_cast", 14)
DECISION = Decision("d", "A decision", "council", "2026-03-03", "vote", Tally(15, 9, 6, 3))
NOTICE = "2026-02-17"


def missed(rule=RULE, decision=DECISION, notice=NOTICE, signed=frozenset()):
    found = shortfalls(rule, decision, notice, signed)
    return [(one.kind, one.had, one.needed, one.out_of) for one in found]


def voted(*tally: int) -> Decision:
    return replace(DECISION, tally=Tally(*tally))


@pytest.mark.parametrize(
    ("words", "whole", "needed"),
    [
        ("more than 1/2", 15, 8),
        ("more than 1/2", 14, 8),
        ("at least 1/2", 15, 8),
        ("at least 1/2", 14, 7),
        ("at least 2/3", 12, 8),
        ("at least 2/3", 13, 9),
        ("more than 2/3", 12, 9),
        ("more than 2/3", 13, 9),
        ("at least 3/4", 7, 6),
        ("at least 1/1", 15, 15),
        ("at least 1", 15, 1),
        ("at least 8", 15, 8),
        ("more than 8", 15, 9),
        ("more than 0", 15, 1),
        ("at least 1/3", 0, 0),
        ("more than 1/2", 0, 1),
    ],
)
def test_how_many_are_enough(words, whole, needed):
    assert Threshold.read(words).needed(whole) == needed


@pytest.mark.parametrize("words", ["half", "1/2", "over 1/2", "at least 1/2 ", "at least 50%"])
def test_other_words_are_no_threshold(words):
    with pytest.raises(ValueError, match=words):
        Threshold.read(words)


@pytest.mark.parametrize(
    ("tally", "lacking"),
    [
        ((15, 9, 6, 3), []),
        ((15, 8, 8), []),
        ((15, 7, 7), [("quorum", 7, 8, 15)]),
        ((14, 7, 7), [("quorum", 7, 8, 14)]),
        ((15, 9, 5, 3), [("majority", 5, 6, 8)]),
        ((15, 9, 5, 2, 2), []),
        ((15, 9, 0, 0, 9), [("majority", 0, 1, 0)]),
        ((15, 6, 3, 3), [("quorum", 6, 8, 15), ("majority", 3, 4, 6)]),
    ],
)
def test_quorum_and_majority_of_votes_cast(tally, lacking):
    assert missed(decision=voted(*tally)) == lacking


@pytest.mark.parametrize(
    ("of", "lacking"),
    [
        ("votes_cast", []),
        ("members_present", [("majority", 6, 7, 10)]),
        ("all_members", [("majority", 6, 10, 15)]),
    ],
)
def test_out_of_whom_the_majority_is_counted(of, lacking):
    assert missed(replace(RULE, majority_of=of), voted(15, 10, 6, 2, 2)) == lacking


@pytest.mark.parametrize(
    ("notice", "lacking"),
    [
        ("2026-02-17", []),
        ("2026-02-18", [("notice", 13, 14, None)]),
        ("2026-03-04", [("notice", -1, 14, None)]),
        ("2026-01", []),
        ("2026-02", [("notice", 3, 14, None)]),
        (None, [("notice", 0, 14, None)]),
    ],
)
def test_notice_counts_only_where_it_is_surely_early_enough(notice, lacking):
    assert missed(notice=notice) == lacking


def test_no_notice_is_needed_where_none_is_asked_for():
    assert missed(replace(RULE, notice_days=0), notice=None) == []


def test_another_body_and_a_vote_without_numbers():
    other = replace(DECISION, body="board", tally=None)
    assert missed(decision=other) == [("body", "board", "council", None), ("tally", 0, 1, None)]


def test_consensus_is_without_votes_against_and_with_a_quorum():
    rule = replace(RULE, method="consensus")
    agreed = replace(DECISION, method="consensus", tally=None)
    assert missed(rule, agreed) == []
    assert missed(rule) == [("consensus", "vote", "consensus", None)]
    assert missed(rule, replace(agreed, tally=Tally(15, 9, 8, 1))) == [
        ("consensus", "consensus", "consensus", None)
    ]
    assert missed(rule, replace(agreed, tally=Tally(15, 7, 7))) == [("quorum", 7, 8, 15)]


def test_those_who_must_sign():
    rule = replace(RULE, must_sign=("schools", "city"))
    assert missed(rule, signed=frozenset({"schools", "city"})) == []
    assert missed(rule, signed=frozenset({"city"})) == [("signatures", "schools", 2, None)]


def test_the_first_day_on_which_a_body_can_decide():
    assert earliest_decision(date(2026, 2, 17), RULE) == date(2026, 3, 3)
