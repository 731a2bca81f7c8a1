"""A map laid out: every box with its lines of text, and every line with its two ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from truenorth.diagrams.order import ordered
from truenorth.diagrams.request import Column, MapRequest, Node, depths
from truenorth.diagrams.settle import middles
from truenorth.lettering import plain, width_of, wrapped

WIDTH = 720.0
TEXT = 14.0
"""At 688 px, the column of a page at 1280 px, that is 13.4 px."""
LEADING = 18.0
PAD_X = 10.0
PAD_Y = 5.0
INDENT = 14.0
SLACK = 0.5
"""So that a word is not shortened because sums are rounded."""
EDGE = 4.0
"""Room around everything, so that no line of focus is cut off."""
BETWEEN = (96.0, 60.0)
"""Room for lines between three columns, and where there are more."""
HEADING = 40.0
MOST_LINES = 9


@dataclass(frozen=True)
class Box:
    """A name at its place, with its words in lines."""

    node: Node
    column: int
    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True)
class Line:
    """What joins the right of one box to the left of another."""

    one: Box
    other: Box
    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True)
class Layout:
    """The picture's size, the left edge and width of each column, the boxes by id, the lines."""

    width: float
    height: float
    columns: tuple[tuple[float, float], ...]
    boxes: Mapping[str, Box]
    lines: tuple[Line, ...]


def laid_out(request: MapRequest) -> Layout:
    """Columns side by side over the whole width, as tall as the tallest of them."""
    spans = _spans(request.columns)
    names = ordered(request)
    depth = {i: d for column in request.columns for i, d in depths(column.nodes).items()}
    nodes = {node.id: node for column in request.columns for node in column.nodes}
    text = {
        ident: _text(nodes[ident], spans[at][1] - depth[ident] * INDENT)
        for at, ids in enumerate(names)
        for ident in ids
    }
    heights = {i: len(lines) * LEADING + 2 * PAD_Y if lines else 0.0 for i, lines in text.items()}
    placed, room = middles(request, names, heights)
    boxes = {}
    for at, ids in enumerate(names):
        for ident in ids:
            left = spans[at][0] + depth[ident] * INDENT
            width = spans[at][1] - depth[ident] * INDENT
            top = EDGE + HEADING + placed[ident] - heights[ident] / 2
            node = nodes[ident]
            boxes[ident] = Box(node, at, left, top, width, heights[ident], text[ident])
    height = room + HEADING + 2 * EDGE
    return Layout(WIDTH, height, tuple(spans), boxes, tuple(_lines(request, boxes)))


def _spans(columns: Sequence[Column]) -> list[tuple[float, float]]:
    """Left edge and width of each column; a junction is as narrow as a point."""
    real = sum(not column.is_junction for column in columns)
    lines = BETWEEN[0] * (real - 1) if real < 4 else BETWEEN[1] * (real - 1)
    widths = _shared(WIDTH - 2 * EDGE - lines, [_least(column) for column in columns])
    found, left = [], EDGE
    for own in widths:
        found.append((left, own))
        left += own + lines / max(len(columns) - 1, 1)
    return found


def _shared(whole: float, least: Sequence[float]) -> list[float]:
    """The same width for every column, but that one gets more whose words need it."""
    needs = dict(enumerate(least))
    given = {at: 0.0 for at, need in needs.items() if not need}
    while len(given) < len(needs):
        share = (whole - sum(given.values())) / (len(needs) - len(given))
        more = {at: need for at, need in needs.items() if at not in given and need > share}
        if not more or len(more) == len(needs) - len(given):
            return [given.get(at, share) for at in needs]
        given |= more
    return [given[at] for at in needs]


def _least(column: Column) -> float:
    """The room that the longest word of a column needs; a junction needs none."""
    depth = depths(column.nodes)
    needed = (
        width_of(word, TEXT) + 2 * PAD_X + depth[node.id] * INDENT
        for node in column.nodes
        for word in plain(node.label).split()
    )
    return max((room + SLACK for room in needed), default=0.0)


def _text(node: Node, width: float) -> tuple[str, ...]:
    return tuple(wrapped(node.label, TEXT, width - 2 * PAD_X, MOST_LINES))


def _lines(request: MapRequest, boxes: Mapping[str, Box]) -> Iterator[Line]:
    """Lines at a box between others part along its side; at any other name they meet."""
    leaving: dict[str, list[str]] = {}
    coming: dict[str, list[str]] = {}
    for one, other in request.lines:
        leaving.setdefault(one, []).append(other)
        coming.setdefault(other, []).append(one)

    def height(ident: str, joined: list[str], far: str) -> float:
        box = boxes[ident]
        if request.columns[box.column].look != "middle":
            return box.middle
        rows = sorted(joined, key=lambda other: boxes[other].middle)
        return box.top + box.height * (rows.index(far) + 1) / (len(rows) + 1)

    for one, other in request.lines:
        start = boxes[one].right, height(one, leaving[one], other)
        end = boxes[other].left, height(other, coming[other], one)
        yield Line(boxes[one], boxes[other], start, end)
