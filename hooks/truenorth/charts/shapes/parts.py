"""What the shapes share: scales that are set by signals, and the marks that recur.

Every domain, range, word and place is data or a signal, never baked in, so that
one compiled shape serves every chart. Years are plain numbers, not dates, so no
time zone can shift them.
"""

from __future__ import annotations

from typing import Any

import altair as alt

from truenorth.charts.style import ACCENT, DASHES, FONT, PAPER, RULE

_SIGNALS = [f"{axis}_{end}" for axis in "xy" for end in ("low", "high", "start", "end")]


def signals(*more: str) -> list[alt.Parameter]:
    """The numbers a plan sets: both scales, and `more`."""
    return [alt.param(name=name, value=0) for name in (*_SIGNALS, *more)]


def _scale(axis: str) -> alt.Scale:
    def pair(first: str, second: str) -> list[Any]:
        return [alt.expr(f"{axis}_{first}"), alt.expr(f"{axis}_{second}")]

    return alt.Scale(domain=pair("low", "high"), range=pair("start", "end"), zero=False, nice=False)


def x(field: str = "x") -> alt.X:
    return alt.X(field, type="quantitative", scale=_scale("x"), axis=None)


def y(field: str = "y") -> alt.Y:
    return alt.Y(field, type="quantitative", scale=_scale("y"), axis=None)


def across(field: str = "px") -> alt.X:
    """A place on the picture that is already computed."""
    return alt.X(field, type="quantitative", scale=None, axis=None)


def down(field: str = "py") -> alt.Y:
    return alt.Y(field, type="quantitative", scale=None, axis=None)


def rows(name: str) -> alt.Chart:
    """A chart on the rows of that name."""
    return alt.Chart(alt.NamedData(name))


def rules(chart: alt.Chart, start: Any, end: Any) -> alt.Chart:
    """Light rules at the ticks, between two places."""
    return chart.mark_rule(color=RULE, strokeWidth=1).encode(y(), x=start, x2=end)


def cleared(chart: alt.Chart) -> alt.Chart:
    """Paper under the labels."""
    return chart.mark_rect(color=PAPER).encode(across(), down(), x2=alt.X2("px2"), y2=alt.Y2("py2"))


def solid(chart: alt.Chart, *, color: str = ACCENT, width: float = 2.5) -> alt.Chart:
    """Lines between neighbors, one for each `part`."""
    return chart.mark_line(
        color=color, strokeWidth=width, strokeJoin="round", strokeCap="round"
    ).encode(x(), y(), detail="part:N")


def bridges(chart: alt.Chart, *, color: str = ACCENT, width: float = 1.5) -> alt.Chart:
    """Thin, dashed lines over years that nobody measured."""
    return chart.mark_line(color=color, opacity=0.7, strokeWidth=width, strokeDash=DASHES).encode(
        x(), y(), detail="part:N"
    )


def settled(chart: alt.Chart, size: Any) -> alt.Chart:
    """A full dot; `size` is its area."""
    return chart.mark_point(
        shape="circle", filled=True, fill=ACCENT, opacity=1, size=size, strokeWidth=0
    ).encode(x(), y())


def provisional(chart: alt.Chart, size: Any) -> alt.Chart:
    """A hollow dot."""
    return chart.mark_point(
        shape="circle", filled=True, fill=PAPER, stroke=ACCENT, opacity=1, size=size, strokeWidth=2
    ).encode(x(), y())


def words(chart: alt.Chart) -> alt.Chart:
    return chart.mark_text(
        align=alt.expr("datum.align"), baseline="middle", fontWeight=alt.expr("datum.weight")
    ).encode(
        across(), down(), text="text:N",
        color=alt.Color("ink", type="nominal", scale=None),
        size=alt.Size("size", type="quantitative", scale=None),
    )  # fmt: skip


def finished(chart: Any, *more_signals: str) -> Any:
    """The chart with its signals, without frame, margins or marks for screen readers.

    svg.py gives it a title and a description instead.
    """
    return (
        chart.add_params(*signals(*more_signals))
        .properties(padding=0, autosize="none")
        .configure(aria=False, font=FONT, view=alt.ViewConfig(stroke=None))
    )
