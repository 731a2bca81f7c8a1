"""Frozen projections: which one counts for a year, and how the years went against it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from truenorth.reportcard.model import (
    Definition,
    Observation,
    ProjectionPoint,
    ProjectionVintage,
)
from truenorth.reportcard.scale import can_judge, good_sign, judged
from truenorth.reportcard.series import Summary
from truenorth.reportcard.trend import one_a_year

DUST = 1e-9
# In years: by then the figures of a year are out, even where nobody has added them here.
PUBLISHED_AFTER = 2
Judged = Literal["better", "within", "worse", "none"]
WhyNone = Literal["no_projection", "break", "no_range", "no_figure"]


@dataclass(frozen=True)
class AgainstProjection:
    """One later year held against what was projected for it.

    `verdict` is none for the reason in `why_none`; then `vintage` or `expected`
    may be None. `beyond` is how far the figure lies outside of the band (of the
    point itself where there is no band), in the unit, never negative.
    """

    verdict: Judged
    observed: Observation | None
    vintage: ProjectionVintage | None
    expected: ProjectionPoint | None
    beyond: float | None = None
    why_none: WhyNone | None = None

    @property
    def retrospective(self) -> bool:
        """Whether it is a back-test, made when the year was already known."""
        return self.vintage is not None and self.vintage.head.retrospective


def by_date(vintages: Iterable[ProjectionVintage]) -> tuple[ProjectionVintage, ...]:
    """The vintages in the order in which they were made."""
    return tuple(sorted(vintages, key=lambda v: (v.head.made_on, v.file)))


def in_force(vintages: Iterable[ProjectionVintage]) -> ProjectionVintage | None:
    """The newest vintage: a back-test only where there is no other."""
    ordered = by_date(vintages)
    honest = [v for v in ordered if not v.head.retrospective]
    return honest[-1] if honest else ordered[-1] if ordered else None


def verdicts(summary: Summary, vintage: ProjectionVintage) -> tuple[AgainstProjection, ...]:
    """The verdict for each year of a vintage that has a settled figure, by year."""
    figures = {o.end: o for o in one_a_year(summary.comparable)}
    return tuple(
        _verdict(summary, vintage, point, figures[point.end])
        for point in sorted(vintage.points, key=lambda p: p.end)
        if point.end in figures
    )


def verdict_for(summary: Summary, end: int) -> AgainstProjection:
    """The verdict for the year `end`, against the vintage that counts for it.

    That is the newest one with a point for that year; a back-test only where
    there is no other.
    """
    figures = {o.end: o for o in one_a_year(summary.comparable)}
    having = [v for v in summary.indicator.projections if any(p.end == end for p in v.points)]
    vintage = in_force(having)
    if vintage is None:
        return AgainstProjection("none", figures.get(end), None, None, None, "no_projection")
    point = next(p for p in vintage.points if p.end == end)
    if end not in figures:
        return AgainstProjection("none", None, vintage, point, None, "no_figure")
    return _verdict(summary, vintage, point, figures[end])


def latest_verdict(summary: Summary) -> AgainstProjection:
    """The verdict for the latest settled year; none where no vintage has a point for it."""
    if summary.latest_settled is None:
        return AgainstProjection("none", None, None, None, None, "no_figure")
    return verdict_for(summary, summary.latest_settled.end)


def already_published(
    points: Iterable[ProjectionPoint], figures: Iterable[Observation], made_on: str
) -> tuple[str, ...]:
    """The periods of `points` whose figure could be known on the day `made_on` (YYYY-MM-DD).

    A figure was known if its vintage is no later than that day, at the coarser
    precision of the two. Where a figure does not say when it was published, every
    year up to that of `made_on` counts as published. A year that is not in the
    table counts once it is older than any source takes to publish.
    """
    by_year = {o.end: o for o in figures if o.value is not None}
    long_ago = int(made_on[:4]) - PUBLISHED_AFTER
    return tuple(
        point.period
        for point in sorted(points, key=lambda p: p.end)
        if (
            known_on(by_year[point.end], made_on) if point.end in by_year else point.end <= long_ago
        )
    )


def known_on(figure: Observation, made_on: str) -> bool:
    """Whether a figure was, or may have been, published by the day `made_on`."""
    published = figure.vintage or ""
    if not _is_date(published):
        return figure.end <= int(made_on[:4])
    return published <= made_on[: len(published)]


def _is_date(text: str) -> bool:
    missing = {4: "-01-01", 7: "-01", 10: ""}.get(len(text))
    try:
        return missing is not None and bool(datetime.date.fromisoformat(text + missing))
    except ValueError:
        return False


def _verdict(
    summary: Summary, vintage: ProjectionVintage, point: ProjectionPoint, figure: Observation
) -> AgainstProjection:
    definition = summary.indicator.definition
    if not can_judge(definition):
        return AgainstProjection("none", figure, vintage, point, None, "no_range")
    if not _same_stretch(summary.runs, vintage.head.data_through, figure):
        return AgainstProjection("none", figure, vintage, point, None, "break")
    low = point.value if point.low is None else point.low
    high = point.value if point.high is None else point.high
    beyond = max(low - figure.value, figure.value - high, 0.0)
    verdict: Judged = "within"
    if beyond > DUST * max(1.0, abs(low), abs(high)):
        verdict = _better_or_worse(figure.value, point.value, definition)
    return AgainstProjection(verdict, figure, vintage, point, beyond)


def _better_or_worse(value: float, expected: float, definition: Definition) -> Judged:
    step = judged(value, definition) - judged(expected, definition)
    if step == 0:
        return "within"  # both lie in the range that is good
    return "better" if step * good_sign(definition) > 0 else "worse"


def _same_stretch(runs: Sequence[Sequence[Observation]], through: str, figure: Observation) -> bool:
    """Whether the data of a projection and a later figure lie on one side of every break."""
    return any(figure in run and any(o.period == through for o in run) for run in runs)
