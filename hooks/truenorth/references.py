"""Ids: each used once within its kind, and each that is named elsewhere exists."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from truenorth.problems import Place, Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.sources.records import Entry
from truenorth.written import Path, walk

# Where a record of each kind is written, as it is named in messages.
HOMES = {
    "sources": ("source", "data/sources.yml"),
    "organizations": ("organization", "data/organizations.yml"),
    "goals": ("goal", "data/goals.yml"),
    "bodies": ("body", "data/bodies.yml"),
    "constellations": ("constellation", "data/constellations.yml"),
    "commitments": ("commitment", "data/commitments.yml"),
    "strategies": ("strategy", "data/strategies.yml"),
    "meetings": ("meeting", "content/meetings/"),
    "seats": ("seat", "the seats of data/bodies.yml"),
    "templates": ("template", "data/assessments/templates/"),
    "assessments": ("assessment", "data/assessments/"),
    "funding": ("funding", "data/funding.yml"),
    "agreements": ("agreement", "data/agreements.yml"),
    "places": ("place", 'the "places" of data/partnership.yml'),
    "indicators": ("indicator", "data/indicators/"),
    "decisions": ("decision", "data/decisions.yml"),
    "sections": ("section", "the texts of content/compact/"),
    "program_measures": ("program measure", "data/program_measures.yml"),
}


@dataclass(frozen=True)
class Mention:
    """An id of another record, as it was written; `path` leads to it in the file."""

    kind: str
    id: str
    path: Path


def mentions(model: type, data: Any, path: Path = ()) -> Iterator[Mention]:
    """Every id of another record that is written in `data`."""
    for written in walk(model, data, path):
        if (kind := written.field.metadata.get("refers_to")) is None:
            continue
        if isinstance(written.value, str):
            yield Mention(kind, written.value, written.path)
        elif isinstance(written.value, list):
            for index, ident in enumerate(written.value):
                if isinstance(ident, str):
                    yield Mention(kind, ident, (*written.path, index))


def named_by(record: Any) -> Iterator[tuple[str, str]]:
    """The kind and id of every record that a finished one names, inside its parts as well."""
    for field in dataclasses.fields(record):
        held = getattr(record, field.name)
        kind = field.metadata.get("refers_to")
        for one in held if isinstance(held, tuple) else (held,):
            if kind is not None and isinstance(one, str):
                yield kind, one
            elif dataclasses.is_dataclass(one):
                yield from named_by(one)


def check_mentions(
    entries: Iterable[Entry], known: Mapping[str, Iterable[str]], problems: Problems
) -> None:
    """Report ids that do not exist; a kind that is not in `known` could not be read."""
    for entry in entries:
        for mention in mentions(entry.model, entry.data, entry.path):
            ids = known.get(mention.kind)
            if ids is None or mention.id in ids or not mention.id.strip():
                continue
            noun, home = HOMES[mention.kind]
            field = next(step for step in reversed(mention.path) if isinstance(step, str))
            problems.error(
                f"unknown-{noun.replace(' ', '-')}",
                entry.file.place(*mention.path),
                what=f'"{field}" names the {noun} "{mention.id}", which is not in {home}.',
                why="A link to it would lead nowhere.",
                fix=did_you_mean(mention.id, ids) or f"Add it to {home} first.",
            )


def is_internal(data: Any) -> bool:
    """Whether what was written is to stay off the site."""
    return isinstance(data, Mapping) and data.get("visibility") == "internal"


def check_internal(
    entries: Iterable[Entry], internal: Mapping[str, Iterable[str]], problems: Problems
) -> None:
    """Report what would show that an internal record exists: a public one that names it."""
    for entry in entries:
        if is_internal(entry.data):
            continue
        for mention in mentions(entry.model, entry.data, entry.path):
            if mention.id not in internal.get(mention.kind, ()):
                continue
            noun, _ = HOMES[mention.kind]
            problems.error(
                "names-internal-record",
                entry.file.place(*mention.path),
                what=f'This names the {noun} "{mention.id}", which is internal.',
                why="What is internal never reaches the site, so a link to it would lead nowhere "
                "and tell that it exists.",
                fix=f'Take it out here, or write "visibility: public" in that {noun}.',
            )


def check_unique(kind: str, ids: Iterable[tuple[str, Place]], problems: Problems) -> None:
    """Report an id that a second record of the same kind uses."""
    first: dict[str, Place] = {}
    for ident, place in ids:
        if ident not in first:
            first[ident] = place
            continue
        before = first[ident]
        where = f"line {before.line}" if before.file == place.file else before.file
        problems.error(
            "duplicate-id",
            place,
            what=f'The id "{ident}" is already that of another {HOMES.get(kind, (kind,))[0]} '
            f"({where}).",
            why="An id is an address and a name that others point to, so it can belong to one "
            "record only.",
            fix="If it is the same thing, keep one of the two; else give this one an id of its "
            "own.",
        )
