"""What must hold for an indicator's definition and table, each as a whole."""

from __future__ import annotations

from collections.abc import Callable

from truenorth.problems import Place, Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.reportcard.load import IndicatorFile, ReportCardFiles, place_of
from truenorth.reportcard.model import TOTAL, Indicator
from truenorth.reportcard.periods import last_year
from truenorth.reportcard.program_rules import check_program_measures
from truenorth.reportcard.revision_rules import check_revisions
from truenorth.reportcard.row_rules import check_rows
from truenorth.reportcard.rows import COLUMNS, NEEDED
from truenorth.reportcard.scale import bounds
from truenorth.reportcard.status_rules import STATUS_RULES
from truenorth.reportcard.story_rules import check_stories


def check_report_card(files: ReportCardFiles, problems: Problems) -> None:
    """Every rule that needs no other domain."""
    for file in files.indicators:
        _name_is_folder(file, problems)
        _described(file, problems)
        before = len(problems)
        _columns(file, problems)
        _dimensions_unique(file, problems)
        columns_agree = len(problems) == before
        if file.indicator is None:
            continue
        for rule in _RULES:
            rule(file, file.indicator, problems)
        if columns_agree and file.rows:
            # Otherwise rows of different groups would look alike, and each be reported.
            _has_headline(file, file.indicator, problems)
            _periods_known(file, file.indicator, problems)
            check_rows(file.indicator, file.rows, problems, file.earlier)
            check_revisions(file, file.indicator, problems)
    check_stories(files.stories, problems)
    check_program_measures(files.program_measures, problems)


def _name_is_folder(file: IndicatorFile, problems: Problems) -> None:
    name = file.descriptor.data.get("name") if isinstance(file.descriptor.data, dict) else None
    if name == file.id:
        return
    problems.error(
        "indicator-name",
        file.descriptor.place("name"),
        what=f'The package is named "{name}", but its folder is named "{file.id}".'
        if name
        else 'The package has no "name".',
        why="The name is the indicator's permanent id and its address, so both must agree.",
        fix=f'Write "name: {file.id}", or rename the folder.',
    )


def _described(file: IndicatorFile, problems: Problems) -> None:
    for key, purpose in (("title", "the name readers see"), ("description", "one plain sentence")):
        text = file.descriptor.data.get(key) if isinstance(file.descriptor.data, dict) else None
        if isinstance(text, str) and text.strip():
            continue
        problems.error(
            "missing-key",
            file.descriptor.key_place(key),
            what=f'The indicator "{file.id}" has no "{key}".',
            why=f"Every list and page needs it: {purpose}.",
            fix=f'Add "{key}:" with a text after it, at the left edge of the file.',
        )


def _columns(file: IndicatorFile, problems: Problems) -> None:
    """Columns and dimensions agree, and nothing is in the table that nobody reads."""
    if file.header is None or file.definition is None or not isinstance(file.definition.data, dict):
        return
    listed = file.definition.data.get("dimensions")
    dimensions = [
        entry.get("id") for entry in (listed if isinstance(listed, list) else ())
        if isinstance(entry, dict)
    ]  # fmt: skip
    table = Place(file.tables[0]) if file.tables else file.descriptor.place()
    for column in NEEDED:
        if column not in file.header:
            problems.error(
                "missing-column",
                table,
                what=f'The table has no column "{column}".',
                why="Every figure needs a period, the year in which it ends, a place and a value.",
                fix=f'Add "{column}" to the first line and a value for it to every row.',
            )
    for column in file.header:
        if column not in COLUMNS and column not in dimensions:
            problems.error(
                "unknown-column",
                table,
                what=f'The column "{column}" is neither a known column nor a dimension.',
                why="What stands in it would not be shown.",
                fix=f"{did_you_mean(column, [*COLUMNS, *filter(None, dimensions)])} A breakdown "
                'is listed under "dimensions:" in datapackage.yaml.',
            )
    for index, dimension in enumerate(dimensions):
        if isinstance(dimension, str) and dimension not in file.header:
            problems.error(
                "dimension-without-column",
                place_of(file, "dimensions", index, "id"),
                what=f'The dimension "{dimension}" has no column of that name in the table.',
                why="Without the column there are no figures for its groups.",
                fix=did_you_mean(dimension, set(file.header) - set(COLUMNS))
                or "Add the column, or remove the dimension.",
            )


def _dimensions_unique(file: IndicatorFile, problems: Problems) -> None:
    if file.indicator is None:
        return
    seen: set[str] = set()
    for index, dimension in enumerate(file.indicator.definition.dimensions):
        if dimension.id in seen or dimension.id in COLUMNS:
            problems.error(
                "duplicate-id",
                place_of(file, "dimensions", index, "id"),
                what=f'"{dimension.id}" is already the name of another column.',
                why="Each column of the table means one thing.",
                fix="Give the dimension a name of its own, such as race_ethnicity.",
            )
        seen.add(dimension.id)


def _measured_or_wanted(file: IndicatorFile, indicator: Indicator, problems: Problems) -> None:
    definition = indicator.definition
    if definition.tier != "wanted":
        if not file.descriptor.data.get("resources"):
            problems.error(
                "measured-without-data",
                place_of(file, "tier"),
                what=f'The indicator "{indicator.id}" is {definition.tier}, but no table of '
                "figures is named.",
                why="A published indicator shows figures; one without is on the list of what is "
                "wanted.",
                fix='Name the table under "resources:", or write "tier: wanted" and a "reason:".',
            )
        return
    if not definition.reason:
        problems.error(
            "wanted-without-reason",
            place_of(file, "tier"),
            what=f'The indicator "{indicator.id}" is wanted, but not why it has no figures.',
            why="Readers should know whether nobody measures it or it is only not loaded here.",
            fix='Add a line such as "reason: The districts use different tests."',
        )
    if file.descriptor.data.get("resources"):
        problems.error(
            "wanted-with-data",
            place_of(file, "tier"),
            what=f'The indicator "{indicator.id}" is wanted, but it has figures.',
            why="Wanted means that there are no figures here, so none would be shown.",
            fix='Write "tier: secondary" (or headline, or contributing), or remove "resources:".',
        )


def _has_source(file: IndicatorFile, indicator: Indicator, problems: Problems) -> None:
    measured = indicator.definition.tier != "wanted" and file.descriptor.data.get("resources")
    if not measured or indicator.cited or indicator.definition.sources:
        return
    problems.error(
        "value-without-source",
        file.descriptor.place("indicator"),
        what=f'The indicator "{indicator.id}" has no source.',
        why="A figure that nobody can trace to its source cannot be checked.",
        fix='Add "sources:" and below it the ids of sources listed in data/sources.yml.',
    )


def _has_headline(file: IndicatorFile, indicator: Indicator, problems: Problems) -> None:
    """There is a total, or a group is named that stands for it."""
    wanted = indicator.definition.headline_series
    series = tuple(sorted((wanted or {}).items()))
    groups = {tuple(sorted(o.groups)) for o in indicator.observations}
    if series in groups:
        return
    problems.error(
        "no-headline-series",
        place_of(file, "headline_series") if wanted else place_of(file),
        what='"headline_series" names a group that has no row in the table.'
        if wanted
        else f'The indicator "{indicator.id}" has no total: every row is about a group.',
        why="The first figure and chart on its page need one series that stands for the whole.",
        fix="Write the column and the group exactly as in the table."
        if wanted
        else 'Add rows whose group columns are blank, or name a group under "headline_series:".',
    )


def _periods_known(file: IndicatorFile, indicator: Indicator, problems: Problems) -> None:
    """Breaks and the base point name a period of the table."""
    periods = list(dict.fromkeys(o.period for o in indicator.observations))
    definition = indicator.definition
    for index, found in enumerate(definition.breaks):
        if found.period not in periods:
            problems.error(
                "break-at-unknown-period",
                place_of(file, "breaks", index, "period"),
                what=f'The break is at "{found.period}", a period that the table does not have.',
                why="The chart would be interrupted at the wrong place, or not at all.",
                fix="Write the first period after the change, exactly as in the table: "
                f"{_listed(periods)}.",
            )
    base = definition.base_point
    if base is None:
        return
    series = tuple(sorted((definition.headline_series or dict(TOTAL)).items()))
    valued = [
        o.period for o in indicator.observations
        if tuple(sorted(o.groups)) == series and o.value is not None
    ]  # fmt: skip
    if valued and base.period not in valued:
        problems.error(
            "base-point-at-unknown-period",
            place_of(file, "base_point", "period"),
            what=f'The base point is "{base.period}", for which the main series has no value.',
            why="Change is counted from the base point.",
            fix=f"Write a period that has a value, exactly as in the table: {_listed(valued)}.",
        )


def _listed(periods: list[str]) -> str:
    return ", ".join(periods) if len(periods) <= 12 else f"{periods[0]} to {periods[-1]}"


def _targets(file: IndicatorFile, indicator: Indicator, problems: Problems) -> None:
    """A target is due after the figures begin, in the year its label says, within bounds."""
    low, high = bounds(indicator.definition)
    base = indicator.definition.base_point
    start = last_year(base.period) if base else None
    if start is None and indicator.observations:
        start = min(o.end for o in indicator.observations)
    for index, target in enumerate(indicator.definition.targets):
        said = last_year(target.due)
        if said is not None and said != target.year:
            problems.error(
                "target-year",
                place_of(file, "targets", index, "year"),
                what=f'The target is due "{target.due}", but "year" is {target.year}.',
                why="The chart places the target by the year in which its period ends.",
                fix=f'Write "year: {said}", or correct "due".',
            )
        if start is not None and target.year <= start:
            problems.error(
                "target-not-after-base",
                place_of(file, "targets", index, "due"),
                what=f"The target is due {target.due}, which is not after the base point, {start}.",
                why="A target says where to get to from the base point.",
                fix="Check the period of the target and the base point.",
            )
        if not low <= target.amount <= high:
            problems.error(
                "target-out-of-bounds",
                place_of(file, "targets", index, "amount"),
                what=f"The target is {target.amount:g}, but values lie between {low:g} and "
                f"{high:g}.",
                why="A value that cannot be reached is no target.",
                fix="Check the amount in the source, and the unit.",
            )


Rule = Callable[[IndicatorFile, Indicator, Problems], None]
_RULES: tuple[Rule, ...] = (_measured_or_wanted, _has_source, _targets, *STATUS_RULES)
