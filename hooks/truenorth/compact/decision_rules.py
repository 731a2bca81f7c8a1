"""What must hold for decisions, and for the decision that a version rests on."""

from __future__ import annotations

from collections.abc import Iterable

from truenorth.compact.adoption import Shortfall
from truenorth.compact.bylaws import missed, notice_given
from truenorth.compact.decision_record_rules import check_decision_record
from truenorth.compact.load import CompactFiles, DocumentFile
from truenorth.compact.model import (
    NOT_RECORDED,
    TOOK_EFFECT,
    Decision,
    DecisionRule,
    Document,
    Version,
)
from truenorth.compact.register import in_force_from
from truenorth.dates import surely_before
from truenorth.problems import Place, Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.sources.records import Entry

_WHOLES = {
    "votes_cast": "votes cast",
    "members_present": "members who were there",
    "all_members": "members",
}


def check_decisions(files: CompactFiles, problems: Problems) -> None:
    """Every decision for itself, and each version with the decision it names."""
    documents = files.sound()
    for entry in files.decisions:
        if entry.record is not None:
            check_decision_record(entry, problems)
            _tally_adds_up(entry, problems)
            _changes_known_documents(entry, files, problems)
    decisions = {e.record.id: e.record for e in files.decisions if e.record is not None}
    written = {e.id for e in files.decisions if e.id}
    for file in files.documents:
        register = file.document.register if file.document else None
        for index, version in enumerate(register.versions if register else ()):
            if version.status not in TOOK_EFFECT and version.decision is None:
                continue
            decision = decisions.get(version.decision)
            if version.decision is None:
                _report_missing(file, index, version, problems)
            elif version.decision == NOT_RECORDED:
                _not_recorded_is_historical(file, index, version, problems)
            elif decision is not None:
                _decided(file, index, version, decision, documents, problems)
            elif version.decision not in written and "decisions" not in files.unread:
                place = file.register.place("versions", index, "decision")
                report_unknown_decision(version.decision, place, written, problems)


def report_unknown_decision(
    ident: str, place: Place, known: Iterable[str], problems: Problems
) -> None:
    problems.error(
        "unknown-decision",
        place,
        what=f'The decision "{ident}" is not in data/decisions.yml.',
        why="Whether the bylaws were kept can be seen only from the decision itself.",
        fix=did_you_mean(ident, known) or "Add it to data/decisions.yml first.",
    )


def _tally_adds_up(entry: Entry[Decision], problems: Problems) -> None:
    tally = entry.record.tally
    if tally is None:
        return
    voted = tally.votes_for + tally.votes_against + tally.abstained
    if tally.present > tally.members:
        problems.error(
            "tally-does-not-add-up",
            entry.place("tally", "present"),
            what=f"{tally.present} were there, but the body has {tally.members} members.",
            why="Quorum and majority are counted from these numbers.",
            fix="Check the minutes; count only members who may vote.",
        )
    if voted > tally.present:
        problems.error(
            "tally-does-not-add-up",
            entry.place("tally"),
            what=f"{tally.votes_for} in favor, {tally.votes_against} against and "
            f"{tally.abstained} abstentions make {voted}, but {tally.present} were there.",
            why="Quorum and majority are counted from these numbers.",
            fix="Check the minutes; each member who was there counts once.",
        )


def _changes_known_documents(
    entry: Entry[Decision], files: CompactFiles, problems: Problems
) -> None:
    known = {file.id for file in files.documents}
    for index, change in enumerate(entry.record.changes):
        document, at, label = change.partition("@")
        if document in known and at and label:
            continue
        problems.error(
            "unknown-change",
            entry.place("changes", index),
            what=f'"{change}" does not name a version of a text of content/compact/.',
            why="A decision is shown with the versions that it adopted.",
            fix="Write the text and the version's label with an at sign between them, such as "
            f"charter@2026.1. {did_you_mean(document, known)}".rstrip(),
        )


def _report_missing(file: DocumentFile, index: int, version: Version, problems: Problems) -> None:
    problems.error(
        "decision-missing",
        file.register.place("versions", index),
        what=f'The version "{version.label}" was adopted, but no decision is named.',
        why="A text is agreed to by somebody, and readers must be able to see by whom.",
        fix="Name the decision in data/decisions.yml. Only for a version from before this "
        'register was kept write "decision: not_recorded" with "historical: true" and its '
        '"evidence:".',
    )


def _not_recorded_is_historical(
    file: DocumentFile, index: int, version: Version, problems: Problems
) -> None:
    if version.historical and version.evidence:
        return
    lacking = [
        word
        for word, there in (
            ('"historical: true"', version.historical),
            ('"evidence:"', version.evidence),
        )
        if not there
    ]
    problems.error(
        "decision-not-recorded",
        file.register.place("versions", index, "decision"),
        what=f'The decision on version "{version.label}" is not recorded, and the version has no '
        f"{' and no '.join(lacking)}.",
        why="Only history may rest on sources instead of a recorded decision.",
        fix="Record the decision in data/decisions.yml and name it here; or, for a version from "
        f"before this register was kept, add {' and '.join(lacking)}.",
    )


def _decided(
    file: DocumentFile, index: int, version: Version, decision: Decision,
    documents: tuple[Document, ...], problems: Problems,
) -> None:  # fmt: skip
    place = file.register.place("versions", index, "decision")
    start = in_force_from(version)
    if start is not None and surely_before(start, decision.date):
        problems.error(
            "decision-after-effect",
            place,
            what=f'The version "{version.label}" is in force from {start}, but the decision '
            f'"{decision.id}" is of {decision.date}.',
            why="Nothing can be in force before it is decided.",
            fix="Check both dates in the minutes.",
        )
    check_decision(file.document, version.label, decision, documents, place, problems)


def check_decision(
    document: Document, label: str, decision: Decision, documents: tuple[Document, ...],
    place: Place, problems: Problems,
) -> None:  # fmt: skip
    """Whether the decision is about this version, and meets the bylaws in force on its day."""
    named = f"{document.id}@{label}"
    if decision.changes and named not in decision.changes:
        problems.error(
            "decision-about-another",
            place,
            what=f'The decision "{decision.id}" changes {", ".join(decision.changes)}, not '
            f"{named}.",
            why="A version rests on the decision that adopted it and on no other.",
            fix=f'Name the decision that adopted it, or add "{named}" under its "changes:".',
        )
    rule, lacking = missed(documents, document, label, decision)
    notice = notice_given(document.register, label, decision.id)
    for shortfall in lacking:
        problems.error(
            "decision-misses-rule",
            place,
            what=f'The decision "{decision.id}" does not meet the bylaws: '
            f"{in_words(shortfall, rule, notice)}",
            why="A text that was not adopted as the bylaws ask must not be shown as adopted.",
            fix="If the minutes say otherwise, correct data/decisions.yml or the notice of the "
            "amendment. If not, the body has to decide again.",
        )


def in_words(shortfall: Shortfall, rule: DecisionRule, notice: str | None) -> str:
    """A shortfall as a sentence with the sum that shows it."""
    had, needed, out_of = shortfall.had, shortfall.needed, shortfall.out_of
    match shortfall.kind:
        case "quorum":
            return (
                f"{had} of {out_of} members were there; the bylaws ask for at least {needed} "
                f"({rule.quorum})."
            )
        case "majority":
            return (
                f"{had} of {out_of} {_WHOLES[rule.majority_of]} were in favor; the bylaws ask for "
                f"at least {needed} ({rule.majority})."
            )
        case "notice" if notice is None:
            return f"no notice is recorded; the bylaws ask for {needed} days."
        case "notice" if len(notice) < len("2026-03-01"):
            return (
                f"notice is dated only {notice}; the bylaws ask for at least {needed} days before "
                "the decision."
            )
        case "notice" if had < 0:
            return f"notice was given after the decision; the bylaws ask for {needed} days before."
        case "notice":
            return (
                f"notice was given {had} days before the decision; the bylaws ask for at least "
                f"{needed}."
            )
        case "body":
            return f'the body "{had}" decided; the bylaws ask for "{needed}".'
        case "tally":
            return "the votes are not recorded, so neither quorum nor majority can be counted."
        case "consensus" if had == NOT_RECORDED:
            return "how it was decided is not recorded; the bylaws ask for consensus."
        case "consensus" if had == "consensus":
            return "it is recorded as a consensus, but there were votes against."
        case "consensus":
            return "it was taken by vote; the bylaws ask for consensus."
        case _:
            return (
                f"not signed by {had}; the bylaws ask for the signatures of {needed} organizations."
            )
