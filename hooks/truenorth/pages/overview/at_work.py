"""Which organizations work on a goal, as the records of others tell it."""

from __future__ import annotations

from collections.abc import Iterator

from truenorth.pages.addresses import address_of
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording
from truenorth.partnership.constellations import ENDED
from truenorth.partnership.model import Constellation, Goal, Organization


def at_work(project: Project, words: Wording, goal: Goal) -> tuple[Link, ...]:
    """Each organization at work on a goal, with what it does there."""
    found = (
        (organization, " ".join(_parts(project, words, goal, organization)))
        for organization in project.organizations
    )
    return tuple(
        Link(one.name, address_of("organizations", one.id), note) for one, note in found if note
    )


def _parts(
    project: Project, words: Wording, goal: Goal, organization: Organization
) -> Iterator[str]:
    serving = [c for c in project.constellations if goal.id in c.goals and c.status not in ENDED]
    roles = [r for r in organization.roles if r.until is None]
    convened = [c for c in serving if organization.id in c.conveners or _is(roles, c, "convener")]
    joined = [c for c in serving if organization.id in c.members or _is(roles, c, "partner")]
    if convened:
        yield words("goals.work.convenes", names=words.list(c.name for c in convened))
    if joined := [c for c in joined if c not in convened]:
        yield words("goals.work.takes_part", names=words.list(c.name for c in joined))
    for role in roles:
        held = next((c for c in serving if c.id == role.constellation), None)
        if held and role.role not in {"convener", "partner"}:
            kind = words(f"enums.role.{role.role}")
            yield words("goals.work.role", role=kind, name=held.name)
    strategies = [
        s.title for s in project.strategies
        if goal.id in s.goals and organization.id in (
            *s.organizations, *(owner for action in s.actions for owner in action.owners)
        )
    ]  # fmt: skip
    if strategies:
        yield words("goals.work.strategy", names=words.list(strategies))
    promised = [c.title for c in project.commitments
                if goal.id in c.goals and organization.id in c.organizations]  # fmt: skip
    if promised:
        yield words("goals.work.promised", names=words.list(promised))


def _is(roles: list, constellation: Constellation, kind: str) -> bool:
    return any(r.constellation == constellation.id and r.role == kind for r in roles)
