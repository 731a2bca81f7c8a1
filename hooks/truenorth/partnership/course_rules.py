"""The partnership's course: phases that build on one another, and only what has happened."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import get_args

from truenorth.dates import earliest, surely_before
from truenorth.partnership.model import Partnership, Phase
from truenorth.problems import Problems
from truenorth.sources.records import Entry

PHASES: tuple[str, ...] = get_args(Phase)


def check_phases(entry: Entry[Partnership], problems: Problems) -> None:
    """Each phase stands once, and none was surely entered before one that it builds on."""
    listed = tuple(enumerate(entry.record.phases)) if entry.record else ()
    for (_, one), (index, other) in combinations(listed, 2):
        if one.phase == other.phase:
            problems.error(
                "phase-twice",
                entry.place("phases", index, "phase"),
                what=f'The phase "{other.phase}" is listed a second time.',
                why="The page of phases tells of each once, with the day on which it was entered.",
                fix="Remove one of the two, or correct its name.",
            )
            continue
        base, next_one = sorted((one, other), key=lambda phase: PHASES.index(phase.phase))
        dated = base.entered and next_one.entered
        if dated and surely_before(next_one.entered, base.entered):
            problems.error(
                "phases-out-of-order",
                entry.place("phases", index, "entered"),
                what=f'The phase "{next_one.phase}" was entered {next_one.entered}, before '
                f'"{base.phase}", {base.entered}.',
                why="Each phase builds on those before it.",
                fix="Check both dates in the source. A phase that was gone through once more is "
                "not listed again: the first time counts.",
            )


def check_past(entry: Entry[Partnership], calendar: date, problems: Problems) -> None:
    """What is told as having happened does not lie ahead; `calendar` is the latest today."""
    if entry.record is None:
        return
    history = (("history", i, "date", f.date) for i, f in enumerate(entry.record.history))
    phases = (("phases", i, "entered", p.entered) for i, p in enumerate(entry.record.phases))
    for *path, known in (*history, *phases):
        if known is not None and earliest(known) > calendar:
            problems.error(
                "told-before-it-happened",
                entry.place(*path),
                what=f"This happened on {known}, it says, but that is still to come.",
                why="What stands in the history, or as a phase that was reached, is read as "
                "something that has happened.",
                fix="Check the date, or add the entry when the time has come.",
            )
