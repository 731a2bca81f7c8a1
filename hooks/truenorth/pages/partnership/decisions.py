"""What bodies decided: /decisions/, each with how it was taken and what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truenorth.compact.model import Amendment, Decision, Document, Version
from truenorth.pages.addresses import address_of
from truenorth.pages.compact.amendments import ADDRESS as AMENDMENTS
from truenorth.pages.compact.amendments import amendment_anchor
from truenorth.pages.compact.version_facts import Pairs, decision_words, version_link
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import (
    Entry,
    Project,
    body_links,
    commitment_links,
    constellation_links,
    funding_links,
    goal_links,
    indicator_links,
    meeting_links,
    present,
    sources_entry,
)
from truenorth.pages.relations import naming
from truenorth.pages.wording import Wording

ADDRESS = "/decisions/"
FILE = "data/decisions.yml"


@dataclass(frozen=True)
class DecisionView:
    """A decision with how it was taken and what it changed."""

    id: str
    title: str
    said: str
    text: str
    entries: Pairs
    unchanged: str


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list of decisions, where there are any."""
    if not project.decisions:
        return ()
    newest = sorted(project.decisions, key=lambda d: (d.date, d.id), reverse=True)
    title = words("decisions.title")
    return (
        Page(
            address=ADDRESS,
            template="decisions.html",
            title=title,
            description=words("decisions.description", partnership=project.partnership.name),
            context={
                "count": words("decisions.count", count=len(newest)),
                "decisions": tuple(_view(project, words, decision) for decision in newest),
                "foot": foot(project, words, ADDRESS, title, [(words("decisions.edit"), FILE)]),
            },
            origin=FILE,
            parts=(*(decision.id for decision in newest), "report"),
        ),
    )


def _view(project: Project, words: Wording, decision: Decision) -> DecisionView:
    changed = tuple(_changed(project, words, decision))
    named = any(entry.links for _, entry in changed)
    kind = words(f"decisions.kind.{decision.kind}") if decision.kind else ""
    meeting = (decision.meeting,) if decision.meeting else ()
    about = (
        ("kind", Entry(kind)),
        ("body", Entry(links=body_links(project, (decision.body,)))),
        ("meeting", Entry(links=meeting_links(project, words, meeting))),
        *changed,
        ("sources", sources_entry(project, words, decision.sources)),
    )
    return DecisionView(
        id=decision.id,
        title=decision.title,
        said=decision_words(project, words, decision),
        text=decision.text or "",
        entries=present(*((words(f"decisions.term.{term}"), entry) for term, entry in about)),
        unchanged="" if named else words("decisions.unchanged"),
    )


def _changed(project: Project, words: Wording, decision: Decision) -> Iterator[tuple[str, Entry]]:
    """Everything that a decision names as changed, and every record that rests on it."""
    commitments = (*decision.commitments, *naming(project, "commitments", "decisions", decision.id))
    for term, links in (
        ("versions", tuple(_versions(project, words, decision))),
        ("amendments", tuple(_amendments(project, decision))),
        ("goals", goal_links(project, decision.goals)),
        ("indicators", indicator_links(project, decision.indicators)),
        ("commitments", commitment_links(project, words, commitments)),
        ("strategies", _titled(project, "strategies", decision.strategies)),
        ("constellations", constellation_links(project, decision.constellations)),
        ("seats", tuple(_seats(project, decision))),
        ("funding", funding_links(project, words, decision.funding)),
    ):
        yield term, Entry(links=links)


def _titled(project: Project, kind: str, ids: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(Link(project.find(kind, id).title, address_of(kind, id)) for id in ids)


def _versions(project: Project, words: Wording, decision: Decision) -> Iterator[Link]:
    for document, version in _registered(project):
        if f"{document.id}@{version.label}" in decision.changes or version.decision == decision.id:
            link = version_link(words, document, version)
            title = words("decisions.of_document", document=document.head.title, version=link.text)
            yield Link(title, link.address)


def _registered(project: Project) -> Iterator[tuple[Document, Version]]:
    for document in project.documents:
        for version in document.register.versions if document.register else ():
            yield document, version


def _amendments(project: Project, decision: Decision) -> Iterator[Link]:
    for document in project.documents:
        for amendment in document.register.amendments if document.register else ():
            if amendment.decision == decision.id:
                yield Link(amendment.title, amendment_address(document, amendment))


def amendment_address(document: Document, amendment: Amendment) -> str:
    return f"{AMENDMENTS}#{amendment_anchor(document, amendment)}"


def _seats(project: Project, decision: Decision) -> Iterator[Link]:
    """Each seat by whom it speaks for, with the body it belongs to."""
    for named in decision.seats:
        body, _, ident = named.partition("#")
        found = project.find("bodies", body)
        seat = next(seat for seat in found.seats if seat.id == ident)
        yield Link(seat.constituency, address_of("seats", named), found.name)
