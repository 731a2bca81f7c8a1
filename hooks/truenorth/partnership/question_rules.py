"""Whether questionnaires still ask what they asked when they were first used, by git's memory."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from truenorth.partnership.load import ASSESSMENTS, TEMPLATES
from truenorth.problems import Place, Problems
from truenorth.sources.git_history import Step, content, steps
from truenorth.sources.text_file import read_bytes
from truenorth.sources.yaml_text import parse_yaml

# What people answered; titles, notes and sources may be mended.
_ASKED = ("scale", "parts", "min_respondents")
_MENDED = frozenset({"suggests", "about", "title"})


def check_templates_kept(root: Path, problems: Problems) -> None:
    """Report a template that no longer asks what it asked when it was first answered."""
    now: dict[str, Any] = {}
    answered: dict[str, Any] = {}
    for _, together in groupby(steps(root, f"{ASSESSMENTS}/**") or (), key=lambda s: s.commit):
        # What was used in a commit is what stood there when the commit was made.
        for step in sorted(together, key=lambda step: not _is_template(step.file)):
            data = _data(root, step)
            if _is_template(step.file):
                now[PurePosixPath(step.file).stem] = _asked(data)
            elif step.before is None and isinstance(data.get("template"), str):
                answered.setdefault(data["template"], now.get(data["template"]))
    for ident, asked in answered.items():
        if asked is not None and now.get(ident) not in (None, asked):
            problems.error(
                "questions-changed",
                Place(f"{TEMPLATES}/{ident}.yml"),
                what=f'The template "{ident}" asks something else than when it was first answered.',
                why="The answers that are published were given to the questions as they were then.",
                fix="Put the questions and the scale back as they were, and write the new ones as "
                f'a template of its own with "replaces: {ident}".',
            )


def _is_template(file: str) -> bool:
    return file.startswith(f"{TEMPLATES}/")


def _data(root: Path, step: Step) -> Mapping[str, Any]:
    """The file as it was after the step; empty where there was none, or nobody could read it."""
    if step.after is None:
        return {}
    committed = step.commit is not None
    raw = content(root, step.after) if committed else read_bytes(root, step.file, Problems())
    read = parse_yaml((raw or b"").decode("utf-8", "replace"), step.file, Problems())
    return read.data if read is not None and isinstance(read.data, dict) else {}


def _asked(data: Mapping[str, Any]) -> Any:
    """The part of a template that answers rest on; None where there is no such part."""
    return {key: _plain(data[key]) for key in _ASKED if key in data} or None


def _plain(part: Any) -> Any:
    if isinstance(part, list):
        return [_plain(one) for one in part]
    if isinstance(part, dict):
        return {key: _plain(one) for key, one in part.items() if key not in _MENDED}
    return part
