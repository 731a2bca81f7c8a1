"""The form of a Table Schema: fields, constraints, keys and references."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from truenorth.problems.suggest import did_you_mean
from truenorth.sources.descriptor_keys import CONSTRAINT_KEYS, FIELD_KEYS, SCHEMA_KEYS
from truenorth.sources.findings import Findings
from truenorth.sources.shapes import check_keys, tell_shape
from truenorth.sources.yaml_text import YamlFile

At = tuple[str | int, ...]


def check_schema(
    about: YamlFile,
    at: At,
    schema: Mapping[str, Any],
    resources: frozenset[str],
    findings: Findings,
) -> None:
    """Tell what is misspelt or misshapen in the schema at `at`; `resources` are its neighbors."""
    check_keys(about, at, SCHEMA_KEYS, findings)
    fields = schema.get("fields")
    if not isinstance(fields, list) or not fields:
        wanted = "a list with an entry for each column"
        tell_shape(about, (*at, "fields"), "The schema's fields", wanted, findings)
        return
    names: list[str] = []
    for index, field in enumerate(fields):
        _check_field(about, (*at, "fields", index), field, names, findings)
    if not isinstance(schema.get("missingValues", []), list):
        wanted = 'a list of texts, such as [""]'
        tell_shape(about, (*at, "missingValues"), "The missing values", wanted, findings)
    if "primaryKey" in schema:
        _check_columns(about, (*at, "primaryKey"), schema["primaryKey"], names, findings)
    keys = schema.get("foreignKeys", [])
    if not isinstance(keys, list):
        tell_shape(about, (*at, "foreignKeys"), "The foreign keys", "a list", findings)
        return
    for index, key in enumerate(keys):
        _check_reference(about, (*at, "foreignKeys", index), key, names, resources, findings)


def _check_field(about: YamlFile, at: At, field: Any, names: list[str], findings: Findings) -> None:
    if not isinstance(field, dict) or not isinstance(field.get("name"), str):
        wanted = "a record with a name, such as `name: period`"
        tell_shape(about, at, f"Field {int(at[-1]) + 1}", wanted, findings)
        return
    if field["name"] in names:
        findings.fault(
            "schema-field-twice",
            about.place(*at),
            what=f'The schema has two fields named "{field["name"]}".',
            why="A column is found by its name.",
            fix="Delete one of them, or give it the name of another column.",
        )
    names.append(field["name"])
    check_keys(about, at, FIELD_KEYS, findings)
    for key in ("type", "format", "decimalChar", "groupChar"):
        if not isinstance(field.get(key, ""), str):
            tell_shape(about, (*at, key), f'"{key}"', "a text", findings)
    if isinstance(field.get("constraints"), dict):
        check_keys(about, (*at, "constraints"), CONSTRAINT_KEYS, findings)
    elif "constraints" in field:
        wanted = "a record, such as `maximum: 100`"
        tell_shape(about, (*at, "constraints"), "The constraints", wanted, findings)


def _check_columns(
    about: YamlFile, at: At, columns: Any, names: list[str], findings: Findings
) -> None:
    """The columns of a key: one name, or a list of names, of fields that are there."""
    if not _are_names(columns):
        tell_shape(about, at, "A key", "the name of a field, or a list of names", findings)
        return
    for column in columns if isinstance(columns, list) else [columns]:
        if column not in names:
            findings.fault(
                "schema-key-unknown",
                about.place(*at),
                what=f'The key names "{column}", which is no field of the schema.',
                why="Rows are told apart, and found from other tables, by the columns of the key.",
                fix=did_you_mean(column, names),
            )


def _check_reference(
    about: YamlFile,
    at: At,
    key: Any,
    names: list[str],
    resources: frozenset[str],
    findings: Findings,
) -> None:
    target = key.get("reference") if isinstance(key, dict) else None
    if not isinstance(target, dict) or not _are_names(target.get("fields")):
        wanted = "a record with fields, and a reference with resource and fields"
        tell_shape(about, at, "A foreign key", wanted, findings)
        return
    _check_columns(about, (*at, "fields"), key.get("fields"), names, findings)
    name = str(target.get("resource") or "")
    if name and name not in resources:
        findings.fault(
            "schema-reference",
            about.place(*at, "reference", "resource"),
            what=f'The foreign key leads to the resource "{name}", which is not in the package.',
            why="What the rows belong to cannot be found.",
            fix=did_you_mean(name, resources),
        )


def _are_names(columns: Any) -> bool:
    listed = columns if isinstance(columns, list) else [columns]
    return bool(listed) and all(isinstance(column, str) for column in listed)
