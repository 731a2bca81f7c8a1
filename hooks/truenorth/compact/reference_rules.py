"""A section that something points to stands in the text that it is a section of.

That is the text readers are shown today, or the version that a record names with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from truenorth.compact.load import CompactFiles
from truenorth.compact.model import Document, Register
from truenorth.compact.texts import Text, held_text, shown_text
from truenorth.dates import surely_before
from truenorth.problems import Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.references import Mention, mentions
from truenorth.sources.records import Entry
from truenorth.written import fields_of


def check_sections_in_versions(
    entries: Iterable[Entry], files: CompactFiles, problems: Problems
) -> None:
    """Every section that a record names with a version, against the text of that version."""
    documents = {document.id: document for document in files.sound()}
    for entry in entries:
        if not _names_version(entry):
            continue
        name, _, section = entry.data["section"].partition("#")
        texts = (documents[name], *documents[name].held) if name in documents else ()
        if any(_has(text, section) for text in texts):  # else it is no section of any text
            _stands_in_version(entry, documents[name], section, problems)


def _stands_in_version(entry: Entry, document: Document, section: str, problems: Problems) -> None:
    label = entry.data["version"]
    versions = document.register.versions if document.register else ()
    labels = [version.label for version in versions]
    named = next((version for version in versions if version.label == label), None)
    held = held_text(document, label)
    if named is None:
        problems.error(
            "unknown-version",
            entry.place("version"),
            what=f'The text "{document.id}" has no version "{label}".',
            why="A record rests on the words that held when it was made.",
            fix=did_you_mean(label, labels)
            or f"Versions are listed in data/register/{document.id}.yml.",
        )
    elif held is None:
        if named.text != "not_held":
            return  # that its file is missing is told with the register
        problems.error(
            "version-not-held",
            entry.place("version"),
            what=f'The text of version "{label}" of "{document.id}" is not held here.',
            why="Nobody can see whether it has this section, and the link would lead nowhere.",
            fix='Leave "section:" and "version:" out, and tell of it under "note:".',
        )
    elif not _has(held, section):
        there = [one for one in labels if _has(held_text(document, one), section)]
        problems.error(
            "section-not-in-version",
            entry.place("section"),
            what=f'The section "{document.id}#{section}" does not stand in version "{label}".',
            why="A record rests on the words that held when it was made.",
            fix=f"It stands in version {', '.join(there)}; name that one, or another section."
            if there
            else "No version has it yet; name a section that stood in this one.",
        )
    made = getattr(entry.record, "made", None)
    if made and named and named.adopted and surely_before(made, named.adopted):
        problems.error(
            "made-before-its-version",
            entry.place("made"),
            what=f'It was made on {made}, but version "{label}" was adopted on {named.adopted}.',
            why="Nobody can promise something under words that are not agreed yet.",
            fix="Check the date, or name the version that held on that day.",
        )


def _names_version(entry: Entry) -> bool:
    """Whether a record says in which version of a text the section stands that it names."""
    written = entry.data if isinstance(entry.data, dict) else {}
    return {"section", "version"} <= {*fields_of(entry.model)} and all(
        isinstance(written.get(key), str) for key in ("section", "version")
    )


def _has(text: Text | None, section: str) -> bool:
    return text is not None and section in _ids(text)


def check_sections_on_date(
    entries: Iterable[Entry], files: CompactFiles, today: date, problems: Problems
) -> None:
    """Every section that a record names, against the text of its document that is shown."""
    documents = {document.id: document for document in files.sound()}
    for entry in entries:
        if entry.model is Register or _names_version(entry):
            continue  # what these say of sections is about texts of other dates
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
