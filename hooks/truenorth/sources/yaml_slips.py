"""The common slips in YAML, told in the words of the person who made them.

The reader's own message names tokens of its grammar. Here the line is looked
at again for what people really do: tabs, a missing space after a colon, a
quotation mark without its partner.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

_NO_SPACE = re.compile(r"^(?P<lead>[ \t]*(?:- +)?(?P<key>[\w-]+)):(?P<rest>[^\s/:].*)$")
_OPEN_QUOTE = re.compile(r"""^[ \t]*(?:- +)*(?:[^\s"'#][^"'#]*?: +)?(?:"[^"]*|'[^']*)$""")
_TEXT_AFTER_QUOTE = re.compile(
    r"""^[ \t]*(?:- +)*(?:[^"'#]*?: +)?("[^"]*"|'[^']*')\s*[^\s#,:}\]]"""
)
_SECOND_COLON = re.compile(
    r"^(?P<lead>[ \t]*(?:- +)*[^\s:#]+: +)(?P<value>[^\"'\[{|>\s].*:(?: .*)?)$"
)
_VALUE = re.compile(r"^[ \t]*(?:- +)*(?:[^\s:#]+: +)?(?P<value>\S.*)$")


@dataclass(frozen=True)
class Slip:
    """What went wrong, and the line and column (from 1) where the person made the slip."""

    code: str
    line: int
    column: int
    what: str
    why: str
    fix: str


def explain(fault: yaml.YAMLError, text: str) -> Slip:
    """The likeliest slip behind the fault that the YAML reader met in `text`."""
    lines = text.split("\n")
    at, start = _where(fault, text)
    message = " ".join(
        str(getattr(fault, part, None) or "") for part in ("context", "problem", "reason")
    )
    if "quoted scalar" in message and "end of stream" in message:
        return _open_quote(start)
    near = _lines_near(lines, at[0], start[0])
    for number in near:
        if (slip := _tab(lines[number], number)) is not None:
            return slip
    for number in near:
        if (slip := _slip_in(lines[number], number)) is not None:
            return slip
    return _by_message(message, lines, at, start)


def _where(fault: yaml.YAMLError, text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Line and column (from 0) of the fault itself and of what it is a part of."""
    mark = getattr(fault, "problem_mark", None)
    context = getattr(fault, "context_mark", None)
    if mark is None:
        before = text[: getattr(fault, "position", 0) or 0]
        at = (before.count("\n"), len(before) - before.rfind("\n") - 1)
    else:
        at = (mark.line, mark.column)
    return at, (context.line, context.column) if context is not None else at


def _lines_near(lines: list[str], at: int, start: int) -> list[int]:
    """The fault's own line, the two written lines above it, and where the part began."""
    found = [number for number in (at, start) if number < len(lines) and lines[number].strip()]
    above = [number for number in range(min(at, len(lines)) - 1, -1, -1) if lines[number].strip()]
    return list(dict.fromkeys([*found[:1], *above[:2], *found[1:]]))


def _tab(line: str, number: int) -> Slip | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    return Slip(
        "yaml-tab",
        number + 1,
        indent.index("\t") + 1,
        "This line is indented with the Tab key.",
        "YAML counts spaces; how wide a tab is differs from program to program.",
        "Delete the white space at the start of the line and type spaces instead, two for "
        "each level.",
    )


def _slip_in(line: str, number: int) -> Slip | None:
    """A slip that shows in the line itself."""
    if (found := _NO_SPACE.match(line)) is not None:
        key, rest = found["key"], found["rest"]
        return Slip(
            "yaml-colon-space",
            number + 1,
            len(found["lead"]) + 1,
            f'There is no space after the colon of "{key}:".',
            "Without the space the whole line is one text, and not a name with its value.",
            f"Write `{key}: {rest[:40]}`.",
        )
    if _OPEN_QUOTE.match(line):
        return _open_quote((number, min(i for i in (line.find('"'), line.find("'")) if i >= 0)))
    if (found := _TEXT_AFTER_QUOTE.match(line)) is not None:
        return Slip(
            "yaml-text-after-quote",
            number + 1,
            found.end(),
            "The text goes on after its closing quotation mark.",
            "A value in quotation marks ends with the second mark.",
            "Put the whole value into the kind of quotation mark that it does not contain: "
            '`title: "the pupils\' year"` or `title: \'The "big" picture\'`.',
        )
    if (found := _SECOND_COLON.match(line)) is not None:
        value = found["value"].strip()
        return Slip(
            "yaml-second-colon",
            number + 1,
            len(found["lead"]) + 1,
            "This value has a colon followed by a space in it.",
            "YAML takes what stands before the second colon for another name.",
            f'Put the value in quotation marks: `{found["lead"].strip()} "{value[:60]}"`.',
        )
    return None


def _no_colon(line: str, number: int) -> Slip:
    written = line.strip()
    if re.match(r"-[^\s-]", written):
        return Slip(
            "yaml-dash-space",
            number + 1,
            line.index("-") + 1,
            "There is no space after the dash.",
            "Without the space the line is a text, and not an item of the list.",
            f"Write `- {written[1:60]}`.",
        )
    return Slip(
        "yaml-no-colon",
        number + 1,
        len(line) - len(line.lstrip()) + 1,
        "This line has no name with a colon and a space after it.",
        "Between the other lines of a record it says nothing that could be read.",
        "Write it as a name and a value, such as `title: Reading`. If it belongs to the text "
        "above, indent it further than that line, or put the whole text in quotation marks.",
    )


def _open_quote(at: tuple[int, int]) -> Slip:
    return Slip(
        "yaml-quote",
        at[0] + 1,
        at[1] + 1,
        "A quotation mark is opened here and not closed on this line.",
        "Everything after it, to the next mark or the end of the file, is taken for one text.",
        "Add the closing mark. A text that has a quotation mark inside goes into the other "
        "kind: `title: 'The \"big\" picture'`.",
    )


def _by_message(
    message: str, lines: list[str], at: tuple[int, int], start: tuple[int, int]
) -> Slip:
    """The reader's own message, where the line shows no known slip."""
    line = lines[at[0]] if at[0] < len(lines) else ""
    if line.startswith("%"):
        return Slip(
            "yaml-special-character",
            at[0] + 1,
            1,
            'A line cannot begin with "%".',
            "In YAML such a line is an instruction to the program that reads it.",
            "Delete the line, or begin it with # if it is a comment.",
        )
    if ("could not find expected ':'" in message or "'<block entry>'" in message) and (
        start[0] < len(lines) and lines[start[0]].strip()
    ):
        return _no_colon(lines[start[0]], start[0])
    if "cannot start any token" in message or "found unexpected" in message:
        value = found["value"] if (found := _VALUE.match(line)) else line.strip()
        return Slip(
            "yaml-special-character",
            at[0] + 1,
            at[1] + 1,
            f'A value cannot begin with "{line[at[1] : at[1] + 1] or value[:1]}".',
            "In YAML that character has a meaning of its own at the start of a value.",
            f'Put the value in quotation marks: "{value[:60]}".',
        )
    if "flow" not in message and (value := _VALUE.match(line)) and value["value"][0] in "[{":
        start, message = (at[0], value.start("value")), "flow"
    if "flow" in message:
        return Slip(
            "yaml-bracket",
            start[0] + 1,
            start[1] + 1,
            "A bracket is opened here, and the list does not end as it should.",
            "A value that begins with [ or { is a list, with commas between and a closing "
            "bracket at the end.",
            "Close the bracket. If it is a text, put it in quotation marks: "
            '`title: "[draft] Reading"`.',
        )
    if "special characters" in message:
        what = "There is a character here that cannot be shown."
        fix = "Delete it and type the text around it again."
        return Slip(
            "yaml-character", at[0] + 1, at[1] + 1, what, "It is not part of any text.", fix
        )
    return Slip(
        "yaml-layout",
        min(at[0], max(len(lines) - 1, 0)) + 1,
        at[1] + 1,
        "This line does not fit the lines above it.",
        "Lines that belong together begin in the same column, each a name, a colon, a space and "
        "a value.",
        "Line it up with its neighbors: two spaces for each level, `- ` before each item of a "
        "list, a space after each colon.",
    )
