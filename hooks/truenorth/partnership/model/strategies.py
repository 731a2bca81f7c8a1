"""What partners do together to turn a curve, action by action."""

from __future__ import annotations

from typing import Literal

from truenorth.fields import Visibility, date, ident, record, ref, value, visibility

ActionStatus = Literal["not_started", "in_progress", "completed", "delayed", "stopped"]


@record
class ActionUpdate:
    """What was told of an action on one day."""

    date: str = date("When it was told")
    text: str = value("What was done or found, in a sentence or two")
    status: ActionStatus | None = value("The status from then on, where it changed", default=None)
    sources: tuple[str, ...] = ref("sources", "What shows it", default=())


@record
class Action:
    """One step of a strategy, with those who answer for it."""

    id: str = ident("Id of the action, permanent within its strategy", "match-files")
    text: str = value("What is done, as a short sentence")
    owners: tuple[str, ...] = ref("organizations", "Who answers for it", default=())
    start: str | None = date("When it begins", default=None)
    due: str | None = date("By when it is to be done", default=None)
    status: ActionStatus | None = value("Where it stands; leave out where no source says", default=None)  # fmt: skip
    updates: tuple[ActionUpdate, ...] = value("What was told of it, oldest first", default=())
    note: str | None = value("What a reader should know about it", default=None)


@record
class Strategy:
    """A way to turn the curve of one or more indicators: data/strategies.yml."""

    id: str = ident("Permanent id of the strategy", "teacher-pathways")
    title: str = value("What it is, in a few words")
    text: str = value("What is done and why it should help, in a sentence or two")
    sources: tuple[str, ...] = ref("sources", "Where it is stated")
    goals: tuple[str, ...] = ref("goals", "The goals it serves", default=())
    indicators: tuple[str, ...] = ref("indicators", "The curves it is meant to turn", default=())
    constellations: tuple[str, ...] = ref("constellations", "Who carries it out", default=())
    organizations: tuple[str, ...] = ref("organizations", "Who takes part", default=())
    section: str | None = ref("sections", "The section of a text that states it, as document#section", default=None)  # fmt: skip
    version: str | None = value("The label of the version of that text that states it, where today's does not", default=None)  # fmt: skip
    since: str | None = date("From when", default=None)
    until: str | None = date("Until when", default=None)
    actions: tuple[Action, ...] = value("Its steps", default=())
    note: str | None = value("What a reader should know about it", default=None)
    visibility: Visibility = visibility()
