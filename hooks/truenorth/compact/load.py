"""Governing texts, their registers and the decisions behind them, with where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from truenorth.compact.load_texts import (
    TEXTS,
    HeldFile,
    TextFile,
    held_files,
    take_apart,
    text_address,
    working_text,
)
from truenorth.compact.model import (
    AgendaElement,
    Decision,
    Document,
    DocumentHead,
    HeldText,
    Register,
)
from truenorth.problems import Problems
from truenorth.sources.markdown_text import Heading, MarkdownFile, read_markdown
from truenorth.sources.records import Entry, read_record, read_records
from truenorth.sources.yaml_text import read_yaml

REGISTERS = "data/register"
DECISIONS = "data/decisions.yml"
AGENDA = "data/common_agenda.yml"


@dataclass(frozen=True)
class DocumentFile:
    """A governing text as it was read; `document` is None where its front matter has a fault."""

    id: str
    working: TextFile
    held: tuple[HeldFile, ...]
    register: Entry[Register] | None
    document: Document | None

    @property
    def text(self) -> MarkdownFile:
        return self.working.text

    @property
    def head(self) -> Entry[DocumentHead] | None:
        return self.working.head

    @property
    def headings(self) -> tuple[Heading, ...]:
        return self.working.headings

    def texts(self) -> Iterator[TextFile]:
        """The working text and every adopted one."""
        yield self.working
        yield from (held.read for held in self.held if held.read)


@dataclass(frozen=True)
class CompactFiles:
    """All governing texts, registers whose text is not there, decisions and the agenda.

    `unread` names lists whose file is broken.
    """

    documents: tuple[DocumentFile, ...]
    lone_registers: tuple[Entry[Register], ...]
    decisions: tuple[Entry[Decision], ...]
    agenda: tuple[Entry[AgendaElement], ...]
    unread: frozenset[str]

    def entries(self) -> tuple[Entry, ...]:
        heads = [read.head for file in self.documents for read in file.texts() if read.head]
        return (*heads, *self.registers(), *self.decisions, *self.agenda)

    def registers(self) -> tuple[Entry[Register], ...]:
        held = (file.register for file in self.documents if file.register)
        return (*held, *self.lone_registers)

    def sound(self) -> tuple[Document, ...]:
        """The documents whose front matter could be read."""
        return tuple(file.document for file in self.documents if file.document)


def load_compact(root: Path, problems: Problems) -> CompactFiles:
    """Read content/compact/<id>/ with its versions, data/register/<id>.yml and the decisions."""
    registers = {}
    for path in sorted((root / REGISTERS).glob("*.yml")):
        file = read_yaml(root, f"{REGISTERS}/{path.name}", problems)
        if file is not None:
            registers[path.stem] = read_record(Register, file, (), problems)
    documents = []
    for path in sorted((root / TEXTS).glob("*/index.md")):
        ident = path.parent.name
        text = read_markdown(root, text_address(ident), problems)
        register = registers.pop(ident, None)
        if text is not None:
            documents.append(_document(root, ident, text, register, problems))
    decisions = _listed(root, DECISIONS, "decisions", Decision, problems)
    agenda = _listed(root, AGENDA, "elements", AgendaElement, problems)
    unread = {"decisions"} if decisions is None else set()
    return CompactFiles(
        tuple(documents),
        tuple(registers.values()),
        decisions or (),
        agenda or (),
        frozenset(unread),
    )


def _document(
    root: Path,
    ident: str,
    text: MarkdownFile,
    register: Entry[Register] | None,
    problems: Problems,
) -> DocumentFile:
    working = take_apart(text, problems)
    held = held_files(root, ident, problems)
    document = working_text(ident, working)
    if document is not None:
        record = register.record if register else None
        document = replace(document, register=record, held=_in_order(held, record))
    return DocumentFile(ident, working, held, register, document)


def _in_order(files: tuple[HeldFile, ...], register: Register | None) -> tuple[HeldText, ...]:
    """The texts that the register lists, in its order, oldest first."""
    texts = {file.label: file.held for file in files if file.held}
    labels = [version.label for version in register.versions] if register else []
    return tuple(texts[label] for label in labels if label in texts)


def _listed(
    root: Path, file: str, key: str, model: type, problems: Problems
) -> tuple[Entry, ...] | None:
    """The entries of a list that need not be there; None where its file is broken."""
    before = problems.errors
    listed = read_yaml(root, file, problems)
    entries = read_records(model, listed, key, problems) if listed else ()
    has_list = listed is not None and isinstance(listed.data, dict) and key in listed.data
    return None if not has_list and problems.errors > before else entries
