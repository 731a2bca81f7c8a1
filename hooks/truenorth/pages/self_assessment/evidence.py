"""What on this site may speak for an item of a self-assessment: links, each with a remark.

Only what is here counts: an empty answer means that this site holds nothing of the kind,
not that the partnership has nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from truenorth.compact.register import current
from truenorth.pages.addresses import address_of
from truenorth.pages.compact.text_view import document_address
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.self_assessment import evidence_figures as figures
from truenorth.pages.self_assessment.evidence_figures import Links, one_list
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Role, Sector, Suggestion

Finder = Callable[[Project, Wording], Links]
AT_WORK = ("active", "forming")
GUIDING = ("stewardship", "leadership")


def evidence(project: Project, words: Wording, suggestion: Suggestion) -> Links:
    """What speaks for it today; empty where this site holds nothing of the kind."""
    return _FINDERS[suggestion](project, words)


def _adopted_texts(project: Project, words: Wording) -> Links:
    return tuple(
        Link(
            document.head.title,
            document_address(document),
            words(f"evidence.in_force.{version.text}", version=version.label),
        )
        for document in project.documents
        if document.register and (version := current(document.register, project.today))
    )


def _roles_described(project: Project, words: Wording) -> Links:
    texts = tuple(
        Link(
            document.head.title,
            document_address(document),
            words(f"enums.document_kind.{document.head.kind}"),
        )
        for document in project.documents
        if document.head.kind in ("roles", "terms_of_reference") and not document.head.illustration
    )
    bodies = tuple(
        Link(
            body.name,
            address_of("bodies", body.id),
            words("evidence.functions", count=len(body.functions)),
        )
        for body in project.bodies
        if body.functions
    )
    return texts + bodies


def _leadership_table(project: Project, words: Wording) -> Links:
    return tuple(
        Link(body.name, address_of("bodies", body.id), body.purpose)
        for body in project.bodies
        if body.kind is None or body.kind in GUIDING
    )


def _shared_vision(project: Project, words: Wording) -> Links:
    if not project.partnership.vision or not project.goals:
        return ()
    vision = project.partnership.vision
    return one_list(words, "shared_vision", "/goals/", count=len(project.goals), vision=vision)


def _backbone_named(project: Project, words: Wording) -> Links:
    return tuple(
        Link(
            organization.name,
            address_of("organizations", organization.id),
            _since(words, role),
        )
        for kind in ("backbone", "convener")
        for organization in project.organizations
        for role in organization.roles
        if role.role == kind and role.constellation is None and role.until is None
    )


def _since(words: Wording, role: Role) -> str:
    name = words(f"enums.role.{role.role}")
    dates = words.dates(role.since, role.until)
    return words("evidence.role_dated", role=name, dates=dates) if dates else name


def _several_sectors(project: Project, words: Wording) -> Links:
    found = {organization.sector for organization in project.organizations}
    sectors = [sector for sector in get_args(Sector) if sector in found]
    if len(sectors) < 2:
        return ()
    named = words.list(words(f"enums.sector.{sector}") for sector in sectors)
    return one_list(words, "several_sectors", "/partners/", count=len(sectors), sectors=named)


def _constellations_active(project: Project, words: Wording) -> Links:
    counted = sum(one.status in AT_WORK for one in project.constellations)
    everything = words("evidence.of_constellations", count=len(project.constellations))
    where = "/constellations/"
    return one_list(words, "active", where, count=counted, all=everything) if counted else ()


def _constellations_by_indicator(project: Project, words: Wording) -> Links:
    return tuple(
        Link(
            one.name,
            address_of("constellations", one.id),
            words("evidence.works_on", count=len(one.indicators)),
        )
        for one in project.constellations
        if one.indicators and one.until is None
    )


def _commitments_tracked(project: Project, words: Wording) -> Links:
    counted = sum(bool(one.updates) for one in project.commitments)
    everything = words("evidence.of_commitments", count=len(project.commitments))
    where = "/commitments/"
    return one_list(words, "tracked", where, count=counted, all=everything) if counted else ()


def _data_agreements(project: Project, words: Wording) -> Links:
    return tuple(
        Link(one.title, address_of("agreements", one.id), one.enables)
        for one in project.agreements
        if one.kind == "data_sharing"
    )


def _funders_engaged(project: Project, words: Wording) -> Links:
    funders = {funder for one in project.funding for funder in one.funders}
    if not funders:
        return ()
    return one_list(words, "funders_engaged", "/funding/", count=len(funders))


def _places_named(project: Project, words: Wording) -> Links:
    named = words.list(place.name for place in project.partnership.places)
    return one_list(words, "places_named", "/", places=named) if named else ()


_FINDERS: Mapping[Suggestion, Finder] = {
    "baseline_report": figures.baseline_report,
    "yearly_report": figures.yearly_report,
    "disaggregated_data": figures.disaggregated_data,
    "indicators_chosen": figures.indicators_chosen,
    "baseline_data": figures.baseline_data,
    "adopted_texts": _adopted_texts,
    "shared_vision": _shared_vision,
    "backbone_named": _backbone_named,
    "roles_described": _roles_described,
    "constellations_active": _constellations_active,
    "constellations_by_indicator": _constellations_by_indicator,
    "leadership_table": _leadership_table,
    "commitments_tracked": _commitments_tracked,
    "data_agreements": _data_agreements,
    "funders_engaged": _funders_engaged,
    "several_sectors": _several_sectors,
    "indicators_improving": figures.indicators_improving,
    "places_named": _places_named,
}
