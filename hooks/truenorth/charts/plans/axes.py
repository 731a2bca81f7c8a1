"""The two axes, drawn as rows: few ticks with light rules, periods as published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truenorth.charts.domain import nice_step, tick_label, ticks
from truenorth.charts.style import TEXT
from truenorth.lettering import plain, width_of

_APART = 12.0
"""Least distance of two labels on the year axis."""


@dataclass(frozen=True)
class Tick:
    """A round value and how it is printed."""

    y: float
    text: str


def value_ticks(low: float, high: float, unit: str, most: int) -> list[Tick]:
    """The ticks of the value axis."""
    values = ticks(low, high, most)
    step = values[1] - values[0] if len(values) > 1 else nice_step(high - low, 1)
    return [Tick(value, tick_label(value, unit, step)) for value in values]


@dataclass(frozen=True)
class PeriodLabel:
    """A period printed under the axis, its text centered on `center`, its tick at `x`."""

    x: float
    center: float
    text: str


def period_labels(
    spots: Sequence[tuple[float, str]], left: float, right: float
) -> list[PeriodLabel]:
    """As many periods as there is room for, evenly thinned; the first and last always stay.

    `spots` are (place, period) by year; texts stay between `left` and `right`.
    """
    by_place = {place: plain(period) for place, period in spots if plain(period)}
    labels = [_held(place, text, left, right) for place, text in by_place.items()]
    if len(labels) < 3:
        return labels if _fit(labels) else labels[-1:]
    first, *middle, last = labels
    if not _fit([first, last]):
        return [last]
    for stride in range(1, len(labels)):
        inner = middle[stride - 1 :: stride]
        # The last of the thinned ones gives way to the end of the axis.
        while inner and not _fit([inner[-1], last]):
            inner = inner[:-1]
        if _fit([first, *inner]):
            return [first, *inner, last]
    return [first, last]


def _held(place: float, text: str, left: float, right: float) -> PeriodLabel:
    half = width_of(text, TEXT) / 2
    return PeriodLabel(place, min(max(place, left + half), max(right - half, left + half)), text)


def _fit(labels: Sequence[PeriodLabel]) -> bool:
    return all(
        later.center - earlier.center
        >= (width_of(earlier.text, TEXT) + width_of(later.text, TEXT)) / 2 + _APART
        for earlier, later in zip(labels, labels[1:], strict=False)
    )
