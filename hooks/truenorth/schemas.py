"""JSON Schemas for editors, and the page that explains every file format.

Run `python -m truenorth.schemas` in the repository after a model has changed;
a test compares what is committed with what the models say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from truenorth.file_formats import FORMATS, FileFormat
from truenorth.schema_page import page
from truenorth.site.redirects import Redirect
from truenorth.sources.records import json_schema

# The formats of the three domains, and the one file that belongs to the site as a whole.
ALL_FORMATS: tuple[FileFormat, ...] = (
    *FORMATS,
    FileFormat(
        "redirects", "data/redirects.yml", Redirect,
        "Addresses that were published once, and where their content stands now.", "redirects",
        is_list=True,
    ),
)  # fmt: skip
DIALECT = "https://json-schema.org/draft/2020-12/schema"
EDITOR_SETTINGS = ".vscode/settings.json"
# Properties of the Data Package standard; its own rules are checked when a package is read.
_PACKAGE = {
    "name": {"type": "string", "description": "The indicator's id: the name of its folder"},
    "title": {"type": "string", "description": "The name readers see"},
    "description": {"type": "string", "description": "What it is, in one plain sentence"},
    "licenses": {"type": "array", "items": {"type": "object"}, "description": "Terms of use"},
    "sources": {"type": "array", "items": {"type": "object"}, "description": "Sources, as titles"},
    "resources": {"type": "array", "items": {"type": "object"}, "description": "The tables"},
}


def generated() -> dict[str, str]:
    """Every generated file by its path in the repository."""
    files = {
        form.schema: json.dumps(schema(form), ensure_ascii=False, indent=2) + "\n"
        for form in ALL_FORMATS
    }
    files["data/schemas/README.md"] = page(ALL_FORMATS)
    files[EDITOR_SETTINGS] = json.dumps(_editor_settings(), indent=2) + "\n"
    return files


def write(root: Path) -> None:
    """Write every generated file below `root`."""
    for path, text in generated().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")


def schema(form: FileFormat) -> dict[str, Any]:
    """The JSON Schema of a whole file of that format."""
    derived = json_schema(form.model)
    definitions = derived.pop("$defs", {})
    record = _as_written(derived)
    head = {"$schema": DIALECT, "title": form.path, "description": form.about}
    body: dict[str, Any]
    if form.is_list:
        definitions[form.model.__name__] = derived
        body = _object(form.key, {"type": "array", "items": _reference(form.model)})
    elif form.key:
        definitions[form.model.__name__] = derived
        body = {
            "type": "object",
            "properties": {**_PACKAGE, form.key: _reference(form.model)},
            "required": ["name", "title", "description", form.key],
        }
    else:
        body = {key: value for key, value in record.items() if key != "description"}
    named = {name: _as_written(part) for name, part in sorted(definitions.items())}
    return {**head, **body, **({"$defs": named} if named else {})}


def _object(key: str | None, inside: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {key: inside},
        "required": [key],
        "additionalProperties": False,
    }


def _reference(model: type) -> dict[str, str]:
    return {"$ref": f"#/$defs/{model.__name__}"}


def _as_written(part: Any) -> Any:
    """The schema as an editor needs it: without noise, and with text that looks like a number.

    An editor reads an unquoted 2010 as a number, where our own reader keeps the
    text, so wherever a text may consist of figures a number is accepted too.
    """
    if isinstance(part, list):
        return [_as_written(entry) for entry in part]
    if not isinstance(part, Mapping):
        return part
    kept = {
        key: _named(value) if key in ("properties", "$defs") else _as_written(value)
        for key, value in part.items()
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and not value)
    }
    pattern = kept.get("pattern", "")
    free = kept.get("type") == "string" and "enum" not in kept and "const" not in kept
    if free and re.match(pattern, "2010"):
        kept["type"] = ["string", "number"]
    return kept


def _named(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Properties or definitions: their names are kept whatever they are."""
    return {name: _as_written(part) for name, part in parts.items()}


def _editor_settings() -> dict[str, Any]:
    """Which schema an editor uses for which file; the first line of a file says so as well."""
    return {
        "yaml.schemas": {
            f"./{form.schema}": f"/{form.path}"
            for form in ALL_FORMATS
            if not form.path.endswith(".md")
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
    }


if __name__ == "__main__":
    write(Path.cwd())
