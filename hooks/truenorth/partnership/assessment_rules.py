"""What must hold for questionnaires, and for what was answered to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from truenorth.partnership.answer_rules import check_answer
from truenorth.partnership.answers import SUBJECTS, items
from truenorth.partnership.load import PartnershipFiles
from truenorth.partnership.model import Assessment, AssessmentTemplate
from truenorth.problems import Place, Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.references import is_internal
from truenorth.sources.records import Entry


def check_assessments(files: PartnershipFiles, problems: Problems) -> None:
    """Every rule about templates and assessments."""
    templates = {}
    for template in files.templates:
        if template.record is None:
            continue
        before = problems.errors
        _scale_rises(template, template.record, problems)
        _ids_differ(template, template.record, problems)
        if problems.errors == before:
            templates[template.record.id] = template.record
    for entry in files.assessments:
        if (record := entry.record) is None:
            continue
        _one_subject(entry, record, problems)
        if (used := templates.get(record.template)) is None:
            continue  # that it is missing or has a fault is told elsewhere
        _enough_answered(entry, record, used, problems)
        _items_known(entry, record, used, problems)
        for index in range(len(record.answers)):
            check_answer(entry, index, used, problems)


def _scale_rises(
    entry: Entry[AssessmentTemplate], template: AssessmentTemplate, problems: Problems
) -> None:
    numbers = [step.number for step in template.scale]
    for index, (before, after) in enumerate(zip(numbers, numbers[1:], strict=False), 1):
        if after <= before:
            problems.error(
                "scale-not-ascending",
                entry.place("scale", index, "number"),
                what=f"The step {after} comes after the step {before}.",
                why="Counts are written from the lowest step to the highest, so a scale out of "
                "order would turn answers around.",
                fix="List the steps from the lowest number to the highest, each once.",
            )


def _ids(template: AssessmentTemplate) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Every id in a template: what it names, the id, and where it stands."""
    for number, part in enumerate(template.parts):
        yield "part", part.id, ("parts", number, "id")
        for index, item in enumerate(part.items):
            yield "item", item.id, ("parts", number, "items", index, "id")


def _ids_differ(
    entry: Entry[AssessmentTemplate], template: AssessmentTemplate, problems: Problems
) -> None:
    """Neither two parts nor two items share an id."""
    first: dict[tuple[str, str], Place] = {}
    for noun, ident, path in _ids(template):
        place = entry.place(*path)
        before = first.setdefault((noun, ident), place)
        if before is not place:
            problems.error(
                f"duplicate-{noun}",
                place,
                what=f'The {noun} "{ident}" stands twice in this template (line {before.line} is '
                "the first).",
                why="Answers name their item by its id, and each part and item answers at its id "
                "on the page.",
                fix=f"Give this {noun} an id of its own.",
            )


def _one_subject(entry: Entry[Assessment], record: Assessment, problems: Problems) -> None:
    named = [name for name in SUBJECTS if getattr(record, name) is not None]
    if len(named) > 1:
        problems.error(
            "two-subjects",
            entry.file.key_place(*entry.path, named[-1]),
            what=f"The assessment judges more than one: {' and '.join(named)}.",
            why="Readers must be able to tell whom an answer is about.",
            fix="Keep the one that was judged, and write an assessment for each of the others.",
        )


def _enough_answered(
    entry: Entry[Assessment],
    record: Assessment,
    template: AssessmentTemplate,
    problems: Problems,
) -> None:
    if record.respondents < template.min_respondents and not is_internal(entry.data):
        problems.error(
            "respondents-below-minimum",
            entry.place("respondents"),
            what=f'Only {record.respondents} answered, and the template "{template.id}" asks for '
            f"at least {template.min_respondents}.",
            why="The answers of so few say little, and may tell who gave them.",
            fix="Ask more people, or take the file out of the repository; one that is public "
            "should not hold it at all.",
        )


def _items_known(
    entry: Entry[Assessment],
    record: Assessment,
    template: AssessmentTemplate,
    problems: Problems,
) -> None:
    known = [item.id for item in items(template)]
    for index, answer in enumerate(record.answers):
        if answer.item not in known:
            problems.error(
                "unknown-item",
                entry.place("answers", index, "item"),
                what=f'"{answer.item}" is not an item of the template "{template.id}".',
                why="An answer without its question says nothing.",
                fix=did_you_mean(answer.item, known)
                or f"The items stand in data/assessments/templates/{template.id}.yml.",
            )
    for ident, count in Counter(answer.item for answer in record.answers).items():
        if count > 1:
            last = max(n for n, answer in enumerate(record.answers) if answer.item == ident)
            problems.error(
                "item-answered-twice",
                entry.place("answers", last, "item"),
                what=f'The item "{ident}" is answered {count} times.',
                why="Only one of the answers could be shown.",
                fix="Keep one of them; the counts of two groups are added up.",
            )
    answered = {answer.item for answer in record.answers}
    if left := [ident for ident in known if ident not in answered]:
        problems.warning(
            "item-unanswered",
            entry.file.key_place(*entry.path, "answers"),
            what=f"The template has items without an answer here: {', '.join(left)}.",
            why="The page says of each that no answer is published.",
            fix="Add the answers. Where too few answered an item, leave it out: that is right.",
        )
