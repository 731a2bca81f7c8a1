"""The exact test: against listed permutations, scipy and the published table."""

from __future__ import annotations

import math
import random
import time
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from truenorth.reportcard.mann_kendall import (
    p_of_score,
    p_value,
    score,
    tie_pattern,
    untied_pairs,
)

# Pairs that must agree for p <= 0.10, as the methods page prints them.
NEEDED = {4: 6, 5: 9, 6: 13, 7: 17, 8: 22, 9: 27, 10: 33, 11: 39, 12: 46}
SHORT = st.lists(st.integers(0, 4), min_size=0, max_size=6)


def listed(values: list[int]) -> float:
    """The p by listing every order."""
    orders = [abs(score(order)) for order in permutations(values)]
    return sum(found >= abs(score(values)) for found in orders) / len(orders)


@pytest.mark.parametrize(("n", "needed"), NEEDED.items())
def test_the_published_table_holds_exactly(n: int, needed: int) -> None:
    pairs, ties = n * (n - 1) // 2, (1,) * n

    def p(agreeing: int) -> float:
        return p_of_score(2 * agreeing - pairs, ties)

    assert p(needed) <= 0.10 < p(needed - 1)


def test_hand_worked() -> None:
    assert p_value([1, 2, 3, 4]) == pytest.approx(2 / 24)
    assert p_value([1, 2, 3, 5, 4]) == pytest.approx(2 * (1 + 4) / 120)
    # Of the three orders of 1, 1, 2 one rises, one falls and one does neither.
    assert p_value([1, 1, 2]) == pytest.approx(2 / 3)
    assert [p_value(v) for v in ([], [7], [7, 7, 7], [1, 2])] == [1, 1, 1, 1]


@settings(max_examples=150, deadline=None)
@given(SHORT)
def test_it_is_what_listing_every_order_gives(values: list[int]) -> None:
    assert p_value(values) == pytest.approx(listed(values), abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(11)))
def test_it_is_what_scipy_gives_without_ties(values: list[int]) -> None:
    oracle = stats.kendalltau(range(11), values, method="exact").pvalue
    assert p_value(values) == pytest.approx(oracle, abs=1e-12)


@settings(deadline=None)
@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=14))
def test_direction_and_unit_do_not_matter(values: list[float]) -> None:
    p = p_value(values)
    assert 0 < p <= 1
    assert p_value(values[::-1]) == p
    assert p_value([-v for v in values]) == p
    assert p_value([v * 1024 for v in values]) == p


@settings(deadline=None)
@given(st.permutations(range(9)), st.integers(0, 7))
def test_undoing_an_agreement_never_makes_it_surer(values: list[int], at: int) -> None:
    """Swapping two neighbors that move with the trend leaves p as it is, or raises it."""
    found = score(values)
    step = values[at + 1] - values[at]
    if found * step > 0:
        swapped = [*values]
        swapped[at], swapped[at + 1] = values[at + 1], values[at]
        assert p_value(swapped) >= p_value(values)


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=9))
def test_p_falls_as_more_pairs_agree(values: list[int]) -> None:
    ties = tie_pattern(values)
    pairs = untied_pairs(ties)
    ps = [p_of_score(found, ties) for found in range(pairs % 2, pairs + 1, 2)]
    assert ps == sorted(ps, reverse=True)


def test_two_hundred_points_with_ties_are_fine() -> None:
    generator = random.Random(4)
    values = [generator.randrange(80) for _ in range(200)]
    began = time.process_time()
    exact = p_value(values)
    assert time.process_time() - began < 10
    ties = tie_pattern(values)
    n = len(values)
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    normal = 2 * stats.norm.sf((abs(score(values)) - 1) / math.sqrt(variance))
    assert exact == pytest.approx(normal, abs=2e-3)
    assert p_value(range(200)) < 1e-300
