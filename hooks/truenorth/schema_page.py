"""The page that explains every file format to the people who fill the files in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import Field
from typing import Any, get_args

from truenorth.file_formats import FileFormat
from truenorth.format_examples import EXAMPLES
from truenorth.reportcard.rows import COLUMNS, NEEDED, WORDS
from truenorth.reportcard.vintage_files import FIELDS
from truenorth.written import bare, fields_of, is_list, is_required, item, nested, words

_INTRODUCTION = """\
# The files you can edit

This page is made from the same description that the checks use, so it is never out of date.
Do not edit it: run `python -m truenorth.schemas` after that description has changed.

Each list file has one word at the top, such as `goals:`, and below it the entries, each with a
dash. A date may be as precise as it is known: `2016`, `2016-12` or `2016-12-14`. A truth value is
`true` or `false`; `yes` and `no` are refused. An id is made of small letters, figures and single
hyphens, and is never used again for something else.
"""
_HEADER = (
    "| key | what it is | type | needed | allowed words | example |",
    "| --- | --- | --- | --- | --- | --- |",
)
_IDS = {
    "sources": "chamber-press-release-2010",
    "organizations": "unite-la",
    "goals": "graduate",
    "constellations": "laepp",
    "indicators": "county-graduation",
    "places": "los-angeles-county",
}
_KINDS = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def page(formats: Iterable[FileFormat]) -> str:
    """The whole page in Markdown, one part for each kind of file."""
    parts = [_INTRODUCTION]
    parts += ["\n".join(_part(form)) for form in formats]
    return "\n".join([*parts, *_columns(), *_projection_columns()])


def _part(form: FileFormat) -> Iterator[str]:
    yield f"## `{form.path.replace('**', '<folder>').replace('*', '<name>')}`"
    yield ""
    yield form.about
    if form.is_list:
        yield f"A list under `{form.key}:`. Each entry has:"
    elif form.key:
        yield (
            f"Everything the [Data Package](https://datapackage.org) standard knows, and under "
            f"`{form.key}:`"
        )
    yield ""
    yield from _table(form.model)
    yield "```yaml"
    yield EXAMPLES[form.name].rstrip()
    yield "```"
    yield ""
    for model in _inner(form.model):
        yield f"### {_name(model)}"
        yield ""
        yield (model.__doc__ or "").strip().splitlines()[0]
        yield ""
        yield from _table(model)


def _columns() -> Iterator[str]:
    """The columns of an indicator's table."""
    yield "## `data/indicators/<name>/<name>.csv`"
    yield ""
    yield (
        "The figures, one row for each period, place and group. Beside these columns there is one "
        "for each dimension,\nwhich is blank in the rows that are about all."
    )
    yield ""
    yield "| column | what it is | needed | allowed words |"
    yield "| --- | --- | --- | --- |"
    for name, description in COLUMNS.items():
        needed = "yes" if name in NEEDED else "no"
        allowed = ", ".join(f"`{word}`" for word in WORDS.get(name, ()))
        yield f"| `{name}` | {description} | {needed} | {allowed} |"
    yield ""


def _projection_columns() -> Iterator[str]:
    """The columns of a projection's table."""
    yield "## `data/indicators/<name>/projections/<date>.csv`"
    yield ""
    yield "The years ahead, one row for each. `truenorth project <name>` writes both files."
    yield ""
    yield "| column | what it is | needed |"
    yield "| --- | --- | --- |"
    for field in FIELDS:
        needed = "yes" if field.get("constraints", {}).get("required") else "no"
        yield f"| `{field['name']}` | {field['description']} | {needed} |"
    yield ""


def _inner(model: type) -> list[type]:
    """Records inside a record, each once, in the order in which they come."""
    found: list[type] = []
    for _, hint in fields_of(model).values():
        inner = nested(hint)
        if inner is not None and inner not in found:
            found += [one for one in (inner, *_inner(inner)) if one not in found]
    return found


def _table(model: type) -> Iterator[str]:
    yield from _HEADER
    for name, (field, hint) in fields_of(model).items():
        cells = (
            f"`{name}`",
            field.metadata["description"],
            _type(field, hint),
            "yes" if is_required(field) else _default(field),
            ", ".join(f"`{word}`" for word in words(hint)),
            _example(field, hint),
        )
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _type(field: Field, hint: Any) -> str:
    kind = _one(field, hint)
    return f"list of: {kind}" if is_list(hint) else kind


def _one(field: Field, hint: Any) -> str:
    if (inner := nested(hint)) is not None:
        return f"keys of {_name(inner)}"
    if (target := field.metadata.get("refers_to")) is not None:
        return "document#section" if target == "sections" else f"id of one of the {target}"
    if field.metadata.get("is_date"):
        return "date"
    if field.metadata.get("is_id"):
        return "id"
    if words(hint):
        return "one of the words"
    return _KINDS.get(item(hint), "column: group" if get_args(bare(hint)) else "text")


def _default(field: Field) -> str:
    if field.default in (None, (), False):
        return "no"
    value = field.default if not isinstance(field.default, tuple) else ", ".join(field.default)
    return f"no; otherwise {value}"


def _example(field: Field, hint: Any) -> str:
    """The given example, or one that follows from what is allowed."""
    if (given := field.metadata.get("examples")) is not None:
        return f"`{given[0]}`"
    if words(hint):
        return f"`{words(hint)[0]}`"
    if (target := field.metadata.get("refers_to")) in _IDS:
        return f"`{_IDS[target]}`"
    if item(hint) in (bool, int, float):
        return {bool: "`true`", int: "`1`", float: "`2.5`"}[item(hint)]
    return ""


def _name(model: type) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in model.__name__).strip()
