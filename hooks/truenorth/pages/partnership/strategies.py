"""What is done to turn the curves: /strategies/, goal by goal, with what is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truenorth.pages.addresses import address_of
from truenorth.pages.page import Page
from truenorth.pages.partnership import strategy
from truenorth.pages.partnership.action_words import sentences
from truenorth.pages.partnership.strategy import FILE, INDEX
from truenorth.pages.partnership.strategy_actions import action_link, answers_for, last_told
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import (
    Entry,
    Project,
    Records,
    constellation_links,
    organization_links,
    present,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.actions import Step, overdue_steps, owners, steps
from truenorth.partnership.model import Strategy

# Two hyphens in a row keep these ids apart from those of strategies.
OVERDUE = "overdue--actions"
_LATE = ("action", "owners", "due", "update")


@dataclass(frozen=True)
class Listed:
    """A strategy in the list; `counts` are sentences."""

    id: str
    link: Link
    text: str
    ended: str
    entries: tuple[tuple[str, Entry], ...]
    counts: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """The strategies of one goal; those that stand under an earlier goal are only named."""

    id: str
    title: str
    address: str
    strategies: tuple[Listed, ...]
    again: tuple[Link, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list and a page for each strategy, where any is recorded."""
    if not project.strategies:
        return ()
    each = (strategy.page(project, words, one) for one in project.strategies)
    return (_list(project, words), *each)


def _list(project: Project, words: Wording) -> Page:
    title = words("strategies.title")
    groups = tuple(_groups(project, words))
    every = tuple(step.action for step in steps(project.strategies))
    late = overdue_steps(project.strategies, project.today)
    return Page(
        address=INDEX,
        template="strategies.html",
        title=title,
        description=words("strategies.description", partnership=project.partnership.name),
        context={
            "title": title,
            "count": words("strategies.total", count=len(project.strategies)),
            "counts": sentences(words, every, project.today),
            "overdue": OVERDUE if every else "",
            "late": _late(project, words, late) if late else None,
            "groups": groups,
            "foot": foot(project, words, INDEX, title, [(words("strategies.edit"), FILE)]),
        },
        origin=FILE,
        parts=(
            *((OVERDUE,) if every else ()),
            *(group.id for group in groups),
            *(one.id for one in project.strategies),
            "report",
        ),
    )


def goals_of(project: Project, one: Strategy) -> frozenset[str]:
    """The goals that it serves, or else those that its curves test."""
    tested = (project.find("indicators", ident).definition.goals for ident in one.indicators)
    return frozenset(one.goals or (goal for goals in tested for goal in goals))


def _groups(project: Project, words: Wording) -> Iterator[Group]:
    """One for each goal that has any, in the order of the goals; then what serves none."""
    left = list(project.strategies)
    for goal in project.goals:
        mine = [one for one in project.strategies if goal.id in goals_of(project, one)]
        if not mine:
            continue
        yield Group(
            id=f"goal--{goal.id}",
            title=goal.title,
            address=address_of("goals", goal.id),
            strategies=tuple(_listed(project, words, one) for one in mine if one in left),
            again=tuple(_link(one) for one in mine if one not in left),
        )
        left = [one for one in left if one not in mine]
    if left:
        listed = tuple(_listed(project, words, one) for one in left)
        yield Group("goal--none", words("strategies.no_goal"), "", listed, ())


def _link(one: Strategy) -> Link:
    return Link(one.title, address_of("strategies", one.id))


def _listed(project: Project, words: Wording, one: Strategy) -> Listed:
    shown = {
        "curves": Entry(links=strategy.curves(project, words, one.indicators, brief=True)),
        "constellations": Entry(links=constellation_links(project, one.constellations)),
        "organizations": Entry(links=organization_links(project, one.organizations)),
        "owners": Entry(links=organization_links(project, owners(one))),
    }
    return Listed(
        id=one.id,
        link=_link(one),
        text=one.text,
        ended=strategy.ended(project, words, one),
        entries=present(*((words(f"strategies.term.{term}"), e) for term, e in shown.items())),
        counts=sentences(words, one.actions, project.today),
    )


def _late(project: Project, words: Wording, late: tuple[Step, ...]) -> Records:
    return Records(
        id="table-overdue",
        caption=words("strategies.overdue_caption"),
        columns=tuple(words(f"strategies.column.{name}") for name in _LATE),
        rows=tuple(
            (
                Entry(
                    links=(action_link(step.strategy, step.action),), notes=(step.strategy.title,)
                ),
                answers_for(project, words, step.action),
                Entry(words.date(step.action.due)),
                last_told(project, words, step.action),
            )
            for step in late
        ),
    )
