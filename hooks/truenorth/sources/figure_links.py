"""Live figures in prose, and sentences that type a number beside a link to an indicator.

A live figure is a link whose title says which figure it is:
`[86.1% in 2021-22](../indicators/county-graduation.md "figure: latest")`. Its
words are what GitHub's preview shows; the site puts the figure in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from truenorth.sources.markdown_text import prose_lines

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<target>[^\s()<>]+)>?"
    r"(?:\s+(?P<quote>[\"'])(?P<title>[^\"'\n]*)(?P=quote))?\s*\)"
)
_FIGURE = re.compile(r"\s*figures?\b\s*:?\s*(.*)", re.IGNORECASE | re.DOTALL)
_STORY = re.compile(r"content/indicators/([^/]+)\.md")
_PAGE = re.compile(r"/indicators/([^/]+)/?")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”)*]*\s+(?=[\"“(*\[]*[A-Z0-9])")
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+#>|]|\d+\.)\s)")


@dataclass(frozen=True)
class FigureLink:
    """A live figure at `start` to `end` of a text; `indicator` is None where it leads elsewhere."""

    words: str
    target: str
    indicator: str | None
    figure: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence that links to indicators, without the links' addresses and live figures."""

    text: str
    indicators: tuple[str, ...]
    start: int


def figure_links(markdown: str, file: str) -> tuple[FigureLink, ...]:
    """Every live figure of a text, in order; `file` is where its links begin."""
    return tuple(
        FigureLink(
            found["words"], found["target"], indicator_of(found["target"], file),
            " ".join(title[1].split()), found.start(), found.end(),
        )
        for found in _LINK.finditer(_readable(markdown))
        if found["title"] and (title := _FIGURE.fullmatch(found["title"]))
    )  # fmt: skip


def sentences(markdown: str, file: str) -> Iterator[Sentence]:
    """Every sentence with a plain link to an indicator."""
    readable = _readable(markdown)
    for start, end in _pieces(readable):
        links = list(_LINK.finditer(readable, start, end))
        plain = [f for f in links if not (f["title"] and _FIGURE.fullmatch(f["title"]))]
        known = dict.fromkeys(indicator_of(found["target"], file) for found in plain)
        indicators = tuple(ident for ident in known if ident)
        if not indicators:
            continue
        text = readable[start:end]
        for found in reversed(links):
            kept = found["words"] if found in plain else " "
            text = text[: found.start() - start] + kept + text[found.end() - start :]
        yield Sentence(" ".join(text.split()), indicators, start)


def indicator_of(target: str, file: str) -> str | None:
    """The indicator whose page a link leads to."""
    path = target.partition("#")[0].partition("?")[0]
    if path.startswith("/"):
        found = _PAGE.fullmatch(path)
    else:
        found = _STORY.fullmatch(normpath(join(dirname(file), path)))
    return found[1] if found and found[1] != "index" else None


def _readable(markdown: str) -> str:
    """The text with code and comments blanked out; every position stays the same."""
    lines = markdown.split("\n")
    kept = "\n".join(
        text or " " * len(line)
        for line, (_, text) in zip(lines, prose_lines(markdown, 1), strict=True)
    )
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), kept)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each sentence; none reaches over a paragraph or a list's item."""
    for begin, end in _between(_PARAGRAPH, text, 0, len(text)):
        yield from _between(_SENTENCE, text, begin, end)


def _between(
    pattern: re.Pattern[str], text: str, begin: int, end: int
) -> Iterator[tuple[int, int]]:
    at = begin
    for found in pattern.finditer(text, begin, end):
        yield at, found.start()
        at = found.end()
    yield at, end
