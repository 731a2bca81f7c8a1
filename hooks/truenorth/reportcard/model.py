"""Indicators as they are defined, observed and told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from truenorth.fields import date, record, ref, value, yes_no

Unit = Literal["percent", "count", "rate", "index", "currency", "days", "ratio"]
Polarity = Literal["higher", "lower", "range"]
Tier = Literal["headline", "secondary", "contributing", "wanted"]
PeriodKind = Literal["school_year", "calendar", "cohort", "multi_year", "unknown"]
ObservationStatus = Literal[
    "normal", "provisional", "revised", "estimated", "derived", "rounds_to_zero", "suspect",
    "missing", "not_applicable",
]  # fmt: skip
Disclosure = Literal[
    "free", "suppressed", "complementary", "top_coded", "bottom_coded", "range", "pooled"
]
CauseKind = Literal["evidence", "hypothesis"]
Cost = Literal["none", "low", "some", "unknown"]
TOTAL: tuple[tuple[str, str], ...] = ()
HIDDEN = frozenset({"suppressed", "complementary"})
# Published as a bound and not as a figure, so that nothing can be reckoned with them.
BOUNDS_ONLY = frozenset({"top_coded", "bottom_coded", "range"})


@record
class Group:
    """One group of a dimension, such as students in foster care."""

    name: str = value("The group, exactly as in the column of the data")
    label: str = value("The group in words, as people: students in foster care")
    missing_reason: str | None = value("Why an expected group has no figures", default=None)


@record
class Dimension:
    """A way the figures are broken down; its id is the name of a column."""

    id: str = value("The column's name in the data", example="race_ethnicity", pattern=r"^[a-z][a-z0-9_]*$")  # fmt: skip
    title: str = value("The breakdown in words", example="By race and ethnicity")
    groups: tuple[Group, ...] = value("Every group that the data has or should have")
    note: str | None = value("What a reader should know about the groups", default=None)
    overlapping: bool = yes_no("Whether one person can be in several of the groups, or in none, so that they do not add up to the total", default=False)  # fmt: skip
    reference: str | None = value("The group that gaps are measured from, as in the data, or all for the total, which suits groups that overlap; the best-off group unless given", default=None)  # fmt: skip


@record
class Break:
    """A point from which figures are no longer comparable with those before."""

    period: str = value("The first period after the break, as in the data")
    reason: str = value("What changed, as a clause: the state changed the definition")
    sources: tuple[str, ...] = ref("sources", "Where that is said", default=())


@record
class BasePoint:
    """The observation that change is counted from."""

    period: str = value("The period, as in the data")
    reason: str = value("Why this one")


@record
class Target:
    """A value that somebody set out to reach."""

    due: str = value("The period by which it is due, as in the data")
    year: int = value("The year in which that period ends", ge=1900, le=2200)
    amount: float = value("The value to be reached, in the indicator's unit")
    stage: Literal["interim", "final"] = value("A step on the way, or the end")
    set_by: str = ref("organizations", "Who set it")
    basis: str = value("What it rests on, in words")
    sources: tuple[str, ...] = ref("sources", "Where it is published")


@record
class Correction:
    """A mistake of ours in what was published, and how it was put right."""

    date: str = value("The day on which it was put right", example="2026-03-01", pattern=r"^\d{4}-\d{2}-\d{2}$", is_date=True)  # fmt: skip
    text: str = value("What was wrong and what holds now, as a sentence")
    period: str | None = value("The period it is about, as in the data; leave out where it is about no single one", default=None)  # fmt: skip


@record
class Definition:
    """What an indicator measures: the `indicator` part of datapackage.yaml."""

    polarity: Polarity = value("Which direction is better", example="higher", missing="There is no default because guessing wrong turns good news into bad.")  # fmt: skip
    unit: Unit = value("What the values are counted in")
    tier: Tier = value("wanted means: we would like to measure it and do not yet")
    goals: tuple[str, ...] = ref("goals", "The goals it tests")
    definition: str = value("What is measured, in plain words")
    geography: str = ref("places", "The place it is about")
    sources: tuple[str, ...] = ref("sources", "Where the figures come from (data/sources.yml)", default=())  # fmt: skip
    period_kind: PeriodKind | None = value("What kind of period the figures cover", default=None)
    numerator: str | None = value("Who or what is counted", default=None)
    denominator: str | None = value("Out of whom or what", default=None)
    statistic: str | None = value("What the chart shows, as a subtitle: Four-year cohort graduation rate", default=None)  # fmt: skip
    short_title: str | None = value("A short name for lists and charts", default=None)
    decimals: int = value("Digits shown after the point", default=1, ge=0, le=3)
    dimensions: tuple[Dimension, ...] = value("How the figures are broken down", default=())
    headline_series: dict[str, str] | None = value("The group whose figures stand for the indicator where there is no total, as column: group", default=None)  # fmt: skip
    min_change: float | None = value("The smallest change that matters, in the unit", default=None, ge=0)  # fmt: skip
    desired_low: float | None = value("For polarity range: the lowest value that is good", default=None)  # fmt: skip
    desired_high: float | None = value("For polarity range: the highest value that is good", default=None)  # fmt: skip
    minimum: float | None = value("The lowest value possible", default=None)
    maximum: float | None = value("The highest value possible", default=None)
    base_point: BasePoint | None = value("The observation that change is counted from", default=None)  # fmt: skip
    breaks: tuple[Break, ...] = value("Where figures stop being comparable", default=())
    targets: tuple[Target, ...] = value("Values that somebody set out to reach", default=())
    corrections: tuple[Correction, ...] = value("Mistakes of ours that were put right", default=())
    headline: str | None = value("A sentence in place of the one made from the figures; every number in it is checked against them", default=None)  # fmt: skip
    method_notes: tuple[str, ...] = value("What a careful reader should know", default=())
    published_by: str | None = value("The official source that has published these figures", default=None)  # fmt: skip
    sample: bool = yes_no("Whether the denominator counts respondents of a survey", default=False)
    denominators_withheld: str | None = value("Why group denominators are left out", default=None)
    next_update: str | None = date("When newer figures are expected", default=None)
    release_month: str | None = value("The month in which the source usually publishes", default=None)  # fmt: skip
    steward: str | None = ref("organizations", "Who looks after it", default=None)
    replaced_by: str | None = ref("indicators", "The indicator that took its place", default=None)
    reason: str | None = value("For wanted indicators: why there are no figures", default=None)
    owner: str | None = value("For wanted indicators: who is to obtain them", default=None)
    retrieved: str | None = date("When the figures were read from the source", default=None)


@dataclass(frozen=True)
class Threshold:
    """From how many people on something is shown; `people` says who they are, in the plural.

    `n` is None where the source's own rule is no plain number.
    """

    n: int | None
    people: str | None = None
    symbol: str = "*"


@dataclass(frozen=True)
class Observation:
    """One published figure, or one that is missing for a stated reason.

    `end` is the year in which the period ends; `groups` pairs a dimension with
    a group and is empty for the total; `value`, `low` and `high` are in the
    indicator's unit; `line` is that of the row in `file`. `hidden_below` is the
    rule by which a figure is hidden, `no_change_below` the one by which no change
    from it or to it is given; None where that is not so.
    """

    period: str
    end: int
    geography: str
    groups: tuple[tuple[str, str], ...] = TOTAL
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    low: float | None = None
    high: float | None = None
    start: str | None = None
    status: ObservationStatus = "normal"
    disclosure: Disclosure = "free"
    note: str | None = None
    vintage: str | None = None
    as_printed: str | None = None
    file: str = ""
    line: int = 0
    hidden_below: Threshold | None = None
    no_change_below: Threshold | None = None


@dataclass(frozen=True)
class License:
    """A license or terms, as a data package names them."""

    title: str
    name: str | None = None
    path: str | None = None


@dataclass(frozen=True)
class Cited:
    """A source, as a data package names it."""

    title: str
    path: str | None = None


@record
class Cause:
    """Something that moves a figure, or may do so."""

    text: str = value("The cause, as a sentence or two")
    kind: CauseKind = value("evidence means: a source shows that it moves the figure; hypothesis: nobody has tested it")  # fmt: skip
    evidence: tuple[str, ...] = ref("sources", "Where it is shown; for a hypothesis, where it is mentioned", default=())  # fmt: skip


@record
class CurvePartner:
    """Who works on the curve that a story tells about."""

    role: str = value("What it does about this figure, in words")
    sources: tuple[str, ...] = ref("sources", "Where that is said")
    organization: str | None = ref("organizations", "The organization", default=None)
    constellation: str | None = ref("constellations", "The constellation", default=None)


@record
class Idea:
    """Something that might move the figure the right way."""

    text: str = value("What could be done, as a sentence or two")
    cost: Cost = value("What it would cost")
    sources: tuple[str, ...] = ref("sources", "Where it is described; leave out for an idea of the authors", default=())  # fmt: skip


@record
class StoryHead:
    """The front matter of content/indicators/<id>.md."""

    indicator: str = ref("indicators", "The indicator it tells about")
    authors: tuple[str, ...] = value("Who wrote it")
    date: str = date("When it was written")
    sources: tuple[str, ...] = ref("sources", "What it rests on", default=())
    helps: tuple[Cause, ...] = value("What moves the figure the right way", default=())
    hurts: tuple[Cause, ...] = value("What moves it the wrong way", default=())
    partners: tuple[CurvePartner, ...] = value("Who works on this curve", default=())
    what_works: tuple[Idea, ...] = value("What might move it the right way, ideas that cost nothing or little among them", default=())  # fmt: skip


@dataclass(frozen=True)
class Story:
    """The story behind the curve, in Markdown; `line` is that of the first line of the text."""

    head: StoryHead
    markdown: str
    file: str
    line: int


@record
class FrozenProjection:
    """What stands beside the figures of a projection: projections/<date>.yml."""

    made_on: str = value("The day on which it was really made", example="2019-03-01", pattern=r"^\d{4}-\d{2}-\d{2}$", is_date=True)  # fmt: skip
    data_through: str = value("The last period whose figure was used, as in the data", example="2018-19")  # fmt: skip
    method: Literal["computed", "judgement"] = value("Computed by a rule, or drawn by people who say why")  # fmt: skip
    retrospective: bool = yes_no("Whether a year it is judged by was already published on that day")
    authors: tuple[str, ...] = value("Who made it")
    rationale: str = value("Why the years ahead should look like this if nothing is done differently")  # fmt: skip
    sha256: str | None = value("The seal: the SHA-256 of the table of figures beside it", default=None, pattern=r"^[0-9a-f]{64}$")  # fmt: skip
    method_id: str | None = value("The rule and its version, where it was computed", default=None, example="projection/1")  # fmt: skip
    sources: tuple[str, ...] = ref("sources", "What it rests on", default=())


@dataclass(frozen=True)
class ProjectionPoint:
    """What was expected for one period, in the unit; low and high bound the 80 % band."""

    period: str
    end: int
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class ProjectionVintage:
    """A baseline projection, frozen on the day in its head; `points` are by year.

    It is about the indicator's headline series. `file` is that of the table,
    `origin` that of the head, both in the repository.
    """

    head: FrozenProjection
    points: tuple[ProjectionPoint, ...]
    file: str
    origin: str


@dataclass(frozen=True)
class Indicator:
    """An indicator with everything known about it.

    `observations` are in file order; `earlier` are older vintages of some of them. `data_files` and `descriptor` are paths
    in the repository; `projections` are by the day on which they were made.
    """

    id: str
    title: str
    description: str
    definition: Definition
    descriptor: str
    data_files: tuple[str, ...] = ()
    observations: tuple[Observation, ...] = ()
    licenses: tuple[License, ...] = ()
    cited: tuple[Cited, ...] = ()
    story: Story | None = field(default=None)
    projections: tuple[ProjectionVintage, ...] = ()
    earlier: tuple[Observation, ...] = ()
