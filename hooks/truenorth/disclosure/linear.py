"""How closely readers can work out a number: linear programs, solved by HiGHS.

The only module that knows scipy, which is imported once something has to be
solved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf, isfinite
from typing import Any

from truenorth.disclosure.system import Bounds, Relation, System, Variable

# More people than any table counts; in its place "no limit" would be harder to solve.
_MANY = 1e7
_TOLERANCE = 1e-6


def around(whole: System, targets: Iterable[Variable]) -> System:
    """The unknowns that anything published ties to `targets`; known numbers are put in."""
    fixed = {v: low for v, (low, high) in whole.bounds.items() if low == high}
    relations = [_reduced(relation, fixed) for relation in whole.relations]
    by_variable: dict[Variable, list[Relation]] = {}
    for relation in relations:
        for variable, _ in relation.terms:
            by_variable.setdefault(variable, []).append(relation)
    waiting = [target for target in targets if target not in fixed]
    reached: dict[Variable, None] = {}
    kept: dict[Relation, None] = {}
    while waiting:
        variable = waiting.pop()
        if variable in reached:
            continue
        reached[variable] = None
        for relation in by_variable.get(variable, ()):
            kept[relation] = None
            waiting += [v for v, _ in relation.terms if v not in reached]
    return System({v: whole.bounds[v] for v in sorted(reached)}, tuple(kept))


def _reduced(relation: Relation, fixed: Mapping[Variable, float]) -> Relation:
    known = sum(factor * fixed[v] for v, factor in relation.terms if v in fixed)
    open_terms = tuple((v, factor) for v, factor in relation.terms if v not in fixed)
    return Relation(open_terms, relation.low - known, relation.high - known)


def tells_no_number(reduced: System) -> bool:
    """Whether only shares and sums are known, and no number: any scale would fit."""
    return all(
        value in (0.0, inf, -inf) for r in reduced.relations for value in (r.low, r.high)
    ) and all(low == 0 for low, _ in reduced.bounds.values())


def narrow(reduced: System, needed: Mapping[Variable, float]) -> frozenset[Variable] | None:
    """The variables whose interval is shorter than `needed`; None where nothing fits at all.

    Each solution found is a witness for every variable, so most are known to
    be wide before a program of their own is solved.
    """
    program = _Program(reduced)
    known: dict[Variable, Bounds] = {}
    failing = set()
    for variable in sorted(needed):
        wide = needed[variable] - _TOLERANCE
        for direction in (-1.0, 1.0):
            low, high = known.get(variable, (inf, -inf))
            if high - low >= wide:
                break
            found = program.extreme(variable, direction)
            if found is None:
                return None
            for other in needed:
                low, high = known.get(other, (inf, -inf))
                known[other] = (min(low, found[other]), max(high, found[other]))
        low, high = known[variable]
        if high - low < wide:
            failing.add(variable)
    return frozenset(failing)


def intervals(reduced: System, variables: Iterable[Variable]) -> dict[Variable, Bounds] | None:
    """The least and the greatest number of people that fit; None where nothing fits."""
    program = _Program(reduced)
    found = {}
    for variable in variables:
        ends = [program.extreme(variable, direction) for direction in (1.0, -1.0)]
        if None in ends:
            return None
        low, high = (end[variable] for end in ends)
        found[variable] = (low, inf if high >= _MANY * (1 - _TOLERANCE) else high)
    return found


class _Program:
    """One set of relations, solved for one variable after another."""

    def __init__(self, reduced: System) -> None:
        self._columns = {variable: n for n, variable in enumerate(reduced.bounds)}
        self._bounds = [(low, min(high, _MANY)) for low, high in reduced.bounds.values()]
        equal, below = [], []
        for relation in reduced.relations:
            if relation.low == relation.high:
                equal.append((relation.terms, 1.0, relation.high))
                continue
            if isfinite(relation.high):
                below.append((relation.terms, 1.0, relation.high))
            if isfinite(relation.low):
                below.append((relation.terms, -1.0, -relation.low))
        self._equal, self._below = self._matrix(equal), self._matrix(below)

    def _matrix(self, rows: list[tuple]) -> tuple[Any, list[float] | None]:
        from scipy.sparse import csr_array

        if not rows:
            return None, None
        entries = [
            (row, self._columns[variable], sign * factor)
            for row, (terms, sign, _) in enumerate(rows)
            for variable, factor in terms
        ]
        at, columns, factors = zip(*entries, strict=True)
        matrix = csr_array((factors, (at, columns)), shape=(len(rows), len(self._columns)))
        return matrix, [bound for _, _, bound in rows]

    def extreme(self, variable: Variable, direction: float) -> dict[Variable, float] | None:
        """A solution with the least (1) or greatest (-1) `variable`; None where none fits."""
        from scipy.optimize import linprog

        costs = [0.0] * len(self._columns)
        costs[self._columns[variable]] = direction
        (equal, sums), (below, limits) = self._equal, self._below
        solved = linprog(
            costs, A_ub=below, b_ub=limits, A_eq=equal, b_eq=sums, bounds=self._bounds,
            method="highs",
        )  # fmt: skip
        if solved.x is None:
            return None
        return dict(zip(self._columns, map(float, solved.x), strict=True))
