"""The report card: every indicator in a row, by goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from truenorth.pages import figures, sentences
from truenorth.pages.dataset import address
from truenorth.pages.freshness import newest
from truenorth.pages.page import Page
from truenorth.pages.parts import Cell, Link, Table, foot
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Indicator
from truenorth.reportcard.series import Summary, summarize

TIERS = ("headline", "secondary", "contributing", "wanted")


@dataclass(frozen=True)
class GoalRows:
    """A goal with the table of its indicators; `empty` is said where it has none."""

    id: str
    title: str
    address: str
    statement: str
    table: Table | None
    wanted: tuple[Link, ...]
    empty: str


def pages(project: Any, words: Wording) -> tuple[Page, ...]:
    """The report card."""
    summaries = tuple(summarize(indicator) for indicator in project.indicators)
    measured = tuple(s for s in summaries if is_measured(s))
    wanted = tuple(s.indicator for s in summaries if not is_measured(s))
    sections = [_goal_rows(words, goal, measured, wanted, project.today) for goal in project.goals]
    sections += _without_goal(words, measured, wanted, project.today)
    title, home = words("report_card.title"), "/report-card/"
    context = {
        "title": title,
        "lead": words("report_card.lead", name=project.partnership.name),
        "how": tuple(words(f"report_card.how.{n}") for n in ("row", "change", "gap")),
        "counts": counts(words, project.indicators, measured),
        "sections": sections,
        "wanted": tuple(
            Link(i.title, address(i.id), i.definition.reason or words("indicator.no_reason"))
            for i in wanted
        ),
        "foot": foot(project, words, home, title, [(words("report_card.edit"), "data/goals.yml")]),
    }
    charts = tuple(c for c in (figures.spark(words, s) for s in measured) if c)
    page = Page(
        address=home,
        template="report_card.html",
        title=title,
        description=context["lead"],
        context=context,
        origin="data/goals.yml",
        parts=("how", "counts", *(section.id for section in sections), "report"),
        charts=charts,
    )
    return (page,)


def is_measured(summary: Summary) -> bool:
    """Whether an indicator has figures and is not only wanted."""
    return summary.indicator.definition.tier != "wanted" and summary.latest is not None


def counts(
    t: Wording, indicators: Sequence[Indicator], measured: Sequence[Summary]
) -> tuple[str, ...]:
    """How many indicators there are, have figures, and can be compared with an earlier year."""
    by_tier = {tier: sum(i.definition.tier == tier for i in indicators) for tier in TIERS}
    tiers = [t(f"report_card.tier.{tier}", count=n) for tier, n in by_tier.items() if n]
    if not tiers:
        return (t("report_card.counts.none"),)
    comparable = sum(s.change is not None for s in measured)
    return (
        t("report_card.counts.all", count=len(indicators), tiers=t.list(tiers)),
        t("report_card.counts.measured", count=len(measured)),
        t("report_card.counts.comparable", count=comparable),
    )


def table_of(t: Wording, id: str, caption: str, summaries: Sequence[Summary], today: date) -> Table:
    """Indicators as rows: latest, since base, small picture, newest data."""
    names = ("indicator", "latest", "since_base", "shape", "newest")
    return Table(
        id=id,
        caption=caption,
        columns=tuple(t(f"report_card.column.{name}") for name in names),
        rows=tuple(_row(t, summary, today) for summary in summaries),
    )


def _row(t: Wording, summary: Summary, today: date) -> tuple[Cell, ...]:
    indicator, latest, step = summary.indicator, summary.latest, summary.change
    definition = indicator.definition
    remarks = [t("missing.mark.provisional")] if latest.status == "provisional" else []
    if step:
        since = Cell(
            sentences.signed_change(t, definition, step),
            notes=(
                t("report_card.since", period=step.base.period, until=step.latest.period),
                sentences.judged(t, definition, step),
            ),
        )
    else:
        since = Cell(sentences.why_no_change(t, summary), missing=True)
    drawn = figures.spark(t, summary)
    shape = Cell("", chart=drawn.id) if drawn else Cell(t("report_card.no_shape"), missing=True)
    age = sentences.age(t, newest(indicator, latest, today).years_ago)
    return (
        Cell(
            indicator.title,
            notes=(t(f"report_card.tier_name.{definition.tier}"),),
            address=address(indicator.id),
        ),
        Cell(
            sentences.figure(t, definition, latest),
            notes=(t("report_card.for_period", period=latest.period), *remarks),
        ),
        since,
        shape,
        Cell(latest.period, notes=(t("report_card.ended", age=age),)),
    )


def _goal_rows(
    t: Wording, goal: Any, measured: Sequence[Summary], wanted: Sequence[Indicator], today: date
) -> GoalRows:
    rows = [s for s in measured if goal.id in s.indicator.definition.goals]
    hoped = [i for i in wanted if goal.id in i.definition.goals]
    caption = t("report_card.goal_caption", goal=goal.title)
    empty = ""
    if not rows:
        empty = t("report_card.only_wanted") if hoped else t("report_card.no_indicators")
    return GoalRows(
        id=f"goal-{goal.id}",
        title=goal.title,
        address=f"/goals/{goal.id}/",
        statement=goal.statement,
        table=table_of(t, f"rows-{goal.id}", caption, rows, today) if rows else None,
        wanted=tuple(Link(i.title, address(i.id)) for i in hoped),
        empty=empty,
    )


def _without_goal(
    t: Wording, measured: Sequence[Summary], wanted: Sequence[Indicator], today: date
) -> list[GoalRows]:
    """Indicators that test no goal, in a section of their own."""
    rows = [s for s in measured if not s.indicator.definition.goals]
    hoped = [i for i in wanted if not i.definition.goals]
    if not rows and not hoped:
        return []
    title = t("report_card.without_goal")
    table = table_of(t, "rows-without-goal", title, rows, today) if rows else None
    links = tuple(Link(i.title, address(i.id)) for i in hoped)
    return [GoalRows("without-goal", title, "", "", table, links, "")]
