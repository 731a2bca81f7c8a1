"""Which pages must lead to one another: each record and every record that it names.

The finished site is held against this, so that no reader comes to a dead end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from truenorth.pages.addresses import address_of, is_shown
from truenorth.references import named_by


def relations(project: Any) -> frozenset[tuple[str, str]]:
    """Pairs of addresses: the page of the first must link to the second."""
    shown = (pair for record in _shown(project) for pair in _of(*record))
    return frozenset((*shown, *_of_programs(project)))


def naming(project: Any, kind: str, named: str, ident: str) -> tuple[str, ...]:
    """The ids of the records of `kind` that name the record `ident` of the kind `named`."""
    return tuple(
        found
        for other, found, parts in _shown(project)
        if other == kind and any((named, ident) in named_by(part) for part in parts)
    )


def _of(kind: str, ident: str, parts: Iterable[Any]) -> Iterator[tuple[str, str]]:
    here = address_of(kind, ident)
    for other, name in (named for part in parts for named in named_by(part)):
        if not is_shown(other) or other == "sources":
            continue  # a source is told of, and tells nothing back
        there = address_of(other, name)
        yield from ((here, there), (there, here))


def _of_programs(project: Any) -> Iterator[tuple[str, str]]:
    """A program measure stands on the pages of its indicators, and is of somebody."""
    for measure in project.program_measures:
        whose = (("organizations", measure.organization), ("constellations", measure.constellation))
        for kind, ident in whose:
            for indicator in measure.indicators if ident else ():
                here, there = address_of("indicators", indicator), address_of(kind, ident)
                yield from ((here, there), (there, here))


def _shown(project: Any) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Every record that has an address, with the parts of it in which others are named."""
    for kind in (
        "goals", "organizations", "bodies", "constellations", "commitments", "strategies",
        "funding", "agreements", "decisions", "assessments", "templates",
    ):  # fmt: skip
        for record in getattr(project, kind):
            yield kind, record.id, (record,)
    for meeting in project.meetings:
        yield "meetings", meeting.id, (meeting.head,)
    for indicator in project.indicators:
        story = (indicator.story.head,) if indicator.story else ()
        yield "indicators", indicator.id, (indicator.definition, *story)
