"""Which published counts would give a hidden group away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from truenorth.reportcard.model import HIDDEN, Observation


def exposed(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Groups whose counts are published although a sibling group is hidden.

    Siblings are groups of the same dimensions, in the same period and place.
    Total minus the published siblings gives the hidden one, so none of them may
    carry a numerator or denominator. Observations without groups are totals and
    have no siblings. Source: disclosure/1.
    """
    families: dict[tuple, list[Observation]] = defaultdict(list)
    for observation in observations:
        if observation.groups:
            dimensions = tuple(sorted(dimension for dimension, _ in observation.groups))
            families[(dimensions, observation.end, observation.geography)].append(observation)
    return tuple(
        member
        for family in families.values()
        if any(member.disclosure in HIDDEN for member in family)
        for member in family
        if member.disclosure not in HIDDEN
        and (member.numerator is not None or member.denominator is not None)
    )
