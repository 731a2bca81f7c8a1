"""Who carries the shared work: by one organization, or split among several.

Pure functions. Only roles in the whole partnership count, not those in one constellation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from truenorth.dates import earliest, latest
from truenorth.partnership.model import BackboneFunction, Organization, Role

FUNCTIONS: tuple[str, ...] = get_args(BackboneFunction)
# What else a backbone needs; it may come from others than those who carry the functions.
SUPPORT = ("fiscal_agent", "host", "funder", "facilitator", "data_lead", "evaluator")


@dataclass(frozen=True)
class Carrier:
    """An organization that carries something in one of its roles; `now` unless it has ended."""

    organization: Organization
    role: Role
    now: bool


def carriers(organizations: Iterable[Organization], what: str, day: date) -> tuple[Carrier, ...]:
    """Who carries or carried a function or a supporting role, those who do so today first."""
    found = [
        Carrier(organization, role, is_current(role, day))
        for organization, role in shared_roles(organizations)
        if (what in role.functions or what == role.role) and has_begun(role, day)
    ]
    return tuple(sorted(found, key=lambda carrier: not carrier.now))


def shared_roles(organizations: Iterable[Organization]) -> Iterator[tuple[Organization, Role]]:
    """The roles that organizations have in the whole partnership."""
    for organization in organizations:
        for role in organization.roles:
            if role.constellation is None:
                yield organization, role


def has_begun(role: Role, day: date) -> bool:
    """Whether a role may have begun by a day; one without a first date has."""
    return role.since is None or earliest(role.since) <= day


def is_current(role: Role, day: date) -> bool:
    """Whether a role may be held on a day; one without dates is."""
    return has_begun(role, day) and (role.until is None or day <= latest(role.until))
