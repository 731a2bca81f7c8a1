"""A table of counts made publishable: hidden, coded, and completed until the audit passes.

What is hidden beside the small groups is chosen by names only: by the order
that the policy states, then by the alphabet. A choice by size would tell which
groups are smaller. Once one row of a period is hidden as a complement, every
hidden row of the period is marked alike, so that nobody sees which of them was
the small one. How many rows are hidden does depend on sums that are published
or were before the last step; that is the limit of the method, and of every
method that hides no more than it must. Source: disclosure/1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from truenorth.disclosure.audit import weak
from truenorth.disclosure.cells import Area, Breakdown, Cell, Groups, Sheet
from truenorth.disclosure.policy import Policy
from truenorth.disclosure.primary import Counted, Masked, hide, mask, without_counts
from truenorth.disclosure.sheets import rounded_share
from truenorth.disclosure.system import families

Key = tuple[str, Groups]
_TABLE = "table"


@dataclass(frozen=True)
class Layout:
    """What is known of a table beside its numbers."""

    breakdowns: tuple[Breakdown, ...] = ()
    areas: tuple[Area, ...] = ()
    has_whole: bool = True


def protect(rows: Iterable[Counted], policy: Policy, layout: Layout) -> tuple[Masked, ...]:
    """The rows as they may be published; the audit finds nothing in them.

    Rows are sorted by period, place and group. Errors: none; in the worst case
    everything is hidden.
    """
    masked = mask(rows, policy)
    periods = groupby(masked, key=lambda row: row.end)
    return tuple(row for _, held in periods for row in _completed(tuple(held), policy, layout))


def sheet_of(rows: Sequence[Masked], policy: Policy, layout: Layout) -> Sheet:
    """Rows of one period as the audit sees them."""
    cells = tuple(_cell(row, policy) for row in rows)
    return Sheet(_TABLE, _TABLE, cells, layout.breakdowns, layout.has_whole)


def _cell(row: Masked, policy: Policy) -> Cell:
    share = None
    if row.percent is not None and row.coded:
        bound = float(row.percent) / 100
        share = (bound, 1.0) if row.coded == "top_coded" else (0.0, bound)
    elif row.percent is not None:
        share = rounded_share(float(row.percent), len(row.percent.partition(".")[2]))
    coded = bool(row.coded)
    return Cell(row.geography, row.groups, row.part, row.whole, share, row.state, coded)


def _completed(rows: tuple[Masked, ...], policy: Policy, layout: Layout) -> tuple[Masked, ...]:
    held = {row.key: row for row in rows}
    if policy.complement == "counts_only":
        _leave_out_counts(held, sheet_of(rows, policy, layout))
    while True:
        sheet = sheet_of(tuple(held.values()), policy, layout)
        failing = weak([sheet], layout.areas, {_TABLE: policy})
        if failing is None:  # the counts do not add up, so what is safe cannot be told
            chosen = {key for key, row in held.items() if row.state == "shown" and key[1]}
            chosen = chosen or {key for key, row in held.items() if row.state == "shown"}
        else:
            chosen = _complements(
                sorted({(place, groups) for _, _, place, groups in failing}), sheet, policy, layout
            )
        if not chosen:
            return tuple(held.values())
        for key in chosen:
            held[key] = hide(held[key], "complementary")
        _mark_alike(held)


def _leave_out_counts(held: dict[Key, Masked], sheet: Sheet) -> None:
    """Siblings of a hidden row keep their shares and lose their counts."""
    for cells in families(sheet).values():
        if not any(cell.hidden for cell in cells):
            continue
        for cell in cells:
            row = held[cell.key]
            if row.state == "shown" and row.whole is not None:
                held[cell.key] = without_counts(row)
    if any(row.state == "complementary" for row in held.values()):
        _mark_alike(held)


def _mark_alike(held: dict[Key, Masked]) -> None:
    for key, row in held.items():
        if row.state == "suppressed":
            held[key] = hide(row, "complementary")


def _complements(failing: Sequence[Key], sheet: Sheet, policy: Policy, layout: Layout) -> set[Key]:
    """The next rows to hide; empty once there is nothing left to hide."""
    cells = {cell.key: cell for cell in sheet.cells}
    chosen: set[Key] = set()
    served: set[tuple[Key, ...]] = set()
    for key in failing:
        if key not in cells:
            continue
        relations = _relations(key, cells, layout.areas)
        # The relation with the fewest hidden rows gives most away.
        relations.sort(key=lambda r: (sum(cells[k].hidden or k in chosen for k in r), r))
        for relation in relations:
            shown = [k for k in relation if not cells[k].hidden and k != key]
            if not shown:
                continue
            if relation in served:
                break  # a complement for its neighbor serves this one too
            served.add(relation)
            ranked = sorted(shown, key=lambda k: _rank(k, policy))
            chosen |= set(ranked if policy.complement == "whole_breakdown" else ranked[:1])
            break
        else:
            chosen |= _last_resort(key, cells)
    return chosen


def _relations(key: Key, cells: Mapping[Key, Cell], areas: Sequence[Area]) -> list[tuple[Key, ...]]:
    """The rows that add up with this one: its breakdowns, and the places beside it."""
    place, groups = key
    found = []
    for dimension, _ in groups:
        outer = tuple(pair for pair in groups if pair[0] != dimension)
        dimensions = tuple(d for d, _ in groups)
        members = [
            k
            for k in cells
            if k[0] == place
            and tuple(d for d, _ in k[1]) == dimensions
            and tuple(pair for pair in k[1] if pair[0] != dimension) == outer
        ]
        found.append(tuple(sorted(members)))
    known = {area.name: area for area in areas}
    if place in known:
        mine = known[place]
        beside = [
            (area.name, groups)
            for area in areas
            if (area.within, area.kind) == (mine.within, mine.kind)
        ]
        found.append(tuple(sorted(k for k in beside if k in cells)))
    return [members for members in found if len(members) > 1]


def _rank(key: Key, policy: Policy) -> tuple[int, Groups, str]:
    """Named groups first, in the policy's order; then by the alphabet."""
    first = policy.complement_first
    named = [first.index(group) for _, group in key[1] if group in first]
    return min(named, default=len(first)), key[1], key[0]


def _last_resort(key: Key, cells: Mapping[Key, Cell]) -> set[Key]:
    """The smallest total around a row, the row itself where only its code fails, or any row."""
    place, groups = key
    if not cells[key].hidden:
        return {key}
    around = [(place, tuple(p for p in groups if p[0] != d)) for d, _ in groups]
    shown = [k for k in around if k in cells and not cells[k].hidden]
    shown = shown or [k for k in sorted(cells) if not cells[k].hidden]
    return set(shown[:1])
