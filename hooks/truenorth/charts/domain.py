"""The range of the value axis: wide enough that noise does not look like news."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil, floor, isfinite, log10
from typing import NamedTuple

PERCENT_WIDTH = 20.0
"""No axis of percents is narrower than this many points."""
OTHER_WIDTH = 0.2
"""Any other axis is at least this share of the largest value wide."""
_NATURAL = {"percent": (0.0, 100.0)}
_NEAR = 0.75
"""Zero is on the axis where it is no further off than this share of its width."""
_SMALLEST = 1e-6
_PAD = 0.08


class Domain(NamedTuple):
    """Lowest and highest value of an axis, and whether zero lies outside it."""

    low: float
    high: float
    truncated: bool


def domain_for(
    values: Iterable[float | None],
    unit: str,
    bounds: tuple[float | None, float | None] = (None, None),
) -> Domain:
    """The axis for `values`, those of targets and confidence bounds included.

    Zero is included where the values come near it, and the axis ends on round
    numbers inside the natural `bounds` (0 and 100 for percents). None is passed
    over; a value that is not finite is a ValueError.
    """
    known = sorted(value for value in values if value is not None)
    if any(not isfinite(value) for value in known):
        raise ValueError("a value that is not finite has no place on an axis")
    least, most = _limits(known, unit, bounds)
    if not known:
        return Domain(least or 0.0, most if most is not None else (least or 0.0) + 1.0, False)
    width = _least_width(known, unit)
    low, high = _widened(known[0], known[-1], width)
    low, high = _with_zero(low, high, known, width)
    low, high = _moved_inside(low, high, least, most)
    step = nice_step(high - low, 5)
    low, high = _down(low, step), _up(high, step)
    low, high = _inside(low, least, max), _inside(high, most, min)
    return Domain(low, high, low > 0 or high < 0)


def ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Round values from `low` to `high`, at most `most` of them and two where possible."""
    step = nice_step(high - low, most - 1)
    first = ceil(low / step - 1e-9)
    last = floor(high / step + 1e-9)
    while last - first + 1 > most:
        step = nice_step(step * 1.5, 1)
        first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return tuple(_tidy(number * step, step) for number in range(first, last + 1))


def tick_label(value: float, unit: str, step: float) -> str:
    """A tick in its unit, with as many digits as its step needs."""
    decimals = max(0, -floor(log10(step) + 1e-9)) if step < 1 else int(step % 1 != 0)
    sign = "\N{MINUS SIGN}" if round(value, decimals) < 0 else ""
    number = f"{abs(value):,.{decimals}f}"
    if unit == "percent":
        return f"{sign}{number}%"
    return f"{sign}${number}" if unit == "currency" else sign + number


def nice_step(span: float, parts: int) -> float:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that needs at most `parts`."""
    rough = max(span, _SMALLEST) / max(parts, 1)
    power = 10.0 ** floor(log10(rough))
    return next(m * power for m in (1.0, 2.0, 2.5, 5.0, 10.0) if m * power >= rough * (1 - 1e-9))


def _limits(known: list[float], unit: str, bounds: tuple) -> tuple[float | None, float | None]:
    """The natural bounds, less any that a value has already passed."""
    least, most = (
        given if given is not None else natural
        for given, natural in zip(bounds, _NATURAL.get(unit, (None, None)), strict=True)
    )
    if known and least is not None and known[0] < least:
        least = None
    if known and most is not None and known[-1] > most:
        most = None
    return least, most


def _least_width(known: list[float], unit: str) -> float:
    if unit == "percent":
        return PERCENT_WIDTH
    return max(OTHER_WIDTH * max(abs(known[0]), abs(known[-1])), _SMALLEST)


def _widened(low: float, high: float, width: float) -> tuple[float, float]:
    pad = (high - low) * _PAD
    missing = max(0.0, width - (high - low + 2 * pad)) / 2
    return low - pad - missing, high + pad + missing


def _with_zero(low: float, high: float, known: list[float], width: float) -> tuple[float, float]:
    near = (high - low) * _NEAR
    if known[0] >= 0 and low <= near:
        return 0.0, max(high, width)
    if known[-1] <= 0 and -high <= near:
        return min(low, -width), 0.0
    return low, high


def _moved_inside(
    low: float, high: float, least: float | None, most: float | None
) -> tuple[float, float]:
    """The axis moved as a whole where it leaves the bounds, and cut only where it must be."""
    if most is not None and high > most:
        low, high = low - (high - most), most
    if least is not None and low < least:
        low, high = least, high + (least - low)
        high = high if most is None else min(high, most)
    return low, high


def _inside(value: float, bound: float | None, nearer: Callable[..., float]) -> float:
    return value if bound is None else nearer(value, bound)


def _down(value: float, step: float) -> float:
    number = floor(value / step + 1e-9)
    while _tidy(number * step, step) > value + step * 1e-9:
        number -= 1
    return _tidy(number * step, step)


def _up(value: float, step: float) -> float:
    return -_down(-value, step) + 0.0


def _tidy(value: float, step: float) -> float:
    return round(value, max(0, 2 - floor(log10(step)))) + 0.0
