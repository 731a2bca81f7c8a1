"""Parts of a data package that only packages made by others have.

Schemas and dialects in files of their own, rows inside the descriptor, other
separators and encodings.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from truenorth.problems import Place, Problems
from truenorth.sources.descriptor import is_remote, resource_names
from truenorth.sources.findings import Findings, TableFindings
from truenorth.sources.json_text import parse_json
from truenorth.sources.schema_shape import check_schema
from truenorth.sources.table_text import Dialect, Record, Table
from truenorth.sources.text_file import leaves_folder, read_text
from truenorth.sources.yaml_text import YamlFile, parse_yaml

Path_ = tuple[str | int, ...]
_SINGLE = {"delimiter": ",", "quoteChar": '"', "escapeChar": None, "commentChar": None}


def read_description(root: Path, file: str, problems: Problems) -> YamlFile | None:
    """A JSON or YAML file of `root`, by its ending."""
    text = read_text(root, file, problems)
    if text is None:
        return None
    parse = parse_yaml if file.casefold().endswith((".yaml", ".yml")) else parse_json
    return parse(text, file, problems)


def read_schema(
    root: Path, folder: str, about: YamlFile, at: Path_, findings: Findings
) -> Mapping[str, Any]:
    """The Table Schema at `at`, also from a file of its own; empty where there is none."""
    part = _part(root, folder, about, at, findings)
    if part is None:
        return {}
    if part is not about:
        if not isinstance(part.data, dict):
            findings.fault(
                "package-shape",
                part.place(),
                what="A schema is a record with fields, and this file is not.",
                why="Nothing says what the columns mean.",
                fix='Begin it with `fields:`, in JSON with {"fields": [...]}.',
            )
            return {}
        before = findings.faults
        check_schema(part, (), part.data, resource_names(about), findings)
        return part.data if findings.faults == before else {}
    schema = _at(about, at)
    return schema if isinstance(schema, dict) else {}


def read_dialect(
    root: Path, folder: str, about: YamlFile, at: Path_, path: str, findings: Findings
) -> Dialect | None:
    """How the cells of a resource are told apart; None after a fault."""
    tabs = path.casefold().endswith((".tsv", ".tab"))
    usual = Dialect(delimiter="\t" if tabs else ",")
    resource = _at(about, at)
    if "dialect" not in resource:
        return usual
    part = _part(root, folder, about, (*at, "dialect"), findings)
    if part is None:
        return None
    told = part.data if part is not about else resource["dialect"]
    place = about.place(*at, "dialect")
    if isinstance(told, dict) and isinstance(told.get("csv"), dict):
        told = told["csv"]
    if not isinstance(told, dict):
        _dialect_fault(place, "It is not a record, such as `delimiter: ;`.", findings)
        return None
    single = {key: told.get(key) for key in _SINGLE}
    for key, value in single.items():
        if value is not None and (not isinstance(value, str) or len(value) != 1 or value in "\r\n"):
            _dialect_fault(place, f'"{key}" has to be a single character.', findings)
            return None
    if told.get("headerRows") not in (None, [1], ["1"]) or told.get("commentRows"):
        _dialect_fault(place, "Column names in another line than the first were not read.",
                       findings, lapse=True)  # fmt: skip
        return None
    return Dialect(
        delimiter=single["delimiter"] or usual.delimiter,
        quote=single["quoteChar"] or '"',
        doubled=told.get("doubleQuote") is not False,
        escape=single["escapeChar"],
        skip_space=told.get("skipInitialSpace") is True,
        header=told.get("header") is not False,
        comment=single["commentChar"],
    )


def inline_table(
    about: YamlFile, at: Path_, schema: Mapping[str, Any], found: TableFindings
) -> Table | None:
    """Rows that stand in the descriptor itself; None where the data is no table."""
    data = _at(about, at)["data"]
    if not isinstance(data, list) or not data:
        return None
    lines = [about.place(*at, "data", index).line for index in range(len(data))]
    if all(isinstance(row, dict) for row in data):
        names = list(dict.fromkeys(key for row in data for key in row))
        names = names or [field["name"] for field in schema.get("fields", [])]
        rows = [[row.get(name) for name in names] for row in data]
        header = Record(lines[0], tuple(names))
    elif all(isinstance(row, list) for row in data):
        header = Record(lines[0], tuple(map(_cell, data[0])))
        rows, lines = data[1:], lines[1:]
    else:
        return None
    records = (Record(line, tuple(map(_cell, row))) for line, row in zip(lines, rows, strict=True))
    return Table(found.file, header, tuple(records))


def text_of(raw: bytes, encoding: str, file: str, problems: Problems) -> str | None:
    """The text of a file in the encoding that its package declares."""
    try:
        codecs.lookup(encoding)
        text = raw.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        problems.error(
            "text-encoding",
            Place(file),
            what=f'This file cannot be read in the encoding that is declared, "{encoding[:40]}".',
            why="Programs would stop, or show gibberish.",
            fix="Save it as UTF-8 and delete the encoding from the description.",
        )
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _part(
    root: Path, folder: str, about: YamlFile, at: Path_, findings: Findings
) -> YamlFile | None:
    """`about` itself where the part stands in it, or the file that it names."""
    named = _at(about, at)
    if not isinstance(named, str):
        return about
    if is_remote(named) or leaves_folder(named):
        findings.fault(
            "path-remote" if is_remote(named) else "path-leaves-folder",
            about.place(*at),
            what=f'The path "{named}" leads out of the folder of the package.',
            why="A package is read from its own folder alone; nothing is fetched.",
            fix="Put a copy of the file into the folder and name that one here.",
        )
        return None
    problems = Problems()
    part = read_description(root, str(PurePosixPath(folder, named)), problems)
    for problem in problems:
        findings.fault(
            problem.code, problem.place, what=problem.what, why=problem.why, fix=problem.fix
        )
    return part


def _dialect_fault(place: Place, what: str, findings: Findings, *, lapse: bool = False) -> None:
    (findings.lapse if lapse else findings.fault)(
        "resource-dialect",
        place,
        what=f"The dialect of this resource cannot be used. {what}",
        why="It says how the cells of the file are told apart.",
        fix='Correct it, such as `delimiter: ";"`, or save the file with commas and delete it.',
    )


def _at(about: YamlFile, at: Path_) -> Any:
    holder = about.data
    for step in at:
        if isinstance(step, str) and (not isinstance(holder, dict) or step not in holder):
            return None
        holder = holder[step]
    return holder


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, default=str)
