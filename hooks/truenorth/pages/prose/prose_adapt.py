"""Cleaned HTML adapted to the page it will stand on.

Works on the canonical output of the cleaner only, so that what is read here is
what a browser would read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

_HEADING = re.compile(r"h[1-6]")
_SAFE_ID = re.compile(r"[a-z][a-z0-9_-]{0,99}")
_FOOTNOTE = re.compile(r"fn(?:ref\d*)?-")
_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
# On a phone rows are no longer laid out as a table; the roles keep them one.
_ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tfoot": "rowgroup",
    "tr": "row",
}
_VOID = frozenset({"br", "hr", "img"})

Attributes = dict[str, str | None]


@dataclass(frozen=True)
class Heading:
    """A heading of a text as it stands on the page."""

    level: int
    text: str
    id: str | None


@dataclass(frozen=True)
class Adapted:
    """What `adapt` returns."""

    html: str
    headings: tuple[Heading, ...]


@dataclass
class _Table:
    """The header words of the table being read, for the labels of its cells on a phone."""

    labels: list[str] = field(default_factory=list)
    column: int = 0


def adapt(
    html: str, links: Callable[[str], str | None], *, demote: int = 0, prefix: str = ""
) -> Adapted:
    """Headings demoted, links resolved, footnotes prefixed, tables labelled."""
    reader = _Adapter(links, demote, prefix)
    reader.feed(html)
    reader.close()
    return Adapted("".join(reader.out), tuple(reader.headings))


class _Adapter(HTMLParser):
    def __init__(self, links: Callable[[str], str | None], demote: int, prefix: str) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.headings: list[Heading] = []
        self._links = links
        self._demote = demote
        self._prefix = prefix
        self._ids: set[str] = set()
        self._open_heading: tuple[int, str | None] | None = None
        self._heard: list[str] = []
        self._tables: list[_Table] = []
        self._after_pre = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes: Attributes = dict(attrs)
        if "id" in attributes:
            self._settle_id(attributes)
        if _HEADING.fullmatch(tag):
            tag = self._demoted(tag)
            self._open_heading = (int(tag[1]), attributes.get("id"))
            self._heard = []
        elif tag == "a":
            self._settle_link(attributes)
        elif tag == "img":
            if self._settle_picture(attributes):
                return
        elif tag == "table":
            attributes["class"] = "tn-table"
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].column = 0
        elif tag in ("td", "th"):
            self._settle_cell(tag, attributes)
        if tag in _ROLES:
            attributes["role"] = _ROLES[tag]
        self.out.append(_start(tag, attributes))
        if tag == "td":
            self.out.append("<div>")
        self._after_pre = tag == "pre"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if _HEADING.fullmatch(tag):
            tag = self._demoted(tag)
            self._close_heading()
        elif tag == "table" and self._tables:
            self._tables.pop()
        elif tag == "th" and self._tables:
            self._tables[-1].labels.append(" ".join("".join(self._heard).split()))
        elif tag == "td":
            self.out.append("</div>")
        self.out.append(f"</{tag}>")
        self._after_pre = False

    def handle_data(self, data: str) -> None:
        # A parser drops a line feed right after <pre>; so it must not be written.
        text = data.lstrip("\n") if self._after_pre else data
        self._after_pre = False
        self._heard.append(text)
        self.out.append(escape(text, quote=False))

    def _demoted(self, tag: str) -> str:
        return f"h{min(6, int(tag[1]) + self._demote)}"

    def _close_heading(self) -> None:
        if self._open_heading is not None:
            level, ident = self._open_heading
            self.headings.append(Heading(level, " ".join("".join(self._heard).split()), ident))
        self._open_heading = None

    def _settle_id(self, attributes: Attributes) -> None:
        ident = self._target(attributes.pop("id") or "")
        if _SAFE_ID.fullmatch(ident) and ident not in self._ids:
            self._ids.add(ident)
            attributes["id"] = ident

    def _target(self, ident: str) -> str:
        """The id as it stands on the page: footnotes are prefixed, their labels made safe."""
        found = _FOOTNOTE.match(ident)
        if not found:
            return ident
        label = re.sub(r"[^a-z0-9]+", lambda m: f"-{ord(m[0][0]):x}-", ident[found.end() :])
        return f"{self._prefix}{found[0]}{label}"

    def _settle_link(self, attributes: Attributes) -> None:
        if "footnote-backref" in (attributes.get("class") or "").split():
            attributes["aria-label"] = attributes.pop("title", None) or None
        attributes.pop("rel", None)
        href = attributes.pop("href", None)
        if href is None:
            return
        if href.startswith("#"):
            attributes["href"] = "#" + self._target(href[1:])
            return
        address = self._links(href)
        if address is None:
            return
        attributes["href"] = address
        if _ELSEWHERE.match(address):
            attributes["rel"] = "noopener external"

    def _settle_picture(self, attributes: Attributes) -> bool:
        """True where the picture was replaced by its words.

        A picture of another host would be a request to it from every reader.
        """
        source = attributes.pop("src", None)
        address = None if source is None else self._links(source)
        if address is None or not address.startswith("/") or _ELSEWHERE.match(address):
            self.handle_data(attributes.get("alt") or "")
            return True
        attributes["src"] = address
        attributes.setdefault("alt", "")
        attributes["loading"] = "lazy"
        return False

    def _settle_cell(self, tag: str, attributes: Attributes) -> None:
        align = attributes.pop("align", None)
        if align == "right":
            attributes["class"] = "tn-number"
        attributes.pop("data-label", None)
        if tag == "th":
            self._heard = []
            attributes.setdefault("scope", "col")
            attributes["role"] = "rowheader" if attributes["scope"] == "row" else "columnheader"
            return
        attributes["role"] = "cell"
        if not self._tables:
            return
        table = self._tables[-1]
        if table.column < len(table.labels) and table.labels[table.column]:
            attributes["data-label"] = table.labels[table.column]
        table.column += 1


def _start(tag: str, attributes: Attributes) -> str:
    given = "".join(
        f" {name}" if value is None else f' {name}="{escape(value)}"'
        for name, value in attributes.items()
        if not (name == "aria-label" and value is None)
    )
    return f"<{tag}{given}>"
