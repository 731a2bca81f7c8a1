"""Every page of the site, module by module."""

from __future__ import annotations

from truenorth.pages.compact import (
    amendments,
    compact,
    compare,
    completeness,
    documents,
    in_force,
    proposed,
    signers,
    versions,
)
from truenorth.pages.overview import content_pages, goals, home, phases, sources, stewards, timeline
from truenorth.pages.page import Page
from truenorth.pages.partnership import (
    agreements,
    commitments,
    constellations,
    decisions,
    funding,
    meetings,
    partners,
    people,
    strategies,
)
from truenorth.pages.records import Project
from truenorth.pages.report_card import catalogue, editions, embed, indicator, report_card
from truenorth.pages.self_assessment import assessments
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
