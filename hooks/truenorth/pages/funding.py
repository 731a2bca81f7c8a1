"""Money and agreements behind the work: /funding/ and /agreements/, each a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Entry,
    Project,
    constellation_links,
    known,
    linked,
    organization_links,
    present,
    sources_entry,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Agreement, Funding, FundingKind

FUNDING = "/funding/"
AGREEMENTS = "/agreements/"


@dataclass(frozen=True)
class MeansView:
    """A piece of funding or an agreement."""

    id: str
    title: str
    entries: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True)
class FundingGroup:
    """Funding of one kind: what the kind means, and the list."""

    id: str
    title: str
    meaning: str
    means: tuple[MeansView, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """A page for funding and one for agreements, where there are any."""
    return (*_funding_page(project, words), *_agreements_page(project, words))


def amount(words: Wording, funding: Funding) -> str | None:
    """The amount with its currency; None for one that is not public."""
    if funding.amount is None:
        return None
    decimals = 0 if funding.amount == int(funding.amount) else 2
    number = words.number(funding.amount, decimals)
    if funding.currency == "USD":
        return words("units.currency", number=number)
    return words("funding.other_currency", number=number, currency=funding.currency)


def _funding_page(project: Project, words: Wording) -> tuple[Page, ...]:
    if not project.funding:
        return ()
    groups = tuple(
        FundingGroup(
            f"kind-{kind.replace('_', '-')}",
            words(f"enums.funding_kind.{kind}"),
            words(f"funding.meaning.{kind}"),
            tuple(_funding(project, words, funding) for funding in given),
        )
        for kind in get_args(FundingKind)
        if (given := [f for f in project.funding if f.kind == kind])
    )
    return (
        Page(
            address=FUNDING,
            template="funding.html",
            title=words("funding.title"),
            description=words("funding.description", partnership=project.partnership.name),
            context={
                "groups": groups,
                "count": words("funding.count", count=len(project.funding)),
                "disclosed": _disclosed(words, project.funding),
            },
            origin="data/funding.yml",
            parts=(*(group.id for group in groups), *(f.id for f in project.funding)),
        ),
    )


def _disclosed(words: Wording, given: tuple[Funding, ...]) -> str:
    count = sum(funding.amount is not None for funding in given)
    if count == 0:
        return words("funding.none_disclosed")
    if count == len(given):
        return words("funding.all_disclosed")
    return words("funding.disclosed", count=count)


def _funding(project: Project, words: Wording, funding: Funding) -> MeansView:
    renewals = [
        words("funding.renewed_for", date=words.date(r.date), purpose=r.purpose)
        if r.purpose
        else words("funding.renewed", date=words.date(r.date))
        for r in funding.renewals
    ]
    period = known(words.dates(funding.since, funding.until), words("funding.no_dates"), renewals)
    funders = organization_links(project, funding.funders)
    return MeansView(
        funding.id,
        funding.title,
        _under_terms(
            words,
            ("funders", linked(funders, words("funding.unknown_funders"))),
            ("recipients", _recipients(project, words, funding)),
            ("purpose", Entry(funding.purpose or "")),
            ("amount", known(amount(words, funding), words("funding.undisclosed"))),
            ("period", period),
            ("note", Entry(funding.note or "")),
            ("sources", sources_entry(project, words, funding.sources)),
        ),
    )


def _under_terms(words: Wording, *pairs: tuple[str, Entry]) -> tuple[tuple[str, Entry], ...]:
    return present(*((words(f"funding.term.{term}"), entry) for term, entry in pairs))


def _recipients(project: Project, words: Wording, funding: Funding) -> Entry:
    """Who received it; one organization may receive it for a constellation."""
    found = []
    for recipient in funding.recipients:
        purpose = words(f"enums.funding_purpose.{recipient.purpose}") if recipient.purpose else ""
        organizations = (recipient.organization,) if recipient.organization else ()
        constellations = (recipient.constellation,) if recipient.constellation else ()
        links = (
            *organization_links(project, organizations),
            *constellation_links(project, constellations),
        )
        found += [Link(link.text, link.address, purpose) for link in links]
    return linked(tuple(found), words("funding.unknown_recipients"))


def _agreements_page(project: Project, words: Wording) -> tuple[Page, ...]:
    if not project.agreements:
        return ()
    return (
        Page(
            address=AGREEMENTS,
            template="agreements.html",
            title=words("funding.agreements.title"),
            description=words(
                "funding.agreements.description", partnership=project.partnership.name
            ),
            context={
                "means": tuple(_agreement(project, words, a) for a in project.agreements),
                "count": words("funding.agreements.count", count=len(project.agreements)),
            },
            origin="data/agreements.yml",
            parts=tuple(agreement.id for agreement in project.agreements),
        ),
    )


def _agreement(project: Project, words: Wording, agreement: Agreement) -> MeansView:
    kind = Entry(
        words(f"enums.agreement_kind.{agreement.kind}"),
        notes=(words(f"enums.agreement_form.{agreement.form}"),),
    )
    parties = organization_links(project, agreement.parties)
    constellation = (agreement.constellation,) if agreement.constellation else ()
    period = known(words.dates(agreement.since, agreement.until), words("funding.no_dates"))
    return MeansView(
        agreement.id,
        agreement.title,
        _under_terms(
            words,
            ("kind", kind),
            ("enables", Entry(agreement.enables)),
            ("parties", linked(parties, words("funding.unknown_parties"))),
            ("constellation", Entry(links=constellation_links(project, constellation))),
            ("period", period),
            ("note", Entry(agreement.note or "")),
            ("sources", sources_entry(project, words, agreement.sources)),
        ),
    )
