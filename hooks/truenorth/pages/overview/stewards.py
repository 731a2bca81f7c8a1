"""The stewards' desk: /stewards/, what needs somebody, with the file and line to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.pages.overview.desk import Group, Part
from truenorth.pages.overview.desk_due import overdue_part, stale_part
from truenorth.pages.overview.desk_gaps import incomplete_part, unreviewed_part, unsourced_part
from truenorth.pages.overview.desk_people import unsigned_part, vacant_part
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording

ADDRESS = "/stewards/"
FOLDER = "data"
_PARTS = (
    overdue_part, stale_part, vacant_part, unsigned_part, unreviewed_part, unsourced_part,
    incomplete_part,
)  # fmt: skip


@dataclass(frozen=True)
class PartView:
    """One part under its heading; `nothing` is said where there is none."""

    id: str
    title: str
    lead: str
    nothing: str
    groups: tuple[Group, ...]
    remarks: tuple[str, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The desk; every partnership has one, and search engines are asked to leave it out."""
    found = [made for make in _PARTS if (made := make(project, words)) is not None]
    title = words("stewards.title")
    return (
        Page(
            address=ADDRESS,
            template="stewards.html",
            title=title,
            description=words("stewards.description", partnership=project.partnership.name),
            context={
                "sum": _sum(project, words, found),
                "contents": tuple(
                    Link(
                        words(f"stewards.part.{one.name}.title"),
                        f"#{one.name}",
                        words.number(one.count),
                    )
                    for one in found
                ),
                "parts_of": tuple(_view(words, one) for one in found),
                "foot": foot(project, words, ADDRESS, title, [(words("stewards.edit"), FOLDER)]),
            },
            origin=FOLDER,
            parts=(*(one.name for one in found), "report"),
            indexed=False,
        ),
    )


def _sum(project: Project, words: Wording, found: list[Part]) -> str:
    """How much needs somebody, in one sentence."""
    day = words.date(project.today.isoformat())
    counted = [words(f"stewards.count.{one.name}", count=one.count) for one in found if one.count]
    if not counted:
        return words("stewards.all_clear", date=day)
    if not found[0].count:
        counted.insert(0, words("stewards.none_overdue"))
    return words("stewards.sum", date=day, counts=words.list(counted))


def _view(words: Wording, one: Part) -> PartView:
    return PartView(
        id=one.name,
        title=words(f"stewards.part.{one.name}.title"),
        lead=words(f"stewards.part.{one.name}.lead"),
        nothing="" if one.groups else words(f"stewards.part.{one.name}.nothing"),
        groups=one.groups,
        remarks=one.remarks,
    )
