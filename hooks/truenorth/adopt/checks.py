"""What must hold before a text is adopted; every reason against it is told at once."""

from __future__ import annotations

import re

from truenorth.adopt.step import Step
from truenorth.compact.decision_rules import check_decision
from truenorth.compact.goal_rules import named_sections, unnamed_changes
from truenorth.compact.load_texts import held_address
from truenorth.compact.register import in_force_from
from truenorth.compact.text_rules import RESERVED
from truenorth.compact.texts import in_force_text, newest_adopted, same_text
from truenorth.dates import latest, surely_before
from truenorth.problems import Place, Problems

LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
NOT_YET = frozenset({"draft", "proposed"})


def check(step: Step, problems: Problems) -> None:
    """Every reason why the text cannot be adopted as asked."""
    _label_is_free(step, problems)
    _something_to_adopt(step, problems)
    _after_what_came_before(step, problems)
    _bylaws_kept(step, problems)
    _changes_named(step, problems)


def _label_is_free(step: Step, problems: Problems) -> None:
    label, document = step.request.label, step.document
    taken = [v.label for v in document.register.versions if v.status not in NOT_YET]
    file = held_address(document.id, label)
    if not LABEL.fullmatch(label) or label.casefold() in RESERVED:
        problems.error(
            "reserved-label" if label.casefold() in RESERVED else "bad-label",
            step.place,
            what=f'"{label[:40]}" cannot be the label of a version.',
            why="It becomes an address and a file name: letters, figures, dots and hyphens only, "
            f"and none of {', '.join(sorted(RESERVED))}.",
            fix="Name the version after its year, such as 2026 or 2026.1.",
        )
    elif label.casefold() in (other.casefold() for other in taken):
        problems.error(
            "label-taken",
            step.place,
            what=f'The register of "{document.id}" has a version "{label}" already.',
            why="What was adopted under a label stays under it for ever.",
            fix=f"Choose another one, such as {label}.1.",
        )
    elif (step.project.root / file).exists():
        problems.error(
            "label-taken",
            Place(file),
            what="This file exists already.",
            why="An adopted text is never written over.",
            fix="Choose another label.",
        )


def _something_to_adopt(step: Step, problems: Problems) -> None:
    document = step.document
    place = Place(document.file)
    if document.head.text == "not_held":
        problems.error(
            "text-not-held",
            place,
            what='The working text says "text: not_held".',
            why="Only words that are here can be adopted.",
            fix='Put the text in, and write "text: full".',
        )
    known = (in_force_text(document, step.project.today), newest_adopted(document))
    for text in dict.fromkeys(text for text in known if text is not None):
        if same_text(document, text):
            problems.error(
                "nothing-to-adopt",
                place,
                what=f"The working text is the same as version {text.label}.",
                why="A new version would say nothing new.",
                fix=f"Change {document.file} first.",
            )
            return


def _after_what_came_before(step: Step, problems: Problems) -> None:
    request, decision = step.request, step.decision
    if surely_before(request.effective, decision.date):
        problems.error(
            "effective-before-decision",
            step.place,
            what=f"The version would be in force from {request.effective}, but the decision "
            f'"{decision.id}" is of {decision.date}.',
            why="Nothing can be in force before it is decided.",
            fix=f"Choose {decision.date} or a later day.",
        )
    if request.adopted is not None and surely_before(request.adopted, decision.date):
        problems.error(
            "adopted-before-decision",
            step.place,
            what=f"The version would be adopted on {request.adopted}, but the decision "
            f'"{decision.id}" is of {decision.date}.',
            why="Nothing is adopted before it is decided.",
            fix="Leave --adopted out: it is the day of the decision.",
        )
    for version in step.document.register.versions:
        start = in_force_from(version)
        if start is not None and latest(start).isoformat() >= request.effective:
            problems.error(
                "effective-before-another",
                step.place,
                what=f"The version would be in force from {request.effective}, but version "
                f'"{version.label}" takes effect on {start}.',
                why="Versions follow one another, and on every day at most one text is in force.",
                fix=f"Choose a day after {start}.",
            )


def _bylaws_kept(step: Step, problems: Problems) -> None:
    label, decision, document = step.request.label, step.decision, step.document
    place = step.project.origins[("decisions", decision.id)]
    documents = tuple(document if d.id == document.id else d for d in step.project.documents)
    check_decision(document, label, decision, documents, place, problems)


def _changes_named(step: Step, problems: Problems) -> None:
    """Changed goals are named by an amendment, and sections are removed by this version."""
    document, label = step.document, step.request.label
    before = newest_adopted(document)
    if before is None:
        return
    goals = frozenset(goal.section for goal in step.project.goals)
    named = named_sections(document.register, frozenset({label}))
    for found in unnamed_changes(document, before, document, goals, named):
        problems.error(
            "goal-changed-without-amendment",
            Place(document.file, found.line),
            what=f"The section {found} in the working text, and no amendment of the register "
            "names it.",
            why="Goals and the charter are replaced only through an amendment, so that everybody "
            "can see who proposed it and why.",
            fix=f'Add an amendment to {step.register} with "status: proposed" and under '
            f'"sections:" the section "{found.section}" with "action: {found.action}".',
        )
    kept = {section.id for section in document.sections}
    for index, removed in enumerate(document.register.removed_sections):
        was_there = any(section.id == removed.section for section in before.sections)
        if was_there and removed.section not in kept and removed.removed_in != label:
            problems.error(
                "removed-in-another",
                step.place,
                what=f'The register says that the section "{removed.section}" is removed in '
                f"version {removed.removed_in}, but it is this one, {label}.",
                why="The note in its place says since when the section is gone.",
                fix=f'Write "removed_in: {label}" in entry {index + 1} of "removed_sections:".',
            )
