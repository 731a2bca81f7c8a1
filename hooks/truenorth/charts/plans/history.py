"""One series through time, laid out: axes first, then labels where they hide nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truenorth.charts.placing import Box, Label, Placed, along, around, place
from truenorth.charts.plans.axes import Tick, period_labels, value_ticks
from truenorth.charts.plans.breaks import BreakWord, break_words
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
from truenorth.charts.request import Ahead, HistoryRequest, Point, Target
from truenorth.charts.stretches import (
    band_rows,
    bar_rows,
    line_rows,
    stretches,
    with_figure,
)  # fmt: skip
from truenorth.charts.style import LINE, NARROW, QUIET, TEXT, WIDE
from truenorth.lettering import width_of, wrapped

_BELOW = 32.0
"""Height of the strip for the periods."""
_EMPTY = 96.0
"""Height of a picture that has only a sentence to say."""
_DOT = 4.0


@dataclass(frozen=True)
class _Frame:
    """Both scales, the ticks of the value axis, the breaks, and the picture's size."""

    x: Scale
    y: Scale
    ticks: list[Tick]
    breaks: list[BreakWord]
    size: tuple[float, float]
    latest_beside: bool


def plan(request: HistoryRequest) -> Plan:
    """Rows and signals for the shape "history"."""
    size = NARROW if request.width == "narrow" else WIDE
    shape = ("history", request.width)
    points = with_figure(request.points)
    if not points:
        lines = wrapped(request.nothing, TEXT, size[0] - 40, 4)
        low = (size[0], _EMPTY)
        top = (_EMPTY - len(lines) * TEXT * LINE) / 2
        unused = {**Scale(0, 1, 0, 1).signals("x"), **Scale(0, 1, 1, 0).signals("y")}
        rows = {"words": words(lines, size[0] / 2, top, ink=QUIET)}
        return Plan(shape, low, {**unused, "dot": 1.0}, rows)
    frame = _frame(request, points, size)
    said, labels = _words(request, points, frame)
    rows = {
        "rules": [{"y": tick.y} for tick in frame.ticks],
        "cleared": cleared(labels, size[0]),
        "breaks": [{"x": one.x, "py": one.box.top} for one in frame.breaks],
        "band": band_rows(request.points),
        "bars": bar_rows(request.points),
        "solid": line_rows(request.points, "solid"),
        "bridges": line_rows(request.points, "bridge"),
        "ahead_band": _ahead_band(request),
        "ahead": [_spot(one) for one in request.ahead],
        "path": _path(request, points),
        "targets": [_spot(target) for target in request.targets],
        "settled": [_spot(point) for point in points if not point.provisional],
        "provisional": [_spot(point) for point in points if point.provisional],
        "base": [_spot(point) for point in points if point.x == request.base_x],
        "periods": [{"px": row.pop("tick")} for row in said if "tick" in row],
        "words": said,
    }
    dot = _dot_radius(points, frame.x)
    return Plan(shape, size, {**frame.x.signals("x"), **frame.y.signals("y"), "dot": dot}, rows)


def _frame(request: HistoryRequest, points: list[Point], size: tuple[float, float]) -> _Frame:
    low, high = covering(request.domain, [
        *(number for point in points for number in (point.y, point.low, point.high)),
        *(target.y for target in request.targets),
        *(number for one in request.ahead for number in one[1:4]),
    ])  # fmt: skip
    ticks = value_ticks(low, high, request.unit, 5 if request.width == "narrow" else 6)
    left = max((width_of(tick.text, TEXT) for tick in ticks), default=0) + 22
    first, last = years(request.points, [one.x for one in (*request.targets, *request.ahead)])
    beside = width_of(points[-1].shown, TEXT, bold=True)
    latest_beside = points[-1].x == last and beside < size[0] / 5
    right = 18.0
    if latest_beside:
        right = beside + 16
    elif request.targets:
        right = min(40.0, max(_label_width(request, size), 36.0) / 2)
    x = Scale(first, last, left, size[0] - right)
    breaks = break_words(request.breaks, x, left, size[0] - 2)
    above = max([one.box.bottom for one in breaks], default=6.0) + 16
    y = Scale(low, high, size[1] - _BELOW, above)
    return _Frame(x, y, ticks, breaks, size, latest_beside)


def _words(
    request: HistoryRequest, points: list[Point], frame: _Frame
) -> tuple[Rows, list[Placed]]:
    """Every word, and the labels inside the plot among them."""
    width, height = frame.size
    rows: Rows = []
    taken: list[Box] = []
    for tick in frame.ticks:
        x, y = frame.x.start - 18, frame.y.at(tick.y)
        rows.append(word(tick.text, x, y, "end", ink=QUIET))
        taken.append(Box(0, y - TEXT, x + 12, y + TEXT))
    periods = {one.x: one.period for one in (*request.ahead, *request.targets)}
    periods |= {point.x: point.label for point in request.points}
    spots = [(frame.x.at(x), periods[x]) for x in sorted(periods)]
    for label in period_labels(spots, 2, width - 2):
        middle = height - _BELOW + 19
        rows.append(word(label.text, label.center, middle, ink=QUIET) | {"tick": label.x})
    for one in frame.breaks:
        rows += one.rows()
        taken.append(one.box)
        taken += along([(frame.x.at(one.x), one.box.top), (frame.x.at(one.x), frame.y.start)])
    # A label beside the rule of another target would be read as that one's.
    for target in request.targets:
        x, y = frame.x.at(target.x), frame.y.at(target.y)
        taken.append(Box(x - 24, y - 7, x + 24, y + 7))
    room = Box(frame.x.start - 14, 2, width - 2, height - _BELOW - 2)
    labels = [*_end_labels(request, points, frame), *_target_labels(request, frame)]
    labels += _ahead_label(request, frame)
    placed = place(labels, room, _drawn(request, points, frame), taken)
    return rows + [row for one in placed for row in placed_words(one)], placed


def _drawn(request: HistoryRequest, points: list[Point], frame: _Frame) -> list[Box]:
    """What labels should not cover."""

    def at(spots: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(frame.x.at(x), frame.y.at(y)) for x, y in spots]

    boxes = [around(x, y, 7) for x, y in at([(p.x, p.y) for p in points])]
    for stretch in stretches(request.points):
        boxes += along(at([(point.x, point.y) for point in stretch.points]))
    boxes += along(at([(row["x"], row["y"]) for row in _path(request, points)]))
    boxes += along(at([(one.x, one.y) for one in request.ahead]))
    for x, y in at([(target.x, target.y) for target in request.targets]):
        boxes.append(Box(x - 11, y - 4, x + 11, y + 4))
    for row in bar_rows(request.points):
        boxes += along(at([(row["x"], row["low"]), (row["x"], row["high"])]))
    return boxes


def _end_labels(request: HistoryRequest, points: list[Point], frame: _Frame) -> list[Label]:
    """The latest value, then the first."""
    first, latest = points[0], points[-1]
    lines = wrapped(latest.shown, TEXT, frame.size[0] / 3, 2, bold=True)
    x, y = frame.x.at(latest.x), frame.y.at(latest.y)
    side = "right" if frame.latest_beside else "above"
    labels = [Label(tuple(lines), x, y, 9, bold=True, prefer=side)]
    if first is not latest:
        lines = wrapped(first.shown, TEXT, frame.size[0] / 3, 2)
        rising = len(points) > 1 and points[1].y >= first.y
        gap = 12.0 if first.x == request.base_x else 9.0
        side = "below" if rising else "above"
        labels.append(
            Label(tuple(lines), frame.x.at(first.x), frame.y.at(first.y), gap, prefer=side)
        )
    return [label for label in labels if label.lines]


def _target_labels(request: HistoryRequest, frame: _Frame) -> list[Label]:
    """The last target's label must stand; one on the way gives way where there is no room."""
    labels = []
    for number, target in enumerate(reversed(request.targets)):
        lines = tuple(wrapped(target.label, TEXT, _target_room(frame.size), 4))
        spot = (frame.x.at(target.x), frame.y.at(target.y))
        labels.append(Label(lines, *spot, 8, ink=QUIET, optional=number > 0))
    return [label for label in labels if label.lines]


def _ahead_label(request: HistoryRequest, frame: _Frame) -> list[Label]:
    """What the dashed line is, at its end; it gives way where there is no room."""
    if not request.ahead or not request.ahead_label:
        return []
    last = request.ahead[-1]
    lines = tuple(wrapped(request.ahead_label, TEXT, _target_room(frame.size), 2))
    spot = (frame.x.at(last.x), frame.y.at(last.y))
    return [Label(lines, *spot, 8, ink=QUIET, optional=True)]


def _ahead_band(request: HistoryRequest) -> Rows:
    """The band along a projection, where there is more of it than one year."""
    rows = [
        {"x": one.x, "low": one.low, "high": one.high}
        for one in request.ahead
        if one.low is not None and one.high is not None
    ]
    return rows if len(rows) > 1 else []


def _target_room(size: tuple[float, float]) -> float:
    return 110.0 if size == WIDE else 84.0


def _label_width(request: HistoryRequest, size: tuple[float, float]) -> float:
    lines = wrapped(request.targets[-1].label, TEXT, _target_room(size), 4)
    return max((width_of(line, TEXT) for line in lines), default=0.0)


def _path(request: HistoryRequest, points: list[Point]) -> Rows:
    """From the last value before the targets through each of them."""
    targets = request.targets
    before = [point for point in points if targets and point.x < targets[0].x]
    path = [_spot(one) for one in (*before[-1:], *targets)]
    return path if len(path) > 1 else []


def _spot(point: Point | Target | Ahead) -> dict[str, float]:
    return {"x": point.x, "y": point.y}


def _dot_radius(points: list[Point], x: Scale) -> float:
    """Smaller dots where many stand close together."""
    apart = abs(x.end - x.start) / max(1, len(points) - 1)
    return round(min(_DOT, max(1.0, apart / 3)), 2)
