"""JSON with the place of every value, for data packages that others made."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Any

from truenorth.problems import Place, Problems
from truenorth.sources.yaml_refusals import DEEPEST
from truenorth.sources.yaml_text import YamlFile

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def parse_json(text: str, file: str, problems: Problems) -> YamlFile | None:
    """JSON text as values with places; numbers come as numbers. None after a problem."""
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as fault:
        problems.error(
            "json-syntax",
            Place(file, fault.lineno, fault.colno),
            what=f"This is not valid JSON from here on: {fault.msg[:1].lower()}{fault.msg[1:]}.",
            why="No program can read the description of the data beyond this place.",
            fix="Look for a missing or an extra comma, a quotation mark that is not closed, or "
            'single quotation marks: a line is written `"title": "Reading",`.',
        )
        return None
    except (ValueError, RecursionError) as fault:
        reason = "it is nested too deeply" if isinstance(fault, RecursionError) else str(fault)
        problems.error(
            "json-syntax",
            Place(file),
            what=f"This JSON file cannot be read: {reason}.",
            why="No program can rely on a file that goes beyond what JSON allows.",
            fix="Correct it, or write the description again from a good example.",
        )
        return None
    places, keys = _places(text, file)
    return YamlFile(file, data, places, keys)


def _refuse_constant(word: str) -> None:
    raise ValueError(f"{word} is not a JSON value")


def _places(text: str, file: str) -> tuple[dict[Any, Place], dict[Any, Place]]:
    """The places of values and of keys in JSON text that is known to be valid."""
    starts = [0, *(found.end() for found in re.finditer(r"\n", text))]
    places: dict[Any, Place] = {}
    keys: dict[Any, Place] = {}
    stack: list[Any] = []  # the key or index now open at each level
    waiting_for_key: list[bool] = []

    def place(at: int) -> Place:
        line = bisect_right(starts, at)
        return Place(file, line, at - starts[line - 1] + 1)

    for token in _TOKEN.finditer(text):
        word = token[0]
        if word in "}]":
            stack.pop()
            waiting_for_key.pop()
        elif word == ",":
            if isinstance(stack[-1], int):
                stack[-1] += 1
            else:
                waiting_for_key[-1] = True
        elif word == ":":
            waiting_for_key[-1] = False
        elif waiting_for_key and waiting_for_key[-1]:
            stack[-1] = json.loads(word)
            if len(stack) <= DEEPEST:
                keys.setdefault(tuple(stack), place(token.start()))
        else:
            if len(stack) <= DEEPEST:
                places.setdefault(tuple(stack), place(token.start()))
            if word in "{[":
                stack.append("" if word == "{" else 0)
                waiting_for_key.append(word == "{")
    return places, keys
