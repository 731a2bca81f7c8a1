"""Who carries the shared work: guiding roles, and function by function with its gaps."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.pages.parts import Cell, Link, Table
from truenorth.pages.records import (
    Entry,
    Project,
    Records,
    known,
    organization_links,
    source_links,
    sources_entry,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.backbone import FUNCTIONS, SUPPORT, Carrier, carriers, shared_roles
from truenorth.partnership.model import BackboneGap, Organization, Role

GUIDING = ("convener", "backbone", *SUPPORT)
# Beside more names than these a table no longer fits a page; then each row lists its own.
MOST_COLUMNS = 6


@dataclass(frozen=True)
class Functions:
    """Each function with who carries it, in a sentence and as a table.

    The work of several organizations is a grid, that of one or of many a list in each row.
    """

    said: tuple[str, ...]
    grid: Table | None
    listed: Records | None
    gaps: tuple[Link, ...]


def guiding_roles(project: Project) -> list[tuple[Organization, Role]]:
    """Roles in the whole partnership that guide or carry it, by kind of role."""
    found = [pair for pair in shared_roles(project.organizations) if pair[1].role in GUIDING]
    return sorted(found, key=lambda pair: GUIDING.index(pair[1].role))


def roles_table(
    project: Project, words: Wording, roles: list[tuple[Organization, Role]]
) -> Records:
    """Organizations with a guiding role, and since when."""
    return Records(
        id="table-roles",
        caption=words("people.roles.caption"),
        columns=tuple(
            words(f"people.roles.column.{column}")
            for column in ("organization", "role", "period", "sources")
        ),
        rows=tuple(
            (
                Entry(links=organization_links(project, (organization.id,))),
                Entry(words(f"enums.role.{role.role}"), notes=(role.note,) if role.note else ()),
                known(words.dates(role.since, role.until), words("people.no_dates")),
                sources_entry(project, words, role.sources or organization.sources, brief=True),
            )
            for organization, role in roles
        ),
    )


def functions(project: Project, words: Wording) -> Functions | None:
    """Who carries which function; None where no source speaks of any."""
    gaps = {gap.function: gap for gap in project.partnership.backbone_gaps}
    found = {
        what: carriers(project.organizations, what, project.today)
        for what in (*FUNCTIONS, *SUPPORT)
    }
    if not gaps and not any(found[what] for what in FUNCTIONS):
        return None
    rows = [what for what in found if what in FUNCTIONS or found[what]]
    there = {c.organization.id: c.organization for what in rows for c in found[what] if c.now}
    organizations = sorted(there.values(), key=lambda one: one.name.casefold())
    carried = sum(any(c.now for c in found[what]) for what in FUNCTIONS)
    is_grid = 1 < len(organizations) <= MOST_COLUMNS
    return Functions(
        said=(
            words(
                "people.backbone.known",
                total=words.number(len(FUNCTIONS)),
                carried=words.number(carried),
            ),
            *((words("people.backbone.shared", count=len(there)),) if there else ()),
        ),
        grid=_grid(words, rows, organizations, found, gaps) if is_grid else None,
        listed=None if is_grid else _list(project, words, rows, found, gaps),
        gaps=source_links(project, words, (s for gap in gaps.values() for s in gap.sources)),
    )


def _name(words: Wording, what: str) -> str:
    kind = "backbone_function" if what in FUNCTIONS else "role"
    return words(f"enums.{kind}.{what}")


def _gap(
    words: Wording, what: str, found: tuple[Carrier, ...], gaps: dict[str, BackboneGap]
) -> str:
    """What is said where nobody carries it today; empty where somebody does."""
    if any(carrier.now for carrier in found):
        return ""
    return words("people.backbone.nobody" if what in gaps else "people.backbone.unknown")


def _grid(
    words: Wording,
    rows: list[str],
    organizations: list[Organization],
    found: dict[str, tuple[Carrier, ...]],
    gaps: dict[str, BackboneGap],
) -> Table:
    """A row for each function, a column for each organization, and the gaps in the last."""
    missing = [_gap(words, what, found[what], gaps) for what in rows]
    last = (words("people.backbone.column.gap"),) if any(missing) else ()
    remarks = [gap.note for what in rows if (gap := gaps.get(what)) and gap.note]
    return Table(
        id="table-functions",
        caption=words("people.backbone.caption"),
        columns=(
            words("people.backbone.column.function"),
            *(organization.name for organization in organizations),
            *last,
        ),
        rows=tuple(
            (
                Cell(_name(words, what)),
                *(_cell(words, found[what], organization) for organization in organizations),
                *((_gap_cell(words, gap, found[what], gaps.get(what), remarks),) if last else ()),
            )
            for what, gap in zip(rows, missing, strict=True)
        ),
        notes=tuple(remarks),
    )


def _cell(words: Wording, found: tuple[Carrier, ...], organization: Organization) -> Cell:
    mine = [c for c in found if c.now and c.organization.id == organization.id]
    if not mine:
        return Cell(words("people.backbone.not_this"), nothing=True)
    dates = tuple(_dates(words, carrier) for carrier in mine if _dates(words, carrier))
    return Cell(words("people.backbone.yes"), notes=dates)


def _gap_cell(
    words: Wording,
    gap: str,
    found: tuple[Carrier, ...],
    stated: BackboneGap | None,
    remarks: list[str],
) -> Cell:
    """What is said where nobody carries it today, and who did before."""
    if not gap:
        return Cell(words("people.backbone.not_this"), nothing=True)
    before = tuple(
        words("people.backbone.before", organization=c.organization.name, dates=_dates(words, c))
        for c in found
    )
    refs = (remarks.index(stated.note) + 1,) if stated and stated.note else ()
    return Cell(gap, notes=before, refs=refs, missing=True)


def _dates(words: Wording, carrier: Carrier) -> str:
    return words.dates(carrier.role.since, carrier.role.until)


def _list(
    project: Project,
    words: Wording,
    rows: list[str],
    found: dict[str, tuple[Carrier, ...]],
    gaps: dict[str, BackboneGap],
) -> Records:
    """A row for each function with the organizations that carry or carried it."""
    return Records(
        id="table-functions",
        caption=words("people.backbone.caption"),
        columns=(
            words("people.backbone.column.function"),
            words("people.backbone.column.carried"),
        ),
        rows=tuple(
            (
                Entry(_name(words, what)),
                Entry(
                    gap := _gap(words, what, found[what], gaps),
                    links=tuple(
                        Link(link.text, link.address, _dates(words, carrier))
                        for carrier in found[what]
                        for link in organization_links(project, (carrier.organization.id,))
                    ),
                    notes=(gaps[what].note,) if what in gaps and gaps[what].note else (),
                    missing=bool(gap),
                ),
            )
            for what in rows
        ),
    )
