"""That no program measure gives a small group of people away."""

from __future__ import annotations

from collections.abc import Iterable

from truenorth.disclosure.model import PolicyFile
from truenorth.disclosure.policy import policy_of
from truenorth.problems import Problems
from truenorth.reportcard.program_measures import ProgramMeasure
from truenorth.sources.records import Entry

_NOT_PEOPLE = 'Where no people are counted, write "counts: things".'


def check_program_sizes(
    entries: Iterable[Entry[ProgramMeasure]], file: PolicyFile, problems: Problems
) -> None:
    """Refuse counts of few people, and percents of few or of who knows how many.

    A message repeats no figure: it is printed where anyone can read it.
    """
    smallest = policy_of(file).min_n
    for entry in entries:
        if entry.record is None or entry.record.counts != "people":
            continue
        for index, one in enumerate(entry.record.values):
            percent = entry.record.unit == "percent"
            size = one.out_of if percent else one.value
            if size is None:
                problems.error(
                    "program-percent-of-unknown",
                    entry.place("values", index),
                    what=f'The percent for {one.period} in "{entry.id}" does not say out of how '
                    "many people.",
                    why="A percent of a handful of people tells about each of them.",
                    fix=f'Add "out_of:" with the number of people. {_NOT_PEOPLE}',
                )
            elif 0 < size < smallest:
                problems.error(
                    "program-figure-too-small",
                    entry.place("values", index),
                    what=f'The figure for {one.period} in "{entry.id}" is about fewer than '
                    f"{smallest} people.",
                    why="Neighbors could work out who they are.",
                    fix="Leave the period out, and say in the note that it is about too few "
                    f"people. {_NOT_PEOPLE}",
                )
