"""How a commitment fares in a shape and words, and how many fare how, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from truenorth.pages.parts import Mark, Shape
from truenorth.pages.wording import Wording
from truenorth.partnership.commitments import (
    Counts,
    count,
    due_untold,
    first_due,
    overdue,
    stale_since,
    status_on,
)
from truenorth.partnership.model import Commitment, CommitmentStatus

# In the order in which they are counted out.
SHAPES: dict[CommitmentStatus | None, Shape] = {
    "completed": "disc", "ongoing": "dotted", "in_progress": "dotted", "revised": "dotted",
    "not_started": "ring", "delayed": "diamond", "withdrawn": "square",
    "carried_forward": "square", None: "ring",
}  # fmt: skip


def status_word(t: Wording, commitment: Commitment, today: date) -> str:
    """Where it stands, with the word that it is overdue."""
    status = status_on(commitment, today)
    if status is None:
        return t("commitments.unknown")
    word = t(f"enums.commitment_status.{status}")
    return t("commitments.overdue_word", status=word) if overdue(commitment, today) else word


def mark_of(t: Wording, commitment: Commitment, today: date) -> Mark:
    """The shape and the word of where it stands; what is overdue is marked as what is late."""
    late = overdue(commitment, today)
    shape = "diamond" if late else SHAPES[status_on(commitment, today)]
    return Mark(shape, status_word(t, commitment, today))


def due_notes(t: Wording, commitment: Commitment, today: date) -> Iterator[str]:
    """Since when it is overdue, and that the day was put off."""
    if overdue(commitment, today):
        yield t("commitments.overdue")
    if due_untold(commitment, today):
        yield t("commitments.due_untold")
    if (first := first_due(commitment)) is not None:
        yield t("commitments.first_due", date=t.date(first))


def stale_note(t: Wording, commitment: Commitment, today: date) -> str:
    """That nothing was told for more than a year; empty where that is not so."""
    since = stale_since(commitment, today)
    if since is None:
        return ""
    if not commitment.updates:
        return t("commitments.never_told", date=t.date(since))
    return t("commitments.stale", date=t.date(since))


def sentences(
    t: Wording,
    some: Sequence[Commitment],
    today: date,
    every: Sequence[Commitment] | None = None,
) -> tuple[str, ...]:
    """How many commitments were made and how they fare; empty where there are none.

    `every` are all there are, where only some of them are counted.
    """
    if not some:
        return ()
    counts = count(some, today, every)
    return (_made(t, counts), *_beside(t, counts), *_changed(t, counts))


def in_brief(
    t: Wording, some: Sequence[Commitment], today: date, every: Sequence[Commitment]
) -> str:
    """The same of some of them; empty where a single one speaks for itself."""
    counts = count(some, today, every)
    return " ".join((_made(t, counts), *_beside(t, counts))) if len(some) > 1 else ""


def _made(t: Wording, counts: Counts) -> str:
    if counts.statuses[None] == counts.made:
        return t("commitments.made_untold", count=counts.made)
    named = [
        t(f"commitments.count.{status or 'untold'}", count=counts.statuses[status])
        for status in SHAPES
        if counts.statuses[status]
    ]
    return t("commitments.made", count=counts.made, statuses=t.list(named))


def _beside(t: Wording, counts: Counts) -> Iterator[str]:
    """What is late, silent or counted once, which the statuses do not show."""
    for name in ("overdue", "stale", "carried_forward"):
        if number := getattr(counts, name):
            yield t(f"commitments.beside.{name}", count=number)


def _changed(t: Wording, counts: Counts) -> Iterator[str]:
    """How many have other words by now, and who told last how they fare."""
    if counts.reworded:
        yield t("commitments.beside.reworded", count=counts.reworded)
    by = [
        t(f"commitments.beside.{basis}", count=getattr(counts, basis))
        for basis in ("self_reported", "reviewed")
        if getattr(counts, basis)
    ]
    if by:
        yield t("commitments.beside.told", by=t.list(by))
