"""What an organization does here: promises, strategies, money, agreements and meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from truenorth.pages.addresses import address_of
from truenorth.pages.partnership.commitment_words import due_notes, sentences, stale_note
from truenorth.pages.partnership.money import money
from truenorth.pages.partnership.partner_parts import Part
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Project,
    agreement_links,
    commitment_links,
    funding_links,
    meeting_links,
)
from truenorth.pages.relations import naming
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Commitment, Funding, Meeting, Organization


def parts(project: Project, words: Wording, organization: Organization) -> Iterator[Part]:
    """Each part of which anything is known, in the order of the page."""
    yield from _commitments(project, words, organization)
    for name, links in (
        ("strategies", _strategies(project, words, organization)),
        ("given", _given(project, words, organization)),
        ("received", _received(project, words, organization)),
        ("agreements", _agreements(project, words, organization)),
        ("meetings", _meetings(project, words, organization)),
    ):
        if links:
            yield Part(name, words(f"partners.part.{name}"), links=links)


def _commitments(project: Project, words: Wording, organization: Organization) -> Iterator[Part]:
    """What it promised, and how each promise fares today."""
    mine = [one for one in project.commitments if organization.id in one.organizations]
    if not mine:
        return
    links = commitment_links(project, words, (one.id for one in mine))
    today = project.today
    yield Part(
        "commitments",
        words("partners.part.commitments"),
        said=sentences(words, mine, today, project.commitments),
        links=tuple(
            replace(link, note=" ".join(_fares(words, one, today)))
            for link, one in zip(links, mine, strict=True)
        ),
    )


def _fares(words: Wording, commitment: Commitment, today: date) -> Iterator[str]:
    """That it is late or that nothing was told of it, beside its status."""
    yield from due_notes(words, commitment, today)
    if said := stale_note(words, commitment, today):
        yield said


def _strategies(project: Project, words: Wording, organization: Organization) -> tuple[Link, ...]:
    """Strategies in which it takes part, and the actions that it answers for."""
    found = []
    for strategy in project.strategies:
        actions = [action for action in strategy.actions if organization.id in action.owners]
        if organization.id not in strategy.organizations and not actions:
            continue
        note = " ".join(words("partners.answers_for", action=one.text) for one in actions)
        found.append(Link(strategy.title, address_of("strategies", strategy.id), note))
    return tuple(found)


def _given(project: Project, words: Wording, organization: Organization) -> tuple[Link, ...]:
    found = [one for one in project.funding if organization.id in one.funders]
    return _dated_funding(project, words, found)


def _received(project: Project, words: Wording, organization: Organization) -> tuple[Link, ...]:
    found = [
        one
        for one in project.funding
        if any(recipient.organization == organization.id for recipient in one.recipients)
    ]
    links = _dated_funding(project, words, found)
    return tuple(
        replace(link, note=_with_shares(words, link.note, one, organization))
        for link, one in zip(links, found, strict=True)
    )


def _with_shares(words: Wording, note: str, funding: Funding, organization: Organization) -> str:
    """How much of it was for the organization itself, and what for, where that is public."""
    for recipient in funding.recipients:
        if recipient.organization != organization.id or recipient.amount is None:
            continue
        share = money(words, recipient.amount, funding.currency)
        if recipient.purpose is None:
            note = words("partners.share", funding=note, amount=share)
        else:
            purpose = words(f"enums.funding_purpose.{recipient.purpose}")
            note = words("partners.share_for", funding=note, amount=share, purpose=purpose)
    return note


def _dated_funding(project: Project, words: Wording, found: Iterable[Funding]) -> tuple[Link, ...]:
    """Funding with its kind, its amount where that is public, and when."""
    found = tuple(found)
    links = funding_links(project, words, (one.id for one in found))
    dates = (words.dates(one.since, one.until) for one in found)
    return tuple(
        Link(link.text, link.address, _dated(words, link.note, when))
        for link, when in zip(links, dates, strict=True)
    )


def _dated(words: Wording, funding: str, dates: str) -> str:
    return words("partners.funded", funding=funding, dates=dates) if dates else funding


def _agreements(project: Project, words: Wording, organization: Organization) -> tuple[Link, ...]:
    found = (one.id for one in project.agreements if organization.id in one.parties)
    return agreement_links(project, words, found)


def _meetings(project: Project, words: Wording, organization: Organization) -> tuple[Link, ...]:
    """Meetings that it hosted, came to or spoke at, the newest first."""
    ids = tuple(reversed(naming(project, "meetings", "organizations", organization.id)))
    return tuple(
        replace(link, note=words("partners.met", when=link.note, part=part))
        for link, ident in zip(meeting_links(project, words, ids), ids, strict=True)
        for part in (_part_in(words, project.find("meetings", ident), organization),)
    )


def _part_in(words: Wording, meeting: Meeting, organization: Organization) -> str:
    """What it did at a meeting, in words."""
    head = meeting.head
    came = [one for one in head.attendance if one.organization == organization.id]
    people = sum(one.count or 0 for one in came)
    said = []
    if head.host == organization.id:
        said.append(words("partners.hosted"))
    if people:
        said.append(words("partners.sent", count=people))
    elif came:
        said.append(words("partners.came"))
    if any(organization.id in item.speakers for item in head.agenda):
        said.append(words("partners.spoke"))
    return words.list(said)
