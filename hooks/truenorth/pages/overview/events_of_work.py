"""What was promised, done, paid, agreed, met about and published."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from truenorth.dates import latest
from truenorth.pages.addresses import address_of
from truenorth.pages.overview.event import Event, Kind, how_many, is_over, linked
from truenorth.pages.partnership.meeting import link_to, who_in_words
from truenorth.pages.partnership.money import amount, money
from truenorth.pages.parts import Link
from truenorth.pages.records import Project, organization_links
from truenorth.pages.report_card import editions
from truenorth.pages.report_card.edition_main import edition_address
from truenorth.pages.self_assessment.assessment_links import title_of
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Agreement, Commitment, Funding, Meeting, Strategy


def events(project: Project, words: Wording) -> Iterator[Event]:
    """What the records of work tell with a date."""
    for meeting in project.meetings:
        yield _meeting(project, words, meeting)
    for commitment in project.commitments:
        yield from _commitment(project, words, commitment)
    for kind, found in (("strategy", project.strategies), ("agreement", project.agreements)):
        for one in found:
            yield from _lasting(project, words, kind, one)
    for funding in project.funding:
        yield from _money(project, words, funding)
    yield from _report_card(project, words)
    for one in project.assessments:
        named = linked(Link(title_of(project, words, one), address_of("assessments", one.id)))
        yield Event("assessment", one.date, words("timeline.assessment", assessment=named))


def _meeting(project: Project, words: Wording, meeting: Meeting) -> Event:
    head = meeting.head
    last = head.last_day or head.first_day
    untold = head.status == "planned" and latest(last) < project.today
    said = words(
        f"timeline.meeting.{'not_told' if untold else head.status}",
        who=who_in_words(project, head),
        meeting=linked(link_to(meeting)),
    )
    return Event(
        "meeting",
        head.first_day,
        said,
        last=last if last != head.first_day else None,
        planned=head.status != "held",
    )


def _commitment(project: Project, words: Wording, one: Commitment) -> Iterator[Event]:
    told = {
        "commitment": linked(Link(one.title, address_of("commitments", one.id))),
        "organizations": words.list(
            linked(link) for link in organization_links(project, one.organizations)
        ),
    }
    if one.made:
        yield Event("commitment", one.made, words("timeline.commitment.made", **told))
    for former in one.revisions:
        said = words("timeline.commitment.revised", **told)
        yield Event("commitment", former.until, said, notes=(former.reason,))
    if one.ended and one.status in ("completed", "withdrawn", "carried_forward"):
        said = words(f"timeline.commitment.{one.status}", **told)
        notes = (one.end_reason,) if one.end_reason else ()
        yield Event("commitment", one.ended, said, notes=notes)


def _lasting(
    project: Project, words: Wording, kind: Kind, one: Strategy | Agreement
) -> Iterator[Event]:
    """The beginning and the end of what has both."""
    home = address_of("strategies" if kind == "strategy" else "agreements", one.id)
    named = linked(Link(one.title, home))
    if one.since:
        yield Event(kind, one.since, words(f"timeline.{kind}.begun", title=named))
    if is_over(one.until, project.today):
        yield Event(kind, one.until, words(f"timeline.{kind}.ended", title=named))


def _money(project: Project, words: Wording, one: Funding) -> Iterator[Event]:
    told = {
        "title": linked(Link(one.title, address_of("funding", one.id))),
        "amount": amount(words, one) or words("funding.hidden"),
    }
    if one.since:
        said = words(f"timeline.money.begun.{one.kind}", **told)
        yield Event("money", one.since, said)
    for renewal in one.renewals:
        again = money(words, renewal.amount, one.currency) if renewal.amount else None
        told["amount"] = again or words("funding.hidden")
        said = words("timeline.money.renewed", **told)
        what = renewal.purpose
        notes = (words("timeline.money.purpose", purpose=what),) if what else ()
        yield Event("money", renewal.date, said, notes=notes)
    if is_over(one.until, project.today):
        yield Event("money", one.until, words("timeline.money.ended", **told))


def _report_card(project: Project, words: Wording) -> Iterator[Event]:
    for edition in editions.shown(project):
        head = edition.record
        named = linked(Link(head.title, edition_address(head.id)))
        # What was under embargo came out when that ended.
        out = max(head.date, head.embargo_until or head.date)
        yield Event("report_card", out, words("timeline.report_card.edition", edition=named))
        for erratum in head.errata:
            said = words("timeline.report_card.erratum", edition=named)
            yield Event("report_card", erratum.date, said, notes=(erratum.text,))
    projected: dict[str, list[Markup]] = {}
    for one in project.indicators:
        named = linked(Link(one.title, address_of("indicators", one.id)))
        for correction in one.definition.corrections:
            said = words("timeline.report_card.correction", indicator=named)
            yield Event("report_card", correction.date, said, notes=(correction.text,))
        for vintage in one.projections:
            projected.setdefault(vintage.head.made_on, []).append(named)
    for day, made in projected.items():
        key = f"timeline.report_card.projected.{how_many(made)}"
        said = words(key, count=len(made), indicator=made[0])
        yield Event("report_card", day, said, items=tuple(made) if len(made) > 1 else ())
