"""The page of one commitment: who promised what under which words, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truenorth.dates import surely_before
from truenorth.pages.addresses import address_of
from truenorth.pages.compact.section_in_version import then_and_today
from truenorth.pages.page import Page
from truenorth.pages.partnership.commitment_words import SHAPES, due_notes, mark_of, stale_note
from truenorth.pages.parts import Link, Mark, foot, source_lines
from truenorth.pages.records import (
    Entry,
    Project,
    body_links,
    commitment_links,
    constellation_links,
    decision_links,
    goal_links,
    known,
    meeting_links,
    organization_links,
    present,
    source_links,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.commitments import ENDED, former
from truenorth.partnership.model import Commitment, CommitmentUpdate, FormerWords

FILE = "data/commitments.yml"
INDEX = "/commitments/"


@dataclass(frozen=True)
class Told:
    """One update: when, what, by whom, the status from then on, and what shows it."""

    when: str
    text: str
    by: Entry
    mark: Mark | None
    evidence: tuple[Link, ...]


@dataclass(frozen=True)
class Former:
    """Words that a commitment had."""

    until: str
    text: str
    due: str
    reason: str


def page(project: Project, words: Wording, one: Commitment) -> Page:
    """The page of a commitment."""
    home = address_of("commitments", one.id)
    parts = ["promise", "status", "updates", *(["former-words"] if one.revisions else [])]
    today = project.today
    return Page(
        address=home,
        template="commitment.html",
        title=one.title,
        description=one.text,
        context={
            "title": one.title,
            "crumbs": (Link(words("commitments.title"), INDEX),),
            "text": one.text,
            "mark": mark_of(words, one, today),
            "remarks": tuple(filter(None, (one.end_reason, stale_note(words, one, today)))),
            "facts": present(
                *((words(f"commitments.term.{t}"), e) for t, e in _facts(project, words, one))
            ),
            "note": one.note or "",
            "updates": tuple(_told(project, words, u) for u in reversed(one.updates)),
            "former": tuple(_former(words, f) for f in reversed(one.revisions)),
            "sources": source_lines(project, words, one.sources),
            "foot": foot(project, words, home, one.title, [(words("commitments.edit"), FILE)]),
        },
        origin=FILE,
        parts=(*parts, "sources", "report"),
    )


def told_by(project: Project, words: Wording, update: CommitmentUpdate) -> Entry:
    """Whether the organization told it itself, or who reviewed it."""
    if update.reviewed_by is None:
        return Entry(words("commitments.self_reported"))
    body = project.find("bodies", update.reviewed_by).name
    return Entry(
        words("commitments.reviewed_by", body=body), body_links(project, (update.reviewed_by,))
    )


def _facts(project: Project, words: Wording, one: Commitment) -> Iterator[tuple[str, Entry | None]]:
    yield "organizations", Entry(links=organization_links(project, one.organizations))
    yield "made", known(words.date(one.made) if one.made else None, words("commitments.no_made"))
    answered = then_and_today(project, words, one.section, one.version)
    yield "version" if one.version else "section", Entry(links=answered)
    yield "goals", Entry(links=goal_links(project, one.goals))
    yield "strategy", _strategy(project, one)
    within = (one.constellation,) if one.constellation else ()
    yield "constellation", Entry(links=constellation_links(project, within))
    notes = tuple(due_notes(words, one, project.today))
    due = words.date(one.due) if one.due else None
    yield "due", known(due, words("commitments.no_due"), notes)
    if one.status in ENDED and one.ended:
        late = one.status == "completed" and one.due and surely_before(one.due, one.ended)
        notes = (words("commitments.kept_late"),) if late else ()
        yield one.status, Entry(words.date(one.ended), notes=notes)
    after = (one.successor,) if one.successor else ()
    yield "successor", Entry(links=commitment_links(project, words, after))
    before = (earlier.id for earlier in former(one, project.commitments))
    yield "former", Entry(links=commitment_links(project, words, before))
    yield "decisions", _decisions(project, words, one)


def _strategy(project: Project, one: Commitment) -> Entry | None:
    if one.strategy is None:
        return None
    title = project.find("strategies", one.strategy).title
    return Entry(links=(Link(title, address_of("strategies", one.strategy)),))


def _decisions(project: Project, words: Wording, one: Commitment) -> Entry:
    """The decision behind it and those that changed it, each with its meeting where known."""
    found = [d for d in project.decisions if d.id == one.decision or one.id in d.commitments]
    links = decision_links(project, words, (decision.id for decision in found))
    held = meeting_links(project, words, (d.meeting for d in found if d.meeting))
    return Entry(links=(*links, *held))


def _told(project: Project, words: Wording, update: CommitmentUpdate) -> Told:
    mark = None
    if update.status is not None:
        mark = Mark(SHAPES[update.status], words(f"enums.commitment_status.{update.status}"))
    return Told(
        when=words.date(update.date),
        text=update.text,
        by=told_by(project, words, update),
        mark=mark,
        evidence=source_links(project, words, update.evidence),
    )


def _former(words: Wording, old: FormerWords) -> Former:
    return Former(
        until=words("commitments.former_until", date=words.date(old.until)),
        text=old.text,
        due=words("commitments.former_due", date=words.date(old.due)) if old.due else "",
        reason=old.reason,
    )
