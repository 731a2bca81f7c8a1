"""What must hold for the actions of a strategy: their dates, their status, who answers for them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from truenorth.dates import earliest, surely_before
from truenorth.partnership.actions import silent_since
from truenorth.partnership.model import Action, Strategy
from truenorth.problems import Problems
from truenorth.sources.records import Entry


def check_action(entry: Entry[Strategy], index: int, problems: Problems) -> None:
    """Every rule about the action that stands at `index`, whatever day it is."""
    action = entry.record.actions[index]
    _dates_in_order(entry, index, action, problems)
    _updates_in_order(entry, index, action, problems)
    _status_agrees(entry, index, action, problems)
    _somebody_answers(entry, index, action, problems)


def check_action_days(
    entry: Entry[Strategy], index: int, today: date, calendar: date, problems: Problems
) -> None:
    """What is told of lies behind us, and somebody looks after what is late."""
    action = entry.record.actions[index]
    _told_by_now(entry, index, action, calendar, problems)
    _not_done_ahead(entry, index, action, calendar, problems)
    _looked_after(entry, index, action, today, problems)


def _dates_in_order(entry: Entry[Strategy], index: int, action: Action, problems: Problems) -> None:
    if action.start and action.due and surely_before(action.due, action.start):
        problems.error(
            "due-before-start",
            entry.place("actions", index, "due"),
            what=f'"due" of the action "{action.id}" is {action.due}, before its "start", '
            f"{action.start}.",
            why="Nothing can be done before it begins.",
            fix="Check both dates in the source; often they are only swapped.",
        )
    for number, update in enumerate(action.updates):
        begun = update.status in {"in_progress", "completed"}
        if action.start and begun and surely_before(update.date, action.start):
            problems.error(
                "told-before-start",
                entry.place("actions", index, "updates", number, "date"),
                what=f'The update of {update.date} says "{update.status}", but "start" of the '
                f'action "{action.id}" is {action.start}.',
                why="Nothing can be under way or done before it begins.",
                fix='Check both dates in the source. What was only planned is "not_started".',
            )


def _updates_in_order(
    entry: Entry[Strategy], index: int, action: Action, problems: Problems
) -> None:
    for number, (before, after) in enumerate(pairwise(action.updates), 1):
        if surely_before(after.date, before.date):
            problems.error(
                "not-in-order",
                entry.place("actions", index, "updates", number, "date"),
                what=f'"date" is {after.date}, but the entry above it is of {before.date}.',
                why="The page tells what happened from the first to the last.",
                fix="Put the oldest first, or correct the date.",
            )


def _status_agrees(entry: Entry[Strategy], index: int, action: Action, problems: Problems) -> None:
    """The status is that of the last update that names one."""
    told = next((u for u in reversed(action.updates) if u.status), None)
    if told is None or told.status == action.status:
        return
    said = f'is "{action.status}"' if action.status else "has no status"
    problems.error(
        "status-contradicts-update",
        entry.place("actions", index, "status"),
        what=f'The action "{action.id}" {said}, but the update of {told.date} says '
        f'"{told.status}".',
        why="A reader would find two answers to the question where it stands.",
        fix=f'Write "status: {told.status}", or add the update that changed it.',
    )


def _somebody_answers(
    entry: Entry[Strategy], index: int, action: Action, problems: Problems
) -> None:
    if not action.owners and not action.note:
        problems.warning(
            "action-without-owner",
            entry.place("actions", index),
            what=f'The action "{action.id}" does not say who answers for it.',
            why="What everybody is to do is often done by nobody.",
            fix='Add "owners:" with ids of organizations. Where no source says who, say so under '
            '"note:".',
        )


def _told_by_now(
    entry: Entry[Strategy], index: int, action: Action, calendar: date, problems: Problems
) -> None:
    for number, update in enumerate(action.updates):
        if earliest(update.date) > calendar:
            problems.error(
                "told-in-the-future",
                entry.place("actions", index, "updates", number, "date"),
                what=f'The update of the action "{action.id}" is of {update.date}, which is still '
                "to come.",
                why="Nobody can tell yet what was done by then.",
                fix='Correct the date. What is only planned belongs under "text:" or "due:".',
            )


def _not_done_ahead(
    entry: Entry[Strategy], index: int, action: Action, calendar: date, problems: Problems
) -> None:
    if action.status != "completed" or not action.start or earliest(action.start) <= calendar:
        return
    problems.error(
        "done-before-start",
        entry.place("actions", index, "start"),
        what=f'The action "{action.id}" is "completed", but its "start", {action.start}, is '
        "still to come.",
        why="Nothing can be done before it begins.",
        fix='Correct the date, or write "status: not_started".',
    )


def _looked_after(
    entry: Entry[Strategy], index: int, action: Action, today: date, problems: Problems
) -> None:
    if (since := silent_since(action, today)) is None:
        return
    problems.warning(
        "action-overdue",
        entry.place("actions", index, "due"),
        what=f'The action "{action.id}" was due by {action.due}, is not ended, and nothing was '
        f"told of it since {since}.",
        why="The page says that it is overdue until somebody tells where it stands.",
        fix='Ask those who answer for it, and add what they say under "updates:". If it is given '
        'up, write "status: stopped".',
    )
