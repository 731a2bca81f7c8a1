"""The partnership as a whole: what it is, its places, its goals, and what that rests on."""

from __future__ import annotations

from typing import Literal

from truenorth.fields import date, ident, record, ref, value, yes_no
from truenorth.partnership.model.organizations import BackboneGap

Form = Literal["compact", "alliance", "network", "coalition"]
Phase = Literal[
    "assess_readiness", "initiate_action", "organize_for_impact", "begin_implementation", "sustain"
]
SourceKind = Literal[
    "presentation", "press_release", "news", "scorecard", "dataset", "web_page", "report", "law"
]
LabelProfile = Literal["compact", "rba", "strive", "council"]
Term = Literal[
    "goal", "indicator", "base_point", "baseline_projection", "constellation",
    "stewardship_group", "convener", "commitment",
]  # fmt: skip
# A word that goes into phrases, which keep braces and brackets for themselves.
_WORD = r"^[^\s{}\[\]][^{}\[\]]*$"
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
class OwnLabel:
    """The word a partnership uses for one of Truenorth's terms."""

    term: Term = value("The term, as Truenorth calls it")
    one: str = value("The word for one of them, in small letters unless it is a name", example="result", pattern=_WORD)  # fmt: skip
    other: str = value("The word for several", example="results", pattern=_WORD)
    with_article: str | None = value("The word for one with its article; only needed where “an” before a vowel and “a” before other letters would be wrong", default=None, example="a universal aim", pattern=_WORD)  # fmt: skip


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
    backbone_gaps: tuple[BackboneGap, ...] = value("Backbone functions that nobody carries, where a source says so", default=())  # fmt: skip
    timezone: str | None = value("The time zone of its meetings, as the tz database names it", default=None, example="America/Los_Angeles")  # fmt: skip
    languages: tuple[str, ...] = value("Languages of the site, the first is the main one", default=("en",))  # fmt: skip
    labels: LabelProfile = value("Whose words the pages use for goals, indicators and other terms: compact (agreements like the L.A. Compact), rba (Results-Based Accountability), strive (StriveTogether), council (a leadership council with working groups)", default="compact")  # fmt: skip
    own_labels: tuple[OwnLabel, ...] = value("Words of its own, instead of those of the profile", default=())  # fmt: skip
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
