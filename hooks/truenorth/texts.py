"""What must hold for every Markdown text: safe, linked to what exists, and described."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from truenorth.problems import Place, Problems
from truenorth.sources.markdown_text import MarkdownFile, headings, prose_lines

ALLOWED_TAGS = frozenset(
    (
        "abbr", "br", "cite", "details", "figcaption", "figure", "img", "small", "sub", "summary",
        "sup",
    )
)  # fmt: skip
ASSETS = "content/assets/"
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})
PLACEHOLDER = re.compile(r"\blorem ipsum\b|\bTB[DC]\b|\bxxx+\b", re.IGNORECASE)

_INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])([^<>]*)>?")
_HANDLER = re.compile(r"[\s\"'/{]on[a-z]+\s*=", re.IGNORECASE)
_ATTRIBUTE_LIST = re.compile(r"\{:?[^{}\n]*\}")
_TARGET = r"\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_TARGET_IN_BRACKETS = re.compile(r"(?<=\]\()\s*<[^<>\n]*>")
_PICTURE = re.compile(r"!\[([^\[\]]*)\]" + _TARGET)
_PICTURE_BY_NAME = re.compile(r"!\[([^\[\]]*)\]\[([^\[\]]*)\]")
_LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\])*\]" + _TARGET)
_LINK_BY_NAME = re.compile(r"^ {0,3}\[(?!\^)[^\[\]]+\]:[ \t]*(\S+)", re.MULTILINE)
_ATTRIBUTE = re.compile(r"\b(alt|src|href)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES = frozenset({"http:", "https:", "mailto:", "tel:"})


@dataclass(frozen=True)
class _Text:
    """A text with code and comments blanked out; positions are those of the body."""

    root: Path
    file: str
    links_from: str
    prose: str
    first_line: int

    def place(self, at: int) -> Place:
        before = self.prose[:at]
        return Place(self.file, self.first_line + before.count("\n"), at - before.rfind("\n"))


def check_text(
    root: Path, text: MarkdownFile, problems: Problems, *, links_from: str | None = None
) -> None:
    """Report everything in a Markdown text that must not be published.

    Relative links begin at the text's own file, or at `links_from`.
    """
    lines = "\n".join(line for _, line in prose_lines(text.body, text.body_line))
    start = links_from or text.file
    read = _Text(root, text.file, start, _INLINE_CODE.sub(_blanked, lines), text.body_line)
    _title_from_front_matter(text, problems)
    _tags(read, problems)
    _attribute_lists(read, problems)
    for alternative, target, at in _pictures(read.prose):
        _picture(read, alternative, target, at, problems)
    for target, at in _links(read.prose):
        _link(read, target, at, problems)
    for found in PLACEHOLDER.finditer(read.prose):
        report_placeholder(found[0], read.place(found.start()), problems)


def report_placeholder(word: str, place: Place, problems: Problems) -> None:
    problems.warning(
        "placeholder-text",
        place,
        what=f'"{word}" looks like a placeholder.',
        why="What is published should be finished; a placeholder makes readers doubt the rest.",
        fix="Write the real text, or remove it.",
    )


def _blanked(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _title_from_front_matter(text: MarkdownFile, problems: Problems) -> None:
    for heading in headings(text.body, text.body_line):
        if heading.level == 1:
            problems.error(
                "title-in-text",
                Place(text.file, heading.line),
                what=f'"{heading.title}" is a heading of the first level.',
                why="The title comes from the front matter, so it would stand on the page twice.",
                fix="Remove it, or write it with two number signs: ## " + heading.title,
            )


def _tags(read: _Text, problems: Problems) -> None:
    for found in _TAG.finditer(_TARGET_IN_BRACKETS.sub(_blanked, read.prose)):
        name, attributes, place = found[2].lower(), found[3], read.place(found.start())
        if name not in ALLOWED_TAGS and not found[1]:
            problems.error(
                "html-not-allowed",
                place,
                what=f"The text has the HTML element <{name}>.",
                why="Elements like this can run programs, load things from elsewhere or break the "
                "page, so only a few are allowed.",
                fix=f"Write it in Markdown. Allowed in HTML are {', '.join(sorted(ALLOWED_TAGS))}.",
            )
        if _HANDLER.search(attributes):
            _report_handler(place, problems)


def _attribute_lists(read: _Text, problems: Problems) -> None:
    for found in _ATTRIBUTE_LIST.finditer(read.prose):
        if _HANDLER.search(found[0]):
            _report_handler(read.place(found.start()), problems)


def _report_handler(place: Place, problems: Problems) -> None:
    problems.error(
        "program-in-text",
        place,
        what="An attribute that begins with on... would run a program.",
        why="Texts may come from anyone; a program in one could harm every reader.",
        fix="Remove the attribute.",
    )


def _pictures(prose: str) -> Iterator[tuple[str, str | None, int]]:
    """Alternative text, target and position of each picture."""
    for found in _PICTURE.finditer(prose):
        yield found[1], found[2], found.start()
    for found in _PICTURE_BY_NAME.finditer(prose):
        yield found[1], None, found.start()  # its target is checked where it is defined
    for found in _TAG.finditer(prose):
        if found[2].lower() == "img" and not found[1]:
            named = {a[1].lower(): a[2].strip("\"'") for a in _ATTRIBUTE.finditer(found[3])}
            yield named.get("alt", ""), named.get("src"), found.start()


def _links(prose: str) -> Iterator[tuple[str, int]]:
    without_pictures = _PICTURE.sub(_blanked, prose)
    for found in _LINK.finditer(without_pictures):
        yield found[1], found.start()
    for found in _LINK_BY_NAME.finditer(without_pictures):
        yield found[1], found.start(1)


def _picture(
    read: _Text, alternative: str, target: str | None, at: int, problems: Problems
) -> None:
    place = read.place(at)
    if not alternative.strip():
        problems.error(
            "picture-without-text",
            place,
            what="The picture has no alternative text.",
            why="People who cannot see it, and search engines, get only this text.",
            fix="Say in one sentence what it shows: ![Students read in the library](picture.jpg)",
        )
    if target is None:
        return
    target = _plain(target)
    if _SCHEME.match(target) or target.startswith("//"):
        problems.error(
            "picture-elsewhere",
            place,
            what=f'The picture "{target[:80]}" is not in this repository.',
            why="Loading it would tell another site about every reader, and it may vanish.",
            fix="Put a copy into content/assets/, if its terms allow that, and link to the copy.",
        )
        return
    path = _inside(read, target)
    if path is None or not (read.root / path).is_file():
        problems.error(
            "picture-missing",
            place,
            what=f'There is no picture "{target}" beside this file.',
            why="Readers would see a broken picture.",
            fix="Check the spelling, capital letters included, or add the file to content/assets/.",
        )
    elif Path(path).suffix.lower() not in PICTURES and not path.startswith(ASSETS):
        report_picture_kind(path, place, problems)


def report_picture_kind(path: str, place: Place, problems: Problems) -> None:
    problems.error(
        "picture-kind",
        place,
        what=f'"{path}" is not a kind of picture that is published.',
        why="Other kinds, SVG among them, can hold programs.",
        fix="Save it as PNG, JPEG or WebP.",
    )


def _link(read: _Text, target: str, at: int, problems: Problems) -> None:
    target, place = _plain(target), read.place(at)
    scheme = _SCHEME.match(target)
    if scheme:
        if scheme[0].lower() not in _SAFE_SCHEMES:
            problems.error(
                "unsafe-link",
                place,
                what=f'The link begins with "{scheme[0]}".',
                why="Such a link can run a program in the reader's browser.",
                fix="Link to a page: https://..., or to a file of this repository.",
            )
        return
    address = target.partition("#")[0].partition("?")[0]
    if not address or address.startswith("/"):
        return  # addresses on the site are checked when the site is built
    path = _inside(read, target)
    if path is None:
        problems.error(
            "link-out-of-content",
            place,
            what=f'The link "{target}" leads out of the folder content/.',
            why="Only what is in content/ becomes a page, so the link would lead nowhere.",
            fix="Link to the page that shows it, by its address on the site: /goals/ or /sources/.",
        )
        return
    if (read.root / path).is_file():
        return
    is_folder = (read.root / path / "index.md").is_file()
    problems.error(
        "link-to-nowhere",
        place,
        what=f'The link "{target}" leads to a file that does not exist.',
        why="Readers would land on an error page.",
        fix=f"Write {address.rstrip('/')}/index.md."
        if is_folder
        else "Check the spelling, capital letters included; the path begins at this file's folder.",
    )


def _plain(target: str) -> str:
    """The target without brackets and entities; one with a scheme also without blanks.

    Browsers skip blanks in a scheme, so they would disguise it.
    """
    plain = html.unescape(target.strip("<>")).strip()
    bare = re.sub(r"[\x00-\x20]", "", plain)
    return bare if _SCHEME.match(bare) else plain


def _inside(read: _Text, target: str) -> str | None:
    """The path in the repository that a relative target leads to, if inside content/."""
    address = unquote(target.partition("#")[0].partition("?")[0])
    path = normpath(join(dirname(read.links_from), address))
    return path if path.startswith("content/") or path == "content" else None
