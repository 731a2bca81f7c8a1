"""The page of one strategy: which curves it is to turn, what is done, by whom, and how far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truenorth.pages.addresses import address_of
from truenorth.pages.compact.section_in_version import then_and_today
from truenorth.pages.page import Page
from truenorth.pages.partnership import action_words
from truenorth.pages.partnership.strategy_actions import view
from truenorth.pages.parts import Link, foot, source_lines
from truenorth.pages.records import (
    Entry,
    Project,
    commitment_links,
    constellation_links,
    decision_links,
    goal_links,
    meeting_links,
    organization_links,
    present,
)
from truenorth.pages.relations import naming
from truenorth.pages.report_card import sentences, status
from truenorth.pages.report_card.assessment import Assessment, assessed
from truenorth.pages.report_card.report_card import wanted_link
from truenorth.pages.wording import Wording
from truenorth.partnership.actions import is_over, owners
from truenorth.partnership.model import Strategy

FILE = "data/strategies.yml"
INDEX = "/strategies/"


def page(project: Project, words: Wording, one: Strategy) -> Page:
    """The page of a strategy."""
    home = address_of("strategies", one.id)
    actions = tuple(view(project, words, action) for action in one.actions)
    promised = naming(project, "commitments", "strategies", one.id)
    context = {
        "title": one.title,
        "crumbs": (Link(words("strategies.title"), INDEX),),
        "text": one.text,
        "ended": ended(project, words, one),
        "facts": present(
            *((words(f"strategies.term.{t}"), e) for t, e in _facts(project, words, one))
        ),
        "note": one.note or "",
        "unknown": _unknown(words, one),
        "curves": curves(project, words, one.indicators),
        "counts": action_words.sentences(words, one.actions, project.today),
        "actions": actions,
        "commitments": commitment_links(project, words, promised),
        "sources": source_lines(project, words, one.sources),
        "foot": foot(project, words, home, one.title, [(words("strategies.edit"), FILE)]),
    }
    return Page(
        address=home,
        template="strategy.html",
        title=one.title,
        description=one.text,
        context=context,
        origin=FILE,
        parts=(
            "curves",
            "who",
            "actions",
            *(action.id for action in actions),
            *(("commitments",) if promised else ()),
            "sources",
            "report",
        ),
    )


def curves(
    project: Project, words: Wording, ids: Iterable[str], *, brief: bool = False
) -> tuple[Link, ...]:
    """Indicators with their status and what their figures say, or why there are none yet.

    The `brief` ones have the status alone.
    """
    every = {one.indicator.id: one for one in assessed(project)}
    found = (every[ident] for ident in dict.fromkeys(ids))
    return tuple(_curve(words, one, brief) for one in found)


def _curve(words: Wording, one: Assessment, brief: bool) -> Link:
    address = address_of("indicators", one.indicator.id)
    if not one.is_measured:
        missing = words("strategies.not_measured")
        return Link(one.indicator.title, address, missing) if brief else wanted_link(words, one)
    said = "" if brief else sentences.headline(words, one.summary)
    return Link(one.indicator.title, address, said, status.mark_of(words, one))


def ended(project: Project, words: Wording, one: Strategy) -> str:
    """That it is over, and since when; empty where it is not."""
    if one.until is None or not is_over(one, project.today):
        return ""
    return words("strategies.ended", on=words.on(one.until))


def _facts(project: Project, words: Wording, one: Strategy) -> Iterator[tuple[str, Entry | None]]:
    yield "goals", Entry(links=goal_links(project, one.goals))
    yield "constellations", Entry(links=constellation_links(project, one.constellations))
    yield "organizations", Entry(links=organization_links(project, one.organizations))
    yield "owners", Entry(links=organization_links(project, owners(one)))
    yield "when", Entry(words.dates(one.since, one.until))
    yield "section", Entry(links=then_and_today(project, words, one.section, one.version))
    found = [
        project.find("decisions", i) for i in naming(project, "decisions", "strategies", one.id)
    ]
    held = meeting_links(project, words, (d.meeting for d in found if d.meeting))
    yield "decisions", Entry(links=(*decision_links(project, words, (d.id for d in found)), *held))


def _unknown(words: Wording, one: Strategy) -> str:
    """One sentence for everything that no source says."""
    unowned = sum(not action.owners for action in one.actions)
    things = [
        words(f"strategies.unknown_thing.{thing}")
        for thing, missing in (
            ("aim", not one.goals and not one.indicators),
            ("carried_out", not one.constellations and not one.organizations and not owners(one)),
            ("owners", 0 < unowned == len(one.actions)),
            ("some_owners", 0 < unowned < len(one.actions)),
            ("since", one.since is None),
            ("section", one.section is None),
            ("actions", not one.actions),
        )
        if missing
    ]
    return words("strategies.unknown", things=words.list(things)) if things else ""
