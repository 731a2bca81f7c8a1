"""What the site rests on: /sources/, every source and where it is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from truenorth.pages.overview.cited import uses
from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.records import Entry, Project, known, linked, present
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Source, SourceKind

ADDRESS = "/sources/"


@dataclass(frozen=True)
class SourceView:
    """A source with what is known about it; `about` is who published it, and when."""

    id: str
    title: str
    url: str
    about: str
    entries: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True)
class SourceGroup:
    """Sources of one kind."""

    id: str
    title: str
    sources: tuple[SourceView, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list of sources, where there are any."""
    if not project.sources:
        return ()
    used = uses(project, words)
    groups = tuple(
        SourceGroup(
            f"kind-{kind.replace('_', '-')}",
            words(f"sources.kind.{kind}"),
            tuple(_view(words, source, used.get(source.id, ())) for source in of_kind),
        )
        for kind in get_args(SourceKind)
        if (of_kind := _of_kind(project, kind))
    )
    return (
        Page(
            address=ADDRESS,
            template="sources.html",
            title=words("sources.title"),
            description=words("sources.description", partnership=project.partnership.name),
            context={
                "groups": groups,
                "count": words("sources.count", count=len(project.sources)),
            },
            origin="data/sources.yml",
            parts=tuple(source.id for source in project.sources),
        ),
    )


def _of_kind(project: Project, kind: str) -> list[Source]:
    found = [source for source in project.sources if source.kind == kind]
    return sorted(found, key=lambda s: (s.publisher.casefold(), s.date or "", s.title.casefold()))


def _view(words: Wording, source: Source, used: tuple[Link, ...]) -> SourceView:
    no_address = Entry(words("sources.no_address"), missing=True)
    return SourceView(
        source.id,
        source.title,
        source.url or "",
        _about(words, source),
        present(
            (words("sources.term.terms"), known(source.terms, words("sources.no_terms"))),
            (words("sources.term.address"), None if source.url else no_address),
            (words("sources.term.note"), Entry(source.note or "")),
            (words("sources.term.used"), linked(used, words("sources.not_used"))),
        ),
    )


def _about(words: Wording, source: Source) -> str:
    if source.date is None:
        return words("sources.undated", publisher=source.publisher)
    return words("sources.from", publisher=source.publisher, date=words.date(source.date))
