"""How records are named and linked on pages, and the rows and entries made from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from truenorth.pages.addresses import address_of
from truenorth.pages.partnership.commitment_words import mark_of
from truenorth.pages.partnership.money import amount
from truenorth.pages.parts import Link, Mark
from truenorth.pages.wording import Wording

Project = Any


@dataclass(frozen=True)
class Entry:
    """What is said under a term or in a cell: words, links, and remarks under them.

    `missing` marks words that stand where nothing is known; `id` is an anchor and `mark`
    a status.
    """

    text: str = ""
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    missing: bool = False
    id: str = ""
    mark: Mark | None = None


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


def body_links(project: Project, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(
        Link(project.find("bodies", id).name, address_of("bodies", id)) for id in dict.fromkeys(ids)
    )


def meeting_links(project: Project, words: Wording, ids: Iterable[str]) -> tuple[Link, ...]:
    """Meetings with when they are, and that they were called off where they were."""
    heads = [(id, project.find("meetings", id).head) for id in dict.fromkeys(ids)]
    return tuple(
        Link(
            head.title,
            address_of("meetings", id),
            words(
                f"meetings.noted.{'cancelled' if head.status == 'cancelled' else 'on'}",
                days=words.dates(head.first_day, head.last_day or head.first_day),
            ),
        )
        for id, head in heads
    )


def decision_links(project: Project, words: Wording, ids: Iterable[str]) -> tuple[Link, ...]:
    """Decisions with when they were made."""
    found = [project.find("decisions", id) for id in dict.fromkeys(ids)]
    return tuple(
        Link(one.title, address_of("decisions", one.id), words.date(one.date)) for one in found
    )


def funding_links(project: Project, words: Wording, ids: Iterable[str]) -> tuple[Link, ...]:
    """Funding with its kind and amount, as far as that is public."""
    found = [project.find("funding", id) for id in dict.fromkeys(ids)]
    return tuple(
        Link(
            one.title,
            address_of("funding", one.id),
            words(
                "funding.noted",
                kind=words(f"enums.funding_kind.{one.kind}"),
                amount=amount(words, one) or words("funding.hidden"),
            ),
        )
        for one in found
    )


def agreement_links(project: Project, words: Wording, ids: Iterable[str]) -> tuple[Link, ...]:
    found = [project.find("agreements", id) for id in dict.fromkeys(ids)]
    return tuple(
        Link(one.title, address_of("agreements", one.id), words(f"enums.agreement_kind.{one.kind}"))
        for one in found
    )


def commitment_links(project: Project, words: Wording, ids: Iterable[str]) -> tuple[Link, ...]:
    """Commitments with where each stands today, as a shape and as a word."""
    found = [project.find("commitments", id) for id in dict.fromkeys(ids)]
    return tuple(
        Link(one.title, address_of("commitments", one.id), mark=mark_of(words, one, project.today))
        for one in found
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
    return tuple(
        (term, entry)
        for term, entry in pairs
        if entry and (entry.text or entry.links or entry.mark)
    )
