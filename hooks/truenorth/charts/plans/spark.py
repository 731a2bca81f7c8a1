"""A word-sized line, laid out."""

from __future__ import annotations

from truenorth.charts.plans.plan import Plan, Rows, Scale, covering, word, years
from truenorth.charts.request import Point, SparkRequest
from truenorth.charts.stretches import line_rows, with_figure
from truenorth.charts.style import QUIET, SPARK
from truenorth.lettering import wrapped

_EDGE = 5.0


def plan(request: SparkRequest) -> Plan:
    """Rows and signals for the shape "spark"."""
    width, height = SPARK
    points = with_figure(request.points)
    x = Scale(*(years(points) if points else (0, 1)), _EDGE, width - _EDGE)
    domain = covering(request.domain, [point.y for point in points])
    y = Scale(*domain, height - _EDGE, _EDGE)
    ends = [points[0], points[-1]] if len(points) > 1 else points
    rows: dict[str, Rows] = {
        "solid": line_rows(request.points, "solid"),
        "bridges": line_rows(request.points, "bridge"),
        "alone": [_dot(point) for point in _alone(request.points, points) if point not in ends],
        "settled": [_dot(point) for point in ends if not point.provisional],
        "provisional": [_dot(point) for point in ends if point.provisional],
        "words": [] if points else _nothing(request),
    }
    return Plan(("spark", "wide"), SPARK, {**x.signals("x"), **y.signals("y")}, rows)


def _alone(every: tuple[Point, ...], points: list[Point]) -> list[Point]:
    """Values that no line reaches, which would not be seen without a dot."""
    on_lines = {row["x"] for kind in ("solid", "bridge") for row in line_rows(every, kind)}
    return [point for point in points if point.x not in on_lines]


def _nothing(request: SparkRequest) -> Rows:
    width, height = SPARK
    lines = wrapped(request.nothing, 12, width, 1)
    return [word(line, 0, height / 2, "start", ink=QUIET, size=12) for line in lines]


def _dot(point: Point) -> dict[str, float]:
    return {"x": point.x, "y": point.y}
