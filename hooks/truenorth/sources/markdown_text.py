"""Markdown with front matter, and its headings with the lines they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from truenorth.problems import Place, Problems
from truenorth.sources.text_file import read_text
from truenorth.sources.yaml_text import YamlFile, parse_yaml

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
_HASHES = re.compile(r"^(#{1,6})[ \t]+(\S.*?)[ \t]*$")
_UNDERLINE = re.compile(r"^(=+|-+)[ \t]*$")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}]*)\}[ \t]*$")
_NUMBER = re.compile(r"^(\d+(?:\.\d+)+|\d+(?=\.))\.?[ \t]+(?=\S)")


@dataclass(frozen=True)
class MarkdownFile:
    """A page as it was written; the body begins at line `body_line` of the file.

    `head` is None where the front matter is missing or faulty, which was told.
    """

    file: str
    head: YamlFile | None
    body: str
    body_line: int


@dataclass(frozen=True)
class Heading:
    """A heading: `## 2.1 Quorum {#quorum}` has level 2, number "2.1", id "quorum"."""

    level: int
    number: str | None
    title: str
    id: str | None
    line: int


def read_markdown(root: Path, file: str, problems: Problems) -> MarkdownFile | None:
    """The Markdown file at `file`, or None where it cannot be read at all."""
    text = read_text(root, file, problems)
    return None if text is None else parse_markdown(text, file, problems)


def parse_markdown(text: str, file: str, problems: Problems) -> MarkdownFile:
    """Markdown text, taken apart at the two lines of "---"."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        problems.error(
            "front-matter-missing",
            Place(file),
            what='This page does not begin with a line of "---".',
            why="The lines between two lines of three dashes at the top tell the site the page's "
            "title and what it is about.",
            fix="Begin the file like this:\n---\ntitle: Reading in grade 3\n---",
        )
        return MarkdownFile(file, None, text, 1)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        problems.error(
            "front-matter-not-closed",
            Place(file),
            what='The front matter begins here, and no second line of "---" ends it.',
            why="Without that line nobody can tell where the text of the page begins.",
            fix='Put a line with just "---" after the last name and value, before the text.',
        )
        return MarkdownFile(file, None, "", len(lines))
    head = parse_yaml("\n".join(lines[1:end]), file, problems, first_line=2)
    return MarkdownFile(file, head, "\n".join(lines[end + 1 :]), end + 2)


def headings(body: str, body_line: int = 1) -> tuple[Heading, ...]:
    """The headings of a Markdown body; those in code and in comments do not count."""
    found = []
    above = ("", "")  # the two lines before this one
    for line, text in prose_lines(body, body_line):
        if (hashes := _HASHES.match(text)) is not None:
            title = re.sub(r"[ \t]+#+$", "", hashes[2])
            found.append(_heading(len(hashes[1]), title, line))
            text = ""
        elif (under := _UNDERLINE.match(text)) and above[1].strip() and not above[0].strip():
            found.append(_heading(1 if under[1][0] == "=" else 2, above[1].strip(), line - 1))
            text = ""
        above = (above[1], text)
    return tuple(found)


def prose_lines(body: str, body_line: int) -> Iterator[tuple[int, str]]:
    """Each line with its number; those inside fences and comments come as blank lines."""
    fence = ""
    in_comment = False
    for line, text in enumerate(body.split("\n"), body_line):
        mark = _FENCE.match(text)
        if fence:
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
            text = ""
        elif in_comment:
            in_comment, text = "-->" not in text, ""
        elif mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence, text = mark[1], ""
        elif text.startswith("<!--"):
            in_comment, text = "-->" not in text, ""
        yield line, text


def _heading(level: int, title: str, line: int) -> Heading:
    ident = None
    if (attributes := _ATTRIBUTES.search(title)) is not None:
        words = attributes[1].split()
        ident = next((word[1:] for word in words if word.startswith("#") and word[1:]), None)
        title = title[: attributes.start()]
    number = None
    if (numbered := _NUMBER.match(title)) is not None:
        number, title = numbered[1], title[numbered.end() :]
    return Heading(level, number, title.strip(), ident, line)
