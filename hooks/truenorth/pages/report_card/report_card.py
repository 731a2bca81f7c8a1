"""The report card: every indicator in a row, by goal, with the counts of what can be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from truenorth.pages.page import Page
from truenorth.pages.parts import Link, Table, foot
from truenorth.pages.report_card import counts, figures, status
from truenorth.pages.report_card.assessment import Assessment, assessed, measured, serving
from truenorth.pages.report_card.dataset import address
from truenorth.pages.report_card.report_row import groups_of, table_of
from truenorth.pages.wording import Wording

STATUSES = (
    "improving",
    "worsening",
    "no_clear_change",
    "too_early",
    "baseline_only",
    "not_assessed",
)
SCRIPT = "assets/report-card.js"


@dataclass(frozen=True)
class GoalRows:
    """A goal with the table of its indicators; `empty` is said where it has none."""

    id: str
    title: str
    address: str
    statement: str
    counts: str
    table: Table | None
    wanted: tuple[Link, ...]
    empty: str


@dataclass(frozen=True)
class Filter:
    """What rows can be picked by: pairs of a value and words, groups under their breakdown."""

    goals: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    rows: int


def pages(project: Any, words: Wording) -> tuple[Page, ...]:
    """The report card."""
    every = assessed(project)
    held = measured(every)
    wanted = tuple(one for one in every if not one.is_measured)
    sections = [_goal_rows(words, goal, every, project.today) for goal in project.goals]
    sections += _without_goal(words, every, project.today)
    title, home = words("report_card.title"), "/report-card/"
    lines = ("row", "change", "status", "gap")
    context = {
        "title": title,
        "lead": words("report_card.lead", name=project.partnership.name),
        "how": tuple(words(f"report_card.how.{n}") for n in lines),
        "marks": tuple(
            (status.mark(words, name), words(f"report_card.legend.{name}")) for name in STATUSES
        ),
        "methods": methods_address(project, status.ANCHOR),
        "counts": counts.report(words, every),
        "filter": _filter(words, sections, held),
        "sections": sections,
        "wanted": tuple(wanted_link(words, one) for one in wanted),
        "foot": foot(project, words, home, title, [(words("report_card.edit"), "data/goals.yml")]),
    }
    charts = tuple(c for c in (figures.spark(words, one.summary) for one in held) if c)
    page = Page(
        address=home,
        template="report_card.html",
        title=title,
        description=context["lead"],
        context=context,
        origin="data/goals.yml",
        parts=("how", "counts", *(section.id for section in sections), "report"),
        charts=charts,
        scripts=(SCRIPT,) if held else (),
    )
    return (page,)


def methods_address(project: Any, anchor: str) -> str:
    """Where a rule is told: the part, or the page where it has no such part; empty if no page."""
    path, _, part = anchor.partition("#")
    texts = [page.markdown for page in project.pages if page.address == path]
    if not texts:
        return ""
    return anchor if f"{{#{part}}}" in texts[0] else path


def wanted_link(t: Wording, one: Assessment) -> Link:
    """An indicator without figures: why there are none, and who is to obtain them."""
    definition = one.indicator.definition
    reason = definition.reason or t("indicator.no_reason")
    owner = (
        t("indicator.owner", owner=definition.owner)
        if definition.owner
        else t("indicator.no_owner")
    )
    note = t("report_card.wanted_note", reason=reason, owner=owner)
    return Link(one.indicator.title, address(one.indicator.id), note)


def _filter(t: Wording, sections: Sequence[GoalRows], held: Sequence[Assessment]) -> Filter | None:
    if not held:
        return None
    found = {one.trend.status for one in held}
    groups: dict[str, list[str]] = {}
    for title, label in (pair for one in held for pair in groups_of(one)):
        if label not in groups.setdefault(title, []):
            groups[title].append(label)
    return Filter(
        goals=tuple((section.id, section.title) for section in sections if section.table),
        statuses=tuple((name, t(f"status.word.{name}")) for name in STATUSES if name in found),
        groups=tuple((title, tuple(labels)) for title, labels in groups.items()),
        rows=sum(len(section.table.rows) for section in sections if section.table),
    )


def _goal_rows(t: Wording, goal: Any, every: Sequence[Assessment], today: date) -> GoalRows:
    mine = serving(goal.id, every)
    rows = measured(mine)
    hoped = tuple(one for one in mine if not one.is_measured)
    caption = t("report_card.goal_caption", goal=goal.title)
    empty = ""
    if not rows:
        empty = t("report_card.only_wanted") if hoped else t("report_card.no_indicators")
    return GoalRows(
        id=f"goal-{goal.id}",
        title=goal.title,
        address=f"/goals/{goal.id}/",
        statement=goal.statement,
        counts=counts.of_goal(t, rows),
        table=table_of(t, f"rows-{goal.id}", caption, rows, today) if rows else None,
        wanted=tuple(Link(i.indicator.title, address(i.indicator.id)) for i in hoped),
        empty=empty,
    )


def _without_goal(t: Wording, every: Sequence[Assessment], today: date) -> list[GoalRows]:
    """Indicators that test no goal, in a section of their own."""
    mine = tuple(one for one in every if not one.indicator.definition.goals)
    if not mine:
        return []
    rows = measured(mine)
    title = t("report_card.without_goal")
    table = table_of(t, "rows-without-goal", title, rows, today) if rows else None
    links = tuple(
        Link(i.indicator.title, address(i.indicator.id)) for i in mine if not i.is_measured
    )
    return [GoalRows("without-goal", title, "", "", counts.of_goal(t, rows), table, links, "")]
