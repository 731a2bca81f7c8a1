"""The partnership's files, read into records that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from truenorth.partnership.model import (
    Agreement,
    Body,
    Constellation,
    Funding,
    Goal,
    Organization,
    Partnership,
    Source,
)
from truenorth.problems import Problems
from truenorth.sources.records import Entry, read_record, read_records
from truenorth.sources.yaml_text import read_yaml

T = TypeVar("T")

FILES: dict[str, type] = {
    "sources": Source,
    "organizations": Organization,
    "goals": Goal,
    "bodies": Body,
    "constellations": Constellation,
    "funding": Funding,
    "agreements": Agreement,
}
NEEDED = frozenset({"sources", "organizations", "goals"})


@dataclass(frozen=True)
class PartnershipFiles:
    """Everything under data/ that is about the partnership; `unread` names broken files."""

    partnership: Entry[Partnership] | None
    sources: tuple[Entry[Source], ...]
    organizations: tuple[Entry[Organization], ...]
    goals: tuple[Entry[Goal], ...]
    bodies: tuple[Entry[Body], ...]
    constellations: tuple[Entry[Constellation], ...]
    funding: tuple[Entry[Funding], ...]
    agreements: tuple[Entry[Agreement], ...]
    unread: frozenset[str]

    def lists(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of each list, by the name of its file."""
        return {kind: getattr(self, kind) for kind in FILES}

    def entries(self) -> tuple[Entry, ...]:
        whole = (self.partnership,) if self.partnership else ()
        return (*whole, *(entry for entries in self.lists().values() for entry in entries))


def load_partnership(root: Path, problems: Problems) -> PartnershipFiles:
    """Read data/partnership.yml and the lists beside it."""
    file = read_yaml(root, "data/partnership.yml", problems, required=True)
    partnership = read_record(Partnership, file, (), problems) if file else None
    lists = {}
    unread = {"partnership"} if partnership is None else set()
    for kind, model in FILES.items():
        before = problems.errors
        listed = read_yaml(root, f"data/{kind}.yml", problems, required=kind in NEEDED)
        lists[kind] = read_records(model, listed, kind, problems) if listed else ()
        has_list = listed is not None and isinstance(listed.data, dict) and kind in listed.data
        if not has_list and problems.errors > before:
            unread.add(kind)
    return PartnershipFiles(partnership, **lists, unread=frozenset(unread))
