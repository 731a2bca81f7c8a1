"""The goals: a list that can be read whole, and a page for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from truenorth.pages import figures, sentences
from truenorth.pages.dataset import address
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, foot, source_lines
from truenorth.pages.report_card import is_measured, table_of
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Goal
from truenorth.reportcard.series import Summary, summarize

FILE = "data/goals.yml"


@dataclass(frozen=True)
class GoalInWords:
    """A goal and what its indicators say, one sentence each."""

    id: str
    title: str
    address: str
    statement: str
    indicators: tuple[Link, ...]
    wanted: tuple[Link, ...]
    empty: str


def pages(project: Any, words: Wording) -> tuple[Page, ...]:
    """The list of goals and a page for each goal."""
    if not project.goals:
        return ()
    summaries = tuple(summarize(indicator) for indicator in project.indicators)
    listed = _list_page(project, words, summaries)
    return (listed, *(_page(project, words, goal, summaries) for goal in project.goals))


def in_words(t: Wording, goal: Goal, summaries: tuple[Summary, ...]) -> GoalInWords:
    """A goal with the headline sentence of each indicator that tests it."""
    mine = [s for s in summaries if goal.id in s.indicator.definition.goals]
    measured = [s for s in mine if is_measured(s)]
    empty = ""
    if not measured:
        empty = t("report_card.only_wanted") if mine else t("report_card.no_indicators")
    return GoalInWords(
        id=goal.id,
        title=goal.title,
        address=f"/goals/{goal.id}/",
        statement=goal.statement,
        indicators=tuple(
            Link(s.indicator.title, address(s.indicator.id), sentences.headline(t, s))
            for s in measured
        ),
        wanted=tuple(_wanted(t, s) for s in mine if not is_measured(s)),
        empty=empty,
    )


def section_address(section: str) -> str:
    """The address of a document's section, from document#section."""
    document, _, anchor = section.partition("#")
    return f"/compact/{document}/#{anchor}" if anchor else f"/compact/{document}/"


def _wanted(t: Wording, summary: Summary) -> Link:
    indicator = summary.indicator
    reason = indicator.definition.reason or t("indicator.no_reason")
    return Link(indicator.title, address(indicator.id), reason)


def _list_page(project: Any, t: Wording, summaries: tuple[Summary, ...]) -> Page:
    title = t("goals.title")
    context = {
        "title": title,
        "lead": t("goals.lead", name=project.partnership.name),
        "goals": tuple(in_words(t, goal, summaries) for goal in project.goals),
        "foot": foot(project, t, "/goals/", title, [(t("goals.edit"), FILE)]),
    }
    return Page(
        address="/goals/",
        template="goals.html",
        title=title,
        description=context["lead"],
        context=context,
        origin=FILE,
        parts=(*(goal.id for goal in project.goals), "report"),
    )


def _page(project: Any, t: Wording, goal: Goal, summaries: tuple[Summary, ...]) -> Page:
    told = in_words(t, goal, summaries)
    rows = [s for s in summaries if goal.id in s.indicator.definition.goals and is_measured(s)]
    caption = t("report_card.goal_caption", goal=goal.title)
    home = f"/goals/{goal.id}/"
    context = {
        "title": goal.title,
        "crumbs": (Link(t("goals.title"), "/goals/"),),
        "goal": told,
        "facts": (
            (t("goals.population"), goal.population),
            *(((t("goals.note"), goal.note),) if goal.note else ()),
        ),
        "section": section_address(goal.section),
        "table": table_of(t, f"rows-{goal.id}", caption, rows, project.today) if rows else None,
        "constellations": [
            Link(c.name, f"/constellations/#{c.id}", c.attractor or "")
            for c in project.constellations
            if goal.id in c.goals
        ],
        "sources": source_lines(project, t, goal.sources),
        "foot": foot(project, t, home, goal.title, [(t("goals.edit"), FILE)]),
    }
    return Page(
        address=home,
        template="goal.html",
        title=goal.title,
        description=goal.statement,
        context=context,
        origin=FILE,
        parts=("statement", "indicators", "constellations", "sources", "report"),
        charts=tuple(c for c in (figures.spark(t, s) for s in rows) if c),
    )
