"""What the report card may show for an item of a self-assessment."""

from __future__ import annotations

from datetime import date

from truenorth.dates import latest
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.report_card.assessment import assessed, measured
from truenorth.pages.report_card.counts import about
from truenorth.pages.report_card.edition_main import edition_address
from truenorth.pages.report_card.editions import shown
from truenorth.pages.report_card.report_row import groups_of
from truenorth.pages.wording import Wording
from truenorth.reportcard.headline import count_trends

Links = tuple[Link, ...]
REPORT_CARD = "/report-card/"
YEARLY_WITHIN = 15


def one_list(words: Wording, name: str, address: str, **values: object) -> Links:
    """One link to a list, with a remark on what it holds."""
    return (
        Link(words(f"evidence.{name}.title"), address, words(f"evidence.{name}.note", **values)),
    )


def _editions(project: Project, words: Wording, kind: str, since: date) -> Links:
    return tuple(
        Link(
            one.record.title,
            edition_address(one.id),
            words("evidence.edition", date=words.date(one.record.date)),
        )
        for one in reversed(shown(project))
        if one.record.kind == kind and latest(one.record.date) >= since
    )


def baseline_report(project: Project, words: Wording) -> Links:
    return _editions(project, words, "baseline", date.min)


def yearly_report(project: Project, words: Wording) -> Links:
    """Yearly editions of the last fifteen months: a year, and some time to make one."""
    months = project.today.year * 12 + project.today.month - 1 - YEARLY_WITHIN
    return _editions(project, words, "annual", date(months // 12, months % 12 + 1, 1))


def _indicators(project: Project, words: Wording, name: str, counted: int) -> Links:
    if not counted:
        return ()
    everything = words("evidence.of_indicators", count=len(project.indicators))
    return one_list(words, name, REPORT_CARD, count=counted, all=everything)


def disaggregated_data(project: Project, words: Wording) -> Links:
    counted = sum(bool(groups_of(one)) for one in assessed(project))
    return _indicators(project, words, "disaggregated_data", counted)


def indicators_chosen(project: Project, words: Wording) -> Links:
    counted = sum(i.definition.tier == "headline" for i in project.indicators)
    return _indicators(project, words, "indicators_chosen", counted)


def baseline_data(project: Project, words: Wording) -> Links:
    return _indicators(project, words, "baseline_data", len(measured(assessed(project))))


def indicators_improving(project: Project, words: Wording) -> Links:
    """The count with what chance would do: by itself it proves nothing."""
    counts = count_trends(one.trend for one in measured(assessed(project)))
    if not counts.assessable:
        return ()
    return one_list(
        words,
        "indicators_improving",
        REPORT_CARD,
        count=counts.improving,
        all=words("evidence.assessable", count=counts.assessable),
        chance=about(words, counts.by_chance),
    )
