"""What is overdue, and of what nothing was told for long."""

from __future__ import annotations

from collections.abc import Iterator

from truenorth.dates import latest
from truenorth.pages.addresses import address_of
from truenorth.pages.compact.completeness import ADDRESS as COMPLETENESS
from truenorth.pages.compact.text_view import document_address
from truenorth.pages.overview.desk import Item, Part, item, part, written
from truenorth.pages.partnership.action_words import due_notes
from truenorth.pages.partnership.commitment_words import stale_note, status_word
from truenorth.pages.partnership.decisions import amendment_address
from truenorth.pages.partnership.meeting import link_to
from truenorth.pages.partnership.strategy_actions import action_link
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.report_card import upkeep
from truenorth.pages.report_card.assessment import assessed, measured
from truenorth.pages.wording import Wording
from truenorth.partnership.actions import silent_since, steps
from truenorth.partnership.commitments import due_untold, overdue
from truenorth.partnership.model import Commitment
from truenorth.problems import Place


def overdue_part(project: Project, words: Wording) -> Part:
    """Things for which a day was set that is over."""
    found = {
        "updates": _updates(project, words),
        "commitments": _commitments(project, words),
        "actions": _actions(project, words),
        "reviews": _reviews(project, words),
        "meetings": _meetings(project, words),
        "comments": _comments(project, words),
    }
    return part(words, "overdue", found.items())


def stale_part(project: Project, words: Wording) -> Part:
    """Things that somebody last told of long ago."""
    untold = (
        _about(project, words, one, note)
        for one in project.commitments
        if (note := stale_note(words, one, project.today))
    )
    old = (
        item(project, words, _indicator(one), note, "indicators", one.indicator.id)
        for one in measured(assessed(project))
        if (note := upkeep.old(words, one, project.today))
    )
    return part(words, "stale", (("commitments", untold), ("figures", old)))


def _indicator(one: object) -> Link:
    return Link(one.indicator.title, address_of("indicators", one.indicator.id))


def _updates(project: Project, words: Wording) -> Iterator[Item]:
    for one in measured(assessed(project)):
        if note := upkeep.late(words, one.indicator, project.today):
            yield item(project, words, _indicator(one), note, "indicators", one.indicator.id)


def _commitments(project: Project, words: Wording) -> Iterator[Item]:
    today = project.today
    for one in project.commitments:
        if overdue(one, today) or due_untold(one, today):
            note = words(
                "stewards.due",
                who=words.list(project.find("organizations", o).name for o in one.organizations),
                date=words.date(one.due),
                status=status_word(words, one, today),
            )
            yield _about(project, words, one, note)


def _about(project: Project, words: Wording, one: Commitment, note: str) -> Item:
    link = Link(one.title, address_of("commitments", one.id))
    return item(project, words, link, note, "commitments", one.id)


def _actions(project: Project, words: Wording) -> Iterator[Item]:
    today = project.today
    for step in steps(project.strategies):
        notes = [*due_notes(words, step.action, today)]
        if not notes:
            continue
        if since := silent_since(step.action, today):
            notes.append(words("stewards.silent", date=words.date(since)))
        link = action_link(step.strategy, step.action)
        ident = f"{step.strategy.id}#{step.action.id}"
        yield item(project, words, link, " ".join(notes), "actions", ident)


def _reviews(project: Project, words: Wording) -> Iterator[Item]:
    for document in project.documents:
        if _is_past(project, document.head.next_review):
            note = words("stewards.review_due", date=words.date(document.head.next_review))
            link = Link(document.head.title, document_address(document))
            yield item(project, words, link, note, "documents", document.id)
    for element in project.agenda:
        if _is_past(project, element.next_review):
            note = words("stewards.review_due", date=words.date(element.next_review))
            link = Link(words(f"completeness.element.{element.element}"), COMPLETENESS)
            yield item(project, words, link, note, "agenda", element.element)


def _meetings(project: Project, words: Wording) -> Iterator[Item]:
    for meeting in project.meetings:
        last = meeting.head.last_day or meeting.head.first_day
        if meeting.head.status == "planned" and _is_past(project, last):
            note = words("stewards.meeting_due", dates=words.dates(meeting.head.first_day, last))
            yield item(project, words, link_to(meeting), note, "meetings", meeting.id)


def _comments(project: Project, words: Wording) -> Iterator[Item]:
    for document in project.documents:
        for amendment in document.register.amendments if document.register else ():
            if amendment.status == "proposed" and _is_past(project, amendment.comment_until):
                note = words("stewards.comments_due", date=words.date(amendment.comment_until))
                link = Link(amendment.title, amendment_address(document, amendment))
                place = Place(f"data/register/{document.id}.yml")
                yield written(project, words, link, note, place)


def _is_past(project: Project, known: str | None) -> bool:
    return known is not None and latest(known) < project.today
