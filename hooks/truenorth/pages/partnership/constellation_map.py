"""The constellations as a drawing, in one of two shapes that the records themselves give.

many conveners   who convenes -> constellations -> goals
cascading        steering body -> backbone -> constellations -> goals

The second is drawn where nobody is named as a convener and a backbone organization or a steering
body leads the whole. Those that have ended are left out, and those that no line reaches are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from truenorth.diagrams import Column, MapRequest, Node, draw
from truenorth.pages.addresses import address_of
from truenorth.pages.partnership.map_shapes import Lines, cascade, convening, group_id, leads_as_one
from truenorth.pages.parts import Link
from truenorth.pages.records import Project, constellation_links
from truenorth.pages.wording import Wording
from truenorth.partnership.constellations import Nest, conveners, is_ended, nests
from truenorth.partnership.model import Constellation

ID = "constellation-map"


@dataclass(frozen=True)
class ConstellationMap:
    """A finished drawing with what is said above and below it."""

    id: str
    drawing: str
    lead: str
    left_out: str
    alone_note: str
    alone: tuple[Link, ...]


def map_of(project: Project, words: Wording) -> ConstellationMap | None:
    """The map of today's constellations; None where nothing is joined to anything."""
    today = [one for one in project.constellations if not is_ended(one)]
    convened = {one.id: conveners(one, project.organizations, project.today) for one in today}
    cascading = not any(convened.values()) and leads_as_one(project)
    shape = "cascading" if cascading else "conveners"
    before = cascade(project, words, today) if cascading else convening(project, words, convened)
    lines = (*before[1], *_serving(today))
    joined = {ident for line in lines for ident in line}
    shown = [nest for nest in nests(today) if joined & {group_id(one) for one in _members(nest)}]
    if not lines or not shown:
        return None
    columns = (*before[0], _groups(words, shown), *_goals(project, words, lines))
    alone = [one.id for nest in nests(today) if nest not in shown for one in _members(nest)]
    ended = len(today) < len(project.constellations)
    return ConstellationMap(
        id=ID,
        drawing=draw(MapRequest(ID, words(f"constellations.map.name.{shape}"), columns, lines)),
        lead=words(f"constellations.map.lead.{shape}"),
        left_out=words("constellations.map.left_out") if ended else "",
        alone_note=words("constellations.map.alone", count=len(alone)) if alone else "",
        alone=constellation_links(project, alone),
    )


def _serving(today: Iterable[Constellation]) -> Iterator[tuple[str, str]]:
    return ((group_id(one), f"goal:{goal}") for one in today for goal in dict.fromkeys(one.goals))


def _groups(words: Wording, shown: Iterable[Nest]) -> Column:
    nodes = tuple(
        Node(
            group_id(one),
            one.name,
            address_of("constellations", one.id),
            words(
                "constellations.map.group",
                name=one.name,
                status=words(f"enums.constellation_status.{one.status}"),
            )
            if one.status
            else one.name,
            f"constellation:{one.part_of}" if one.part_of else "",
        )
        for nest in shown
        for one in _members(nest)
    )
    return Column(words("constellations.title"), nodes)


def _goals(project: Project, words: Wording, lines: Lines) -> tuple[Column, ...]:
    """All goals in their order, also those that no constellation serves."""
    served = [f"goal:{goal.id}" for goal in project.goals]
    counts = {ident: sum(other == ident for _, other in lines) for ident in served}
    if not any(counts.values()):
        return ()
    nodes = tuple(
        Node(
            f"goal:{goal.id}",
            goal.title,
            address_of("goals", goal.id),
            words("constellations.map.served", name=goal.title, count=counts[f"goal:{goal.id}"]),
        )
        for goal in project.goals
    )
    return (Column(words("constellations.map.heading.goals"), nodes, "after", kept=True),)


def _members(nest: Nest) -> Iterator[Constellation]:
    yield nest.constellation
    for inner in nest.inside:
        yield from _members(inner)
