"""Requests that the tests of charts share."""

from __future__ import annotations

from truenorth.charts import Ahead, GroupsRequest, HistoryRequest, Point, SparkRequest, domain_for


def series(first: int, *values: float | None, provisional: int = 0, run_at: int = 9999):
    """Yearly points from `first`; the last `provisional` ones are so; a break before `run_at`."""
    last = len(values) - provisional
    return tuple(
        Point(
            first + n, f"{first + n - 1}-{(first + n) % 100:02}", value,
            provisional=n >= last, run=int(first + n >= run_at),
            shown="" if value is None else f"{value:g}%",
        )
        for n, value in enumerate(values)
    )  # fmt: skip


GRADUATION = series(2017, 80.8, 81.6, 81.8, 82.2, 82.4, 86.1)
READING = series(2016, 39.0, 39.6, 42.3, 44.1) + series(2023, 41.2, 43.1, 46.5)
DISTRICT = series(2012, 67, 68, 70, 72, 77, 80, provisional=1, run_at=2017)
TARGETS = ((2018, 81.0, "81%"), (2019, 83.0, "83%"), (2020, 85.0, "Target: 85% by 2019-20"))
AHEAD = (
    Ahead(2020, 82.2, 82.2, 82.2, "2019-20"),
    Ahead(2021, 82.6, 81.0, 84.2, "2020-21"),
    Ahead(2022, 83.0, 80.6, 85.4, "2021-22"),
    Ahead(2023, 83.4, 80.2, 86.6, "2022-23"),
)
SURVEY = tuple(
    Point(2010 + n, str(2010 + n), 30.0 + n, 27.0 + n, 33.0 + n, shown=f"{30 + n}%")
    for n in range(5)
)


def history(name: str, points=GRADUATION, **more) -> HistoryRequest:
    values = [number for p in points for number in (p.y, p.low, p.high)]
    values += [target[1] for target in more.get("targets", ())]
    given = {"unit": "percent", "domain": domain_for(values, "percent"), **more}
    return HistoryRequest(id=name, title="Graduation", desc="A line.", points=points, **given)


def groups(name: str, **more) -> GroupsRequest:
    panels = (
        ("Filipino students", series(2017, 93, 92.7, 93.9, 92.9, 94.8, 96.1)),
        ("Students in foster care", series(2017, 47.2, 50.9, 54, 57, 52.1, 61.1, provisional=1)),
        ("Nonbinary students", series(2017, None, None, None, None, None, None)),
        ("Students with disabilities", series(2017, 63, 65, 67, 67, 67.5, 74)),
    )
    values = [point.y for _name, points in panels for point in points]
    given = {
        "panels": panels, "total": GRADUATION, "domain": domain_for(values, "percent"),
        "total_label": "All students", **more,
    }  # fmt: skip
    return GroupsRequest(id=name, title="By group", desc="Panels.", **given)


def spark(name: str, points=GRADUATION) -> SparkRequest:
    domain = domain_for([point.y for point in points], "percent")
    return SparkRequest(id=name, title="Since 2017", desc="", points=points, domain=domain)


def every_kind():
    """One request of each kind that differs in what is drawn."""
    return [
        history("graduation", base_x=2017),
        history("graduation-narrow", base_x=2017, width="narrow"),
        history("reading", READING),
        history("district", DISTRICT, targets=TARGETS, breaks=((2016.5, "New definition"),)),
        history("survey", SURVEY),
        history("nothing", ()),
        history("ahead", ahead=AHEAD, ahead_label="projected"),
        history("ahead-narrow", ahead=AHEAD, ahead_label="back-test", width="narrow"),
        groups("by-group"),
        groups("by-group-narrow", width="narrow"),
        groups("no-groups", panels=()),
        spark("line"),
        spark("no-line", ()),
    ]
