"""What must hold for signatures: of a known version, within its window, and in order."""

from __future__ import annotations

from truenorth.compact.model import AGREEING, Register, Signature, Version
from truenorth.compact.register_rules import labels
from truenorth.compact.roll import LEFT, by_organization
from truenorth.dates import surely_before
from truenorth.problems import Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.sources.records import Entry


def check_signatures(entry: Entry[Register], problems: Problems) -> None:
    """Every signature of a register."""
    _versions_known(entry, problems)
    register = entry.record
    if register is None:
        return
    versions = {version.label: version for version in register.versions}
    for index, signature in enumerate(register.signatures):
        if signature.version in versions:
            version = versions[signature.version]
            _history_is_shown(entry, index, signature, version, problems)
            _within_window(entry, index, signature, version, problems)
            _left_what_it_had_agreed_to(entry, index, signature, version, problems)


def _versions_known(entry: Entry[Register], problems: Problems) -> None:
    known = labels(entry, Problems())
    signatures = entry.data.get("signatures") if isinstance(entry.data, dict) else None
    for index, signature in enumerate(signatures if isinstance(signatures, list) else ()):
        version = signature.get("version") if isinstance(signature, dict) else None
        if isinstance(version, str) and version not in known:
            problems.error(
                "unknown-version",
                entry.place("signatures", index, "version"),
                what=f'The signature is for version "{version}", which this register does not '
                "list.",
                why="A signature belongs to the text that was signed, not to any other.",
                fix=did_you_mean(version, known) or 'Add the version under "versions:" first.',
            )


def _history_is_shown(
    entry: Entry[Register], index: int, signature: Signature, version: Version, problems: Problems
) -> None:
    """What was signed before the register was kept rests on sources alone."""
    if not version.historical or signature.evidence:
        return
    problems.error(
        "signature-without-evidence",
        entry.place("signatures", index),
        what=f'Nothing shows that "{signature.organization}" did this: version '
        f'"{version.label}" is from before this register was kept.',
        why="Nobody may be named as having agreed to something without a source that says so.",
        fix='Add "evidence:" and below it the ids of sources, each with a dash.',
    )


def _within_window(
    entry: Entry[Register], index: int, signature: Signature, version: Version, problems: Problems
) -> None:
    """Dates are compared at the coarser precision of the two."""
    if signature.date is None or signature.evidence or signature.action not in AGREEING:
        return
    opens, closes = version.signing_opens, version.signing_closes
    if opens is not None and surely_before(signature.date, opens):
        window = f"opened only on {opens}"
    elif closes is not None and surely_before(closes, signature.date):
        window = f"closed on {closes}"
    else:
        return
    problems.error(
        "signature-outside-window",
        entry.place("signatures", index, "date"),
        what=f'"{signature.organization}" agreed on {signature.date}, but signing of version '
        f'"{version.label}" {window}.',
        why="Whoever agrees earlier or later has agreed to something else, unless a record shows "
        "otherwise.",
        fix='Correct the date, or name under "evidence:" the source that shows it.',
    )


def _left_what_it_had_agreed_to(
    entry: Entry[Register], index: int, signature: Signature, version: Version, problems: Problems
) -> None:
    """Where the roll names everyone, only who agreed can withdraw or let it lapse."""
    if signature.action not in LEFT or not version.complete_roll:
        return
    actions = by_organization(entry.record, version.label)[signature.organization]
    before = actions[: actions.index(signature)]
    if any(action.action in AGREEING for action in before):
        return
    problems.error(
        "left-without-agreeing",
        entry.place("signatures", index, "action"),
        what=f'"{signature.organization}" is listed as "{signature.action}", but not as having '
        f'agreed to version "{version.label}" before.',
        why="The list of this version is said to name everyone, and only a promise that was made "
        "can end.",
        fix='Add the earlier signature, or write "complete_roll: false" for the version.',
    )
