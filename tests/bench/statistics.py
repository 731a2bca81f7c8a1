"""What the statuses cost: trend, projection and gaps for as many series as a state has.

22,373 generated series of 5 to 20 years, with ties and gaps in the years. Each
gets its trend and its projection, and the gap to the first series of its group
of twenty, as groups get one to their reference.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import dataclass

from truenorth.reportcard.gap import assess_gap
from truenorth.reportcard.model import Definition, Indicator, Observation
from truenorth.reportcard.projection import project
from truenorth.reportcard.series import Series, summarize
from truenorth.reportcard.trend import assess_trend

SERIES = 22_373
FAMILY = 20
SEED = 20_260_401
LIMIT = 15.0
LAST_YEAR = 2025
DEFINITION = Definition(
    polarity="higher",
    unit="percent",
    tier="headline",
    goals=("learn",),
    definition="A generated share.",
    geography="place",
    period_kind="school_year",
)
INDICATOR = Indicator("generated", "Generated", "Generated figures.", DEFINITION, "generated")


@dataclass(frozen=True)
class Measured:
    """Processor seconds on one core for each step, and the statuses that were found."""

    series: int
    trend: float
    projection: float
    gaps: float
    statuses: Counter[str]

    @property
    def total(self) -> float:
        return self.trend + self.projection + self.gaps

    def __str__(self) -> str:
        found = ", ".join(f"{count} {status}" for status, count in self.statuses.most_common())
        verdict = "within" if self.total < LIMIT else "ABOVE"
        return (
            f"Statistics of {self.series:,} series: trend {self.trend:.2f} s, projection "
            f"{self.projection:.2f} s, gaps {self.gaps:.2f} s; {self.total:.2f} CPU s together, "
            f"{verdict} the limit of {LIMIT:.0f} s ({found})."
        )


def generated(count: int = SERIES) -> list[Series]:
    """Series of 5 to 20 years: drifting percents, whole numbers for a third, some years missing."""
    source = random.Random(SEED)
    return [_series(f"place-{n}", source) for n in range(count)]


def _series(place: str, source: random.Random) -> Series:
    length = source.randint(5, 20)
    level, drift = source.uniform(10, 90), source.gauss(0, 0.6)
    digits = source.choice((0, 1, 1))
    end, rows = LAST_YEAR, []
    for _ in range(length):
        level += source.gauss(-drift, 1.2)
        value = min(max(round(level, digits), 0.0), 100.0)
        rows.append(Observation(f"{end - 1}-{end % 100:02d}", end, place, value=value))
        end -= 2 if source.random() < 0.1 else 1
    return Series(place, (), tuple(reversed(rows)))


def measure(count: int = SERIES) -> Measured:
    """The three steps, one after the other, on one core."""
    everything = generated(count)
    began = time.process_time()
    statuses = Counter(assess_trend(summarize(INDICATOR, one)).status for one in everything)
    trend = time.process_time()
    for one in everything:
        project(summarize(INDICATOR, one))
    projection = time.process_time()
    for n, one in enumerate(everything):
        assess_gap(INDICATOR, one, everything[n - n % FAMILY])
    gaps = time.process_time()
    return Measured(count, trend - began, projection - trend, gaps - projection, statuses)


if __name__ == "__main__":
    print(measure())
