"""The table beside each chart: every figure, and words where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from truenorth.pages import format as formats
from truenorth.pages.parts import Cell, Table
from truenorth.pages.report_card import sentences
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Dimension, Observation
from truenorth.reportcard.series import Series, Summary, group_label

MOST_COLUMNS = 8
"""More periods than this stand better as rows than as columns."""


def history(t: Wording, summary: Summary, place: str) -> Table:
    """Every period of the headline series, oldest first."""
    observations = summary.series.observations
    columns = _columns(t, summary)
    return Table(
        id="table",
        caption=t("indicator.table_caption", statistic=sentences.statistic(summary), place=place),
        columns=(t("indicator.period"), *(heading for _, heading in columns)),
        rows=tuple(
            _history_row(t, summary, o, [name for name, _ in columns]) for o in observations
        ),
        numbers=frozenset(i for i, (name, _) in enumerate(columns, 1) if name != "note"),
        periods="rows",
    )


def by_group(t: Wording, summary: Summary, dimension: Dimension, groups: Sequence[Series]) -> Table:
    """Groups and periods of one breakdown; the longer of the two runs down the page."""
    definition = summary.indicator.definition
    total = (summary.series,) if not summary.series.groups and summary.latest else ()
    names = [
        *(formats.capital(group_label(dimension, s)) for s in groups),
        *(t("indicator.total") for _ in total),
    ]
    series = [*groups, *total]
    periods = list(dict.fromkeys(o.period for o in _by_end(groups)))
    cells = {(i, o.period): o for i, s in enumerate(series) for o in s.observations}
    notes: list[str] = []

    def cell(index: int, period: str) -> Cell:
        observation = cells.get((index, period))
        if observation is None:
            return Cell(t("missing.missing"), missing=True)
        remarks = _remarks(t, observation)
        notes.extend(remark for remark in remarks if remark not in notes)
        refs = tuple(notes.index(remark) + 1 for remark in remarks)
        text = sentences.figure(t, definition, observation)
        return Cell(text, refs=refs, missing=observation.value is None)

    down = len(periods) > max(len(series), MOST_COLUMNS)
    if down:
        columns = (t("indicator.period"), *names)
        rows = [(Cell(p), *(cell(i, p) for i in range(len(series)))) for p in periods]
    else:
        columns = (t("indicator.group"), *periods)
        rows = [(Cell(name), *(cell(i, p) for p in periods)) for i, name in enumerate(names)]
    return Table(
        id=f"table-{html_id(dimension.id)}",
        caption=t(
            "indicator.group_caption", statistic=sentences.statistic(summary), by=dimension.title
        ),
        columns=columns,
        rows=tuple(rows),
        numbers=frozenset(range(1, len(columns))),
        notes=tuple(notes),
        periods="rows" if down else "columns",
    )


def _remarks(t: Wording, observation: Observation) -> list[str]:
    return [formats.capital(remark) for remark in sentences.remarks(t, observation)]


def html_id(name: str) -> str:
    """A column's name as part of an element's id."""
    return name.replace("_", "-")


def _by_end(groups: Sequence[Series]) -> list[Observation]:
    return sorted((o for s in groups for o in s.observations), key=lambda o: (o.end, o.period))


def _columns(t: Wording, summary: Summary) -> list[tuple[str, str]]:
    """The columns that hold anything, and their headings."""
    observations = summary.series.observations
    held = {
        "bounds": any(o.low is not None and o.high is not None for o in observations),
        "numerator": any(o.numerator is not None for o in observations),
        "denominator": any(o.denominator is not None for o in observations),
        "vintage": any(o.vintage for o in observations),
        "note": not all(_notes(t, summary, o).nothing for o in observations),
    }
    names = ["value", *(name for name, some in held.items() if some)]
    return [(name, t(f"indicator.column.{name}")) for name in names]


def _history_row(
    t: Wording, summary: Summary, observation: Observation, names: Sequence[str]
) -> tuple[Cell, ...]:
    definition = summary.indicator.definition

    def count(value: float | None) -> Cell:
        if value is None:
            return Cell(t("missing.missing"), missing=True)
        return Cell(formats.number(t, value, 0 if value == int(value) else definition.decimals))

    def bounds() -> Cell:
        if observation.low is None or observation.high is None:
            return Cell(t("missing.missing"), missing=True)
        low, high = (
            formats.measure(t, v, definition.unit, definition.decimals)
            for v in (observation.low, observation.high)
        )
        return Cell(t("indicator.bounds", low=low, high=high))

    cells = {
        "value": lambda: Cell(
            sentences.figure(t, definition, observation), missing=observation.value is None
        ),
        "bounds": bounds,
        "numerator": lambda: count(observation.numerator),
        "denominator": lambda: count(observation.denominator),
        "vintage": lambda: _vintage(t, observation),
        "note": lambda: _notes(t, summary, observation),
    }
    return (Cell(observation.period), *(cells[name]() for name in names))


def _vintage(t: Wording, observation: Observation) -> Cell:
    if not observation.vintage:
        return Cell(t("indicator.not_stated"), missing=True)
    return Cell(t.date(observation.vintage))


def _notes(t: Wording, summary: Summary, observation: Observation) -> Cell:
    """Remarks on one figure, a break and the base point among them."""
    notes = [
        t("indicator.break_note", reason=pause.reason.rstrip("."))
        for pause in summary.indicator.definition.breaks
        if pause.period == observation.period
    ]
    if summary.base_is_stated and summary.base == observation:
        notes.append(t("indicator.base_note"))
    notes.extend(_remarks(t, observation))
    if not notes:
        return Cell(t("indicator.no_note"), nothing=True)
    return Cell(notes[0], notes=tuple(notes[1:]))
