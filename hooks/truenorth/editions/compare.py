"""Two editions side by side: what was said, and which figures were revised in between."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from dataclasses import dataclass

from truenorth.editions.model import FrozenStatus, PublishedEdition

# Columns that say something of a figure and do not tell which figure it is.
_SAID = frozenset({
    "numerator", "denominator", "value", "low", "high", "status", "disclosure", "note", "start",
    "end", "vintage", "as_printed",
})  # fmt: skip
_HIDDEN = ("suppressed", "complementary")
Key = tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """One indicator in both editions; None where an edition does not have it."""

    before: FrozenStatus | None
    after: FrozenStatus | None

    @property
    def either(self) -> FrozenStatus:
        return self.after or self.before


@dataclass(frozen=True)
class Revision:
    """A figure of one period that both editions have and that differs, in the unit."""

    indicator: FrozenStatus
    period: str
    of_whom: tuple[str, ...]
    before: float
    after: float
    was: str


def pairs(before: PublishedEdition, after: PublishedEdition) -> tuple[Pair, ...]:
    """Every indicator of either, in the order of the later one."""
    old = {one.indicator: one for one in before.record.indicators}
    new = {one.indicator: one for one in after.record.indicators}
    return tuple(Pair(old.get(id), new.get(id)) for id in dict.fromkeys([*new, *old]))


def revisions(before: PublishedEdition, after: PublishedEdition) -> tuple[Revision, ...]:
    """Figures that were revised. One that either edition hides is left out."""
    found = []
    for pair in pairs(before, after):
        if pair.before is None or pair.after is None:
            continue
        old = figures(before.table(pair.before.indicator))
        new = figures(after.table(pair.after.indicator))
        for key, (value, status) in old.items():
            if key in new and new[key][0] != value:
                period, *whom = key
                found.append(Revision(pair.after, period, tuple(whom), value, new[key][0], status))
    return tuple(found)


def figures(table: str) -> dict[Key, tuple[float, str]]:
    """Values and their status words by period, place and groups; hidden ones are left out.

    Of several vintages of a figure the newest counts.
    """
    found: dict[Key, tuple[str, float, str]] = {}
    for row in csv.DictReader(io.StringIO(table, newline="")):
        name = _key(row, _SAID)
        value, vintage = _number(row.get("value")), row.get("vintage") or ""
        if value is None or row.get("disclosure") in _HIDDEN:
            continue
        if name not in found or found[name][0] <= vintage:
            found[name] = (vintage, value, row.get("status") or "")
    return {name: (value, status) for name, (_, value, status) in found.items()}


def _key(row: dict[str, str], left_out: Collection[str]) -> Key:
    whom = (v for k, v in row.items() if k not in left_out and k not in ("period", None) and v)
    return (row.get("period") or "", *whom)


def _number(written: str | None) -> float | None:
    try:
        return float(written) if written else None
    except ValueError:
        return None
