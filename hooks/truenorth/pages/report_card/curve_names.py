"""Whom the pages of indicators name: partners in a story, and those whose program is counted."""

from __future__ import annotations

from collections.abc import Iterator

from truenorth.pages.parts import Link
from truenorth.pages.records import Project, indicator_links
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Indicator


def said_of(
    project: Project, words: Wording, indicator: Indicator, kind: str, ident: str
) -> Iterator[str]:
    """What one indicator's page says of an `organization` or a `constellation`."""
    if indicator.story:
        for partner in indicator.story.head.partners:
            if getattr(partner, kind) == ident:
                yield partner.role
    for measure in project.program_measures:
        if indicator.id in measure.indicators and getattr(measure, kind) == ident:
            yield words("programs.counted", title=measure.title)


def curves_naming(project: Project, words: Wording, kind: str, ident: str) -> tuple[Link, ...]:
    """Every indicator whose page names it, with what is said there."""
    return tuple(
        Link(link.text, link.address, " ".join(said))
        for indicator in project.indicators
        if (said := tuple(said_of(project, words, indicator, kind, ident)))
        for link in indicator_links(project, [indicator.id])
    )
