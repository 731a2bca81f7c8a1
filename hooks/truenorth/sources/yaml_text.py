"""YAML as people write it: every value with its place, and nothing guessed.

A scalar stays the text that was written, so `no`, `007` and `2016-12-14` mean
what they say; only plain true, false and null (or nothing) are taken for more.
Aliases, anchors, tags and several documents in one file are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from truenorth.problems import Place, Problems
from truenorth.sources.text_file import read_text
from truenorth.sources.yaml_refusals import (
    DEEPEST,
    RefusedError,
    no_plain_key,
    refuse_extras,
    several_documents,
    too_deep,
)
from truenorth.sources.yaml_slips import explain

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlFile:
    """What a YAML file says, and where each value and key stands."""

    file: str
    data: Any
    places: Mapping[Path_, Place] = field(repr=False)
    key_places: Mapping[Path_, Place] = field(repr=False, default_factory=dict)

    def place(self, *path: str | int) -> Place:
        """The place of the value at `path`, or of what encloses it where it is absent."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))

    def key_place(self, *path: str | int) -> Place:
        """The place of the key at `path`; of the value where there is no such key."""
        return self.key_places.get(path) or self.place(*path)


def read_yaml(
    root: Path, file: str, problems: Problems, *, required: bool = False
) -> YamlFile | None:
    """The YAML file at `file`, or None once the reason is in `problems`.

    A missing file is a problem only where it is `required`.
    """
    text = read_text(root, file, problems, required=required)
    return None if text is None else parse_yaml(text, file, problems)


def parse_yaml(text: str, file: str, problems: Problems, *, first_line: int = 1) -> YamlFile | None:
    """YAML text that begins at `first_line` of `file`; None after a problem was added."""

    def place(mark: Any) -> Place:
        return Place(file, mark.line + first_line, mark.column + 1)

    slips = Problems()
    builder = _Builder(place, slips)
    try:
        data = builder.build(yaml.parse(text, Loader=_LOADER))
    except RefusedError as refused:
        problems.error(refused.code, place(refused.mark), **refused.told)
        return None
    except yaml.YAMLError as fault:
        slip = explain(_diagnosis(text) or fault, text)
        at = Place(file, slip.line + first_line - 1, slip.column)
        problems.error(slip.code, at, what=slip.what, why=slip.why, fix=slip.fix)
        return None
    if slips.errors:
        for slip in slips:
            problems.error(slip.code, slip.place, what=slip.what, why=slip.why, fix=slip.fix)
        return None
    if data is None:
        problems.error(
            "yaml-empty",
            Place(file, first_line),
            what="There is nothing in here but blank lines and comments.",
            why="An empty file is more often an accident than a wish.",
            fix="Fill it in, such as `title: Reading in grade 3`, or delete it.",
        )
        return None
    return YamlFile(file, data, builder.places, builder.key_places)


def _diagnosis(text: str) -> yaml.YAMLError | None:
    """The fault in the words of the slower reader, whose messages `explain` knows."""
    try:
        for _ in yaml.parse(text, Loader=yaml.BaseLoader):
            pass
    except yaml.YAMLError as fault:
        return fault
    return None


class _Builder:
    """Events of the YAML reader to plain values, without recursion and with a depth limit."""

    def __init__(self, place: Any, problems: Problems) -> None:
        self._place, self._problems = place, problems
        self.places: dict[Path_, Place] = {}
        self.key_places: dict[Path_, Place] = {}

    def build(self, events: Iterator[yaml.Event]) -> Any:
        """The value of the one document in `events`; None where there is none."""
        root: list[Any] = [None]
        # Each open container: the value, its path, and for mappings the key that waits.
        stack: list[tuple[Any, Path_, list[str | None]]] = []
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise several_documents(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
            elif isinstance(event, yaml.NodeEvent):
                refuse_extras(event, is_alias=isinstance(event, yaml.AliasEvent))
                if len(stack) >= DEEPEST:
                    raise too_deep(event)
                self._node(event, stack, root)
        return root[0]

    def _node(self, event: yaml.NodeEvent, stack: list[Any], root: list[Any]) -> None:
        value: Any
        if isinstance(event, yaml.MappingStartEvent):
            value = {}
        elif isinstance(event, yaml.SequenceStartEvent):
            value = []
        else:
            value = _scalar(event)
        path: Path_ = ()
        if not stack:
            root[0] = value
        else:
            holder, path, waiting = stack[-1]
            if isinstance(holder, list):
                path = (*path, len(holder))
                holder.append(value)
            elif waiting[0] is None:
                waiting[0] = self._key(event, holder, path)
                return
            else:
                path = (*path, waiting[0])
                # The first of two equal keys stands; the second was reported as a problem.
                holder.setdefault(waiting[0], value)
                waiting[0] = None
        at = self._place(event.start_mark)
        if isinstance(event, yaml.ScalarEvent) and event.style in (None, ""):
            self._refuse_colon_without_space(event.value, path, at)
        self.places.setdefault(path, at)
        if isinstance(value, dict | list):
            stack.append((value, path, [None]))

    def _refuse_colon_without_space(self, text: str, path: Path_, at: Place) -> None:
        """`id:reading` alone on its line, which YAML takes for one text."""
        key_at = self.key_places.get(path)
        if path and (key_at is None or key_at.line == at.line):
            return
        if (found := re.match(r"([\w-]+):([^\s/:].*)$", text)) is not None:
            self._problems.error(
                "yaml-colon-space",
                Place(at.file, at.line, at.column + len(found[1])),
                what=f'There is no space after the colon of "{found[1]}:".',
                why="Without the space the whole line is one text, and not a name with its value.",
                fix=f"Write `{found[1]}: {found[2][:40]}`.",
            )

    def _key(self, event: yaml.NodeEvent, holder: dict[str, Any], path: Path_) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.value == "":
            raise no_plain_key(event)
        key = event.value
        if key in holder:
            first = self.key_places[(*path, key)]
            self._problems.error(
                "yaml-duplicate-key",
                self._place(event.start_mark),
                what=f'"{key}" stands here a second time; the first is in line {first.line}.',
                why="Only one of the two can count, and programs differ on which.",
                fix="Delete one of them, or put both values under one key.",
            )
        self.key_places.setdefault((*path, key), self._place(event.start_mark))
        return key


def _scalar(event: yaml.ScalarEvent) -> Any:
    if event.style in (None, "") and event.value in _WORDS:
        return _WORDS[event.value]
    return event.value
