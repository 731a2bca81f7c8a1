"""One constellation: /constellations/<id>/, with everything on record about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from truenorth.pages.addresses import address_of
from truenorth.pages.page import Page
from truenorth.pages.partnership import constellation_facts as facts
from truenorth.pages.partnership.action_words import mark_of
from truenorth.pages.partnership.strategy_actions import action_link
from truenorth.pages.parts import Link, foot, source_lines
from truenorth.pages.records import (
    Project,
    agreement_links,
    commitment_links,
    constellation_links,
    decision_links,
    funding_links,
    meeting_links,
)
from truenorth.pages.relations import naming
from truenorth.pages.self_assessment.assessment_links import assessments_of
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Constellation

LIST = "/constellations/"
FILE = "data/constellations.yml"
KIND = "constellations"


@dataclass(frozen=True)
class Part:
    """Records of one kind that belong to a constellation, under a heading."""

    id: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class StrategyView:
    """A strategy with its actions, each with where it stands."""

    link: Link
    actions: tuple[Link, ...]


def page(project: Project, words: Wording, one: Constellation) -> Page:
    """The page of a constellation."""
    address = address_of(KIND, one.id)
    larger = (one.part_of,) if one.part_of else ()
    parts = tuple(_parts(project, words, one))
    strategies = _strategies(project, words, one)
    context = {
        "crumbs": (
            Link(words("constellations.title"), LIST),
            *constellation_links(project, larger),
        ),
        "status": facts.status(words, one),
        "attractor": one.attractor or "",
        "note": one.note or "",
        "entries": facts.entries(project, words, one),
        "outputs": one.outputs,
        "strategies": strategies,
        "records_of": parts,
        "unknown": facts.unknown(project, words, one),
        "sources": source_lines(project, words, facts.sources(project, one)),
        "foot": foot(project, words, address, one.name, edits(words)),
    }
    return Page(
        address=address,
        template="constellation.html",
        title=one.name,
        description=one.attractor or words("constellations.one", name=one.name),
        context=context,
        origin=FILE,
        parts=(
            *(("strategies",) if strategies else ()),
            *(part.id for part in parts),
            "sources",
            "report",
        ),
    )


def edits(words: Wording) -> list[tuple[str, str]]:
    """The file in which all constellations are written."""
    return [(words("constellations.edit"), FILE)]


def _strategies(project: Project, words: Wording, one: Constellation) -> tuple[StrategyView, ...]:
    return tuple(
        StrategyView(
            Link(strategy.title, address_of("strategies", strategy.id)),
            tuple(
                replace(action_link(strategy, action), mark=mark_of(words, action, project.today))
                for action in strategy.actions
            ),
        )
        for strategy in project.strategies
        if one.id in strategy.constellations
    )


def _parts(project: Project, words: Wording, one: Constellation) -> Iterator[Part]:
    """What else names it, kind by kind."""

    def those(kind: str) -> tuple[str, ...]:
        return naming(project, kind, KIND, one.id)

    found = {
        "commitments": _commitments(project, words, those("commitments")),
        "meetings": meeting_links(project, words, reversed(those("meetings"))),
        "decisions": decision_links(project, words, those("decisions")),
        "funding": funding_links(project, words, those("funding")),
        "agreements": agreement_links(project, words, those("agreements")),
        "assessments": assessments_of(project, words, KIND, one.id),
    }
    for kind, links in found.items():
        if links:
            yield Part(kind, words(f"constellations.part.{kind}"), links)


def _commitments(project: Project, words: Wording, ids: tuple[str, ...]) -> tuple[Link, ...]:
    """Each promise with who made it and how it fares."""
    made = [project.find("commitments", ident).organizations for ident in ids]
    names = [
        words.list(project.find("organizations", ident).name for ident in organizations)
        for organizations in made
    ]
    links = commitment_links(project, words, ids)
    return tuple(replace(link, note=name) for link, name in zip(links, names, strict=True))
