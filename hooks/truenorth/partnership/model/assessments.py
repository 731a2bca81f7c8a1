"""How a partnership judges itself: templates as data, and what was answered."""

from __future__ import annotations

from typing import Literal

from truenorth.fields import Visibility, date, ident, record, ref, value, visibility

AssessmentBasis = Literal["self", "peer", "external"]
Suggestion = Literal[
    "baseline_report", "yearly_report", "disaggregated_data", "indicators_chosen", "baseline_data",
    "adopted_texts", "shared_vision", "backbone_named", "roles_described", "constellations_active",
    "constellations_by_indicator", "leadership_table", "commitments_tracked", "data_agreements",
    "funders_engaged", "several_sectors", "indicators_improving", "places_named",
]  # fmt: skip


@record
class Step:
    """One step of the scale on which every item is answered."""

    number: int = value("Its number; a higher one is further along", ge=0)
    label: str = value("What it is called")


@record
class Item:
    """One question of a template."""

    id: str = ident("Id of the item, permanent within its template", "champions")
    text: str = value("The question or statement, in our own words")
    low: str | None = value("What the lower pole means", default=None)
    high: str | None = value("What the upper pole means", default=None)
    pillar: str | None = value("The pillar it belongs to, where a template has them", default=None)
    suggests: Suggestion | None = value("What on this site may be evidence for it", default=None)


@record
class AssessmentPart:
    """Questions that belong together."""

    id: str = ident("Id of the part, permanent within its template", "pre-conditions")
    title: str = value("What it is called")
    items: tuple[Item, ...] = value("Its questions", min_length=1)
    about: str | None = value("What it is about, as a sentence", default=None)


@record
class AssessmentTemplate:
    """One version of a questionnaire: data/assessments/templates/<id>.yml.

    A template that was used never changes; a new wording is a new template that names
    the one it replaces.
    """

    id: str = ident("Permanent id of the template: the name of its file", "readiness-1")
    title: str = value("What it is called")
    version: str = value("Its version", example="1")
    about: str = value("What it is for, in one sentence")
    sources: tuple[str, ...] = ref("sources", "What it is drawn from")
    scale: tuple[Step, ...] = value("The steps of the scale, from the lowest", min_length=2)
    parts: tuple[AssessmentPart, ...] = value("Its parts", min_length=1)
    min_respondents: int = value("How many must answer before an answer is published", default=5, ge=3)  # fmt: skip
    replaces: str | None = ref("templates", "The template it takes the place of", default=None)
    note: str | None = value("What a reader should know about it", default=None)


@record
class Middle:
    """The middle of the answers, told where counts would show what single persons chose."""

    median: float = value("The middle answer; halfway between two steps where the answers part there", example=3)  # fmt: skip
    low: int = value("Where the middle half begins: at least a quarter chose this step or a lower one", example=2)  # fmt: skip
    high: int = value("Where the middle half ends: at least a quarter chose this step or a higher one", example=4)  # fmt: skip
    answered: int = value("How many answered", ge=1, example=12)


@record
class Answer:
    """What was answered to one item: `counts`, or their `middle`, or what all `agreed` on."""

    item: str = value("The id of the item", example="champions")
    counts: tuple[int, ...] = value("How many chose each step, from the lowest; only where every step that was chosen has as many as the template's min_respondents", default=())  # fmt: skip
    middle: Middle | None = value("The middle of the answers, where some steps were chosen by fewer", default=None)  # fmt: skip
    agreed: int | None = value("The step that all agreed on, where they answered as one", default=None)  # fmt: skip
    evidence: tuple[str, ...] = ref("sources", "What shows it", default=())
    note: str | None = value("What was said about it", default=None)


@record
class Assessment:
    """One use of a template: data/assessments/<id>.yml."""

    id: str = ident("Permanent id of the assessment: the name of its file", "readiness-2026")
    template: str = ref("templates", "The template that was used")
    date: str = date("When it was made")
    basis: AssessmentBasis = value("Whether a group judged itself, or others judged it")
    respondents: int = value("How many answered", ge=1)
    answers: tuple[Answer, ...] = value("The answers, item by item", min_length=1)
    body: str | None = ref("bodies", "The body that is judged; leave out for the whole partnership", default=None)  # fmt: skip
    constellation: str | None = ref("constellations", "The constellation that is judged", default=None)  # fmt: skip
    organization: str | None = ref("organizations", "The organization that is judged, such as a convener", default=None)  # fmt: skip
    sources: tuple[str, ...] = ref("sources", "Where the result was published", default=())
    note: str | None = value("What a reader should know about it", default=None)
    visibility: Visibility = visibility()
