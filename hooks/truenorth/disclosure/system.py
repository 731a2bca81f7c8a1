"""What readers know, as bounds and linear relations between unknown numbers of people.

A variable is the part or the whole of one row. Relations are: a part lies
within its whole; a printed share times its whole is the part, up to rounding;
the groups of a breakdown add up to their total; places lie inside larger
places. Source: disclosure/1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from truenorth.disclosure.cells import Area, Cell, Groups, Sheet
from truenorth.disclosure.policy import Policy

Variable = tuple[str, str, str, Groups]  # part or whole, of whom, place, groups
Bounds = tuple[float, float]


@dataclass(frozen=True)
class Relation:
    """low <= the sum of coefficient times variable <= high."""

    terms: tuple[tuple[Variable, float], ...]
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True)
class System:
    """Bounds of each variable, in people, and what relates them."""

    bounds: Mapping[Variable, Bounds]
    relations: tuple[Relation, ...]


@dataclass(frozen=True)
class Belief:
    """What a reader takes for granted beside the figures.

    `threshold`: a suppressed number is below the policy's; `nobody_else`: a
    group that has no row has no people.
    """

    threshold: bool = True
    nobody_else: bool = True


def part_of(sheet: Sheet, cell: Cell) -> Variable:
    return "part", sheet.indicator, *cell.key


def whole_of(sheet: Sheet, cell: Cell) -> Variable:
    return "whole", sheet.population, *cell.key


def system(
    sheets: Sequence[Sheet], areas: Iterable[Area], policies: Mapping[str, Policy], belief: Belief
) -> System:
    """Everything that `sheets`, of one period, tell; `policies` by indicator."""
    bounds: dict[Variable, Bounds] = defaultdict(lambda: (0.0, inf))
    relations: list[Relation] = []
    areas = tuple(areas)
    for sheet in sheets:
        for cell in sheet.cells:
            limit = policies[sheet.indicator] if belief.threshold else None
            for variable, known in _known(sheet, cell, limit):
                low, high = bounds[variable]
                bounds[variable] = (max(low, known[0]), min(high, known[1]))
            relations += _within_row(sheet, cell)
        for kind, whose in _measures(sheet):
            relations += _breakdowns(sheet, kind, whose, belief)
            relations += _places(sheet, kind, whose, areas)
    for relation in relations:
        for variable, _ in relation.terms:
            bounds[variable]  # a total without a row is a number too
    return System(dict(bounds), tuple(dict.fromkeys(relations)))


def _measures(sheet: Sheet) -> Iterator[tuple[str, str]]:
    yield "part", sheet.indicator
    if sheet.has_whole:
        yield "whole", sheet.population


def _known(sheet: Sheet, cell: Cell, policy: Policy | None) -> Iterator[tuple[Variable, Bounds]]:
    yield part_of(sheet, cell), (0, inf) if cell.part is None else (cell.part, cell.part)
    if sheet.has_whole:
        yield whole_of(sheet, cell), (0, inf) if cell.whole is None else (cell.whole, cell.whole)
    if policy is not None and cell.state == "suppressed":
        by_whole = sheet.has_whole and policy.applies_to == "denominator"
        variable = (whole_of if by_whole else part_of)(sheet, cell)
        yield variable, (1 if policy.zero == "shown" else 0, policy.min_n - 1)


def _within_row(sheet: Sheet, cell: Cell) -> Iterator[Relation]:
    if not sheet.has_whole:
        return
    part, whole = part_of(sheet, cell), whole_of(sheet, cell)
    low, high = cell.share or (0.0, 1.0)
    yield Relation(((part, 1.0), (whole, -min(high, 1.0))), -inf, 0.0)
    if low > 0:
        yield Relation(((part, 1.0), (whole, -low)), 0.0, inf)


def families(sheet: Sheet) -> dict[tuple[str, Groups, str], tuple[Cell, ...]]:
    """The rows of each breakdown by place, the groups it is within, and its dimension."""
    found: dict[tuple[str, Groups, str], list[Cell]] = defaultdict(list)
    for cell in sheet.cells:
        for dimension, _ in cell.groups:
            outer = tuple(pair for pair in cell.groups if pair[0] != dimension)
            found[cell.geography, outer, dimension].append(cell)
    return {key: tuple(cells) for key, cells in found.items()}


def _breakdowns(sheet: Sheet, kind: str, whose: str, belief: Belief) -> Iterator[Relation]:
    for (place, outer, dimension), cells in families(sheet).items():
        total = (kind, whose, place, outer)
        breakdown = sheet.breakdown(dimension)
        members = [((kind, whose, *cell.key), 1.0) for cell in cells]
        present = {dict(cell.groups)[dimension] for cell in cells}
        if breakdown.overlapping or len(breakdown.groups | present) < 2:
            for member in members:
                yield Relation((member, (total, -1.0)), -inf, 0.0)
            continue
        complete = belief.nobody_else or not breakdown.groups - present
        yield Relation((*members, (total, -1.0)), 0.0 if complete else -inf, 0.0)


def _places(sheet: Sheet, kind: str, whose: str, areas: Sequence[Area]) -> Iterator[Relation]:
    known = {area.name: area for area in areas}
    held = {cell.key for cell in sheet.cells}
    inside: dict[tuple[str, Groups, str], list[str]] = defaultdict(list)
    for place, groups in held:
        outer = _next_outer(place, groups, known, held)
        if outer is not None:
            inside[outer, groups, known[place].kind].append(place)
    for (outer, groups, place_kind), places in sorted(inside.items()):
        members = tuple(((kind, whose, place, groups), 1.0) for place in sorted(places))
        listed = {a.name for a in areas if a.within == outer and a.kind == place_kind}
        covered = known[outer].covered_by == place_kind and listed <= set(places)
        total = (kind, whose, outer, groups)
        yield Relation((*members, (total, -1.0)), 0.0 if covered else -inf, 0.0)


def _next_outer(
    place: str, groups: Groups, known: Mapping[str, Area], held: set[tuple[str, Groups]]
) -> str | None:
    """The smallest larger place that has a row for the same groups."""
    seen = {place}
    outer = known[place].within if place in known else None
    while outer is not None and outer in known and outer not in seen:
        if (outer, groups) in held:
            return outer
        seen.add(outer)
        outer = known[outer].within
    return None
