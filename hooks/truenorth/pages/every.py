"""Every page of the site, module by module."""

from __future__ import annotations

from truenorth.pages import (
    amendments,
    catalogue,
    compact,
    compare,
    completeness,
    constellations,
    content_pages,
    documents,
    editions,
    embed,
    funding,
    goals,
    home,
    in_force,
    indicator,
    partners,
    people,
    proposed,
    report_card,
    signers,
    sources,
    versions,
)
from truenorth.pages.page import Page
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording

KINDS = (
    home,
    report_card,
    editions,
    indicator,
    embed,
    goals,
    catalogue,
    compact,
    documents,
    versions,
    compare,
    proposed,
    in_force,
    amendments,
    completeness,
    signers,
    partners,
    people,
    constellations,
    funding,
    sources,
    content_pages,
)


def every_page(project: Project, words: Wording) -> tuple[Page, ...]:
    """All pages; that for what is not found stands in the theme."""
    return tuple(page for kind in KINDS for page in kind.pages(project, words))
