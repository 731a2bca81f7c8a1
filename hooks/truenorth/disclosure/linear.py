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

    Each solution found is a witness for every variable. Those that are still open are
    pushed apart together as long as that settles some of them, so that few need
    programs of their own.
    """
    program = _Program(reduced)
    seen: dict[Variable, Bounds] = dict.fromkeys(needed, (inf, -inf))
    failing = set()
    waiting = sorted(needed)
    first, together = True, False
    while waiting:
        if together:
            found = [program.spread({v: (*seen[v], needed[v]) for v in waiting})]
        else:
            found = [program.extreme(waiting[0], direction) for direction in (-1.0, 1.0)]
        if None in found:
            return None
        for variable, (low, high) in seen.items():
            values = [one[variable] for one in found]
            seen[variable] = (min(low, *values), max(high, *values))
        still = [v for v in waiting if seen[v][1] - seen[v][0] < needed[v] - _TOLERANCE]
        if not together and waiting[0] in still[:1]:
            failing.add(still.pop(0))
        together = first or len(still) < len(waiting) - 1
        first, waiting = False, still
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
        costs = [0.0] * len(self._columns)
        costs[self._columns[variable]] = direction
        return self._solved(costs, self._bounds, self._equal, self._below)

    def spread(self, targets: Mapping[Variable, tuple[float, float, float]]) -> dict | None:
        """A solution in which many targets lie far from where they were seen.

        By target: the least and the greatest number seen, and the width that is
        needed. Every second one is pushed up, the others down, each as far as is
        needed and no farther; how far it got is one more unknown for each of them.
        """
        from scipy.sparse import csr_array, eye_array, hstack, vstack

        count, many = len(self._columns), len(targets)
        signs = [1.0 if n % 2 else -1.0 for n in range(many)]
        columns = [self._columns[variable] for variable in targets]
        # Pushed up: how far <= number - least seen. Pushed down: how far <= greatest - number.
        pushed = csr_array(([-s for s in signs], (range(many), columns)), shape=(many, count))
        limits = [
            -low if sign > 0 else high
            for sign, (low, high, _) in zip(signs, targets.values(), strict=True)
        ]
        rows, known = [hstack([pushed, eye_array(many)])], limits
        if self._below[0] is not None:
            rows.append(hstack([self._below[0], csr_array((len(self._below[1]), many))]))
            known = limits + self._below[1]
        equal = self._equal
        if equal[0] is not None:
            equal = hstack([equal[0], csr_array((len(equal[1]), many))]), equal[1]
        bounds = self._bounds + [(0.0, width) for _, _, width in targets.values()]
        return self._solved(
            [0.0] * count + [-1.0] * many, bounds, equal, (vstack(rows).tocsr(), known)
        )

    def _solved(
        self, costs: list[float], bounds: list[Bounds], equal: tuple, below: tuple
    ) -> dict[Variable, float] | None:
        from scipy.optimize import linprog

        solved = linprog(
            costs, A_ub=below[0], b_ub=below[1], A_eq=equal[0], b_eq=equal[1], bounds=bounds,
            method="highs",
        )  # fmt: skip
        if solved.x is None:
            return None
        return dict(zip(self._columns, map(float, solved.x), strict=False))
