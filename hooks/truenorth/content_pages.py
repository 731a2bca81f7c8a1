"""Pages that people write themselves, such as content/about/index.md."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from truenorth.fields import record, value
from truenorth.problems import Place, Problems
from truenorth.sources.markdown_text import MarkdownFile, read_markdown
from truenorth.sources.records import Entry, read_record

CONTENT = "content"
_RECORDS = frozenset({"indicators", "meetings"})


@record
class PageHead:
    """The front matter of a page."""

    title: str = value("The page's title; the text itself begins one level lower")
    description: str = value("One sentence for search engines and link previews")


@dataclass(frozen=True)
class ContentPage:
    """A page at `address`; `line` is that of the first line of its text in `file`."""

    address: str
    head: PageHead
    markdown: str
    file: str
    line: int


@dataclass(frozen=True)
class PageFile:
    """A page as it was read; `page` is None where its front matter has a fault."""

    text: MarkdownFile
    head: Entry[PageHead] | None
    page: ContentPage | None


def load_pages(root: Path, problems: Problems) -> tuple[PageFile, ...]:
    """Every Markdown file of content/ that is neither a governing text nor a story."""
    files = []
    taken: dict[str, str] = {}
    for path in sorted((root / CONTENT).rglob("*.md")):
        inside = path.relative_to(root / CONTENT)
        if _is_elsewhere(inside.parts):
            continue
        file = f"{CONTENT}/{inside.as_posix()}"
        page = _page(root, file, address_of(inside.as_posix()), problems)
        if page is None:
            continue
        _address_free(file, address_of(inside.as_posix()), taken, problems)
        files.append(page)
    return tuple(files)


def address_of(inside: str) -> str:
    """about/index.md is at /about/, methods.md at /methods/, index.md at /."""
    path = PurePosixPath(inside)
    parts = path.parts[:-1] if path.stem == "index" else (*path.parts[:-1], path.stem)
    return "/" + "".join(f"{part}/" for part in parts)


def _is_elsewhere(parts: tuple[str, ...]) -> bool:
    """Governing texts, their versions, stories and meetings are read by their own loaders."""
    is_text = len(parts) == 3 and parts[0] == "compact" and parts[2] == "index.md"
    is_version = parts[0] == "compact" and "versions" in parts
    is_record = len(parts) == 2 and parts[0] in _RECORDS and parts[1] != "index.md"
    return is_text or is_version or is_record


def _page(root: Path, file: str, address: str, problems: Problems) -> PageFile | None:
    text = read_markdown(root, file, problems)
    if text is None:
        return None
    head = read_record(PageHead, text.head, (), problems) if text.head else None
    page = None
    if head is not None and head.record is not None:
        page = ContentPage(address, head.record, text.body, file, text.body_line)
    return PageFile(text, head, page)


def _address_free(file: str, address: str, taken: dict[str, str], problems: Problems) -> None:
    if address in taken:
        problems.error(
            "address-taken",
            Place(file),
            what=f"The page would be at {address}, where {taken[address]} already is.",
            why="An address shows one page.",
            fix="Keep one of the two files, or rename one.",
        )
    taken.setdefault(address, file)
