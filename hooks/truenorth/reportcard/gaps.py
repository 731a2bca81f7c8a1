"""The gaps of a whole breakdown: who is the reference, and which groups are not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from truenorth.reportcard.gap import Gap, assess_gap
from truenorth.reportcard.model import (
    HIDDEN,
    Definition,
    Dimension,
    Group,
    Indicator,
    Observation,
)
from truenorth.reportcard.scale import can_judge, good_sign, judged
from truenorth.reportcard.series import Series, by_dimension, headline, settled_run
from truenorth.reportcard.trend import one_a_year

TOTAL_REFERENCE = "all"
WhyAbsent = Literal["stated", "hidden", "not_comparable", "no_figures"]


@dataclass(frozen=True)
class Reference:
    """What the gaps of a dimension are measured from.

    `group` is None where it is the total, which `includes_group` then says of
    every group. `chosen_by` is named where the definition says so, best_off where
    it is the best-off group of `year`, total where there was no second group.
    """

    series: Series
    group: Group | None
    year: int | None
    chosen_by: Literal["named", "best_off", "total"]

    @property
    def includes_group(self) -> bool:
        return self.group is None


@dataclass(frozen=True)
class AbsentGroup:
    """A group that is expected and of which nothing can be said.

    `why` is stated (see `group.missing_reason`), hidden, not_comparable (there are
    figures, but none in the comparable run) or no_figures.
    """

    group: Group
    why: WhyAbsent


@dataclass(frozen=True)
class DimensionGaps:
    """Every group of a dimension against its reference, in the order in which they are defined.

    `reference` is None, and `gaps` empty, where no two series can be compared.
    """

    dimension: Dimension
    reference: Reference | None
    gaps: tuple[tuple[Group, Gap], ...]
    absent: tuple[AbsentGroup, ...]


def assess_gaps(indicator: Indicator) -> tuple[DimensionGaps, ...]:
    """The gaps of every dimension. Always a result, never an error."""
    found = by_dimension(indicator)
    return tuple(
        _dimension(indicator, dimension, found[dimension.id])
        for dimension in indicator.definition.dimensions
    )


def _dimension(
    indicator: Indicator, dimension: Dimension, series: Sequence[Series]
) -> DimensionGaps:
    pairs = list(zip(dimension.groups, series, strict=True))
    runs = {group.name: one_a_year(settled_run(indicator, one)) for group, one in pairs}
    absent = tuple(
        AbsentGroup(group, _why_absent(group, one)) for group, one in pairs if not runs[group.name]
    )
    present = [(group, one) for group, one in pairs if runs[group.name]]
    reference = _reference(indicator, dimension, present, runs)
    if reference is None:
        return DimensionGaps(dimension, None, (), absent)
    gaps = tuple(
        (group, assess_gap(indicator, one, reference.series))
        for group, one in present
        if group != reference.group
    )
    return DimensionGaps(dimension, reference, gaps, absent)


def _reference(
    indicator: Indicator,
    dimension: Dimension,
    present: Sequence[tuple[Group, Series]],
    runs: dict[str, tuple[Observation, ...]],
) -> Reference | None:
    """The reference named, else the best-off group, else the total for a group that is alone."""
    named = dimension.reference
    for group, one in present:
        if group.name == named:
            return Reference(one, group, runs[group.name][-1].end, "named")
    total = headline(indicator)
    total_run = one_a_year(settled_run(indicator, total)) if not total.groups else ()
    if total_run and named == TOTAL_REFERENCE:
        return Reference(total, None, total_run[-1].end, "named")
    if named is not None:
        return None  # another in its place would make other gaps of them
    best = _best_off(present, runs, indicator.definition)
    if best is not None:
        return best
    if total_run and present:
        return Reference(total, None, total_run[-1].end, "total")
    return None


def _best_off(
    present: Sequence[tuple[Group, Series]],
    runs: dict[str, tuple[Observation, ...]],
    definition: Definition,
) -> Reference | None:
    """The best-off group of the latest year in which two groups have figures.

    Of groups that are equally well off, the first one defined.
    """
    year = _latest_shared(runs.values())
    if year is None or not can_judge(definition):
        return None
    values = {
        name: judged(o.value, definition) for name, run in runs.items() for o in run
        if o.end == year
    }  # fmt: skip
    group, one = max(
        ((group, one) for group, one in present if group.name in values),
        key=lambda pair: good_sign(definition) * values[pair[0].name],
    )
    return Reference(one, group, year, "best_off")


def _latest_shared(runs: Iterable[Sequence[Observation]]) -> int | None:
    seen: set[int] = set()
    shared: set[int] = set()
    for run in runs:
        years = {o.end for o in run}
        shared |= seen & years
        seen |= years
    return max(shared, default=None)


def _why_absent(group: Group, series: Series) -> WhyAbsent:
    if group.missing_reason:
        return "stated"
    if any(o.value is not None and o.disclosure not in HIDDEN for o in series.observations):
        return "not_comparable"
    if any(o.disclosure in HIDDEN for o in series.observations):
        return "hidden"
    return "no_figures"
