"""The one source of "today", so that the same content gives the same site."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from truenorth.problems import Place, Problems
from truenorth.sources.git_history import last_commit_date

VARIABLE = "SOURCE_DATE_EPOCH"


def today(root: Path, problems: Problems | None = None) -> date:
    """`SOURCE_DATE_EPOCH`, else the day of the last commit, else the clock with a warning."""
    problems = problems if problems is not None else Problems()
    written = os.environ.get(VARIABLE, "")
    if written and (day := _from_seconds(written, problems)) is not None:
        return day
    if (day := last_commit_date(root)) is not None:
        return day
    problems.warning(
        "clock-used",
        Place("."),
        what="Today's date was taken from the clock of this computer.",
        why="Without git and without SOURCE_DATE_EPOCH, the same files give another site tomorrow.",
        fix="Nothing needs to be done for a trial. For a site that is published, build it from "
        "the git repository.",
    )
    return datetime.now(UTC).date()


def calendar_day() -> date:
    """The day on which something is really made: `SOURCE_DATE_EPOCH`, else the clock.

    Only for dates that a person puts into a file, and for seeing that none of them
    lies ahead; whatever the site says of itself goes by `today`.
    """
    written = os.environ.get(VARIABLE, "")
    day = _from_seconds(written, Problems()) if written else None
    return day or datetime.now(UTC).date()


def _from_seconds(written: str, problems: Problems) -> date | None:
    try:
        if not written.isascii() or not written.isdigit():
            raise ValueError
        return datetime.fromtimestamp(int(written), UTC).date()
    except (ValueError, OverflowError, OSError):
        problems.error(
            "clock-epoch",
            Place("."),
            what=f'{VARIABLE} is "{written[:40]}", which is not a number of seconds.',
            why="Dates on the site, such as what is overdue, are counted from it.",
            fix=f"Set it to whole seconds since 1970, such as {VARIABLE}=1767225600 for "
            "January 1, 2026, or leave it out.",
        )
        return None
