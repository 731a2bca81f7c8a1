"""What nobody else looked at, what rests on no firm source, and what is not known yet."""

from __future__ import annotations

from collections.abc import Iterator

from truenorth.compact.texts import shown_text
from truenorth.dates import latest
from truenorth.pages.addresses import address_of
from truenorth.pages.compact.text_view import basis, document_address
from truenorth.pages.overview.desk import Item, Part, item, part, written
from truenorth.pages.overview.timeline import fact_address
from truenorth.pages.partnership.backbone import functions
from truenorth.pages.partnership.strategy_actions import action_link
from truenorth.pages.parts import Link
from truenorth.pages.records import Project, organization_links
from truenorth.pages.report_card import upkeep
from truenorth.pages.report_card.freshness import whole_years
from truenorth.pages.wording import Wording
from truenorth.partnership.actions import ENDED, status_on, steps
from truenorth.partnership.backbone import FUNCTIONS, carriers
from truenorth.partnership.commitments import due_untold, last_update
from truenorth.partnership.commitments import status_on as fares
from truenorth.partnership.model import Organization, Role
from truenorth.problems import Place

STORY_YEARS = 2
ORGANIZATIONS = "data/organizations.yml"
# Nobody needs to look at how these fare.
_GIVEN_UP = frozenset({"withdrawn", "carried_forward"})


def unreviewed_part(project: Project, words: Wording) -> Part:
    """Things that nobody looked at but those who wrote them, or not for long."""
    found = {
        "self_reported": _self_reported(project, words),
        "documents": _never_reviewed(project, words),
        "stories": _old_stories(project, words),
    }
    return part(words, "unreviewed", found.items())


def unsourced_part(project: Project, words: Wording) -> Part:
    """Things that rest on no source, on sources that differ, or on our own account."""
    found = {
        "disputed": _disputed(project, words),
        "texts": _summaries(project, words),
        "organizations": _without_source(project, words),
    }
    return part(words, "unsourced", found.items())


def incomplete_part(project: Project, words: Wording) -> Part:
    """Things of which something is not known that a reader asks first."""
    found = {
        "constellations": _of_unknown_status(project, words),
        "functions": _not_carried(project, words),
        "commitments": _unknown_commitments(project, words),
        "actions": _unowned(project, words),
        "goals": _untested(project, words),
        "wanted": _nobody_obtains(project, words),
        "unfinished": _unfinished(project, words),
        "roles": _undated(project, words),
    }
    return part(words, "incomplete", found.items())


def _self_reported(project: Project, words: Wording) -> Iterator[Item]:
    for one in project.commitments:
        told = last_update(one, project.today)
        reviewed = any(update.basis == "reviewed" for update in one.updates)
        if told is None or reviewed or one.status in _GIVEN_UP:
            continue
        note = words("stewards.self_reported", date=words.date(told.date))
        link = Link(one.title, address_of("commitments", one.id))
        yield item(project, words, link, note, "commitments", one.id)


def _never_reviewed(project: Project, words: Wording) -> Iterator[Item]:
    for document in project.documents:
        if document.head.last_review is None and document.head.next_review is None:
            link = Link(document.head.title, document_address(document))
            note = words("stewards.no_review")
            yield item(project, words, link, note, "documents", document.id)


def _old_stories(project: Project, words: Wording) -> Iterator[Item]:
    for indicator in project.indicators:
        if (story := indicator.story) is None:
            continue
        if whole_years(latest(story.head.date), project.today) >= STORY_YEARS:
            note = words("stewards.old_story", date=words.date(story.head.date))
            link = Link(indicator.title, address_of("indicators", indicator.id))
            yield written(project, words, link, note, Place(story.file))


def _disputed(project: Project, words: Wording) -> Iterator[Item]:
    partnership = project.partnership
    for facts, home in ((partnership.history, ""), (partnership.region, "/#disputed")):
        for fact in facts:
            if fact.disputed:
                link = Link(fact.text, home or fact_address(fact.id))
                note = words("stewards.accounts", count=len(fact.disputed) + 1)
                yield item(project, words, link, note, "facts", fact.id)


def _summaries(project: Project, words: Wording) -> Iterator[Item]:
    for document in project.documents:
        text = shown_text(document, project.today)
        if text.head.text != "full":
            link = Link(text.head.title, document_address(document))
            note = words(f"compact.basis.{basis(text.head)}")
            yield item(project, words, link, note, "documents", document.id)


def _without_source(project: Project, words: Wording) -> Iterator[Item]:
    for one in project.organizations:
        if not one.sources and not (one.roles and all(role.sources for role in one.roles)):
            yield _organization(project, words, one, words("stewards.no_source"))


def _organization(project: Project, words: Wording, one: Organization, note: str) -> Item:
    (link,) = organization_links(project, (one.id,))
    return item(project, words, link, note, "organizations", one.id)


def _of_unknown_status(project: Project, words: Wording) -> Iterator[Item]:
    for one in project.constellations:
        if one.status is None:
            link = Link(one.name, address_of("constellations", one.id))
            note = words("stewards.no_status")
            yield item(project, words, link, note, "constellations", one.id)


def _not_carried(project: Project, words: Wording) -> Iterator[Item]:
    """Backbone functions; nothing where no source speaks of any."""
    if functions(project, words) is None:
        return
    stated = {gap.function for gap in project.partnership.backbone_gaps}
    for what in FUNCTIONS:
        if any(c.now for c in carriers(project.organizations, what, project.today)):
            continue
        link = Link(words(f"enums.backbone_function.{what}"), "/people/#backbone")
        note = words("people.backbone.nobody" if what in stated else "people.backbone.unknown")
        yield written(project, words, link, note, Place(ORGANIZATIONS))


def _unknown_commitments(project: Project, words: Wording) -> Iterator[Item]:
    """Those that are not overdue besides; these stand under what is overdue."""
    for one in project.commitments:
        if fares(one, project.today) is None and not due_untold(one, project.today):
            link = Link(one.title, address_of("commitments", one.id))
            note = words("commitments.unknown")
            yield item(project, words, link, note, "commitments", one.id)


def _unowned(project: Project, words: Wording) -> Iterator[Item]:
    for step in steps(project.strategies):
        if not step.action.owners and status_on(step.action, project.today) not in ENDED:
            link = action_link(step.strategy, step.action)
            ident = f"{step.strategy.id}#{step.action.id}"
            yield item(project, words, link, words("strategies.no_owner"), "actions", ident)


def _untested(project: Project, words: Wording) -> Iterator[Item]:
    tested = {goal for one in project.indicators for goal in one.definition.goals}
    for goal in project.goals:
        if goal.id not in tested:
            link = Link(goal.title, address_of("goals", goal.id))
            yield item(project, words, link, words("stewards.untested"), "goals", goal.id)


def _nobody_obtains(project: Project, words: Wording) -> Iterator[Item]:
    for one in project.indicators:
        if one.definition.tier == "wanted" and not one.definition.owner:
            link = Link(one.title, address_of("indicators", one.id))
            yield item(project, words, link, words("stewards.no_owner"), "indicators", one.id)


def _unfinished(project: Project, words: Wording) -> Iterator[Item]:
    for one in project.indicators:
        if note := upkeep.unfinished(words, one):
            link = Link(one.title, address_of("indicators", one.id))
            yield item(project, words, link, note, "indicators", one.id)


def _undated(project: Project, words: Wording) -> Iterator[Item]:
    """Roles that carry no date, where neither a signature nor money given dates them."""
    registers = [document.register for document in project.documents if document.register]
    dated = {("signer", s.organization) for r in registers for s in r.signatures if s.date}
    dated |= {("funder", funder) for f in project.funding if f.since for funder in f.funders}
    for one in project.organizations:
        roles = [r for r in one.roles if _has_no_date(r) and (r.role, one.id) not in dated]
        if roles:
            named = dict.fromkeys(words(f"enums.role.{role.role}") for role in roles)
            note = words("stewards.no_dates", roles=words.list(named))
            yield _organization(project, words, one, note)


def _has_no_date(role: Role) -> bool:
    return role.since is None and role.until is None
