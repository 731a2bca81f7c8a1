"""What answers to a self-assessment say: the middle, the spread, and what is called a change."""

from __future__ import annotations

import random
import statistics
from dataclasses import replace

import numpy
import pytest

from truenorth.partnership.answers import (
    Result,
    change,
    middle_of,
    previous,
    result,
    subject,
)
from truenorth.partnership.model import (
    Answer,
    Assessment,
    AssessmentPart,
    AssessmentTemplate,
    Item,
    Middle,
    Step,
)

STEPS = (1, 2, 3, 4, 5)
TEMPLATE = AssessmentTemplate(
    "readiness-1",
    "Ready?",
    "1",
    "It asks.",
    ("survey",),
    tuple(Step(number, f"step {number}") for number in STEPS),
    (AssessmentPart("all", "All", (Item("champions", "Who?"),)),),
)
FIRST = Assessment(
    "first", "readiness-1", "2024", "self", 12, (Answer("champions", (0, 0, 6, 6, 0)),)
)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0, 12, 0), Middle(4, 4, 4, 12)),
        ((1, 1, 1, 1, 1), Middle(3, 2, 4, 5)),
        ((0, 0, 6, 6, 0), Middle(3.5, 3, 4, 12)),
        ((5, 0, 0, 0, 5), Middle(3, 1, 5, 10)),
        ((19, 18, 9, 0, 0), Middle(2, 1, 2, 46)),
        ((0, 1, 0, 0, 0), Middle(2, 2, 2, 1)),
    ],
)
def test_the_middle_of_counted_answers(counts, said):
    assert middle_of(counts, STEPS) == said


def test_the_middle_agrees_with_what_others_compute():
    draw = random.Random(5)
    for _ in range(300):
        counts = [draw.randrange(6) for _ in STEPS]
        if not any(counts):
            continue
        chosen = [s for s, n in zip(STEPS, counts, strict=True) for _ in range(n)]
        found = middle_of(counts, STEPS)
        mirrored = [-step for step in chosen]
        assert found.median == statistics.median(chosen)
        assert found.low == numpy.percentile(chosen, 25, method="inverted_cdf")
        assert found.high == -numpy.percentile(mirrored, 25, method="inverted_cdf")
        inside = sum(found.low <= step <= found.high for step in chosen)
        assert 2 * inside >= len(chosen)
        assert found.low <= found.median <= found.high


def test_nobody_has_no_middle():
    with pytest.raises(ValueError, match="nobody"):
        middle_of((0, 0), (1, 2))


def test_an_answer_says_the_same_counted_or_told_by_its_middle():
    counted = result(Answer("x", (0, 5, 5, 10, 0)), TEMPLATE, 30)
    told = result(Answer("x", middle=Middle(3.5, 2, 4, 20)), TEMPLATE, 30)
    assert replace(counted, counts=()) == told
    assert counted.n == 20


def test_what_all_agreed_on_is_one_answer_of_everybody():
    assert result(Answer("x", agreed=4), TEMPLATE, 9) == Result(4, 4, 4, 9, (), together=True)


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ((2, 1, 2), (4, 3, 4), "higher"),
        ((4, 3, 4), (2, 1, 2), "lower"),
        ((3, 3, 4), (4, 3, 4), "unclear"),
        ((2, 2, 3), (3.5, 2, 4), "unclear"),
        ((3, 1, 5), (4, 4, 4), "unclear"),
        ((3, 3, 3), (4, 2, 5), "unclear"),
        ((4, 3, 4), (4, 2, 5), "same"),
    ],
)
def test_a_change_within_the_spread_is_no_change(before, now, said):
    assert change(Result(*now, 20), Result(*before, 20)) == said


def test_answers_given_as_one_are_compared_with_such_only():
    one, other = (Result(s, s, s, 9, together=True) for s in (3, 4))
    assert change(other, one) == "higher"
    assert change(other, Result(3, 2, 4, 9)) == "not_comparable"


def test_the_time_before_is_that_of_the_same_questions_subject_and_judges():
    later = replace(FIRST, id="later", date="2026-03")
    between = replace(FIRST, id="between", date="2025-11")
    others = (
        replace(FIRST, id="a", date="2025-12", template="other-1"),
        replace(FIRST, id="b", date="2025-12", body="council"),
        replace(FIRST, id="c", date="2025-12", basis="peer"),
        replace(FIRST, id="d", date="2026"),
        replace(FIRST, id="e", date="2026-03"),
    )
    assert previous(later, (FIRST, between, later, *others)) == between
    assert previous(between, (FIRST, between, later)) == FIRST
    assert previous(FIRST, (FIRST, between, later, *others)) is None


def test_whom_an_assessment_is_about():
    assert subject(FIRST) is None
    assert subject(replace(FIRST, constellation="hub")) == ("constellations", "hub")
    assert subject(replace(FIRST, organization="school")) == ("organizations", "school")
