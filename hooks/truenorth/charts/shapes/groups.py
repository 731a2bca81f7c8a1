"""Small multiples: one panel for each group, the total behind each."""

from __future__ import annotations

from typing import Any

import altair as alt

from truenorth.charts.plans.groups import COLUMNS, GAP, cell_width
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
)  # fmt: skip
from truenorth.charts.style import QUIET


def chart(width: str, height: float = 150) -> Any:
    """Panels side by side; `height` is that of one, with its name and periods.

    Rows named "panels" are dealt out by `panel` and drawn by `kind`; the rules
    and the total have rows of their own, which Vega-Lite repeats in each panel.
    """
    layers = alt.layer(
        rules(rows("rules"), alt.value(0), alt.value(cell_width(width))),
        cleared(_of("cleared")),
        bridges(rows("total_bridges"), color=QUIET, width=1.25),
        solid(rows("total"), color=QUIET, width=1.25),
        _of("key")
        .mark_rule(color=QUIET, strokeWidth=1.25)
        .encode(across(), down(), x2=alt.X2("px2")),
        bridges(_of("bridge")),
        solid(_of("solid")),
        settled(_of("settled"), 26),
        provisional(_of("provisional"), 34),
        words(_of("word")),
    ).properties(width=cell_width(width), height=height)
    panels = layers.facet(
        facet=alt.Facet("panel:O", title=None, header=alt.Header(labelExpr="''")),
        columns=COLUMNS[width], data=alt.NamedData("panels"), spacing=GAP[width], bounds="flush",
    )  # fmt: skip
    return finished(panels)


def _of(kind: str) -> alt.Chart:
    return alt.Chart().transform_filter(f"datum.kind === '{kind}'")
