"""Heights: each name as near as may be to those it is joined to, in order and none over another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from truenorth.diagrams.request import MapRequest, depths

GAP, GAP_INSIDE = 10.0, 4.0
ROUNDS = 8
Block = list[str]
"""A name and all that belongs to it, which move as one."""


def middles(
    request: MapRequest, names: Sequence[Sequence[str]], heights: Mapping[str, float]
) -> tuple[dict[str, float], float]:
    """The height at which each name stands, and how tall the tallest column is."""
    columns = [
        _blocks(ids, depths(column.nodes))
        for ids, column in zip(names, request.columns, strict=True)
    ]
    sizes = [[_size(block, heights) for block in blocks] for blocks in columns]
    room = max((sum(tall) + GAP * (len(tall) - 1) for tall in sizes if tall), default=0.0)
    joined = _joined(request)
    even = [_spread(tall, room) for tall in sizes]
    tops = [list(column) for column in even]
    for _ in range(ROUNDS):
        for at, blocks in enumerate(columns):
            found = _found(columns, tops, heights)
            wishes = [
                _wish(block, top, even[at][row], joined, found)
                for row, (block, top) in enumerate(zip(blocks, tops[at], strict=True))
            ]
            tops[at] = settled(wishes, sizes[at], room)
    return _found(columns, tops, heights), room


def settled(wishes: Sequence[float], sizes: Sequence[float], room: float) -> list[float]:
    """The tops that are nearest to what is wished, in squares, for blocks between 0 and `room`.

    Less what stands above it at least, no top may lie higher than the one before: so they
    are found by pooling neighbors that would stand in one another's way.
    """
    least = [sum(sizes[:row]) + GAP * row for row in range(len(sizes))]
    pools: list[tuple[float, int]] = []
    for wish, low in zip(wishes, least, strict=True):
        value, count = wish - low, 1
        while pools and pools[-1][0] > value:
            above, more = pools.pop()
            value = (above * more + value * count) / (more + count)
            count += more
        pools.append((value, count))
    spare = max(room - least[-1] - sizes[-1], 0.0) if sizes else 0.0
    moved = [min(max(value, 0.0), spare) for value, count in pools for _ in range(count)]
    return [low + by for low, by in zip(least, moved, strict=True)]


def _blocks(ids: Sequence[str], depth: Mapping[str, int]) -> list[Block]:
    blocks: list[Block] = []
    for ident in ids:
        if depth[ident]:
            blocks[-1].append(ident)
        else:
            blocks.append([ident])
    return blocks


def _size(block: Block, heights: Mapping[str, float]) -> float:
    return sum(heights[ident] for ident in block) + GAP_INSIDE * (len(block) - 1)


def _spread(sizes: Sequence[float], room: float) -> list[float]:
    """Tops with the same room between all blocks."""
    spare = (room - sum(sizes)) / max(len(sizes), 1)
    return [sum(sizes[:row]) + spare * (row + 0.5) for row in range(len(sizes))]


def _joined(request: MapRequest) -> dict[str, list[str]]:
    joined: dict[str, list[str]] = {n.id: [] for column in request.columns for n in column.nodes}
    for one, other in request.lines:
        joined[one].append(other)
        joined[other].append(one)
    return joined


def _found(
    columns: Sequence[Sequence[Block]],
    tops: Sequence[Sequence[float]],
    heights: Mapping[str, float],
) -> dict[str, float]:
    """The middle of every name, from the tops of the blocks."""
    found = {}
    for blocks, placed in zip(columns, tops, strict=True):
        for block, top in zip(blocks, placed, strict=True):
            for ident in block:
                found[ident] = top + heights[ident] / 2
                top += heights[ident] + GAP_INSIDE
    return found


def _wish(
    block: Block,
    top: float,
    even: float,
    joined: Mapping[str, Sequence[str]],
    found: Mapping[str, float],
) -> float:
    """Half way between where its lines are level and an even spread."""
    pulls = [found[other] - found[ident] for ident in block for other in joined[ident]]
    return (top + sum(pulls) / len(pulls) + even) / 2 if pulls else even
