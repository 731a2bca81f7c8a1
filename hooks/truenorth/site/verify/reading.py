"""What a finished page says, read once: links, requests, ids, scripts, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from truenorth.site.policy import is_executed

# Attributes that a reader follows, and those that a browser fetches by itself.
_FOLLOWED = {"a": ("href",), "area": ("href",), "form": ("action",), "button": ("formaction",)}
_FETCHED = ("src", "poster", "data", "background")
_FETCHED_HREF = frozenset({"image", "use", "feimage"})
_FETCHED_RELS = frozenset({
    "stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect",
    "dns-prefetch", "apple-touch-icon", "mask-icon",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
})  # fmt: skip


@dataclass(frozen=True)
class Mention:
    """Something on a page and the line it stands at."""

    what: str
    line: int


@dataclass
class Reading:
    """The facts of one page that the checks need."""

    links: list[Mention] = field(default_factory=list)
    requests: list[Mention] = field(default_factory=list)
    ids: list[Mention] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    scripts: list[Mention] = field(default_factory=list)
    styles: list[Mention] = field(default_factory=list)
    handlers: list[Mention] = field(default_factory=list)
    unnamed_pictures: list[Mention] = field(default_factory=list)
    markers: list[Mention] = field(default_factory=list)
    policy: str | None = None
    policy_first: bool = True
    language: str | None = None
    title: str = ""


def read_page(html: str) -> Reading:
    """Everything the checks need to know about one page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.reading


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.reading = Reading()
        self._script: list[str] | None = None
        self._script_line = 0
        self._in_title = False
        self._pictures: list[_Picture] = []

    @property
    def _line(self) -> int:
        return self.getpos()[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._identity(attributes)
        self._addresses(tag, attributes)
        self._inline(tag, attributes)
        self._picture(tag, attributes)
        if tag == "html":
            self.reading.language = attributes.get("lang", "").strip() or None
        elif tag == "meta":
            self._meta(attributes)
        elif tag == "title" and not self._pictures:
            self._in_title = True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.reading.scripts.append(Mention("".join(self._script), self._script_line))
            self._script = None
        elif tag == "title":
            self._in_title = False
        elif tag == "svg" and self._pictures:
            picture = self._pictures.pop()
            if not picture.named:
                self.reading.unnamed_pictures.append(Mention("svg", picture.line))

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)
        elif self._in_title:
            self.reading.title += data
        elif self._pictures and self.lasttag == "title" and data.strip():
            self._pictures[-1].named = True

    def handle_comment(self, data: str) -> None:
        if data.startswith("chart ") or data == "content-security-policy":
            self.reading.markers.append(Mention(data, self._line))

    def _identity(self, attributes: dict[str, str]) -> None:
        if "id" in attributes:
            self.reading.ids.append(Mention(attributes["id"], self._line))
            self.reading.anchors.add(attributes["id"])

    def _addresses(self, tag: str, attributes: dict[str, str]) -> None:
        links, requests = self.reading.links, self.reading.requests
        for name in _FOLLOWED.get(tag, ()):
            if name in attributes:
                links.append(Mention(attributes[name], self._line))
        if tag == "a" and attributes.get("name"):
            self.reading.anchors.add(attributes["name"])
        if tag == "link" and "href" in attributes:
            rels = set(attributes.get("rel", "").lower().split())
            wanted = requests if rels & _FETCHED_RELS else links
            wanted.append(Mention(attributes["href"], self._line))
        for name in _FETCHED:
            if name in attributes and (name != "data" or tag == "object"):
                requests.append(Mention(attributes[name], self._line))
        if tag in _FETCHED_HREF:
            for name in ("href", "xlink:href"):
                if name in attributes:
                    requests.append(Mention(attributes[name], self._line))
        for part in attributes.get("srcset", attributes.get("imagesrcset", "")).split(","):
            if part.strip():
                requests.append(Mention(part.split()[0], self._line))

    def _inline(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "style":
            self.reading.styles.append(Mention("<style>", self._line))
        if "style" in attributes:
            self.reading.styles.append(Mention(f'style="{attributes["style"]}"', self._line))
        for name in attributes:
            if name.startswith("on") and len(name) > 3 and name.isalpha():
                self.reading.handlers.append(Mention(name, self._line))
        if tag == "script":
            if self.reading.policy is None and is_executed(attributes.get("type", "")):
                self.reading.policy_first = False
            if "src" not in attributes and is_executed(attributes.get("type", "")):
                self._script, self._script_line = [], self._line

    def _picture(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "svg":
            named = (
                attributes.get("role") != "img"
                or bool(attributes.get("aria-label", "").strip())
                or bool(attributes.get("aria-labelledby", "").strip())
            )
            self._pictures.append(_Picture(self._line, named))
        elif _lacks_alt(tag, attributes):
            self.reading.unnamed_pictures.append(Mention(tag, self._line))

    def _meta(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("http-equiv", "").lower()
        content = attributes.get("content", "")
        if kind == "content-security-policy":
            self.reading.policy = content
        elif kind == "refresh" and "url=" in content.lower():
            address = content[content.lower().index("url=") + 4 :].strip("'\" ")
            self.reading.links.append(Mention(address, self._line))
        elif attributes.get("property") == "og:image":
            self.reading.links.append(Mention(content, self._line))


def _lacks_alt(tag: str, attributes: dict[str, str]) -> bool:
    """An empty alt marks a picture as decoration; one that is a button must be named."""
    if tag == "input":
        return attributes.get("type") == "image" and not attributes.get("alt")
    return tag in {"img", "area"} and "alt" not in attributes


@dataclass
class _Picture:
    line: int
    named: bool
