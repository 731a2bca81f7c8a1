"""What a reader meets in a finished site: the words of each page, and the links of its column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_SAID = frozenset({"aria-label", "alt", "title", "content", "placeholder", "label"})
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)


@dataclass(frozen=True)
class Seen:
    """A page: all its words, those of its main column, and where its main column leads.

    A page without a frame, made to stand on another site, is all main column.
    """

    words: str
    column: str
    links: tuple[str, ...]


@dataclass
class _Reader(HTMLParser):
    all: list[str] = field(default_factory=list)
    column: list[str] = field(default_factory=list)
    everywhere: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    silent: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.silent = tag == "style" or (tag == "script" and "ld+json" not in given.get("type", ""))
        self.all += [value for name, value in given.items() if name in _SAID]
        if tag == "a" and "href" in given:
            self.everywhere.append(given["href"])
            if self.inside:
                self.links.append(given["href"])
        # The engine puts the page itself into the one article of the frame.
        if (self.inside or tag == "article") and tag not in _VOID:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.silent = False
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.all.append(data)
            if self.inside:
                self.column.append(data)


def seen(html: str) -> Seen:
    reader = _Reader()
    reader.feed(html)
    if not reader.column:
        return Seen(_plain(reader.all), _plain(reader.all), tuple(reader.everywhere))
    return Seen(_plain(reader.all), _plain(reader.column), tuple(reader.links))


def pages_of(site: Path) -> dict[str, Seen]:
    """Every page of a finished site by its address, that for what is not found included."""
    return {
        _address(path.relative_to(site).as_posix()): seen(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def _address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"


def _plain(parts: list[str]) -> str:
    return re.sub(r"\s+", " ", " ".join(parts)).strip()
