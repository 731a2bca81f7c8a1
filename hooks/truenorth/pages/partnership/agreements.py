"""What organizations agreed between them, and what that makes possible: /agreements/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from truenorth.pages.page import Page
from truenorth.pages.parts import foot
from truenorth.pages.records import (
    Entry,
    Project,
    constellation_links,
    indicator_links,
    known,
    linked,
    organization_links,
    present,
    sources_entry,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Agreement, AgreementKind

ADDRESS = "/agreements/"
FILE = "data/agreements.yml"


@dataclass(frozen=True)
class AgreementView:
    """An agreement; what it enables stands first."""

    id: str
    title: str
    enables: str
    entries: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True)
class AgreementGroup:
    """Agreements of one kind."""

    id: str
    title: str
    agreements: tuple[AgreementView, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list of agreements, where there are any."""
    if not project.agreements:
        return ()
    groups = tuple(
        AgreementGroup(
            f"kind-{kind.replace('_', '-')}",
            words(f"enums.agreement_kind.{kind}"),
            tuple(_view(project, words, agreement) for agreement in made),
        )
        for kind in get_args(AgreementKind)
        if (made := [a for a in project.agreements if a.kind == kind])
    )
    title = words("agreements.title")
    return (
        Page(
            address=ADDRESS,
            template="agreements.html",
            title=title,
            description=words("agreements.description", partnership=project.partnership.name),
            context={
                "groups": groups,
                "count": words("agreements.count", count=len(project.agreements)),
                "foot": foot(project, words, ADDRESS, title, [(words("agreements.edit"), FILE)]),
            },
            origin=FILE,
            parts=(
                *(group.id for group in groups),
                *(agreement.id for agreement in project.agreements),
                "report",
            ),
        ),
    )


def _view(project: Project, words: Wording, agreement: Agreement) -> AgreementView:
    constellation = (agreement.constellation,) if agreement.constellation else ()
    parties = organization_links(project, agreement.parties)
    period = words.dates(agreement.since, agreement.until)
    about = (
        ("indicators", Entry(links=indicator_links(project, agreement.indicators))),
        ("form", Entry(words(f"enums.agreement_form.{agreement.form}"))),
        ("parties", linked(parties, words("agreements.unknown_parties"))),
        ("constellation", Entry(links=constellation_links(project, constellation))),
        ("period", known(period, words("agreements.no_dates"))),
        ("note", Entry(agreement.note or "")),
        ("sources", sources_entry(project, words, agreement.sources)),
    )
    return AgreementView(
        agreement.id,
        agreement.title,
        agreement.enables,
        present(*((words(f"agreements.term.{term}"), entry) for term, entry in about)),
    )
