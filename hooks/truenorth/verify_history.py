"""Whether adopted texts and published editions are what they were, as far as can be known.

The fingerprints show that a text agrees with its register, and an edition with its
seal. They do not show that both were not changed together; only the history of git can,
and only as far back as it is here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from truenorth.compact.load import CompactFiles, load_compact
from truenorth.compact.load_texts import TEXTS, VERSIONS
from truenorth.compact.text_rules import check_files
from truenorth.editions.history import check_history as check_editions
from truenorth.partnership.history_rules import check_commitments_kept
from truenorth.partnership.question_rules import check_templates_kept
from truenorth.problems import Place, Problems
from truenorth.sources.git_history import Alteration, alterations, is_shallow, since

PATTERN = f"{TEXTS}/*/{VERSIONS}/*.md"


@dataclass(frozen=True)
class History:
    """What was looked at: `texts` adopted texts; `limits` says what could not be checked."""

    texts: tuple[str, ...]
    limits: tuple[str, ...]


def verify_history(root: Path, problems: Problems) -> History:
    """Check every adopted text against its register, and against git where there is any."""
    files = load_compact(root, problems)
    for file in files.documents:
        check_files(file, problems)
    changed = alterations(root, PATTERN)
    for alteration in changed or ():
        _report(alteration, problems)
    check_editions(root, problems)
    check_commitments_kept(root, problems)
    check_templates_kept(root, problems)
    return History(_listed(files), _limits(root, changed))


def _listed(files: CompactFiles) -> tuple[str, ...]:
    return tuple(
        f"{held.sha256}  {held.file}"
        for file in files.documents
        for held in file.held
        if held.sha256
    )


def _limits(root: Path, changed: tuple[Alteration, ...] | None) -> tuple[str, ...]:
    if changed is None:
        return (
            "There is no history of git here, so it could not be checked whether a text and its "
            "register were changed together. The fingerprints were checked.",
        )
    if is_shallow(root):
        return (
            "The history of git was cut off when this copy was fetched, so what happened before "
            "could not be checked. `git fetch --unshallow` gets the rest. The fingerprints were "
            "checked.",
        )
    return ()


def _report(alteration: Alteration, problems: Problems) -> None:
    verb = "removed" if alteration.removed else "changed"
    problems.error(
        "adopted-text-altered",
        Place(alteration.file),
        what=f"This adopted text was {verb} after it was added, {since(alteration)}.",
        why="People signed these words. An adopted text never changes, whoever asks for it.",
        fix="Put the file back as it was added, and say in a note of the register what happened. "
        "The history of git keeps this, so it will be told again.",
    )
