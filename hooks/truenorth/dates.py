"""Dates as precise as they are known: 2016, 2016-12 or 2016-12-14."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def earliest(known: str) -> date:
    """The first day that a date known to the year, month or day may mean."""
    year, month, day = _parts(known)
    return date(year, month or 1, day or 1)


def latest(known: str) -> date:
    """The last day that a date known to the year, month or day may mean."""
    year, month, day = _parts(known)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def may_be_before(one: str, other: str) -> bool:
    """Whether `one` can lie before `other`, compared at the coarser precision of the two."""
    return earliest(one) < latest(other)


def surely_before(one: str, other: str) -> bool:
    """Whether `one` lies before `other` whatever days the two may mean."""
    return latest(one) < earliest(other)


def _parts(known: str) -> tuple[int, int | None, int | None]:
    year, month, day = (*map(int, known.split("-")), None, None)[:3]
    return year, month, day
