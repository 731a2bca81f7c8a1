"""/meetings/calendar.ics, and one file for each meeting: the only module that knows icalendar.

The same content gives the same file on the same day: stamps are the day of the site, and the
id of an event is that of its meeting with the site's own address, for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, Timezone

from truenorth.pages.addresses import address_of
from truenorth.pages.partnership.meeting import event_file, who_in_words
from truenorth.pages.partnership.meeting_times import Moments, moments
from truenorth.pages.partnership.meetings import CALENDAR, in_calendar
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Meeting
from truenorth.project import Project
from truenorth.site.metadata import absolute
from truenorth.site.plan import PlannedFile

PRODUCT = "-//Truenorth//Meetings//EN"
FOLDER = "content/meetings"
_ONE_DAY = timedelta(days=1)


def calendar_files(project: Project, words: Wording, site_url: str) -> tuple[PlannedFile, ...]:
    """The calendar of all meetings and a file for each one, where any has a known day."""
    shown = in_calendar(project)
    if not shown:
        return ()
    each = (
        PlannedFile(found, _calendar(project, words, site_url, found, (one,)), one.file)
        for one in shown
        if (found := event_file(one))
    )
    whole = _calendar(project, words, site_url, CALENDAR, shown)
    return (PlannedFile(CALENDAR, whole, FOLDER), *each)


def _calendar(
    project: Project, words: Wording, site_url: str, address: str, meetings: Iterable[Meeting]
) -> bytes:
    """One calendar; its time zone is described for the years in which it is needed."""
    zone = project.partnership.timezone
    known = [(one, found) for one in meetings if (found := moments(one.head, zone))]
    calendar = Calendar.new(
        prodid=PRODUCT,
        uid=absolute(address, site_url),
        name=words("meetings.calendar_name", partnership=project.partnership.short_name),
        language=words.language,
    )
    timed = [found.start for _, found in known if isinstance(found.start, datetime)]
    if timed and zone:
        first, last = min(timed).year, max(timed).year
        calendar.add_component(
            Timezone.from_tzid(zone, first_date=date(first, 1, 1), last_date=date(last + 2, 1, 1))
        )
    for one, found in known:
        calendar.add_component(_event(project, words, site_url, one, found))
    return calendar.to_ical()


def _event(
    project: Project, words: Wording, site_url: str, meeting: Meeting, found: Moments
) -> Event:
    head = meeting.head
    end = found.end
    if not isinstance(found.start, datetime) and end is not None:
        end += _ONE_DAY  # a calendar counts up to the day after the last
    told = words("meetings.calendar_who", who=who_in_words(project, head))
    return Event.new(
        uid=f"{meeting.id}@{_own_name(site_url)}",
        stamp=datetime.combine(project.today, time(), UTC),
        summary=head.title,
        start=found.start,
        end=end,
        location=head.place,
        description="\n".join(line for line in (told, head.join, head.note) if line),
        status="CANCELLED" if head.status == "cancelled" else "CONFIRMED",
        url=absolute(address_of("meetings", meeting.id), site_url),
    )


def _own_name(site_url: str) -> str:
    """What is in a site's address apart from how it is fetched; two sites may share a host."""
    parts = urlsplit(site_url)
    return f"{parts.hostname}{parts.path.rstrip('/')}"
