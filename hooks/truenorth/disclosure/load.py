"""data/disclosure.yml, read into the policy; without the file the first preset holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from truenorth.disclosure.model import PolicyFile
from truenorth.problems import Problems
from truenorth.sources.records import Entry, read_record
from truenorth.sources.yaml_text import read_yaml

FILE = "data/disclosure.yml"


@dataclass(frozen=True)
class DisclosureFiles:
    """The policy as written; `entry` is None where there is no file or it cannot be read."""

    entry: Entry[PolicyFile] | None

    @property
    def policy(self) -> PolicyFile:
        record = self.entry.record if self.entry else None
        return record or PolicyFile()

    def entries(self) -> tuple[Entry, ...]:
        return (self.entry,) if self.entry else ()


def load_disclosure(root: Path, problems: Problems, file: str = FILE) -> DisclosureFiles:
    """Read the policy of the repository."""
    written = read_yaml(root, file, problems)
    return DisclosureFiles(read_record(PolicyFile, written, (), problems) if written else None)
