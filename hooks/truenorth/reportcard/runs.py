"""Stretches of one series: cut at breaks, without overlaps, of figures that count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from truenorth.reportcard.model import BOUNDS_ONLY, HIDDEN, Definition, Observation, Threshold

NOT_COMPARED = frozenset({"suspect", "missing", "not_applicable"})
NOT_RECKONED = HIDDEN | BOUNDS_ONLY
UNSETTLED = frozenset({"provisional"})
UNKNOWN_PERIOD_YEARS = 5

Run = tuple[Observation, ...]


def split_at_breaks(observations: Iterable[Observation], years: Iterable[int]) -> tuple[Run, ...]:
    """The stretches between breaks; a break year is the first year after the break."""
    years = sorted(set(years))
    if not years:
        return (run,) if (run := tuple(observations)) else ()
    runs: dict[int, list[Observation]] = defaultdict(list)
    for observation in observations:
        runs[sum(year <= observation.end for year in years)].append(observation)
    return tuple(tuple(runs[index]) for index in sorted(runs))


def thin(observations: Iterable[Observation], definition: Definition) -> Run:
    """Observations whose periods do not overlap, kept backwards from the latest.

    Only multi-year periods and estimates of unknown period are thinned; the
    latter count as five years, the longest span that such surveys publish.
    """
    if definition.period_kind not in {"multi_year", "unknown"}:
        return tuple(observations)
    kept: list[Observation] = []
    for observation in sorted(observations, key=lambda o: o.end, reverse=True):
        if not kept or observation.end < _first_year(kept[-1]):
            kept.append(observation)
    return tuple(reversed(kept))


def _first_year(observation: Observation) -> int:
    start = (observation.start or "")[:4]
    if start.isascii() and start.isdigit():
        return int(start)
    return observation.end - UNKNOWN_PERIOD_YEARS + 1


def is_usable(observation: Observation) -> bool:
    """Whether it is an exact, published figure; a hidden one never counts, whatever it holds."""
    return (
        observation.value is not None
        and observation.status not in NOT_COMPARED
        and observation.disclosure not in NOT_RECKONED
    )


def no_change_rule(*ends: Observation) -> Threshold | None:
    """The rule by which no change between these figures is given; None where it may be."""
    return next((o.no_change_below for o in ends if o.no_change_below is not None), None)
