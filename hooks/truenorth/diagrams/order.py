"""Names moved within their column so that few lines cross: sweeps of barycenters, then swaps.

The same request always gives the same order, and never one with more crossings than the
order in which the names were given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from truenorth.diagrams.request import MapRequest, depths, trees

Held = dict[str, list[str]]
SWEEPS = 12


def ordered(request: MapRequest) -> list[list[str]]:
    """The ids of each column, from top to bottom; what belongs together stays together."""
    forests = [trees(column.nodes) for column in request.columns]
    free = [at for at, column in enumerate(request.columns) if not column.kept]
    ways = _neighbors(request)
    best, fewest = _copy(forests), crossings(_flat_all(forests), request.lines)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for at in free if forward else reversed(free):
            _sort(forests, at, ways, toward=-1 if forward else 1)
        count = crossings(_flat_all(forests), request.lines)
        if count < fewest:
            best, fewest = _copy(forests), count
    _swap(best, free, request.lines, fewest)
    return _flat_all(best)


def given_order(request: MapRequest) -> list[list[str]]:
    """The order in which the names were given, with what belongs together."""
    return [list(depths(column.nodes)) for column in request.columns]


def crossings(columns: Iterable[Sequence[str]], lines: Iterable[tuple[str, str]]) -> int:
    """How many pairs of lines cross."""
    at = {ident: (index, row) for index, column in enumerate(columns)
          for row, ident in enumerate(column)}  # fmt: skip
    between: dict[int, list[tuple[int, int]]] = {}
    for one, other in lines:
        between.setdefault(at[one][0], []).append((at[one][1], at[other][1]))
    return sum(
        (first[0] - second[0]) * (first[1] - second[1]) < 0
        for pairs in between.values()
        for first, second in combinations(pairs, 2)
    )


def _neighbors(request: MapRequest) -> dict[str, tuple[list[str], list[str]]]:
    """For each name those it is joined to, before and behind it."""
    found: dict[str, tuple[list[str], list[str]]] = {
        node.id: ([], []) for column in request.columns for node in column.nodes
    }
    for one, other in request.lines:
        found[one][1].append(other)
        found[other][0].append(one)
    return found


def _sort(
    forests: Sequence[Held],
    at: int,
    ways: Mapping[str, tuple[list[str], list[str]]],
    toward: int,
) -> None:
    """A column's names by the middle of those that each is joined to on one side.

    A name without a line on that side goes by the other, and one without any goes last.
    """
    rows = {}
    for column in forests:
        flat = _flat(column)
        rows |= {ident: (row + 0.5) / len(flat) for row, ident in enumerate(flat)}
    forest = forests[at]
    side = 0 if toward < 0 else 1

    def middle(ident: str) -> tuple[bool, float]:
        tree = [ident, *_flat(forest, ident)]
        for way in (side, 1 - side):
            joined = [rows[other] for name in tree for other in ways[name][way]]
            if joined:
                return False, sum(joined) / len(joined)
        return True, rows[ident]

    for siblings in forest.values():
        siblings.sort(key=middle)


def _swap(
    forests: Sequence[Held], free: Iterable[int], lines: Sequence[tuple[str, str]], fewest: int
) -> None:
    """Neighbors change places wherever that leaves fewer crossings, until none does."""
    siblings = [ids for at in free for ids in forests[at].values()]
    while True:
        before = fewest
        for ids in siblings:
            for row in range(len(ids) - 1):
                ids[row], ids[row + 1] = ids[row + 1], ids[row]
                count = crossings(_flat_all(forests), lines)
                if count < fewest:
                    fewest = count
                else:
                    ids[row], ids[row + 1] = ids[row + 1], ids[row]
        if fewest == before:
            return


def _flat(held: Held, top: str = "") -> list[str]:
    return [name for ident in held[top] for name in (ident, *_flat(held, ident))]


def _flat_all(forests: Iterable[Held]) -> list[list[str]]:
    return [_flat(forest) for forest in forests]


def _copy(forests: Iterable[Held]) -> list[Held]:
    return [{ident: list(ids) for ident, ids in forest.items()} for forest in forests]
