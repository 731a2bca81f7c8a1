"""What must hold for amendments: what they change, when, and by whose decision."""

from __future__ import annotations

from truenorth.compact.decision_rules import report_unknown_decision
from truenorth.compact.load import CompactFiles, DocumentFile
from truenorth.compact.model import NOT_RECORDED, Amendment
from truenorth.compact.register import in_force_from
from truenorth.dates import surely_before
from truenorth.problems import Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.references import check_unique


def check_amendments(file: DocumentFile, files: CompactFiles, problems: Problems) -> None:
    """Every amendment of one register."""
    entry = file.register
    if entry is None or entry.record is None:
        return
    amendments = entry.record.amendments
    ids = ((a.id, entry.place("amendments", n, "id")) for n, a in enumerate(amendments))
    check_unique("amendment", ids, problems)
    for index, amendment in enumerate(amendments):
        _versions_known(file, index, amendment, problems)
        _sections_known(file, index, amendment, problems)
        _dates_in_order(file, index, amendment, problems)
        _decided(file, index, amendment, files, problems)


def _versions_known(
    file: DocumentFile, index: int, amendment: Amendment, problems: Problems
) -> None:
    labels = [version.label for version in file.register.record.versions]
    for key in ("from_version", "to_version"):
        label = getattr(amendment, key)
        to_come = key == "to_version" and amendment.status != "adopted"
        if label is None or label in labels or to_come:
            continue
        problems.error(
            "unknown-version",
            file.register.place("amendments", index, key),
            what=f'"{key}" names the version "{label}", which this register does not list.',
            why="An amendment leads from one version to the next, and both are linked.",
            fix=did_you_mean(label, labels) or 'Add the version under "versions:" first.',
        )
    if amendment.status == "adopted" and amendment.to_version is None:
        problems.error(
            "amendment-without-version",
            file.register.place("amendments", index),
            what=f'The amendment "{amendment.id}" was adopted, but no version is named that it '
            "led to.",
            why="Readers must be able to see the words that it changed.",
            fix='Add "to_version:" with the label of that version.',
        )


def _sections_known(
    file: DocumentFile, index: int, amendment: Amendment, problems: Problems
) -> None:
    known = {heading.id for read in file.texts() for heading in read.headings if heading.id}
    known |= {removed.section for removed in file.register.record.removed_sections}
    for position, affected in enumerate(amendment.sections):
        if affected.section in known:
            continue
        problems.error(
            "unknown-section",
            file.register.place("amendments", index, "sections", position, "section"),
            what=f'No text of "{file.id}" has or had a section "{affected.section}".',
            why="The register says section by section what an amendment changed.",
            fix=did_you_mean(affected.section, known) or "Name the section by its permanent id.",
        )


def _dates_in_order(
    file: DocumentFile, index: int, amendment: Amendment, problems: Problems
) -> None:
    for earlier, later in (("notice", "comment_until"), ("proposed", "notice")):
        one, other = getattr(amendment, earlier), getattr(amendment, later)
        if one is None or other is None or not surely_before(other, one):
            continue
        problems.error(
            "ends-before-it-begins",
            file.register.place("amendments", index, later),
            what=f'"{later}" is {other}, which lies before "{earlier}", {one}.',
            why="People can comment only on what they have been told of.",
            fix="Check both dates; often they are only swapped.",
        )
    version = next(
        (v for v in file.register.record.versions if v.label == amendment.to_version), None
    )
    start = in_force_from(version) if version else None
    if start is None or amendment.effective is None:
        return
    if surely_before(start, amendment.effective) or surely_before(amendment.effective, start):
        problems.error(
            "effective-date-differs",
            file.register.place("amendments", index, "effective"),
            what=f"The amendment holds from {amendment.effective}, its version "
            f'"{version.label}" is in force from {start}.',
            why="An amendment takes effect with its version.",
            fix='Correct the date that is wrong, or leave "effective:" out here.',
        )


def _decided(
    file: DocumentFile, index: int, amendment: Amendment, files: CompactFiles, problems: Problems
) -> None:
    if amendment.decision in (None, NOT_RECORDED) or "decisions" in files.unread:
        return
    place = file.register.place("amendments", index, "decision")
    known = {entry.id for entry in files.decisions if entry.id}
    if amendment.decision not in known:
        report_unknown_decision(amendment.decision, place, known, problems)
        return
    decision = next(
        (e.record for e in files.decisions if e.record and e.record.id == amendment.decision), None
    )
    for key in ("proposed", "notice"):
        day = getattr(amendment, key)
        if decision is not None and day is not None and surely_before(decision.date, day):
            problems.error(
                "decided-before-notice",
                place,
                what=f'The decision "{decision.id}" is of {decision.date}, before "{key}", {day}.',
                why="A body can decide only on what was proposed and announced.",
                fix="Check both dates, or name the decision that was about this amendment.",
            )
