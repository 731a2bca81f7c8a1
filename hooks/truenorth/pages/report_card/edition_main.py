"""The main part of an edition's page, made once when the edition is frozen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from truenorth.editions.model import Kind, TextInForce
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, Table, place_name
from truenorth.pages.records import Project
from truenorth.pages.report_card import counts, figures
from truenorth.pages.report_card.assessment import Assessment, assessed, measured, serving
from truenorth.pages.report_card.report_row import table_of
from truenorth.pages.wording import Wording


@dataclass(frozen=True)
class Part:
    """A goal with its rows, or those that serve none."""

    id: str
    title: str
    counts: str
    table: Table


def edition_address(id: str, name: str = "") -> str:
    """The address of an edition, or of a file of it."""
    return f"/editions/{id}/{name}"


def main_part(
    project: Project,
    t: Wording,
    id: str,
    title: str,
    kind: Kind,
    texts: Iterable[TextInForce],
    methods: Iterable[str],
    tables: Iterable[str],
) -> Page:
    """The page whose rendering is stored; `tables` are paths of the snapshot's tables."""
    every = assessed(project)
    held = measured(every)
    place = {one.indicator.id: place_name(project, one.summary.series.geography) for one in held}
    drawn = [
        (one, figure)
        for one in held
        if (figure := figures.history(t, one.summary, place[one.indicator.id], one.vintage))
    ]
    sparks = [spark for one in held if (spark := figures.spark(t, one.summary))]
    kept = set(tables)
    date = t.date(project.today.isoformat())
    lead = t(f"editions.lead.{kind}", name=project.partnership.name, date=date)
    return Page(
        address=edition_address(id),
        template="edition_main.html",
        title=title,
        description=lead,
        context={
            "title": title,
            "lead": lead,
            "counts": counts.report(t, every),
            "parts_of": _parts(project, t, every),
            "wanted": tuple(one.indicator.title for one in every if not one.is_measured),
            "curves": tuple((one.indicator.id, figure) for one, figure in drawn),
            "texts": tuple(
                (
                    Link(
                        t("editions.text", title=text.title, version=text.version),
                        f"/compact/{text.document}/{text.version}/",
                    ),
                    text.sha256 or "",
                )
                for text in texts
            ),
            "methods": t.list(methods),
            "tables": tuple(
                Link(one.indicator.title, edition_address(id, f"data/{one.indicator.id}.csv"))
                for one in every
                if f"data/{one.indicator.id}.csv" in kept
            ),
            "sums": edition_address(id, "SHA256SUMS"),
        },
        origin="data/editions",
        charts=(*sparks, *(request for _, figure in drawn for request in figure.requests)),
    )


def _parts(project: Project, t: Wording, every: Sequence[Assessment]) -> tuple[Part, ...]:
    groups = [(f"goal-{g.id}", g.title, serving(g.id, every)) for g in project.goals]
    free = tuple(one for one in every if not one.indicator.definition.goals)
    groups.append(("without-goal", t("report_card.without_goal"), free))
    return tuple(
        Part(
            id,
            title,
            counts.of_goal(t, rows),
            table_of(t, f"rows-{id}", title, rows, project.today),
        )
        for id, title, members in groups
        if (rows := measured(members))
    )
