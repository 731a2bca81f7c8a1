"""What drawing costs: our route against `chart.save` for each chart, in one run.

`chart.save` is timed twice: for the very same picture, built anew for each
chart, and for the plainest Altair line with axes, which has none of its labels.
Times are processor seconds for each chart; the ratio is what carries over to
other machines. Both routes have drawn every kind of chart once before the clock
starts, so neither is charged for loading libraries or compiling shapes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import altair as alt

from tests.chart_requests import every_kind
from truenorth.charts import GroupsRequest, HistoryRequest, Request, SparkRequest, draw
from truenorth.charts.plans import plan_for
from truenorth.charts.shapes import groups, history, spark

ROUNDS = 4


@dataclass(frozen=True)
class Measure:
    """Processor milliseconds for each chart: drawn, from the cache, and by `chart.save`."""

    kind: str
    drawn: float
    cached: float
    saved: float
    plain: float

    @property
    def ratio(self) -> float:
        """How many times dearer `chart.save` of the same picture is."""
        return self.saved / self.drawn

    def __str__(self) -> str:
        times = f"{self.drawn:>9.1f}{self.cached:>9.2f}{self.saved:>12.1f}{self.ratio:>7.1f}"
        return f"{self.kind:<34}{times}{self.plain:>13.1f}{self.plain / self.drawn:>7.1f}"


@dataclass(frozen=True)
class Measures:
    """One measure for each kind of chart."""

    kinds: tuple[Measure, ...]

    @property
    def ratio(self) -> float:
        """How many times dearer `chart.save` of the same pictures is, over all kinds."""
        return sum(one.saved for one in self.kinds) / sum(one.drawn for one in self.kinds)

    def __str__(self) -> str:
        head = f"{'CPU ms a chart':<34}{'draw()':>9}{'cached':>9}{'chart.save':>12}{'ratio':>7}"
        head += f"{'plain line':>13}{'ratio':>7}"
        last = f"The same pictures by chart.save cost {self.ratio:.1f} times as much as by draw()."
        return "\n".join([head, *map(str, self.kinds), last])


def measure() -> Measures:
    """Every kind of chart by three routes."""
    kinds = (HistoryRequest, GroupsRequest, SparkRequest)
    return Measures(tuple(_measured(kind) for kind in kinds))


def _measured(kind: type[Request]) -> Measure:
    some = [request for request in every_kind() if isinstance(request, kind)]
    requests = [
        replace(request, id=f"{request.id}-{number}")
        for number in range(ROUNDS)
        for request in some
    ]
    with TemporaryDirectory() as folder:
        cache, file = Path(folder, "cache"), Path(folder, "x.svg")
        draw(requests, cache)
        for request in some:
            _save(request, file)
            _save_plain(request, file)
        return Measure(
            kind.__name__.removesuffix("Request").lower(),
            _per_chart(requests, lambda asked: draw(asked)),
            _per_chart(requests, lambda asked: draw(asked, cache)),
            _per_chart(requests, lambda asked: [_save(request, file) for request in asked]),
            _per_chart(requests, lambda asked: [_save_plain(one, file) for one in asked]),
        )


def _per_chart(requests: Sequence[Request], route: Callable[[Sequence[Request]], object]) -> float:
    start = time.process_time()
    route(requests)
    return (time.process_time() - start) / len(requests) * 1000


def _save(request: Request, file: Path) -> None:
    """The same picture, built, validated and saved for this chart alone."""
    plan = plan_for(request)
    name, width = plan.shape
    chart = {"history": history, "groups": groups, "spark": spark}[name].chart(width)
    for param in chart.params:
        param.value = plan.signals.get(param.name, param.value)
    chart.datasets = dict(plan.rows)
    chart.save(str(file))


def _save_plain(request: Request, file: Path) -> None:
    """A line with points and axes; small multiples as facets."""
    panels = request.panels if isinstance(request, GroupsRequest) else (("", request.points),)
    rows = [
        {"group": name, "period": point.label, "value": point.y}
        for name, points in panels
        for point in points
    ]
    chart = alt.Chart(alt.InlineData(rows)).mark_line(point=True).encode(x="period:O", y="value:Q")
    if isinstance(request, GroupsRequest):
        chart = chart.facet("group:N", columns=3)
    chart.save(str(file))
