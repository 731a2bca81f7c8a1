"""Pages that are text alone: about, methods, glossary, accessibility, privacy and others."""

from __future__ import annotations

from typing import Any

from truenorth.pages.overview import region
from truenorth.pages.page import Page
from truenorth.pages.prose.prose import Prose
from truenorth.pages.records import Project
from truenorth.pages.report_card.live import live_prose
from truenorth.pages.wording import Wording

# What people write here stands on a page together with records.
WOVEN = frozenset({"/", "/compact/"})
MEETINGS = "/meetings/"


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """One page for each text that no other kind of page takes up."""
    return tuple(
        _page(project, words, written)
        for written in project.pages
        if written.address not in WOVEN
        if written.address != MEETINGS or not project.meetings
    )


def page_at(project: Project, address: str) -> Any | None:
    """What people wrote for an address, if anything."""
    return next((written for written in project.pages if written.address == address), None)


def body_of(project: Project, words: Wording, written: Any) -> Prose:
    """The text under the page's title; its headings never compete with the title."""
    text = live_prose(project, words, written.markdown, written.file)
    if any(heading.level == 1 for heading in text.headings):
        return live_prose(project, words, written.markdown, written.file, demote=1)
    return text


def _page(project: Project, words: Wording, written: Any) -> Page:
    text = body_of(project, words, written)
    facts = region.region(project, words) if written.address == region.ADDRESS else None
    return Page(
        address=written.address,
        template="prose.html",
        title=written.head.title,
        description=written.head.description,
        context={"text": text.html, "region": facts},
        origin=written.file,
        parts=(
            *(h.id for h in text.headings if h.id and h.level == 2),
            *((region.ANCHOR,) if facts else ()),
        ),
    )
