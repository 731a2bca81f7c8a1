"""Section ids over time: one that is gone leaves a tombstone and never comes back."""

from __future__ import annotations

from truenorth.compact.load import DocumentFile
from truenorth.compact.model import Document, Register, RemovedSection
from truenorth.compact.register import intervals
from truenorth.compact.texts import Text, held_text
from truenorth.problems import Place, Problems
from truenorth.problems.suggest import did_you_mean


def check_history(file: DocumentFile, problems: Problems) -> None:
    """The ids of every adopted text, oldest first, and last those of the working text."""
    document = file.document
    if document is None or file.register is None or document.register is None:
        return
    texts = [*adopted_texts(document), document]
    _nothing_vanishes(file, document.register, texts, problems)
    for index, removed in enumerate(document.register.removed_sections):
        _tombstone_holds(file, index, removed, texts, problems)


def adopted_texts(document: Document) -> list[Text]:
    """The held texts in the order in which they took effect."""
    order = intervals(document.register) if document.register else ()
    texts = (held_text(document, interval.version.label) for interval in order)
    return [text for text in texts if text is not None]


def _nothing_vanishes(
    file: DocumentFile, register: Register, texts: list[Text], problems: Problems
) -> None:
    buried = {removed.section for removed in register.removed_sections}
    living: dict[str, Text] = {}
    gone: dict[str, Text] = {}
    for text in texts:
        lines = {section.id: section.line for section in text.sections if section.id}
        for ident in lines:
            if ident in gone and ident not in buried:
                _report_reuse(
                    text, lines[ident], ident, f"{_name(gone[ident])} is without", problems
                )
        for ident, last in living.items():
            if ident not in lines and ident not in gone:
                gone[ident] = text
                if ident not in buried:
                    _report_vanished(file, ident, last, text, problems)
        living |= dict.fromkeys(lines, text)


def _report_vanished(
    file: DocumentFile, ident: str, last: Text, text: Text, problems: Problems
) -> None:
    title = next(section.title for section in last.sections if section.id == ident)
    since = getattr(text, "label", "the label of the next version")
    problems.error(
        "section-without-tombstone",
        Place(text.file),
        what=f'The section "{ident}" of {_name(last)} is not in {_name(text)}.',
        why="Links and citations lead to its id for ever, so the page must say what became of it.",
        fix=f"If only the id was altered, write it as it was. If the section is removed, add to "
        f'{file.register.file.file} under "removed_sections:"\n  - section: {ident}\n'
        f'    title: "{title}"\n    removed_in: "{since}"\n    reason: Why it was removed.',
    )


def _report_reuse(text: Text, line: int, ident: str, gone: str, problems: Problems) -> None:
    problems.error(
        "section-id-reused",
        Place(text.file, line),
        what=f'The section id "{ident}" was used before: {gone} it.',
        why="An old link or citation would lead to words that it never meant.",
        fix="Give the section a new id, even where it says the same again.",
    )


def _tombstone_holds(
    file: DocumentFile, index: int, removed: RemovedSection, texts: list[Text], problems: Problems
) -> None:
    """A removed section stood in a text before, and in none from that version on."""
    *adopted, working = texts
    register = file.document.register
    labels = [interval.version.label for interval in intervals(register)]
    if removed.removed_in in labels:
        position = labels.index(removed.removed_in)
        earlier = [text for text in adopted if labels.index(text.label) < position]
        later = [*adopted[len(earlier) :], working]
    elif adopted and removed.section in _ids(adopted[-1]):
        earlier, later = adopted, [working]  # to be removed by a version that is to come
    else:
        listed = [version.label for version in register.versions]
        problems.error(
            "unknown-version",
            file.register.place("removed_sections", index, "removed_in"),
            what=f'"removed_in" names the version "{removed.removed_in}", which this register '
            "does not list.",
            why="The note in its place says since when the section is gone.",
            fix=did_you_mean(removed.removed_in, listed) or "Name the first version without it.",
        )
        return
    for text in later:
        if removed.section in _ids(text):
            line = next(s.line for s in text.sections if s.id == removed.section)
            gone = f"the register says that version {removed.removed_in} removed"
            _report_reuse(text, line, removed.section, gone, problems)
    known = {ident for text in earlier for ident in _ids(text)}
    all_held = not any(version.text == "not_held" for version in register.versions)
    if all_held and removed.section not in known:
        problems.error(
            "unknown-section",
            file.register.place("removed_sections", index, "section"),
            what=f'No text before version {removed.removed_in} has a section "{removed.section}".',
            why="Only what once stood in the text can have been removed from it.",
            fix=did_you_mean(removed.section, known) or "Remove the entry.",
        )


def _ids(text: Text) -> frozenset[str]:
    return frozenset(section.id for section in text.sections)


def _name(text: Text) -> str:
    label = getattr(text, "label", None)
    return f"version {label}" if label else "the working text"
