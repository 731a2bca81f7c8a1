"""When and why people meet: /meetings/, the next ones first, and a page for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from truenorth.dates import latest
from truenorth.pages.overview.content_pages import body_of, page_at
from truenorth.pages.page import Page
from truenorth.pages.partnership import meeting
from truenorth.pages.partnership.meeting_times import moments, when
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import Entry, Project, Records, decision_links
from truenorth.pages.relations import naming
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Meeting

ADDRESS = meeting.LIST
CALENDAR = f"{ADDRESS}calendar.ics"
FOLDER = "content/meetings"
_YEAR = len("2016")


@dataclass(frozen=True)
class Upcoming:
    """A meeting that is still to come, as much of it as somebody needs who may go there."""

    id: str
    link: Link
    cancelled: str
    entries: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True)
class Year:
    """The meetings of a year that are over."""

    id: str
    title: str
    meetings: Records


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list of meetings and a page for each, where there are any."""
    if not project.meetings:
        return ()
    return (
        _list_page(project, words),
        *(meeting.page(project, words, one) for one in project.meetings),
    )


def in_calendar(project: Project) -> tuple[Meeting, ...]:
    """The meetings that a calendar can show: those of which the day is known."""
    zone = project.partnership.timezone
    return tuple(one for one in project.meetings if moments(one.head, zone))


def upcoming(project: Project) -> tuple[Meeting, ...]:
    """Meetings planned for today or later, the next one first; those called off as well."""
    return tuple(
        one
        for one in project.meetings
        if one.head.status != "held"
        and latest(one.head.last_day or one.head.first_day) >= project.today
    )


def _list_page(project: Project, words: Wording) -> Page:
    written = page_at(project, ADDRESS)
    title = words("meetings.title")
    coming = upcoming(project)
    years = tuple(_years(project, words, (m for m in project.meetings if m not in coming)))
    context = {
        "prose": body_of(project, words, written).html if written else "",
        "upcoming": tuple(_upcoming(project, words, one) for one in coming),
        "years": years,
        "calendar": CALENDAR if in_calendar(project) else "",
        "left_out": _left_out(project, words),
        "foot": foot(project, words, ADDRESS, title, [(words("meetings.edit_folder"), FOLDER)]),
    }
    return Page(
        address=ADDRESS,
        template="meetings.html",
        title=title,
        description=words("meetings.description", partnership=project.partnership.name),
        context=context,
        origin=written.file if written else FOLDER,
        parts=(
            *(("upcoming",) if coming else ()),
            *(year.id for year in years),
            *(one.id for one in project.meetings),
            "report",
        ),
    )


def _upcoming(project: Project, words: Wording, one: Meeting) -> Upcoming:
    head = one.head
    return Upcoming(
        one.id,
        meeting.link_to(one),
        words("meetings.cancelled") if head.status == "cancelled" else "",
        meeting.in_brief(project, words, one),
    )


def _years(project: Project, words: Wording, past: Iterable[Meeting]) -> Iterable[Year]:
    """A table for each year, the newest first; within it the newest meeting first."""
    ordered = sorted(past, key=lambda m: (m.head.first_day, m.id), reverse=True)
    columns = ("meeting", "when", "who", "decisions")
    for year, listed in groupby(ordered, key=lambda m: m.head.first_day[:_YEAR]):
        table = Records(
            id=f"table-{year}",
            caption=words("meetings.caption", year=year),
            columns=tuple(words(f"meetings.column.{column}") for column in columns),
            rows=tuple(_row(project, words, one) for one in listed),
        )
        yield Year(f"year-{year}", year, table)


def _row(project: Project, words: Wording, one: Meeting) -> tuple[Entry, ...]:
    head = one.head
    decided = decision_links(project, words, naming(project, "decisions", "meetings", one.id))
    status = {"cancelled": "meetings.cancelled", "planned": "meetings.not_told"}.get(head.status)
    return (
        Entry(links=(meeting.link_to(one),), id=one.id, notes=(words(status),) if status else ()),
        Entry(when(project, words, head)),
        meeting.who(project, words, head),
        Entry(links=tuple(Link(link.text, link.address) for link in decided))
        if decided
        else Entry(words("meetings.no_decisions"), missing=True),
    )


def _left_out(project: Project, words: Wording) -> str:
    missing = len(project.meetings) - len(in_calendar(project))
    return words("meetings.left_out", count=missing) if missing else ""
