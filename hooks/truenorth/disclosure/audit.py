"""Whether what is published of one period gives a small number away.

Each hidden number is bounded by linear programming from everything that is
published about the same people; where the interval is shorter than the policy's
protection, it counts as given away. Source: disclosure/1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from truenorth.disclosure.cells import Area, Cell, Sheet
from truenorth.disclosure.linear import around, narrow, tells_no_number
from truenorth.disclosure.policy import Policy, is_hidden, small
from truenorth.disclosure.system import Belief, Variable, families, part_of, system, whole_of

Kind = Literal["recoverable", "small", "left_out", "contradiction"]
# What a reader may take for granted, from the most to the least. Where the figures contradict
# the first, as when an agency hides more than its rule asks for, the next is tried.
_BELIEFS = (Belief(True, True), Belief(True, False), Belief(False, True), Belief(False, False))


@dataclass(frozen=True)
class Finding:
    """A row of one indicator that gives, or is, too small a number.

    `because` are the rows whose counts give it away. Neither it nor anything
    made from it tells the number.
    """

    kind: Kind
    indicator: str
    period: str
    cell: Cell
    because: tuple[Cell, ...] = ()
    involved: frozenset[str] = frozenset()


def audit(
    sheets: Sequence[Sheet], areas: Iterable[Area], policies: Mapping[str, Policy]
) -> tuple[Finding, ...]:
    """Every finding about `sheets`, which are of one period; `policies` by indicator."""
    found = [
        finding
        for sheet in sheets
        for finding in (
            *_small(sheet, policies[sheet.indicator]),
            *_left_over(sheet, policies[sheet.indicator]),
        )
    ]
    return (*found, *_recoverable(sheets, tuple(areas), policies))


def weak(
    sheets: Sequence[Sheet], areas: Iterable[Area], policies: Mapping[str, Policy]
) -> frozenset[Variable] | None:
    """The hidden numbers that are not protected; None where the figures contradict one another."""
    needed = {
        variable: width
        for sheet in sheets
        for cell in sheet.cells
        for variable, width in _needed(sheet, cell, policies[sheet.indicator])
    }
    if not needed:
        return frozenset()
    areas = tuple(areas)
    for belief in _BELIEFS:
        whole = system(sheets, areas, policies, belief)
        known = {v for v in needed if len(set(whole.bounds[v])) == 1}
        reduced = around(whole, needed)
        if tells_no_number(reduced):
            return frozenset(known)
        found = narrow(reduced, {v: w for v, w in needed.items() if v not in known})
        if found is not None:
            return found | known
    return None


def _needed(sheet: Sheet, cell: Cell, policy: Policy) -> Iterator[tuple[Variable, float]]:
    """The width, in people, that each number of a hidden or coded row must keep.

    The number that the policy goes by keeps the full protection. The other must
    not be known exactly, since with it the hidden share would be known.
    """
    part, whole = part_of(sheet, cell), whole_of(sheet, cell)
    if cell.hidden and not sheet.has_whole:
        yield part, policy.protection
    elif cell.hidden:
        by_whole = policy.applies_to == "denominator"
        yield part, 1 if by_whole else policy.protection
        yield whole, policy.protection if policy.applies_to != "numerator" else 1
    elif cell.coded and cell.part is None and cell.share and cell.whole:
        low, high = cell.share
        yield part, min(policy.protection, (high - low) * cell.whole)


def _recoverable(
    sheets: Sequence[Sheet], areas: Sequence[Area], policies: Mapping[str, Policy]
) -> Iterator[Finding]:
    found = weak(sheets, areas, policies)
    for sheet in sheets:
        rows = families(sheet)
        for cell in sheet.cells:
            mine = {v for v, _ in _needed(sheet, cell, policies[sheet.indicator])}
            if not mine or (found is not None and not mine & found):
                continue
            kind: Kind = "contradiction" if found is None else "recoverable"
            because = _telling(sheet, cell, rows)
            involved = frozenset(s.indicator for s in sheets if _tells(s, cell)) | {sheet.indicator}
            yield Finding(kind, sheet.indicator, sheet.period, cell, because, involved)


def _telling(sheet: Sheet, cell: Cell, rows: Mapping[tuple, tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """Rows of the same breakdowns, or of the same group elsewhere, that print a count."""
    siblings = [
        other
        for dimension, _ in cell.groups
        for other in rows[
            cell.geography, tuple(p for p in cell.groups if p[0] != dimension), dimension
        ]
    ]
    elsewhere = [o for o in sheet.cells if o.groups == cell.groups]
    return tuple(dict.fromkeys(o for o in (*siblings, *elsewhere) if o != cell and _counts(o)))


def _tells(sheet: Sheet, hidden: Cell) -> bool:
    """Whether an indicator prints a count that may bear on the hidden row."""
    dimensions = {dimension for dimension, _ in hidden.groups}
    return any(
        _counts(cell) and dimensions >= {dimension for dimension, _ in cell.groups}
        for cell in sheet.cells
    )


def _counts(cell: Cell) -> bool:
    return not cell.hidden and (cell.part is not None or cell.whole is not None)


def _small(sheet: Sheet, policy: Policy) -> Iterator[Finding]:
    """Rows that are shown although they are about too few people.

    Plain totals of an indicator that counts, such as colleges, are no group of people.
    """
    for cell in sheet.cells:
        if cell.hidden:
            continue
        if sheet.has_whole:
            part = cell.part if policy.applies_to != "denominator" else None
            whole = cell.whole if policy.applies_to != "numerator" else None
            too_small = small(part, policy) or small(whole, policy)
        else:
            too_small = bool(cell.groups) and is_hidden(cell.part, None, policy)
        if too_small:
            involved = frozenset({sheet.indicator})
            yield Finding("small", sheet.indicator, sheet.period, cell, (), involved)


def _left_over(sheet: Sheet, policy: Policy) -> Iterator[Finding]:
    """Groups without a count that subtraction shows to be small, in a row or in none."""
    totals = {cell.key: cell for cell in sheet.cells}
    for (place, outer, dimension), cells in families(sheet).items():
        breakdown = sheet.breakdown(dimension)
        total = totals.get((place, outer))
        count = _size(total, sheet, policy)
        present = {dict(cell.groups)[dimension] for cell in cells}
        if count is None or breakdown.overlapping or len(breakdown.groups | present) < 2:
            continue
        known = [(cell, _size(cell, sheet, policy)) for cell in cells]
        rest = count - sum(size for _, size in known if size is not None)
        unknown = [cell for cell, size in known if size is None]
        absent = breakdown.groups - present
        if any(cell.hidden for cell in unknown) or not 0 < rest < policy.min_n:
            continue  # hidden rows are judged by `weak`
        involved = frozenset({sheet.indicator})
        because = tuple(cell for cell, size in known if size is not None)
        for cell in unknown or ([because[0]] if absent and because else ()):
            kind: Kind = "small" if unknown else "left_out"
            yield Finding(kind, sheet.indicator, sheet.period, cell, because, involved)


def _size(cell: Cell | None, sheet: Sheet, policy: Policy) -> float | None:
    """The number of people that the policy goes by, where it is published."""
    if cell is None or cell.hidden:
        return None
    by_part = not sheet.has_whole or policy.applies_to == "numerator"
    return cell.part if by_part else cell.whole
