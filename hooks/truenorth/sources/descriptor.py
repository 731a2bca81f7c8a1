"""The descriptor of a data package: keys, names, licenses and paths.

Both versions of the Data Package standard are accepted. Types and constraints
of a Table Schema are the business of `schema_checks`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from truenorth.problems.suggest import did_you_mean
from truenorth.sources.descriptor_keys import (
    CONSTRAINT_KEYS,
    FIELD_KEYS,
    LISTED_KEYS,
    PACKAGE_KEYS,
    RESOURCE_KEYS,
    SCHEMA_KEYS,
)
from truenorth.sources.findings import Findings
from truenorth.sources.house_rules import check_house_rules
from truenorth.sources.yaml_text import YamlFile

OUR_KEY = "indicator"
_WHY_KEY = "A misspelt key is passed over in silence, and what it says is lost."
_REMOTE = re.compile(r"^\s*(?:[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\)")


def check_descriptor(about: YamlFile, findings: Findings) -> tuple[int, ...]:
    """Tell every fault of the descriptor; the indexes of resources fit to be read."""
    package = about.data
    if not isinstance(package, dict):
        findings.fault(
            "package-shape",
            about.place(),
            what="The description of a data package is a record, and this is a "
            f"{'list' if isinstance(package, list) else 'single value'}.",
            why="Title, license and resources are looked for by their names.",
            fix="Begin it with `name: reading` and `title: Reading in grade 3`, in JSON with "
            '{"name": "reading", ...}.',
        )
        return ()
    _check_keys(about, (), PACKAGE_KEYS | ({OUR_KEY} if findings.ours else set()), findings)
    _check_about(about, (), findings)
    resources = package.get("resources")
    if resources is None and _wanted(package) and findings.ours:
        return ()
    if not isinstance(resources, list) or not resources:
        findings.fault(
            "package-resources",
            about.place("resources"),
            what="The data package does not list its data files.",
            why="Without a list of resources nobody can tell which files belong to it.",
            fix="List them, such as:\nresources:\n  - name: reading\n    path: reading.csv",
        )
        return ()
    names: set[str] = set()
    return tuple(
        index for index in range(len(resources)) if _check_resource(about, index, names, findings)
    )


def is_remote(path: str) -> bool:
    """Whether a written path asks for another host (http, ftp, s3, //host) or a drive."""
    return _REMOTE.match(path) is not None


def _wanted(package: Mapping[str, Any]) -> bool:
    """An indicator that is not measured yet has no data files."""
    ours = package.get(OUR_KEY)
    return isinstance(ours, dict) and ours.get("tier") == "wanted"


def _check_resource(about: YamlFile, index: int, names: set[str], findings: Findings) -> bool:
    at: tuple[str | int, ...] = ("resources", index)
    resource = about.data["resources"][index]
    if not isinstance(resource, dict):
        _shape(about, at, f"Resource {index + 1}", "a record with name and path", findings)
        return False
    before = findings.faults
    _check_keys(about, at, RESOURCE_KEYS, findings)
    _check_about(about, at, findings)
    name = resource.get("name")
    if not isinstance(name, str) or not name:
        findings.fault(
            "resource-name",
            about.place(*at),
            what=f"Resource {index + 1} has no name.",
            why="Programs, and references from other tables, find a resource by its name.",
            fix="Add a short name in small letters, such as `name: reading`.",
        )
    elif name in names:
        findings.fault(
            "resource-name",
            about.place(*at, "name"),
            what=f'Two resources are named "{name}".',
            why="A resource is found by its name, so each needs one of its own.",
            fix="Give one of them another name.",
        )
    else:
        names.add(name)
    if "path" not in resource and "data" not in resource:
        findings.fault(
            "resource-path",
            about.place(*at),
            what=f"Resource {index + 1} names no file.",
            why="Nobody can tell where its rows are.",
            fix="Add the path from the folder of this file, such as `path: reading.csv`.",
        )
    elif "path" in resource and not _is_path(resource["path"]):
        _shape(about, (*at, "path"), "A path", "a text or a list of texts", findings)
    elif findings.ours:
        check_house_rules(about, at, resource, findings)
    if isinstance(resource.get("schema"), dict):
        check_schema(about, (*at, "schema"), resource["schema"], findings)
    elif "schema" in resource and not isinstance(resource["schema"], str):
        _shape(about, (*at, "schema"), "A schema", "a record with fields", findings)
    return findings.faults == before


def check_schema(
    about: YamlFile, at: tuple[str | int, ...], schema: Mapping[str, Any], findings: Findings
) -> None:
    """Tell what is misspelt or misshapen in a Table Schema that stands at `at`."""
    _check_keys(about, at, SCHEMA_KEYS, findings)
    fields = schema.get("fields")
    if not isinstance(fields, list) or not fields:
        _shape(about, (*at, "fields"), "The schema's fields", "a list with an entry for each "
               "column", findings)  # fmt: skip
        return
    seen: set[str] = set()
    for index, field in enumerate(fields):
        here = (*at, "fields", index)
        if not isinstance(field, dict) or not isinstance(field.get("name"), str):
            _shape(about, here, f"Field {index + 1}", "a record with a name, such as "
                   "`name: period`", findings)  # fmt: skip
            continue
        if field["name"] in seen:
            findings.fault(
                "schema-field-twice",
                about.place(*here),
                what=f'The schema has two fields named "{field["name"]}".',
                why="A column is found by its name.",
                fix="Delete one of them, or give it the name of another column.",
            )
        seen.add(field["name"])
        _check_keys(about, here, FIELD_KEYS, findings)
        if isinstance(field.get("constraints"), dict):
            _check_keys(about, (*here, "constraints"), CONSTRAINT_KEYS, findings)
        elif "constraints" in field:
            _shape(about, (*here, "constraints"), "The constraints", "a record, such as "
                   "`maximum: 100`", findings)  # fmt: skip


def _check_about(about: YamlFile, at: tuple[str | int, ...], findings: Findings) -> None:
    """Licenses, sources and contributors, of the package or of one resource."""
    holder = about.data
    for step in at:
        holder = holder[step]
    for kind, known in LISTED_KEYS.items():
        entries = holder.get(kind, [])
        if not isinstance(entries, list):
            _shape(about, (*at, kind), f'"{kind}"', "a list", findings)
            continue
        for index, entry in enumerate(entries):
            here = (*at, kind, index)
            if not isinstance(entry, dict):
                _shape(about, here, f'An entry of "{kind}"', "a record with a title", findings)
            elif kind == "licenses" and "id" in entry and "name" not in entry:
                _license_id(about, here, entry["id"], findings)
            else:
                _check_keys(about, here, known, findings)


def _license_id(about: YamlFile, here: tuple[str | int, ...], ident: Any, f: Findings) -> None:
    f.problems.warning(
        "license-id",
        about.key_place(*here, "id"),
        what=f'This license has an "id" ("{ident}") and no "name".',
        why='The standard looks for the license under "name", so other programs see none.',
        fix=f"Write `name: {ident}` in its place.",
    )


def _check_keys(
    about: YamlFile, at: tuple[str | int, ...], known: frozenset[str] | set[str],
    findings: Findings,
) -> None:  # fmt: skip
    """Unknown keys: faults in our packages; in others only what looks like a slip."""
    holder = about.data
    for step in at:
        holder = holder[step]
    for key in holder:
        if key in known:
            continue
        if findings.ours:
            fix = did_you_mean(key, known - holder.keys())
        else:
            near = get_close_matches(key, known - holder.keys(), n=1, cutoff=0.8)
            if not near:
                continue
            fix = f'Did you mean "{near[0]}"? If it is a property of your own, pay no heed.'
        findings.lapse(
            "package-key-unknown",
            about.key_place(*at, key),
            what=f'The key "{key}" is not known here.',
            why=_WHY_KEY,
            fix=fix,
        )


def _is_path(path: Any) -> bool:
    return (isinstance(path, str) and path != "") or (
        isinstance(path, list) and path != [] and all(isinstance(p, str) and p for p in path)
    )


def _shape(
    about: YamlFile, at: tuple[str | int, ...], name: str, wanted: str, findings: Findings
) -> None:
    findings.fault(
        "package-shape",
        about.place(*at),
        what=f"{name} should be {wanted}.",
        why="Every program that reads data packages looks for it in that form.",
        fix="Compare it with a package that works, or with https://datapackage.org.",
    )
