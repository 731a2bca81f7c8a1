"""A governing text, working or adopted, taken apart into its sections."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from truenorth.compact.model import Document, DocumentHead, HeldText, Section
from truenorth.problems import Problems
from truenorth.sources.markdown_text import Heading, MarkdownFile, headings, parse_markdown
from truenorth.sources.records import Entry, read_record
from truenorth.sources.text_file import decode, read_bytes

TEXTS = "content/compact"
VERSIONS = "versions"


@dataclass(frozen=True)
class TextFile:
    """A text as it was read; `head` is None where its front matter is missing or broken."""

    text: MarkdownFile
    head: Entry[DocumentHead] | None
    headings: tuple[Heading, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        lines = self.text.body.split("\n")
        return _sections(self.headings, lines, self.text.body_line)


@dataclass(frozen=True)
class HeldFile:
    """The file of one version; `held` is None where its front matter has a fault."""

    label: str
    read: TextFile | None
    sha256: str
    file: str
    held: HeldText | None


def text_address(document: str) -> str:
    """Where a document's working text stands."""
    return f"{TEXTS}/{document}/index.md"


def held_address(document: str, label: str) -> str:
    """Where the text of one version stands."""
    return f"{TEXTS}/{document}/{VERSIONS}/{label}.md"


def fingerprint(raw: bytes) -> str:
    """The sha256 of a text, whichever line ends a computer gave its file."""
    return sha256(raw.replace(b"\r\n", b"\n")).hexdigest()


def take_apart(text: MarkdownFile, problems: Problems) -> TextFile:
    """The front matter as a record, and the headings that begin a section."""
    head = read_record(DocumentHead, text.head, (), problems) if text.head else None
    found = tuple(
        heading
        for heading in headings(text.body, text.body_line)
        if heading.level == 2 or (heading.level == 3 and heading.id)
    )
    return TextFile(text, head, found)


def working_text(ident: str, read: TextFile) -> Document | None:
    """The document without its register; None where the front matter has a fault."""
    head = read.head.record if read.head else None
    if head is None:
        return None
    preamble, line = _preamble(read)
    return Document(ident, head, preamble, line, read.sections, read.text.file)


def held_files(root: Path, ident: str, problems: Problems) -> tuple[HeldFile, ...]:
    """The adopted texts of a document, by their file names."""
    folder = root / TEXTS / ident / VERSIONS
    return tuple(
        held_file(root, ident, path.stem, problems) for path in sorted(folder.glob("*.md"))
    )


def held_file(root: Path, ident: str, label: str, problems: Problems) -> HeldFile:
    """The text of one version with its fingerprint, which is that of the bytes as they are."""
    file = held_address(ident, label)
    raw = read_bytes(root, file, problems)
    if raw is None:
        return HeldFile(label, None, "", file, None)
    mark = fingerprint(raw)
    text = decode(raw, file, problems)
    if text is None:
        return HeldFile(label, None, mark, file, None)
    read = take_apart(parse_markdown(text, file, problems), problems)
    head = read.head.record if read.head else None
    held = None
    if head is not None:
        preamble, line = _preamble(read)
        held = HeldText(label, head, preamble, line, read.sections, file, mark)
    return HeldFile(label, read, mark, file, held)


def _preamble(read: TextFile) -> tuple[str, int]:
    """What stands before the first section, and the line it begins in."""
    lines = read.text.body.split("\n")
    first = read.headings[0].line - read.text.body_line if read.headings else len(lines)
    before = lines[:first]
    return "\n".join(before).strip("\n"), read.text.body_line + _blank_lines(before)


def _sections(found: tuple[Heading, ...], lines: list[str], body_line: int) -> tuple[Section, ...]:
    """Each heading with the text under it, up to the next; a part without an id is no section."""
    ends = [heading.line - body_line for heading in found[1:]] + [len(lines)]
    sections = []
    for heading, end in zip(found, ends, strict=False):
        start = heading.line - body_line + 1
        under = lines[start:end]
        sections.append(
            Section(
                id=heading.id or "",
                number=heading.number or "",
                title=heading.title,
                level=heading.level,
                markdown="\n".join(under).strip("\n"),
                line=heading.line,
                body_line=heading.line + 1 + _blank_lines(under),
            )
        )
    return tuple(sections)


def _blank_lines(lines: list[str]) -> int:
    """How many blank lines stand first; none where all are blank."""
    return next((count for count, line in enumerate(lines) if line.strip()), 0)
