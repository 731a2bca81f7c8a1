"""Gaps: reference, closing and widening, what moved them, and what never matters."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.town import indicator, year
from truenorth.reportcard.comparison import compare_places
from truenorth.reportcard.gap import Gap
from truenorth.reportcard.gaps import DimensionGaps, assess_gaps
from truenorth.reportcard.headline import count_gaps
from truenorth.reportcard.model import Dimension, Group, Indicator, Observation

RUNS = st.lists(st.integers(0, 1000).map(lambda v: v / 10), min_size=0, max_size=9)
WAYS = {
    "focus_up": "focus_down", "reference_up": "reference_down", "both_up": "both_down",
    "focus_up_reference_down": "focus_down_reference_up", "unchanged": "unchanged",
}  # fmt: skip
TURNED = {**WAYS, **{v: k for k, v in WAYS.items()}}


def rows(group: str | None, values, first: int = 2010, **more) -> list[Observation]:
    groups = (("level", group),) if group else ()
    return [
        year(first + i, v, groups=groups, **more) for i, v in enumerate(values) if v is not None
    ]


def known(*observations: Observation, reference: str | None = None, **definition) -> Indicator:
    names = dict.fromkeys(g for o in observations for _, g in o.groups) or {"A": None}
    level = Dimension(
        "level", "By level", tuple(Group(n, n.lower()) for n in names), reference=reference
    )
    return indicator(*observations, dimensions=(level,), **definition)


def gap(focus, reference, **definition) -> Gap:
    """The gap of group F to group R, which is named as the reference."""
    found = known(*rows("F", focus), *rows("R", reference), reference="R", **definition)
    ((_, only),) = assess_gaps(found)[0].gaps or [(None, None)]
    return only


def dimension(*observations: Observation, **definition) -> DimensionGaps:
    return assess_gaps(known(*observations, **definition))[0]


def test_by_hand() -> None:
    found = gap([40, 43, 46, 49, 52], [60, 60, 61, 61, 61])
    assert found.status == "closing"
    assert [y.difference for y in found.years] == [-20, -17, -15, -12, -9]
    assert found.latest.ratio == pytest.approx(52 / 61)
    assert found.change == -11 and found.focus_is_worse_off is True
    assert (found.n, found.p) == (5, pytest.approx(2 / 120))
    assert (found.focus_change, found.reference_change) == pytest.approx((12, 7 / 6))
    assert (found.driver, found.leveled_down, found.method) == ("focus_up", False, "gap/1")


@pytest.mark.parametrize(
    ("focus", "reference", "status", "driver", "leveled_down"),
    [
        ([40] * 5, [60, 57, 54, 51, 48], "closing", "reference_down", True),
        ([40, 39.5, 39, 38.5, 38], [60, 57, 54, 51, 48], "closing", "both_down", True),
        ([40, 41, 42, 43, 44], [60, 58, 56, 54, 52], "closing", "focus_up_reference_down", False),
        ([40, 42, 44, 46, 48], [60, 61, 62, 63, 64], "closing", "both_up", False),
        ([40] * 5, [60, 63, 66, 69, 72], "widening", "reference_up", False),
        ([40, 37, 34, 31, 28], [60] * 5, "widening", "focus_down", False),
        ([40, 37, 34, 31, 28], [60, 63, 66, 69, 72], "widening", "focus_down_reference_up", False),
        ([40, 43, 46, 49, 52], [60, 63, 66, 69, 72], "no_clear_change", "both_up", False),
        ([40] * 5, [60] * 5, "no_clear_change", "unchanged", False),
        # Together 2.4 points, each 1.2: the gap moved, and neither moved it alone.
        ([40, 40.3, 40.6, 40.9, 41.2], [60, 59.7, 59.4, 59.1, 58.8], "closing", "unchanged", False),
    ],
)  # fmt: skip
def test_what_moved_it(focus, reference, status: str, driver: str, leveled_down: bool) -> None:
    found = gap(focus, reference)
    assert (found.status, found.driver, found.leveled_down) == (status, driver, leveled_down)
    # A rate where lower is better: the same groups, told by their complements.
    other = gap([100 - v for v in focus], [100 - v for v in reference], polarity="lower")
    assert (other.status, other.leveled_down) == (status, leveled_down)
    assert other.driver == TURNED[driver]


def test_too_few_common_years() -> None:
    assert gap([40, 43, 46, 49], [60] * 4).status == "too_early"
    assert gap([40, 43, 46, 49], [60] * 4).driver is None
    assert gap([40, 43, 46, 49, 52], [60, None, 60, 60, 60]).n == 4
    assert gap([40], [60]).change is None
    assert gap([40, None], [None, 60]).status == "not_assessed"


def test_provisional_figures_are_left_out_of_both() -> None:
    observations = [*rows("F", [40, 43, 46, 49, 52]), *rows("R", [60] * 5)]
    settled = dimension(*observations, reference="R").gaps[0][1]
    late = rows("F", [90], first=2015, status="provisional") + rows("R", [60], first=2015)
    both = dimension(*observations, *late, reference="R").gaps[0][1]
    assert (both.status, both.years, both.p) == (settled.status, settled.years, settled.p)


def test_overlapping_periods_are_thinned_together() -> None:
    """One ends a year before the other: thinned each for itself they would never meet."""
    observations = [*rows("F", range(40, 51)), *rows("R", range(60, 70))]
    found = dimension(*observations, reference="R", period_kind="unknown").gaps[0][1]
    assert [y.focus.end for y in found.years] == [2014, 2019]


def test_the_best_off_group_of_the_latest_common_year_is_the_reference() -> None:
    a, b, c = rows("A", [50, 50, 50]), rows("B", [60, 40]), rows("C", [55, 55, 48])
    found = dimension(*a, *b, *c)
    assert (found.reference.group.name, found.reference.year) == ("A", 2012)
    assert found.reference.chosen_by == "best_off" and not found.reference.includes_group
    assert [group.name for group, _ in found.gaps] == ["B", "C"]
    assert dimension(*a, *b, *c, polarity="lower").reference.group.name == "C"
    inside = {"polarity": "range", "desired_low": 54.0, "desired_high": 56.0}
    assert dimension(*rows("A", [60]), *rows("B", [55]), **inside).reference.group.name == "B"


def test_the_total_as_reference_says_that_it_includes_the_group() -> None:
    total = rows(None, [55, 55])
    found = dimension(*total, *rows("A", [50, 50]), *rows("B", [60, 60]), reference="all")
    assert found.reference.group is None and found.reference.includes_group
    assert [y.difference for _, g in found.gaps for y in g.years[-1:]] == [-5, 5]
    alone = dimension(*total, *rows("A", [50, 50]))
    assert (alone.reference.chosen_by, len(alone.gaps)) == ("total", 1)
    assert dimension(*rows("A", [50, 50])).reference is None


def test_a_reference_that_has_no_figures_is_not_replaced() -> None:
    observations = [*rows("A", [50]), *rows("B", [60]), year(2010, None, status="missing",
                                                             groups=(("level", "C"),))]  # fmt: skip
    found = dimension(*observations, reference="C")
    assert found.reference is None and found.gaps == ()
    assert [(a.group.name, a.why) for a in found.absent] == [("C", "no_figures")]


def test_absent_groups_and_why() -> None:
    level = Dimension(
        "level", "By level",
        (Group("A", "a"), Group("B", "b", "too few to tell"), Group("C", "c"), Group("D", "d"),
         Group("E", "e")),
    )  # fmt: skip
    observations = [
        *rows("A", [50]), *rows("C", [20], disclosure="suppressed"),
        *rows("E", [20], status="provisional"),
    ]  # fmt: skip
    (found,) = assess_gaps(indicator(*observations, dimensions=(level,)))
    assert [(a.group.name, a.why) for a in found.absent] == [
        ("B", "stated"), ("C", "hidden"), ("D", "no_figures"), ("E", "not_comparable"),
    ]  # fmt: skip


def test_counts_of_gaps_are_their_own() -> None:
    gaps = [
        gap([40, 43, 46, 49, 52], [60] * 5), gap([40] * 5, [60, 57, 54, 51, 48]),
        gap([40] * 5, [60] * 5), gap([40], [60]),
    ]  # fmt: skip
    found = count_gaps(gaps)
    assert (found.closing, found.no_clear_change, found.too_early) == (2, 1, 1)
    assert (found.assessable, found.by_chance, found.leveled_down) == (3, 0.3, 1)


def test_a_ratio_to_nothing_is_none() -> None:
    assert gap([5], [0], unit="count").latest.ratio is None


@settings(deadline=None)
@given(RUNS, RUNS)
def test_a_rate_and_its_complement_agree(focus, reference) -> None:
    one = dimension(*rows("F", focus), *rows("R", reference))
    flipped = [[100 - v for v in run] for run in (focus, reference)]
    other = dimension(*rows("F", flipped[0]), *rows("R", flipped[1]), polarity="lower")
    assert (one.reference is None) == (other.reference is None)
    for (group, mine), (theirs_group, theirs) in zip(one.gaps, other.gaps, strict=True):
        assert group.name == theirs_group.name
        assert (mine.status, mine.p, mine.leveled_down) == (
            theirs.status, theirs.p, theirs.leveled_down,
        )  # fmt: skip
        assert mine.driver == TURNED.get(theirs.driver)
        assert mine.focus_is_worse_off == theirs.focus_is_worse_off


@settings(deadline=None)
@given(RUNS, RUNS, st.floats(0, 100), st.floats(0, 100))
def test_hidden_values_never_change_anything(focus, reference, secret, other_secret) -> None:
    shown = [*rows("F", focus), *rows("R", reference)]

    def found(value):
        hidden = [
            *rows("H", [value] * 9, disclosure="suppressed"),
            *rows("F", [value], first=2030, disclosure="complementary"),
            *rows("R", [value], first=2030, disclosure="suppressed"),
        ]
        one = dimension(*shown, *hidden)
        plain = [(g.name, replace(x, focus=None, reference=None)) for g, x in one.gaps]
        chosen = one.reference and (one.reference.group, one.reference.year)
        return plain, chosen, one.absent

    assert found(secret) == found(other_secret)


def test_hostile_tables() -> None:
    many = [o for g in range(10_000) for o in rows(f"G{g}", [g / 100, g / 100])]
    assert len(dimension(*many).gaps) == 9999
    assert gap([1e308] * 5, [-1e308] * 5, unit="index").status
    assert gap([-1, -2, -3, -4, -5], [-9] * 5, unit="count").status == "closing"
    assert dimension().gaps == ()


def place(name: str, *values: float | None) -> list[Observation]:
    return [
        replace(year(2010 + i, v), geography=name) for i, v in enumerate(values) if v is not None
    ]


def test_matches_or_exceeds_the_state() -> None:
    found = indicator(
        *place("town", 50, 55, 60), *place("state", 52, 55.04, 58), *place("county", 60, 61),
        *place("valley", None, None, 60.04), *place("isle"), *place("coast", None, None, None, 9),
    )  # fmt: skip
    assert [(c.geography, c.standing, c.matches_or_exceeds) for c in compare_places(found)] == [
        ("state", "exceeds", True), ("county", "falls_short", False),
        ("valley", "matches", True), ("coast", "cannot_tell", None),
    ]  # fmt: skip
    assert compare_places(found)[0].year.difference == 2
    lower = replace(found, definition=replace(found.definition, polarity="lower"))
    assert compare_places(lower)[0].standing == "falls_short"
    assert compare_places(indicator(*place("state", 5))) == ()
