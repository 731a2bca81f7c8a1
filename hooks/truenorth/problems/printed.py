"""Problems printed for people in a terminal, for GitHub, for a summary page, and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from textwrap import fill

from truenorth.problems.model import Problem, Problems

_WIDTH = 96
_RED, _YELLOW, _BOLD, _PLAIN = "\033[31m", "\033[33m", "\033[1m", "\033[0m"
_COMMAND_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY_ESCAPES = {**_COMMAND_ESCAPES, ":": "%3A", ",": "%2C"}


def count(problems: Problems) -> str:
    """How many there are: "2 errors and 1 warning"."""
    errors, warnings = problems.errors, len(problems) - problems.errors
    if not len(problems):
        return "No problems found."
    parts = [_number(errors, "error")] if errors else []
    parts += [_number(warnings, "warning")] if warnings else []
    return " and ".join(parts) + "."


def to_terminal(problems: Problems, *, color: bool = False) -> str:
    """Each problem as a short paragraph: where, what, why, and what to do."""
    blocks = [_paragraph(problem, color=color) for problem in problems]
    return "\n\n".join([*blocks, count(problems)])


def to_json(problems: Problems) -> str:
    """For programs: a list of problems, each with every part of it."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


def to_github(problems: Problems) -> str:
    """Workflow commands, which GitHub shows at the lines they name."""
    lines = []
    for problem in problems:
        place = problem.place
        where = (
            f"file={_escaped(place.file, _PROPERTY_ESCAPES)},line={place.line},col={place.column}"
        )
        title = _escaped(problem.code, _PROPERTY_ESCAPES)
        text = _escaped(f"{problem.what}\n{problem.why}\n{problem.fix}", _COMMAND_ESCAPES)
        lines.append(f"::{problem.severity} {where},title={title}::{text}")
    return "\n".join([*lines, count(problems)])


def to_markdown(problems: Problems) -> str:
    """For the summary of a pull request: a list by file."""
    lines = ["## Check of texts and data", "", count(problems)]
    file = None
    for problem in problems:
        if problem.place.file != file:
            file = problem.place.file
            lines += ["", f"### `{file.replace('`', '')}`", ""]
        lines.append(
            f"- **Line {problem.place.line}** ({problem.severity}): {_plain(problem.what)} "
            f"{_plain(problem.why)} *{_plain(problem.fix)}*"
        )
    return "\n".join(lines)


FORMATS: Mapping[str, Callable[[Problems], str]] = {
    "terminal": to_terminal,
    "json": to_json,
    "github": to_github,
    "markdown": to_markdown,
}


def _paragraph(problem: Problem, *, color: bool) -> str:
    place = problem.place
    where = f"{place.file}:{place.line}:{place.column}"
    word = problem.severity
    if color:
        where = f"{_BOLD}{where}{_PLAIN}"
        word = f"{_RED if word == 'error' else _YELLOW}{word}{_PLAIN}"
    body = [
        _indented(line)
        for text in (problem.what, problem.why, problem.fix)
        for line in text.split("\n")
    ]
    return "\n".join([f"{where}  {word} [{problem.code}]", *body])


def _indented(line: str) -> str:
    """A line of a message; an example that is laid out keeps its own indentation."""
    margin = "  " + line[: len(line) - len(line.lstrip())]
    safe = "".join(letter if letter.isprintable() else "?" for letter in line)
    return fill(safe, _WIDTH, initial_indent="  ", subsequent_indent=margin, break_long_words=False)


def _number(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(letter, letter) for letter in text)


def _plain(text: str) -> str:
    """Text that Markdown shows as it is written, in one line."""
    text = " ".join(text.split())
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return text
