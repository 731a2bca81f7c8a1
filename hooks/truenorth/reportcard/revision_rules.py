"""What must hold between the vintages of a figure, and for corrections."""

from __future__ import annotations

from truenorth.problems import Place, Problems
from truenorth.reportcard.load import IndicatorFile, place_of
from truenorth.reportcard.model import HIDDEN, Indicator
from truenorth.reportcard.revisions import revisions
from truenorth.reportcard.rows import NUMBERS


def check_revisions(file: IndicatorFile, indicator: Indicator, problems: Problems) -> None:
    """Nothing that is hidden today stands in an older row; corrections are about known periods."""
    _hidden_later(indicator, problems)
    _corrections(file, indicator, problems)


def _hidden_later(indicator: Indicator, problems: Problems) -> None:
    for revision in revisions(indicator):
        before, after = revision.before, revision.after
        carried = any(getattr(before, name) is not None for name in NUMBERS)
        if after.disclosure not in HIDDEN or before.disclosure in HIDDEN or not carried:
            continue
        problems.error(
            "hidden-later-shown-before",
            Place(before.file, before.line),
            what=f"The row gives a figure that line {after.line} hides: it is an older vintage "
            "of it.",
            why="A figure that is hidden today must not stand beside it as history.",
            fix="Remove this row. If it was committed already, treat the figure as published and "
            "tell the data steward.",
        )


def _corrections(file: IndicatorFile, indicator: Indicator, problems: Problems) -> None:
    periods = {o.period for o in (*indicator.observations, *indicator.earlier)}
    for index, correction in enumerate(indicator.definition.corrections):
        if correction.period is None or correction.period in periods:
            continue
        problems.error(
            "correction-at-unknown-period",
            place_of(file, "corrections", index, "period"),
            what=f'The correction is about "{correction.period}", a period that the table does '
            "not have.",
            why="Readers who used the wrong figure look for its period.",
            fix="Write the period exactly as in the table, or leave it out where the correction "
            "is about no single one.",
        )
