"""What stands before the constellations on their map: who convenes each, or who leads them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from truenorth.diagrams import Column, Node
from truenorth.pages.addresses import address_of
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording
from truenorth.partnership.backbone import carriers
from truenorth.partnership.model import Constellation

STEERING = frozenset({"stewardship", "leadership"})
Lines = tuple[tuple[str, str], ...]


def leads_as_one(project: Project) -> bool:
    return bool(_backbone(project) or _steering(project))


def _backbone(project: Project) -> list[str]:
    found = carriers(project.organizations, "backbone", project.today)
    return list(dict.fromkeys(carrier.organization.id for carrier in found if carrier.now))


def _steering(project: Project) -> list[str]:
    return [body.id for body in project.bodies if body.kind in STEERING]


def convening(
    project: Project, words: Wording, convened: dict[str, Sequence[str]]
) -> tuple[tuple[Column, ...], Lines]:
    """Everybody who convenes, and a line to each constellation."""
    lines = tuple(
        (f"organization:{who}", f"constellation:{ident}")
        for ident, names in convened.items()
        for who in names
    )
    ids = dict.fromkeys(who for names in convened.values() for who in names)
    nodes = tuple(
        _organization(
            project,
            ident,
            words(
                "constellations.map.convenes",
                name=project.find("organizations", ident).name,
                count=sum(ident in names for names in convened.values()),
            ),
        )
        for ident in ids
    )
    heading = words("constellations.map.heading.conveners")
    return ((Column(heading, nodes, "before"),) if nodes else ()), lines


def cascade(
    project: Project, words: Wording, today: Iterable[Constellation]
) -> tuple[tuple[Column, ...], Lines]:
    """Steering bodies, then backbone organizations, then every constellation."""
    bodies = tuple(
        Node(f"body:{ident}", project.find("bodies", ident).name, address_of("bodies", ident))
        for ident in _steering(project)
    )
    backbone = tuple(
        _organization(
            project,
            ident,
            words("constellations.map.backbone", name=project.find("organizations", ident).name),
        )
        for ident in _backbone(project)
    )
    columns: list[Column] = []
    lines: list[tuple[str, str]] = []
    steps = [
        (name, nodes) for name, nodes in (("steering", bodies), ("backbone", backbone)) if nodes
    ]
    following = [tuple(node.id for node in backbone)] if bodies and backbone else []
    following.append(tuple(group_id(one) for one in today))
    for (name, nodes), after in zip(steps, following, strict=True):
        look = "middle" if columns else "before"
        columns.append(Column(words(f"constellations.map.heading.{name}"), nodes, look))
        junctions, joined = _all_to_all([node.id for node in nodes], after, name)
        columns += junctions
        lines += joined
    return tuple(columns), tuple(lines)


def _all_to_all(
    before: Sequence[str], after: Sequence[str], name: str
) -> tuple[list[Column], list[tuple[str, str]]]:
    """Lines from each to each; through one junction where there are several on both sides."""
    if len(before) == 1 or len(after) == 1:
        return [], [(one, other) for one in before for other in after]
    junction = f"junction:{name}"
    lines = [*((one, junction) for one in before), *((junction, other) for other in after)]
    return [Column("", (Node(junction),))], lines


def _organization(project: Project, ident: str, about: str) -> Node:
    name = project.find("organizations", ident).name
    return Node(f"organization:{ident}", name, address_of("organizations", ident), about)


def group_id(one: Constellation) -> str:
    return f"constellation:{one.id}"
