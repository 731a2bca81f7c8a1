"""What must hold for one answer: it fits the scale, and it shows no single person."""

from __future__ import annotations

from truenorth.partnership.answers import middle_of
from truenorth.partnership.model import Answer, Assessment, AssessmentTemplate, Middle
from truenorth.problems import Problems
from truenorth.references import is_internal
from truenorth.sources.records import Entry

FORMS = ("counts", "middle", "agreed")


def check_answer(
    entry: Entry[Assessment], index: int, template: AssessmentTemplate, problems: Problems
) -> None:
    """Every rule about the answer of that number in a sound record."""
    answer = entry.record.answers[index]
    steps = [step.number for step in template.scale]
    if not _said_once(entry, index, answer, problems):
        return
    if answer.agreed is not None and answer.agreed not in steps:
        problems.error(
            "step-not-on-scale",
            entry.place("answers", index, "agreed"),
            what=f"All agreed on {answer.agreed}, which is no step of the scale.",
            why="Readers could not be told what it means.",
            fix=f"Write one of {_listed(steps)}.",
        )
    if answer.counts and _counts_fit(entry, index, answer, steps, problems):
        _nobody_shown(entry, index, answer, template, problems)
    if answer.middle:
        _middle_fits(entry, index, answer.middle, steps, problems)
    _not_more_than_asked(entry, index, answer, template, problems)


def _listed(steps: list[int]) -> str:
    return ", ".join(map(str, steps))


def _said_once(entry: Entry[Assessment], index: int, answer: Answer, problems: Problems) -> bool:
    """Whether the answer has one of the three forms."""
    given = [form for form in FORMS if getattr(answer, form) not in (None, ())]
    if not given:
        problems.error(
            "answer-without-result",
            entry.place("answers", index, "item"),
            what=f'The answer to "{answer.item}" does not say what was answered.',
            why="Its question would stand on the page as answered, without an answer.",
            fix='Add "counts", "middle" or "agreed", or take the answer out: the page then says '
            "that none is published.",
        )
    elif len(given) > 1:
        problems.error(
            "answer-told-twice",
            entry.file.key_place(*entry.path, "answers", index, given[-1]),
            what=f'The answer to "{answer.item}" is told as {" and as ".join(given)}.',
            why="Only one of them could be shown, and together they could tell who chose what.",
            fix='Keep "counts" where many answered, "middle" where few did, and "agreed" where '
            "all answered as one.",
        )
    return len(given) == 1


def _counts_fit(
    entry: Entry[Assessment], index: int, answer: Answer, steps: list[int], problems: Problems
) -> bool:
    """Whether there is a count, zero or more, for each step."""
    place = entry.place("answers", index, "counts")
    if len(answer.counts) != len(steps):
        problems.error(
            "counts-do-not-match-scale",
            place,
            what=f'"{answer.item}" has {len(answer.counts)} counts, and the scale has '
            f"{len(steps)} steps.",
            why="Each count belongs to a step, from the lowest to the highest.",
            fix=f"Write {len(steps)} counts, and 0 where nobody chose a step.",
        )
    elif min(answer.counts) < 0:
        problems.error(
            "negative-count",
            place,
            what=f'A count of "{answer.item}" is below zero.',
            why="A count says how many people chose a step.",
            fix="Write 0 where nobody did.",
        )
    else:
        return True
    return False


def _nobody_shown(
    entry: Entry[Assessment],
    index: int,
    answer: Answer,
    template: AssessmentTemplate,
    problems: Problems,
) -> None:
    """No step was chosen by so few that those who know the group could tell who did."""
    least = template.min_respondents
    if is_internal(entry.data) or not least <= sum(answer.counts) <= entry.record.respondents:
        return
    if all(count == 0 or count >= least for count in answer.counts):
        return
    middle = middle_of(answer.counts, [step.number for step in template.scale])
    problems.error(
        "single-persons-shown",
        entry.place("answers", index, "counts"),
        what=f'A step of "{answer.item}" was chosen by fewer than {least}.',
        why="Those who know the group could tell who chose it, and what is committed to a public "
        "repository stays readable there.",
        fix=f'Tell the middle instead: replace "counts" by "middle: {{median: {middle.median:g}, '
        f'low: {middle.low}, high: {middle.high}, answered: {middle.answered}}}".',
    )


def _middle_fits(
    entry: Entry[Assessment], index: int, middle: Middle, steps: list[int], problems: Problems
) -> None:
    place = entry.place("answers", index, "middle")
    between = {(a + b) / 2 for a in steps for b in steps}
    if not {middle.low, middle.high} <= set(steps) or middle.median not in between:
        problems.error(
            "step-not-on-scale",
            place,
            what="The middle is not on the scale.",
            why="Readers could not be told what it means.",
            fix=f'"low" and "high" are among {_listed(steps)}; "median" is one of these or '
            "halfway between two of them.",
        )
    elif not middle.low <= middle.median <= middle.high:
        problems.error(
            "middle-out-of-order",
            place,
            what=f"The median, {middle.median:g}, does not lie from {middle.low} to {middle.high}.",
            why="The middle answer always lies in the middle half.",
            fix="Work out the three again from the answers.",
        )


def _not_more_than_asked(
    entry: Entry[Assessment],
    index: int,
    answer: Answer,
    template: AssessmentTemplate,
    problems: Problems,
) -> None:
    """As many answered an item as the template asks for, and no more than took part."""
    if answer.agreed is not None:
        return  # all did
    key, n = "counts", sum(answer.counts)
    if answer.middle:
        key, n = "middle", answer.middle.answered
    asked = entry.record.respondents
    if n > asked:
        problems.error(
            "more-answers-than-respondents",
            entry.place("answers", index, key),
            what=f'"{answer.item}" has {n} answers, and only {asked} people took part.',
            why="One of the two numbers is wrong.",
            fix='Check the count of each step, and "respondents".',
        )
    elif n < template.min_respondents and not is_internal(entry.data):
        problems.error(
            "respondents-below-minimum",
            entry.place("answers", index, key),
            what=f'Only {n} answered "{answer.item}", and the template "{template.id}" asks for '
            f"at least {template.min_respondents}.",
            why="The answers of so few say little, and may tell who gave them.",
            fix="Take this answer out: the page then says that none is published.",
        )
