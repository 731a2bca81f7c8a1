"""What must hold for a decision as a record: its kind, its evidence and its meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from truenorth.compact.load import CompactFiles
from truenorth.compact.model import Decision
from truenorth.dates import surely_before
from truenorth.problems import Problems
from truenorth.sources.records import Entry

# The list in which a decision of each kind names what it is about.
_SUBJECTS = {
    "text": "changes",
    "goal": "goals",
    "indicator": "indicators",
    "target": "indicators",
    "commitment": "commitments",
    "strategy": "strategies",
    "constellation": "constellations",
    "seat": "seats",
    "funding": "funding",
}


@dataclass(frozen=True)
class Sitting:
    """What a decision must agree with in the meeting at which it was made."""

    body: str | None
    constellation: str | None
    first_day: str
    last_day: str
    status: str


def check_decision_record(entry: Entry[Decision], problems: Problems) -> None:
    """What a decision says of itself."""
    decision = entry.record
    subject = _SUBJECTS.get(decision.kind or "")
    if subject is not None and not getattr(decision, subject):
        other = next((s for s in dict.fromkeys(_SUBJECTS.values()) if getattr(decision, s)), None)
        instead = f" It names {other} instead." if other else ""
        problems.error(
            "decision-of-another-kind",
            entry.place("kind"),
            what=f'The decision is of the kind "{decision.kind}", but names no {subject}.{instead}',
            why="Readers follow a decision to what it changed.",
            fix=f'Add "{subject}:" with what it changed, or correct the kind.',
        )
    if decision.method is None and not decision.sources:
        problems.error(
            "decision-without-source",
            entry.place(),
            what=f'The decision "{decision.id}" says neither how it was taken nor where that is '
            "recorded.",
            why="A decision that nobody can trace to its source cannot be checked.",
            fix='Add "method: consensus" or "method: vote"; or, where no source says how, add '
            '"sources:" with what shows that it was made.',
        )


def check_decided_at(
    files: CompactFiles, meetings: Mapping[str, Sitting], problems: Problems
) -> None:
    """Each decision that names a meeting, against that meeting."""
    for entry in files.decisions:
        decision = entry.record
        sitting = meetings.get(decision.meeting or "") if decision else None
        if sitting is None:
            continue  # none is named, or it is told elsewhere that it does not exist
        if sitting.body != decision.body:
            problems.error(
                "decided-by-another-body",
                entry.place("meeting"),
                what=f'The body "{decision.body}" decided, but the meeting "{decision.meeting}" '
                f"is {_whose(sitting)}.",
                why="A body decides at its own meetings.",
                fix="Name the meeting at which it was decided, or correct the body.",
            )
        day = decision.date
        if surely_before(day, sitting.first_day) or surely_before(sitting.last_day, day):
            problems.error(
                "decided-on-another-day",
                entry.place("date"),
                what=f'It was decided on {day}, but the meeting "{decision.meeting}" was on '
                f"{sitting.first_day}.",
                why="A decision is of the day on which it was made.",
                fix="Check both dates in the minutes.",
            )
        if sitting.status != "held":
            problems.error(
                "decided-at-no-meeting",
                entry.place("meeting"),
                what=f'The meeting "{decision.meeting}" is "{sitting.status}".',
                why="Only a meeting that was held can decide.",
                fix='Write "status: held" in the meeting, or name another one.',
            )


def _whose(sitting: Sitting) -> str:
    if sitting.body:
        return f'one of the body "{sitting.body}"'
    if sitting.constellation:
        return f'one of the constellation "{sitting.constellation}"'
    return "not one of a body"
