"""Rows against their Table Schema, judged by frictionless; its only user.

Frictionless is given cells in memory, never a path: it opens no file, guesses
no encoding and reaches no host. A clean verdict may be kept in a cache, by the
hash of everything that was judged.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truenorth.sources.schema_words import TYPES, Told, tell

_LIMIT = 1000
_VERSION = "1"


@dataclass(frozen=True)
class Judged:
    """A table to be judged: its schema, and rows with a cell for each field of it."""

    name: str
    schema: Mapping[str, Any]
    rows: tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True)
class Verdict:
    """One fault: the table, the index of the row or None for the schema, the column.

    `other` is the index of the earlier row that it repeats.
    """

    table: str
    row: int | None
    field: str | None
    told: Told
    other: int | None = None


def judge(tables: Sequence[Judged], cache: Path | None = None) -> tuple[Verdict, ...]:
    """All faults of the tables; an empty verdict is remembered in the folder `cache`."""
    faults = [fault for table in tables for fault in _unknown_types(table)]
    if faults:
        return tuple(faults)
    if not tables:
        return ()
    clean = cache / f"{_content_hash(tables)}.clean" if cache is not None else None
    if clean is not None and clean.is_file():
        return ()
    verdicts = tuple(_judge(tables))
    if clean is not None and not verdicts:
        clean.parent.mkdir(parents=True, exist_ok=True)
        clean.touch()
    return verdicts


def _unknown_types(table: Judged) -> list[Verdict]:
    return [
        Verdict(table.name, None, field["name"], tell("field-type", field, field.get("type")))
        for field in table.schema["fields"]
        if field.get("type", "string") not in TYPES
    ]


def _content_hash(tables: Sequence[Judged]) -> str:
    version = f"{_VERSION} {importlib.metadata.version('frictionless')}"
    content = [[table.name, table.schema, table.rows] for table in tables]
    written = json.dumps([version, content], sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()


def _judge(tables: Sequence[Judged]) -> list[Verdict]:
    import frictionless  # slow to import, and not needed for a clean cache

    by_name = {table.name: table for table in tables}
    resources = []
    for table in tables:
        # A schema that frictionless cannot use raises errors of many kinds from many depths.
        try:
            schema = frictionless.Schema.from_descriptor(_plain(table, by_name))
            header = [field["name"] for field in table.schema["fields"]]
            resources.append(
                frictionless.Resource(
                    name=table.name, data=[header, *map(list, table.rows)], schema=schema
                )
            )
        except Exception as fault:
            return [Verdict(table.name, None, None, tell("schema", {}, _words(fault)))]
    try:
        report = frictionless.Package(resources=resources).validate(limit_errors=_LIMIT)
    except Exception as fault:
        return [Verdict(tables[0].name, None, None, tell("schema", {}, _words(fault)))]
    found = [Verdict(tables[0].name, None, None, tell("schema", {}, e.note)) for e in report.errors]
    for task in report.tasks:
        if task.name in by_name:
            found += [_verdict(by_name[task.name], error) for error in task.errors]
    return found


def _verdict(table: Judged, error: Any) -> Verdict:
    name = getattr(error, "field_name", None)
    row = getattr(error, "row_number", None)
    fields = {field["name"]: field for field in table.schema["fields"]}
    told = tell(error.type, fields.get(name, {}), getattr(error, "cell", None), error.note)
    # Row 1 is the line of names, so the first row of figures is number 2.
    same = re.search(r"same as in the row at position (\d+)", error.note or "")
    other = int(same[1]) - 2 if same else None
    return Verdict(table.name, None if row is None else row - 2, name, told, other)


def _words(fault: Exception) -> str:
    reasons = [reason.note for reason in getattr(fault, "reasons", [])]
    return "; ".join(reasons) or getattr(getattr(fault, "error", None), "note", "") or str(fault)


def _plain(table: Judged, by_name: Mapping[str, Judged]) -> dict[str, Any]:
    """The schema in the words of both versions of the standard that frictionless takes."""
    kept = ("fields", "primaryKey", "foreignKeys", "missingValues")
    schema = {key: table.schema[key] for key in kept if table.schema.get(key) is not None}
    schema["fields"] = [_field(field) for field in schema["fields"]]
    if "missingValues" in schema:
        schema["missingValues"] = missing_values(table.schema)
    if "foreignKeys" in schema:
        schema["foreignKeys"] = [
            {**key, "reference": {"resource": "", **key["reference"]}}
            for key in schema["foreignKeys"]
            if (key["reference"].get("resource") or table.name) in by_name
        ]
    return schema


def missing_values(schema: Mapping[str, Any]) -> list[str]:
    """The texts that stand for a missing value; version 2 may give them labels."""
    values = schema.get("missingValues")
    if not isinstance(values, list):
        return [""]
    return [str(value.get("value", "")) if isinstance(value, dict) else str(value)
            for value in values]  # fmt: skip


def _field(field: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("name", "type", "format", "decimalChar", "groupChar", "bareNumber", "trueValues",
            "falseValues")  # fmt: skip
    plain = {key: field[key] for key in kept if key in field}
    limits = dict(field.get("constraints") or {})
    for key in ("minLength", "maxLength"):
        if isinstance(limits.get(key), str) and limits[key].isdigit():
            limits[key] = int(limits[key])
    categories = field.get("categories")
    if isinstance(categories, list) and "enum" not in limits:
        limits["enum"] = [c.get("value") if isinstance(c, dict) else c for c in categories]
    if plain.get("type") == "list":
        plain["type"] = "string"
    if limits:
        plain["constraints"] = limits
    return plain
