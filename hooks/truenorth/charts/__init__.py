"""Charts: one function a shape, compiled once, drawn behind one interface.

request   what to draw, in the words of the report card
domain    the range of the value axis, its ticks and their labels
plans/    a request laid out: rows and places, pure
shapes/   the pictures themselves, in Altair
render    shapes compiled to Vega, rows swapped in, drawn by vl-convert
svg       the drawing made accessible, themable and safe to place in a page
cache     drawings kept by their content
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from truenorth.charts.domain import Domain, domain_for
from truenorth.charts.request import (
    Ahead,
    GroupsRequest,
    HistoryRequest,
    Point,
    Request,
    SparkRequest,
    Target,
)

if TYPE_CHECKING:
    from truenorth.charts.render import Drawing

__all__ = [
    "Ahead", "Domain", "GroupsRequest", "HistoryRequest", "Point", "Request", "SparkRequest",
    "Target", "domain_for", "draw",
]  # fmt: skip


def draw(requests: Iterable[Request], cache: Path | None = None) -> dict[str, Drawing]:
    """A drawing for each request, by its id; drawings are kept in the folder `cache`.

    The renderer is loaded here and not above, so that asking for a chart costs nothing.
    """
    from truenorth.charts import render

    return render.draw(requests, cache)
