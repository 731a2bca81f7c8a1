"""The partnership's records: who takes part, in what, with which means."""

from __future__ import annotations

from typing import Literal

from truenorth.fields import date, ident, record, ref, value, yes_no

Form = Literal["compact", "alliance", "network", "coalition"]
Phase = Literal[
    "assess_readiness", "initiate_action", "organize_for_impact", "begin_implementation", "sustain"
]
Sector = Literal[
    "education_k12", "higher_ed", "city", "county", "business", "labor", "philanthropy",
    "nonprofit", "faith", "health", "community", "youth_parent", "state", "federal", "media",
]  # fmt: skip
RoleKind = Literal[
    "signer", "partner", "convener", "backbone", "fiscal_agent", "host", "funder",
    "facilitator", "data_lead", "evaluator",
]  # fmt: skip
BackboneFunction = Literal[
    "guide_vision_and_strategy", "support_aligned_activities", "establish_shared_measurement",
    "build_public_will", "advance_policy", "mobilize_resources",
]  # fmt: skip
ConstellationStatus = Literal["forming", "active", "paused", "completed", "disbanded", "merged"]
FundingKind = Literal["seed", "joint", "operating", "in_kind", "award"]
FundingPurpose = Literal["convening", "partner", "evaluation", "data"]
AgreementKind = Literal["data_sharing", "mou", "grant", "fiscal_sponsorship"]
SourceKind = Literal[
    "presentation", "press_release", "news", "scorecard", "dataset", "web_page", "report", "law"
]
PlaceKind = Literal["county", "city", "district", "state", "nation", "region", "school"]


@record
class Source:
    """Something published that a fact or figure rests on."""

    id: str = ident("Permanent id of the source", "chamber-press-release-2010")
    title: str = value("Its title, as published")
    publisher: str = value("Who published it")
    kind: SourceKind = value("What kind of publication it is")
    date: str | None = date("When it was published", default=None)
    url: str | None = value("Its address, where there is one", default=None, pattern=r"^https?://")
    note: str | None = value("What a reader should know about it", default=None)
    terms: str | None = value("License or terms of use", default=None)


@record
class Place:
    """A place that figures or goals are about."""

    id: str = ident("Permanent id of the place", "los-angeles-county")
    name: str = value("Its name, exactly as the geography column of the data gives it")
    kind: PlaceKind = value("What kind of place it is")
    within: str | None = ref("places", "The larger place it lies in", default=None)
    covered_by: PlaceKind | None = value("The kind of the places listed in it that together leave nothing of it out", default=None)  # fmt: skip


@record
class Account:
    """What one source says where sources disagree."""

    says: str = value("What this source says, in our own words")
    sources: tuple[str, ...] = ref("sources", "Where it says so")


@record
class Fact:
    """A statement about the partnership or its region, with where it comes from."""

    id: str = ident("Permanent id of the fact", "region-districts")
    text: str = value("The fact, as one plain sentence")
    sources: tuple[str, ...] = ref("sources", "Where it comes from")
    date: str | None = date("When it happened, or the date it holds for", default=None)
    note: str | None = value("What a reader should know about it", default=None)
    disputed: tuple[Account, ...] = value("What other sources say instead", default=())


@record
class PhaseReached:
    """When the partnership entered one of the five phases."""

    phase: Phase = value("The phase")
    entered: str | None = date("When it was entered", default=None)
    sources: tuple[str, ...] = ref("sources", "Where that is said", default=())


@record
class Partnership:
    """The partnership itself: data/partnership.yml."""

    name: str = value("Its full name", example="The Los Angeles Compact")
    short_name: str = value("The name used in headers and citations", example="L.A. Compact")
    sentence: str = value("What it is, in one sentence; the first words on the home page")
    form: Form = value("The form it takes")
    signed: bool = yes_no("Whether organizations sign a text; without it no page speaks of signing")
    contact: str = value("The mail address for questions and problem reports", pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")  # fmt: skip
    repository: str = value("The repository's address, for edit links and issues", pattern=r"^https://")  # fmt: skip
    places: tuple[Place, ...] = value("The places it is about")
    vision: str | None = value("What it wants to come true", default=None)
    mission: str | None = value("What it does towards that", default=None)
    is_not: tuple[str, ...] = value("What it is not, each as a short phrase", default=())
    founded: str | None = date("When it began", default=None)
    phases: tuple[PhaseReached, ...] = value("The phases it has reached", default=())
    languages: tuple[str, ...] = value("Languages of the site, the first is the main one", default=("en",))  # fmt: skip
    notice: str | None = value("A sentence shown on every page, such as that this is an example", default=None)  # fmt: skip
    sources: tuple[str, ...] = ref("sources", "Where the statements above come from", default=())
    region: tuple[Fact, ...] = value("Facts about the region", default=())
    history: tuple[Fact, ...] = value("What happened, each with its date", default=())


@record
class Goal:
    """A population outcome that the partners agreed on: data/goals.yml."""

    id: str = ident("Permanent id of the goal", "graduate")
    order: int = value("Its place in the list, from 1", ge=1)
    title: str = value("A short name, three to five words")
    statement: str = value("The goal as it was agreed")
    population: str = value("For whom it is meant", example="students of all ages")
    section: str = ref("sections", "The section that states it, as document#section", example="goals#goal-1")  # fmt: skip
    sources: tuple[str, ...] = ref("sources", "Where the statement comes from")
    note: str | None = value("What a reader should know about it", default=None)


@record
class FormerName:
    """A name an organization once had."""

    name: str = value("The name")
    until: str | None = date("Until when it was used", default=None)


@record
class Role:
    """What an organization is or was in the partnership or in one constellation."""

    role: RoleKind = value("The role")
    constellation: str | None = ref("constellations", "In which constellation; leave out for the whole partnership", default=None)  # fmt: skip
    functions: tuple[BackboneFunction, ...] = value("Backbone functions it carries", default=())
    since: str | None = date("From when", default=None)
    until: str | None = date("Until when", default=None)
    sources: tuple[str, ...] = ref("sources", "Where that is said", default=())
    note: str | None = value("What a reader should know about it", default=None)


@record
class Organization:
    """An organization that takes part: data/organizations.yml."""

    id: str = ident("Permanent id of the organization", "unite-la")
    name: str = value("Its name today")
    sector: Sector = value("The sector it belongs to")
    roles: tuple[Role, ...] = value("What it does or did here", default=())
    former_names: tuple[FormerName, ...] = value("Names it once had", default=())
    url: str | None = value("Its own site", default=None, pattern=r"^https?://")
    sources: tuple[str, ...] = ref("sources", "Where its part is said", default=())
    note: str | None = value("What a reader should know about it", default=None)


@record
class Body:
    """A group that guides or decides: data/bodies.yml."""

    id: str = ident("Permanent id of the body", "stewardship-group")
    name: str = value("Its name")
    purpose: str = value("Why it exists, in one sentence")
    who: str = value("Who takes part in it, in words")
    functions: tuple[str, ...] = value("What it does, each as a short phrase")
    sources: tuple[str, ...] = ref("sources", "Where that is said")
    rhythm: str | None = value("How often it meets, where known", default=None)
    decision_rule: str | None = value("How it decides, where a source says so", default=None)
    note: str | None = value("What a reader should know about it", default=None)


@record
class Constellation:
    """A work group that forms around a need and ends with it: data/constellations.yml."""

    id: str = ident("Permanent id of the constellation", "laepp")
    name: str = value("Its name")
    sources: tuple[str, ...] = ref("sources", "Where it is named or described")
    attractor: str | None = value("The need or opportunity that draws people to it", default=None)
    goals: tuple[str, ...] = ref("goals", "The goals it serves", default=())
    indicators: tuple[str, ...] = ref("indicators", "The indicators it works on", default=())
    conveners: tuple[str, ...] = ref("organizations", "Who convenes it", default=())
    members: tuple[str, ...] = ref("organizations", "Who takes part", default=())
    open_to_join: str | None = value("How to join, where known", default=None)
    status: ConstellationStatus | None = value("Its state; leave out where no source says", default=None)  # fmt: skip
    since: str | None = date("From when", default=None)
    until: str | None = date("Until when", default=None)
    end_reason: str | None = value("Why it ended", default=None)
    successor: str | None = ref("constellations", "What took its place", default=None)
    outputs: tuple[str, ...] = value("What it has made, each as a phrase", default=())
    note: str | None = value("What a reader should know about it", default=None)


@record
class Recipient:
    """Who received money, and what for."""

    organization: str | None = ref("organizations", "The organization", default=None)
    constellation: str | None = ref("constellations", "The constellation", default=None)
    purpose: FundingPurpose | None = value("What it is for", default=None)


@record
class Renewal:
    """A grant given again."""

    date: str = date("When")
    purpose: str | None = value("What it is for, in words", default=None)


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
    note: str | None = value("What a reader should know about it", default=None)


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
    since: str | None = date("From when", default=None)
    until: str | None = date("Until when", default=None)
    note: str | None = value("What a reader should know about it", default=None)
