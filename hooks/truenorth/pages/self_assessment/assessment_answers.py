"""The answers of one assessment: in a table by part, and item by item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from truenorth.pages.parts import Cell, Link, Table
from truenorth.pages.records import Entry, Project, present, source_links
from truenorth.pages.self_assessment.assessment_form import (
    item_anchor,
    part_anchor,
    scale_step,
    shows,
)
from truenorth.pages.self_assessment.assessment_links import subject_link
from truenorth.pages.wording import Wording
from truenorth.partnership.answers import Result, change, result
from truenorth.partnership.model import (
    Answer,
    Assessment,
    AssessmentPart,
    AssessmentTemplate,
    Item,
)

MIDDLE = ("median", "middle", "answered")
_WIDTH = 100


@dataclass(frozen=True)
class StepCount:
    """How many chose a step; `width` is its share of the longest bar, from 0 to 100."""

    step: str
    people: str
    width: int


@dataclass(frozen=True)
class ItemResult:
    """What is told of an item below the table; `untold` says why there are no counts."""

    id: str
    text: str
    ends: tuple[tuple[str, Entry], ...]
    entries: tuple[tuple[str, Entry], ...]
    steps: tuple[StepCount, ...]
    untold: str


@dataclass(frozen=True)
class PartResult:
    """The answers of one part in a table, and item by item."""

    id: str
    title: str
    table: Table
    items: tuple[ItemResult, ...]


@dataclass(frozen=True)
class Told:
    """One assessment with its template: the answers and what they say, by item."""

    assessment: Assessment
    template: AssessmentTemplate
    answers: Mapping[str, Answer]
    results: Mapping[str, Result]

    @property
    def together(self) -> bool:
        """Whether the group answered every item as one."""
        return all(one.together for one in self.results.values())


def told(project: Project, assessment: Assessment) -> Told:
    template = project.find("templates", assessment.template)
    answers = {answer.item: answer for answer in assessment.answers}
    return Told(
        assessment,
        template,
        answers,
        {item: result(a, template, assessment.respondents) for item, a in answers.items()},
    )


def part_result(
    project: Project, words: Wording, part: AssessmentPart, now: Told, before: Told | None
) -> PartResult:
    columns = ["question", *(("agreed",) if now.together else MIDDLE)]
    named = [words(f"assessments.result.{column}") for column in columns]
    if before:
        date = words.date(before.assessment.date)
        named.append(words("assessments.result.since", date=date))
    return PartResult(
        id=part_anchor(part),
        title=part.title,
        table=Table(
            id=f"table-{part.id}",
            caption=words("assessments.result.caption"),
            columns=tuple(named),
            rows=tuple(_row(words, item, now, before) for item in part.items),
        ),
        items=tuple(_item(project, words, item, now) for item in part.items),
    )


def _row(words: Wording, item: Item, now: Told, before: Told | None) -> tuple[Cell, ...]:
    name = Cell(item.text, address=f"#{item_anchor(item.id)}")
    found = now.results.get(item.id)
    nothing = Cell(words("assessments.result.none"), missing=True)
    told_in = 1 if now.together else len(MIDDLE)
    if found is None:
        return (name, *([nothing] * (told_in + (before is not None))))
    cells = (
        Cell(_place(words, now.template, found.median)),
        Cell(_half(words, found)),
        Cell(words.number(found.n)),
    )[:told_in]
    if before is None:
        return (name, *cells)
    return (name, *cells, _change(words, found, before.results.get(item.id)))


def _place(words: Wording, template: AssessmentTemplate, value: float) -> str:
    """A step by number and name, or the two between which a middle answer lies."""
    labels = {step.number: step.label for step in template.scale}
    if value in labels:
        return scale_step(words, int(value), labels[value])
    return words("assessments.between", number=words.number(value, 1))


def _half(words: Wording, found: Result) -> str:
    if found.together:
        return words("assessments.result.together")
    if found.low == found.high:
        return words("assessments.result.all_at", step=words.number(found.low))
    return words(
        "assessments.result.range", low=words.number(found.low), high=words.number(found.high)
    )


def _change(words: Wording, now: Result, before: Result | None) -> Cell:
    if before is None:
        return Cell(words("assessments.change.none_before"), missing=True)
    was = words.number(before.median, int(before.median % 1 > 0))
    return Cell(words(f"assessments.change.{change(now, before)}", before=was))


def _item(project: Project, words: Wording, item: Item, now: Told) -> ItemResult:
    found, answer = now.results.get(item.id), now.answers.get(item.id)
    evidence = source_links(project, words, answer.evidence) if answer else ()
    return ItemResult(
        id=item_anchor(item.id),
        text=item.text,
        ends=present(
            (words("assessments.term.low"), Entry(item.low or "")),
            (words("assessments.term.high"), Entry(item.high or "")),
        ),
        entries=present(
            (words("assessments.term.note"), Entry((answer and answer.note) or "")),
            (words("assessments.term.evidence"), Entry(links=evidence)),
            (words("assessments.term.shows"), _shows(project, words, item, now.assessment)),
        ),
        steps=_steps(words, now.template, found) if found and found.counts else (),
        untold="" if now.together and found else _untold(words, now.template, found),
    )


def _shows(project: Project, words: Wording, item: Item, assessment: Assessment) -> Entry:
    """What this site shows: of one organization or constellation, only what is on its page."""
    judged = subject_link(project, assessment)
    if judged is None or assessment.body or item.suggests is None:
        return shows(project, words, item)
    return Entry(links=(Link(judged.text, judged.address, words("assessments.its_page")),))


def _steps(words: Wording, template: AssessmentTemplate, found: Result) -> tuple[StepCount, ...]:
    most = max(found.counts)
    return tuple(
        StepCount(
            scale_step(words, step.number, step.label),
            words.number(count),
            round(_WIDTH * count / most),
        )
        for step, count in zip(template.scale, found.counts, strict=True)
    )


def _untold(words: Wording, template: AssessmentTemplate, found: Result | None) -> str:
    """Why it is not told how many chose each step; empty where it is."""
    least = template.min_respondents
    if found is None:
        return words("assessments.untold.none", count=least)
    if found.together:
        return words("assessments.untold.together")
    return "" if found.counts else words("assessments.untold.few", count=least)
