"""Slips that a type check lets pass: empty words, days that do not exist, true for a number."""

from __future__ import annotations

import datetime
import re
from typing import Any

from truenorth.fields import DAY_MONTH_OR_YEAR
from truenorth.problems import Problems
from truenorth.sources.yaml_text import YamlFile
from truenorth.written import Path, Written, is_list, is_required, item, walk


def report_slips(model: type, data: Any, file: YamlFile, path: Path, problems: Problems) -> bool:
    """Report every slip in the record written at `path`; True where there is one."""
    before = len(problems)
    for written in walk(model, data, path):
        _blank_text(written, file, problems)
        _impossible_day(written, file, problems)
        _truth_for_number(written, file, problems)
        _needed_list_empty(written, file, problems)
    return len(problems) > before


def _blank_text(written: Written, file: YamlFile, problems: Problems) -> None:
    texts = written.value if isinstance(written.value, list) else [written.value]
    for index, text in enumerate(texts):
        if isinstance(text, str) and not text.strip():
            inside = (index,) if isinstance(written.value, list) else ()
            problems.error(
                "empty-text",
                file.place(*written.path, *inside),
                what=f'"{written.field.name}" is written but empty.',
                why="An empty text would appear on the site as a gap.",
                fix="Write the text, or remove the line where it may be left out.",
            )


def _impossible_day(written: Written, file: YamlFile, problems: Problems) -> None:
    value = written.value
    if not written.field.metadata.get("is_date") or not isinstance(value, str):
        return
    if not re.match(DAY_MONTH_OR_YEAR, value) or len(value) < len("2016-12-14"):
        return
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        problems.error(
            "bad-date",
            file.place(*written.path),
            what=f'"{written.field.name}" is "{value}", a day that does not exist.',
            why="The month has fewer days than that.",
            fix="Check the date in its source. Where only the month is known, write 2016-12.",
        )


def _truth_for_number(written: Written, file: YamlFile, problems: Problems) -> None:
    if isinstance(written.value, bool) and item(written.hint) in (int, float):
        problems.error(
            "wrong-type",
            file.place(*written.path),
            what=f'"{written.field.name}" is {str(written.value).lower()}, but it is a number.',
            why=f"It says: {written.field.metadata['description']}.",
            fix="Write the number in figures.",
        )


def _needed_list_empty(written: Written, file: YamlFile, problems: Problems) -> None:
    if written.value != [] or not is_list(written.hint) or not is_required(written.field):
        return
    about = written.field.metadata
    problems.error(
        "empty-list",
        file.place(*written.path),
        what=f'"{written.field.name}" is an empty list.',
        why=about.get("missing", f"At least one is needed. It says: {about['description']}."),
        fix="Add at least one entry on a line of its own that begins with a dash.",
    )
