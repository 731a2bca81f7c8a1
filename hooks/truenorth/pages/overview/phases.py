"""How far the partnership has come: /phases/, where its record says which phases it reached.

The five phases are those that FSG describes, told in our own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from truenorth.pages.page import Page
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import Project, source_links
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Phase, PhaseReached

ADDRESS = "/phases/"
FILE = "data/partnership.yml"
PHASES: tuple[str, ...] = get_args(Phase)


@dataclass(frozen=True)
class Step:
    """One phase: what it is for, how long it takes elsewhere, and what is known of it here."""

    id: str
    name: str
    purpose: str
    takes: str
    said: str
    reached: bool
    now: bool
    sources: tuple[Link, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The page, only for a partnership whose record states a phase."""
    known = {reached.phase: reached for reached in project.partnership.phases}
    if not known:
        return ()
    title = words("phases.title")
    name = project.partnership.name
    steps = tuple(_step(project, words, phase, known) for phase in PHASES)
    return (
        Page(
            address=ADDRESS,
            template="phases.html",
            title=title,
            description=words("phases.description", partnership=name),
            context={
                "now": words("phases.now", phase=words(f"phases.name.{_now(known)}")),
                "steps": steps,
                "foot": foot(project, words, ADDRESS, title, [(words("phases.edit"), FILE)]),
            },
            origin=FILE,
            parts=(*(step.id for step in steps), "report"),
        ),
    )


def anchor(phase: str) -> str:
    """The id of a phase on the page."""
    return phase.replace("_", "-")


def phase_address(phase: str) -> str:
    """Where a phase is told of."""
    return f"{ADDRESS}#{anchor(phase)}"


def _now(known: dict[str, PhaseReached]) -> str:
    """The furthest of the phases that were reached; they build on one another."""
    return max(known, key=PHASES.index)


def _step(project: Project, words: Wording, phase: str, known: dict[str, PhaseReached]) -> Step:
    now = _now(known)
    return Step(
        id=anchor(phase),
        name=words(f"phases.name.{phase}"),
        purpose=words(f"phases.purpose.{phase}"),
        takes=words(f"phases.takes.{phase}"),
        said=_said(words, phase, known, now),
        reached=phase in known,
        now=phase == now,
        sources=source_links(project, words, known[phase].sources if phase in known else ()),
    )


def _said(words: Wording, phase: str, known: dict[str, PhaseReached], now: str) -> str:
    """When it was reached, as far as that is known, or that the record does not say so."""
    if phase not in known:
        return words(
            "phases.skipped" if PHASES.index(phase) < PHASES.index(now) else "phases.ahead"
        )
    entered = known[phase].entered
    if entered is None:
        return words("phases.reached_undated")
    return words("phases.reached", on=words.on(entered))
