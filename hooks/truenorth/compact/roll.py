"""Who did what about a version, and how many that makes."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.compact.model import AGREEING, Register, Signature


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


def roll(register: Register, version: str) -> Roll:
    """The roll of the version with that label, in the register's order."""
    about = tuple(s for s in register.signatures if s.version == version)
    latest = {s.organization: s for s in sorted(about, key=lambda s: s.date or "")}
    agreeing = {name for name, s in latest.items() if s.action in AGREEING}
    signed = [s for s in about if s.organization in agreeing and s.action in AGREEING]
    people = {(s.organization, s.person or s.office) for s in signed if s.person or s.office}
    known = {organization for organization, _ in people}
    return Roll(about, len(agreeing), len(people), len(agreeing - known))
