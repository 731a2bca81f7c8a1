"""A headline that somebody wrote is held against the figures it quotes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from truenorth.problems import Problems
from truenorth.reportcard.load import IndicatorFile, place_of
from truenorth.reportcard.model import Indicator
from truenorth.reportcard.quoted import bears_out
from truenorth.reportcard.series import Summary, summarize

_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.])\d+(?:\.\d+)?")


def check_headlines(
    files: Iterable[IndicatorFile], places: Mapping[str, str], problems: Problems
) -> None:
    """Every number of a written headline is a figure; `places` are names by id."""
    for file in files:
        indicator = file.indicator
        if indicator is None or indicator.definition.headline is None:
            continue
        geography = places.get(indicator.definition.geography, "")
        definition = replace(indicator.definition, geography=geography)
        summary = summarize(replace(indicator, definition=definition))
        for number in unborne(summary):
            problems.error(
                "headline-contradicts-data",
                place_of(file, "headline"),
                what=f'The headline says "{number}", which is neither the latest figure, the one '
                "at the base point, the change between them, nor a period of these.",
                why="The headline is what a newspaper prints, so each number in it must stand in "
                "the table.",
                fix=f"The figures are {_listed(summary)}. Or remove the headline: the site then "
                "writes one from the figures.",
            )


def unborne(summary: Summary) -> tuple[str, ...]:
    """The numbers of the headline that no figure bears out, as they are written."""
    indicator = summary.indicator
    text = indicator.definition.headline or ""
    for period in sorted(_periods(summary), key=len, reverse=True):
        text = re.sub(rf"(?<![\w-]){re.escape(period)}(?![\w-])", " ", text)
    values = [value for _, value in _figures(summary)]
    named = set(_NUMBER.findall(_told(indicator)))
    return tuple(
        number
        for number in _NUMBER.findall(text)
        if number not in named and not any(bears_out(value, number) for value in values)
    )


def _told(indicator: Indicator) -> str:
    """What the indicator is called: the ages in "children ages 3 and 4" are no figures."""
    definition = indicator.definition
    return " ".join((indicator.title, definition.statistic or "", definition.definition))


def _periods(summary: Summary) -> set[str]:
    """The periods of the figures that may be quoted, and the years in which they end."""
    ends = [summary.latest, summary.base, summary.latest_settled]
    return {name for o in ends if o is not None for name in (o.period, str(o.end))}


def _figures(summary: Summary) -> Iterator[tuple[str, float]]:
    latest, base, step = summary.latest, summary.base, summary.change
    if latest is not None:
        yield f"{latest.value:g} in {latest.period}", latest.value
    settled = summary.latest_settled
    if settled is not None and settled != latest:
        yield f"{settled.value:g} in {settled.period}", settled.value
    if base is not None and base != settled:
        yield f"{base.value:g} in {base.period}", base.value
    if step is not None:
        size = abs(step.amount)
        yield f"{size:g} between them", size
        if summary.indicator.definition.unit != "percent" and step.base.value > 0:
            share = round(size / step.base.value * 100, 9)
            if math.isfinite(share):
                yield f"{share:.1f} percent of the first", share


def _listed(summary: Summary) -> str:
    return "; ".join(words for words, _ in _figures(summary)) or "none"
