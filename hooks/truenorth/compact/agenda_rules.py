"""What must hold for the common agenda: each of its elements stands once."""

from __future__ import annotations

from truenorth.compact.load import CompactFiles
from truenorth.dates import surely_before
from truenorth.problems import Problems


def check_agenda(files: CompactFiles, problems: Problems) -> None:
    """Every element, and that its next review lies after the last."""
    seen = set()
    for entry in files.agenda:
        element = entry.record
        if element is None:
            continue
        if element.element in seen:
            problems.error(
                "duplicate-element",
                entry.place("element"),
                what=f'The element "{element.element}" is listed twice.',
                why="Each of the five elements is shown once, with all the sections that hold it.",
                fix='Name all its sections under one entry\'s "sections:".',
            )
        seen.add(element.element)
        last, following = element.last_review, element.next_review
        if last and following and surely_before(following, last):
            problems.error(
                "ends-before-it-begins",
                entry.place("next_review"),
                what=f'"next_review" is {following}, which lies before "last_review", {last}.',
                why="Readers are told when to expect the next review.",
                fix="Check both dates; often they are only swapped.",
            )
