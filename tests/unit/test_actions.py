"""Where actions stand on a day: overdue, late to begin, silent, and counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from truenorth.partnership.actions import (
    count,
    due_untold,
    is_over,
    last_update,
    late_to_begin,
    overdue,
    overdue_steps,
    owners,
    silent_since,
    status_on,
)
from truenorth.partnership.model import Action, ActionUpdate, Strategy

DAY = date(2026, 2, 1)
ACTION = Action("rooms", "Find rooms.", due="2026-01", status="in_progress")
TOLD = (
    ActionUpdate("2025-03-04", "Begun.", "in_progress"),
    ActionUpdate("2025-06-10", "Two of nine are found."),
    ActionUpdate("2025-11-18", "All are found.", "completed"),
)


def strategy(*actions: Action, **more) -> Strategy:
    return Strategy("reading", "Reading", "Read.", sources=("minutes",), actions=actions, **more)


@pytest.mark.parametrize(
    ("due", "late"),
    [("2026-01", True), ("2026-02", False), ("2026-01-31", True), ("2026-02-01", False),
     ("2025", True), ("2026", False), (None, False)],
)  # fmt: skip
def test_an_action_is_overdue_when_the_whole_of_its_date_is_over(due, late):
    assert overdue(replace(ACTION, due=due), DAY) is late


@pytest.mark.parametrize(
    ("status", "late", "untold"),
    [("not_started", True, False), ("in_progress", True, False), ("delayed", True, False),
     ("completed", False, False), ("stopped", False, False), (None, False, True)],
)  # fmt: skip
def test_what_has_ended_is_not_overdue_and_of_what_is_not_told_nobody_knows(status, late, untold):
    action = replace(ACTION, status=status)
    assert overdue(action, DAY) is late
    assert due_untold(action, DAY) is untold


def test_an_action_that_has_not_started_is_late_once_its_start_is_over():
    waiting = replace(ACTION, status="not_started", start="2026-01")
    assert late_to_begin(waiting, DAY)
    assert not late_to_begin(replace(waiting, start="2026-02"), DAY)
    assert not late_to_begin(replace(waiting, status="in_progress"), DAY)
    assert not late_to_begin(replace(waiting, start=None), DAY)


def test_the_status_on_a_day_is_what_was_told_by_then():
    action = replace(ACTION, status="completed", updates=TOLD)
    assert status_on(action, date(2025, 3, 3)) is None
    assert status_on(action, date(2025, 3, 4)) == "in_progress"
    assert status_on(action, date(2025, 7, 1)) == "in_progress"
    assert status_on(action, DAY) == "completed"
    assert last_update(action, date(2025, 7, 1)) == TOLD[1]
    assert last_update(action, date(2025, 1, 1)) is None


def test_only_what_is_overdue_is_silent_and_only_after_a_year():
    action = replace(ACTION, due="2024-12", updates=TOLD[:1])
    assert silent_since(action, date(2026, 3, 4)) is None
    assert silent_since(action, date(2026, 3, 5)) == "2025-03-04"
    assert silent_since(replace(action, updates=()), date(2026, 1, 1)) == "2024-12"
    assert silent_since(replace(action, due="2027"), date(2026, 6, 1)) is None
    assert silent_since(replace(action, status="stopped"), date(2026, 6, 1)) is None


def test_actions_are_counted_by_where_they_stand():
    counts = count(
        (
            ACTION,
            replace(ACTION, status="completed"),
            replace(ACTION, status=None),
            replace(ACTION, status="not_started", start="2025", due=None),
        ),
        DAY,
    )
    assert counts.actions == 4
    assert counts.statuses == {"in_progress": 1, "completed": 1, None: 1, "not_started": 1}
    assert (counts.overdue, counts.late_to_begin, counts.due_untold) == (1, 1, 1)
    assert count((), DAY).actions == 0


def test_the_overdue_ones_come_by_the_day_they_were_due():
    first = replace(ACTION, id="first", due="2025-06")
    late = overdue_steps((strategy(ACTION), strategy(first, replace(ACTION, due="2027"))), DAY)
    assert [step.action.id for step in late] == ["first", "rooms"]


def test_a_strategy_is_over_after_its_last_day_and_each_owner_is_named_once():
    one = strategy(replace(ACTION, owners=("a", "b")), replace(ACTION, owners=("b", "c")))
    assert owners(one) == ("a", "b", "c")
    assert not is_over(one, DAY)
    assert not is_over(replace(one, until="2026-02"), DAY)
    assert is_over(replace(one, until="2026-01"), DAY)
