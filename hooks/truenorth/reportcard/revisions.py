"""Figures that were published more than once: which one holds, and what it was before.

Rows of the same period, place and groups are vintages of one figure where each
says when it was published. The newest holds; the others are its history. Pure
functions over records.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from truenorth.reportcard.model import Indicator, Observation

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True)
class Revision:
    """A figure and the one that took its place, of the same period, place and groups."""

    before: Observation
    after: Observation


def identity(observation: Observation) -> tuple:
    """What a figure is about; two rows alike in this are two vintages, or a mistake."""
    return observation.period, observation.geography, tuple(sorted(observation.groups))


def superseded(observations: Sequence[Observation]) -> frozenset[int]:
    """The positions of the observations that a newer vintage has replaced.

    None of a figure whose vintages cannot be put in order: a date is missing or
    no date, or is only a year or month in which another one lies.
    """
    places: dict[tuple, list[int]] = defaultdict(list)
    for place, observation in enumerate(observations):
        places[identity(observation)].append(place)
    old: set[int] = set()
    for same in places.values():
        if len(same) > 1 and in_order(observations[place].vintage for place in same):
            newest = max(same, key=lambda place: observations[place].vintage or "")
            old.update(place for place in same if place != newest)
    return frozenset(old)


def in_order(vintages: Iterable[str | None]) -> bool:
    """Whether all are dates (2016, 2016-02 or 2016-02-16) of which each is before or after."""
    dates = list(vintages)
    if not all(date and _DATE.fullmatch(date) for date in dates):
        return False
    return not any(a.startswith(b) or b.startswith(a) for a, b in combinations(dates, 2))


def revisions(indicator: Indicator) -> tuple[Revision, ...]:
    """Every figure that was replaced with what replaced it, the newest revision first."""
    vintages: dict[tuple, list[Observation]] = defaultdict(list)
    for observation in (*indicator.earlier, *indicator.observations):
        vintages[identity(observation)].append(observation)
    found = [
        Revision(before, after)
        for same in vintages.values()
        if len(same) > 1
        for before, after in pairwise(sorted(same, key=lambda o: o.vintage or ""))
    ]
    return tuple(sorted(found, key=lambda r: r.after.vintage or "", reverse=True))
