"""The disclosure policy as people write it: data/disclosure.yml."""

from __future__ import annotations

from typing import Literal

from truenorth.fields import date, record, ref, value

Preset = Literal["california", "at_most_5", "at_most_15", "utah"]
AppliesTo = Literal["denominator", "numerator", "both"]
Zero = Literal["hidden", "shown"]
Complement = Literal["fewest_rows", "whole_breakdown", "counts_only"]


@record
class CodingStep:
    """How far a share may be told for groups of a given size."""

    from_n: int = value("From how many people on this step holds", ge=1, example=300)
    at_least: float = value("A share above this is told only as this or more, in percent", gt=50, lt=100, example=99)  # fmt: skip
    at_most: float = value("A share below this is told only as this or less, in percent", gt=0, lt=50, example=1)  # fmt: skip


@record
class SourceRule:
    """The stricter rule of a source whose figures are shown as it publishes them."""

    indicators: tuple[str, ...] = ref("indicators", "The indicators that rest on it")
    reason: str = value("Whose rule it is, and where it stands")
    min_n: int | None = value("The smallest number of people for which the source gives a figure; leave out where its rule is no number", default=None, ge=2, example=62)  # fmt: skip
    people: str | None = value("Whom it counts, in the plural: students", default=None)


@record
class Override:
    """A decision to publish what the audit would stop, signed by a person."""

    indicator: str = ref("indicators", "The indicator whose figures pass")
    periods: tuple[str, ...] = value("The periods it is about, as in the data", min_length=1)
    reason: str = value("Why it may be published nevertheless")
    signed_by: str = value("Who decided, with the office held")
    date: str = date("When it was decided")


@record
class PolicyFile:
    """Which figures about small groups are hidden: data/disclosure.yml."""

    preset: Preset = value("The rules to start from; each line below changes one of them", default="california")  # fmt: skip
    min_n: int | None = value("The smallest number of people that is shown", default=None, ge=2, example=11)  # fmt: skip
    applies_to: AppliesTo | None = value("What is compared with min_n: out of how many, how many, or either", default=None)  # fmt: skip
    zero: Zero | None = value("Whether nobody is hidden like any small number, or shown", default=None)  # fmt: skip
    complement: Complement | None = value("What else is hidden so that nothing can be subtracted: as few rows as are needed, every group of the breakdown, or first the counts beside the shares", default=None)  # fmt: skip
    complement_first: tuple[str, ...] = value("Groups to hide first as a complement, in this order", default=(), example="Not Reported")  # fmt: skip
    protection: int | None = value("How wide, in people, what readers can work out about a hidden number must stay", default=None, ge=1, example=5)  # fmt: skip
    coding: tuple[CodingStep, ...] | None = value("How shares close to all or nobody are told, by size of the group", default=None)  # fmt: skip
    change_min_n: int | None = value("The smallest number of people for which a change is shown", default=None, ge=1, example=30)  # fmt: skip
    survey_min_n: int | None = value("The smallest number of respondents for which a figure is shown", default=None, ge=1, example=30)  # fmt: skip
    decimals: int | None = value("Digits after the point of a share that protect works out", default=None, ge=0, le=1, example=1)  # fmt: skip
    people: str | None = value("Whom the figures count, in the plural: students", default=None)
    symbol: str | None = value("What stands for a hidden figure where there is no room for words", default=None, example="*")  # fmt: skip
    at_least: str | None = value("The sign before a share that is told as this or more", default=None, example=">=")  # fmt: skip
    at_most: str | None = value("The sign before a share that is told as this or less", default=None, example="<=")  # fmt: skip
    sources: tuple[SourceRule, ...] = value("Stricter rules of sources", default=())
    overrides: tuple[Override, ...] = value("Decisions to publish what the audit would stop", default=())  # fmt: skip
