"""What a definition must say so that a status and a gap can be computed from it."""

from __future__ import annotations

from truenorth.problems import Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.reportcard.gaps import TOTAL_REFERENCE
from truenorth.reportcard.load import IndicatorFile, place_of
from truenorth.reportcard.model import Indicator
from truenorth.reportcard.scale import can_judge

MOST_GROUPS = 200


def _range_has_ends(file: IndicatorFile, indicator: Indicator, problems: Problems) -> None:
    """A range that is good is stated where, and only where, polarity is a range."""
    definition = indicator.definition
    low, high = definition.desired_low, definition.desired_high
    if not can_judge(definition):
        problems.error(
            "range-without-bounds",
            place_of(file, "polarity"),
            what='Polarity is "range", but not which range is good.',
            why="Whether a figure moves toward the range or away from it is read from its ends.",
            fix='Add "desired_low:" and "desired_high:", or the one of them that there is.',
        )
    if definition.polarity != "range" and (low is not None or high is not None):
        problems.error(
            "range-not-used",
            place_of(file, "desired_low" if low is not None else "desired_high"),
            what=f'A desired range is given, but polarity is "{definition.polarity}".',
            why="The range would be ignored.",
            fix='Write "polarity: range", or remove the desired range. A value to be reached is '
            'listed under "targets:".',
        )
    if low is not None and high is not None and low > high:
        problems.error(
            "range-swapped",
            place_of(file, "desired_low"),
            what=f'"desired_low" is {low:g}, more than "desired_high", {high:g}.',
            why="No figure could lie in such a range.",
            fix="Often the two are only swapped.",
        )


def _reference_known(file: IndicatorFile, indicator: Indicator, problems: Problems) -> None:
    """The group that gaps are measured from is one of the dimension."""
    for index, dimension in enumerate(indicator.definition.dimensions):
        names = [group.name for group in dimension.groups]
        if dimension.reference in (None, TOTAL_REFERENCE, *names):
            continue
        problems.error(
            "unknown-reference-group",
            place_of(file, "dimensions", index, "reference"),
            what=f'The reference of "{dimension.id}" is "{dimension.reference}", which is not one '
            "of its groups.",
            why="Gaps are measured from the reference.",
            fix=f"{did_you_mean(dimension.reference, [*names, TOTAL_REFERENCE])} Write the group "
            f'exactly as under "groups:", or "{TOTAL_REFERENCE}" for the total.',
        )


def _groups_can_be_read(file: IndicatorFile, indicator: Indicator, problems: Problems) -> None:
    """A breakdown has no more groups than a page can show."""
    for index, dimension in enumerate(indicator.definition.dimensions):
        if (count := len(dimension.groups)) > MOST_GROUPS:
            problems.error(
                "too-many-groups",
                place_of(file, "dimensions", index, "groups"),
                what=f'The breakdown "{dimension.id}" has {count} groups.',
                why="Each group gets a picture and a row of its own, and nobody can read so many.",
                fix=f"Put groups together until there are at most {MOST_GROUPS}, or make an "
                "indicator for each part of them.",
            )


STATUS_RULES = (_range_has_ends, _reference_known, _groups_can_be_read)
