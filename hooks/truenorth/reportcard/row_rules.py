"""What must hold for each row of an indicator's table, and between rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from truenorth.problems import Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.reportcard.model import HIDDEN, Definition, Indicator, Observation
from truenorth.reportcard.number_rules import CHECK, NUMBER_RULES, place_of_row
from truenorth.reportcard.periods import OVERLAPPING, last_year, span
from truenorth.reportcard.rows import NUMBERS, ReadRow

WITHOUT_VALUE = frozenset({"missing", "not_applicable", "rounds_to_zero", "suspect"})
COARSENED = frozenset({"top_coded", "bottom_coded", "range", "pooled"})


def check_rows(
    indicator: Indicator,
    rows: Sequence[ReadRow],
    problems: Problems,
    earlier: Sequence[ReadRow] = (),
) -> None:
    """Every rule about rows and their older vintages; no message repeats a hidden figure."""
    every = (*rows, *earlier)
    for row in every:
        for rule in _ROW_RULES:
            rule(row, indicator.definition, problems)
    _groups_known(indicator.definition, every, problems)
    _no_duplicates(rows, problems)
    if indicator.definition.period_kind not in OVERLAPPING:
        _no_overlaps(indicator, problems)


def _gap_explained(row: ReadRow, definition: Definition, problems: Problems) -> None:
    observation = row.observation
    hidden = observation.disclosure in HIDDEN
    explained = observation.status in WITHOUT_VALUE or hidden or observation.disclosure in COARSENED
    if observation.value is None and not explained:
        problems.error(
            "value-unexplained",
            place_of_row(observation),
            what="The row has no value, and nothing says why.",
            why="Missing is not zero and not hidden; readers must be told which it is.",
            fix='Write "missing" or "not_applicable" in the column status, or "suppressed" in the '
            "column disclosure.",
        )
    if observation.value is not None and observation.status in ("missing", "not_applicable"):
        problems.error(
            "missing-with-value",
            place_of_row(observation),
            what=f'The row has the status "{observation.status}" and a value.',
            why="Only one of the two can be true.",
            fix="Remove the value, or the status.",
        )


def _hidden_is_empty(row: ReadRow, definition: Definition, problems: Problems) -> None:
    observation = row.observation
    if observation.disclosure not in HIDDEN:
        return
    carried = [name for name in NUMBERS if getattr(observation, name) is not None]
    if carried:
        problems.error(
            "hidden-row-carries-figures",
            place_of_row(observation),
            what=f'The row is hidden ("{observation.disclosure}"), but figures stand in: '
            f"{', '.join(carried)}.",
            why="Whatever is committed to a public repository is public for ever, shown or not.",
            fix="Empty those cells. If the file was committed already, treat the figure as "
            "published and tell the data steward.",
        )


def _share_of_whole(row: ReadRow, definition: Definition, problems: Problems) -> None:
    """Numerator, denominator and value of a percent agree, to the printed digits."""
    observation = row.observation
    part, whole = observation.numerator, observation.denominator
    hidden = observation.disclosure in HIDDEN
    if definition.unit != "percent" or part is None or whole is None or hidden:
        return
    written = row.cells
    if part > whole:
        problems.error(
            "numerator-above-denominator",
            place_of_row(observation),
            what=f'"numerator" is {written["numerator"]}, more than "denominator", '
            f"{written['denominator']}.",
            why="A part cannot be larger than the whole.",
            fix=f"{CHECK} Often the two columns are only swapped.",
        )
        return
    if whole == 0 or observation.value is None:
        return
    digits = len((written["value"] or "").partition(".")[2])
    share = 100 * part / whole
    if abs(share - observation.value) > 0.5 * 10**-digits + 1e-9:
        problems.error(
            "value-disagrees",
            place_of_row(observation),
            what=f'"value" is {written["value"]}, but {written["numerator"]} of '
            f"{written['denominator']} is {share:.{max(digits, 1)}f} percent.",
            why="Readers can work it out, and one of the three numbers must be wrong.",
            fix=CHECK,
        )


def _groups_known(definition: Definition, rows: Sequence[ReadRow], problems: Problems) -> None:
    """Each group is one of its dimension; each unknown name is reported once."""
    known = {
        dimension.id: [g.name for g in dimension.groups] for dimension in definition.dimensions
    }
    unknown: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for row in rows:
        for dimension, group in row.observation.groups:
            if group not in known.get(dimension, [group]):
                unknown[(dimension, group)].append(row.observation)
    for (dimension, group), found in unknown.items():
        problems.error(
            "unknown-group",
            place_of_row(found[0]),
            what=f'"{group}" is not a group of the dimension "{dimension}"{times(found)}.',
            why="Its figures would stand under a name that nobody has explained.",
            fix=f"{did_you_mean(group, known[dimension])} Groups are listed in datapackage.yaml.",
        )


def times(found: Sequence[Observation]) -> str:
    """Nothing for one row, else in how many rows a fault is."""
    return f" (in {len(found)} rows)" if len(found) > 1 else ""


def _label_and_end_agree(row: ReadRow, definition: Definition, problems: Problems) -> None:
    observation = row.observation
    said = last_year(observation.period)
    if said is None or said == observation.end:
        return
    problems.error(
        "end-contradicts-period",
        place_of_row(observation),
        what=f'"end" is {observation.end}, but the period "{observation.period}" ends in {said}.',
        why="The charts place each figure by the year in which its period ends.",
        fix=f"Write {said}, or correct the period.",
    )


def _no_duplicates(rows: Sequence[ReadRow], problems: Problems) -> None:
    first: dict[tuple, Observation] = {}
    for row in rows:
        observation = row.observation
        key = (observation.period, observation.geography, tuple(sorted(observation.groups)))
        if key not in first:
            first[key] = observation
            continue
        before = first[key]
        where = "" if before.file == observation.file else f" of {before.file}"
        problems.error(
            "duplicate-row",
            place_of_row(observation),
            what=f"The row is for the same period, place and group as line {before.line}{where}: "
            f"{_named(observation)}.",
            why="Only one of the two figures can be shown.",
            fix="Remove one, or correct its period, place or group. Was the figure revised? Then "
            'give each row the day of its publication under "vintage", such as 2016-05-19.',
        )


def _no_overlaps(indicator: Indicator, problems: Problems) -> None:
    """Within one series no period begins before the one before it has ended."""
    kind = indicator.definition.period_kind
    series: dict[tuple, list[Observation]] = defaultdict(list)
    for observation in indicator.observations:
        series[(observation.geography, tuple(sorted(observation.groups)))].append(observation)
    for observations in series.values():
        ordered = sorted(observations, key=lambda o: span(o, kind))
        for before, after in pairwise(ordered):
            if before.period == after.period or span(after, kind)[0] >= span(before, kind)[1]:
                continue
            later = max(before, after, key=lambda o: o.line)
            earlier = before if later is after else after
            problems.error(
                "overlapping-periods",
                place_of_row(later),
                what=f'The period "{later.period}" overlaps "{earlier.period}" in line '
                f"{earlier.line}: {_named(later)}.",
                why="The same months would be counted twice, and change between them means "
                "nothing.",
                fix="Keep one kind of period. For survey estimates over several years write "
                '"period_kind: multi_year".',
            )


def _named(observation: Observation) -> str:
    groups = ", ".join(group for _, group in observation.groups) or "all"
    return f"{observation.period}, {observation.geography}, {groups}"


RowRule = Callable[[ReadRow, Definition, Problems], None]
_ROW_RULES: tuple[RowRule, ...] = (
    *NUMBER_RULES, _gap_explained, _hidden_is_empty, _share_of_whole, _label_and_end_agree,
)  # fmt: skip
