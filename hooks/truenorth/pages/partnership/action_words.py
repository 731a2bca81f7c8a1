"""Where an action stands in a shape and words, and how many stand where, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from truenorth.pages.parts import Mark, Shape
from truenorth.pages.wording import Wording
from truenorth.partnership.actions import count, due_untold, late_to_begin, overdue, status_on
from truenorth.partnership.model import Action, ActionStatus

# In the order in which they are counted out.
SHAPES: dict[ActionStatus | None, Shape] = {
    "completed": "disc", "in_progress": "dotted", "not_started": "ring", "delayed": "diamond",
    "stopped": "square", None: "ring",
}  # fmt: skip


def status_word(t: Wording, action: Action, today: date) -> str:
    """Where it stands, with the word that it is overdue."""
    status = status_on(action, today)
    if status is None:
        return t("strategies.unknown_status")
    word = t(f"enums.action_status.{status}")
    return t("strategies.overdue_word", status=word) if overdue(action, today) else word


def mark_of(t: Wording, action: Action, today: date) -> Mark:
    """The shape and the word of where it stands; what is overdue is marked as what is late."""
    late = overdue(action, today)
    shape = "diamond" if late else SHAPES[status_on(action, today)]
    return Mark(shape, status_word(t, action, today))


def due_notes(t: Wording, action: Action, today: date) -> Iterator[str]:
    """Since when it is overdue, that it should have begun, or that nobody tells."""
    if action.due and overdue(action, today):
        yield t("strategies.overdue", date=t.date(action.due))
    if due_untold(action, today):
        yield t("strategies.due_untold")
    if action.start and late_to_begin(action, today):
        yield t("strategies.late_to_begin", date=t.date(action.start))


def sentences(t: Wording, actions: Iterable[Action], today: date) -> tuple[str, ...]:
    """How many actions there are and where they stand, or that none is recorded."""
    counts = count(actions, today)
    if not counts.actions:
        return (t("strategies.no_actions"),)
    if counts.statuses[None] == counts.actions:
        said = t("strategies.actions_untold", count=counts.actions)
    else:
        statuses = t.list(
            t(f"strategies.count.{status or 'untold'}", count=counts.statuses[status])
            for status in SHAPES
            if counts.statuses[status]
        )
        said = t("strategies.actions", count=counts.actions, statuses=statuses)
    beside = (
        t(f"strategies.beside.{name}", count=number)
        for name in ("overdue", "late_to_begin", "due_untold")
        if (number := getattr(counts, name))
    )
    return (said, *beside)
