"""Who guides the work: /people/, the bodies and who carries the backbone work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Entry,
    Project,
    Records,
    known,
    linked,
    source_links,
    sources_entry,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.model import BackboneFunction, Body, Organization, Role

ADDRESS = "/people/"
GUIDING = ("convener", "backbone", "fiscal_agent", "host", "facilitator", "data_lead", "evaluator")


@dataclass(frozen=True)
class BodyView:
    """A group that guides or decides."""

    id: str
    name: str
    purpose: str
    functions: tuple[str, ...]
    entries: tuple[tuple[str, Entry], ...]
    note: str
    sources: tuple[Link, ...]


def has_guides(project: Project) -> bool:
    """Whether any body or guiding role is known."""
    return bool(project.bodies or _guiding_roles(project))


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The page of bodies and guiding roles, where there are any."""
    if not has_guides(project):
        return ()
    roles = _guiding_roles(project)
    name = project.partnership.name
    return (
        Page(
            address=ADDRESS,
            template="people.html",
            title=words("people.title"),
            description=words("people.description", partnership=name),
            context={
                "bodies": tuple(_body(project, words, body) for body in project.bodies),
                "roles": _roles_table(project, words, roles) if roles else None,
                "functions": _functions_table(words, roles),
            },
            origin="data/bodies.yml" if project.bodies else "data/organizations.yml",
            parts=(*(b.id for b in project.bodies), *(("roles",) if roles else ())),
        ),
    )


def _body(project: Project, words: Wording, body: Body) -> BodyView:
    return BodyView(
        id=body.id,
        name=body.name,
        purpose=body.purpose,
        functions=body.functions,
        entries=(
            (words("people.term.who"), Entry(body.who)),
            (words("people.term.rhythm"), known(body.rhythm, words("people.unknown"))),
            (
                words("people.term.decision_rule"),
                known(body.decision_rule, words("people.unknown")),
            ),
        ),
        note=body.note or "",
        sources=source_links(project, words, body.sources),
    )


def _guiding_roles(project: Project) -> list[tuple[Organization, Role]]:
    """Roles in the whole partnership that guide it, by kind of role."""
    found = [
        (organization, role)
        for organization in project.organizations
        for role in organization.roles
        if role.constellation is None and role.role in GUIDING
    ]
    return sorted(found, key=lambda pair: GUIDING.index(pair[1].role))


def _roles_table(
    project: Project, words: Wording, roles: list[tuple[Organization, Role]]
) -> Records:
    return Records(
        id="table-roles",
        caption=words("people.roles.caption"),
        columns=tuple(
            words(f"people.roles.column.{column}")
            for column in ("organization", "role", "period", "sources")
        ),
        rows=tuple(
            (
                Entry(links=(Link(organization.name, f"/partners/#{organization.id}"),)),
                Entry(words(f"enums.role.{role.role}"), notes=(role.note,) if role.note else ()),
                known(words.dates(role.since, role.until), words("people.no_dates")),
                sources_entry(project, words, role.sources or organization.sources, brief=True),
            )
            for organization, role in roles
        ),
    )


def _functions_table(words: Wording, roles: list[tuple[Organization, Role]]) -> Records | None:
    """Who carries which backbone function; the work may be split among several."""
    if not any(role.functions for _, role in roles):
        return None
    return Records(
        id="table-functions",
        caption=words("people.backbone.caption"),
        columns=(
            words("people.backbone.column.function"),
            words("people.backbone.column.carried"),
        ),
        rows=tuple(
            (
                Entry(words(f"enums.backbone_function.{function}")),
                linked(
                    tuple(
                        Link(organization.name, f"/partners/#{organization.id}")
                        for organization, role in roles
                        if function in role.functions
                    ),
                    words("people.backbone.nobody"),
                ),
            )
            for function in get_args(BackboneFunction)
        ),
    )
