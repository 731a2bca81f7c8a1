"""What must hold for governing texts, their registers and the decisions behind them."""

from __future__ import annotations

from truenorth.compact.agenda_rules import check_agenda
from truenorth.compact.amendment_rules import check_amendments
from truenorth.compact.decision_rules import check_decisions
from truenorth.compact.history_rules import check_history
from truenorth.compact.load import CompactFiles, DocumentFile
from truenorth.compact.register_rules import check_register, stem
from truenorth.compact.signature_rules import check_signatures
from truenorth.compact.text_rules import RESERVED, check_texts
from truenorth.problems import Place, Problems

# Words that the addresses under /compact/ use for pages of their own.
RESERVED_DOCUMENTS = RESERVED | {"in-force", "amendments", "completeness"}


def check_compact(files: CompactFiles, problems: Problems) -> None:
    """Every rule that needs no other domain."""
    for file in files.documents:
        _document_id(file, problems)
        check_texts(file, problems)
        check_history(file, problems)
        check_amendments(file, files, problems)
    for register in files.registers():
        check_register(register, problems)
        check_signatures(register, problems)
    check_decisions(files, problems)
    check_agenda(files, problems)
    for register in files.lone_registers:
        problems.error(
            "register-without-document",
            register.place("document"),
            what=f"There is no text content/compact/{stem(register)}/index.md for this register.",
            why="A register lists the versions and signatures of one text, and is shown with it.",
            fix="Name the file like the folder of the text, or add the text.",
        )


def _document_id(file: DocumentFile, problems: Problems) -> None:
    if file.id not in RESERVED_DOCUMENTS:
        return
    problems.error(
        "reserved-id",
        Place(file.text.file),
        what=f'"{file.id}" cannot be the name of a text\'s folder.',
        why=f"The address /compact/{file.id}/ belongs to a page that the site makes itself.",
        fix="Choose another name for the folder.",
    )
