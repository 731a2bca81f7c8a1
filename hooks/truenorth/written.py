"""Walking what people wrote along the record it is meant to become.

It works on what was written, not on finished records, so that one fault in a
record does not hide the others.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Written:
    """A known field with what was written for it; `path` leads to it in the file."""

    path: Path
    field: dataclasses.Field
    hint: Any
    value: Any


@cache
def fields_of(model: type) -> Mapping[str, tuple[dataclasses.Field, Any]]:
    """A record's fields by name, each with its type."""
    hints = get_type_hints(model)
    return {field.name: (field, hints[field.name]) for field in dataclasses.fields(model)}


def is_required(field: dataclasses.Field) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def bare(hint: Any) -> Any:
    """The type without "or nothing": `str | None` gives `str`."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return kinds[0] if NoneType in get_args(hint) and kinds else hint


def is_list(hint: Any) -> bool:
    return get_origin(bare(hint)) is tuple


def item(hint: Any) -> Any:
    """What a list holds, or the type itself where it is no list."""
    return get_args(bare(hint))[0] if is_list(hint) else bare(hint)


def words(hint: Any) -> tuple[str, ...]:
    """The words that are allowed, where a type allows only some."""
    return get_args(item(hint)) if get_origin(item(hint)) is Literal else ()


def nested(hint: Any) -> type | None:
    """The record that a field holds, alone or in a list."""
    return item(hint) if dataclasses.is_dataclass(item(hint)) else None


def walk(model: type, data: Any, path: Path = ()) -> Iterator[Written]:
    """Every known field that was written in `data`, which stands at `path` in its file."""
    if not isinstance(data, Mapping):
        return
    for name, (field, hint) in fields_of(model).items():
        if name not in data:
            continue
        value = data[name]
        yield Written((*path, name), field, hint, value)
        if (inner := nested(hint)) is None:
            continue
        if is_list(hint) and isinstance(value, list):
            for index, entry in enumerate(value):
                yield from walk(inner, entry, (*path, name, index))
        elif not is_list(hint):
            yield from walk(inner, value, (*path, name))
