"""What frictionless found, in words for people who do not program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from truenorth.problems.suggest import did_you_mean
from truenorth.sources.table_checks import shown

TYPES = {
    "any": "anything",
    "array": "a JSON list, such as [1, 2]",
    "boolean": "true or false",
    "date": "a date, such as 2016-12-14",
    "datetime": "a date with a time, such as 2016-12-14T10:00:00Z",
    "default": "anything",
    "duration": "a duration, such as P1Y",
    "geojson": "a GeoJSON object",
    "geopoint": 'a point, such as "34.05, -118.24"',
    "integer": "a whole number, such as 2022",
    "list": "a list",
    "number": "a number, such as 42.5",
    "object": "a JSON object",
    "string": "a text",
    "time": "a time, such as 10:00:00",
    "year": "a year, such as 2022",
    "yearmonth": "a month, such as 2016-12",
}
_LIMITS = {
    "minimum": "The lowest value allowed is {}.",
    "maximum": "The highest value allowed is {}.",
    "exclusiveMinimum": "The value must be greater than {}.",
    "exclusiveMaximum": "The value must be smaller than {}.",
    "minLength": "The shortest text allowed has {} characters.",
    "maxLength": "The longest text allowed has {} characters.",
    "pattern": "The text must have the form {}.",
    "enum": "Allowed are only {}.",
}


@dataclass(frozen=True)
class Told:
    """A fault in our words."""

    code: str
    what: str
    why: str
    fix: str


def tell(kind: str, field: Mapping[str, Any], cell: Any, note: str = "") -> Told:
    """The fault of `kind` in a cell of `field`; `note` is what frictionless says of it."""
    name = field.get("name", "")
    if kind == "field-type":
        return Told(
            "schema-type",
            f'The field "{name}" has the type "{cell}", which does not exist.',
            "No program can check or read its values.",
            did_you_mean(str(cell), TYPES) or "Use string, number, integer, date or boolean.",
        )
    if kind == "type-error":
        wanted = TYPES.get(field.get("type", "string"), "something else")
        if field.get("format", "default") != "default":
            wanted = f'{wanted.partition(",")[0]} in the format "{field["format"]}"'
        return Told(
            "table-type",
            f'In column "{name}", "{shown(str(cell))}" is not {wanted.partition(",")[0]}.',
            "The schema promises it, and programs that read the file stop or guess.",
            f"Write {wanted}, or correct the type in the schema.",
        )
    if kind == "constraint-error":
        return _constraint(field, cell, note)
    if kind == "primary-key":
        return _primary_key(note)
    if kind == "foreign-key":
        return Told(
            "table-reference",
            f"This row points to something that is not there: {note}.",
            "What it belongs to cannot be found.",
            "Correct the value, or add the row that it points to.",
        )
    if kind in ("schema", "schema-error", "field-error", "resource-error"):
        return Told(
            "schema-unusable",
            f"The schema cannot be used: {cell or note}.",
            "Without it the rows cannot be checked.",
            "Compare its fields with a package that works, or with https://datapackage.org.",
        )
    return Told(
        f"table-{kind}",
        f"The row does not fit the schema: {note or kind.replace('-', ' ')}.",
        "Programs that read the file stop or guess.",
        "Correct the row, or the schema.",
    )


def _constraint(field: Mapping[str, Any], cell: Any, note: str) -> Told:
    name = field.get("name", "")
    found = re.match(r'constraint "(\w+)" is "(.*)"$', note, re.DOTALL)
    limit, bound = (found[1], found[2]) if found else ("", note)
    if limit == "required":
        return Told(
            "table-value-missing",
            f'The column "{name}" is empty in this row.',
            "The schema says that every row has a value there.",
            "Fill it in.",
        )
    if limit == "unique":
        return Told(
            "table-value-twice",
            f'In column "{name}", "{shown(str(cell))}" stands a second time.',
            "The schema says that each value stands there once.",
            "Correct one of the rows, or delete it.",
        )
    if limit == "enum":
        allowed = [str(value) for value in (field.get("constraints") or {}).get("enum", [])]
        bound = ", ".join(f'"{value}"' for value in allowed) or bound
    rule = _LIMITS.get(limit, "The schema says: {}.").format(bound)
    return Told(
        "table-limit",
        f'In column "{name}", "{shown(str(cell))}" is not allowed. {rule}',
        "Most often it is a slip in typing, and it would be published as a fact.",
        "Compare the value with its source and correct it; if it is right, correct the limit in "
        "the schema.",
    )


def _primary_key(note: str) -> Told:
    if "None" in note:
        return Told(
            "table-key-empty",
            "The columns that tell rows apart are all empty in this row.",
            "The row cannot be found again.",
            "Fill them in, or delete the row.",
        )
    return Told(
        "table-key-twice",
        "A row for the same thing stands further up: the columns that tell rows apart are equal.",
        "Only one of the two can be right, and nobody can tell which.",
        "Delete one of them, or correct the period, the place or the group.",
    )
