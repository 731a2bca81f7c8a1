"""Lines, quantiles and bands against scipy, and the cover of the band by simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from truenorth.reportcard.fit import fit, minus, theil_sen
from truenorth.reportcard.forecast import (
    Band,
    bands,
    least_squares,
    random_walk,
    theil_sen_line,
)
from truenorth.reportcard.student_t import cumulative, quantile

VALUES = st.lists(st.floats(-1000, 1000).map(lambda v: round(v, 3)), min_size=5, max_size=12)
NOISE = st.lists(st.floats(-2, 2), min_size=6, max_size=10)
REPEATS = 1500


def band(points: list[tuple[float, float]], ahead: float, cover: float) -> Band:
    (found,) = bands(points, [ahead], cover)
    return found


def yearly(values) -> list[tuple[float, float]]:
    return [(2000 + i, float(v)) for i, v in enumerate(values)]


@pytest.mark.parametrize("df", [1, 2, 3, 4, 5, 8, 13, 30, 198])
def test_the_quantile_of_t_is_that_of_scipy(df: int) -> None:
    for p in (0.5, 0.75, 0.9, 0.95, 0.995):
        assert quantile(p, df) == pytest.approx(stats.t.ppf(p, df), rel=1e-10, abs=1e-12)
    for t in (-3.0, 0.0, 0.4, 2.5, 20.0):
        assert cumulative(t, df) == pytest.approx(stats.t.cdf(t, df), abs=1e-12)
    with pytest.raises(ValueError, match="no quantile"):
        quantile(0.4, df)


@settings(deadline=None)
@given(VALUES)
def test_slope_and_line_are_those_of_scipy(values: list[float]) -> None:
    points = yearly(values)
    times = [t for t, _ in points]
    found = stats.theilslopes(values, times)
    assert theil_sen(points) == pytest.approx(found.slope, abs=1e-9)
    residuals = [v - found.slope * t for t, v in points]
    expected = np.median(residuals) + found.slope * 2020
    assert theil_sen_line(points, found.slope, 2020) == pytest.approx(expected, abs=1e-6)


@settings(deadline=None)
@given(VALUES)
def test_the_prediction_interval_is_the_textbook_one(values: list[float]) -> None:
    points = yearly(values)
    times = np.array([t for t, _ in points])
    line = stats.linregress(times, values)
    n, new = len(values), times[-1] + 2
    rest = np.array(values) - line.intercept - line.slope * times
    sd = math.sqrt(sum(rest**2) / (n - 2))
    away = (new - times.mean()) ** 2 / sum((times - times.mean()) ** 2)
    half = stats.t.ppf(0.9, n - 2) * sd * math.sqrt(1 + 1 / n + away)
    centre = line.intercept + line.slope * new
    low, high = least_squares(points).interval(new, 0.8)
    assert (low, high) == pytest.approx((centre - half, centre + half), rel=1e-6, abs=1e-6)


def test_the_walk_by_hand() -> None:
    """Steps 1, 3, 2, 2: drift 2, sd sqrt(2/3); one ahead of 4 steps."""
    points = yearly([0, 1, 4, 6, 8])
    half = stats.t.ppf(0.9, 3) * math.sqrt(2 / 3) * math.sqrt(1 + 1 / 4)
    assert random_walk(points).interval(1, 0.8) == pytest.approx((10 - half, 10 + half))
    # A step that took four years counts as two of one year's size.
    spaced = [(0, 0.0), (1, 1.0), (5, 13.0), (6, 14.0)]
    drift = 14 / 6
    shocks = [1 - drift, (12 - 4 * drift) / 2, 1 - drift]
    half = stats.t.ppf(0.9, 2) * math.sqrt(sum(s * s for s in shocks) / 2) * math.sqrt(2 + 4 / 3)
    centre = 14 + 2 * drift
    assert random_walk(spaced).interval(2, 0.8) == pytest.approx((centre - half, centre + half))


@settings(deadline=None)
@given(VALUES, st.integers(1, 5))
def test_the_band_holds_both_intervals_and_the_centre(values: list[float], ahead: int) -> None:
    points = yearly(values)
    found = band(points, ahead, 0.8)
    low, high = found.ends
    line = least_squares(points).interval(points[-1][0] + ahead, 0.8)
    walk = random_walk(points).interval(ahead, 0.8)
    assert low <= min(found.centre, *line, *walk) and max(found.centre, *line, *walk) <= high


@settings(deadline=None)
@given(NOISE, st.floats(-3, 3), st.floats(0, 4), st.floats(0, 4))
def test_more_noise_never_makes_the_band_narrower(
    noise: list[float], slope: float, one: float, other: float
) -> None:
    def width(times: float) -> float:
        low, high = band(yearly(slope * i + times * e for i, e in enumerate(noise)), 2, 0.8).ends
        return high - low

    less, more = sorted((one, other))
    assert width(less) <= width(more) + 1e-6


@settings(deadline=None)
@given(NOISE, st.floats(0, 4), st.floats(0, 4))
def test_more_noise_never_makes_a_rise_surer(noise: list[float], one: float, other: float) -> None:
    """Around a straight rise each pair can only turn against it as the same noise grows."""
    less, more = sorted((one, other))
    tests = [fit(yearly(i + times * e for i, e in enumerate(noise))) for times in (less, more)]
    untied = all(t.pairs == len(noise) * (len(noise) - 1) // 2 for t in tests)
    if untied and (tests[1].slope or 0) > 0:
        assert tests[0].p <= tests[1].p
        assert tests[0].agreeing >= tests[1].agreeing


def test_what_floats_cannot_hold_is_said() -> None:
    assert math.isnan(band(yearly([1e308, -1e308, 1e308, -1e308, 1e308]), 1, 0.8).centre)
    assert minus(1e308, -1e308) == math.inf


@settings(deadline=None)
@given(st.integers(-10_000, 10_000), st.integers(-10_000, 10_000))
def test_differences_carry_no_dust(a: int, b: int) -> None:
    assert minus(a / 100, b / 100) == (a - b) / 100


def shocks(kind: str, generator: np.random.Generator, n: int) -> np.ndarray:
    """Noise as the methods page has it: independent, AR(1) 0.4, or a random walk."""
    if kind == "independent":
        return generator.normal(0, 1.5, n)
    if kind == "walk":
        return np.cumsum(generator.normal(0, 1.2, n))
    found = np.empty(n)
    found[0] = generator.normal(0, 1.5)
    for i in range(1, n):
        found[i] = 0.4 * found[i - 1] + generator.normal(0, 1.5 * math.sqrt(1 - 0.16))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["independent", "autocorrelated", "walk"])
@pytest.mark.parametrize("n", [5, 8, 12])
def test_an_80_percent_band_covers_that_much(kind: str, n: int) -> None:
    """The union covers at least what its name says, where the line's own interval may not."""
    generator = np.random.default_rng(20260401)
    ahead = 3
    inside = line_inside = 0
    for _ in range(REPEATS // 3):
        series = 60 + 0.5 * np.arange(n + ahead) + shocks(kind, generator, n + ahead)
        points, new = yearly(series[:n]), series[-1]
        low, high = band(points, ahead, 0.8).ends
        inside += low <= new <= high
        low, high = least_squares(points).interval(points[-1][0] + ahead, 0.8)
        line_inside += low <= new <= high
    assert inside / (REPEATS // 3) >= 0.78
    assert line_inside <= inside
    if kind == "walk":
        assert line_inside / (REPEATS // 3) < 0.75
