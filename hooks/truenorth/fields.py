"""How a record's fields describe themselves.

Each helper returns a dataclass field that carries, beside its default, what a
person needs to fill it in. The same description feeds validation, the JSON
Schema an editor shows, and the page that documents the file formats. Standard
library only, so that models may use it.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field
from typing import Any, Literal, dataclass_transform

KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Visibility = Literal["public", "internal"]
DAY_MONTH_OR_YEAR = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"


@dataclass_transform(frozen_default=True)
def record(cls: type) -> type:
    """A frozen dataclass that people fill in: a key it does not know is a fault."""
    cls.__pydantic_config__ = {"extra": "forbid", "allow_inf_nan": False}
    return dataclass(frozen=True)(cls)


def _field(description: str, default: Any, example: Any, **more: Any) -> Any:
    metadata = {"description": description, **more}
    if example is not None:
        metadata["examples"] = [example]
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


def ident(description: str, example: str | None = None) -> Any:
    """The record's permanent id, in kebab-case; never reused."""
    return _field(description, MISSING, example, pattern=KEBAB, is_id=True)


def value(description: str, *, default: Any = MISSING, example: Any = None, **limits: Any) -> Any:
    """Any other value; `limits` are pattern, ge, le, gt, lt, min_length, max_length.

    `missing` may add why it cannot be left out, for the message that says so.
    """
    return _field(description, default, example, **limits)


def yes_no(description: str, *, default: Any = MISSING) -> Any:
    """True or false; the words yes and no are refused, since YAML readers differ on them."""
    return _field(description, default, None, strict=True)


def date(description: str, *, default: Any = MISSING, example: str = "2016-12-14") -> Any:
    """A date as precise as it is known: 2016, 2016-12 or 2016-12-14."""
    return _field(description, default, example, pattern=DAY_MONTH_OR_YEAR, is_date=True)


def ref(
    kind: str,
    description: str,
    *,
    default: Any = MISSING,
    example: str | None = None,
    **limits: Any,
) -> Any:
    """The id of another record, or a list of ids; `kind` names where it must exist."""
    return _field(description, default, example, refers_to=kind, **limits)


def visibility() -> Any:
    """Whether a record reaches the site at all."""
    return _field("internal keeps it off the site", "public", None)
