"""What happened when: /timeline/, from every dated record, the newest year first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from truenorth.pages.overview import phases
from truenorth.pages.overview.event import Event
from truenorth.pages.overview.events import ahead, events, fact_event, undated
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording, wording_of

ADDRESS = "/timeline/"
FILE = "data/partnership.yml"
_YEAR = len("2016")


@dataclass(frozen=True)
class Entry:
    """An event with the word for its kind."""

    kind: str
    event: Event


@dataclass(frozen=True)
class Day:
    """What happened on a day, or in a month or year of which no more is known."""

    when: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Year:
    """A part of the line under its heading."""

    id: str
    title: str
    days: tuple[Day, ...]


def shown(project: Project) -> bool:
    """Whether anything that carries a date has happened or is planned."""
    words = wording_of(project.partnership)
    return bool(events(project, words) or ahead(project, words))


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The line, where any record carries a date."""
    past, coming = events(project, words), ahead(project, words)
    if not past and not coming:
        return ()
    years = tuple(_years(words, past))
    without = tuple(fact_event(project, words, fact) for fact in undated(project))
    title, name = words("timeline.title"), project.partnership.name
    ids = [*(("coming",) if coming else ()), *(year.id for year in years)]
    return (
        Page(
            address=ADDRESS,
            template="timeline.html",
            title=title,
            description=words("timeline.description", partnership=name),
            context={
                "count": words("timeline.count", count=len(past)),
                "phases": phases.ADDRESS if project.partnership.phases else "",
                "contents": tuple(_contents(words, coming, years, without)),
                "coming": tuple(_days(words, coming)),
                "years": years,
                "undated": tuple(_entry(words, event) for event in without),
                "foot": foot(project, words, ADDRESS, title, [(words("timeline.edit"), FILE)]),
            },
            origin=FILE,
            parts=(*ids, *(("undated",) if without else ()), "report"),
        ),
    )


def fact_address(ident: str) -> str:
    """Where a fact of the partnership's history stands."""
    return f"{ADDRESS}#fact-{ident}"


def _contents(
    words: Wording, coming: tuple[Event, ...], years: tuple[Year, ...], without: tuple[Event, ...]
) -> Iterator[Link]:
    if coming:
        yield Link(words("timeline.coming"), "#coming")
    for year in years:
        yield Link(year.title, f"#{year.id}")
    if without:
        yield Link(words("timeline.undated"), "#undated")


def _years(words: Wording, past: tuple[Event, ...]) -> Iterator[Year]:
    """The newest year first, and in each the newest first; what fits no day comes last."""
    for year, found in groupby(past, key=lambda event: event.date[:_YEAR]):
        yield Year(f"year-{year}", year, tuple(_days(words, found)))


def _days(words: Wording, found: Iterable[Event]) -> Iterator[Day]:
    for (date, last), listed in groupby(found, key=lambda event: (event.date, event.last)):
        when = words.dates(date, last or date)
        if len(date) == _YEAR and last is None:
            when = words("timeline.in_year", year=when)
        yield Day(when, tuple(_entry(words, event) for event in listed))


def _entry(words: Wording, event: Event) -> Entry:
    return Entry(words(f"timeline.kind.{event.kind}"), event)
