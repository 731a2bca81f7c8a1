"""Each group's own trend: what the rule says of it, and how many would move by chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.town import indicator, year
from truenorth.pages.report_card import group_trends
from truenorth.pages.report_card.assessment import assess
from truenorth.pages.wording import load_wording
from truenorth.reportcard.group_trends import GroupTrend, assess_groups
from truenorth.reportcard.model import Break, Dimension, Group, Indicator, Threshold
from truenorth.reportcard.series import by_dimension, summarize
from truenorth.reportcard.trend import assess_trend

T = load_wording()
FALLING = (30.0, 27.0, 24.0, 21.0, 18.0, 15.0)
LEVEL = (30.0, 31.0, 30.0, 31.0, 30.0, 31.0)
CARE = "students in foster care"


def known(values: dict[str, tuple], total: tuple = LEVEL, **definition) -> Indicator:
    """An indicator whose groups have these figures from 2015 on, beside a total."""
    level = Dimension("level", "By level", tuple(Group(name, name) for name in values))
    rows = [
        year(2015 + n, value, groups=((("level", name),) if name else ()))
        for name, figures in {"": total, **values}.items()
        for n, value in enumerate(figures)
    ]
    return indicator(*rows, **{"dimensions": (level,), **definition})


def groups(values: dict[str, tuple], **definition) -> dict[str, GroupTrend]:
    found = assess_groups(known(values, **definition))
    return {one.group.name: one for one in found["level"]}


def shown(one: Indicator) -> group_trends.TrendTable | None:
    (dimension,) = one.definition.dimensions
    return group_trends.trend_table(T, dimension, assess_groups(one)["level"])


def test_a_group_that_fell_improves_where_lower_is_better_and_only_there() -> None:
    values = {CARE: FALLING, "others": LEVEL}
    lower, higher = (groups(values, polarity=way) for way in ("lower", "higher"))
    assert [one.trend.status for one in lower.values()] == ["improving", "no_clear_change"]
    assert higher[CARE].trend.status == "worsening"
    assert lower[CARE].summary.change.better and not higher[CARE].summary.change.better


def test_it_is_the_rule_of_the_indicator_on_the_groups_own_figures() -> None:
    one = known({CARE: FALLING}, polarity="lower", breaks=(Break("2015-16", "new rules"),))
    ((found,),) = assess_groups(one).values()
    (own,) = by_dimension(one)["level"]
    assert found.trend == assess_trend(summarize(one, own))
    assert found.trend.periods == tuple(o.period for o in own.observations[1:])
    assert assess_trend(summarize(one)).status == "no_clear_change"


def test_a_group_without_comparable_figures_is_left_out() -> None:
    one = known({"A": LEVEL, "B": (None, None), "C": ()})
    hidden = [
        year(2015 + n, v, groups=(("level", "B"),), disclosure="suppressed")
        for n, v in enumerate(FALLING)
    ]
    one = replace(one, observations=(*one.observations, *hidden))
    assert [found.group.name for found in assess_groups(one)["level"]] == ["A"]
    assert shown(known({"B": ()})) is None


def test_a_page_gives_each_group_its_mark_and_what_it_went_by() -> None:
    found = shown(known({CARE: FALLING, "others": LEVEL[:3]}, polarity="lower"))
    care, others = found.table.rows
    assert care[0].text == "Students in foster care"
    assert (care[2].mark.shape, care[2].mark.word) == ("disc", "Improving")
    assert care[1].text == "−15.0 percentage points" and care[1].arrow == "down"
    assert care[1].notes == ("from 30.0% in 2014-15, up to 2019-20", "better: lower is better")
    assert (others[2].mark.word, others[1].arrow) == ("Too early to say", "")


def test_a_status_that_rests_on_the_latest_figure_says_so() -> None:
    found = shown(known({CARE: (19.2, 18.4, 18.2, 17.8, 17.6, 13.9)}, polarity="lower"))
    ((_, _, status),) = found.table.rows
    assert (status.mark.word, status.notes) == ("Improving", ("rests on the latest figure alone",))


def test_how_many_would_look_like_movement_by_chance() -> None:
    many = known({f"group {n}": LEVEL for n in range(12)} | {CARE: FALLING}, polarity="lower")
    said = shown(many).counted
    assert said.startswith("13 groups have figures that can be compared. 13 can be assessed: 1 ")
    assert "about 1 of those 13 would look like movement by chance" in said
    assert "fewer than one of those 2 would" in shown(known({"A": LEVEL, "B": LEVEL})).counted
    assert "in about 1 of 10 such cases" in shown(known({"A": LEVEL})).counted
    early = shown(known({"A": LEVEL[:3]})).counted
    assert "None has enough comparable figures" in early and "chance" not in early


def test_no_change_is_told_where_a_rule_keeps_it_back() -> None:
    one = known({CARE: FALLING}, polarity="lower")
    few = Threshold(30, "students")
    rows = tuple(replace(o, no_change_below=few) if o.groups else o for o in one.observations)
    found = shown(replace(one, observations=rows))
    ((_, since, status),) = found.table.rows
    assert status.mark.word == "Not assessed" and since.missing and "30 students" in since.text


def test_the_assessment_of_an_indicator_holds_them() -> None:
    one = known({CARE: FALLING}, polarity="lower")
    assert assess(one, date(2024, 5, 1)).groups == assess_groups(one)
