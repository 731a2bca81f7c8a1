"""How constellations stand to one another and to those who take part.

Pure functions. A constellation that ended stays; who is in it is said both in its own record and
in the roles of organizations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from truenorth.partnership.backbone import is_current
from truenorth.partnership.model import Constellation, Organization, Role

ENDED = frozenset({"completed", "disbanded", "merged"})


@dataclass(frozen=True)
class Nest:
    """A constellation with those that are part of it."""

    constellation: Constellation
    inside: tuple[Nest, ...] = ()


def is_ended(constellation: Constellation) -> bool:
    return constellation.status in ENDED


def nests(constellations: Sequence[Constellation]) -> tuple[Nest, ...]:
    """Each inside the larger one it belongs to, where that is among those given."""
    known = {one.id for one in constellations}

    def inside(larger: str | None) -> tuple[Nest, ...]:
        return tuple(
            Nest(one, inside(one.id))
            for one in constellations
            if (one.part_of if one.part_of in known else None) == larger
        )

    return inside(None)


def held_by(larger: Constellation, every: Iterable[Constellation]) -> tuple[Constellation, ...]:
    """Those that name it as the larger one they belong to."""
    return tuple(one for one in every if one.part_of == larger.id)


def predecessors(
    constellation: Constellation, every: Iterable[Constellation]
) -> tuple[Constellation, ...]:
    """Those whose place it took."""
    return tuple(one for one in every if one.successor == constellation.id)


def conveners(
    constellation: Constellation, organizations: Iterable[Organization], day: date
) -> tuple[str, ...]:
    """Who convenes it today, each once: as its record says, then as roles say."""
    return _with_roles(constellation, constellation.conveners, organizations, "convener", day)


def members(
    constellation: Constellation, organizations: Iterable[Organization], day: date
) -> tuple[str, ...]:
    """Who takes part in it today, each once: as its record says, then as roles say."""
    return _with_roles(constellation, constellation.members, organizations, "partner", day)


def other_roles(
    constellation: Constellation, organizations: Iterable[Organization], day: date
) -> Iterator[tuple[Organization, Role]]:
    """What organizations do in it beside convening and taking part, or did before."""
    for organization, role in _roles(constellation, organizations):
        if role.role not in {"convener", "partner"} or not is_current(role, day):
            yield organization, role


def _with_roles(
    constellation: Constellation,
    listed: Sequence[str],
    organizations: Iterable[Organization],
    kind: str,
    day: date,
) -> tuple[str, ...]:
    found = [
        organization.id
        for organization, role in _roles(constellation, organizations)
        if role.role == kind and is_current(role, day)
    ]
    return tuple(dict.fromkeys((*listed, *found)))


def _roles(
    constellation: Constellation, organizations: Iterable[Organization]
) -> Iterator[tuple[Organization, Role]]:
    for organization in organizations:
        for role in organization.roles:
            if role.constellation == constellation.id:
                yield organization, role
