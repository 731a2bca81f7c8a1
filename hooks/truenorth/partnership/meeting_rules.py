"""What must hold for meetings: who meets, when, what is told of it, and on what it rests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo, available_timezones

from truenorth.dates import earliest, latest, surely_before
from truenorth.fields import KEBAB
from truenorth.partnership.load import MeetingFile, PartnershipFiles, place_of
from truenorth.partnership.model import MeetingHead
from truenorth.problems import Place, Problems
from truenorth.problems.suggest import nearest

_DAY = len("2016-12-14")


def check_meetings(files: PartnershipFiles, problems: Problems) -> None:
    """Every rule for meetings that does not ask what day it is."""
    zone = _known_zone(files, problems)
    for file in files.meetings:
        _named_as_an_id(file, problems)
        head = file.head.record if file.head else None
        if head is None:
            continue
        _somebody_meets(file, head, problems)
        _ends_after_it_begins(file, head, problems)
        _sessions_within(file, head, problems)
        _told_only_if_held(file, head, problems)
        _attended_once(file, head, problems)
        _times_have_a_day(file, head, problems)
    if not zone:
        _times_have_a_zone(files.meetings, problems)


def check_meeting_days(
    meetings: Iterable[MeetingFile], today: date, calendar: date, problems: Problems
) -> None:
    """Planned meetings lie ahead, and held ones do not.

    `today` is the day of the site, `calendar` that of the computer where it is later.
    """
    for file in meetings:
        head = file.head.record if file.head else None
        if head is None:
            continue
        if head.status == "planned" and latest(head.last_day or head.first_day) < today:
            problems.warning(
                "planned-in-the-past",
                place_of(file, "status"),
                what=f"The meeting was planned for {head.last_day or head.first_day}, which has "
                "passed.",
                why="Readers cannot tell whether it was held.",
                fix='Write "status: held" and who was there, or "status: cancelled".',
            )
        if head.status == "held" and earliest(head.first_day) > calendar:
            problems.error(
                "held-in-the-future",
                place_of(file, "status"),
                what=f"The meeting is held, it says, but {head.first_day} is still to come.",
                why="Nothing that has not happened yet can be reported.",
                fix='Check the date, or write "status: planned".',
            )


def _known_zone(files: PartnershipFiles, problems: Problems) -> bool:
    """Whether the partnership names a time zone; one that does not exist is reported."""
    entry = files.partnership
    zone = entry.record.timezone if entry is not None and entry.record is not None else None
    if zone is not None and not _exists(zone):
        near = nearest(zone, available_timezones())
        problems.error(
            "unknown-time-zone",
            entry.place("timezone"),
            what=f'"{zone}" is not a time zone.',
            why="Calendars use it to show a meeting at the right hour everywhere.",
            fix=f'Did you mean "{near}"?'
            if near
            else "Name it as the tz database does, such as America/Los_Angeles.",
        )
    # Where the file could not be read, whether it names one is not known.
    return zone is not None or entry is None or entry.record is None


def _exists(zone: str) -> bool:
    try:
        return bool(ZoneInfo(zone).key)
    except (LookupError, ValueError, OSError):  # the name of a folder, or of a file elsewhere
        return False


def _named_as_an_id(file: MeetingFile, problems: Problems) -> None:
    if not re.fullmatch(KEBAB, file.id):
        problems.error(
            "misnamed-file",
            Place(file.text.file),
            what=f'The file is called "{file.id}.md".',
            why="The name of the file is the id of the meeting and the address of its page.",
            fix="Use small letters, digits and hyphens, such as stewards-2026-03.md.",
        )


def _somebody_meets(file: MeetingFile, head: MeetingHead, problems: Problems) -> None:
    if not (head.body or head.constellation or head.who):
        problems.error(
            "meeting-of-nobody",
            place_of(file, "body"),
            what="The meeting does not say who meets.",
            why="Readers want to know whose meeting it is, and whether they may come.",
            fix='Add "body:" or "constellation:" with an id. Where it is neither, say in words '
            'who meets: "who: The school boards of three districts".',
        )


def _ends_after_it_begins(file: MeetingFile, head: MeetingHead, problems: Problems) -> None:
    if head.last_day is not None and surely_before(head.last_day, head.first_day):
        _report_end(file, ("last_day",), head.last_day, head.first_day, problems)
    one_day = head.last_day in (None, head.first_day)
    if one_day and head.starts and head.ends and head.ends <= head.starts:
        _report_end(file, ("ends",), head.ends, head.starts, problems)
    for index, item in enumerate(head.agenda):
        if item.starts and item.ends and item.ends <= item.starts:
            _report_end(file, ("agenda", index, "ends"), item.ends, item.starts, problems)


def _report_end(
    file: MeetingFile, path: tuple[str | int, ...], end: str, start: str, problems: Problems
) -> None:
    problems.error(
        "ends-before-it-begins",
        place_of(file, *path),
        what=f"It ends at {end}, but begins at {start}."
        if ":" in end
        else f"Its last day is {end}, which lies before its first, {start}.",
        why="Nothing can end before it begins.",
        fix="Check both in the invitation; often they are only swapped.",
    )


def _sessions_within(file: MeetingFile, head: MeetingHead, problems: Problems) -> None:
    first, last = head.first_day, head.last_day or head.first_day
    if surely_before(last, first):
        return  # which days are meant is not known
    for index, item in enumerate(head.agenda):
        day = item.day
        if day is not None and (surely_before(day, first) or surely_before(last, day)):
            days = first if first == last else f"{first} to {last}"
            problems.error(
                "session-outside-meeting",
                place_of(file, "agenda", index, "day"),
                what=f'The session "{item.title}" is on {day}, but the meeting is on {days}.',
                why="Nobody would be there.",
                fix="Check the day of the session, or the days of the meeting.",
            )


def _told_only_if_held(file: MeetingFile, head: MeetingHead, problems: Problems) -> None:
    if head.status == "held" and not head.sources:
        problems.error(
            "meeting-without-source",
            place_of(file, "sources"),
            what="The meeting was held, it says, but no source shows it.",
            why="What nobody can trace to its source cannot be checked.",
            fix='Add "sources:" and below it the ids of sources, such as its minutes.',
        )
    if head.status != "held" and head.attendance:
        problems.error(
            "attendance-of-no-meeting",
            place_of(file, "attendance"),
            what=f'The meeting is "{head.status}", but it lists who was there.',
            why="Only a meeting that was held was attended.",
            fix='Write "status: held", or take the attendance out.',
        )


def _attended_once(file: MeetingFile, head: MeetingHead, problems: Problems) -> None:
    seen: set[str] = set()
    for index, one in enumerate(head.attendance):
        if one.organization in seen:
            problems.error(
                "attended-twice",
                place_of(file, "attendance", index, "organization"),
                what=f'The organization "{one.organization}" is listed twice.',
                why="Its people would be counted twice.",
                fix="Keep one entry, with the number of all who came for it.",
            )
        seen.add(one.organization)


def _times_have_a_day(file: MeetingFile, head: MeetingHead, problems: Problems) -> None:
    key = _first_time(head)
    if key is not None and len(head.first_day) < _DAY:
        problems.error(
            "time-without-day",
            place_of(file, *key),
            what=f"There is a time, but of the day only {head.first_day} is known.",
            why="A calendar cannot show a time without its day.",
            fix='Write the whole date under "first_day:", or leave the time out.',
        )


def _times_have_a_zone(meetings: Iterable[MeetingFile], problems: Problems) -> None:
    """Told once, for all of them."""
    timed = [
        (file, key)
        for file in meetings
        if file.meeting is not None and (key := _first_time(file.meeting.head)) is not None
    ]
    if not timed:
        return
    file, key = timed[0]
    more = len(timed) - 1
    others = f" and in {more} other meeting{'s' if more > 1 else ''}" if more else ""
    problems.error(
        "time-without-zone",
        place_of(file, *key),
        what=f"There is a time here{others}, but data/partnership.yml names no time zone.",
        why="Calendars elsewhere would show another hour.",
        fix='Add a line such as "timezone: America/Los_Angeles" to data/partnership.yml.',
    )


def _first_time(head: MeetingHead) -> tuple[str | int, ...] | None:
    """Where a time stands in a meeting; None where there is none."""
    for key in ("starts", "ends"):
        if getattr(head, key):
            return (key,)
    for index, item in enumerate(head.agenda):
        if item.starts or item.ends:
            return "agenda", index, "starts" if item.starts else "ends"
    return None
