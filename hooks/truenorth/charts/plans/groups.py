"""Small multiples, laid out: the same scale in each panel, its name above, the total in grey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truenorth.charts.placing import Box, Label, along, around, place
from truenorth.charts.plans.axes import Tick, period_labels, value_ticks
from truenorth.charts.plans.plan import (
    Plan,
    Rows,
    Scale,
    cleared,
    covering,
    placed_words,
    word,
    words,
    years,
)  # fmt: skip
from truenorth.charts.request import GroupsRequest, Point
from truenorth.charts.stretches import in_order, line_rows, stretches, with_figure
from truenorth.charts.style import LINE, NARROW, QUIET, TEXT, WIDE
from truenorth.lettering import width_of, wrapped

COLUMNS = {"wide": 3, "narrow": 2}
GAP = {"wide": 26, "narrow": 18}
"""Between two panels, sideways and down."""
PLOT = {"wide": 118.0, "narrow": 104.0}
_BELOW = 24.0
_KEY = 26.0
"""Height of the strip that names the grey line."""
_AXIS = 46.0
"""Room for the value axis, left of the first column, where its ticks are short."""


@dataclass(frozen=True)
class _Frame:
    """What all panels share; `cell` is width and height of one, `names` the height above it."""

    x: Scale
    y: Scale
    ticks: list[Tick]
    cell: tuple[float, float]
    names: float
    key: float
    axis: float
    latest_above: bool


def cell_width(width: str) -> float:
    """The width of one panel: the columns share what the axis leaves."""
    whole = (NARROW if width == "narrow" else WIDE)[0]
    columns = COLUMNS[width]
    return (whole - _AXIS - (columns - 1) * GAP[width]) // columns


def plan(request: GroupsRequest) -> Plan:
    """Rows and signals for the shape "groups"."""
    whole = (NARROW if request.width == "narrow" else WIDE)[0]
    frame = _frame(request)
    down = -(-len(request.panels) // COLUMNS[request.width])
    height = frame.key + down * frame.cell[1] + max(0, down - 1) * GAP[request.width]
    # A long tick ("$120,000") makes the picture wider, and never the panels smaller.
    size = (whole - _AXIS + frame.axis, max(height, 60.0))
    rows: Rows = []
    for number, (name, points) in enumerate(request.panels):
        rows += [row | {"panel": number} for row in _panel(request, frame, number, name, points)]
    if not request.panels:
        lines = wrapped(request.nothing, TEXT, frame.cell[0], 3)
        rows = [row | {"panel": 0, "kind": "word"} for row in words(lines, 0, 0, "start")]
    signals = {
        **frame.x.signals("x"), **frame.y.signals("y"), "child_height": frame.cell[1],
    }  # fmt: skip
    shared = {
        "panels": rows,
        "rules": [{"y": tick.y} for tick in frame.ticks],
        "total": line_rows(request.total, "solid"),
        "total_bridges": line_rows(request.total, "bridge"),
    }
    return Plan(("groups", request.width), size, signals, shared, (frame.axis, frame.key))


def _frame(request: GroupsRequest) -> _Frame:
    every = [point for _name, points in request.panels for point in points]
    every += request.total
    known = with_figure(every)
    low, high = covering(request.domain, [point.y for point in known])
    ticks = value_ticks(low, high, request.unit, 5)
    width = cell_width(request.width)
    lines = max((len(_name_lines(name, width)) for name, _points in request.panels), default=1)
    names = lines * TEXT * LINE + 8
    plot = PLOT[request.width]
    latest = [points[-1] for _name, given in request.panels if (points := with_figure(given))]
    beside = max((width_of(point.shown, TEXT, bold=True) for point in latest), default=0) + 14
    # On a phone the latest value stands above its point and leaves the line the whole panel.
    above = request.width == "narrow" or beside > width * 0.45
    right = width - (14 if above else beside)
    axis = max(_AXIS, max((width_of(tick.text, TEXT) for tick in ticks), default=0) + 14)
    return _Frame(
        Scale(*(years(every) if every else (0, 1)), 6, right),
        Scale(low, high, names + plot, names + (TEXT * LINE + 6 if above else 6)),
        ticks, (width, names + plot + _BELOW), names,
        _KEY if request.total_label and with_figure(request.total) else 0.0, axis, above,
    )  # fmt: skip


def _panel(
    request: GroupsRequest, frame: _Frame, number: int, name: str, points: Sequence[Point]
) -> Rows:
    width = frame.cell[0]
    lines = _name_lines(name, width)
    top = frame.names - 8 - len(lines) * TEXT * LINE
    rows = _as_words(words(lines, 0, top, "start", bold=True))
    if number % COLUMNS[request.width] == 0:
        rows += _as_words([
            word(tick.text, -8, frame.y.at(tick.y), "end", ink=QUIET) for tick in frame.ticks
        ])  # fmt: skip
    if number == 0 and frame.key:
        rows.append({"kind": "key", "px": 0, "px2": 26, "py": 10 - frame.key})
        label = wrapped(request.total_label, TEXT, frame.cell[0] * 1.5, 1)[0]
        rows += _as_words([word(label, 34, 10 - frame.key, "start", ink=QUIET)])
    known = with_figure(points)
    if not known:
        middle = (frame.y.start + frame.y.end) / 2
        said = tuple(wrapped(request.nothing, TEXT, width - 12, 3))
        label = Label(said, 0, middle, 6, ink=QUIET, prefer="right")
        return rows + _placed(frame, label, request.total)
    for kind in ("solid", "bridge"):
        rows += [row | {"kind": kind} for row in line_rows(points, kind)]
    rows += [
        {"kind": "provisional" if point.provisional else "settled", "x": point.x, "y": point.y}
        for point in known
    ]
    return rows + _periods(frame, request, points) + _latest(frame, request.total, points)


def _periods(frame: _Frame, request: GroupsRequest, points: Sequence[Point]) -> Rows:
    """The first and last period of the picture, under each panel."""
    every = in_order([*request.total, *points])
    spots = [(frame.x.at(point.x), point.label) for point in (every[0], every[-1])]
    middle = frame.cell[1] - _BELOW / 2
    labels = period_labels(spots, 0, frame.cell[0])
    return _as_words([word(one.text, one.center, middle, ink=QUIET) for one in labels])


def _latest(frame: _Frame, total: Sequence[Point], points: Sequence[Point]) -> Rows:
    """The latest value beside its point, or above it."""
    latest = with_figure(points)[-1]
    lines = tuple(wrapped(latest.shown, TEXT, frame.cell[0] * 0.45 - 4, 2, bold=True))
    x, y = frame.x.at(latest.x), frame.y.at(latest.y)
    side = "above" if frame.latest_above else "right"
    return _placed(frame, Label(lines, x, y, 8, bold=True, prefer=side), total, points)


def _placed(frame: _Frame, label: Label, *series: Sequence[Point]) -> Rows:
    """The label where it covers none of the lines, and the paper under it."""

    def at(points: Sequence[Point]) -> list[tuple[float, float]]:
        return [(frame.x.at(point.x), frame.y.at(point.y)) for point in points]

    if not label.lines:
        return []
    drawn = [around(x, y, 5) for points in series[1:] for x, y in at(with_figure(points))]
    drawn += [
        box for points in series for one in stretches(points) for box in along(at(one.points))
    ]
    room = Box(0, frame.names - 2, frame.cell[0], frame.cell[1] - _BELOW + 2)
    placed = place([label], room, drawn)
    rows = _as_words([row for one in placed for row in placed_words(one)])
    return rows + [row | {"kind": "cleared"} for row in cleared(placed, frame.cell[0])]


def _name_lines(name: str, width: float) -> list[str]:
    return wrapped(name, TEXT, width, 3, bold=True)


def _as_words(rows: Rows) -> Rows:
    return [row | {"kind": "word"} for row in rows]
