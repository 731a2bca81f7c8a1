"""Governing texts that differ from what was adopted, and the steps that are still to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from truenorth.clock import today
from truenorth.compact.adoption import earliest_decision
from truenorth.compact.bylaws import rule_on
from truenorth.compact.load import REGISTERS, load_compact
from truenorth.compact.model import Amendment, DecisionRule, Document
from truenorth.compact.texts import in_force_text, newest_adopted, proposed
from truenorth.dates import latest
from truenorth.pages.compact.changes import Changes as TextChanges
from truenorth.pages.compact.changes import changes as text_changes
from truenorth.pages.wording import Wording
from truenorth.problems import Problems
from truenorth.project import Project, load_project
from truenorth.redline_text import escape, to_markdown, to_terminal


@dataclass(frozen=True)
class Changed:
    """A document whose working text is not what was adopted, with its redline."""

    document: Document
    redline: TextChanges
    amendments: tuple[Amendment, ...]
    rule: DecisionRule | None

    @property
    def sections(self) -> frozenset[str]:
        """The sections that changed, as document#section."""
        return frozenset(f"{self.document.id}#{s.id}" for s in self.redline.changed)


@dataclass(frozen=True)
class Found:
    """All changed documents; `project` is None where the repository has faults."""

    changed: tuple[Changed, ...]
    project: Project | None


def find_changes(root: Path) -> Found:
    """Compare every working text with the text in force, else with the one adopted last."""
    day = today(root)
    documents = load_compact(root, Problems()).sound()
    changed = tuple(_changed(document, documents, day) for document in documents
                    if proposed(document, day))  # fmt: skip
    return Found(changed, load_project(root, day, Problems()))


def _changed(document: Document, documents: tuple[Document, ...], day: date) -> Changed:
    before = in_force_text(document, day) or newest_adopted(document)
    compared = text_changes(before, document)
    ids = {section.id for section in compared.changed}
    under_way = tuple(
        amendment
        for amendment in (document.register.amendments if document.register else ())
        if amendment.status == "proposed"
        if not amendment.sections or ids & {affected.section for affected in amendment.sections}
    )
    return Changed(document, compared, under_way, rule_on(documents, day))


def report(words: Wording, changes: Found, *, markdown: bool, color: bool = False) -> str:
    """Redlines, steps still to come, and what else is affected."""
    if not changes.changed:
        return words("redline_text.report.none")
    safe = escape if markdown else str
    lines = [f"## {words('redline_text.report.heading')}", ""] if markdown else []
    for changed in changes.changed:
        if markdown:
            lines.append(to_markdown(words, changed.redline, level=3))
        else:
            lines += [to_terminal(words, changed.redline, color=color), ""]
        sign = "#### " if markdown else ""
        lines += [f"{sign}{words('redline_text.report.steps')}", ""]
        lines += [f"{n}. {safe(step)}" for n, step in enumerate(_steps(words, changes, changed), 1)]
        lines += ["", f"{sign}{words('redline_text.report.affected')}", ""]
        lines += [f"- {safe(line)}" for line in _affected(words, changes, changed)]
        lines.append("")
    return "\n".join(lines).rstrip()


def _steps(words: Wording, changes: Found, changed: Changed) -> Iterator[str]:
    """From the amendment to the adoption, each with what the rule in force asks for."""
    document, rule = changed.document, changed.rule
    if not changed.amendments:
        yield words("redline_text.step.amendment_missing", file=f"{REGISTERS}/{document.id}.yml")
    for amendment in changed.amendments:
        yield words("redline_text.step.amendment_known", title=amendment.title)
    yield from _notice(words, changed, rule)
    yield _decision(words, changes, rule)
    if rule is not None and rule.must_sign:
        yield words("redline_text.step.signatures", organizations=words.list(rule.must_sign))
    yield words("redline_text.step.adoption", document=document.id)


def _notice(words: Wording, changed: Changed, rule: DecisionRule | None) -> Iterator[str]:
    notices = [amendment.notice for amendment in changed.amendments]
    if not notices or not all(notices):
        if rule is not None and rule.notice_days:
            yield words("redline_text.step.notice_missing", days=rule.notice_days)
        return
    given = max(notices, key=latest)
    first = earliest_decision(latest(given), rule) if rule else latest(given)
    yield words(
        "redline_text.step.notice_given",
        notice=words.date(given),
        earliest=words.date(first.isoformat()),
    )
    if until := [amendment.comment_until for amendment in changed.amendments]:
        for day in filter(None, until):
            yield words("redline_text.step.comments", until=words.date(day))


def _decision(words: Wording, changes: Found, rule: DecisionRule | None) -> str:
    if rule is None:
        return words("redline_text.step.decision_free")
    bodies = {body.id: body.name for body in changes.project.bodies} if changes.project else {}
    body = bodies.get(rule.body, rule.body)
    if rule.method == "consensus":
        return words("redline_text.step.decision_consensus", body=body)
    return words(
        "redline_text.step.decision_vote",
        body=body,
        quorum=rule.quorum,
        majority=rule.majority,
        whole=words(f"redline_text.majority_of.{rule.majority_of}"),
    )


def _affected(words: Wording, changes: Found, changed: Changed) -> Iterator[str]:
    project = changes.project
    if project is None:
        yield words("redline_text.report.unknown_affected")
        return
    goals = [goal for goal in project.goals if goal.section in changed.sections]
    promised = [one for one in project.commitments if one.section in changed.sections]
    if not goals:
        yield words("redline_text.report.none_affected")
    for goal in goals:
        titles = [i.title for i in project.indicators if goal.id in i.definition.goals]
        told = {"goal": goal.title, "section": goal.section}
        if titles:
            yield words("redline_text.report.goal", indicators=words.list(titles), **told)
        else:
            yield words("redline_text.report.goal_alone", **told)
    for one in promised:
        who = words.list(project.find("organizations", ident).name for ident in one.organizations)
        told = {"title": one.title, "section": one.section, "organizations": who}
        if one.version:
            yield words("redline_text.report.commitment_under", version=one.version, **told)
        else:
            yield words("redline_text.report.commitment", **told)
