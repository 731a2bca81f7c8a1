"""The calendar of meetings, read back as a calendar program reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.riverbend import RIVERBEND, copied, edit, project
from truenorth.pages.partnership.meeting_times import moments
from truenorth.pages.wording import load_wording
from truenorth.partnership.model import MeetingHead
from truenorth.site.calendar import calendar_files

T = load_wording()
SITE = "https://river.example/compact/"
CHICAGO = ZoneInfo("America/Chicago")


@pytest.fixture(scope="module")
def river():
    return project(RIVERBEND)


def files(found, site: str = SITE) -> dict[str, bytes]:
    return {file.address: file.content for file in calendar_files(found, T, site)}


def events(content: bytes) -> dict[str, object]:
    return {
        str(event["UID"]).partition("@")[0]: event for event in Calendar.from_ical(content).events
    }


def test_a_timed_meeting_is_in_its_own_time_zone(river):
    event = events(files(river)["/meetings/calendar.ics"])["council-2026-05"]
    assert event.start == datetime(2026, 5, 12, 18, tzinfo=CHICAGO)
    assert event.end == datetime(2026, 5, 12, 20, tzinfo=CHICAGO)
    assert b"DTSTART;TZID=America/Chicago:20260512T180000" in files(river)["/meetings/calendar.ics"]
    assert event["LOCATION"] == "City Hall, room 2"
    assert event["STATUS"] == "CONFIRMED"
    assert event["URL"] == "https://river.example/compact/meetings/council-2026-05/"
    assert event["UID"] == "council-2026-05@river.example/compact"
    assert "Who meets: Council" in event["DESCRIPTION"] and "interpreter" in event["DESCRIPTION"]


def test_the_time_zone_that_is_used_is_described(river):
    (zone,) = Calendar.from_ical(files(river)["/meetings/calendar.ics"]).timezones
    assert zone.tz_name == "America/Chicago"
    local = datetime(2026, 7, 1, tzinfo=zone.to_tz())
    assert local.utcoffset() == datetime(2026, 7, 1, tzinfo=CHICAGO).utcoffset()


def test_a_meeting_without_hours_takes_its_whole_days(river):
    found = events(files(river)["/meetings/calendar.ics"])
    assert found["reading-retreat-2025"].start == date(2025, 10, 3)
    assert found["reading-retreat-2025"].end == date(2025, 10, 5)  # the day after the last
    assert found["reading-circle-2026-05"].end == date(2026, 5, 8)


def test_a_meeting_that_was_called_off_stays_and_says_so(river):
    event = events(files(river)["/meetings/calendar.ics"])["council-2025-09"]
    assert event["STATUS"] == "CANCELLED"


def test_a_meeting_whose_day_is_not_known_has_no_place_in_a_calendar(river):
    found = files(river)
    assert "families-2026" not in events(found["/meetings/calendar.ics"])
    assert "/meetings/families-2026/meeting.ics" not in found


def test_each_meeting_can_be_taken_alone(river):
    alone = files(river)["/meetings/first-jobs-2026-02/meeting.ics"]
    (event,) = Calendar.from_ical(alone).events
    assert event.start == datetime(2026, 2, 24, 8, 30, tzinfo=CHICAGO)
    assert "DTEND" not in event
    assert (
        event["UID"] == events(files(river)["/meetings/calendar.ics"])["first-jobs-2026-02"]["UID"]
    )


def test_the_same_content_gives_the_same_bytes(river):
    assert files(river) == files(project(RIVERBEND))
    (stamp,) = {
        event["DTSTAMP"].dt for event in events(files(river)["/meetings/calendar.ics"]).values()
    }
    assert stamp.date() == river.today


def test_there_is_no_calendar_without_meetings(river):
    assert calendar_files(replace(river, meetings=()), T, SITE) == ()


def head(**more) -> MeetingHead:
    return MeetingHead(
        **{"title": "Meeting", "first_day": "2026-03-10", "status": "planned"} | more
    )


def test_moments_are_as_exact_as_what_is_known():
    zone = "America/Chicago"
    assert moments(head(first_day="2026-03"), zone) is None
    assert moments(head(), zone).start == date(2026, 3, 10)
    assert moments(head(starts="18:00"), None).start == date(2026, 3, 10)
    timed = moments(head(starts="18:00"), zone)
    assert timed.start == datetime(2026, 3, 10, 18, tzinfo=CHICAGO) and timed.end is None
    # Of several days without an end only the days can be shown.
    open_end = moments(head(last_day="2026-03-11", starts="18:00"), zone)
    assert (open_end.start, open_end.end) == (date(2026, 3, 10), date(2026, 3, 11))
    both = moments(head(last_day="2026-03-11", starts="18:00", ends="12:00"), zone)
    assert both.end == datetime(2026, 3, 11, 12, tzinfo=CHICAGO)


def test_what_is_internal_reaches_neither_pages_nor_calendar(tmp_path):
    root = copied(tmp_path)
    edit(
        root,
        "content/meetings/reading-circle-2026-05.md",
        "status: planned",
        "status: planned\nvisibility: internal",
    )
    found = project(root)
    assert "reading-circle-2026-05" not in [m.id for m in found.meetings]
    written = b"".join(files(found).values()).decode()
    assert "Reading Circle in May" not in written
