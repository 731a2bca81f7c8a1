"""One series through time."""

from __future__ import annotations

from typing import Any

import altair as alt

from truenorth.charts.shapes.parts import (
    across,
    bridges,
    cleared,
    down,
    finished,
    provisional,
    rows,
    rules,
    settled,
    solid,
    words,
    x,
    y,
)  # fmt: skip
from truenorth.charts.style import ACCENT, DOTS, LONG_DASHES, NARROW, QUIET, WIDE


def chart(width: str) -> Any:
    """Rules, breaks, bounds, projection, targets, the line, its points and every word."""
    across_all, height = NARROW if width == "narrow" else WIDE
    dot = alt.expr("4 * dot * dot")
    hollow = alt.expr("4 * (dot + 0.5) * (dot + 0.5)")
    layers = alt.layer(
        rules(rows("rules"), alt.value(alt.expr("x_start - 14")), alt.value(across_all)),
        cleared(rows("cleared")),
        rows("periods")
        .mark_rule(color=QUIET, strokeWidth=1)
        .encode(across(), y=alt.value(alt.expr("y_start")), y2=alt.value(alt.expr("y_start + 5"))),
        rows("breaks")
        .mark_rule(color=QUIET, strokeWidth=1)
        .encode(x(), down(), y2=alt.value(alt.expr("y_start"))),
        rows("band")
        .mark_area(color=ACCENT, opacity=0.14)
        .encode(x(), y("low"), alt.Y2("high"), detail="part:N"),
        rows("bars")
        .mark_rule(color=ACCENT, opacity=0.35, strokeWidth=3)
        .encode(x(), y("low"), alt.Y2("high")),
        rows("ahead_band")
        .mark_area(color=QUIET, opacity=0.16)
        .encode(x(), y("low"), alt.Y2("high")),
        rows("ahead")
        .mark_line(color=QUIET, strokeWidth=1.75, strokeDash=LONG_DASHES)
        .encode(x(), y()),
        rows("path").mark_line(color=QUIET, strokeWidth=1, strokeDash=DOTS).encode(x(), y()),
        rows("targets")
        .mark_tick(orient="horizontal", thickness=3, size=20, color=QUIET, opacity=1)
        .encode(x(), y()),
        bridges(rows("bridges")),
        solid(rows("solid")),
        rows("base")
        .mark_point(
            shape="circle", filled=False, stroke=ACCENT, size=256, strokeWidth=1.25, opacity=1
        )
        .encode(x(), y()),
        settled(rows("settled"), dot),
        provisional(rows("provisional"), hollow),
        words(rows("words")),
    )
    return finished(layers.properties(width=across_all, height=height), "dot")
