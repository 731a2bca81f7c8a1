"""Figures that texts quote: found by name, and numbers compared with those that are held.

Pure functions over an indicator whose place is named alike in its definition
and its observations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal

from truenorth.reportcard.model import HIDDEN, Indicator, Observation
from truenorth.reportcard.series import Change, Series, all_series, headline, summarize

NAMES = ("latest", "base", "change")
_PERCENT = re.compile(r"(?<![\w.,-])(\d{1,3}(?:\.\d+)?)(?:\s*%|\s+percent(?!age))")
_LARGE = re.compile(r"(?<![\w.,$-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?)(?![\w%])")
_ROUGHLY = re.compile(
    r"\b(?:about|around|nearly|almost|some|roughly|over|under|above|below|than|least|most)\s+$",
    re.IGNORECASE,
)


class NoFigure(LookupError):
    """There is no such figure; the message says why, as a clause."""


def quoted(indicator: Indicator, name: str) -> Observation | Change:
    """The figure of that name: latest, base, change or a period, and "of" a group.

    NoFigure where the indicator has none of that name.
    """
    which, _, group = name.partition(" of ")
    series = _of_group(indicator, group.strip()) if group else headline(indicator)
    which = which.strip()
    if which in NAMES:
        summary = summarize(indicator, series)
        found = {"latest": summary.latest, "base": summary.base, "change": summary.change}[which]
        if found is None and which == "change" and summary.why_no_change == "few_people":
            raise NoFigure("one of the two figures is about too few people for a change")
        if found is None:
            raise NoFigure(f'it has no "{which}"')
        return found
    for observation in series.observations:
        if observation.period == which:
            return observation
    held = ", ".join([*NAMES, *dict.fromkeys(o.period for o in series.observations)][:16])
    raise NoFigure(f'"{which}" is none of its figures, which are {held}')


def _of_group(indicator: Indicator, group: str) -> Series:
    place = indicator.definition.geography
    found = [
        series
        for series in all_series(indicator)
        if series.geography == place and [name for _, name in series.groups] == [group]
    ]
    if len(found) != 1:
        raise NoFigure(f'it has no single group named "{group}"')
    return found[0]


def contradictions(indicator: Indicator, sentence: str) -> tuple[str, ...]:
    """Numbers in a sentence that no figure of the indicator bears out, as they are written.

    Where the sentence names periods of the table, their figures count, of any
    place and group, else all of them; targets and older vintages count as well.
    Rough numbers ("about 118,000") are let pass.
    """
    pattern = _PERCENT if indicator.definition.unit == "percent" else _LARGE
    typed = [
        found[1]
        for found in pattern.finditer(sentence)
        if not _ROUGHLY.search(sentence[: found.start()])
    ]
    if not typed:
        return ()
    held = list(_values(indicator, _periods(indicator, sentence)))
    if not held:
        return ()
    return tuple(text for text in typed if not any(bears_out(value, text) for value in held))


def bears_out(value: float, typed: str) -> bool:
    """Whether a value, rounded to as many digits as are written, is the number written."""
    number = Decimal(typed.replace(",", ""))
    step = Decimal(1).scaleb(number.as_tuple().exponent)
    exactly = Context(prec=max(28, len(typed) + 20))
    return Decimal(str(value)).quantize(step, ROUND_HALF_UP, exactly) == number


def _periods(indicator: Indicator, sentence: str) -> frozenset[str]:
    named = {o.period for o in indicator.observations}
    named |= {target.due for target in indicator.definition.targets}
    return frozenset(p for p in named if re.search(rf"(?<![\w-]){re.escape(p)}(?![\w-])", sentence))


def _values(indicator: Indicator, periods: frozenset[str]) -> Iterator[float]:
    for observation in (*indicator.observations, *indicator.earlier):
        shown = observation.value is not None and observation.disclosure not in HIDDEN
        if shown and (not periods or observation.period in periods):
            yield observation.value
            yield from (b for b in (observation.low, observation.high) if b is not None)
    for target in indicator.definition.targets:
        if not periods or target.due in periods:
            yield target.amount
