"""The money behind the work: /funding/, from seed to joint money, and every piece by its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from truenorth.pages.page import Page
from truenorth.pages.partnership.leverage import Leverage, leverage
from truenorth.pages.partnership.money import amount, money, total_words
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import (
    Entry,
    Project,
    Records,
    constellation_links,
    decision_links,
    funding_links,
    known,
    linked,
    organization_links,
    present,
    sources_entry,
)
from truenorth.pages.relations import naming
from truenorth.pages.wording import Wording
from truenorth.partnership.means import gifts, share, totals
from truenorth.partnership.model import Funding, FundingKind, FundingPurpose, Recipient, Renewal

__all__ = ["ADDRESS", "amount", "pages"]

ADDRESS = "/funding/"
FILE = "data/funding.yml"


@dataclass(frozen=True)
class FundingView:
    """A piece of funding."""

    id: str
    title: str
    entries: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True)
class FundingGroup:
    """Funding of one kind: what the kind means, its sum as far as public, and the list."""

    id: str
    title: str
    meaning: str
    sum: str
    means: tuple[FundingView, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The page of all funding, where there is any."""
    if not project.funding:
        return ()
    groups = tuple(
        _group(project, words, kind, given)
        for kind in get_args(FundingKind)
        if (given := [f for f in project.funding if f.kind == kind])
    )
    grown: Leverage | None = leverage(project, words)
    purposes = _purposes(words, project.funding)
    title = words("funding.title")
    return (
        Page(
            address=ADDRESS,
            template="funding.html",
            title=title,
            description=words("funding.description", partnership=project.partnership.name),
            context={
                "groups": groups,
                "count": words("funding.count", count=len(project.funding)),
                "disclosed": _disclosed(words, project.funding),
                "leverage": grown,
                "purposes": purposes,
                "foot": foot(project, words, ADDRESS, title, [(words("funding.edit"), FILE)]),
            },
            origin=FILE,
            parts=(
                *(("leverage", "table-leverage") if grown else ()),
                *(("purposes",) if purposes else ()),
                *(group.id for group in groups),
                *(f.id for f in project.funding),
                "report",
            ),
            pictures={grown.picture: grown.drawing} if grown and grown.drawing else {},
        ),
    )


def _group(
    project: Project, words: Wording, kind: FundingKind, given: list[Funding]
) -> FundingGroup:
    found = totals(gift for funding in given for gift in gifts(funding))
    known_any = any(total.known for total in found)
    return FundingGroup(
        f"kind-{kind.replace('_', '-')}",
        words(f"enums.funding_kind.{kind}"),
        words(f"funding.meaning.{kind}"),
        words("funding.sum.in_all", sum=total_words(words, found)) if known_any else "",
        tuple(_view(project, words, funding) for funding in given),
    )


def _disclosed(words: Wording, given: tuple[Funding, ...]) -> str:
    count = sum(funding.amount is not None for funding in given)
    if count == 0:
        return words("funding.none_disclosed")
    if count == len(given):
        return words("funding.all_disclosed")
    return words("funding.disclosed", count=count)


def _view(project: Project, words: Wording, funding: Funding) -> FundingView:
    renewals = tuple(_renewal(words, funding, renewal) for renewal in funding.renewals)
    grown = naming(project, "funding", "funding", funding.id)
    decided = naming(project, "decisions", "funding", funding.id)
    funders = organization_links(project, funding.funders)
    about = (
        ("funders", linked(funders, words("funding.unknown_funders"))),
        ("recipients", _recipients(project, words, funding)),
        ("purpose", Entry(funding.purpose or "")),
        ("amount", known(amount(words, funding), words("funding.undisclosed"), renewals)),
        ("sum", Entry(_with_renewals(words, funding))),
        ("period", known(words.dates(funding.since, funding.until), words("funding.no_dates"))),
        ("follows", Entry(links=funding_links(project, words, funding.follows))),
        ("followed", Entry(links=funding_links(project, words, grown))),
        ("decided", Entry(links=decision_links(project, words, decided))),
        ("note", Entry(funding.note or "")),
        ("sources", sources_entry(project, words, funding.sources)),
    )
    return FundingView(
        funding.id,
        funding.title,
        present(*((words(f"funding.term.{term}"), entry) for term, entry in about)),
    )


def _renewal(words: Wording, funding: Funding, renewal: Renewal) -> str:
    when = words.on(renewal.date)
    given = (
        words("funding.hidden")
        if renewal.amount is None
        else money(words, renewal.amount, funding.currency)
    )
    if renewal.purpose:
        return words("funding.renewed_for", on=when, purpose=renewal.purpose, amount=given)
    return words("funding.renewed", on=when, amount=given)


def _with_renewals(words: Wording, funding: Funding) -> str:
    """What was given in all, where it was given more than once and some of it is public."""
    found = totals(gifts(funding))
    if not funding.renewals or not any(total.known for total in found):
        return ""
    return total_words(words, found)


def _recipients(project: Project, words: Wording, funding: Funding) -> Entry:
    """Who received it, for what and how much; one organization may receive it for another group."""
    found = []
    for recipient in funding.recipients:
        organizations = (recipient.organization,) if recipient.organization else ()
        constellations = (recipient.constellation,) if recipient.constellation else ()
        links = (
            *organization_links(project, organizations),
            *constellation_links(project, constellations),
        )
        note = ", ".join(_share_words(words, funding, recipient))
        found += [Link(link.text, link.address) for link in links[:-1]]
        found += [Link(link.text, link.address, note) for link in links[-1:]]
    return linked(tuple(found), words("funding.unknown_recipients"))


def _share_words(words: Wording, funding: Funding, recipient: Recipient) -> Iterator[str]:
    if recipient.purpose:
        yield words(f"enums.funding_purpose.{recipient.purpose}")
    if recipient.amount is not None:
        yield money(words, recipient.amount, funding.currency)


def _purposes(words: Wording, given: tuple[Funding, ...]) -> Records | None:
    """What money is for, convening apart from the partners' own work, where that is known."""
    rows = []
    for purpose in get_args(FundingPurpose):
        named = [(f, [r for r in f.recipients if r.purpose == purpose]) for f in given]
        mine = [(f, recipients) for f, recipients in named if recipients]
        if mine:
            found = totals(gift for f, recipients in mine for gift in share(f, recipients))
            rows.append(
                (
                    Entry(words(f"funding.purpose.{purpose}")),
                    Entry(total_words(words, found)),
                    Entry(links=tuple(Link(f.title, f"{ADDRESS}#{f.id}") for f, _ in mine)),
                )
            )
    if not rows:
        return None
    columns = ("purpose", "sum", "pieces")
    return Records(
        id="table-purposes",
        caption=words("funding.purposes_caption"),
        columns=tuple(words(f"funding.column.{column}") for column in columns),
        rows=tuple(rows),
    )
