"""What an adoption is judged by: the request, the text, the decision and its amendments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from truenorth.compact.decision_rules import report_unknown_decision
from truenorth.compact.load import DECISIONS, REGISTERS
from truenorth.compact.model import Amendment, Decision, Document, Register
from truenorth.compact.redline import compare
from truenorth.compact.texts import newest_adopted
from truenorth.problems import Place, Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.project import Project


@dataclass(frozen=True)
class Request:
    """What a steward asks for; dates as written."""

    document: str
    label: str
    decision: str
    effective: str
    adopted: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Step:
    """Everything the adoption is judged by: the register has the amendments already linked."""

    request: Request
    project: Project
    document: Document
    decision: Decision
    amendments: tuple[Amendment, ...]

    @property
    def register(self) -> str:
        return f"{REGISTERS}/{self.document.id}.yml"

    @property
    def place(self) -> Place:
        return Place(self.register)


def prepare(project: Project, request: Request, problems: Problems) -> Step | None:
    documents = {document.id: document for document in project.documents}
    decisions = {decision.id: decision for decision in project.decisions}
    if request.document not in documents:
        problems.error(
            "unknown-document",
            Place("content/compact"),
            what=f'There is no text "{request.document}".',
            why="Only a text of content/compact/ can be adopted.",
            fix=did_you_mean(request.document, documents),
        )
    if request.decision not in decisions:
        report_unknown_decision(request.decision, Place(DECISIONS), decisions, problems)
    for name, written in (("effective", request.effective), ("adopted", request.adopted)):
        if written is not None and not _is_day(written):
            problems.error(
                "not-a-day",
                Place("."),
                what=f'"--{name} {written[:40]}" is not a day of the calendar.',
                why="From that day on another text holds, so it must be exact.",
                fix="Write year, month and day: 2026-03-01.",
            )
    if problems.errors:
        return None
    document, decision = documents[request.document], decisions[request.decision]
    linked = tuple(_fitting(document, request, project))
    register = document.register or Register(document.id)
    by_id = {a.id: replace(a, to_version=request.label, decision=request.decision) for a in linked}
    register = replace(register, amendments=tuple(by_id.get(a.id, a) for a in register.amendments))
    return Step(request, project, replace(document, register=register), decision, linked)


def _fitting(document: Document, request: Request, project: Project) -> Iterator[Amendment]:
    """Proposed amendments that this version or decision is about, or whose sections it changes."""
    before = newest_adopted(document)
    changed = {
        diff.id
        for diff in compare(before.sections if before else (), document.sections)
        if diff.changed
    }
    for amendment in document.register.amendments if document.register else ():
        if amendment.status != "proposed":
            continue
        said = (amendment.to_version, amendment.decision)
        named = request.label == said[0] or request.decision == said[1]
        touched = changed & {affected.section for affected in amendment.sections}
        if named or (said == (None, None) and touched):
            yield amendment


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
