"""Editions: the list of them, and each at an address where nothing of it ever changes."""

from __future__ import annotations

from itertools import combinations

from truenorth.editions.model import PublishedEdition
from truenorth.pages.page import Page
from truenorth.pages.parts import Cell, Link, Table, foot
from truenorth.pages.records import Project
from truenorth.pages.report_card import edition_compare
from truenorth.pages.report_card.edition_main import edition_address
from truenorth.pages.wording import Wording

ADDRESS = "/editions/"
COLUMNS = ("edition", "date", "data_through", "assessable", "improving", "worsening", "errata")


def shown(project: Project) -> tuple[PublishedEdition, ...]:
    """Those that may be shown today, by date."""
    return tuple(one for one in project.editions if one.record.is_out(project.today))


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list, every edition, and every two of them side by side; none without editions."""
    found = shown(project)
    if not found:
        return ()
    return (
        _list(project, words, found),
        *(_page(project, words, one, found) for one in found),
        *(edition_compare.page(project, words, a, b) for a, b in combinations(found, 2)),
    )


def _list(project: Project, t: Wording, found: tuple[PublishedEdition, ...]) -> Page:
    title = t("editions.title")
    return Page(
        address=ADDRESS,
        template="editions.html",
        title=title,
        description=t("editions.about", name=project.partnership.name),
        context={
            "table": Table(
                id="all",
                caption=title,
                columns=tuple(t(f"editions.column.{name}") for name in COLUMNS),
                rows=tuple(_row(t, one) for one in reversed(found)),
            ),
            "comparisons": tuple(
                edition_compare.link(t, a, b) for a, b in reversed(tuple(combinations(found, 2)))
            ),
            "foot": foot(project, t, ADDRESS, title, ()),
        },
        origin="data/editions",
        parts=("all", "report"),
    )


def _row(t: Wording, one: PublishedEdition) -> tuple[Cell, ...]:
    head, counts = one.record, one.record.counts
    assessable = counts.improving + counts.no_clear_change + counts.worsening
    return (
        Cell(head.title, notes=(t(f"editions.kind.{head.kind}"),), address=edition_address(one.id)),
        Cell(t.date(head.date)),
        Cell(head.data_through or t("editions.no_data"), missing=head.data_through is None),
        *(Cell(t.number(n)) for n in (assessable, counts.improving, counts.worsening)),
        Cell(t.number(len(head.errata))),
    )


def _page(
    project: Project, t: Wording, one: PublishedEdition, found: tuple[PublishedEdition, ...]
) -> Page:
    head, address = one.record, edition_address(one.id)
    origin = f"{one.folder}/edition.yml"
    description = t(f"editions.lead.{head.kind}", name=project.partnership.name,
                    date=t.date(head.date))  # fmt: skip
    others = [
        edition_compare.link(t, *sorted((one, other), key=found.index))
        for other in found
        if other is not one
    ]
    return Page(
        address=address,
        template="edition.html",
        title=head.title,
        description=description,
        context={
            "main": one.main,
            "banner": t("editions.banner", date=t.date(head.date)),
            "now": Link(t("editions.now"), "/report-card/"),
            "back": Link(t("editions.title"), ADDRESS),
            "errata": tuple((t.date(e.date), e.text) for e in head.errata),
            "cite": t("editions.cite_as", name=project.partnership.name, title=head.title,
                      date=t.date(head.date)),
            "address": address,
            "others": tuple(others),
            "foot": foot(project, t, address, head.title, ((t("editions.edit"), origin),)),
        },
        origin=origin,
        parts=("edition-cite", "report", *(("edition-errata",) if head.errata else ())),
        pictures=one.pictures,
    )  # fmt: skip
