"""What to draw: values as they are to be seen, and every word in the picture.

Nothing is looked up later: a figure that is hidden is not in a request, so it
can move neither an axis nor an order. All numbers must be finite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from typing import Literal, NamedTuple

Width = Literal["wide", "narrow"]
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True)
class Point:
    """One period on the line.

    `x` is the year in which it ends and `label` the period as published; `y`
    is None where there is no figure, which leaves a gap. `run` counts the
    stretches between breaks from 0; `shown` is the value as it is printed.
    """

    x: int
    label: str
    y: float | None
    low: float | None = None
    high: float | None = None
    provisional: bool = False
    run: int = 0
    shown: str = ""


class Target(NamedTuple):
    """A value to be reached: the year it is due, and the period that year is written as."""

    x: int
    y: float
    label: str
    period: str = ""


class Ahead(NamedTuple):
    """A year of a projection, and its band where it has one; the first one is where it begins."""

    x: int
    y: float
    low: float | None = None
    high: float | None = None
    period: str = ""


@dataclass(frozen=True)
class HistoryRequest:
    """One series through time; `width` "narrow" is a shape of its own for a phone.

    `breaks` are (place on the year axis, word), so 2016.5 stands between two
    years; `targets` are (year due, value, label) and, for the axis, the period
    due; `base_x` is the year of the base point. `ahead` is a projection, drawn
    dashed and quiet over its band, and `ahead_label` the word at its end. `nothing`
    is said in place of a picture that has no figure.
    """

    id: str
    title: str
    desc: str
    points: tuple[Point, ...]
    unit: str
    domain: tuple[float, ...]
    breaks: tuple[tuple[float, str], ...] = ()
    targets: tuple[Target | tuple[int, float, str] | tuple[int, float, str, str], ...] = ()
    base_x: int | None = None
    width: Width = "wide"
    nothing: str = "No figure is published"
    ahead: tuple[Ahead, ...] = ()
    ahead_label: str = ""

    def __post_init__(self) -> None:
        _check(self.id, self.title, self.domain, self.points)
        for one in self.ahead:
            _check_numbers(one[:4])
        for x, _word in self.breaks:
            _check_numbers((x,))
        object.__setattr__(self, "targets", tuple(sorted(Target(*one) for one in self.targets)))
        for target in self.targets:
            _check_numbers((target.x, target.y))


@dataclass(frozen=True)
class GroupsRequest:
    """Small multiples: one panel for each group, in the order given, all on one scale.

    `panels` are (name, points); `total` is drawn in grey in each panel and
    named once, by `total_label`. A panel without a figure says `nothing`.
    """

    id: str
    title: str
    desc: str
    panels: tuple[tuple[str, tuple[Point, ...]], ...]
    total: tuple[Point, ...]
    domain: tuple[float, ...]
    unit: str = "percent"
    width: Width = "wide"
    total_label: str = ""
    nothing: str = "No figure is published"

    def __post_init__(self) -> None:
        _check(self.id, self.title, self.domain, self.total)
        for _name, points in self.panels:
            _check_points(points)


@dataclass(frozen=True)
class SparkRequest:
    """A word-sized line with its first and last value as dots."""

    id: str
    title: str
    desc: str
    points: tuple[Point, ...]
    domain: tuple[float, ...]
    nothing: str = "No figure"

    def __post_init__(self) -> None:
        _check(self.id, self.title, self.domain, self.points)


Request = HistoryRequest | GroupsRequest | SparkRequest


def _check(name: str, title: str, domain: tuple[float, ...], points: Iterable[Point]) -> None:
    if not _ID.fullmatch(name):
        raise ValueError(f"{name!r} cannot be the id of a chart")
    if not title.strip():
        raise ValueError(f"the chart {name!r} has no title for those who cannot see it")
    _check_numbers(domain[:2])
    if not domain[0] < domain[1]:
        raise ValueError(f"the domain of the chart {name!r} is empty: {domain[:2]}")
    _check_points(points)


def _check_points(points: Iterable[Point]) -> None:
    for point in points:
        _check_numbers(number for number in (point.x, point.y, point.low, point.high))


def _check_numbers(numbers: Iterable[float | None]) -> None:
    for number in numbers:
        if number is not None and not isfinite(number):
            raise ValueError(f"{number} cannot be drawn")
