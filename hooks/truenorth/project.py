"""Everything that was loaded, and where it came from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from truenorth.across import Everything, check_across
from truenorth.clock import calendar_day
from truenorth.compact.load import load_compact
from truenorth.compact.model import AgendaElement, Decision, Document
from truenorth.compact.rules import check_compact
from truenorth.content_pages import ContentPage, load_pages
from truenorth.disclosure.cells import Area
from truenorth.disclosure.load import DisclosureFiles, load_disclosure
from truenorth.disclosure.marks import marked
from truenorth.disclosure.model import PolicyFile
from truenorth.disclosure.policy_rules import check_policy
from truenorth.disclosure.program_rules import check_program_sizes
from truenorth.disclosure.rules import Passed, check_disclosure
from truenorth.editions.load import EditionFile, load_editions
from truenorth.editions.model import PublishedEdition
from truenorth.editions.rules import check_editions, check_hidden
from truenorth.figures_in_prose import check_figures
from truenorth.origins import origins
from truenorth.partnership.course_rules import check_past
from truenorth.partnership.load import load_partnership
from truenorth.partnership.meeting_rules import check_meeting_days
from truenorth.partnership.model import (
    Agreement,
    Assessment,
    AssessmentTemplate,
    Body,
    Commitment,
    Constellation,
    Funding,
    Goal,
    Meeting,
    Organization,
    Partnership,
    Source,
    Strategy,
)
from truenorth.partnership.rules import check_partnership
from truenorth.partnership.strategy_rules import check_strategy_days
from truenorth.problems import Place, Problems
from truenorth.reportcard.headline_rules import check_headlines
from truenorth.reportcard.load import ReportCardFiles, load_report_card
from truenorth.reportcard.model import Indicator, Observation
from truenorth.reportcard.program_measures import ProgramMeasure
from truenorth.reportcard.rules import check_report_card
from truenorth.reportcard.vintage_rules import check_projections
from truenorth.sources.records import Entry

T = TypeVar("T")
TIERS = ("headline", "secondary", "contributing", "wanted")


@dataclass(frozen=True)
class Project:
    """A partnership with its texts and figures, every rule of which holds.

    Tuples are in the order in which they are shown: goals by order, organizations
    by name, indicators by tier, goal and title, documents by order, editions, meetings and
    assessments by date, the others as in their files. Internal records are not here.
    `origins` gives the place of each record by kind and id. `disclosure_log` has what is
    published about small groups by an exception.
    """

    root: Path
    today: datetime.date
    partnership: Partnership
    sources: tuple[Source, ...]
    goals: tuple[Goal, ...]
    organizations: tuple[Organization, ...]
    bodies: tuple[Body, ...]
    constellations: tuple[Constellation, ...]
    commitments: tuple[Commitment, ...]
    strategies: tuple[Strategy, ...]
    funding: tuple[Funding, ...]
    agreements: tuple[Agreement, ...]
    meetings: tuple[Meeting, ...]
    templates: tuple[AssessmentTemplate, ...]
    assessments: tuple[Assessment, ...]
    indicators: tuple[Indicator, ...]
    program_measures: tuple[ProgramMeasure, ...]
    documents: tuple[Document, ...]
    decisions: tuple[Decision, ...]
    agenda: tuple[AgendaElement, ...]
    pages: tuple[ContentPage, ...]
    origins: Mapping[tuple[str, str], Place]
    disclosure: PolicyFile
    disclosure_log: tuple[Passed, ...]
    editions: tuple[PublishedEdition, ...]
    _records: Mapping[tuple[str, str], Any] = field(repr=False, compare=False)

    def find(self, kind: str, ident: str) -> Any:
        """The record of that kind and id, such as ("goals", "graduate"); KeyError if none."""
        return self._records[(kind, ident)]


def load_project(root: Path, today: datetime.date, problems: Problems) -> Project | None:
    """Read and check content/ and data/ under `root`; None where there is any error."""
    disclosure = load_disclosure(root, problems)
    read = Everything(
        load_partnership(root, problems),
        load_compact(root, problems),
        _marked(load_report_card(root, problems), disclosure),
        load_pages(root, problems),
        disclosure,
    )
    check_partnership(read.partnership, problems)
    check_compact(read.compact, problems)
    check_report_card(read.report_card, problems)
    places = _place_names(read)
    check_projections(read.report_card, places, max(today, calendar_day()), problems)
    check_headlines(read.report_card.indicators, places, problems)
    meetings = read.partnership.meetings
    check_meeting_days(meetings, today, max(today, calendar_day()), problems)
    if read.partnership.partnership:
        check_past(read.partnership.partnership, max(today, calendar_day()), problems)
    strategies = read.partnership.strategies
    check_strategy_days(strategies, today, max(today, calendar_day()), problems)
    check_across(root, read, today, problems)
    check_figures(
        (
            *(f.text for f in read.report_card.stories),
            *(f.text for f in meetings),
            *(f.text for f in read.pages),
        ),
        (file.text for file in read.compact.documents),
        (f.indicator for f in read.report_card.indicators if f.indicator is not None),
        places,
        read.report_card.ids,
        problems,
    )
    editions = load_editions(root, problems)
    check_editions(editions, today, max(today, calendar_day()), problems)
    measured = read.report_card.indicators
    check_hidden(editions, measured, problems)
    log: tuple[Passed, ...] = ()
    check_program_sizes(read.report_card.program_measures, read.disclosure.policy, problems)
    if check_policy(read.disclosure, measured, problems):
        log = check_disclosure(measured, _areas(read), read.disclosure, problems)
    return None if problems.errors else _project(root, today, read, log, editions)


def _project(
    root: Path,
    today: datetime.date,
    read: Everything,
    log: tuple[Passed, ...],
    editions: Iterable[EditionFile],
) -> Project:
    lists = {kind: _sound(entries) for kind, entries in read.partnership.lists().items()}
    partnership = read.partnership.partnership.record
    goals = tuple(sorted(lists.pop("goals"), key=lambda goal: goal.order))
    organizations = tuple(sorted(lists.pop("organizations"), key=lambda o: o.name.casefold()))
    lists["assessments"] = tuple(sorted(lists["assessments"], key=lambda a: (a.date, a.id)))
    lists["meetings"] = _meetings(read)
    documents = tuple(sorted(read.compact.sound(), key=lambda d: (d.head.order, d.id)))
    decisions = _sound(read.compact.decisions)
    programs = _sound(read.report_card.program_measures)
    policy = read.disclosure.policy
    place_ids = {place.name: place.id for place in partnership.places}
    indicators = tuple(
        sorted(
            (_placed(f.indicator, place_ids) for f in read.report_card.indicators),
            key=_in_display_order(goals),
        )
    )
    records = {
        "goals": goals, "organizations": organizations, "indicators": indicators,
        "documents": documents, "decisions": decisions, "places": partnership.places,
        "program_measures": programs, **lists,
    }  # fmt: skip
    return Project(
        root=root, today=today, partnership=partnership, goals=goals,
        organizations=organizations, indicators=indicators, program_measures=programs,
        documents=documents, decisions=decisions, agenda=_sound(read.compact.agenda),
        pages=tuple(file.page for file in read.pages), **lists, origins=origins(read),
        disclosure=policy, disclosure_log=log, editions=_by_date(editions),
        _records={(kind, r.id): r for kind, listed in records.items() for r in listed},
    )  # fmt: skip


def _place_names(read: Everything) -> dict[str, str]:
    """The name of each place by its id; none where they could not be read."""
    entry = read.partnership.partnership
    known = entry.record.places if entry is not None and entry.record is not None else ()
    return {place.id: place.name for place in known}


def _sound(entries: Iterable[Entry[T]]) -> tuple[T, ...]:
    """The records that may be shown."""
    found = (entry.record for entry in entries if entry.record is not None)
    return tuple(one for one in found if getattr(one, "visibility", "public") == "public")


def _meetings(read: Everything) -> tuple[Meeting, ...]:
    found = [file.meeting for file in read.partnership.meetings if file.meeting]
    public = (one for one in found if one.head.visibility == "public")
    return tuple(sorted(public, key=lambda one: (one.head.first_day, one.id)))


def _by_date(editions: Iterable[EditionFile]) -> tuple[PublishedEdition, ...]:
    found = [one for file in editions if (one := file.published()) is not None]
    return tuple(sorted(found, key=lambda one: (one.record.date, one.id)))


def _areas(read: Everything) -> tuple[Area, ...]:
    """The places as the audit knows them: by the names that tables use."""
    names = _place_names(read)
    known = read.partnership.partnership.record.places if names else ()
    return tuple(Area(p.name, p.kind, names.get(p.within or ""), p.covered_by) for p in known)


def _marked(files: ReportCardFiles, disclosure: DisclosureFiles) -> ReportCardFiles:
    """The files whose indicators know which rules about small groups hold for their figures."""
    policy = disclosure.policy
    indicators = tuple(
        file if file.indicator is None else replace(file, indicator=marked(file.indicator, policy))
        for file in files.indicators
    )
    return replace(files, indicators=indicators)


def _placed(indicator: Indicator, place_ids: Mapping[str, str]) -> Indicator:
    """The indicator with ids of places where the table gives names."""

    def placed(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
        return tuple(replace(o, geography=place_ids[o.geography]) for o in observations)

    return replace(
        indicator,
        observations=placed(indicator.observations),
        earlier=placed(indicator.earlier),
    )


def _in_display_order(goals: tuple[Goal, ...]) -> Any:
    """The key that puts headline indicators first, then goes by goal and title."""
    orders = {goal.id: goal.order for goal in goals}

    def key(indicator: Indicator) -> tuple[int, int, str, str]:
        definition = indicator.definition
        first = min((orders[goal] for goal in definition.goals), default=len(orders) + 1)
        return TIERS.index(definition.tier), first, indicator.title.casefold(), indicator.id

    return key
