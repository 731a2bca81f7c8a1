"""Meetings, with agenda, attendance and minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from truenorth.fields import Visibility, date, record, ref, value, visibility

MeetingStatus = Literal["planned", "held", "cancelled"]
CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"


@record
class AgendaItem:
    """One session of a meeting."""

    title: str = value("What it is about")
    day: str | None = date("On which day, where the meeting has several", default=None)
    starts: str | None = value("When it begins", default=None, example="09:30", pattern=CLOCK)
    ends: str | None = value("When it ends", default=None, pattern=CLOCK)
    purpose: str | None = value("What it is for, as a sentence", default=None)
    speakers: tuple[str, ...] = ref("organizations", "Who spoke, by organization", default=())
    guests: tuple[str, ...] = value(
        "Who spoke for organizations that are not listed here", default=()
    )
    takeaways: tuple[str, ...] = value("What was learned, each as a sentence", default=())
    next_steps: tuple[str, ...] = value("What is done next, each as a sentence", default=())


@record
class Attendance:
    """Who was there, by organization; people are not named."""

    organization: str = ref("organizations", "The organization")
    count: int | None = value("How many came for it, where known", default=None, ge=1)


@record
class MeetingHead:
    """The front matter of content/meetings/<id>.md; the text below it is the minutes."""

    title: str = value("What the meeting is called")
    first_day: str = date("The day it is held, or its first day")
    status: MeetingStatus = value("Whether it is still to come, was held, or was called off")
    body: str | None = ref("bodies", "The body that meets", default=None)
    constellation: str | None = ref("constellations", "The constellation that meets", default=None)
    who: str | None = value("Who meets, in words, where it is neither a body nor a constellation of this partnership", default=None)  # fmt: skip
    last_day: str | None = date("Its last day, where it has several", default=None)
    starts: str | None = value("When it begins, in the time of the place", default=None, example="09:30", pattern=CLOCK)  # fmt: skip
    ends: str | None = value("When it ends", default=None, pattern=CLOCK)
    place: str | None = value("Where it is held", default=None)
    host: str | None = ref("organizations", "Who hosts it", default=None)
    join: str | None = value("Who may come, and how", default=None)
    agenda: tuple[AgendaItem, ...] = value("Its sessions, in order", default=())
    attendance: tuple[Attendance, ...] = value("Who was there", default=())
    sources: tuple[str, ...] = ref("sources", "What shows that it took place", default=())
    note: str | None = value("What a reader should know about it", default=None)
    visibility: Visibility = visibility()


@dataclass(frozen=True)
class Meeting:
    """A meeting with its minutes; `line` is that of the first line of the text in `file`."""

    id: str
    head: MeetingHead
    markdown: str
    file: str
    line: int
