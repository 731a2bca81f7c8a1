"""How recent figures are: when a period ended, and whether that is long ago."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truenorth.reportcard.model import Indicator, Observation, PeriodKind

STALE_YEARS = 3
_ENDS_IN_JUNE = frozenset({"school_year", "cohort"})


@dataclass(frozen=True)
class Newest:
    """An indicator's newest figure, and the whole years since its period ended."""

    indicator: Indicator
    observation: Observation
    ended: date
    years_ago: int
    stale: bool


def ended(observation: Observation, kind: PeriodKind | None) -> date:
    """The last day of a period: June 30 for school years, December 31 for the rest."""
    return date(observation.end, 6, 30) if kind in _ENDS_IN_JUNE else date(observation.end, 12, 31)


def whole_years(since: date, today: date) -> int:
    """Whole years from one day to another; 0 when the first lies ahead."""
    years = today.year - since.year - ((today.month, today.day) < (since.month, since.day))
    return max(years, 0)


def newest(indicator: Indicator, latest: Observation | None, today: date) -> Newest | None:
    """How recent an indicator is; None where it has no figure."""
    if latest is None:
        return None
    last_day = ended(latest, indicator.definition.period_kind)
    stale = today > last_day.replace(year=last_day.year + STALE_YEARS)
    return Newest(indicator, latest, last_day, whole_years(last_day, today), stale)


def span(items: list[Newest]) -> tuple[Newest, Newest] | None:
    """Of all newest figures, the most recent and the oldest."""
    if not items:
        return None
    by_end = sorted(items, key=lambda item: (item.ended, item.indicator.title))
    return by_end[-1], by_end[0]
