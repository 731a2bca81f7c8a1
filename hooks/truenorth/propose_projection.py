"""`truenorth project`: a proposed projection as two new files, for people to read and commit."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from truenorth.problems import Place, Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.project import Project
from truenorth.reportcard.load import FOLDER
from truenorth.reportcard.model import Indicator, ProjectionPoint
from truenorth.reportcard.projection import LEAST_POINTS, METHOD, Projection, project
from truenorth.reportcard.series import headline, summarize
from truenorth.reportcard.vintage_files import FOLDER as VINTAGES
from truenorth.reportcard.vintage_files import HEADER, seal
from truenorth.reportcard.vintages import already_published

_SCHEMA = "# yaml-language-server: $schema=../../../schemas/projection.json\n"
_RATIONALE = "What the years so far would lead to if nothing were done differently."


@dataclass(frozen=True)
class Proposal:
    """The two files of a projection: `table` and `head` are paths in the repository."""

    table: str
    table_text: str
    head: str
    head_text: str
    projection: Projection
    retrospective: bool


def propose(
    known: Project,
    indicator: str,
    made_on: datetime.date,
    authors: Iterable[str],
    problems: Problems,
    *,
    through: str | None = None,
) -> Proposal | None:
    """The projection of an indicator's headline series, from data up to the period `through`.

    All data unless given; with less, the later years may be known already, and
    the projection says that it is a back-test. None once the reason is in
    `problems`; nothing is written.
    """
    found = _indicator(known, indicator, problems)
    used = found and _up_to(found, through, problems)
    if used is None:
        return None
    projection = project(summarize(used))
    if projection.why_none:
        _report_none(found, projection, problems)
        return None
    points = tuple(_rounded(point, found) for point in projection.points)
    known_years = already_published(points, headline(found).observations, made_on.isoformat())
    stem = f"{FOLDER}/{indicator}/{VINTAGES}/{made_on}"
    table = _table(points)
    head = _head(projection, made_on, authors, bool(known_years), seal(table))
    return Proposal(f"{stem}.csv", table, f"{stem}.yml", head, projection, bool(known_years))


def write(root: Path, proposal: Proposal, problems: Problems) -> bool:
    """Write both files as new ones; False, and nothing written, where one is there already."""
    files = ((proposal.table, proposal.table_text), (proposal.head, proposal.head_text))
    for file, _ in files:
        if os.path.lexists(root / file):
            problems.error(
                "projection-exists",
                Place(file),
                what="A projection of this day is there already.",
                why="A projection is frozen on its day and never written over.",
                fix="Keep it, or delete both of its files if they were never published.",
            )
            return False
    for file, text in files:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        with (root / file).open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    return True


def _indicator(known: Project, ident: str, problems: Problems) -> Indicator | None:
    ids = [one.id for one in known.indicators]
    if ident in ids:
        return known.find("indicators", ident)
    problems.error(
        "unknown-indicator",
        Place(FOLDER),
        what=f'There is no indicator "{ident}".',
        why="A projection is about one indicator.",
        fix=did_you_mean(ident, ids) or "Name one of the folders below it.",
    )
    return None


def _up_to(indicator: Indicator, through: str | None, problems: Problems) -> Indicator | None:
    if through is None:
        return indicator
    valued = {o.period: o.end for o in headline(indicator).observations if o.value is not None}
    if through in valued:
        end = valued[through]
        kept = tuple(o for o in indicator.observations if o.end <= end)
        return replace(indicator, observations=kept)
    problems.error(
        "projection-unknown-period",
        Place(indicator.descriptor),
        what=f'The main series of "{indicator.id}" has no value for "{through}".',
        why="A projection says which figure was the last that it used.",
        fix=did_you_mean(through, list(valued)) or "Write a period exactly as in the table.",
    )
    return None


def _report_none(indicator: Indicator, projection: Projection, problems: Problems) -> None:
    few = projection.why_none == "too_few_figures"
    problems.error(
        "projection-not-possible",
        Place(indicator.descriptor),
        what=f'"{indicator.id}" has {len(projection.inputs)} comparable figures, and a projection '
        f"needs {LEAST_POINTS}."
        if few
        else f'The figures of "{indicator.id}" are too far apart to be reckoned with.',
        why="A line through fewer points may lead anywhere."
        if few
        else "The band would have no end.",
        fix="People may draw one by judgement: write both files by hand, with "
        '"method: judgement", their names and their reasons.',
    )


def _rounded(point: ProjectionPoint, indicator: Indicator) -> ProjectionPoint:
    """To one digit more than the indicator prints."""
    digits = indicator.definition.decimals + 1
    low, value, high = (round(x, digits) + 0.0 for x in (point.low, point.value, point.high))
    return replace(point, value=value, low=low, high=high)


def _table(points: Iterable[ProjectionPoint]) -> str:
    rows = ((p.period, str(p.end), *map(_written, (p.value, p.low, p.high))) for p in points)
    return "".join(",".join(row) + "\n" for row in (HEADER, *rows))


def _written(value: float) -> str:
    return f"{value:f}".rstrip("0").rstrip(".")


def _head(
    projection: Projection,
    made_on: datetime.date,
    authors: Iterable[str],
    retrospective: bool,
    sha256: str,
) -> str:
    lines = [
        f"made_on: {made_on}",
        f"data_through: {_quoted(projection.data_through or '')}",
        "method: computed",
        f"method_id: {METHOD}",
        f"retrospective: {str(retrospective).lower()}",
        "authors:",
        *(f"  - {_quoted(author)}" for author in authors),
        f"rationale: {_RATIONALE}",
        f"sha256: {sha256}",
    ]
    return _SCHEMA + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Text as YAML takes it for itself, whatever stands in it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
