"""The words of a goal or of the charter change only by an amendment that names the section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from truenorth.compact.load import CompactFiles, DocumentFile
from truenorth.compact.model import Document, HeldText, Register, Section
from truenorth.compact.register import intervals
from truenorth.compact.texts import Text, held_text
from truenorth.problems import Place, Problems

_CHANGE = {"insert": "is new", "repeal": "is gone", "replace": "has other words"}


@dataclass(frozen=True)
class Unnamed:
    """A section whose words changed although no amendment names it."""

    section: str
    action: str
    before: Text
    after: Text
    line: int

    def __str__(self) -> str:
        return f'"{self.section}" {_CHANGE[self.action]}'


def check_goals_changed(goals: frozenset[str], files: CompactFiles, problems: Problems) -> None:
    """Consecutive adopted texts; `goals` are the sections that state one, as document#section."""
    for file in files.documents:
        if file.document is not None and file.document.register is not None:
            _document(file, file.document, file.document.register, goals, problems)


def _document(
    file: DocumentFile, document: Document, register: Register, goals: frozenset[str],
    problems: Problems,
) -> None:  # fmt: skip
    labels = [interval.version.label for interval in intervals(register)]
    held = [text for label in labels if (text := held_text(document, label)) is not None]
    for before, after in pairwise(held):
        since = labels[labels.index(before.label) + 1 : labels.index(after.label) + 1]
        named = named_sections(register, frozenset(since))
        for found in unnamed_changes(document, before, after, goals, named):
            problems.error(
                "goal-changed-without-amendment",
                Place(after.file, found.line),
                what=f"The section {found} in version {after.label}, and no amendment of "
                "the register names it.",
                why="Goals and the charter are replaced only through an amendment, so that "
                "everybody can see who proposed it and why.",
                fix=f'Add an amendment to {file.register.file.file} with "to_version: '
                f'{after.label}" and under "sections:" the section "{found.section}" with '
                f'"action: {found.action}".',
            )


def named_sections(register: Register, labels: frozenset[str]) -> frozenset[str]:
    """The sections named by amendments that led to one of these versions."""
    return frozenset(
        affected.section
        for amendment in register.amendments
        if amendment.to_version in labels
        for affected in amendment.sections
    )


def unnamed_changes(
    document: Document, before: HeldText, after: Text, goals: frozenset[str], named: frozenset[str]
) -> Iterator[Unnamed]:
    """Sections whose words must not change unnamed, and did.

    They are all sections of goals and of a charter; of a charter that is our
    summary, where the words are our own, only those that state a goal.
    """
    whole = document.head.kind == "goals" or (
        document.head.kind == "charter" and before.head.text == after.head.text == "full"
    )
    old, new = _by_id(before), _by_id(after)
    for ident in dict.fromkeys((*new, *old)):
        watched = whole or f"{document.id}#{ident}" in goals
        if watched and ident not in named and (action := _action(old.get(ident), new.get(ident))):
            line = new[ident].line if ident in new else 1
            yield Unnamed(ident, action, before, after, line)


def _by_id(text: Text) -> dict[str, Section]:
    return {section.id: section for section in text.sections if section.id}


def _action(before: Section | None, after: Section | None) -> str | None:
    if before is None:
        return "insert"
    if after is None:
        return "repeal"
    words = [(side.title, side.markdown.strip()) for side in (before, after)]
    return "replace" if words[0] != words[1] else None
