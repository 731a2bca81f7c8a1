"""What must hold for a frozen projection, so that its date and its verdicts can be believed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from truenorth.problems import Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.reportcard.load import ReportCardFiles
from truenorth.reportcard.model import Indicator, Observation, ProjectionVintage
from truenorth.reportcard.periods import last_year
from truenorth.reportcard.scale import bounds
from truenorth.reportcard.series import headline_groups
from truenorth.reportcard.vintage_files import VintageFile
from truenorth.reportcard.vintages import already_published, known_on


@dataclass(frozen=True)
class _Checked:
    """A projection with what it is held against; `figures` are those of the headline series."""

    file: VintageFile
    vintage: ProjectionVintage
    indicator: Indicator
    figures: tuple[Observation, ...]
    today: datetime.date


def check_projections(
    files: ReportCardFiles,
    places: Mapping[str, str],
    today: datetime.date,
    problems: Problems,
) -> None:
    """Every rule about projections.

    `places` has the name of each place, as it stands in the tables, by its id;
    `today` is the day that lies in no future.
    """
    for file in files.indicators:
        for one in file.vintages:
            if one.vintage is None or file.indicator is None:
                continue
            asked = _Checked(
                one, one.vintage, file.indicator, _figures(file.indicator, places), today
            )
            _named_by_its_date(asked, problems)
            if _day(one.vintage.head.made_on) is None:
                continue  # every other rule rests on the date
            for rule in _RULES:
                rule(asked, problems)


def _figures(indicator: Indicator, places: Mapping[str, str]) -> tuple[Observation, ...]:
    """The headline series; of every place where that of the indicator is not known."""
    groups = tuple(sorted(headline_groups(indicator.definition)))
    place = places.get(indicator.definition.geography)
    return tuple(
        o
        for o in indicator.observations
        if tuple(sorted(o.groups)) == groups and place in (None, o.geography)
    )


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _named_by_its_date(asked: _Checked, problems: Problems) -> None:
    if (made_on := asked.vintage.head.made_on) == asked.file.date:
        return
    problems.error(
        "projection-name",
        asked.file.head.place("made_on"),
        what=f'The projection was made on {made_on}, but its files are named "{asked.file.date}".',
        why="The name is its address and the order of the projections, so both must agree.",
        fix=f"Name the files {made_on}.csv and {made_on}.yml, or correct the date.",
    )


def _not_in_the_future(asked: _Checked, problems: Problems) -> None:
    if (made_on := _day(asked.vintage.head.made_on)) <= asked.today:
        return
    problems.error(
        "projection-in-future",
        asked.file.head.place("made_on"),
        what=f"The projection says that it was made on {made_on}, which is still to come.",
        why="Its date is what shows that nobody knew the years it is judged by.",
        fix="Write the day on which it was really made.",
    )


def _sealed(asked: _Checked, problems: Problems) -> None:
    """A projection is never refitted: the head holds the checksum of the table."""
    head = asked.file.head
    said, found = asked.vintage.head.sha256, asked.file.seal
    if said is None:
        problems.error(
            "projection-not-frozen",
            head.place(),
            what="The projection has no seal.",
            why="Without it nobody can see that the figures are still those of its date.",
            fix=f"When the table is as it was agreed, add the line:\nsha256: {found}",
        )
    elif said != found:
        problems.error(
            "projection-changed",
            head.place("sha256"),
            what=f"The table is not the one that was sealed: its checksum is {found}.",
            why="A projection that is changed later proves nothing. What was expected on that day "
            "stays as it was.",
            fix="Restore the table, and put a new expectation into files of its own date. Only "
            "where the table was wrong when it was sealed, write the new checksum.",
        )


def _data_of_its_time(asked: _Checked, problems: Problems) -> None:
    """The last figure it used is one of the series, and was known on its date."""
    head = asked.vintage.head
    place = asked.file.head.place("data_through")
    if (last := _last_used(asked)) is None:
        periods = [o.period for o in asked.figures if o.value is not None]
        problems.error(
            "projection-unknown-period",
            place,
            what=f'The projection uses data through "{head.data_through}", for which the main '
            "series has no value.",
            why="Every later year is held against it.",
            fix=did_you_mean(head.data_through, periods)
            or "Write the last period that was used, exactly as in the table.",
        )
        return
    too_late = last.end > int(head.made_on[:4]) or (
        last.vintage and not known_on(last, head.made_on)
    )
    if too_late:
        when = f"was published {last.vintage}" if last.vintage else f"ends in {last.end}"
        problems.error(
            "projection-data-later",
            place,
            what=f"The projection was made on {head.made_on}, but the last figure it uses, for "
            f"{last.period}, {when}.",
            why="Nobody could have used it on that day.",
            fix="Correct the day, or the last period used.",
        )
    for index, point in enumerate(asked.vintage.points):
        if point.end <= last.end:
            problems.error(
                "projection-point-not-later",
                asked.file.line(index),
                what=f"The point is for {point.period}, not after {last.period}, the last period "
                "used.",
                why="A projection is about the years after its data.",
                fix="Remove the row.",
            )


def _last_used(asked: _Checked) -> Observation | None:
    """The last figure that the projection says it used."""
    through = asked.vintage.head.data_through
    return next((o for o in asked.figures if o.period == through and o.value is not None), None)


def _points_sound(asked: _Checked, problems: Problems) -> None:
    """Points are in order, within bounds and bands, and computed ones have a band."""
    vintage = asked.vintage
    for index, (before, after) in enumerate(pairwise(vintage.points), 1):
        if after.end <= before.end:
            problems.error(
                "projection-order",
                asked.file.line(index),
                what=f"The point for {after.period} does not come after the one for "
                f"{before.period}.",
                why="There is one point for each year, in their order.",
                fix="Put the rows in order, and keep one for each year.",
            )
    for index, point in enumerate(vintage.points):
        _point_sound(asked, index, problems)
        said = last_year(point.period)
        if said is not None and said != point.end:
            problems.error(
                "end-contradicts-period",
                asked.file.line(index),
                what=f'"end" is {point.end}, but the period "{point.period}" ends in {said}.',
                why="The charts place each figure by the year in which its period ends.",
                fix=f"Write {said}, or correct the period.",
            )


def _point_sound(asked: _Checked, index: int, problems: Problems) -> None:
    point, place = asked.vintage.points[index], asked.file.line(index)
    lowest, highest = bounds(asked.indicator.definition)
    ends = [x for x in (point.low, point.value, point.high) if x is not None]
    if any(not lowest <= x <= highest for x in ends):
        problems.error(
            "projection-out-of-bounds",
            place,
            what=f"The point for {point.period} lies outside of {lowest:g} to {highest:g}.",
            why="No such value is possible for this indicator.",
            fix="Stop the point and its band at what is possible.",
        )
    if ends != sorted(ends):
        problems.error(
            "bounds-swapped",
            place,
            what=f"For {point.period} low, value and high are not in order.",
            why="The point lies within its band.",
            fix="Often two of them are only swapped.",
        )
    missing = (point.low is None) + (point.high is None)
    if missing == 1 or (missing and asked.vintage.head.method == "computed"):
        problems.error(
            "projection-without-band",
            place,
            what=f"The point for {point.period} has no whole band.",
            why="A computed projection says how far off it may be, and a band has two ends.",
            fix='Fill in "low" and "high". Only points drawn by judgement may leave both out.',
        )


def _honest(asked: _Checked, problems: Problems) -> None:
    """Where a year it is judged by was already published, it says that it is a back-test."""
    head = asked.vintage.head
    last = _last_used(asked)
    later = [p for p in asked.vintage.points if last is None or p.end > last.end]
    known = already_published(later, asked.figures, head.made_on)
    if not known or head.retrospective:
        return
    problems.error(
        "projection-retrospective",
        asked.file.head.place("retrospective"),
        what=f"On {head.made_on} figures were already published for {', '.join(known)}, which the "
        "projection is judged by.",
        why="To have foreseen what was known is no success, so such a projection is a back-test "
        "and is called one.",
        fix='Write "retrospective: true". If the figures came out later, give the day of their '
        'publication in the column "vintage" of the table.',
    )


Rule = Callable[[_Checked, Problems], None]
_RULES: tuple[Rule, ...] = (
    _not_in_the_future, _sealed, _data_of_its_time, _points_sound, _honest,
)  # fmt: skip
