"""Labels put where they hide nothing: each takes the best of a few places beside its point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from truenorth.charts.style import INK, LINE, TEXT
from truenorth.lettering import width_of


class Box(NamedTuple):
    """A rectangle on the picture; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: Box) -> float:
        """The area that both cover."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0


@dataclass(frozen=True)
class Label:
    """Lines of text beside the spot (x, y); `optional` ones give way where there is no room."""

    lines: tuple[str, ...]
    x: float
    y: float
    gap: float = 8.0
    bold: bool = False
    ink: str = INK
    prefer: str = "above"
    optional: bool = False
    size: float = TEXT

    @property
    def width(self) -> float:
        return max((width_of(line, self.size, bold=self.bold) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LINE


@dataclass(frozen=True)
class Placed:
    """A label and the rectangle it stands in."""

    label: Label
    box: Box
    align: str


def place(
    labels: Sequence[Label], frame: Box, obstacles: Iterable[Box], taken: Iterable[Box] = ()
) -> list[Placed]:
    """Each label in turn at its cheapest place; the first in `labels` choose first.

    No label leaves `frame`, and none covers another or a box in `taken` unless
    there is no other place for one that must be there; covering a line of the
    chart (`obstacles`) is avoided.
    """
    drawn = list(obstacles)
    texts = list(taken)
    placed: list[Placed] = []
    for label in labels:
        reach = label.width + label.height + 5 * label.gap
        near = [box for box in drawn if box.shared(around(label.x, label.y, reach))]
        cost, box, align = min(
            (
                (_cost(box, rank, near, texts), box, align)
                for rank, (box, align) in enumerate(_places(label, frame))
            ),
            key=lambda choice: choice[0],
        )
        if label.optional and (cost >= _COVERED or any(box.shared(text) for text in texts)):
            continue
        texts.append(_grown(box, 3.0))
        placed.append(Placed(label, box, align))
    return placed


def along(points: Sequence[tuple[float, float]], every: float = 7.0) -> list[Box]:
    """Small boxes along the line through `points`."""
    boxes = []
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        parts = max(1, min(200, int(hypot(x1 - x0, y1 - y0) / every)))
        for part in range(parts + 1):
            boxes.append(around(x0 + (x1 - x0) * part / parts, y0 + (y1 - y0) * part / parts, 3.0))
    return boxes


def around(x: float, y: float, reach: float) -> Box:
    """The square that reaches `reach` from (x, y) to each side."""
    return Box(x - reach, y - reach, x + reach, y + reach)


_COVERED = 900.0


def _cost(box: Box, rank: int, drawn: list[Box], texts: list[Box]) -> float:
    over_text = sum(box.shared(text) for text in texts)
    over_lines = sum(box.shared(other) for other in drawn)
    return rank * 4.0 + over_lines + over_text * 50.0


def _places(label: Label, frame: Box) -> list[tuple[Box, str]]:
    """Where the label might stand, the preferred side first, moved inside the frame."""
    w, h, gap = label.width, label.height, label.gap
    x, y = label.x, label.y
    centered = (x - w / 2, "middle")
    rightward, leftward = (x + gap, "start"), (x - gap - w, "end")
    sides = {
        "right": [(rightward, y - h / 2)],
        "above": [(centered, y - gap - h)],
        "below": [(centered, y + gap)],
        "left": [(leftward, y - h / 2)],
    }
    corners = [
        (((x - gap / 2), "start"), y - gap - h), (((x + gap / 2 - w), "end"), y - gap - h),
        (((x - gap / 2), "start"), y + gap), (((x + gap / 2 - w), "end"), y + gap),
        (rightward, y - gap - h), (rightward, y + gap),
        (leftward, y - gap - h), (leftward, y + gap),
        (centered, y - 2 * gap - h), (centered, y + 2 * gap),
        (centered, y - 4 * gap - h), (centered, y + 4 * gap),
    ]  # fmt: skip
    order = [label.prefer, *(side for side in sides if side != label.prefer)]
    choices = [choice for side in order for choice in sides[side]] + corners
    return [(_inside(Box(left, top, left + w, top + h), frame), a) for (left, a), top in choices]


def _inside(box: Box, frame: Box) -> Box:
    across = max(frame.left - box.left, 0.0) or min(frame.right - box.right, 0.0)
    down = max(frame.top - box.top, 0.0) or min(frame.bottom - box.bottom, 0.0)
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)


def _grown(box: Box, by: float) -> Box:
    return Box(box.left - by, box.top - by, box.right + by, box.bottom + by)
