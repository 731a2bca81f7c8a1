"""What was promised: /commitments/, by organization, goal, strategy and section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from truenorth.pages.addresses import address_of
from truenorth.pages.compact.section_in_version import section_of
from truenorth.pages.page import Page
from truenorth.pages.partnership import commitment
from truenorth.pages.partnership.commitment_words import (
    due_notes,
    in_brief,
    mark_of,
    sentences,
    stale_note,
)
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import (
    Entry,
    Project,
    Records,
    known,
    linked,
    source_links,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.commitments import last_update
from truenorth.partnership.model import Commitment, Organization

ADDRESS = "/commitments/"
FILE = "data/commitments.yml"
_COLUMNS = ("commitment", "section", "status", "update", "due")


@dataclass(frozen=True)
class Made:
    """What one organization promised."""

    id: str
    link: Link
    counts: str
    table: Records


@dataclass(frozen=True)
class Group:
    """Commitments to one goal, strategy or section, in short."""

    link: Link
    counts: str
    commitments: tuple[Link, ...]


@dataclass(frozen=True)
class View:
    """One way to read the list."""

    id: str
    title: str
    groups: tuple[Group, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The register and a page for each commitment, where any was made."""
    if not project.commitments:
        return ()
    each = (commitment.page(project, words, one) for one in project.commitments)
    return (_register(project, words), *each)


def _register(project: Project, words: Wording) -> Page:
    title = words("commitments.title")
    made = tuple(_made(project, words, o) for o in project.organizations if _of(project, o))
    views = tuple(view for view in _views(project, words) if view.groups)
    name = project.partnership.name
    return Page(
        address=ADDRESS,
        template="commitments.html",
        title=title,
        description=words("commitments.description", partnership=name),
        context={
            "title": title,
            "counts": sentences(words, project.commitments, project.today),
            "organizations": made,
            "views": views,
            "foot": foot(project, words, ADDRESS, title, [(words("commitments.edit"), FILE)]),
        },
        origin=FILE,
        parts=("by-organization", *(m.id for m in made), *(v.id for v in views), "report"),
    )


def _of(project: Project, organization: Organization) -> tuple[Commitment, ...]:
    return tuple(c for c in project.commitments if organization.id in c.organizations)


def _made(project: Project, words: Wording, organization: Organization) -> Made:
    mine = _of(project, organization)
    return Made(
        id=f"organization-{organization.id}",
        link=Link(organization.name, address_of("organizations", organization.id)),
        counts=in_brief(words, mine, project.today, project.commitments),
        table=Records(
            id=f"promises-{organization.id}",
            caption=words("commitments.of_organization", organization=organization.name),
            columns=tuple(words(f"commitments.column.{name}") for name in _COLUMNS),
            rows=tuple(_row(project, words, one, organization) for one in mine),
        ),
    )


def _row(
    project: Project, words: Wording, one: Commitment, organization: Organization
) -> tuple[Entry, ...]:
    others = [
        project.find("organizations", ident).name
        for ident in dict.fromkeys(one.organizations)
        if ident != organization.id
    ]
    together = (words("commitments.with", organizations=words.list(others)),) if others else ()
    section = section_of(project, words, one.section, one.version) if one.section else None
    today = project.today
    return (
        Entry(
            links=(Link(one.title, address_of("commitments", one.id)),),
            notes=(one.text, *together),
        ),
        linked((section,) if section else (), words("commitments.no_section")),
        Entry(
            mark=mark_of(words, one, today),
            links=tuple(_goes_on(project, words, one)),
            notes=tuple(filter(None, (one.end_reason, stale_note(words, one, today)))),
        ),
        _last_update(project, words, one),
        known(
            words.date(one.due) if one.due else None,
            words("commitments.no_due"),
            tuple(due_notes(words, one, today)),
        ),
    )


def _goes_on(project: Project, words: Wording, one: Commitment) -> Iterator[Link]:
    if one.successor is not None:
        title = project.find("commitments", one.successor).title
        said = words("commitments.goes_on", title=title)
        yield Link(said, address_of("commitments", one.successor))


def _last_update(project: Project, words: Wording, one: Commitment) -> Entry:
    told = last_update(one, project.today)
    if told is None:
        return Entry(words("commitments.no_update"), missing=True)
    evidence = source_links(project, words, told.evidence)
    return Entry(
        words("commitments.update", date=words.date(told.date), text=told.text),
        links=tuple(Link(link.text, link.address) for link in evidence),
        notes=(commitment.told_by(project, words, told).text,),
    )


def _views(project: Project, words: Wording) -> Iterator[View]:
    def view(name: str, groups: Iterable[tuple[Link, list[Commitment]]]) -> View:
        made = tuple(_group(project, words, link, listed) for link, listed in groups if listed)
        return View(f"by-{name}", words(f"commitments.view.{name}"), made)

    every = project.commitments
    yield view(
        "goal",
        (
            (Link(g.title, address_of("goals", g.id)), [c for c in every if g.id in c.goals])
            for g in project.goals
        ),
    )
    yield view(
        "strategy",
        (
            (
                Link(s.title, address_of("strategies", s.id)),
                [c for c in every if c.strategy == s.id],
            )
            for s in project.strategies
        ),
    )
    places = dict.fromkeys((c.section, c.version) for c in every if c.section)
    yield view(
        "section",
        (
            (link, [c for c in every if (c.section, c.version) == place])
            for place in places
            if (link := section_of(project, words, *place)) is not None
        ),
    )


def _group(project: Project, words: Wording, link: Link, listed: list[Commitment]) -> Group:
    return Group(
        link=link,
        counts=in_brief(words, listed, project.today, project.commitments),
        commitments=tuple(
            Link(
                one.title,
                address_of("commitments", one.id),
                words.list(project.find("organizations", o).name for o in one.organizations),
                mark_of(words, one, project.today),
            )
            for one in listed
        ),
    )
