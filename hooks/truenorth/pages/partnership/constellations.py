"""The work groups: /constellations/, those of today and those that ended, with a map of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from truenorth.pages.addresses import address_of
from truenorth.pages.page import Page
from truenorth.pages.partnership import constellation
from truenorth.pages.partnership import constellation_facts as facts
from truenorth.pages.partnership.constellation_map import ConstellationMap, map_of
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import (
    Entry,
    Project,
    constellation_links,
    goal_links,
    organization_links,
    present,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.constellations import Nest, conveners, is_ended, nests
from truenorth.partnership.model import Constellation

ADDRESS = constellation.LIST
FIRST_LEVEL, LAST_LEVEL = 3, 6


@dataclass(frozen=True)
class ConstellationView:
    """A constellation in brief under a heading of `level`, with those that are part of it.

    `empty` is said where nothing more than its name is known.
    """

    id: str
    name: str
    address: str
    level: int
    status: str
    attractor: str
    entries: tuple[tuple[str, Entry], ...]
    empty: str
    inside: tuple[ConstellationView, ...]


@dataclass(frozen=True)
class Group:
    """The constellations of today, or those that ended; `note` says what is not known of them."""

    id: str
    title: str
    note: str
    constellations: tuple[ConstellationView, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list of constellations and a page for each, where there are any."""
    if not project.constellations:
        return ()
    return (
        _list_page(project, words),
        *(constellation.page(project, words, one) for one in project.constellations),
    )


def _list_page(project: Project, words: Wording) -> Page:
    groups = tuple(_groups(project, words))
    drawn = map_of(project, words)
    title = words("constellations.title")
    return Page(
        address=ADDRESS,
        template="constellations.html",
        title=title,
        description=words("constellations.description", partnership=project.partnership.name),
        context={
            "groups": groups,
            "contents": tuple(Link(one.name, f"#{one.id}") for g in groups for one in _all(g)),
            "count": words("constellations.count", count=len(project.constellations)),
            "map": drawn,
            "foot": foot(project, words, ADDRESS, title, constellation.edits(words)),
        },
        origin=constellation.FILE,
        parts=(
            *(group.id for group in groups),
            *(one.id for one in project.constellations),
            *(("map",) if drawn else ()),
            "report",
        ),
        pictures=_pictures(drawn),
    )


def _pictures(drawn: ConstellationMap | None) -> dict[str, str]:
    return {drawn.id: drawn.drawing} if drawn else {}


def _groups(project: Project, words: Wording) -> Iterator[Group]:
    ended = [one for one in project.constellations if is_ended(one)]
    today = [one for one in project.constellations if not is_ended(one)]
    for name, listed in (("today", today), ("ended", ended)):
        if not listed:
            continue
        yield Group(
            id=f"those-{name}",
            title=words(f"constellations.group.{name}"),
            note=_not_known(words, listed),
            constellations=_views(project, words, nests(listed), FIRST_LEVEL),
        )


def _not_known(words: Wording, listed: Sequence[Constellation]) -> str:
    unknown = sum(one.status is None for one in listed)
    if unknown == len(listed):
        return words("constellations.none_known")
    return words("constellations.status_unknown", count=unknown) if unknown else ""


def _views(
    project: Project, words: Wording, found: Iterable[Nest], level: int
) -> tuple[ConstellationView, ...]:
    return tuple(_view(project, words, nest, level) for nest in found)


def _view(project: Project, words: Wording, nest: Nest, level: int) -> ConstellationView:
    one = nest.constellation
    status, entries = facts.status(words, one), _brief(project, words, one)
    told = status or one.attractor or entries
    return ConstellationView(
        id=one.id,
        name=one.name,
        address=address_of("constellations", one.id),
        level=min(level, LAST_LEVEL),
        status=status,
        attractor=one.attractor or "",
        entries=entries,
        empty="" if told else words("constellations.only_named"),
        inside=_views(project, words, nest.inside, level + 1),
    )


def _brief(project: Project, words: Wording, one: Constellation) -> tuple[tuple[str, Entry], ...]:
    convened = conveners(one, project.organizations, project.today)
    after = (one.successor,) if one.successor else ()
    return present(
        (
            words("constellations.term.conveners"),
            Entry(links=organization_links(project, convened)),
        ),
        (words("constellations.term.goals"), Entry(links=goal_links(project, one.goals))),
        (words("constellations.term.end_reason"), Entry(one.end_reason or "")),
        (
            words("constellations.term.successor"),
            Entry(links=constellation_links(project, after)),
        ),
    )


def _all(group: Group) -> Iterator[ConstellationView]:
    def each(views: Iterable[ConstellationView]) -> Iterator[ConstellationView]:
        for view in views:
            yield view
            yield from each(view.inside)

    return each(group.constellations)
