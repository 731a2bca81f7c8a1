"""The home page: what the partnership is, what its goals' indicators say, how recent that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from truenorth.pages.navigation import shown_addresses
from truenorth.pages.overview.goals import in_words
from truenorth.pages.overview.home_aims import aims
from truenorth.pages.overview.home_people import at_the_table, next_meetings, promised
from truenorth.pages.page import Page
from truenorth.pages.parts import Cell, Link, SourceLine, Table, foot, source_lines
from truenorth.pages.report_card import sentences
from truenorth.pages.report_card.assessment import assessed, measured
from truenorth.pages.report_card.dataset import address
from truenorth.pages.report_card.freshness import Newest, newest, span
from truenorth.pages.report_card.live import live_prose
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Fact, Partnership

FILE = "data/partnership.yml"
HERE = (
    ("report_card", "/report-card/"),
    ("compact", "/compact/"),
    ("signers", "/compact/signers/"),
    ("commitments", "/commitments/"),
    ("strategies", "/strategies/"),
    ("partners", "/partners/"),
    ("people", "/people/"),
    ("constellations", "/constellations/"),
    ("meetings", "/meetings/"),
    ("decisions", "/decisions/"),
    ("funding", "/funding/"),
    ("agreements", "/agreements/"),
    ("assessments", "/assessments/"),
    ("timeline", "/timeline/"),
    ("stewards", "/stewards/"),
    ("data", "/data/"),
    ("methods", "/methods/"),
    ("sources", "/sources/"),
)


@dataclass(frozen=True)
class Disagreement:
    """A fact on which sources differ: what each account says and where."""

    text: str
    note: str
    sources: tuple[SourceLine, ...]
    others: tuple[tuple[str, tuple[SourceLine, ...]], ...]


def pages(project: Any, words: Wording) -> tuple[Page, ...]:
    """The home page."""
    partnership: Partnership = project.partnership
    every = assessed(project)
    found = (newest(i.indicator, i.summary.latest, project.today) for i in measured(every))
    recent = sorted((n for n in found if n), key=lambda n: (n.ended, n.indicator.title))
    index = next((p for p in project.pages if p.address == "/"), None)
    edits = [(words("home.edit_text"), index.file)] if index else []
    edits += [(words("home.edit_partnership"), FILE), (words("goals.edit"), "data/goals.yml")]
    context = {
        "title": partnership.name,
        "sentence": partnership.sentence,
        "prose": live_prose(project, words, index.markdown, index.file, prefix="text-").html
        if index
        else "",
        "aims": aims(project, words),
        "goals": tuple(in_words(words, goal, every) for goal in project.goals),
        "promised": promised(project, words),
        "table": at_the_table(project, words),
        "meetings": next_meetings(project, words),
        "recent": _recent_sentences(words, recent),
        "recent_table": _recent_table(words, recent) if recent else None,
        "here": here(project, words),
        "disputed": _disputed(project, words),
        "foot": foot(project, words, "/", partnership.name, edits),
    }
    parts = ["goals", "recent", "here", "report"]
    shown = ("aims", "promised", "table", "meetings", "disputed")
    parts += [part for part in shown if context[part]]
    page = Page(
        address="/",
        template="home.html",
        title=partnership.name,
        description=partnership.sentence,
        context=context,
        origin=index.file if index else FILE,
        parts=tuple(parts),
        jsonld=(_organization(partnership),),
    )
    return (page,)


def here(project: Any, t: Wording) -> tuple[Link, ...]:
    """What the site holds; nothing that this partnership does not have."""
    shown = shown_addresses(project)
    return tuple(
        Link(t(f"home.here.{name}.title"), where, t(f"home.here.{name}.note"))
        for name, where in HERE
        if where in shown
    )


def _recent_sentences(t: Wording, recent: list[Newest]) -> tuple[str, ...]:
    ends = span(recent)
    if ends is None:
        return (t("sentences.no_figures"),)
    old = sum(item.stale for item in recent)
    said = [sentences.newest_span(t, *ends)]
    if old:
        said.append(t("home.old", count=old, all=t.number(len(recent))))
    return tuple(said)


def _recent_table(t: Wording, recent: list[Newest]) -> Table:
    return Table(
        id="newest",
        caption=t("home.recent_caption"),
        columns=(t("home.indicator"), t("home.newest"), t("home.age")),
        rows=tuple(
            (
                Cell(item.indicator.title, address=address(item.indicator.id)),
                Cell(item.observation.period),
                Cell(sentences.age(t, item.years_ago)),
            )
            for item in reversed(recent)
        ),
    )


def _disputed(project: Any, t: Wording) -> tuple[Disagreement, ...]:
    partnership = project.partnership
    return tuple(
        _disagreement(project, t, fact)
        for fact in (*partnership.history, *partnership.region)
        if fact.disputed
    )


def _disagreement(project: Any, t: Wording, fact: Fact) -> Disagreement:
    text = t("home.dated", date=t.date(fact.date), text=fact.text) if fact.date else fact.text
    return Disagreement(
        text,
        fact.note or "",
        source_lines(project, t, fact.sources),
        tuple((a.says, source_lines(project, t, a.sources)) for a in fact.disputed),
    )


def _organization(partnership: Partnership) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": partnership.name,
        "alternateName": partnership.short_name,
        "description": partnership.sentence,
        "url": "/",
    }
