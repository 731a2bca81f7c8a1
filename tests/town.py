"""A small partnership in memory, for tests of pages: a town, two goals, a few indicators."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from truenorth.partnership.model import (
    Account,
    Constellation,
    Fact,
    Goal,
    Organization,
    Partnership,
    Place,
    Source,
)
from truenorth.reportcard.model import (
    Break,
    Definition,
    Dimension,
    Group,
    Indicator,
    Observation,
    Story,
    StoryHead,
    Target,
)

DEFINITION = Definition(
    polarity="higher",
    unit="percent",
    tier="headline",
    goals=("read",),
    definition="Children in third grade who read well, out of all who took the test.",
    geography="town",
    sources=("survey",),
    period_kind="school_year",
    statistic="Third graders who read well",
)
DIMENSION = Dimension(
    "gender",
    "By gender",
    (Group("Girls", "girls"), Group("Boys", "boys"), Group("X", "nonbinary children", "too few")),
)


def year(end: int, value: float | None = None, **more: Any) -> Observation:
    """One school year's figure."""
    return Observation(f"{end - 1}-{end % 100:02d}", end, "town", value=value, **more)


def indicator(*observations: Observation, id: str = "reading", **definition: Any) -> Indicator:
    """An indicator of the town with the given figures."""
    return Indicator(
        id,
        id.replace("-", " ").capitalize(),
        "How many children read well.",
        replace(DEFINITION, **definition),
        f"data/indicators/{id}/datapackage.yaml",
        (f"data/indicators/{id}/{id}.csv",) if observations else (),
        observations,
    )


READING = replace(
    indicator(
        year(2019, 40.0, denominator=500),
        year(2020, None, status="missing", note="No test was given in 2020."),
        year(2021, 41.5, denominator=498),
        year(2022, 46.0, denominator=502),
        year(2023, 47.0, status="provisional"),
        *(year(e, v, groups=(("gender", "Girls"),)) for e, v in ((2021, 45.0), (2022, 50.0))),
        year(2021, 38.0, groups=(("gender", "Boys"),)),
        year(
            2022,
            None,
            groups=(("gender", "Boys"),),
            disclosure="suppressed",
            note="Fewer than 11 boys.",
        ),
        dimensions=(DIMENSION,),
        targets=(
            Target(
                "2024-25", 2025, 60.0, "final", "school-board", "The board's plan.", ("survey",)
            ),
        ),
        method_notes=("Children who were absent are left out.",),
    ),
    story=Story(
        StoryHead("reading", ("Ana Ruiz", "Ben Lee"), "2023-05", ("survey",)),
        "## What helps\n\nBooks at home. See [the charter](../compact/charter/index.md).",
        "content/indicators/reading.md",
        6,
    ),
)
DROPOUT = indicator(
    year(2014, 12.0),
    year(2015, 11.0),
    year(2016, 4.0),
    year(2017, 3.0),
    id="dropout",
    polarity="lower",
    tier="secondary",
    statistic=None,
    breaks=(Break("2015-16", "the state changed who counts as a dropout"),),
)
WANTED = indicator(
    id="ready-for-school",
    tier="wanted",
    reason="No school tests children when they arrive.",
    owner="the school board",
)


PARTNERSHIP = Partnership(
    name="The River Town Alliance",
    short_name="River Town",
    sentence="People in River Town who want every child to read.",
    form="alliance",
    signed=False,
    contact="hello@example.org",
    repository="https://example.org/river/town",
    places=(Place("town", "River Town", "city"),),
    history=(
        Fact(
            "begun",
            "The alliance began.",
            ("survey",),
            date="2012",
            disputed=(Account("It began in 2011.", ("survey",)),),
        ),
    ),
)


@dataclass(frozen=True)
class Town:
    """Looks like a loaded Project."""

    root: Path = Path()
    today: date = date(2024, 5, 1)
    partnership: Partnership = PARTNERSHIP
    sources: tuple = (
        Source(
            "survey",
            "Reading survey",
            "School board",
            "dataset",
            "2022-10",
            "https://example.org/s",
        ),
    )
    goals: tuple = (
        Goal(
            "read",
            1,
            "Every child reads",
            "All children read well by age nine.",
            "children",
            "goals#read",
            ("survey",),
        ),
        Goal(
            "work",
            2,
            "Good jobs",
            "All adults find good work.",
            "adults",
            "goals#work",
            ("survey",),
        ),
    )
    organizations: tuple = (
        Organization("school-board", "River Town School Board", "education_k12"),
    )
    bodies: tuple = ()
    constellations: tuple = (
        Constellation(
            "book-club", "Book club", ("survey",), goals=("read",), indicators=("reading",)
        ),
    )
    commitments: tuple = ()
    strategies: tuple = ()
    meetings: tuple = ()
    templates: tuple = ()
    assessments: tuple = ()
    funding: tuple = ()
    agreements: tuple = ()
    indicators: tuple = (READING, DROPOUT, WANTED)
    program_measures: tuple = ()
    documents: tuple = ()
    decisions: tuple = ()
    agenda: tuple = ()
    pages: tuple = ()
    editions: tuple = ()
    origins: dict = field(default_factory=dict)
    disclosure_log: tuple = ()

    def find(self, kind: str, id: str) -> Any:
        """A record by its kind and id; KeyError where there is none."""
        records = {
            "places": self.partnership.places,
            "sources": self.sources,
            "goals": self.goals,
            "bodies": self.bodies,
            "organizations": self.organizations,
            "constellations": self.constellations,
            "indicators": self.indicators,
        }[kind]
        return {record.id: record for record in records}[id]
