"""Where each source is used: the way back from the list of sources to what rests on them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from truenorth.pages.addresses import address_of
from truenorth.pages.compact.amendments import ADDRESS, amendment_anchor
from truenorth.pages.compact.version_facts import version_anchor
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.report_card.programs import ANCHOR as PROGRAMS
from truenorth.pages.self_assessment.assessment_links import title_of
from truenorth.pages.wording import Wording

_CITING = (
    "decisions", "goals", "bodies", "constellations", "organizations", "commitments", "strategies",
    "funding", "agreements", "templates",
)  # fmt: skip


def cited_in(record: Any) -> Iterator[str]:
    """The ids of the sources that a record names, in itself and in the records it holds."""
    if isinstance(record, tuple):
        for item in record:
            yield from cited_in(item)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            value = getattr(record, field.name)
            if field.metadata.get("refers_to") == "sources":
                yield from (value,) if isinstance(value, str) else value or ()
            else:
                yield from cited_in(value)


def uses(project: Project, words: Wording) -> dict[str, tuple[Link, ...]]:
    """For each source, the places of the site that rest on it, each once."""
    found: dict[str, dict[str, Link]] = {}
    for link, record in _records(project, words):
        for source in cited_in(record):
            found.setdefault(source, {}).setdefault(link.address, link)
    return {source: tuple(links.values()) for source, links in found.items()}


def _records(project: Project, words: Wording) -> Iterator[tuple[Link, Any]]:
    """Every record that may name sources, with where it is printed."""
    partnership = project.partnership
    yield Link(words("sources.use.partnership", partnership=partnership.name), "/"), partnership
    for document in project.documents:
        address = f"/compact/{document.id}/"
        yield Link(document.head.title, address), document.head
        if document.register:
            yield Link(document.head.title, address), document.register.versions
            for amendment in document.register.amendments:
                home = f"{ADDRESS}#{amendment_anchor(document, amendment)}"
                yield Link(amendment.title, home), amendment
            yield from _signatures(project, words, document)
    for indicator in project.indicators:
        yield Link(indicator.title, f"/indicators/{indicator.id}/"), indicator
    for measure in project.program_measures:
        yield Link(measure.title, f"/indicators/{measure.indicators[0]}/#{PROGRAMS}"), measure
    for kind in _CITING:
        for record in getattr(project, kind):
            name = getattr(record, "name", None) or record.title
            yield Link(name, address_of(kind, record.id)), record
    for one in project.assessments:
        yield Link(title_of(project, words, one), address_of("assessments", one.id)), one
    for meeting in project.meetings:
        yield Link(meeting.head.title, address_of("meetings", meeting.id)), meeting.head


def _signatures(project: Project, words: Wording, document: Any) -> Iterator[tuple[Link, Any]]:
    if not project.partnership.signed:
        return
    for version in document.register.versions:
        signatures = tuple(s for s in document.register.signatures if s.version == version.label)
        link = Link(
            words("sources.use.signers", document=document.head.title, version=version.label),
            f"/compact/signers/#{version_anchor(document, version)}",
        )
        yield link, (signatures, version.stated_count)
