"""Governing texts and their registers, read into records that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from truenorth.compact.model import Document, DocumentHead, Register, Section
from truenorth.problems import Problems
from truenorth.sources.markdown_text import Heading, MarkdownFile, headings, read_markdown
from truenorth.sources.records import Entry, read_record
from truenorth.sources.yaml_text import read_yaml

TEXTS = "content/compact"
REGISTERS = "data/register"


@dataclass(frozen=True)
class DocumentFile:
    """A governing text as it was read; `document` is None where its front matter has a fault."""

    id: str
    text: MarkdownFile
    head: Entry[DocumentHead] | None
    headings: tuple[Heading, ...]
    register: Entry[Register] | None
    document: Document | None


@dataclass(frozen=True)
class CompactFiles:
    """All governing texts, and registers whose text is not there."""

    documents: tuple[DocumentFile, ...]
    lone_registers: tuple[Entry[Register], ...]

    def entries(self) -> tuple[Entry, ...]:
        heads = [file.head for file in self.documents if file.head]
        return (*heads, *self.registers())

    def registers(self) -> tuple[Entry[Register], ...]:
        held = (file.register for file in self.documents if file.register)
        return (*held, *self.lone_registers)


def load_compact(root: Path, problems: Problems) -> CompactFiles:
    """Read content/compact/<id>/index.md and data/register/<id>.yml."""
    registers = {}
    for path in sorted((root / REGISTERS).glob("*.yml")):
        file = read_yaml(root, f"{REGISTERS}/{path.name}", problems)
        if file is not None:
            registers[path.stem] = read_record(Register, file, (), problems)
    documents = []
    for path in sorted((root / TEXTS).glob("*/index.md")):
        ident = path.parent.name
        text = read_markdown(root, f"{TEXTS}/{ident}/index.md", problems)
        if text is not None:
            documents.append(_document(ident, text, registers.pop(ident, None), problems))
        else:
            registers.pop(ident, None)
    return CompactFiles(tuple(documents), tuple(registers.values()))


def _document(
    ident: str, text: MarkdownFile, register: Entry[Register] | None, problems: Problems
) -> DocumentFile:
    head = read_record(DocumentHead, text.head, (), problems) if text.head else None
    found = tuple(
        heading
        for heading in headings(text.body, text.body_line)
        if heading.level == 2 or (heading.level == 3 and heading.id)
    )
    document = None
    if head is not None and head.record is not None:
        lines = text.body.split("\n")
        first = found[0].line - text.body_line if found else len(lines)
        document = Document(
            id=ident,
            head=head.record,
            preamble="\n".join(lines[:first]).strip("\n"),
            preamble_line=text.body_line + _blank_lines(lines[:first]),
            sections=_sections(found, lines, text.body_line),
            file=text.file,
            register=register.record if register else None,
        )
    return DocumentFile(ident, text, head, found, register, document)


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
