"""What a list of the stewards' desk is made of: what needs somebody, and where to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from truenorth.pages.parts import Link, edit_address
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording
from truenorth.problems import Place


@dataclass(frozen=True)
class Item:
    """One thing: the page it is on, why it stands here, and the file and line to edit.

    The note is empty where the group says all. `count` is how many it stands for, such as
    the vacant places of one seat.
    """

    link: Link
    note: str
    file: Link
    count: int = 1


@dataclass(frozen=True)
class Group:
    """Things of one kind; what is the same of several is told once, in `note` and `file`."""

    id: str
    title: str
    items: tuple[Item, ...]

    @property
    def note(self) -> str:
        return self.items[0].note if _all_alike(item.note for item in self.items) else ""

    @property
    def file(self) -> Link | None:
        return self.items[0].file if _all_alike(item.file for item in self.items) else None


@dataclass(frozen=True)
class Part:
    """Everything that needs the same: its groups, none of which is empty, and remarks."""

    name: str
    groups: tuple[Group, ...]
    remarks: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return sum(item.count for group in self.groups for item in group.items)


def part(
    words: Wording,
    name: str,
    found: Iterable[tuple[str, Iterable[Item]]],
    remarks: Iterable[str] = (),
) -> Part:
    """A part from pairs of a kind of thing and the things, without kinds of which there is none."""
    listed = ((kind, tuple(items)) for kind, items in found)
    groups = (
        Group(f"{name}-{kind.replace('_', '-')}", words(f"stewards.group.{name}.{kind}"), items)
        for kind, items in listed
        if items
    )
    return Part(name, tuple(groups), tuple(remarks))


def _all_alike(told: Iterable[object]) -> bool:
    first, *others = told
    return bool(others) and all(one == first for one in others)


def item(
    project: Project, words: Wording, link: Link, note: str, kind: str, ident: str, count: int = 1
) -> Item:
    """A thing that is written where the record of that kind and id is."""
    return written(project, words, link, note, project.origins[(kind, ident)], count)


def written(
    project: Project, words: Wording, link: Link, note: str, place: Place, count: int = 1
) -> Item:
    """A thing that is written at a place in the repository."""
    said = (
        words("stewards.line", file=place.file, line=str(place.line))
        if place.line > 1
        else words("stewards.file", file=place.file)
    )
    return Item(link, note, Link(said, edit_address(project, place.file)), count)
