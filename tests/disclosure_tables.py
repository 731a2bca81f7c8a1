"""Tables for tests of disclosure control; the numbers in them are synthetic."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from truenorth.disclosure.cells import Breakdown, Sheet
from truenorth.disclosure.policy import PRESETS, Policy
from truenorth.disclosure.primary import Counted, mask
from truenorth.disclosure.protect import Layout, sheet_of

CALIFORNIA = PRESETS["california"]
REFERENCE = np.random.default_rng(0).integers(0, 60, (30, 10))
"""The reference case of the methods: 53 of its 300 cells are below 11."""


def crossed(table: np.ndarray) -> tuple[list[Counted], Layout]:
    """Counts by two breakdowns, with the totals of both."""
    rows = [f"r{i:02d}" for i in range(table.shape[0])]
    columns = [f"c{j:02d}" for j in range(table.shape[1])]
    counted = [row((), table.sum())]
    counted += [row((("a", name),), table[i].sum()) for i, name in enumerate(rows)]
    counted += [row((("b", name),), table[:, j].sum()) for j, name in enumerate(columns)]
    counted += [
        row((("a", down), ("b", across)), table[i, j])
        for i, down in enumerate(rows)
        for j, across in enumerate(columns)
    ]
    breakdowns = (Breakdown("a", frozenset(rows)), Breakdown("b", frozenset(columns)))
    return counted, Layout(breakdowns, has_whole=False)


def row(groups, part, whole=None, *, place: str = "Riverbend", end: int = 2020) -> Counted:
    return Counted(str(end), end, place, tuple(groups), int(part), whole)


def by_gender(*groups: tuple[str, int, int], end: int = 2020) -> tuple[list[Counted], Layout]:
    """Shares by gender, with their total."""
    total = row((), sum(g[1] for g in groups), sum(g[2] for g in groups), end=end)
    rows = [row((("gender", name),), part, whole, end=end) for name, part, whole in groups]
    return [total, *rows], Layout((Breakdown("gender", frozenset(g[0] for g in groups)),))


def masked_sheet(rows: list[Counted], layout: Layout, policy: Policy = CALIFORNIA) -> Sheet:
    """The table with its small rows hidden and nothing else."""
    return sheet_of(mask(rows, policy), policy, layout)


def exactly(policy: Policy = CALIFORNIA) -> Policy:
    """The policy with which only numbers that are known exactly fail."""
    return replace(policy, protection=1)
