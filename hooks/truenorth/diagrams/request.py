"""What to draw: names in columns, and lines that join names of neighboring columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Look = Literal["before", "middle", "after"]


@dataclass(frozen=True)
class Node:
    """A name that leads to `address`; `about` is said to those who point at it or hear it.

    `within` is the id of another name of the column that this one belongs to. A node
    without a label is a junction: lines meet there and part again.
    """

    id: str
    label: str = ""
    address: str = ""
    about: str = ""
    within: str = ""


@dataclass(frozen=True)
class Column:
    """Names one under the other beneath a heading, which stay in their order if it is `kept`.

    "before" has its names beside the lines that leave it, "middle" between lines, and
    "after" behind the lines that come to it.
    """

    heading: str
    nodes: tuple[Node, ...]
    look: Look = "middle"
    kept: bool = False

    @property
    def is_junction(self) -> bool:
        return not any(node.label for node in self.nodes)


@dataclass(frozen=True)
class MapRequest:
    """A map: `title` names it, and each line joins two names by their ids, from left to right."""

    id: str
    title: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        places = {node.id: place for place, node in self._placed()}
        if len(places) != sum(len(column.nodes) for column in self.columns):
            raise ValueError(f"two names of the map {self.id!r} have the same id")
        for one, other in self.lines:
            if places[other] != places[one] + 1:
                raise ValueError(f"{one!r} and {other!r} do not stand in neighboring columns")

    def _placed(self) -> Iterator[tuple[int, Node]]:
        return ((at, node) for at, column in enumerate(self.columns) for node in column.nodes)


def trees(nodes: Sequence[Node]) -> dict[str, list[str]]:
    """The ids that each node holds, in their order; those that no other holds are under ""."""
    known = {node.id for node in nodes}
    held: dict[str, list[str]] = {"": [], **{node.id: [] for node in nodes}}
    for node in nodes:
        held[node.within if node.within in known else ""].append(node.id)
    return held


def depths(nodes: Sequence[Node]) -> dict[str, int]:
    """How many others hold each node, in the order of reading: each after the one that holds it."""
    held = trees(nodes)
    found: dict[str, int] = {}

    def visit(ids: Sequence[str], depth: int) -> None:
        for ident in ids:
            found[ident] = depth
            visit(held[ident], depth + 1)

    visit(held[""], 0)
    return found
