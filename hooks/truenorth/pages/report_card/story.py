"""The story behind a curve: its prose, what helps and hurts, who works on it, what might work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

from truenorth.pages.overview.cited import cited_in
from truenorth.pages.parts import Link, SourceLine, source_lines
from truenorth.pages.records import constellation_links, organization_links, source_links
from truenorth.pages.report_card.live import live_prose
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Cause, Cost, CurvePartner, Idea, Indicator, StoryHead

# The parts that a story's front matter may list, in the order in which they are shown.
SECTIONS = {
    "helps": "what-helps",
    "hurts": "what-hurts",
    "partners": "curve-partners",
    "what_works": "what-might-work",
}
_COSTS = get_args(Cost)


@dataclass(frozen=True)
class Point:
    """One thing that is said; `names` lead to those it is about.

    `standing` says how sure it is or what it costs, `basis` what it rests on.
    """

    text: str
    names: tuple[Link, ...] = ()
    standing: str = ""
    basis: str = ""
    sources: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Section:
    """What helps, or another part; without points, `unknown` says that nobody knows."""

    id: str
    title: str
    lead: str
    points: tuple[Point, ...]
    unknown: str


@dataclass(frozen=True)
class Told:
    """The story as it stands on the page; `alone` says that its prose is all there is."""

    html: str
    byline: str
    sources: tuple[SourceLine, ...]
    sections: tuple[Section, ...]
    alone: str


def told(project: Any, t: Wording, indicator: Indicator) -> Told | None:
    """The story of an indicator; none where nobody has written one."""
    story = indicator.story
    if story is None:
        return None
    head = story.head
    prose = live_prose(project, t, story.markdown, story.file, demote=1, prefix="story-")
    sections = _sections(project, t, head)
    return Told(
        prose.html,
        t("indicator.byline", authors=t.list(head.authors), date=t.date(head.date)),
        source_lines(project, t, cited_in(head)),
        sections,
        "" if sections else t("story.alone"),
    )


def at_work(project: Any, indicator: Indicator) -> tuple[Link, ...]:
    """The constellations that say they work on it, and those that its story names as partners."""
    head = indicator.story.head if indicator.story else None
    named = {partner.constellation for partner in head.partners} if head else set()
    return tuple(
        Link(link.text, link.address, constellation.attractor or "")
        for constellation in project.constellations
        if indicator.id in constellation.indicators or constellation.id in named
        for link in constellation_links(project, [constellation.id])
    )


def _sections(project: Any, t: Wording, head: StoryHead) -> tuple[Section, ...]:
    """Every part, those without an entry too; none where the story is told in prose alone."""
    ideas = sorted(head.what_works, key=lambda idea: _COSTS.index(idea.cost))
    points = {
        "helps": tuple(_cause(project, t, cause) for cause in head.helps),
        "hurts": tuple(_cause(project, t, cause) for cause in head.hurts),
        "partners": tuple(_partner(project, t, partner) for partner in head.partners),
        "what_works": tuple(_idea(project, t, idea) for idea in ideas),
    }
    if not any(points.values()):
        return ()
    return tuple(
        Section(
            SECTIONS[key],
            t(f"story.title.{key}"),
            t(f"story.lead.{key}"),
            found,
            t(f"story.unknown.{key}"),
        )
        for key, found in points.items()
    )


def _cause(project: Any, t: Wording, cause: Cause) -> Point:
    basis = "shown" if cause.kind == "evidence" else "mentioned"
    return Point(
        cause.text,
        standing=t(f"story.kind.{cause.kind}"),
        basis=t(f"story.basis.{basis}" if cause.evidence else "story.basis.no_source"),
        sources=source_links(project, t, cause.evidence),
    )


def _partner(project: Any, t: Wording, partner: CurvePartner) -> Point:
    return Point(
        partner.role,
        names=(
            *organization_links(project, filter(None, [partner.organization])),
            *constellation_links(project, filter(None, [partner.constellation])),
        ),
        basis=t("story.basis.said"),
        sources=source_links(project, t, partner.sources),
    )


def _idea(project: Any, t: Wording, idea: Idea) -> Point:
    return Point(
        idea.text,
        standing=t(f"story.cost.{idea.cost}"),
        basis=t("story.basis.described" if idea.sources else "story.basis.own_idea"),
        sources=source_links(project, t, idea.sources),
    )
