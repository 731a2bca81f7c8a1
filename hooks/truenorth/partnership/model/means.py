"""Money, and agreements between organizations."""

from __future__ import annotations

from typing import Literal

from truenorth.fields import Visibility, date, ident, record, ref, value, visibility

FundingKind = Literal["seed", "joint", "operating", "in_kind", "award"]
FundingPurpose = Literal["convening", "partner", "evaluation", "data"]
AgreementKind = Literal["data_sharing", "mou", "grant", "fiscal_sponsorship"]


@record
class Recipient:
    """Who received money, and what for."""

    organization: str | None = ref("organizations", "The organization", default=None)
    constellation: str | None = ref("constellations", "The constellation", default=None)
    purpose: FundingPurpose | None = value("What it is for", default=None)
    amount: float | None = value("Its share, where that is public", default=None, gt=0)


@record
class Renewal:
    """A grant given again."""

    date: str = date("When")
    purpose: str | None = value("What it is for, in words", default=None)
    amount: float | None = value("How much; leave out where it is not public", default=None, gt=0)


@record
class Funding:
    """Money or means given to the work: data/funding.yml."""

    id: str = ident("Permanent id of the funding", "laepp-seed")
    title: str = value("What it is, in a few words")
    kind: FundingKind = value("seed starts the work; joint is raised together")
    sources: tuple[str, ...] = ref("sources", "Where that is said")
    funders: tuple[str, ...] = ref("organizations", "Who gives it", default=())
    recipients: tuple[Recipient, ...] = value("Who receives it", default=())
    amount: float | None = value("How much; leave out where it is not public", default=None, gt=0)
    currency: str = value("The currency of the amount", default="USD", pattern=r"^[A-Z]{3}$")
    since: str | None = date("From when", default=None)
    until: str | None = date("Until when", default=None)
    purpose: str | None = value("What it is for, in words", default=None)
    renewals: tuple[Renewal, ...] = value("When it was given again", default=())
    follows: tuple[str, ...] = ref(
        "funding", "The seed it grew from, where a source says so", default=()
    )
    note: str | None = value("What a reader should know about it", default=None)
    visibility: Visibility = visibility()


@record
class Agreement:
    """An agreement between organizations: data/agreements.yml."""

    id: str = ident("Permanent id of the agreement", "laepp-data-sharing")
    title: str = value("What it is, in a few words")
    kind: AgreementKind = value("What kind of agreement it is")
    form: Literal["bilateral", "multilateral"] = value("Between two at a time, or among all")
    parties: tuple[str, ...] = ref("organizations", "Who agreed")
    enables: str = value("What it makes possible, in one sentence")
    sources: tuple[str, ...] = ref("sources", "Where that is said")
    constellation: str | None = ref("constellations", "The constellation it serves", default=None)
    indicators: tuple[str, ...] = ref("indicators", "The indicators it makes possible", default=())
    since: str | None = date("From when", default=None)
    until: str | None = date("Until when", default=None)
    note: str | None = value("What a reader should know about it", default=None)
    visibility: Visibility = visibility()
