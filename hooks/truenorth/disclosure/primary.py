"""Primary suppression and coding: from counts to rows without any hidden number.

`mask` is the only function that sees small numbers. Whatever comes after it
works on masked rows, so that nothing later, messages included, can depend on a
number that was hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from truenorth.disclosure.cells import Groups, State
from truenorth.disclosure.policy import Policy, is_hidden

Coded = Literal["", "top_coded", "bottom_coded"]


@dataclass(frozen=True)
class Counted:
    """One row of the table as counted: `part` of `whole` people, the latter None for counts."""

    period: str
    end: int
    geography: str
    groups: Groups
    part: int
    whole: int | None


@dataclass(frozen=True)
class Masked:
    """One row as far as it may be published; every number of a hidden row is None.

    `percent` is the printed share, a bound where `coded`.
    """

    period: str
    end: int
    geography: str
    groups: Groups
    part: int | None = None
    whole: int | None = None
    percent: str | None = None
    state: State = "shown"
    coded: Coded = ""

    @property
    def key(self) -> tuple[str, Groups]:
        return self.geography, self.groups


def mask(rows: Iterable[Counted], policy: Policy) -> tuple[Masked, ...]:
    """The rows in an order that no number decides: by time, place and group, totals first."""
    ordered = sorted(
        rows, key=lambda r: (r.end, r.period, r.geography, [d for d, _ in r.groups], r.groups)
    )
    return tuple(_masked(row, policy) for row in ordered)


def hide(row: Masked, state: State) -> Masked:
    """The row with nothing left in it but what it is about."""
    return Masked(row.period, row.end, row.geography, row.groups, state=state)


def without_counts(row: Masked) -> Masked:
    """The row with its share only, as a whole percent.

    Every whole percent is possible for every number of people from 100 on, so
    that the share then tells nothing about it; smaller groups are hidden.
    """
    if row.whole is None or row.whole < 100 or row.percent is None:
        return hide(row, "complementary")
    if row.coded or row.part is None:
        return replace(row, part=None, whole=None)
    percent = rounded_percent(row.part, row.whole, 0)
    return replace(row, part=None, whole=None, percent=percent)


def _masked(row: Counted, policy: Policy) -> Masked:
    about = Masked(row.period, row.end, row.geography, row.groups)
    if is_hidden(row.part, row.whole, policy):
        return replace(about, state="suppressed")
    if row.whole is None or row.whole == 0:
        return replace(about, part=row.part, whole=row.whole)
    for step in policy.coding:
        if row.whole < step.from_n:
            continue
        # Compared in whole numbers, so that no rounding decides on which side a share falls.
        if row.part * 100 >= step.at_least * row.whole:
            return replace(about, whole=row.whole, percent=f"{step.at_least:g}", coded="top_coded")
        if row.part * 100 <= step.at_most * row.whole:
            return replace(
                about, whole=row.whole, percent=f"{step.at_most:g}", coded="bottom_coded"
            )
        break
    percent = rounded_percent(row.part, row.whole, policy.decimals)
    return replace(about, part=row.part, whole=row.whole, percent=percent)


def rounded_percent(part: int, whole: int, decimals: int) -> str:
    """100 * part / whole, halves rounded up, worked out in whole numbers: 1 of 16 is 6.3."""
    scale = 10**decimals
    units = (2 * 100 * scale * part + whole) // (2 * whole)
    whole_part, rest = divmod(units, scale)
    return f"{whole_part}.{rest:0{decimals}d}" if decimals else str(whole_part)
