"""Two editions side by side: /editions/compare/<a>/<b>/."""

from __future__ import annotations

from truenorth.editions.compare import Pair, Revision, pairs, revisions
from truenorth.editions.model import FrozenStatus, PublishedEdition
from truenorth.pages import format as formats
from truenorth.pages.page import Page
from truenorth.pages.parts import Cell, Link, Mark, Table
from truenorth.pages.records import Project
from truenorth.pages.report_card import status
from truenorth.pages.report_card.edition_main import edition_address
from truenorth.pages.wording import Wording


def address_of(before: PublishedEdition, after: PublishedEdition) -> str:
    return f"/editions/compare/{before.id}/{after.id}/"


def link(t: Wording, before: PublishedEdition, after: PublishedEdition) -> Link:
    """The way to the comparison, the earlier edition first."""
    return Link(_title(t, before, after), address_of(before, after))


def page(project: Project, t: Wording, before: PublishedEdition, after: PublishedEdition) -> Page:
    """What two editions said of each indicator, and which figures were revised."""
    sides = (before, after)
    revised = revisions(before, after)
    found = pairs(before, after)
    names = tuple(one.record.title for one in sides)
    return Page(
        address=address_of(before, after),
        template="edition_compare.html",
        title=_title(t, before, after),
        description=t("editions.compare.about", before=names[0], after=names[1]),
        context={
            "sides": tuple(Link(one.record.title, edition_address(one.id)) for one in sides),
            "back": Link(t("editions.title"), "/editions/"),
            "said": Table(
                "said",
                t("editions.compare.said"),
                (t("report_card.column.indicator"), *names, t("editions.compare.changed")),
                tuple(_row(t, pair) for pair in found),
            ),
            "revised": Table(
                "figures",
                t("editions.compare.revised"),
                (t("report_card.column.indicator"), t("editions.compare.which"), *names),
                tuple(_revision(t, one) for one in revised),
            )
            if revised
            else None,
        },
        origin=after.folder,
        parts=("said", "revisions"),
    )


def _title(t: Wording, before: PublishedEdition, after: PublishedEdition) -> str:
    return t("editions.compare.title", before=before.record.title, after=after.record.title)


def _row(t: Wording, pair: Pair) -> tuple[Cell, ...]:
    before, after = pair.before, pair.after
    same = before is not None and after is not None and before.status == after.status
    return (
        Cell(pair.either.title),
        _side(t, before),
        _side(t, after),
        Cell(t("editions.compare.same" if same else "editions.compare.other"), nothing=same),
    )


def _side(t: Wording, one: FrozenStatus | None) -> Cell:
    if one is None:
        return Cell(t("editions.compare.absent"), missing=True)
    if one.status == "wanted":
        return Cell(t("editions.compare.wanted"), missing=True)
    notes = ()
    if one.latest_shown and one.latest_period:
        figure = t("editions.compare.figure", value=one.latest_shown, period=one.latest_period)
        notes = (figure,)
    mark: Mark = status.mark(t, one.status)
    return Cell("", notes=notes, mark=mark)


def _revision(t: Wording, one: Revision) -> tuple[Cell, ...]:
    unit, decimals = one.indicator.unit, one.indicator.decimals
    was = ()
    if one.was == "provisional":
        was = (t("missing.mark.provisional"),)
    which = t("editions.compare.of", period=one.period, whom=t.list(one.of_whom))
    return (
        Cell(one.indicator.title),
        Cell(which),
        Cell(formats.measure(t, one.before, unit, decimals), notes=was),
        Cell(formats.measure(t, one.after, unit, decimals)),
    )
