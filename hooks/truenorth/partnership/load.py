"""The partnership's files, read into records that know where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from truenorth.partnership.model import (
    Agreement,
    Assessment,
    AssessmentTemplate,
    Body,
    Commitment,
    Constellation,
    Funding,
    Goal,
    Meeting,
    MeetingHead,
    Organization,
    Partnership,
    Source,
    Strategy,
)
from truenorth.problems import Place, Problems
from truenorth.sources.markdown_text import MarkdownFile, read_markdown
from truenorth.sources.records import Entry, read_record, read_records
from truenorth.sources.yaml_text import read_yaml

T = TypeVar("T")

FILES: dict[str, type] = {
    "sources": Source,
    "organizations": Organization,
    "goals": Goal,
    "bodies": Body,
    "constellations": Constellation,
    "commitments": Commitment,
    "strategies": Strategy,
    "funding": Funding,
    "agreements": Agreement,
}
NEEDED = frozenset({"sources", "organizations", "goals"})
MEETINGS = "content/meetings"
ASSESSMENTS = "data/assessments"
TEMPLATES = f"{ASSESSMENTS}/templates"


@dataclass(frozen=True)
class MeetingFile:
    """A meeting as it was read; `meeting` is None where its front matter has a fault."""

    id: str
    text: MarkdownFile
    head: Entry[MeetingHead] | None
    meeting: Meeting | None


@dataclass(frozen=True)
class PartnershipFiles:
    """Everything in data/ and content/ about the partnership; `unread` names broken files."""

    partnership: Entry[Partnership] | None
    sources: tuple[Entry[Source], ...]
    organizations: tuple[Entry[Organization], ...]
    goals: tuple[Entry[Goal], ...]
    bodies: tuple[Entry[Body], ...]
    constellations: tuple[Entry[Constellation], ...]
    commitments: tuple[Entry[Commitment], ...]
    strategies: tuple[Entry[Strategy], ...]
    funding: tuple[Entry[Funding], ...]
    agreements: tuple[Entry[Agreement], ...]
    meetings: tuple[MeetingFile, ...]
    templates: tuple[Entry[AssessmentTemplate], ...]
    assessments: tuple[Entry[Assessment], ...]
    unread: frozenset[str]

    def lists(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of each kind that has ids of its own, by the name of its file or folder."""
        kinds = (*FILES, "templates", "assessments")
        return {kind: getattr(self, kind) for kind in kinds}

    def entries(self) -> tuple[Entry, ...]:
        whole = (self.partnership,) if self.partnership else ()
        heads = (file.head for file in self.meetings if file.head)
        return (*whole, *(e for entries in self.lists().values() for e in entries), *heads)


def load_partnership(root: Path, problems: Problems) -> PartnershipFiles:
    """Read data/partnership.yml, the lists beside it, the meetings and the assessments."""
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
    templates, complete = _one_file_each(AssessmentTemplate, root, TEMPLATES, problems)
    if not complete:
        unread.add("templates")
    return PartnershipFiles(
        partnership,
        **lists,
        meetings=tuple(_meetings(root, problems)),
        templates=templates,
        assessments=_one_file_each(Assessment, root, ASSESSMENTS, problems)[0],
        unread=frozenset(unread),
    )


def _meetings(root: Path, problems: Problems) -> Iterable[MeetingFile]:
    for path in sorted((root / MEETINGS).glob("*.md")):
        if path.name == "index.md":
            continue  # an ordinary page
        text = read_markdown(root, f"{MEETINGS}/{path.name}", problems)
        if text is None:
            continue
        head = read_record(MeetingHead, text.head, (), problems) if text.head else None
        meeting = None
        if head is not None and head.record is not None:
            meeting = Meeting(path.stem, head.record, text.body, text.file, text.body_line)
        yield MeetingFile(path.stem, text, head, meeting)


def _one_file_each(
    model: type[T], root: Path, folder: str, problems: Problems
) -> tuple[tuple[Entry[T], ...], bool]:
    """Records that have a file each, named after their id, and whether all could be read."""
    entries = []
    complete = True
    for path in sorted((root / folder).glob("*.yml")):
        file = read_yaml(root, f"{folder}/{path.name}", problems)
        if file is None:
            complete = False
            continue
        entry = read_record(model, file, (), problems)
        entries.append(entry)
        if entry.id is not None and entry.id != path.stem:
            problems.error(
                "misnamed-file",
                entry.place("id"),
                what=f'The id is "{entry.id}", but the file is called {path.name}.',
                why="The id is the address of its page, and the file is found by it.",
                fix=f'Write "id: {path.stem}", or rename the file to {entry.id}.yml.',
            )
    return tuple(entries), complete


def place_of(file: MeetingFile, *inside: str | int) -> Place:
    """The place of something in the front matter of a meeting."""
    return file.head.place(*inside) if file.head else Place(file.text.file)
