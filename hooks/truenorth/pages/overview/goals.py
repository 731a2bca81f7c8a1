"""The goals: a list that can be read whole, and a page for each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from truenorth.pages.addresses import address_of
from truenorth.pages.overview.at_work import at_work
from truenorth.pages.page import Page
from truenorth.pages.partnership import commitment_words
from truenorth.pages.parts import Link, foot, source_lines
from truenorth.pages.records import commitment_links, decision_links, meeting_links
from truenorth.pages.report_card import counts, figures, sentences, status
from truenorth.pages.report_card.assessment import Assessment, assessed, measured, serving
from truenorth.pages.report_card.dataset import address
from truenorth.pages.report_card.report_card import wanted_link
from truenorth.pages.report_card.report_row import table_of
from truenorth.pages.wording import Wording
from truenorth.partnership.constellations import ENDED
from truenorth.partnership.model import Constellation, Goal

FILE = "data/goals.yml"
PARTS = ("strategies", "organizations", "commitments", "decisions")


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
        **_served(project, t, goal),
        "sources": source_lines(project, t, goal.sources),
        "foot": foot(project, t, home, goal.title, [(t("goals.edit"), FILE)]),
    }
    there = [name for name in PARTS if context[name]]
    return Page(
        address=home,
        template="goal.html",
        title=goal.title,
        description=goal.statement,
        context=context,
        origin=FILE,
        parts=("statement", "indicators", "constellations", *there, "sources", "report"),
        charts=tuple(c for c in (figures.spark(t, one.summary) for one in rows) if c),
    )


def _served(project: Any, t: Wording, goal: Goal) -> dict[str, Any]:
    """Who and what serves a goal: groups, strategies, organizations, promises, decisions."""
    promised = [c for c in project.commitments if goal.id in c.goals]
    decided = [d for d in project.decisions if goal.id in d.goals]
    return {
        "constellations": [
            Link(c.name, address_of("constellations", c.id), _need(t, c))
            for c in project.constellations
            if goal.id in c.goals
        ],
        "strategies": [
            Link(s.title, address_of("strategies", s.id), s.text)
            for s in project.strategies
            if goal.id in s.goals
        ],
        "organizations": at_work(project, t, goal),
        "promised": commitment_words.in_brief(t, promised, project.today, project.commitments),
        "commitments": [
            replace(
                link, note=t.list(project.find("organizations", o).name for o in c.organizations)
            )
            for c in promised
            for link in commitment_links(project, t, (c.id,))
        ],
        "decisions": decision_links(project, t, (d.id for d in decided)),
        "meetings": meeting_links(project, t, (d.meeting for d in decided if d.meeting)),
        "no_commitments": bool(project.commitments) and not promised,
    }


def _need(t: Wording, constellation: Constellation) -> str:
    """What drew a group together, and that it has ended where it has."""
    need = constellation.attractor or ""
    if constellation.status not in ENDED:
        return need
    status = t(f"enums.constellation_status.{constellation.status}")
    return t("goals.ended", status=status, need=need) if need else status
