"""Quantiles of Student's t for whole degrees of freedom, with the standard library alone."""

from __future__ import annotations

import math
from functools import lru_cache


def cumulative(t: float, df: int) -> float:
    """P(T <= t) for `df` >= 1 degrees of freedom.

    A finite sum where `df` is a whole number. Source: Abramowitz and Stegun,
    26.7.3 and 26.7.4.
    """
    angle = math.atan2(t, math.sqrt(df))
    cosine, sine = math.cos(angle), math.sin(angle)
    odd = df % 2
    term = cosine if odd else 1.0
    total = term if df > 1 else 0.0
    for k in range(2 if odd else 1, df - 1, 2):
        term *= cosine * cosine * k / (k + 1)
        total += term
    central = 2 / math.pi * (angle + sine * total) if odd else sine * total
    return 0.5 + central / 2


@lru_cache(maxsize=512)
def quantile(p: float, df: int) -> float:
    """The t below which a share `p` of the distribution lies; 0.5 <= p < 1, df >= 1.

    Found by halving, to the last digits of a float. ValueError outside of that.
    """
    if not 0.5 <= p < 1 or df < 1:
        raise ValueError(f"no quantile for p={p}, df={df}")
    low, high = 0.0, 1.0
    while cumulative(high, df) < p:
        high *= 2
    for _ in range(80):
        middle = (low + high) / 2
        if cumulative(middle, df) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2
