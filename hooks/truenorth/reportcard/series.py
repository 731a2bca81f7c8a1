"""Series, comparable runs and change: what may be compared with what.

Pure functions over the records of an indicator. Source: the public methods
page, sections "comparable run", "base" and "change".
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from truenorth.reportcard.model import (
    HIDDEN,
    TOTAL,
    Break,
    Definition,
    Dimension,
    Indicator,
    Observation,
)
from truenorth.reportcard.runs import (
    UNSETTLED,
    Run,
    is_usable,
    no_change_rule,
    split_at_breaks,
    thin,
)

NO_CHANGE = Literal["no_figures", "one_figure", "break", "provisional", "few_people"]


@dataclass(frozen=True)
class Series:
    """The observations of one place and one combination of groups, by the year they end in."""

    geography: str
    groups: tuple[tuple[str, str], ...]
    observations: Run


@dataclass(frozen=True)
class Change:
    """The step from base to latest, in the indicator's unit (points where it is a percent).

    `better` follows polarity; None where nothing changed or polarity is a range.
    """

    base: Observation
    latest: Observation
    amount: float
    better: bool | None


@dataclass(frozen=True)
class Summary:
    """What may be said of one series without any test.

    `runs` are the stretches between breaks; `comparable` is the latest stretch
    without suspect, missing or provisional values, thinned to periods that do
    not overlap (`thinned` says whether any was left out for that). `change` is
    None for the reason in `why_no_change`.
    """

    indicator: Indicator
    series: Series
    runs: tuple[Run, ...]
    comparable: Run
    thinned: bool
    latest: Observation | None
    latest_settled: Observation | None
    base: Observation | None
    base_is_stated: bool
    change: Change | None
    why_no_change: NO_CHANGE | None
    latest_break: Break | None


def all_series(indicator: Indicator) -> tuple[Series, ...]:
    """Every series of the indicator, in the order in which the file first names it."""
    rows: dict[tuple, list[Observation]] = defaultdict(list)
    for observation in indicator.observations:
        rows[observation.geography, observation.groups].append(observation)
    return tuple(
        Series(geography, groups, tuple(sorted(members, key=lambda o: (o.end, o.period))))
        for (geography, groups), members in rows.items()
    )


def headline_groups(definition: Definition) -> tuple[tuple[str, str], ...]:
    """The groups whose figures stand for the indicator: none (the total) unless it names some."""
    return tuple((definition.headline_series or {}).items()) or TOTAL


def headline(indicator: Indicator) -> Series:
    """The series that stands for the indicator; empty where it has no figures."""
    place, groups = indicator.definition.geography, headline_groups(indicator.definition)
    for series in all_series(indicator):
        if series.geography == place and series.groups == groups:
            return series
    return Series(place, groups, ())


def by_dimension(indicator: Indicator) -> dict[str, tuple[Series, ...]]:
    """For each dimension its groups' series in the indicator's own place, as defined.

    A group without any row has an empty series, so that it is shown as missing.
    """
    place = indicator.definition.geography
    found = {s.groups: s for s in all_series(indicator) if s.geography == place}
    return {
        dimension.id: tuple(
            found.get(key, Series(place, key, ()))
            for key in (((dimension.id, group.name),) for group in dimension.groups)
        )
        for dimension in indicator.definition.dimensions
    }


def group_label(dimension: Dimension, series: Series) -> str:
    """The series' group in words."""
    name = dict(series.groups)[dimension.id]
    return next(group.label for group in dimension.groups if group.name == name)


def summarize(indicator: Indicator, series: Series | None = None) -> Summary:
    """What may be said of `series` (the headline series unless given).

    No claim of a trend: only latest, base and the step between them where both
    lie in one comparable run.
    """
    series = headline(indicator) if series is None else series
    definition = indicator.definition
    runs = split_at_breaks(series.observations, _break_years(indicator, series))
    usable = [o for o in (runs[-1] if runs else ()) if is_usable(o)]
    settled = [o for o in usable if o.status not in UNSETTLED]
    comparable = thin(settled, definition)
    with_value = [
        o for o in series.observations if o.value is not None and o.disclosure not in HIDDEN
    ]
    base, stated = _base(comparable, definition)
    change = _change(base, comparable, definition)
    return Summary(
        indicator=indicator,
        series=series,
        runs=runs,
        comparable=comparable,
        thinned=len(comparable) < len(settled),
        latest=with_value[-1] if with_value else None,
        latest_settled=comparable[-1] if comparable else None,
        base=base,
        base_is_stated=stated,
        change=change,
        why_no_change=None if change else _why_no_change(with_value, usable, comparable, base),
        latest_break=_latest_break(indicator, series, with_value),
    )


def settled_run(indicator: Indicator, series: Series) -> Run:
    """The latest stretch between breaks, of settled figures that may be reckoned with.

    The comparable run before thinning: series that are compared with one another
    are thinned together, not each by itself.
    """
    runs = split_at_breaks(series.observations, _break_years(indicator, series))
    latest = runs[-1] if runs else ()
    return tuple(o for o in latest if is_usable(o) and o.status not in UNSETTLED)


def _breaks(indicator: Indicator, series: Series) -> list[tuple[int, Break]]:
    """Each break with the first year after it.

    Most series have the period themselves; only for others the whole table is
    searched, so that a table of ten thousand groups is not read for each of them.
    """
    breaks = indicator.definition.breaks
    if not breaks:
        return []
    ends = {o.period: o.end for o in series.observations}
    if any(b.period not in ends for b in breaks):
        ends = {o.period: o.end for o in indicator.observations} | ends
    return [(ends[b.period], b) for b in breaks if b.period in ends]


def _break_years(indicator: Indicator, series: Series) -> list[int]:
    return [year for year, _ in _breaks(indicator, series)]


def _latest_break(
    indicator: Indicator, series: Series, with_value: list[Observation]
) -> Break | None:
    """The last break that has values on both of its sides."""
    parting = [
        (year, b)
        for year, b in _breaks(indicator, series)
        if any(o.end < year for o in with_value) and any(o.end >= year for o in with_value)
    ]
    return max(parting, key=lambda pair: pair[0])[1] if parting else None


def _base(comparable: Run, definition: Definition) -> tuple[Observation | None, bool]:
    stated = definition.base_point.period if definition.base_point else None
    for observation in comparable:
        if observation.period == stated:
            return observation, True
    return (comparable[0], False) if comparable else (None, False)


def _change(base: Observation | None, comparable: Run, definition: Definition) -> Change | None:
    if base is None or comparable[-1] == base or no_change_rule(base, comparable[-1]):
        return None
    latest = comparable[-1]
    amount = round(latest.value - base.value, 9)
    if amount == 0 or definition.polarity == "range":
        return Change(base, latest, amount, None)
    return Change(base, latest, amount, (amount > 0) == (definition.polarity == "higher"))


def _why_no_change(
    with_value: list[Observation],
    usable: list[Observation],
    comparable: Run,
    base: Observation | None,
) -> NO_CHANGE:
    if not with_value:
        return "no_figures"
    if len(with_value) > len(usable) and len(usable) <= 1:
        return "break"
    if len(usable) > len(comparable) <= 1:
        return "provisional"
    # Only a rule about people keeps the change back where there are two figures.
    return "few_people" if base is not None and comparable[-1] != base else "one_figure"
