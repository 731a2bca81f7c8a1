"""The headings of a rendered page, for its table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

LEVELS = {"h2": 2, "h3": 3}


@dataclass(frozen=True)
class Heading:
    """A heading with an id: 2 for h2, 3 for h3; `title` is plain text."""

    level: int
    id: str
    title: str


def headings(html: str) -> tuple[Heading, ...]:
    """The headings of levels 2 and 3 that can be linked to, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


class _Reader(HTMLParser):
    """Collects headings; what is marked `data-toc-skip` and what is inside is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Heading] = []
        self._open: tuple[str, str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in LEVELS and attributes.get("id") and "data-toc-skip" not in attributes:
            self._open, self._text = (tag, str(attributes["id"])), []

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[0]:
            title = " ".join("".join(self._text).split())
            self.found.append(Heading(LEVELS[tag], self._open[1], title))
            self._open = None
