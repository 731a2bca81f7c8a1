"""What must hold for governing texts and their registers."""

from __future__ import annotations

from truenorth.compact.load import CompactFiles, DocumentFile
from truenorth.compact.model import DocumentHead, Register
from truenorth.problems import Place, Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.sources.records import Entry

# Words that the addresses under /compact/ use for pages of their own.
RESERVED_DOCUMENTS = frozenset({"signers"})
RESERVED_SECTIONS = frozenset({"signers", "compare", "proposed"})


def check_compact(files: CompactFiles, problems: Problems) -> None:
    """Every rule that needs no other domain."""
    for file in files.documents:
        _document_id(file, problems)
        _section_ids(file, problems)
        if file.head is not None:
            _summary_has_sources(file.head, problems)
    for register in files.registers():
        _register(register, problems)
    for register in files.lone_registers:
        problems.error(
            "register-without-document",
            register.place("document"),
            what=f"There is no text {_text_of(register)} for this register.",
            why="A register lists the versions and signatures of one text, and is shown with it.",
            fix="Name the file like the folder of the text, or add the text.",
        )


def _document_id(file: DocumentFile, problems: Problems) -> None:
    if file.id not in RESERVED_DOCUMENTS | RESERVED_SECTIONS:
        return
    problems.error(
        "reserved-id",
        Place(file.text.file),
        what=f'"{file.id}" cannot be the name of a text\'s folder.',
        why=f"The address /compact/{file.id}/ belongs to a page that the site makes itself.",
        fix="Choose another name for the folder.",
    )


def _section_ids(file: DocumentFile, problems: Problems) -> None:
    first: dict[str, int] = {}
    for heading in file.headings:
        place = Place(file.text.file, heading.line)
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
        elif heading.id in RESERVED_SECTIONS:
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


def _text_of(register: Entry[Register]) -> str:
    return f"content/compact/{_stem(register)}/index.md"


def _stem(register: Entry[Register]) -> str:
    return register.file.file.rpartition("/")[2].removesuffix(".yml")


def _register(entry: Entry[Register], problems: Problems) -> None:
    data = entry.data if isinstance(entry.data, dict) else {}
    if isinstance(data.get("document"), str) and data["document"] != _stem(entry):
        problems.error(
            "register-name",
            entry.place("document"),
            what=f'The register says it is that of "{data["document"]}", but its file is named '
            f'"{_stem(entry)}.yml".',
            why="The file's name decides which text the signatures are shown with.",
            fix=f'Write "document: {_stem(entry)}", or rename the file.',
        )
    labels = _labels(entry, problems)
    signatures = data.get("signatures")
    for index, signature in enumerate(signatures if isinstance(signatures, list) else ()):
        version = signature.get("version") if isinstance(signature, dict) else None
        if isinstance(version, str) and version not in labels:
            problems.error(
                "unknown-version",
                entry.place("signatures", index, "version"),
                what=f'The signature is for version "{version}", which this register does not '
                "list.",
                why="A signature belongs to the text that was signed, not to any other.",
                fix=did_you_mean(version, labels) or 'Add the version under "versions:" first.',
            )


def _labels(entry: Entry[Register], problems: Problems) -> tuple[str, ...]:
    """The labels of a register's versions, as written; one that stands twice is reported."""
    versions = entry.data.get("versions") if isinstance(entry.data, dict) else None
    labels: list[str] = []
    for index, version in enumerate(versions if isinstance(versions, list) else ()):
        label = version.get("label") if isinstance(version, dict) else None
        if not isinstance(label, str):
            continue
        if label in labels:
            problems.error(
                "duplicate-version",
                entry.place("versions", index, "label"),
                what=f'The version "{label}" is listed twice.',
                why="A signature for it could mean either.",
                fix="Give each version a label of its own, such as 2018 and 2018.1.",
            )
        labels.append(label)
    return tuple(labels)
