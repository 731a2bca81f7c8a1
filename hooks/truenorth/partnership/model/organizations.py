"""Organizations and what each is or was here."""

from __future__ import annotations

from typing import Literal

from truenorth.fields import date, ident, record, ref, value

Sector = Literal[
    "education_k12", "higher_ed", "city", "county", "business", "labor", "philanthropy",
    "nonprofit", "faith", "health", "community", "youth_parent", "state", "federal", "media",
]  # fmt: skip
RoleKind = Literal[
    "signer", "partner", "convener", "backbone", "fiscal_agent", "host", "funder",
    "facilitator", "data_lead", "evaluator",
]  # fmt: skip
BackboneFunction = Literal[
    "guide_vision_and_strategy", "support_aligned_activities", "establish_shared_measurement",
    "build_public_will", "advance_policy", "mobilize_resources",
]  # fmt: skip


@record
class FormerName:
    """A name an organization once had."""

    name: str = value("The name")
    until: str | None = date("Until when it was used", default=None)


@record
class Role:
    """What an organization is or was in the partnership or in one constellation."""

    role: RoleKind = value("The role")
    constellation: str | None = ref("constellations", "In which constellation; leave out for the whole partnership", default=None)  # fmt: skip
    functions: tuple[BackboneFunction, ...] = value("Backbone functions it carries", default=())
    since: str | None = date("From when", default=None)
    until: str | None = date("Until when", default=None)
    sources: tuple[str, ...] = ref("sources", "Where that is said", default=())
    note: str | None = value("What a reader should know about it", default=None)


@record
class BackboneGap:
    """A backbone function that nobody carries, where a source says so."""

    function: BackboneFunction = value("The function")
    sources: tuple[str, ...] = ref("sources", "Where that is said")
    note: str | None = value("What a reader should know about it", default=None)


@record
class Organization:
    """An organization that takes part: data/organizations.yml."""

    id: str = ident("Permanent id of the organization", "unite-la")
    name: str = value("Its name today")
    sector: Sector = value("The sector it belongs to")
    roles: tuple[Role, ...] = value("What it does or did here", default=())
    former_names: tuple[FormerName, ...] = value("Names it once had", default=())
    url: str | None = value("Its own site", default=None, pattern=r"^https?://")
    sources: tuple[str, ...] = ref("sources", "Where its part is said", default=())
    note: str | None = value("What a reader should know about it", default=None)
