"""edition.yml as text: one layout for ever, sealed at its end."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from typing import Any

from truenorth.editions.load import seal_of

_HEAD = (
    "# yaml-language-server: $schema=../../schemas/edition.json\n"
    "# Frozen. Below the seal, errata: may be added, each with a date and a text; nothing else.\n"
)
_DIGITS = 10


def sealed(head: Mapping[str, Any]) -> bytes:
    """The record as text, with its seal as the last line."""
    above = (_HEAD + "".join(f"{line}\n" for line in _lines(head, ""))).encode()
    return above + f"seal: {seal_of(above)}\n".encode()


def _lines(entry: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in entry.items():
        if value is None or value == ():
            continue
        if dataclasses.is_dataclass(value):
            yield f"{indent}{key}:"
            yield from _lines(vars(value), f"{indent}  ")
        elif isinstance(value, tuple) and dataclasses.is_dataclass(value[0]):
            yield f"{indent}{key}:"
            for one in value:
                first, *rest = _lines(vars(one), f"{indent}    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(value, tuple):
            yield f"{indent}{key}: [{', '.join(map(_scalar, value))}]"
        else:
            yield f"{indent}{key}: {_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, float):
        plain = f"{value:.{_DIGITS}f}".rstrip("0").rstrip(".")
        return "0" if plain in ("-0", "") else plain
    return json.dumps(value, ensure_ascii=False)
