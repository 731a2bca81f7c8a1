"""How commitments stand on a day, and counts that taking one away cannot better.

Pure functions. A commitment that was carried forward counts once, from the one that was made
first, by how the newest one fares; so carrying forward never makes the number smaller.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from truenorth.dates import earliest, latest
from truenorth.partnership.model import Commitment, CommitmentStatus, CommitmentUpdate

ENDED = frozenset({"completed", "withdrawn", "carried_forward"})
# What is still owed; an ongoing one is kept day by day, so no day ends it.
OWED = frozenset({"not_started", "in_progress", "delayed", "revised"})
STALE_AFTER = timedelta(days=365)


@dataclass(frozen=True)
class Counts:
    """How many commitments were ever made, and how they fare.

    `statuses` adds up to `made`; its key None is for those of which no source says how they
    fare. `carried_forward` are those that a newer one took the place of. The others count
    single commitments: late, without news for a year, with new words, and by who told last.
    """

    made: int
    statuses: Counter[CommitmentStatus | None]
    carried_forward: int
    overdue: int
    stale: int
    reworded: int
    self_reported: int
    reviewed: int


def status_on(commitment: Commitment, day: date) -> CommitmentStatus | None:
    """Where it stood on a day, as far as it was told by then."""
    known = [u for u in commitment.updates if earliest(u.date) <= day]
    ended_later = commitment.ended is not None and earliest(commitment.ended) > day
    if len(known) == len(commitment.updates) and not ended_later:
        return commitment.status
    return next((u.status for u in reversed(known) if u.status), None)


def last_update(commitment: Commitment, day: date) -> CommitmentUpdate | None:
    """What was told of it last."""
    return next((u for u in reversed(commitment.updates) if earliest(u.date) <= day), None)


def overdue(commitment: Commitment, day: date) -> bool:
    """Whether it is still owed though the day it was due is over."""
    return _past_due(commitment, day) and status_on(commitment, day) in OWED


def due_untold(commitment: Commitment, day: date) -> bool:
    """Whether the day it was due is over and no source says how it fares."""
    return _past_due(commitment, day) and status_on(commitment, day) is None


def stale_since(commitment: Commitment, day: date) -> str | None:
    """When it was last told of, where that is more than a year ago and it has not ended."""
    if status_on(commitment, day) in ENDED:
        return None
    told = last_update(commitment, day)
    since = told.date if told else commitment.made
    return since if since and latest(since) + STALE_AFTER < day else None


def first_due(commitment: Commitment) -> str | None:
    """The day it was due at first, where that was put off."""
    earlier = (former.due for former in commitment.revisions if former.due)
    return next((due for due in earlier if due != commitment.due), None)


def newest(commitment: Commitment, every: Iterable[Commitment]) -> Commitment:
    """The one that took its place in the end, or itself."""
    return list(_line(commitment, every))[-1]


def former(commitment: Commitment, every: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Those whose place it took."""
    return tuple(c for c in every if c.successor == commitment.id and c.id != commitment.id)


def count(
    commitments: Sequence[Commitment], day: date, every: Sequence[Commitment] | None = None
) -> Counts:
    """Count commitments; `every` are all there are, where only some of them are counted."""
    every = commitments if every is None else every
    later = {c.successor for c in commitments if _carried(c)}
    first = [c for c in commitments if c.id not in later]
    told = [u.basis for c in commitments if (u := last_update(c, day))]
    return Counts(
        made=len(first),
        statuses=Counter(status_on(newest(c, every), day) for c in first),
        carried_forward=sum(_carried(c) for c in commitments),
        overdue=sum(overdue(c, day) for c in commitments),
        stale=sum(stale_since(c, day) is not None for c in commitments),
        reworded=sum(bool(c.revisions) for c in commitments),
        self_reported=told.count("self_reported"),
        reviewed=told.count("reviewed"),
    )


def _past_due(commitment: Commitment, day: date) -> bool:
    return commitment.due is not None and latest(commitment.due) < day


def _carried(commitment: Commitment) -> bool:
    return commitment.status == "carried_forward" and commitment.successor is not None


def _line(commitment: Commitment, every: Iterable[Commitment]) -> Iterator[Commitment]:
    """It and what it was carried forward into, one after the other."""
    known = {one.id: one for one in every}
    seen: set[str] = set()
    at: Commitment | None = commitment
    while at is not None and at.id not in seen:
        seen.add(at.id)
        yield at
        at = known.get(at.successor or "") if _carried(at) else None
