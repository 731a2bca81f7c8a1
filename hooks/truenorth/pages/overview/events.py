"""Every dated record as an event, in the order of time.

Pure functions. A year alone counts as earlier than its months, and a month alone as earlier
than its days. What has the same date keeps the order of its kinds and its files.
"""

from __future__ import annotations

from itertools import chain

from truenorth.pages.overview import events_of_people, events_of_texts, events_of_work
from truenorth.pages.overview.event import KINDS, Account, Event
from truenorth.pages.records import Project, source_links
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Fact

_YEAR = len("2016")
_MODULES = (events_of_texts, events_of_people, events_of_work)


def events(project: Project, words: Wording) -> tuple[Event, ...]:
    """What has happened, newest first."""
    found = (one for one in _every(project, words) if not one.is_ahead(project.today))
    return tuple(sorted(found, key=_when, reverse=True))


def ahead(project: Project, words: Wording) -> tuple[Event, ...]:
    """What is planned for a day to come, soonest first."""
    found = (one for one in _every(project, words) if one.planned)
    return tuple(sorted((one for one in found if one.is_ahead(project.today)), key=_when))


def undated(project: Project) -> tuple[Fact, ...]:
    """What is told of the past without saying when."""
    return tuple(fact for fact in project.partnership.history if fact.date is None)


def fact_event(project: Project, words: Wording, fact: Fact) -> Event:
    """A statement of what happened, with its sources and the accounts that differ."""
    return Event(
        "fact",
        fact.date or "",
        fact.text,
        id=f"fact-{fact.id}",
        notes=(fact.note,) if fact.note else (),
        sources=source_links(project, words, fact.sources),
        others=tuple(
            Account(other.says, source_links(project, words, other.sources))
            for other in fact.disputed
        ),
    )


def _every(project: Project, words: Wording) -> tuple[Event, ...]:
    told = [fact for fact in project.partnership.history if fact.date]
    found = chain(
        (fact_event(project, words, fact) for fact in told),
        _founded(project, words, told),
        *(module.events(project, words) for module in _MODULES),
    )
    return tuple(sorted(found, key=lambda event: KINDS.index(event.kind)))


def _founded(project: Project, words: Wording, told: list[Fact]) -> tuple[Event, ...]:
    """The beginning, where no fact of that year tells of it."""
    since = project.partnership.founded
    if since is None or any(fact.date[:_YEAR] == since[:_YEAR] for fact in told):
        return ()
    name = project.partnership.name
    return (Event("fact", since, words("timeline.founded", partnership=name)),)


def _when(event: Event) -> tuple[str, str]:
    return event.date, event.last or event.date
