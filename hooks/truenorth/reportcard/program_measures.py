"""What single programs count of their own work, kept apart from every indicator.

A program measure is about those whom one program reached. An indicator is about everybody in a
place. No status, count, projection or edition is computed from what stands here.
"""

from __future__ import annotations

from typing import Literal

from truenorth.fields import ident, record, ref
from truenorth.fields import value as said

Question = Literal["how_much", "how_well", "better_off"]


@record
class ProgramValue:
    """One figure of a program measure."""

    period: str = said("The period, as the source gives it", example="2018-19")
    value: float = said("The number, or the percent", ge=0)
    note: str | None = said("What a reader should know about this figure", default=None)
    out_of: int | None = said("For a percent of people: out of how many", default=None, ge=0)


@record
class ProgramMeasure:
    """What one program did: data/program_measures.yml."""

    id: str = ident("Permanent id of the program measure", "navigators-hired")
    title: str = said("What is counted, in words that name the people or things")
    question: Question = said(
        "What it answers: how_much was done, how_well, or whether anyone is better_off"
    )
    unit: Literal["number", "percent"] = said("What the figures are counted in")
    indicators: tuple[str, ...] = ref(
        "indicators", "The indicators that it means to help move; it enters none of them"
    )
    values: tuple[ProgramValue, ...] = said("The figures, the oldest first")
    sources: tuple[str, ...] = ref("sources", "Where the figures are published")
    counts: Literal["people", "things"] = said(
        "Whether people are counted, whom small numbers could give away", default="people"
    )
    organization: str | None = ref("organizations", "Whose program it is", default=None)
    constellation: str | None = ref("constellations", "In which constellation", default=None)
    note: str | None = said("What a reader should know about it", default=None)
