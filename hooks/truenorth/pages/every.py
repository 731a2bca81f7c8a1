"""Every page of the site, module by module."""

from __future__ import annotations

from truenorth.pages import (
    agreements,
    amendments,
    assessments,
    catalogue,
    commitments,
    compact,
    compare,
    completeness,
    constellations,
    content_pages,
    decisions,
    documents,
    editions,
    embed,
    funding,
    goals,
    home,
    in_force,
    indicator,
    meetings,
    partners,
    people,
    phases,
    proposed,
    report_card,
    signers,
    sources,
    stewards,
    strategies,
    timeline,
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
    strategies,
    commitments,
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
    agreements,
    meetings,
    decisions,
    assessments,
    timeline,
    phases,
    stewards,
    sources,
    content_pages,
)


def every_page(project: Project, words: Wording) -> tuple[Page, ...]:
    """All pages; that for what is not found stands in the theme."""
    return tuple(page for kind in KINDS for page in kind.pages(project, words))
