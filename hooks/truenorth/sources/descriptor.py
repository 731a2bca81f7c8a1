"""The descriptor of a data package: keys, names, licenses and paths.

Both versions of the Data Package standard are accepted. Types and constraints
of a Table Schema are the business of `schema_checks`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from truenorth.sources.descriptor_keys import (
    LISTED_KEYS,
    PACKAGE_KEYS,
    RESOURCE_KEYS,
)
from truenorth.sources.findings import Findings
from truenorth.sources.house_rules import check_house_rules
from truenorth.sources.schema_shape import check_schema
from truenorth.sources.shapes import check_keys, tell_shape
from truenorth.sources.yaml_text import YamlFile

OUR_KEY = "indicator"
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
    check_keys(about, (), PACKAGE_KEYS | ({OUR_KEY} if findings.ours else set()), findings)
    _check_about(about, (), findings)
    resources = package.get("resources")
    if not resources and _in_report_card(package):
        return ()  # its own rules say whether it may be without figures
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


def resource_names(about: YamlFile) -> frozenset[str]:
    """The names of all resources of a package, as far as they are texts."""
    listed = about.data.get("resources")
    named = (one.get("name") for one in listed if isinstance(one, dict))
    return frozenset(name for name in named if isinstance(name, str))


def is_remote(path: str) -> bool:
    """Whether a written path asks for another host (http, ftp, s3, //host) or a drive."""
    return _REMOTE.match(path) is not None


def _in_report_card(package: Mapping[str, Any]) -> bool:
    """Whether the package describes an indicator of this site."""
    return isinstance(package.get(OUR_KEY), dict)


def _check_resource(about: YamlFile, index: int, names: set[str], findings: Findings) -> bool:
    at: tuple[str | int, ...] = ("resources", index)
    resource = about.data["resources"][index]
    if not isinstance(resource, dict):
        tell_shape(about, at, f"Resource {index + 1}", "a record with name and path", findings)
        return False
    before = findings.faults
    check_keys(about, at, RESOURCE_KEYS, findings)
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
        tell_shape(about, (*at, "path"), "A path", "a text or a list of texts", findings)
    elif findings.ours:
        check_house_rules(about, at, resource, findings)
    if isinstance(resource.get("schema"), dict):
        check_schema(about, (*at, "schema"), resource["schema"], resource_names(about), findings)
    elif "schema" in resource and not isinstance(resource["schema"], str):
        tell_shape(about, (*at, "schema"), "A schema", "a record with fields", findings)
    return findings.faults == before


def _check_about(about: YamlFile, at: tuple[str | int, ...], findings: Findings) -> None:
    """Licenses, sources and contributors, of the package or of one resource."""
    holder = about.data
    for step in at:
        holder = holder[step]
    for kind, known in LISTED_KEYS.items():
        entries = holder.get(kind, [])
        if not isinstance(entries, list):
            tell_shape(about, (*at, kind), f'"{kind}"', "a list", findings)
            continue
        for index, entry in enumerate(entries):
            here = (*at, kind, index)
            if not isinstance(entry, dict):
                tell_shape(about, here, f'An entry of "{kind}"', "a record with a title", findings)
            elif kind == "licenses" and "id" in entry and "name" not in entry:
                _license_id(about, here, entry["id"], findings)
            else:
                check_keys(about, here, known, findings)


def _license_id(about: YamlFile, here: tuple[str | int, ...], ident: Any, f: Findings) -> None:
    f.problems.warning(
        "license-id",
        about.key_place(*here, "id"),
        what=f'This license has an "id" ("{ident}") and no "name".',
        why='The standard looks for the license under "name", so other programs see none.',
        fix=f"Write `name: {ident}` in its place.",
    )


def _is_path(path: Any) -> bool:
    return (isinstance(path, str) and path != "") or (
        isinstance(path, list) and path != [] and all(isinstance(p, str) and p for p in path)
    )
