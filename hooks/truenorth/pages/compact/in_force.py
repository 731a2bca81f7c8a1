"""Which version was in force on a date: /compact/in-force/.

Without scripts the page is a table of intervals for each document. With them a
date can be chosen; the sentences then shown are those written here.
"""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.compact.model import Document
from truenorth.compact.register import Interval, current, intervals
from truenorth.dates import earliest, latest
from truenorth.pages.compact.documents import FEED
from truenorth.pages.compact.text_view import document_address, version_address
from truenorth.pages.compact.version_facts import dated
from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording

ADDRESS = "/compact/in-force/"
SCRIPT = "assets/in-force.js"
_PRECISION = {len("2016"): "year", len("2016-12"): "month"}


@dataclass(frozen=True)
class Row:
    """A version and when it was in force; the four days bound what its dates may mean.

    `vague` is year or month where the record gives no more.
    """

    link: Link
    event: str
    start: str
    end: str
    now: bool
    days: tuple[str, str, str, str]
    vague: str


@dataclass(frozen=True)
class Course:
    """A document with its intervals, newest first."""

    id: str
    link: Link
    title: str
    rows: tuple[Row, ...]


def has_course(project: Project) -> bool:
    """Whether any version of any document is known to have been in force."""
    return any(d.register and intervals(d.register) for d in project.documents)


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The page, where any version took effect."""
    if not has_course(project):
        return ()
    courses = tuple(
        _course(project, words, document)
        for document in project.documents
        if document.register and intervals(document.register)
    )
    name = project.partnership.name
    return (
        Page(
            address=ADDRESS,
            template="in_force.html",
            title=words("in_force.title"),
            description=words("in_force.description", partnership=name),
            context={
                "courses": courses,
                "today": project.today.isoformat(),
                "today_words": words("in_force.as_of", date=words.date(project.today.isoformat())),
            },
            origin="data/register",
            parts=("as-of", *(course.id for course in courses)),
            feed=FEED,
            scripts=(SCRIPT,),
        ),
    )


def _course(project: Project, words: Wording, document: Document) -> Course:
    now = current(document.register, project.today)
    return Course(
        id=document.id,
        link=Link(document.head.title, document_address(document)),
        title=document.head.title,
        rows=tuple(
            _row(words, document, interval, interval.version == now)
            for interval in reversed(intervals(document.register))
        ),
    )


def _row(words: Wording, document: Document, interval: Interval, now: bool) -> Row:
    version, start, end = interval.version, interval.start, interval.end
    shortest = min(len(date) for date in (start, end) if date)
    return Row(
        link=Link(
            words("documents.version", version=version.label),
            version_address(document, version.label),
        ),
        event=version.title,
        start=dated(words, start),
        end=dated(words, end) if end else words("in_force.open"),
        now=now,
        days=(
            earliest(start).isoformat(),
            latest(start).isoformat(),
            earliest(end).isoformat() if end else "",
            latest(end).isoformat() if end else "",
        ),
        vague=words(f"in_force.vague.{_PRECISION.get(shortest, 'none')}"),
    )
