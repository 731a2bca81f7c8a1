"""What an organization is here, in one short line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from truenorth.pages.format import capital
from truenorth.pages.partnership.partner_texts import publishes
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording
from truenorth.partnership.backbone import is_current
from truenorth.partnership.commitments import count
from truenorth.partnership.model import Organization
from truenorth.partnership.seats import holders_on


def line(project: Project, words: Wording, organization: Organization) -> str:
    """Its roles and the number of its groups, seats and promises; or that it only publishes."""
    said = list(_said(project, words, organization))
    if said:
        return capital(
            reduce(lambda line, more: words("partners.line.more", line=line, more=more), said)
        )
    found = published(project, organization)
    return words("partners.line.publishes" if found else "partners.line.named")


def published(project: Project, organization: Organization) -> bool:
    """Whether it published any of the figures."""
    return any(publishes(project, organization, indicator) for indicator in project.indicators)


def _said(project: Project, words: Wording, organization: Organization) -> Iterator[str]:
    roles = [
        role.role
        for role in organization.roles
        if role.constellation is None and is_current(role, project.today)
    ]
    if roles:
        yield words.list(words(f"partners.line.role.{role}") for role in dict.fromkeys(roles))
    for name, number in (
        ("constellations", _constellations(project, organization)),
        ("seats", _seats(project, organization)),
        ("commitments", _commitments(project, organization)),
    ):
        if number:
            yield words(f"partners.line.{name}", count=number)
    gives = any(organization.id in funding.funders for funding in project.funding)
    if gives and "funder" not in roles:
        yield words("partners.line.gives")


def _constellations(project: Project, organization: Organization) -> int:
    """In how many it has or had a part."""
    found = {role.constellation for role in organization.roles if role.constellation}
    for one in project.constellations:
        chairs = (chair.organization for chair in one.chairs)
        if organization.id in (*one.conveners, *one.members, *chairs):
            found.add(one.id)
    return len(found)


def _commitments(project: Project, organization: Organization) -> int:
    """How many it made; one that was carried forward counts once, as everywhere."""
    mine = [one for one in project.commitments if organization.id in one.organizations]
    return count(mine, project.today, project.commitments).made


def _seats(project: Project, organization: Organization) -> int:
    """How many seats are held on its behalf today."""
    return sum(
        holder.organization == organization.id
        for body in project.bodies
        for seat in body.seats
        for holder in holders_on(seat, project.today)
    )
