"""Editions, read from data/editions/<id>/ with every byte of them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from truenorth.editions.model import Edition, PublishedEdition
from truenorth.problems import Place, Problems
from truenorth.sources.records import Entry, read_record
from truenorth.sources.text_file import read_bytes
from truenorth.sources.yaml_text import read_yaml

FOLDER = "data/editions"
HEAD = "edition.yml"
_SEALED = re.compile(rb"(?P<above>.*?\n)seal: (?P<seal>[0-9a-f]{64})\n(?P<below>.*)", re.DOTALL)


@dataclass(frozen=True)
class EditionFile:
    """An edition as it was read; `head` is None where edition.yml is no YAML at all.

    `raw` has the bytes of edition.yml, `files` those of every other file that is there.
    """

    name: str
    head: Entry[Edition] | None
    raw: bytes
    files: dict[str, bytes]

    @property
    def record(self) -> Edition | None:
        return self.head.record if self.head else None

    @property
    def origin(self) -> str:
        return f"{FOLDER}/{self.name}/{HEAD}"

    def published(self) -> PublishedEdition | None:
        """The edition, where its record is sound."""
        if self.record is None:
            return None
        return PublishedEdition(self.record, f"{FOLDER}/{self.name}", self.files)


def load_editions(root: Path, problems: Problems) -> tuple[EditionFile, ...]:
    """Every edition in data/editions/, by the names of their folders."""
    found = []
    for path in sorted((root / FOLDER).glob("*")):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            found.append(_read(root, path.name, problems))
        else:
            _report_stray(f"{FOLDER}/{path.name}", problems)
    return tuple(found)


def seal_of(above: bytes) -> str:
    """The seal of the lines above it."""
    return hashlib.sha256(above).hexdigest()


def is_sealed(raw: bytes) -> bool:
    """Whether edition.yml is as it was written, but for errata below its seal."""
    found = _SEALED.fullmatch(raw)
    if found is None or seal_of(found["above"]) != found["seal"].decode():
        return False
    return not found["below"] or found["below"].startswith(b"errata:\n")


def _read(root: Path, name: str, problems: Problems) -> EditionFile:
    folder = root / FOLDER / name
    origin = f"{FOLDER}/{name}/{HEAD}"
    file = read_yaml(root, origin, problems, required=True)
    head = read_record(Edition, file, (), problems) if file is not None else None
    raw = read_bytes(root, origin, Problems()) or b""
    files = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).as_posix()
        if path.is_dir() or inside == HEAD or path.name in (".DS_Store", "Thumbs.db"):
            continue
        content = read_bytes(root, f"{FOLDER}/{name}/{inside}", problems)
        if content is not None:
            files[inside] = content
    return EditionFile(name, head, raw, files)


def _report_stray(file: str, problems: Problems) -> None:
    problems.error(
        "edition-stray-file",
        Place(file),
        what="This folder holds editions only, each in a folder of its own.",
        why="A file beside them would be shown nowhere and sealed by nothing.",
        fix="Move it elsewhere. `truenorth edition` writes an edition.",
    )
