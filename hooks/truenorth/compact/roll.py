"""Who did what about a version, how many that makes, and who has not reaffirmed.

Pure functions. Organizations and people are counted apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from truenorth.compact.model import AGREEING, Register, Signature, Version
from truenorth.compact.register import current, intervals
from truenorth.dates import latest

LEFT = frozenset({"withdrew", "lapsed"})


@dataclass(frozen=True)
class Roll:
    """The signatures of one version; organizations and people are counted apart.

    An organization counts by its latest action. `people` are those named or
    known by their office; `unnamed` are agreeing organizations whose signer is
    not known at all.
    """

    signatures: tuple[Signature, ...]
    organizations: int
    people: int
    unnamed: int


@dataclass(frozen=True)
class Reaffirmation:
    """Where organizations stand toward the version in force, by id.

    `agreed` agreed to it; `outstanding` agreed to an earlier version and have
    done nothing about this one; `refused` declined it or withdrew from it;
    `left` withdrew from the last earlier version they had agreed to, or let it lapse.
    """

    version: Version
    agreed: tuple[str, ...]
    outstanding: tuple[str, ...]
    refused: tuple[str, ...]
    left: tuple[str, ...]


def roll(register: Register, version: str) -> Roll:
    """The roll of the version with that label, in the register's order."""
    about = tuple(s for s in register.signatures if s.version == version)
    agreeing = {n for n, s in latest_actions(register, version).items() if s.action in AGREEING}
    signed = [s for s in about if s.organization in agreeing and s.action in AGREEING]
    people = {(s.organization, s.person or s.office) for s in signed if s.person or s.office}
    known = {organization for organization, _ in people}
    return Roll(about, len(agreeing), len(people), len(agreeing - known))


def latest_actions(register: Register, version: str) -> Mapping[str, Signature]:
    """Each organization's latest action about a version; in doubt the later one in the file."""
    about = (s for s in register.signatures if s.version == version)
    return {s.organization: s for s in sorted(about, key=_when)}


def by_organization(register: Register, version: str) -> Mapping[str, tuple[Signature, ...]]:
    """Every action about a version by organization, each oldest first."""
    found: dict[str, list[Signature]] = {}
    for signature in sorted((s for s in register.signatures if s.version == version), key=_when):
        found.setdefault(signature.organization, []).append(signature)
    return {organization: tuple(actions) for organization, actions in found.items()}


def by_date(register: Register, version: str) -> Mapping[str | None, tuple[Signature, ...]]:
    """Every action about a version by its date as known, oldest first; undated ones last."""
    about = [s for s in register.signatures if s.version == version]
    about.sort(key=lambda s: (s.date is None, _when(s), s.date or ""))
    found: dict[str | None, list[Signature]] = {}
    for signature in about:
        found.setdefault(signature.date, []).append(signature)
    return {day: tuple(actions) for day, actions in found.items()}


def reaffirmation(register: Register, today: date) -> Reaffirmation | None:
    """Who has and who has not agreed to the version in force; None where none is in force."""
    version = current(register, today)
    if version is None:
        return None
    order = [interval.version.label for interval in intervals(register)]
    last: dict[str, Signature] = {}
    for label in order[: order.index(version.label)]:
        last |= latest_actions(register, label)
    now = latest_actions(register, version.label)
    silent = {name: s for name, s in last.items() if name not in now}
    return Reaffirmation(
        version,
        agreed=tuple(name for name, s in now.items() if s.action in AGREEING),
        outstanding=tuple(name for name, s in silent.items() if s.action in AGREEING),
        refused=tuple(name for name, s in now.items() if s.action not in AGREEING),
        left=tuple(name for name, s in silent.items() if s.action in LEFT),
    )


def _when(signature: Signature) -> date:
    return latest(signature.date) if signature.date else date.min
