"""The pictures, each written once in Altair on named data; rows come from plans/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from truenorth.charts.shapes import groups, history, spark

SHAPES: Mapping[str, Callable[[str], Any]] = {
    "history": history.chart,
    "groups": groups.chart,
    "spark": spark.chart,
}


def specification(name: str, width: str) -> dict[str, Any]:
    """The shape as Vega-Lite, validated by Altair against the schema."""
    return SHAPES[name](width).to_dict(validate=True)
