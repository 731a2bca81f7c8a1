"""What values mean: their bounds, which of two is better, and the printed unit."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from truenorth.reportcard.fit import minus
from truenorth.reportcard.model import Definition

DEFAULT_POINTS = 2.0
DEFAULT_SHARE = 0.05
EXACT_BELOW = 1e15


def bounds(definition: Definition) -> tuple[float, float]:
    """The lowest and highest value possible; 0 and 100 for percents unless stated."""
    percent = definition.unit == "percent"
    low, high = definition.minimum, definition.maximum
    return (
        low if low is not None else 0 if percent else -math.inf,
        high if high is not None else 100 if percent else math.inf,
    )


def can_judge(definition: Definition) -> bool:
    """Whether better and worse are defined: for a range, at least one end of it is."""
    has_range = definition.desired_low is not None or definition.desired_high is not None
    return definition.polarity != "range" or has_range


def judged(value: float, definition: Definition) -> float:
    """What better and worse are read from: the value, or for a range the distance to it.

    In the indicator's unit. Within the range the distance is 0; for a range
    without ends it is 0 everywhere (see `can_judge`).
    """
    if definition.polarity != "range":
        return value
    low, high = definition.desired_low, definition.desired_high
    below = minus(low, value) if low is not None else 0.0
    above = minus(value, high) if high is not None else 0.0
    return max(below, above, 0.0)


def good_sign(definition: Definition) -> int:
    """1 where a judged value that rises is better, else -1 (a distance is better if small)."""
    return 1 if definition.polarity == "higher" else -1


def least_change(definition: Definition, first: float) -> float:
    """The smallest change that matters, in the unit: as set, else 2 points for percents.

    Else 5 % of the first value (its size, where that is negative).
    """
    if definition.min_change is not None:
        return definition.min_change
    return DEFAULT_POINTS if definition.unit == "percent" else DEFAULT_SHARE * abs(first)


def printed_step(definition: Definition, values: Iterable[float]) -> float:
    """The unit of the last printed digit; 1 where whole things are counted."""
    if definition.unit == "count" and all(float(value).is_integer() for value in values):
        return 1.0
    return 10.0**-definition.decimals


def as_printed(value: float, definition: Definition) -> float:
    """The value as readers see it: rounded half up to the indicator's digits."""
    if abs(value) >= EXACT_BELOW:
        return value
    return float(
        Decimal(str(value)).quantize(Decimal(1).scaleb(-definition.decimals), ROUND_HALF_UP)
    )


def reaches(change: float, least: float) -> bool:
    """Whether a change is as large as the least that matters, rounding of floats forgiven."""
    return abs(change) >= least * (1 - 1e-9)
