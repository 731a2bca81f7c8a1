"""Seats that nobody holds, and partners that have not signed the text in force."""

from __future__ import annotations

from collections.abc import Iterator

from truenorth.compact.model import Document
from truenorth.compact.roll import Reaffirmation, reaffirmation
from truenorth.pages.overview.desk import Group, Item, Part, item, part, written
from truenorth.pages.partnership.seats import seat_address
from truenorth.pages.parts import Link
from truenorth.pages.records import Project, organization_links
from truenorth.pages.wording import Wording
from truenorth.partnership.seats import vacant
from truenorth.problems import Place


def vacant_part(project: Project, words: Wording) -> Part | None:
    """Places at the table that nobody holds; None where the record knows no seats."""
    seated = [body for body in project.bodies if body.seats]
    if not seated:
        return None
    found = (
        item(
            project,
            words,
            Link(seat.constituency, seat_address(body, seat)),
            words("stewards.vacant", count=empty, body=body.name),
            "seats",
            f"{body.id}#{seat.id}",
            count=empty,
        )
        for body in seated
        for seat, empty in vacant(body, project.today)
    )
    unseen = [body.name for body in seated if body.holders != "listed"]
    remarks = [words("stewards.not_listed", bodies=words.list(unseen))] if unseen else []
    return part(words, "vacant", (("seats", found),), remarks)


def unsigned_part(project: Project, words: Wording) -> Part | None:
    """Who agreed to an earlier version and did nothing about the one in force, text by text.

    None for a partnership that does not sign, or has no signed text in force.
    """
    if not project.partnership.signed:
        return None
    signed = [d for d in project.documents if d.register and d.register.signatures]
    found = [(d, held) for d in signed if (held := reaffirmation(d.register, project.today))]
    if not found:
        return None
    groups = (
        Group(
            f"unsigned-{document.id}",
            words("stewards.of_version", document=document.head.title, version=held.version.label),
            tuple(_silent(project, words, document, held)),
        )
        for document, held in found
        if held.outstanding
    )
    partial = [d.head.title for d, held in found if not held.version.complete_roll]
    remarks = (words("stewards.incomplete_roll", texts=words.list(partial)),) if partial else ()
    return Part("unsigned", tuple(groups), remarks)


def _silent(
    project: Project, words: Wording, document: Document, held: Reaffirmation
) -> Iterator[Item]:
    place = Place(f"data/register/{document.id}.yml")
    for link in organization_links(project, held.outstanding):
        yield written(project, words, link, "", place)
