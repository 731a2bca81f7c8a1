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
# As long as so many are left over at most, it pays to go on with all of them together.
_GOOD_PART = 0.95


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

    Each solution found is a witness for every variable. All that are still open are
    pushed up and down together, as long as that settles a good part of them, so that
    few need programs of their own.
    """
    program = _Program(reduced)
    known: dict[Variable, Bounds] = dict.fromkeys(needed, (inf, -inf))
    failing = set()
    waiting = sorted(needed)
    together = True
    while waiting:
        asked = waiting if together else waiting[:1]
        for direction in (-1.0, 1.0):
            found = program.extreme(asked, direction)
            if found is None:
                return None
            known = {
                v: (min(low, found[v]), max(high, found[v])) for v, (low, high) in known.items()
            }
        still = [v for v in waiting if known[v][1] - known[v][0] < needed[v] - _TOLERANCE]
        if len(asked) == 1 and asked[0] in still:
            failing.add(asked[0])
            still.remove(asked[0])
        together = len(still) <= len(waiting) * _GOOD_PART
        waiting = still
    return frozenset(failing)


def intervals(reduced: System, variables: Iterable[Variable]) -> dict[Variable, Bounds] | None:
    """The least and the greatest number of people that fit; None where nothing fits."""
    program = _Program(reduced)
    found = {}
    for variable in variables:
        ends = [program.extreme([variable], direction) for direction in (1.0, -1.0)]
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

    def extreme(
        self, variables: Iterable[Variable], direction: float
    ) -> dict[Variable, float] | None:
        """A solution with the least (1) or greatest (-1) sum of them; None where none fits."""
        from scipy.optimize import linprog

        costs = [0.0] * len(self._columns)
        for variable in variables:
            costs[self._columns[variable]] = direction
        (equal, sums), (below, limits) = self._equal, self._below
        solved = linprog(
            costs, A_ub=below, b_ub=limits, A_eq=equal, b_eq=sums, bounds=self._bounds,
            method="highs",
        )  # fmt: skip
        if solved.x is None:
            return None
        return dict(zip(self._columns, map(float, solved.x), strict=True))
