"""How often the trend rule is wrong, and how often it finds what is there: by simulation.

The figures are those of the methods page (minimum change 2 points, noise of
1.5 points, AR(1) 0.4, random-walk steps of 1.2), each within two points.
"""

from __future__ import annotations

import numpy as np
import pytest

from tests.unit.test_forecast import shocks
from truenorth.reportcard.fit import fit
from truenorth.reportcard.trend import status_of

SERIES = 2000
LEAST = 2.0
STATED = [
    ("independent", {5: 4, 8: 2, 12: 3}),
    ("autocorrelated", {5: 6, 8: 7, 12: 10}),
    ("walk", {5: 13, 8: 21, 12: 28}),
]
FALSE_POSITIVES = [(kind, n, rate) for kind, rates in STATED for n, rate in rates.items()]


def percent(kind: str, n: int, slope: float, seed: int) -> tuple[float, float]:
    """In percent of all series: how many are called improving, and how many worsening."""
    generator = np.random.default_rng(seed)
    found = [
        status_of(fit([*enumerate(map(float, slope * np.arange(n) + noise))]), 1, LEAST)
        for noise in (shocks(kind, generator, n) for _ in range(SERIES))
    ]
    return tuple(100 * found.count(word) / SERIES for word in ("improving", "worsening"))


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "n", "stated"), FALSE_POSITIVES)
def test_without_a_trend(kind: str, n: int, stated: int) -> None:
    better, worse = percent(kind, n, 0.0, seed=n)
    assert (better + worse) / 2 == pytest.approx(stated, abs=2)


@pytest.mark.slow
@pytest.mark.parametrize(("n", "stated"), [(5, 40), (8, 91)])
def test_with_a_point_a_year(n: int, stated: int) -> None:
    better, worse = percent("independent", n, 1.0, seed=20 + n)
    assert better == pytest.approx(stated, abs=2)
    assert worse < 0.5
