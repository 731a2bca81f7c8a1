"""A word-sized line with dots at its ends."""

from __future__ import annotations

from typing import Any

import altair as alt

from truenorth.charts.shapes.parts import (
    bridges,
    finished,
    provisional,
    rows,
    settled,
    solid,
    words,
)  # fmt: skip
from truenorth.charts.style import SPARK


def chart(_width: str) -> Any:
    """One size serves every page."""
    width, height = SPARK
    layers = alt.layer(
        bridges(rows("bridges"), width=1.25),
        solid(rows("solid"), width=1.75),
        settled(rows("alone"), 6),
        settled(rows("settled"), 28),
        provisional(rows("provisional"), 28),
        words(rows("words")),
    )
    return finished(layers.properties(width=width, height=height))
