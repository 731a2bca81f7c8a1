"""Where actions stand on a day, which are overdue, and how many stand where.

Pure functions. A date that is known to a month or a year is over when its last day is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from truenorth.dates import earliest, latest
from truenorth.partnership.model import Action, ActionStatus, ActionUpdate, Strategy

ENDED = frozenset({"completed", "stopped"})
# What somebody still has to do; of an action without a status nobody knows.
TO_DO = frozenset({"not_started", "in_progress", "delayed"})
STALE_AFTER = timedelta(days=365)


@dataclass(frozen=True)
class Counts:
    """How many actions stand where; the key None of `statuses` is for those of which none says.

    The others count what the statuses do not show: late, late to begin, and due with no word.
    """

    actions: int
    statuses: Counter[ActionStatus | None]
    overdue: int
    late_to_begin: int
    due_untold: int


@dataclass(frozen=True)
class Step:
    """An action with the strategy that it belongs to."""

    strategy: Strategy
    action: Action


def status_on(action: Action, day: date) -> ActionStatus | None:
    """Where it stood on a day, as far as it was told by then."""
    known = [u for u in action.updates if earliest(u.date) <= day]
    if len(known) == len(action.updates):
        return action.status
    return next((u.status for u in reversed(known) if u.status), None)


def last_update(action: Action, day: date) -> ActionUpdate | None:
    """What was told of it last."""
    return next((u for u in reversed(action.updates) if earliest(u.date) <= day), None)


def overdue(action: Action, day: date) -> bool:
    """Whether it is still to be done though the day it was due is over."""
    return _past(action.due, day) and status_on(action, day) in TO_DO


def due_untold(action: Action, day: date) -> bool:
    """Whether the day it was due is over and no source says where it stands."""
    return _past(action.due, day) and status_on(action, day) is None


def late_to_begin(action: Action, day: date) -> bool:
    """Whether it has not started though the day it was to begin is over."""
    return _past(action.start, day) and status_on(action, day) == "not_started"


def silent_since(action: Action, day: date) -> str | None:
    """When it was last told of, or due, where it is overdue and that is over a year ago."""
    if not overdue(action, day):
        return None
    told = last_update(action, day)
    since = told.date if told else action.due
    return since if latest(since) + STALE_AFTER < day else None


def is_over(strategy: Strategy, day: date) -> bool:
    """Whether the strategy has ended."""
    return _past(strategy.until, day)


def steps(strategies: Iterable[Strategy]) -> tuple[Step, ...]:
    """Every action of several strategies, in their order."""
    return tuple(Step(strategy, action) for strategy in strategies for action in strategy.actions)


def overdue_steps(strategies: Iterable[Strategy], day: date) -> tuple[Step, ...]:
    """The overdue actions, that which was due first before the others."""
    late = (step for step in steps(strategies) if overdue(step.action, day))
    return tuple(sorted(late, key=lambda step: latest(step.action.due)))


def owners(strategy: Strategy) -> tuple[str, ...]:
    """The organizations that answer for its actions, each once."""
    return tuple(dict.fromkeys(owner for action in strategy.actions for owner in action.owners))


def count(actions: Iterable[Action], day: date) -> Counts:
    """Count actions by where they stand."""
    found = tuple(actions)
    return Counts(
        actions=len(found),
        statuses=Counter(status_on(action, day) for action in found),
        overdue=sum(overdue(action, day) for action in found),
        late_to_begin=sum(late_to_begin(action, day) for action in found),
        due_untold=sum(due_untold(action, day) for action in found),
    )


def _past(known: str | None, day: date) -> bool:
    return known is not None and latest(known) < day
