"""What must hold for working and adopted texts: their sections, files and fingerprints."""

from __future__ import annotations

from truenorth.compact.load import DocumentFile
from truenorth.compact.load_texts import HeldFile, TextFile, held_address
from truenorth.compact.model import DocumentHead, Version
from truenorth.problems import Place, Problems
from truenorth.sources.records import Entry

# Words that addresses below /compact/<document>/ use for pages of their own.
RESERVED = frozenset({"signers", "compare", "proposed"})


def check_texts(file: DocumentFile, problems: Problems) -> None:
    """The working text, every adopted one, and that files and register agree."""
    for read in file.texts():
        _section_ids(read, problems)
        if read.head is not None:
            _summary_has_sources(read.head, problems)
    check_files(file, problems)


def _section_ids(read: TextFile, problems: Problems) -> None:
    first: dict[str, int] = {}
    for heading in read.headings:
        place = Place(read.text.file, heading.line)
        example = "-".join(heading.title.lower().split()[:3]) or "purpose"
        if heading.id is None:
            problems.error(
                "section-without-id",
                place,
                what=f'The section "{heading.title}" has no permanent id.',
                why="Goals, commitments and other sites link to sections; a number may change, an "
                "id never does.",
                fix=f"Add one in braces at the end of the heading: {{#{example}}}",
            )
        elif heading.id in RESERVED:
            problems.error(
                "reserved-id",
                place,
                what=f'"{heading.id}" cannot be the id of a section.',
                why="The site uses that word in addresses of its own.",
                fix=f"Choose another id, such as {{#about-{heading.id}}}.",
            )
        elif heading.id in first:
            problems.error(
                "duplicate-section",
                place,
                what=f'The section id "{heading.id}" already stands in line {first[heading.id]}.',
                why="A link to it could lead to either.",
                fix="Give this section an id of its own.",
            )
        if heading.id is not None:
            first.setdefault(heading.id, heading.line)


def _summary_has_sources(head: Entry[DocumentHead], problems: Problems) -> None:
    """An account of a text that is not held here says what it rests on."""
    record = head.record
    if record is None or record.text != "summary" or record.sources or record.illustration:
        return
    problems.error(
        "summary-without-source",
        head.place("text"),
        what="This text is a summary, but it does not say of what.",
        why="Readers must be able to find the text that we give our own account of.",
        fix='Add "sources:" and below it the ids of sources, each with a dash.',
    )


def check_files(file: DocumentFile, problems: Problems) -> None:
    """The files of versions and the register, each against the other."""
    if file.register is not None and file.register.record is None:
        return  # its faults are told; what it lists is not known
    register = file.register.record if file.register else None
    versions = register.versions if register else ()
    files = {held.label: held for held in file.held}
    for index, version in enumerate(versions):
        held = files.pop(version.label, None)
        if held is None:
            _file_is_there(file, index, version, problems)
        else:
            _as_registered(file, index, version, held, problems)
    for held in files.values():
        problems.error(
            "text-without-register",
            Place(held.file),
            what=f'No register lists the version "{held.label}" of "{file.id}".',
            why="Without its entry nobody can say when it was adopted, by whom, or whether its "
            "text is still the one that was adopted.",
            fix="Put its words into the working text and adopt them with "
            f"`truenorth adopt {file.id} {held.label}`, or remove the file.",
        )


def _file_is_there(file: DocumentFile, index: int, version: Version, problems: Problems) -> None:
    if version.text == "not_held" or version.status in ("draft", "proposed"):
        return
    problems.error(
        "text-missing",
        file.register.place("versions", index, "text"),
        what=f'The text of version "{version.label}" is said to be held, but there is no '
        f"{held_address(file.id, version.label)}.",
        why="Readers and redlines need the text of each version as it was.",
        fix='Put the file back as it was, or write "text: not_held".',
    )


def _as_registered(
    file: DocumentFile, index: int, version: Version, held: HeldFile, problems: Problems
) -> None:
    entry = file.register
    if version.text == "not_held":
        problems.error(
            "text-held-after-all",
            entry.place("versions", index, "text"),
            what=f'The register says that the text of version "{version.label}" is not held, but '
            f"there is {held.file}.",
            why="A text is shown either as that of its version or not at all.",
            fix='Write "text: full" or "text: summary", or remove the file.',
        )
    if version.sha256 is None:
        problems.error(
            "fingerprint-missing",
            entry.place("versions", index),
            what=f'The register has no fingerprint of the text of version "{version.label}".',
            why="Only by its fingerprint can anyone see that an adopted text is still as it was.",
            fix=f'Check the text, and add "sha256: {held.sha256}" to the version.',
        )
    elif version.sha256 != held.sha256:
        problems.error(
            "adopted-text-changed",
            Place(held.file),
            what=f'The text of version "{version.label}" is not the one that was adopted: its '
            f"fingerprint is {held.sha256[:12]}..., the register has {version.sha256[:12]}....",
            why="People signed these words. An adopted text never changes; another wording is "
            "another version.",
            fix=f"Put the file back as it was (`git checkout <commit> -- {held.file}`). To change "
            "the words, edit the working text and adopt a new version.",
        )
    if held.held is not None and held.held.head.text != version.text != "not_held":
        problems.error(
            "text-kind-differs",
            entry.place("versions", index, "text"),
            what=f'The register says that the text is "{version.text}", its file says '
            f'"{held.held.head.text}".',
            why="Readers must be able to tell the agreed words from an account of them.",
            fix=f'Write "text: {held.held.head.text}" if the file is right.',
        )
