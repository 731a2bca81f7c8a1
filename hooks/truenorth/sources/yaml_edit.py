"""Adding to a YAML file that people keep, without touching their comments and layout.

It works on lines and knows block style only: a list under a key of the first
level, each entry with a dash.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_TOP = re.compile(r"^[A-Za-z_][\w-]*:")


class EditError(ValueError):
    """The file is laid out in a way that cannot be added to safely."""


def scalar(value: str | bool) -> str:
    """A value in quotes, so that no YAML reader takes it for anything but text."""
    return str(value).lower() if isinstance(value, bool) else json.dumps(value, ensure_ascii=False)


def append_entry(text: str, key: str, entry: Mapping[str, str | bool]) -> str:
    """The text with one more entry at the end of the list under `key`."""
    lines = text.splitlines()
    head = next((n for n, line in enumerate(lines) if re.match(rf"{key}:", line)), None)
    if head is None:
        lines += [f"{key}:"]
        head = len(lines) - 1
    rest = lines[head].partition(":")[2].partition(" #")[0].strip()
    if rest == "[]":
        lines[head] = f"{key}:"
    elif rest:
        raise EditError(f'The list "{key}" stands in one line.')
    end = _end_of(lines, head)
    dash = next(
        (len(m[1]) for line in lines[head + 1 : end] if (m := re.match(r"( *)- ", line))), 2
    )
    written = [f"{name}: {scalar(value)}" for name, value in entry.items()]
    new = [f"{' ' * dash}- {written[0]}", *(f"{' ' * (dash + 2)}{line}" for line in written[1:])]
    return "\n".join([*lines[:end], *new, *lines[end:]]) + "\n"


def complete_entry(text: str, line: int, values: Mapping[str, str | bool]) -> str:
    """The text with `values` set in the list entry that begins in `line` (from 1)."""
    lines = text.splitlines()
    first = line - 1
    begins = re.match(r"( *)- +(?=[A-Za-z_][\w-]*:)", lines[first])
    if begins is None:
        raise EditError(f"The entry in line {line} stands in one line.")
    dash, indent = len(begins[1]), len(begins[0])
    end = next(
        (n for n in range(first + 1, len(lines)) if _is_content(lines[n])
         and len(lines[n]) - len(lines[n].lstrip()) <= dash),
        len(lines),
    )  # fmt: skip
    while end > first + 1 and not _is_content(lines[end - 1]):
        end -= 1
    missing = []
    for name, value in values.items():
        pattern = re.compile(rf"((?: {{{indent}}}|{re.escape(begins[0])}){name}:)(\s.*)?$")
        at = next((n for n in range(first, end) if pattern.match(lines[n])), None)
        if at is None:
            missing.append(f"{' ' * indent}{name}: {scalar(value)}")
            continue
        found = pattern.match(lines[at])
        if (found[2] or "").strip()[:1] in ("|", ">"):
            raise EditError(f'"{name}" in line {at + 1} goes over several lines.')
        comment = re.search(r"\s+#.*$", found[2] or "")
        lines[at] = f"{found[1]} {scalar(value)}{comment[0] if comment else ''}"
    return "\n".join([*lines[:end], *missing, *lines[end:]]) + "\n"


def _end_of(lines: list[str], head: int) -> int:
    """The line after the last entry of the list that begins at `head`."""
    end = next((n for n in range(head + 1, len(lines)) if _TOP.match(lines[n])), len(lines))
    while end > head + 1 and not (_is_content(lines[end - 1])):
        end -= 1
    return end


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
