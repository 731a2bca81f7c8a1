"""From figures to pictures: which charts a page asks for, with every label finished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from truenorth.charts.domain import domain_for
from truenorth.charts.request import GroupsRequest, HistoryRequest, Point, SparkRequest, Target
from truenorth.pages import format as formats
from truenorth.pages.report_card import projections, sentences
from truenorth.pages.report_card.table import html_id
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Definition, Dimension, Observation, ProjectionVintage
from truenorth.reportcard.series import Series, Summary, group_label, split_at_breaks

WIDTHS = ("wide", "narrow")
FEWEST_POINTS = 2
"""A single figure is a number, not a picture."""


@dataclass(frozen=True)
class Figure:
    """A chart with its two titles; `wide` and `narrow` are the ids of its pictures."""

    title: str
    subtitle: str
    description: str
    caption: str
    wide: str
    narrow: str
    requests: tuple[Any, ...]


def history(
    t: Wording, summary: Summary, place: str, vintage: ProjectionVintage | None = None
) -> Figure | None:
    """The chart of the headline series; None where there is too little to draw.

    `vintage` is the projection that is drawn over it.
    """
    if not drawable(summary.series):
        return None
    definition = summary.indicator.definition
    title = sentences.chart_title(t, summary)
    subtitle = sentences.chart_subtitle(t, summary, place)
    description = sentences.chart_description(t, summary, place)
    projected = projections.described(t, vintage)
    drawn = points(t, summary, summary.series)
    targets = tuple(
        Target(
            target.year,
            target.amount,
            t("indicator.target_label", value=_shown(t, definition, target.amount)),
            target.due,
        )
        for target in definition.targets
    )
    ahead = projections.ahead(summary, vintage)
    more = [v for one in ahead for v in one[1:4] if v is not None]
    domain = _domain(definition, [drawn], [*more, *(target.y for target in targets)])
    requests = tuple(
        HistoryRequest(
            id=history_id(summary.indicator.id, width),
            title=f"{title}. {subtitle}",
            desc=" ".join(filter(None, (description, projected))),
            points=drawn,
            unit=definition.unit,
            breaks=tuple((x, t("indicator.break_word")) for x in break_places(summary)),
            targets=targets,
            base_x=summary.base.end if summary.base and summary.change else None,
            domain=(domain.low, domain.high),
            width=width,
            ahead=ahead,
            ahead_label=projections.label(t, vintage),
        )
        for width in WIDTHS
    )
    caption = " ".join(filter(None, (projected, _truncated(t, definition, domain))))
    return Figure(title, subtitle, description, caption, requests[0].id, requests[1].id, requests)


def groups(
    t: Wording, summary: Summary, dimension: Dimension, members: Sequence[Series], place: str
) -> Figure | None:
    """Small multiples of one breakdown, on one scale, ordered by the latest value."""
    members = sorted((s for s in members if drawable(s)), key=_latest_value, reverse=True)
    if not members:
        return None
    definition = summary.indicator.definition
    panels = tuple(
        (formats.capital(group_label(dimension, s)), points(t, summary, s)) for s in members
    )
    total = points(t, summary, summary.series) if not summary.series.groups else ()
    domain = _domain(definition, [total, *(drawn for _, drawn in panels)], [])
    best, least = members[0], members[-1]
    title = _group_title(t, summary, dimension, best, least)
    subtitle = t(
        "indicator.group_caption", statistic=sentences.statistic(summary), by=dimension.title
    )
    description = t(
        "sentences.describe.groups",
        count=len(members),
        by=dimension.title,
        place=place,
        list=t.list(_in_words(t, definition, dimension, s) for s in members),
    )
    requests = tuple(
        GroupsRequest(
            id=f"{summary.indicator.id}-{html_id(dimension.id)}-{width}",
            title=f"{title}. {subtitle}",
            desc=description,
            panels=panels,
            total=total,
            total_label=t("indicator.total"),
            unit=definition.unit,
            domain=(domain.low, domain.high),
            width=width,
        )
        for width in WIDTHS
    )
    caption = _truncated(t, definition, domain)
    return Figure(title, subtitle, description, caption, requests[0].id, requests[1].id, requests)


def spark(t: Wording, summary: Summary) -> SparkRequest | None:
    """The small picture in a row of the report card."""
    if not drawable(summary.series):
        return None
    drawn = points(t, summary, summary.series)
    domain = _domain(summary.indicator.definition, [drawn], [])
    return SparkRequest(
        id=f"{summary.indicator.id}-spark",
        title=summary.indicator.definition.short_title or summary.indicator.title,
        desc=sentences.spark_description(t, summary),
        points=drawn,
        domain=(domain.low, domain.high),
    )


def history_id(indicator: str, width: str) -> str:
    """The id of an indicator's main picture, also the one that is offered as a file."""
    return f"{indicator}-history-{width}"


def drawable(series: Series) -> bool:
    """Whether a series has enough figures for a picture."""
    return sum(_plotted(o) is not None for o in series.observations) >= FEWEST_POINTS


def points(t: Wording, summary: Summary, series: Series) -> tuple[Point, ...]:
    """A series as points, numbered by the stretch between breaks that each lies in."""
    definition = summary.indicator.definition
    runs = split_at_breaks(series.observations, _break_years(summary))
    return tuple(
        Point(
            x=o.end,
            label=o.period,
            y=_plotted(o),
            low=o.low,
            high=o.high,
            provisional=o.status == "provisional",
            run=number,
            shown=sentences.figure(t, definition, o),
        )
        for number, run in enumerate(runs)
        for o in run
    )


def break_places(summary: Summary) -> tuple[float, ...]:
    """Where breaks stand on the axis of years: halfway between the figures on both sides."""
    ends = [o.end for o in summary.series.observations if _plotted(o) is not None]
    places = []
    for year in _break_years(summary):
        before = [end for end in ends if end < year]
        after = [end for end in ends if end >= year]
        if before and after:
            places.append((max(before) + min(after)) / 2)
    return tuple(places)


def _break_years(summary: Summary) -> list[int]:
    ends = {o.period: o.end for o in summary.indicator.observations}
    breaks = summary.indicator.definition.breaks
    return sorted({ends[b.period] for b in breaks if b.period in ends})


def _plotted(observation: Observation) -> float | None:
    return None if observation.status == "suspect" else observation.value


def _latest_value(series: Series) -> float:
    return [o.value for o in series.observations if _plotted(o) is not None][-1]


def _last(t: Wording, definition: Definition, series: Series) -> str:
    latest = [o for o in series.observations if _plotted(o) is not None][-1]
    value = sentences.figure(t, definition, latest)
    return t("sentences.in_period", value=value, period=latest.period)


def _in_words(t: Wording, definition: Definition, dimension: Dimension, series: Series) -> str:
    return t(
        "sentences.describe.group",
        group=group_label(dimension, series),
        figure=_last(t, definition, series),
    )


def _group_title(
    t: Wording, summary: Summary, dimension: Dimension, best: Series, least: Series
) -> str:
    definition = summary.indicator.definition
    if best is least:
        key, values = "one", {}
    else:
        key = "many"
        values = {"other": group_label(dimension, least), "least": _last(t, definition, least)}
    return t(
        f"sentences.group_title.{key}",
        group=group_label(dimension, best),
        most=_last(t, definition, best),
        **values,
    )


def _domain(
    definition: Definition, series: Sequence[Sequence[Point]], more: Sequence[float]
) -> Any:
    shown = [p for drawn in series for p in drawn if p.y is not None]
    values = [v for p in shown for v in (p.y, p.low, p.high) if v is not None]
    return domain_for([*values, *more], definition.unit, (definition.minimum, definition.maximum))


def _truncated(t: Wording, definition: Definition, domain: Any) -> str:
    """That the axis does not begin at zero; empty where it does."""
    if not domain.truncated:
        return ""
    decimals = 0 if domain.low == int(domain.low) else definition.decimals
    return t("indicator.truncated", low=formats.measure(t, domain.low, definition.unit, decimals))


def _shown(t: Wording, definition: Definition, value: float) -> str:
    return formats.measure(t, value, definition.unit, definition.decimals)
