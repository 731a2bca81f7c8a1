"""The goals: a list that can be read whole, and a page for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from truenorth.pages import counts, figures, sentences, status
from truenorth.pages.assessment import Assessment, assessed, measured, serving
from truenorth.pages.dataset import address
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, foot, source_lines
from truenorth.pages.report_card import wanted_link
from truenorth.pages.report_row import table_of
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Goal

FILE = "data/goals.yml"


@dataclass(frozen=True)
class GoalInWords:
    """A goal, how many of its indicators have which status, and what each says."""

    id: str
    title: str
    address: str
    statement: str
    counts: str
    indicators: tuple[Link, ...]
    wanted: tuple[Link, ...]
    empty: str


def pages(project: Any, words: Wording) -> tuple[Page, ...]:
    """The list of goals and a page for each goal."""
    if not project.goals:
        return ()
    every = assessed(project)
    listed = _list_page(project, words, every)
    return (listed, *(_page(project, words, goal, every) for goal in project.goals))


def in_words(t: Wording, goal: Goal, every: tuple[Assessment, ...]) -> GoalInWords:
    """A goal with the headline sentence of each indicator that tests it."""
    mine = serving(goal.id, every)
    held = measured(mine)
    empty = ""
    if not held:
        empty = t("report_card.only_wanted") if mine else t("report_card.no_indicators")
    return GoalInWords(
        id=goal.id,
        title=goal.title,
        address=f"/goals/{goal.id}/",
        statement=goal.statement,
        counts=counts.of_goal(t, held),
        indicators=tuple(
            Link(
                one.indicator.title,
                address(one.indicator.id),
                sentences.headline(t, one.summary),
                status.mark_of(t, one),
            )
            for one in held
        ),
        wanted=tuple(wanted_link(t, one) for one in mine if not one.is_measured),
        empty=empty,
    )


def section_address(section: str) -> str:
    """The address of a document's section, from document#section."""
    document, _, anchor = section.partition("#")
    return f"/compact/{document}/#{anchor}" if anchor else f"/compact/{document}/"


def _list_page(project: Any, t: Wording, every: tuple[Assessment, ...]) -> Page:
    title = t("goals.title")
    context = {
        "title": title,
        "lead": t("goals.lead", name=project.partnership.name),
        "goals": tuple(in_words(t, goal, every) for goal in project.goals),
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


def _page(project: Any, t: Wording, goal: Goal, every: tuple[Assessment, ...]) -> Page:
    told = in_words(t, goal, every)
    rows = measured(serving(goal.id, every))
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
        charts=tuple(c for c in (figures.spark(t, one.summary) for one in rows) if c),
    )
