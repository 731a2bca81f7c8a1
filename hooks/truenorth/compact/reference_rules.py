"""A section that something points to stands in the text that readers are shown today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from truenorth.compact.load import CompactFiles
from truenorth.compact.model import Document, Register
from truenorth.compact.texts import Text, shown_text
from truenorth.problems import Problems
from truenorth.references import Mention, mentions
from truenorth.sources.records import Entry


def check_sections_on_date(
    entries: Iterable[Entry], files: CompactFiles, today: date, problems: Problems
) -> None:
    """Every section that a record names, against the text of its document that is shown."""
    documents = {document.id: document for document in files.sound()}
    for entry in entries:
        if entry.model is Register:
            continue  # what a register says of sections is about texts of other dates
        for mention in mentions(entry.model, entry.data, entry.path):
            name, _, section = mention.id.partition("#")
            if mention.kind == "sections" and name in documents:
                _stands(entry, mention, documents[name], section, today, problems)


def _stands(
    entry: Entry, mention: Mention, document: Document, section: str, today: date,
    problems: Problems,
) -> None:  # fmt: skip
    shown = shown_text(document, today)
    if section in _ids(shown):
        return
    place = entry.file.place(*mention.path)
    register = document.register
    removed = next(
        (
            gone
            for gone in (register.removed_sections if register else ())
            if gone.section == section
        ),
        None,
    )
    if removed is not None:
        moved = f' Its subject now stands in "{removed.moved_to}".' if removed.moved_to else ""
        problems.warning(
            "section-gone",
            place,
            what=f'The section "{mention.id}" was removed in version {removed.removed_in}.{moved}',
            why="Readers who follow the link find only the note that it is gone.",
            fix="Name the section that states it today.",
        )
    elif section in _ids(document) or any(section in _ids(held) for held in document.held):
        problems.error(
            "section-not-in-force",
            place,
            what=f'The section "{mention.id}" does not stand in the text that is in force today.',
            why="A record may rest only on words that the partners have agreed to.",
            fix="Name a section of the text in force; name the new one once its version is in "
            "force.",
        )


def _ids(text: Text) -> frozenset[str]:
    return frozenset(section.id for section in text.sections)
