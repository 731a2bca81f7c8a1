"""What organizations promised, and how it fares."""

from __future__ import annotations

from typing import Literal

from truenorth.fields import Visibility, date, ident, record, ref, value, visibility

CommitmentStatus = Literal[
    "not_started", "in_progress", "completed", "ongoing", "delayed", "revised", "withdrawn",
    "carried_forward",
]  # fmt: skip
UpdateBasis = Literal["self_reported", "reviewed"]


@record
class CommitmentUpdate:
    """What was told of a commitment on one day."""

    date: str = date("When it was told")
    text: str = value("What was done or found, in a sentence or two")
    basis: UpdateBasis = value("Told by the organization itself, or looked at by others")
    reviewed_by: str | None = ref("bodies", "The body that reviewed it", default=None)
    status: CommitmentStatus | None = value("The status from then on, where it changed", default=None)  # fmt: skip
    evidence: tuple[str, ...] = ref("sources", "What shows it", default=())


@record
class FormerWords:
    """What a commitment said before it was revised."""

    text: str = value("The words it had")
    until: str = date("When they were replaced")
    reason: str = value("Why they were replaced, as a sentence")
    due: str | None = date("The day it was due then, where that changed", default=None)


@record
class Commitment:
    """What organizations promised to do: data/commitments.yml.

    A commitment is never removed: one that was withdrawn or carried forward stays,
    with the reason, and is counted.
    """

    id: str = ident("Permanent id of the commitment", "teacher-preparation")
    title: str = value("What was promised, in a few words")
    text: str = value("The promise, as one plain sentence")
    organizations: tuple[str, ...] = ref("organizations", "Who promised it", min_length=1, missing="A promise that nobody made cannot be kept or asked after.")  # fmt: skip
    sources: tuple[str, ...] = ref("sources", "Where it is stated")
    constellation: str | None = ref("constellations", "The constellation in which it is carried out", default=None)  # fmt: skip
    goals: tuple[str, ...] = ref("goals", "The goals it serves", default=())
    strategy: str | None = ref("strategies", "The strategy it serves", default=None)
    section: str | None = ref("sections", "The section of a text that it answers, as document#section", default=None)  # fmt: skip
    version: str | None = value("The label of the version of that text under which it was made", default=None)  # fmt: skip
    made: str | None = date("When it was made", default=None)
    due: str | None = date("By when it is to be kept", default=None)
    status: CommitmentStatus | None = value("Where it stands; leave out where no source says", default=None)  # fmt: skip
    updates: tuple[CommitmentUpdate, ...] = value("What was told of it, oldest first", default=())
    revisions: tuple[FormerWords, ...] = value("What it said before, oldest first", default=())
    ended: str | None = date("When it was kept, withdrawn or carried forward", default=None)
    end_reason: str | None = value("Why it was withdrawn or carried forward", default=None)
    successor: str | None = ref("commitments", "The commitment that took its place", default=None)
    decision: str | None = ref("decisions", "The decision behind it", default=None)
    note: str | None = value("What a reader should know about it", default=None)
    visibility: Visibility = visibility()
