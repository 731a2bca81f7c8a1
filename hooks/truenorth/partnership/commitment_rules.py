"""What must hold for commitments: their dates, their status, and what took their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from truenorth.dates import surely_before
from truenorth.partnership.commitments import ENDED, overdue, stale_since
from truenorth.partnership.model import Commitment
from truenorth.problems import Place, Problems
from truenorth.sources.records import Entry

ENDS_WITH_REASON = frozenset({"withdrawn", "carried_forward"})


def check_commitments(entries: Iterable[Entry[Commitment]], problems: Problems) -> None:
    """Every rule that does not ask what day it is."""
    found = [entry for entry in entries if entry.record is not None]
    for entry in found:
        _version_with_section(entry, problems)
        _dates_in_order(entry, problems)
        _reviews_named(entry, problems)
        _end_told(entry, problems)
        _status_agrees(entry, problems)
    _successors_lead_on(found, problems)


def check_upkeep(entries: Iterable[Entry[Commitment]], today: date, problems: Problems) -> None:
    """Commitments that somebody should look after; where no status is known there is nobody."""
    for entry in entries:
        commitment = entry.record
        if commitment is None or commitment.status is None:
            continue
        if overdue(commitment, today):
            problems.warning(
                "commitment-overdue",
                entry.place("due"),
                what=f'The commitment "{commitment.id}" was due by {commitment.due} and is not '
                "ended.",
                why="The page says that it is overdue until somebody tells how it fares.",
                fix="Add an update with its status. If it was kept, withdrawn or put off, say so: "
                '"status:" with "ended:", or the former day under "revisions:".',
            )
        if (since := stale_since(commitment, today)) is not None:
            problems.warning(
                "commitment-stale",
                entry.place("updates"),
                what=f'Nothing was told of the commitment "{commitment.id}" since {since}.',
                why="The page says that its status may be out of date.",
                fix='Ask those who made it, and add what they say under "updates:".',
            )


def _version_with_section(entry: Entry[Commitment], problems: Problems) -> None:
    commitment = entry.record
    if commitment.version is not None and commitment.section is None:
        problems.error(
            "version-without-section",
            entry.place("version"),
            what=f'The commitment "{commitment.id}" names the version "{commitment.version}", but '
            "no section.",
            why="A label alone does not say of which text it is a version.",
            fix='Add "section:" with the section that it answers, such as charter#purpose.',
        )


def _dates_in_order(entry: Entry[Commitment], problems: Problems) -> None:
    commitment = entry.record
    for name, place, known in _dated(entry):
        if commitment.made and surely_before(known, commitment.made):
            problems.error(
                "before-it-was-made",
                place,
                what=f'"{name}" is {known}, before the commitment was made, {commitment.made}.',
                why="Nothing can be due, told or changed before it is promised.",
                fix="Check both dates in the source.",
            )
    for part, name in (("updates", "date"), ("revisions", "until")):
        for index, (one, next_one) in enumerate(pairwise(getattr(commitment, part)), 1):
            before, after = getattr(one, name), getattr(next_one, name)
            if surely_before(after, before):
                problems.error(
                    "not-in-order",
                    entry.place(part, index, name),
                    what=f'"{name}" is {after}, but the entry above it is of {before}.',
                    why="The page tells what happened from the first to the last.",
                    fix="Put the oldest first, or correct the date.",
                )


def _dated(entry: Entry[Commitment]) -> Iterator[tuple[str, Place, str]]:
    """Every date that cannot lie before the day it was made."""
    commitment = entry.record
    for name in ("due", "ended"):
        if known := getattr(commitment, name):
            yield name, entry.place(name), known
    for part, name in (("updates", "date"), ("revisions", "until")):
        for index, one in enumerate(getattr(commitment, part)):
            yield name, entry.place(part, index, name), getattr(one, name)
    for index, former in enumerate(commitment.revisions):
        if former.due:
            yield "due", entry.place("revisions", index, "due"), former.due


def _reviews_named(entry: Entry[Commitment], problems: Problems) -> None:
    for index, update in enumerate(entry.record.updates):
        if (update.basis == "reviewed") == (update.reviewed_by is not None):
            continue
        lacking = update.reviewed_by is None
        problems.error(
            "review-without-reviewer" if lacking else "reviewer-without-review",
            entry.place("updates", index, "basis"),
            what="The update was reviewed, but not by whom."
            if lacking
            else f'The update names "{update.reviewed_by}" as its reviewer, but its basis is '
            f'"{update.basis}".',
            why="Readers weigh what an organization says of itself and what others found "
            "differently.",
            fix='Add "reviewed_by:" with the id of a body, or write "basis: self_reported".'
            if lacking
            else 'Write "basis: reviewed", or remove "reviewed_by:".',
        )


def _end_told(entry: Entry[Commitment], problems: Problems) -> None:
    """A commitment that ended says when; one that was not kept says why, and what follows."""
    commitment = entry.record
    status = commitment.status
    needed = (
        ("ended", status in ENDED, "ended: 2026-05-12"),
        ("end_reason", status in ENDS_WITH_REASON, "end_reason: The library closed."),
        ("successor", status == "carried_forward", "successor: books-in-schools"),
        ("revisions", status == "revised", "revisions:"),
    )
    for name, is_needed, example in needed:
        if not is_needed or getattr(commitment, name):
            continue
        problems.error(
            "commitment-incomplete",
            entry.place("status"),
            what=f'The commitment "{commitment.id}" is "{status}", but has no "{name}".',
            why=_WHY[name],
            fix=f'Add a line such as "{example}"{_BELOW.get(name, ".")}',
        )


_WHY = {
    "ended": "Whether it was kept in time can be seen only from the day.",
    "end_reason": "Without a reason nobody can tell a changed need from a broken word.",
    "successor": "A commitment that is carried forward goes on in another, which is counted for "
    "it.",
    "revisions": "What was promised at first stays readable when the words change.",
}
_BELOW = {"revisions": ' and below it the words it had: "- text:", "until:" and "reason:".'}


def _status_agrees(entry: Entry[Commitment], problems: Problems) -> None:
    """The status is that of the last update that names one, and fits what else is said."""
    commitment = entry.record
    told = next((u for u in reversed(commitment.updates) if u.status), None)
    if told is not None and told.status != commitment.status:
        said = f'is "{commitment.status}"' if commitment.status else "has no status"
        problems.error(
            "status-contradicts-update",
            entry.place("status"),
            what=f'The commitment "{commitment.id}" {said}, but the update of {told.date} says '
            f'"{told.status}".',
            why="A reader would find two answers to the question how it fares.",
            fix=f'Write "status: {told.status}", or add the update that changed it.',
        )
    for name in ("ended", "successor"):
        if getattr(commitment, name) and commitment.status not in ENDED:
            said = f'is "{commitment.status}"' if commitment.status else "has no status"
            problems.error(
                "status-contradicts-end",
                entry.place(name),
                what=f'The commitment "{commitment.id}" has "{name}", but {said}.',
                why="Only a commitment that was kept, withdrawn or carried forward is over.",
                fix='Write "status: completed", "withdrawn" or "carried_forward", or remove '
                f'"{name}:".',
            )


def _successors_lead_on(entries: list[Entry[Commitment]], problems: Problems) -> None:
    """No commitment comes, over whatever others, after itself."""
    follows = {entry.record.id: entry.record.successor for entry in entries}
    for entry in entries:
        line = [entry.record.id]
        while (after := follows.get(line[-1])) is not None and after not in line:
            line.append(after)
        if after != entry.record.id:
            continue
        way = "itself" if len(line) == 1 else " and ".join(f'"{one}"' for one in line[1:])
        problems.error(
            "successor-in-a-circle",
            entry.place("successor"),
            what=f'The commitment "{entry.record.id}" is carried forward into itself'
            + ("." if len(line) == 1 else f", by way of {way}."),
            why="It would never be counted, since each one would stand for the other.",
            fix="Name the commitment that took its place, or keep this one.",
        )
