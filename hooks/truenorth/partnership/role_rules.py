"""What must hold for the roles of organizations and for the gaps between them."""

from __future__ import annotations

from collections.abc import Iterable

from truenorth.partnership.backbone import shared_roles
from truenorth.partnership.model import Organization, Partnership
from truenorth.problems import Problems
from truenorth.sources.records import Entry


def check_roles(
    partnership: Entry[Partnership] | None,
    organizations: Iterable[Entry[Organization]],
    problems: Problems,
) -> None:
    """Rules that hold the organizations' roles against what the partnership says of itself."""
    if partnership is None or partnership.record is None:
        return
    known = tuple(entry for entry in organizations if entry.record)
    _gaps(partnership, [entry.record for entry in known], problems)
    if not partnership.record.signed:
        for entry in known:
            _nobody_signs(entry, problems)


def _gaps(
    partnership: Entry[Partnership], organizations: list[Organization], problems: Problems
) -> None:
    """A function that nobody is said to carry is carried by nobody whose role goes on."""
    for index, gap in enumerate(partnership.record.backbone_gaps):
        carried_by = [
            organization.id
            for organization, role in shared_roles(organizations)
            if gap.function in role.functions and role.until is None
        ]
        if carried_by:
            problems.error(
                "gap-that-is-none",
                partnership.place("backbone_gaps", index, "function"),
                what=f'Nobody carries "{gap.function}", it says here; in data/organizations.yml '
                f'"{carried_by[0]}" does.',
                why="The page on who guides the work would say both.",
                fix="Remove the gap here, or the function there, or say there until when the "
                "organization carried it.",
            )


def _nobody_signs(entry: Entry[Organization], problems: Problems) -> None:
    for index, role in enumerate(entry.record.roles):
        if role.role == "signer":
            problems.error(
                "signer-where-nobody-signs",
                entry.place("roles", index, "role"),
                what=f'"{entry.id}" is a signer, but the partnership says that nobody signs.',
                why='With "signed: false" no page speaks of signing.',
                fix='Write "role: partner" here, or "signed: true" in data/partnership.yml.',
            )
