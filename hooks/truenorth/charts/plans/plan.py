"""A request laid out: what is swapped into a compiled shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from truenorth.charts.placing import Placed
from truenorth.charts.request import Point
from truenorth.charts.style import INK, LINE, TEXT
from truenorth.lettering import plain

Rows = list[dict[str, Any]]
Shape = tuple[str, str]
"""Name and width of a compiled picture: ("history", "wide")."""


@dataclass(frozen=True)
class Plan:
    """Rows and signals for `shape`; the picture is `size` and its origin stands at `origin`."""

    shape: Shape
    size: tuple[float, float]
    signals: Mapping[str, float]
    rows: Mapping[str, Rows]
    origin: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Scale:
    """A straight line from values to places on the picture, as the shape draws it too."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def signals(self, axis: str) -> dict[str, float]:
        """The same scale for the shape: x_low, x_high, x_start, x_end."""
        return {
            f"{axis}_low": self.low, f"{axis}_high": self.high,
            f"{axis}_start": self.start, f"{axis}_end": self.end,
        }  # fmt: skip


def covering(domain: Sequence[float], values: Iterable[float | None]) -> tuple[float, float]:
    """The domain, made wider where a value would fall outside it: no figure is ever cut off."""
    known = [value for value in values if value is not None]
    return min([domain[0], *known]), max([domain[1], *known])


def years(points: Iterable[Point], more: Iterable[float] = ()) -> tuple[float, float]:
    """First and last year; a single one stands in the middle of two others."""
    found = [point.x for point in points] + list(more)
    first, last = min(found), max(found)
    return (first, last) if first < last else (first - 1, last + 1)


def word(
    text: str, x: float, y: float, align: str = "middle", *,
    bold: bool = False, ink: str = INK, size: float = TEXT,
) -> dict[str, Any]:  # fmt: skip
    """One line of text whose middle line is at `y`."""
    return {
        "px": round(x, 2), "py": round(y, 2), "text": plain(text),
        "align": {"start": "left", "middle": "center", "end": "right"}[align],
        "weight": "bold" if bold else "normal", "ink": ink, "size": size,
    }  # fmt: skip


def words(lines: Sequence[str], x: float, top: float, align: str = "middle", **more: Any) -> Rows:
    """Lines of text below `top`."""
    step = more.get("size", TEXT) * LINE
    return [word(line, x, top + (n + 0.5) * step, align, **more) for n, line in enumerate(lines)]


def placed_words(placed: Placed) -> Rows:
    """The text of a label where it was put."""
    box, label = placed.box, placed.label
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[placed.align]
    return words(
        label.lines, x, box.top, placed.align, bold=label.bold, ink=label.ink, size=label.size
    )


def cleared(labels: Iterable[Placed], edge: float) -> Rows:
    """Paper under each label, so that no rule of the axis runs through it.

    Near the picture's right `edge` it reaches that edge: no stub of a rule is left over.
    """
    return [
        {
            "px": round(one.box.left - 3, 2),
            "px2": round(edge if edge - one.box.right < 16 else one.box.right + 3, 2),
            "py": round(one.box.top, 2),
            "py2": round(one.box.bottom, 2),
        }
        for one in labels
    ]
