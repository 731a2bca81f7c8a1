"""The menu: only what this partnership has, in words of the catalogue."""

from __future__ import annotations

from truenorth.pages.compact import amendments, in_force, signers
from truenorth.pages.overview import timeline
from truenorth.pages.partnership import people
from truenorth.pages.records import Project
from truenorth.pages.report_card import editions
from truenorth.pages.wording import Wording

Item = tuple[str, "str | tuple[Item, ...]"]

_REPORT_CARD = (
    ("/report-card/", "overview"),
    ("/editions/", "editions"),
    ("/goals/", "goals"),
    ("/data/", "data"),
)
_ABOUT_TEXTS = (
    ("/compact/signers/", "signers"),
    ("/compact/in-force/", "in_force"),
    ("/compact/amendments/", "amendments"),
    ("/compact/completeness/", "completeness"),
)
_INVOLVED = (
    ("/strategies/", "strategies"),
    ("/commitments/", "commitments"),
    ("/partners/", "partners"),
    ("/people/", "people"),
    ("/constellations/", "constellations"),
    ("/meetings/", "meetings"),
    ("/decisions/", "decisions"),
    ("/funding/", "funding"),
    ("/agreements/", "agreements"),
    ("/assessments/", "assessments"),
)
_ABOUT = (
    ("/about/", "about"),
    ("/timeline/", "timeline"),
    ("/phases/", "phases"),
    ("/methods/", "methods"),
    ("/glossary/", "glossary"),
    ("/sources/", "sources"),
    ("/stewards/", "stewards"),
)
_STATEMENTS = (
    ("/terms/", "terms"),
    ("/accessibility/", "accessibility"),
    ("/privacy/", "privacy"),
)


def navigation(project: Project, words: Wording) -> tuple[Item, ...]:
    """The menu as pairs of a label and an address, or of a label and more such pairs."""
    there = shown_addresses(project)
    groups = (
        ("report_card", _named(words, there, _REPORT_CARD)),
        (_texts_are_called(project), _compact(project, words, there)),
        ("involved", _named(words, there, _INVOLVED)),
        (
            "about",
            (
                *_named(words, there, _ABOUT),
                *_others(project),
                *_named(words, there, _STATEMENTS),
            ),
        ),
    )
    return (
        (words("navigation.home"), "/"),
        *(_group(words, name, items) for name, items in groups if items),
    )


def shown_addresses(project: Project) -> frozenset[str]:
    """The addresses that have a page because the partnership has what they are about."""
    kept = {
        "/report-card/": project.indicators,
        "/data/": project.indicators,
        "/goals/": project.goals,
        "/editions/": editions.shown(project),
        "/compact/": project.documents,
        "/compact/in-force/": in_force.has_course(project),
        "/compact/amendments/": amendments.has_amendments(project),
        "/compact/completeness/": project.documents,
        "/compact/signers/": signers.has_roll(project),
        "/partners/": project.organizations,
        "/strategies/": project.strategies,
        "/commitments/": project.commitments,
        "/people/": people.has_guides(project),
        "/constellations/": project.constellations,
        "/meetings/": project.meetings,
        "/decisions/": project.decisions,
        "/funding/": project.funding,
        "/agreements/": project.agreements,
        "/assessments/": project.templates,
        "/timeline/": timeline.shown(project),
        "/phases/": project.partnership.phases,
        "/stewards/": True,
        "/sources/": project.sources,
    }
    written = {page.address for page in project.pages}
    return frozenset(written | {address for address, records in kept.items() if records})


def _group(words: Wording, name: str, items: tuple[Item, ...]) -> Item:
    """A group of one entry is that entry."""
    return items[0] if len(items) == 1 else (words(f"navigation.{name}"), items)


def _named(
    words: Wording, there: frozenset[str], entries: tuple[tuple[str, str], ...]
) -> tuple[Item, ...]:
    return tuple(
        (words(f"navigation.{name}"), address) for address, name in entries if address in there
    )


def _texts_are_called(project: Project) -> str:
    return "compact" if project.partnership.form == "compact" else "texts"


def _compact(project: Project, words: Wording, there: frozenset[str]) -> tuple[Item, ...]:
    return (
        *_named(words, there, (("/compact/", "about_compact"),)),
        *((document.head.title, f"/compact/{document.id}/") for document in project.documents),
        *_named(words, there, _ABOUT_TEXTS),
    )


def _others(project: Project) -> tuple[Item, ...]:
    """Texts that people added at addresses of their own."""
    placed = {"/", "/compact/"} | {
        address for address, _ in (*_REPORT_CARD, *_INVOLVED, *_ABOUT, *_STATEMENTS)
    }
    return tuple(
        (page.head.title, page.address) for page in project.pages if page.address not in placed
    )
