"""What is on record about a body: its meetings and decisions, and where texts speak of it."""

from __future__ import annotations

from truenorth.compact.texts import shown_text
from truenorth.pages.addresses import address_of
from truenorth.pages.compact.proposal import rule_words
from truenorth.pages.compact.text_view import document_address
from truenorth.pages.parts import Link
from truenorth.pages.records import Entry, Project, meeting_links, organization_links, present
from truenorth.pages.relations import naming
from truenorth.pages.self_assessment.assessment_links import assessments_of
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Body

Pairs = tuple[tuple[str, Entry], ...]


def decision_rules(project: Project, words: Wording, body: Body) -> Pairs:
    """How a text in force says that the body decides, with who must have signed."""
    heads = ((one, shown_text(one, project.today).head) for one in project.documents)
    return tuple(
        (
            words("people.term.rule_in_text"),
            Entry(
                links=(
                    Link(head.title, document_address(document)),
                    *organization_links(project, rule.must_sign),
                ),
                notes=rule_words(project, words, rule),
            ),
        )
        for document, head in heads
        if (rule := head.decision_rule) and rule.body == body.id and not head.illustration
    )


def on_record(project: Project, words: Wording, body: Body) -> Pairs:
    """Meetings, decisions, reviews and assessments of a body, the newest first."""
    held = reversed(naming(project, "meetings", "bodies", body.id))
    return present(
        (words("people.term.meetings"), Entry(links=meeting_links(project, words, held))),
        (words("people.term.decisions"), Entry(links=_decisions(project, words, body))),
        (words("people.term.reviewed"), Entry(links=_reviewed(project, words, body))),
        (
            words("people.term.assessments"),
            Entry(links=assessments_of(project, words, "bodies", body.id)),
        ),
    )


def _decisions(project: Project, words: Wording, body: Body) -> tuple[Link, ...]:
    """What it decided, and what others decided about its seats."""
    seats = {f"{body.id}#{seat.id}": seat.constituency for seat in body.seats}
    found = []
    for decision in sorted(project.decisions, key=lambda one: one.date, reverse=True):
        about = [seats[seat] for seat in decision.seats if seat in seats]
        if decision.body != body.id and not about:
            continue
        note = words.date(decision.date)
        if about:
            note = words("people.about_seats", date=note, seats=words.list(about))
        found.append(Link(decision.title, address_of("decisions", decision.id), note))
    return tuple(found)


def _reviewed(project: Project, words: Wording, body: Body) -> tuple[Link, ...]:
    """Each commitment that it looked at, with the day on which it last did."""
    found = []
    for commitment in project.commitments:
        dates = [update.date for update in commitment.updates if update.reviewed_by == body.id]
        if dates:
            note = words("people.reviewed_on", date=words.date(max(dates)))
            found.append(Link(commitment.title, address_of("commitments", commitment.id), note))
    return tuple(found)
