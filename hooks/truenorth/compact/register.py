"""Which version was in force when: intervals of a register, and where each version stands.

Pure functions. A version is in force from its effective date until the next
one takes effect, is withdrawn or lapses. Dates may be known to the month or
year only, so the answer for a day can be more than one version; it is never
made more exact than the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise, zip_longest
from typing import Literal

from truenorth.compact.model import TOOK_EFFECT, Register, Version
from truenorth.dates import earliest, latest, surely_before

Standing = Literal["in_force", "superseded", "adopted", "proposed", "draft", "withdrawn"]


@dataclass(frozen=True)
class Interval:
    """A version and the dates, as known, between which it was in force.

    `end` is the first day after.
    """

    version: Version
    start: str
    end: str | None

    def may_cover(self, day: date) -> bool:
        """Whether the version can have been in force on that day."""
        ended = self.end is not None and latest(self.end) <= day
        return earliest(self.start) <= day and not ended

    def surely_covers(self, day: date) -> bool:
        """Whether it was in force on that day whatever days the known dates mean."""
        return latest(self.start) <= day and (self.end is None or day < earliest(self.end))


def in_force_from(version: Version) -> str | None:
    """The date on which a version took or takes effect; the day it was adopted unless given."""
    return version.effective or version.adopted if version.status in TOOK_EFFECT else None


def intervals(register: Register) -> tuple[Interval, ...]:
    """The intervals in force, oldest first; the end of one is the start of the next."""
    took = sorted(
        ((start, v) for v in register.versions if (start := in_force_from(v)) is not None),
        key=lambda pair: (earliest(pair[0]), latest(pair[0])),
    )
    ends = [start for start, _ in took[1:]]
    return tuple(
        Interval(version, start, _earlier(version.effective_to, end))
        for (start, version), end in zip_longest(took, ends)
    )


def in_force_on(register: Register, day: date) -> tuple[Version, ...]:
    """The version in force on a day; several where the record is not exact enough to say."""
    every = intervals(register)
    sure = tuple(i.version for i in every if i.surely_covers(day))
    return sure or tuple(i.version for i in every if i.may_cover(day))


def current(register: Register, today: date) -> Version | None:
    """The version in force today: the newest whose effective date has come."""
    return next(iter(reversed(in_force_on(register, today))), None)


def standing(version: Version, register: Register, today: date) -> Standing:
    """Where a version stands today, from its status and its effective date."""
    if version.status not in TOOK_EFFECT:
        return version.status
    if version == current(register, today):
        return "in_force"
    if latest(in_force_from(version) or "0001") > today:
        return "adopted"
    return "superseded"


def overlaps(register: Register) -> tuple[tuple[Version, Version], ...]:
    """Pairs of versions that would be in force at once."""
    return tuple(
        (one.version, other.version)
        for one, other in pairwise(intervals(register))
        if one.start == other.start
        or (one.version.effective_to and surely_before(other.start, one.version.effective_to))
    )


def _earlier(*known: str | None) -> str | None:
    return min((k for k in known if k), key=earliest, default=None)


def previous(register: Register, version: Version) -> Version | None:
    """The version that was in force just before this one."""
    order = [i.version for i in intervals(register)]
    return next((a for a, b in pairwise(order) if b == version), None)
