"""What readers could work out: the audit against cases reckoned by hand and by enumeration."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import inf

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.disclosure_tables import CALIFORNIA, REFERENCE, by_gender, crossed, exactly, masked_sheet
from truenorth.disclosure.audit import audit, weak
from truenorth.disclosure.cells import Area, Breakdown, Cell, Sheet
from truenorth.disclosure.linear import around, intervals, narrow
from truenorth.disclosure.primary import rounded_percent
from truenorth.disclosure.protect import protect, sheet_of
from truenorth.disclosure.sheets import rounded_share
from truenorth.disclosure.system import Belief, part_of, system, whole_of

GENDERS = Breakdown("gender", frozenset({"Female", "Male", "Nonbinary"}))
TOTAL = Cell("Riverbend", (), 80, 103)
GIRLS = Cell("Riverbend", (("gender", "Female"),), 44, 50)
BOYS = Cell("Riverbend", (("gender", "Male"),), 31, 46)
HIDDEN = Cell("Riverbend", (("gender", "Nonbinary"),), state="suppressed")


def sheet(*cells: Cell, **more) -> Sheet:
    return Sheet("reading", "students", cells, (GENDERS,), period="2020", **more)


def kinds(*sheets: Sheet, policy=CALIFORNIA, areas=()) -> list[tuple[str, Cell]]:
    found = audit(sheets, areas, {one.indicator: policy for one in sheets})
    return [(finding.kind, finding.cell) for finding in found]


FIGURES_ONLY = Belief(threshold=False, nobody_else=False)


def interval(held: Sheet, variable):
    whole = system([held], (), {held.indicator: CALIFORNIA}, FIGURES_ONLY)
    return intervals(around(whole, [variable]), [variable])[variable]


def test_the_reference_table_gives_eight_of_53_away():
    counted, layout = crossed(REFERENCE)
    held = masked_sheet(counted, layout)
    assert sum(cell.hidden for cell in held.cells) == 53
    assert len(weak([held], (), {"table": exactly()})) == 8
    numberless = replace(exactly(), min_n=10**6)  # as if readers did not know the threshold
    assert len(weak([held], (), {"table": numberless})) == 8


def test_after_protect_the_reference_table_gives_nothing_away():
    counted, layout = crossed(REFERENCE)
    done = protect(counted, CALIFORNIA, layout)
    assert weak([sheet_of(done, CALIFORNIA, layout)], (), {"table": CALIFORNIA}) == frozenset()
    shown = sum(row.state == "shown" for row in done)
    assert shown > 0.9 * (len(done) - 53)


def test_two_columns_and_totals_give_both_cells_back():
    table = np.array([[40, 50], [30, 20], [3, 60], [44, 12], [70, 80]])
    counted, layout = crossed(table)
    held = masked_sheet(counted, layout)
    (small,) = [cell for cell in held.cells if cell.hidden]
    assert interval(held, part_of(held, small)) == (3, 3)
    assert kinds(held, policy=CALIFORNIA) == [("recoverable", small)]


def test_the_complement_of_two_categories_is_given_away_too():
    hidden = replace(GIRLS, part=None, whole=None, state="complementary")
    held = sheet(TOTAL, hidden, replace(BOYS, part=36, whole=53))
    assert [cell for _, cell in kinds(held)] == [hidden]


def test_a_whole_percent_tells_its_numerator_up_to_100():
    """A rate with its denominator is the count, and the audit knows it."""

    def percents(whole: int) -> set[str]:
        return {rounded_percent(part, whole, 0) for part in range(whole + 1)}

    assert all(len(percents(whole)) == whole + 1 for whole in range(1, 101))
    assert len(percents(102)) < 103
    for part, whole in ((0, 1), (7, 13), (31, 47), (98, 99), (50, 100)):
        share = rounded_share(float(rounded_percent(part, whole, 0)), 0)
        held = sheet(Cell("Riverbend", (), None, whole, share))
        low, high = interval(held, part_of(held, held.cells[0]))
        assert [n for n in range(whole + 1) if low <= n < high] == [part]


def test_shares_with_their_numbers_of_people_give_a_numerator_away():
    """No numerator is printed, and the hidden one follows from the shares of the others."""
    shares = [
        Cell("Riverbend", (), None, 103, rounded_share(77.7, 1)),
        Cell("Riverbend", GIRLS.groups, None, 50, rounded_share(88, 1)),
        Cell("Riverbend", BOYS.groups, None, 46, rounded_share(67.4, 1)),
        HIDDEN,
    ]
    held = sheet(*shares)
    low, high = interval(held, part_of(held, HIDDEN))
    assert (round(low), round(high)) == (5, 5)
    assert kinds(held) == [("recoverable", HIDDEN)]


def test_shares_alone_give_nothing_away():
    bare = [replace(c, part=None, whole=None, share=(0.6, 0.61)) for c in (TOTAL, GIRLS, BOYS)]
    assert kinds(sheet(*bare, HIDDEN)) == []


def test_the_siblings_of_a_hidden_group_are_named_as_the_cause():
    (found,) = audit([sheet(TOTAL, GIRLS, BOYS, HIDDEN)], (), {"reading": CALIFORNIA})
    assert (found.kind, found.cell, found.because) == ("recoverable", HIDDEN, (GIRLS, BOYS))


def test_other_breakdowns_that_overlap_give_nothing_away():
    held = sheet(TOTAL, GIRLS, BOYS, HIDDEN)
    shared = replace(held, breakdowns=(replace(GENDERS, overlapping=True),))
    assert kinds(shared) == []


def test_counts_that_another_indicator_prints_about_the_same_students_count():
    bare = [replace(c, part=None, whole=None) for c in (GIRLS, BOYS)]
    here = sheet(TOTAL, *bare, HIDDEN)
    there = Sheet("dropout", "students", (replace(TOTAL, part=5), replace(GIRLS, part=2),
                                          replace(BOYS, part=2)), (GENDERS,))  # fmt: skip
    assert kinds(here) == []
    assert ("recoverable", HIDDEN) in kinds(here, there)
    assert kinds(here, replace(there, population="others"))[:1] == [
        ("left_out", replace(GIRLS, part=2))
    ]


def test_places_inside_a_place_give_one_another_away():
    county, town = Cell("County", (), 500, 900), Cell("Riverbend", (), 495, 893)
    lake = Cell("Lakeside", (), state="suppressed")
    areas = (Area("County", "county", covered_by="city"), Area("Riverbend", "city", "County"),
             Area("Lakeside", "city", "County"))  # fmt: skip
    held = sheet(county, town, lake)
    assert kinds(held) == []
    assert kinds(held, areas=areas) == [("recoverable", lake)]
    apart = (replace(areas[0], covered_by=None), *areas[1:])
    whole = system([held], apart, {"reading": CALIFORNIA}, Belief())
    found = intervals(around(whole, [whole_of(held, lake)]), [whole_of(held, lake)])
    assert found == {whole_of(held, lake): (0, 7)}  # no more than the rest of the county


def test_a_coded_share_must_stay_a_bound():
    coded = Cell("Riverbend", (("gender", "Female"),), None, 100, (0.98, 1.0), coded=True)
    boys = Cell("Riverbend", (("gender", "Male"),), 60, 120)
    unsafe = sheet(Cell("Riverbend", (), 159, 220), coded, boys)
    assert kinds(unsafe) == [("recoverable", coded)]
    assert kinds(sheet(Cell("Riverbend", (), None, 220), coded, boys)) == []


def test_figures_that_contradict_one_another_are_told_and_not_judged():
    boys = replace(BOYS, part=40, whole=60)
    assert kinds(sheet(TOTAL, GIRLS, boys, HIDDEN)) == [("contradiction", HIDDEN)]


def test_an_agency_that_hides_more_than_its_rule_is_still_audited():
    girls = replace(GIRLS, whole=30, part=25)  # leaves 27 people hidden, more than the threshold
    assert kinds(sheet(TOTAL, girls, BOYS, HIDDEN)) == [("recoverable", HIDDEN)]


def test_a_small_group_that_is_shown_is_found():
    shown = replace(HIDDEN, state="shown", part=3, whole=7)
    assert kinds(sheet(TOTAL, GIRLS, BOYS, shown)) == [("small", shown)]
    rate_only = replace(shown, part=None, whole=None, share=(0.4, 0.5))
    assert kinds(sheet(TOTAL, GIRLS, BOYS, rate_only)) == [("small", rate_only)]


def test_a_small_group_that_is_left_out_is_found():
    assert kinds(sheet(TOTAL, GIRLS, BOYS)) == [("left_out", GIRLS)]
    everyone = replace(TOTAL, part=75, whole=96)
    assert kinds(sheet(everyone, GIRLS, BOYS)) == []


def test_a_plain_total_is_no_group_of_people():
    seven_colleges = Cell("Riverbend", (), 7)
    of_girls = Cell("Riverbend", (("gender", "Female"),), 7)
    assert kinds(sheet(seven_colleges, has_whole=False)) == []
    assert kinds(sheet(of_girls, has_whole=False)) == [("small", of_girls)]


def test_nobody_may_be_shown_where_the_policy_says_so():
    nobody = replace(BOYS, part=0, whole=0)
    assert kinds(sheet(nobody)) == [("small", nobody)]
    assert kinds(sheet(nobody), policy=replace(CALIFORNIA, zero="shown")) == []


def test_a_reader_without_any_number_knows_no_limit():
    held = sheet(replace(TOTAL, part=None, whole=None), replace(HIDDEN, state="complementary"))
    assert interval(held, whole_of(held, held.cells[1])) == (0, inf)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 25), min_size=4, max_size=4))
def test_the_interval_holds_every_table_that_fits(counts: list[int]):
    """Against enumeration: a 2x2 table of counts with its totals."""
    counted, layout = crossed(np.array(counts).reshape(2, 2))
    held = masked_sheet(counted, layout)
    inner = [cell for cell in held.cells if len(cell.groups) == 2]
    unknown = [n for n, cell in enumerate(inner) if cell.hidden]
    if not unknown or any(cell.hidden for cell in held.cells if len(cell.groups) < 2):
        return
    sums = np.array(counts).reshape(2, 2)
    fits = []
    for guess in product(range(26 * 2), repeat=len(unknown)):
        tried = np.array(counts)
        tried[unknown] = guess
        tried = tried.reshape(2, 2)
        if (tried.sum(0) == sums.sum(0)).all() and (tried.sum(1) == sums.sum(1)).all():
            fits.append(guess)
        if len(unknown) > 2:
            return
    for place, n in enumerate(unknown):
        low, high = interval(held, part_of(held, inner[n]))
        possible = [guess[place] for guess in fits]
        assert (round(low, 6), round(high, 6)) == (min(possible), max(possible))


def test_the_group_of_a_share_and_its_totals_is_protected():
    rows, layout = by_gender(("Female", 300, 500), ("Male", 290, 480), ("Nonbinary", 4, 7))
    done = protect(rows, CALIFORNIA, layout)
    assert [row.state for row in done] == ["shown", "complementary", "shown", "complementary"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=2, max_size=30), st.integers(0, 3),
       st.sampled_from([1, 3, 8, 20]))  # fmt: skip
def test_what_is_found_together_is_what_is_found_one_by_one(counts, others, width):
    """Numbers that are pushed apart together fail exactly where each by itself is too narrow."""
    table = np.array([[n, 7 * n % 41, *[n + 11] * others] for n in counts])
    rows, layout = crossed(table)
    policy = replace(CALIFORNIA, protection=width)
    sheet = masked_sheet(rows, layout, policy)
    whole = system([sheet], (), {"table": policy}, Belief())
    hidden = [part_of(sheet, cell) for cell in sheet.cells if cell.hidden]
    reduced = around(whole, hidden)
    open_ones = [v for v in hidden if v in reduced.bounds]
    ends = intervals(reduced, open_ones)
    narrow_ones = {v for v, (low, high) in ends.items() if high - low < width - 1e-5}
    assert narrow(reduced, dict.fromkeys(open_ones, width)) == narrow_ones
