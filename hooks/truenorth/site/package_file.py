"""The descriptor of an indicator as datapackage.json, for programs.

It holds the standard's own keys and ours under `indicator`. What people wrote
is text until here; numbers become numbers where the standard wants them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from truenorth.reportcard.model import Indicator

_DIALECT_AND_PLACE = {
    "path": "data.csv",
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8",
}
_REPLACED = frozenset({"resources", "indicator"})
_COUNTS = frozenset({"minLength", "maxLength"})
_BOUNDS = frozenset({"minimum", "maximum"})


def package_json(
    indicator: Indicator, written: Mapping[str, Any], data: bytes, digest: str
) -> bytes:
    """The descriptor beside the published data.csv."""
    package = {key: value for key, value in written.items() if key not in _REPLACED}
    resource = dict(written["resources"][0])
    resource.update(_DIALECT_AND_PLACE)
    resource.update(bytes=len(data), hash=f"sha256:{digest}")
    if isinstance(resource.get("schema"), Mapping):
        resource["schema"] = _schema(resource["schema"])
    package["resources"] = [resource]
    package["indicator"] = stated(asdict(indicator.definition))
    return as_json(package)


def as_json(value: Any) -> bytes:
    """JSON that people can read too, the same bytes for the same value."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def stated(value: Any) -> Any:
    """A value without what was left unsaid."""
    if isinstance(value, Mapping):
        return {key: stated(item) for key, item in value.items() if item not in (None, (), [], {})}
    return [stated(item) for item in value] if isinstance(value, list | tuple) else value


def _schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    fields = [_field(field) for field in schema.get("fields", ())]
    return {**schema, "fields": fields}


def _field(field: Mapping[str, Any]) -> dict[str, Any]:
    constraints = field.get("constraints")
    if not isinstance(constraints, Mapping):
        return dict(field)
    kind = field.get("type")
    typed = {name: _constraint(name, value, kind) for name, value in constraints.items()}
    return {**field, "constraints": typed}


def _constraint(name: str, value: Any, kind: Any) -> Any:
    if name in _COUNTS:
        return int(value)
    if name in _BOUNDS and kind in {"integer", "year"}:
        return int(value)
    if name in _BOUNDS and kind == "number":
        number = float(value)
        return int(number) if number.is_integer() else number
    if name == "enum" and kind in {"integer", "year"}:
        return [int(item) for item in value]
    return value
