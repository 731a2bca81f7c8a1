"""Periods as published, and the stretch of time they cover."""

from __future__ import annotations

import re

from truenorth.reportcard.model import Observation, PeriodKind

# Survey periods of several years overlap by design; they are thinned where a trend is computed.
OVERLAPPING = frozenset({"multi_year", "unknown"})
_YEARS = re.compile(r"^(\d{4})(?:\s?[-–/]\s?(\d{4}|\d{2}))?$")
_ONE_YEAR = re.compile(r"^\D*(\d{4})\D*$")


def years(period: str) -> tuple[int, int] | None:
    """First and last year named by a label such as 2016-17, 2015-2019 or 2017."""
    if (found := _YEARS.match(period)) is None:
        return None
    first, last = int(found[1]), found[2]
    if last is None:
        return first, first
    if len(last) == 2:
        century = first // 100 * 100
        return first, century + int(last) + (100 if int(last) < first % 100 else 0)
    return first, int(last)


def last_year(period: str) -> int | None:
    """The year in which a period ends, as far as its label says so: "Class of 2019" is 2019."""
    if (named := years(period)) is not None:
        return named[1]
    found = _ONE_YEAR.match(period)
    return int(found[1]) if found else None


def shifted(period: str, by: int) -> str | None:
    """The label of the period `by` years later, written alike; None where it names no one year.

    2016-17 gives 2017-18, Class of 2019 gives Class of 2020.
    """
    if (found := _YEARS.match(period)) is not None:
        first, last = found[1], found[2]
        ahead = f"{int(first) + by:04d}"
        if last is None:
            return ahead
        width = len(last)
        return f"{ahead}{period[4:-width]}{(int(last) + by) % 10**width:0{width}d}"
    if (found := _ONE_YEAR.match(period)) is not None:
        return f"{period[: found.start(1)]}{int(found[1]) + by:04d}{period[found.end(1) :]}"
    return None


def span(observation: Observation, kind: PeriodKind | None) -> tuple[float, float]:
    """The time covered, from and up to (not including), in years.

    A school year named 2016-17 ends where 2017-18 begins; a span of calendar
    years includes its last one.
    """
    named = years(observation.period)
    first, last = named or (_start(observation), observation.end)
    crosses_new_year = kind in ("school_year", "cohort") or (kind is None and last == first + 1)
    if crosses_new_year and last > first:
        return first, last
    return first, last + 1


def _start(observation: Observation) -> int:
    start = observation.start or ""
    return int(start[:4]) if re.match(r"\d{4}", start) else observation.end
