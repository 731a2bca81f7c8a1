"""The rows of indicators as sheets for the audit: one for each indicator and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from truenorth.disclosure.cells import Breakdown, Cell, Sheet
from truenorth.reportcard.load import IndicatorFile
from truenorth.reportcard.model import HIDDEN, Definition, Indicator
from truenorth.reportcard.revisions import identity
from truenorth.reportcard.rows import ReadRow

_PEOPLE = frozenset({"percent", "count"})


def by_period(files: Iterable[IndicatorFile]) -> dict[tuple[int, str], tuple[Sheet, ...]]:
    """Sheets to be audited together: of the same year and counting the same people.

    Indicators whose denominators are described in the same words count the same
    people, unless they print different numbers for one group. The key is the year
    in which the period ends and what is counted.
    """
    found: dict[tuple[int, str], list[Sheet]] = defaultdict(list)
    for file in files:
        if file.indicator is None or file.indicator.definition.unit not in _PEOPLE:
            continue
        for end, sheet in _sheets(file.indicator, file.rows).items():
            found[end, sheet.population].append(sheet)
    apart: dict[tuple[int, str], tuple[Sheet, ...]] = {}
    for (end, population), sheets in found.items():
        if _agree(sheets):
            apart[end, population] = tuple(sheets)
            continue
        for sheet in sheets:
            apart[end, sheet.indicator] = (replace(sheet, population=sheet.indicator),)
    return dict(sorted(apart.items()))


def earlier_states(files: Iterable[IndicatorFile]) -> Iterator[tuple[IndicatorFile, ...]]:
    """The tables as they stood before each revision: readers may have kept them."""
    files = tuple(files)
    before = {file.id: _by_figure(file) for file in files if file.earlier}
    for step in range(max((len(old) for f in before.values() for old in f.values()), default=0)):
        yield tuple(
            replace(file, rows=(*_one_step_back(before[file.id], step), *file.rows))
            if file.id in before
            else file
            for file in files
        )


def _by_figure(file: IndicatorFile) -> dict[tuple, list[ReadRow]]:
    """The older vintages of each figure, the newest of them first."""
    found: dict[tuple, list[ReadRow]] = defaultdict(list)
    for row in sorted(file.earlier, key=lambda r: r.observation.vintage or "", reverse=True):
        found[identity(row.observation)].append(row)
    return found


def _one_step_back(before: Mapping[tuple, list[ReadRow]], step: int) -> list[ReadRow]:
    """Of each figure that had so many vintages the one so many steps back, to stand first."""
    return [old[step] for old in before.values() if step < len(old)]


def _sheets(indicator: Indicator, rows: Sequence[ReadRow]) -> dict[int, Sheet]:
    definition = indicator.definition
    digits = max((_digits(row.cells.get("value")) for row in rows), default=0)
    cells: dict[int, dict[tuple, Cell]] = defaultdict(dict)
    for row in rows:
        cell = _cell(row, definition, digits)
        cells[row.observation.end].setdefault(cell.key, cell)
    labels = {row.observation.end: row.observation.period for row in rows}
    breakdowns = tuple(
        Breakdown(d.id, frozenset(group.name for group in d.groups), d.overlapping)
        for d in definition.dimensions
    )
    words = " ".join((definition.denominator or "").casefold().split())
    return {
        end: Sheet(
            indicator.id, words or indicator.id, tuple(held.values()), breakdowns,
            definition.unit == "percent", labels[end],
        )
        for end, held in cells.items()
    }  # fmt: skip


def _cell(row: ReadRow, definition: Definition, digits: int) -> Cell:
    seen = row.observation
    place = {"file": seen.file, "line": seen.line}
    groups = tuple(sorted(seen.groups))
    if seen.disclosure in HIDDEN:
        return Cell(seen.geography, groups, state=seen.disclosure, **place)
    part, share = seen.numerator, None
    if definition.unit == "count":
        part = seen.value if part is None else part
    else:
        share = _share(row, digits)
    coded = seen.disclosure in {"top_coded", "bottom_coded", "range"}
    return Cell(seen.geography, groups, part, seen.denominator, share, coded=coded, **place)


def _share(row: ReadRow, digits: int) -> tuple[float, float] | None:
    """Part / whole as far as the printed percent tells it, rounding included."""
    seen = row.observation
    if seen.disclosure == "range" and seen.low is not None and seen.high is not None:
        return seen.low / 100, seen.high / 100
    if seen.value is None:
        return None
    if seen.disclosure == "top_coded":
        return seen.value / 100, 1.0
    if seen.disclosure == "bottom_coded":
        return 0.0, seen.value / 100
    return rounded_share(seen.value, digits)


def rounded_share(percent: float, digits: int) -> tuple[float, float]:
    """The shares that are printed as `percent` with that many digits after the point."""
    half = 0.5 * 10.0**-digits
    return max(0.0, percent - half) / 100, min(100.0, percent + half) / 100


def _digits(written: str | None) -> int:
    """A column's figures share their precision: programs drop zeros at the end of 78.0."""
    return len((written or "").partition(".")[2])


def _agree(sheets: Iterable[Sheet]) -> bool:
    """Whether no two sheets print different numbers of people for one group."""
    printed: Mapping[tuple, set[float]] = defaultdict(set)
    for sheet in sheets:
        for cell in sheet.cells:
            if cell.whole is not None:
                printed[cell.key].add(cell.whole)
    return all(len(numbers) == 1 for numbers in printed.values())
