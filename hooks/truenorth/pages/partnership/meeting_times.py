"""When a meeting is: in words, and as the moments that calendars and search engines want."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from truenorth.pages.records import Project
from truenorth.pages.wording import Wording
from truenorth.partnership.model import MeetingHead

_DAY = len("2016-12-14")
_NOON = 12


@dataclass(frozen=True)
class Moments:
    """First and last moment; days where no time is known. `end` is None where it is not known."""

    start: date | datetime
    end: date | datetime | None


def moments(head: MeetingHead, zone: str | None) -> Moments | None:
    """When a meeting is; None where not even its day is known."""
    last = head.last_day or head.first_day
    if len(head.first_day) < _DAY or len(last) < _DAY:
        return None
    first_day, last_day = date.fromisoformat(head.first_day), date.fromisoformat(last)
    # An open end can be shown for a meeting of one day only.
    timed = head.starts and zone and (head.ends or first_day == last_day)
    if not timed:
        return Moments(first_day, last_day)
    end = _at(last_day, head.ends, zone) if head.ends else None
    return Moments(_at(first_day, head.starts, zone), end)


def when(project: Project, words: Wording, head: MeetingHead) -> str:
    """The days and, where known, the hours: March 12, 2026, 4:00 p.m. to 6:00 p.m."""
    days = words.dates(head.first_day, head.last_day or head.first_day)
    hours = span(words, head.starts, head.ends)
    if not hours:
        return days
    zone = project.partnership.timezone or ""
    place = zone.rpartition("/")[2].replace("_", " ")
    return words("meetings.when", days=days, hours=hours, place=place)


def span(words: Wording, starts: str | None, ends: str | None) -> str:
    """From when to when on a day; empty where neither is known."""
    if starts and ends:
        return words("meetings.from_to", starts=clock(words, starts), ends=clock(words, ends))
    if starts:
        return words("meetings.from", starts=clock(words, starts))
    return words("meetings.until", ends=clock(words, ends)) if ends else ""


def clock(words: Wording, written: str) -> str:
    """A time of day as people say it: 16:30 is 4:30 p.m."""
    hour, minute = written.split(":")
    half = "after_noon" if int(hour) >= _NOON else "before_noon"
    return words(
        f"units.clock.{half}",
        hour=int(hour),
        hour_of_half=int(hour) % _NOON or _NOON,
        minute=minute,
    )


def _at(day: date, written: str, zone: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(written), ZoneInfo(zone))
