"""From what was written to records: the only module that knows pydantic."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from truenorth.problems import Place, Problems
from truenorth.problems.suggest import nearest
from truenorth.sources.record_faults import report_faults
from truenorth.sources.record_slips import report_slips
from truenorth.sources.yaml_text import YamlFile
from truenorth.written import Path, fields_of

T = TypeVar("T")


@dataclass(frozen=True)
class Entry(Generic[T]):
    """A record where it stands in its file; `record` is None where it has a fault."""

    model: type[T]
    file: YamlFile
    path: Path
    data: Any
    record: T | None

    def place(self, *inside: str | int) -> Place:
        """The place of something inside the record, or of the record itself."""
        return self.file.place(*self.path, *inside)

    @property
    def id(self) -> str | None:
        """The id as written, also where the record has a fault."""
        found = self.data.get("id") if isinstance(self.data, dict) else None
        return found if isinstance(found, str) else None


@cache
def _adapter(model: type) -> TypeAdapter:
    return TypeAdapter(model)


def read_record(model: type[T], file: YamlFile, path: Path, problems: Problems) -> Entry[T]:
    """The record at `path`, every fault in it reported at its own line."""
    data = _at(file.data, path)
    known = fields_of(model)
    asked = data
    if isinstance(data, dict):
        # A key with nothing after it means the same as a key that is left out.
        asked = {k: v for k, v in data.items() if v is not None or k not in known}
    slips = report_slips(model, asked, file, path, problems)
    try:
        record = _adapter(model).validate_python(asked)
    except ValidationError as fault:
        report_faults(fault.errors(include_url=False), model, asked, file, path, problems)
        record = None
    return Entry(model, file, path, data, None if slips else record)


def read_records(
    model: type[T], file: YamlFile, key: str, problems: Problems
) -> tuple[Entry[T], ...]:
    """The records of a file that is one list under one key."""
    place = file.place()
    if isinstance(file.data, dict) and key not in file.data and len(file.data) == 1:
        (only,) = file.data
        if nearest(only, [key]):
            problems.error(
                "unknown-key",
                file.key_place(only),
                what=f'"{only}" is not a key of this file.',
                why=f"Everything in this file stands in one list under the word {key}.",
                fix=f'Did you mean "{key}"?',
            )
            return ()
    if not isinstance(file.data, dict) or key not in file.data:
        problems.error(
            "missing-list",
            place,
            what=f'The file has no "{key}".',
            why=f"Everything in this file stands in one list under the word {key}.",
            fix=f'Put "{key}:" on a line of its own and the entries below it, each with a dash.',
        )
        return ()
    for other in file.data:
        if other != key:
            problems.error(
                "unknown-key",
                file.key_place(other),
                what=f'"{other}" is not a key of this file.',
                why=f'This file holds only the list "{key}"; anything else would be ignored.',
                fix=f'Move it into an entry below "{key}:", or remove it.',
            )
    entries = file.data[key]
    if entries is None:
        return ()
    if not isinstance(entries, list):
        problems.error(
            "not-a-list",
            file.key_place(key),
            what=f'"{key}" is not a list.',
            why="Each entry must begin with a dash, so that it is clear where one ends.",
            fix=f'Begin each entry below "{key}:" with a dash: "- id: ...".',
        )
        return ()
    return tuple(read_record(model, file, (key, n), problems) for n in range(len(entries)))


def json_schema(model: type) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one record, as pydantic derives it."""
    return _adapter(model).json_schema()


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
