"""One meeting: when, where and who, its agenda, who was there, what was decided, its minutes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from truenorth.dates import latest
from truenorth.pages.addresses import address_of
from truenorth.pages.page import Page
from truenorth.pages.partnership.meeting_times import moments, span, when
from truenorth.pages.parts import Cell, Link, Table, foot, source_lines
from truenorth.pages.records import (
    Entry,
    Project,
    body_links,
    constellation_links,
    decision_links,
    known,
    organization_links,
    present,
)
from truenorth.pages.relations import naming
from truenorth.pages.report_card.live import live_prose
from truenorth.pages.wording import Wording
from truenorth.partnership.model import AgendaItem, Attendance, Meeting, MeetingHead

LIST = "/meetings/"


@dataclass(frozen=True)
class Session:
    """One session as it is shown."""

    title: str
    hours: str
    purpose: str
    speakers: tuple[Link, ...]
    guests: tuple[str, ...]
    takeaways: tuple[str, ...]
    next_steps: tuple[str, ...]


@dataclass(frozen=True)
class Day:
    """The sessions of one day; the title is empty where the days are not told apart."""

    title: str
    sessions: tuple[Session, ...]


def link_to(meeting: Meeting) -> Link:
    return Link(meeting.head.title, address_of("meetings", meeting.id))


def event_file(meeting: Meeting) -> str:
    """The address of the file that puts this meeting alone into a calendar."""
    return f"{address_of('meetings', meeting.id)}meeting.ics"


def page(project: Project, words: Wording, meeting: Meeting) -> Page:
    """The page of a meeting."""
    head, address = meeting.head, address_of("meetings", meeting.id)
    held = head.status == "held"
    decided = decision_links(project, words, naming(project, "decisions", "meetings", meeting.id))
    agenda = _agenda(project, words, head)
    minutes = _minutes(project, words, meeting)
    context = {
        "crumbs": (Link(words("meetings.title"), LIST),),
        "banner": words("meetings.cancelled_banner") if head.status == "cancelled" else "",
        "lead": _sentence(project, words, head),
        "note": head.note or "",
        "entries": in_brief(project, words, meeting),
        "event": event_file(meeting)
        if head.status == "planned" and moments(head, project.partnership.timezone)
        else "",
        "agenda": agenda,
        "attended": _attended(words, head.attendance) if held else "",
        "attendance": _attendance(project, words, head) if head.attendance else None,
        "decisions": decided,
        "held": held,
        "minutes": minutes,
        "sources": source_lines(project, words, head.sources),
        "foot": foot(project, words, address, head.title, [(words("meetings.edit"), meeting.file)]),
    }
    shown = {
        "agenda": bool(agenda), "attendance": held, "decisions": bool(decided),
        "minutes": held, "sources": bool(head.sources), "report": True,
    }  # fmt: skip
    return Page(
        address=address,
        template="meeting.html",
        title=head.title,
        description=context["lead"],
        context=context,
        origin=meeting.file,
        parts=tuple(part for part, there in shown.items() if there),
        jsonld=(_event(project, meeting),),
    )


def in_brief(project: Project, words: Wording, meeting: Meeting) -> tuple[tuple[str, Entry], ...]:
    """When, where, who meets, and how to come."""
    head = meeting.head
    planned = head.status == "planned"
    unsaid = words("meetings.not_said" if planned else "meetings.unknown")
    place = known(head.place, unsaid) if planned or head.status == "held" else None
    hosts = organization_links(project, (head.host,) if head.host else ())
    return present(
        (words("meetings.term.when"), Entry(when(project, words, head))),
        (words("meetings.term.place"), place or Entry(head.place or "")),
        (words("meetings.term.host"), Entry(links=hosts)),
        (words("meetings.term.who"), who(project, words, head)),
        (words("meetings.term.join"), known(head.join, unsaid) if planned else None),
    )


def who(project: Project, words: Wording, head: MeetingHead) -> Entry:
    """Who meets: a body or a constellation, or those whom the record names in words."""
    links = (
        *body_links(project, (head.body,) if head.body else ()),
        *constellation_links(project, (head.constellation,) if head.constellation else ()),
    )
    return Entry(head.who or "", links=links)


def who_in_words(project: Project, head: MeetingHead) -> str:
    """Who meets, as one name."""
    if head.body:
        return project.find("bodies", head.body).name
    if head.constellation:
        return project.find("constellations", head.constellation).name
    return head.who or ""


def _sentence(project: Project, words: Wording, head: MeetingHead) -> str:
    past = head.status == "planned" and _is_over(project, head)
    key = "not_told" if past else head.status
    named = who_in_words(project, head)
    return words(f"meetings.sentence.{key}", who=named, on=words.on(head.first_day, head.last_day))


def _is_over(project: Project, head: MeetingHead) -> bool:
    return latest(head.last_day or head.first_day) < project.today


def _agenda(project: Project, words: Wording, head: MeetingHead) -> tuple[Day, ...]:
    several = len({item.day for item in head.agenda if item.day}) > 1
    grouped = groupby(head.agenda, key=lambda item: item.day if several else None)
    return tuple(
        Day(
            words.date(day) if day else "",
            tuple(_session(project, words, item) for item in items),
        )
        for day, items in grouped
    )


def _session(project: Project, words: Wording, item: AgendaItem) -> Session:
    return Session(
        title=item.title,
        hours=span(words, item.starts, item.ends),
        purpose=item.purpose or "",
        speakers=organization_links(project, item.speakers),
        guests=item.guests,
        takeaways=item.takeaways,
        next_steps=item.next_steps,
    )


def _attended(words: Wording, attendance: tuple[Attendance, ...]) -> str:
    """How many came, as far as it is recorded."""
    if not attendance:
        return words("meetings.attended.untold")
    told = [one.count for one in attendance if one.count is not None]
    organizations = words("meetings.organizations", count=len(attendance))
    if not told:
        return words("meetings.attended.organizations", organizations=organizations)
    people = words("meetings.people", count=sum(told))
    hidden = len(attendance) - len(told)
    if not hidden:
        return words("meetings.attended.all", people=people, organizations=organizations)
    return words("meetings.attended.some", people=people, organizations=organizations, count=hidden)


def _attendance(project: Project, words: Wording, head: MeetingHead) -> Table:
    return Table(
        id="table-attendance",
        caption=words("meetings.attendance_caption"),
        columns=(words("meetings.column.organization"), words("meetings.column.people")),
        rows=tuple(
            (
                Cell(
                    project.find("organizations", one.organization).name,
                    address=address_of("organizations", one.organization),
                ),
                Cell(words("meetings.not_recorded"), missing=True)
                if one.count is None
                else Cell(words.number(one.count)),
            )
            for one in head.attendance
        ),
        numbers=frozenset({1}),
    )


def _minutes(project: Project, words: Wording, meeting: Meeting) -> Any:
    if not meeting.markdown.strip():
        return ""
    return live_prose(
        project, words, meeting.markdown, meeting.file, demote=1, prefix="minutes-"
    ).html


def _event(project: Project, meeting: Meeting) -> dict[str, Any]:
    """schema.org's account of the meeting."""
    head, address = meeting.head, address_of("meetings", meeting.id)
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": head.title,
        "startDate": head.first_day,
        "endDate": head.last_day or head.first_day,
        "eventStatus": "https://schema.org/EventCancelled"
        if head.status == "cancelled"
        else "https://schema.org/EventScheduled",
        "organizer": {"@type": "Organization", "name": who_in_words(project, head)},
    }
    known_moments = moments(head, project.partnership.timezone)
    if known_moments is not None:
        found["startDate"] = known_moments.start.isoformat()
        if known_moments.end is not None:
            found["endDate"] = known_moments.end.isoformat()
    if head.place:
        found["location"] = {"@type": "Place", "name": head.place}
    return found
