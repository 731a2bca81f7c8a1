"""How records are named and linked on pages, and the rows and entries made from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from truenorth.pages.addresses import address_of
from truenorth.pages.parts import Link
from truenorth.pages.wording import Wording

Project = Any


@dataclass(frozen=True)
class Entry:
    """What is said under a term or in a cell: words, links, and remarks under them.

    `missing` marks words that stand where nothing is known; `id` is an anchor.
    """

    text: str = ""
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    missing: bool = False
    id: str = ""


@dataclass(frozen=True)
class Records:
    """A table of records; each row begins with the record's name."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]


def organization_links(project: Project, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(
        Link(project.find("organizations", id).name, address_of("organizations", id))
        for id in dict.fromkeys(ids)
    )


def constellation_links(project: Project, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(
        Link(project.find("constellations", id).name, address_of("constellations", id))
        for id in dict.fromkeys(ids)
    )


def goal_links(project: Project, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(Link(project.find("goals", id).title, address_of("goals", id)) for id in ids)


def indicator_links(project: Project, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(
        Link(project.find("indicators", id).title, address_of("indicators", id)) for id in ids
    )


def source_links(project: Project, words: Wording, ids: Iterable[str]) -> tuple[Link, ...]:
    """Links to the list of sources, where each stands with its publisher, date and terms."""
    found = [project.find("sources", id) for id in dict.fromkeys(ids)]
    return tuple(
        Link(
            source.title,
            address_of("sources", source.id),
            words("sources.from", publisher=source.publisher, date=words.date(source.date))
            if source.date
            else source.publisher,
        )
        for source in found
    )


def sources_entry(
    project: Project, words: Wording, ids: Iterable[str], *, brief: bool = False
) -> Entry:
    """The sources of a record under a term or, `brief`, in a cell."""
    links = source_links(project, words, ids)
    if brief:
        links = tuple(Link(link.text, link.address) for link in links)
    return linked(links, words("sources.none_given"))


def known(text: str | None, otherwise: str, notes: Sequence[str | None] = ()) -> Entry:
    """The words given, or the words for what is not known."""
    remarks = tuple(note for note in notes if note)
    return Entry(text, notes=remarks) if text else Entry(otherwise, notes=remarks, missing=True)


def linked(links: tuple[Link, ...], otherwise: str) -> Entry:
    """The links given, or the words for what is not known."""
    return Entry(links=links) if links else Entry(otherwise, missing=True)


def present(*pairs: tuple[str, Entry | None]) -> tuple[tuple[str, Entry], ...]:
    """Terms with what is said about them, without those about which nothing is."""
    return tuple((term, entry) for term, entry in pairs if entry and (entry.text or entry.links))
