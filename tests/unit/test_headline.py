"""The counts of an edition are those of the statuses, and never an average."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.test_pace import pace
from tests.unit.test_projection import judged
from tests.unit.test_trend import of
from truenorth.reportcard.headline import count_paces, count_trends, count_verdicts

RUNS = st.lists(st.lists(st.integers(0, 100), max_size=8), max_size=12)


@settings(deadline=None)
@given(RUNS, st.integers(0, 5))
def test_counts_add_up(runs: list[list[int]], wanted: int) -> None:
    trends = [of(*run) for run in runs]
    found = count_trends(trends, wanted)
    unassessed = found.too_early + found.baseline_only + found.not_assessed
    assert found.indicators == found.assessable + unassessed + wanted == len(runs) + wanted
    assert found.by_chance == round(0.1 * found.assessable, 1)
    assert found.improving == sum(t.status == "improving" for t in trends)


def test_by_hand() -> None:
    trends = [
        of(50, 53, 56, 59, 62), of(62, 59, 56, 53, 50), of(*[50] * 7), of(50, 60), of(5), of(),
    ]  # fmt: skip
    found = count_trends(trends, wanted=2)
    assert (found.improving, found.worsening, found.no_clear_change) == (1, 1, 1)
    assert (found.too_early, found.baseline_only, found.not_assessed) == (1, 1, 1)
    assert (found.indicators, found.assessable, found.by_chance) == (8, 3, 0.3)
    assert found.resting_on_latest == 2
    assert count_trends([]).by_chance == 0


def test_back_tests_are_kept_out_of_the_count() -> None:
    better = judged(70.0)
    head = replace(better.vintage.head, retrospective=True)
    back = replace(better, vintage=replace(better.vintage, head=head))
    assert count_verdicts([better, back, judged(60.0)]) == {"better": 1, "within": 1}


def test_paces_by_verdict() -> None:
    found = count_paces([pace(50, 61, amount=60), pace(50, amount=60), pace(61, amount=60)])
    assert found == {"reached": 2, "cannot_tell": 1}
