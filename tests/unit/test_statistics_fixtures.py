"""The rules on real and on told figures: the example, RGV FOCUS 2019, and a count that falls."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from tests.expected_statuses import EXPECTED
from tests.town import indicator, year
from truenorth.problems import Problems
from truenorth.problems.printed import to_terminal
from truenorth.project import Project, load_project
from truenorth.reportcard.gaps import assess_gaps
from truenorth.reportcard.headline import count_trends
from truenorth.reportcard.pace import assess_targets
from truenorth.reportcard.series import all_series, summarize
from truenorth.reportcard.trend import Trend, assess_trend
from truenorth.reportcard.vintages import latest_verdict, verdicts

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
TODAY = datetime.date(2026, 4, 1)
# RGV FOCUS web scorecard 2019, Educate Texas: base 2011-12, latest 2018-19, printed difference.
RGV_FOCUS = {
    "grade 3 reading": (31, 44, 13),
    "grade 8 math": (31, 54, 23),
    "graduation": (87, 92, 5),
    "FAFSA": (59, 73, 14),
    "AP or dual credit": (32, 51, 19),
    "immediate enrollment": (56, 57, 1),
    "2-year graduation": (17, 29, 12),
    "employed after 2-year": (92, 89, -3),
    "employed after 4-year": (78, 80, 2),
}
WITHOUT_BASE = {"Pre-K": 58, "college-ready": 41, "4-year graduation": 25}


def loaded(root: Path) -> Project:
    problems = Problems()
    project = load_project(root, TODAY, problems)
    assert project is not None, to_terminal(problems)
    return project


@pytest.fixture(scope="module")
def example() -> Project:
    return loaded(ROOT)


def trend(project: Project, ident: str) -> Trend:
    return assess_trend(summarize(project.find("indicators", ident)))


@pytest.mark.parametrize(("ident", "status"), EXPECTED.items())
def test_statuses_of_the_example(example: Project, ident: str, status: str) -> None:
    assert trend(example, ident).status == status


def test_every_measured_indicator_of_the_example_is_expected(example: Project) -> None:
    measured = {i.id for i in example.indicators if i.definition.tier != "wanted"}
    assert measured == set(EXPECTED)
    counts = count_trends([trend(example, ident) for ident in EXPECTED])
    assert (counts.improving, counts.assessable, counts.by_chance) == (5, 9, 0.9)


def test_the_rise_of_graduation_rests_on_its_latest_figure(example: Project) -> None:
    found = trend(example, "county-graduation")
    assert found.rests_on_latest and found.without_latest == "no_clear_change"
    assert found.inputs[-1].end == 2022


def test_surveys_of_unknown_periods_are_thinned(example: Project) -> None:
    assert trend(example, "college-age-enrollment").n == 2


def test_foster_youths_dropout_reads_as_an_improvement_because_it_fell(example: Project) -> None:
    known = example.find("indicators", "dropout")
    (series,) = (s for s in all_series(known) if s.groups == (("program", "Foster Youth"),))
    found = assess_trend(summarize(known, series))
    assert found.status == "improving" and found.slope < 0


def test_gaps_of_the_example_say_what_moved_them(example: Project) -> None:
    found = {
        (dimension.dimension.id, group.name): gap
        for dimension in assess_gaps(example.find("indicators", "dropout"))
        for group, gap in dimension.gaps
    }
    foster = found["program", "Foster Youth"]
    assert (foster.status, foster.driver, foster.leveled_down) == ("closing", "focus_down", False)
    assert found["gender", "Nonbinary"].status == "too_early"


def test_two_targets_were_missed_and_one_came_due_without_a_test(example: Project) -> None:
    paces = assess_targets(summarize(example.find("indicators", "ela-met-standard")), TODAY)
    assert [p.verdict for p in paces] == ["missed", "missed", "due_without_data"]


@pytest.mark.parametrize(("base", "latest", "printed"), RGV_FOCUS.values(), ids=RGV_FOCUS)
def test_the_printed_differences_of_rgv_focus(base: int, latest: int, printed: int) -> None:
    summary = summarize(indicator(year(2012, base), year(2019, latest)))
    assert summary.change.amount == printed
    assert summary.change.better is (printed > 0)
    # Two figures are no trend, whatever the difference.
    assert assess_trend(summary).status == "too_early"


@pytest.mark.parametrize("latest", WITHOUT_BASE.values(), ids=WITHOUT_BASE)
def test_a_first_figure_has_no_difference(latest: int) -> None:
    summary = summarize(indicator(year(2019, latest)))
    assert summary.change is None
    assert assess_trend(summary).status == "baseline_only"


def test_counting_the_right_direction_would_say_more_than_the_figures_do() -> None:
    """Of nine with a base, eight point the right way; none of them can be assessed."""
    assert sum(printed > 0 for *_, printed in RGV_FOCUS.values()) == 8
    trends = [
        assess_trend(summarize(indicator(year(2012, base), year(2019, latest))))
        for base, latest, _ in RGV_FOCUS.values()
    ]
    assert count_trends(trends).assessable == 0


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small site with an indicator shaped like that of Collaborate PASadena."""
    root = tmp_path_factory.mktemp("synthetic") / "site"
    shutil.copytree(GOLDEN / "small", root)
    shutil.copytree(GOLDEN / "frozen-baseline", root, dirs_exist_ok=True)
    return loaded(root)


def test_a_count_that_falls_does_better_than_its_frozen_baseline(synthetic: Project) -> None:
    known = synthetic.find("indicators", "not-ready-for-school")
    assert "synthetic" in known.description.lower()
    summary = summarize(known)
    (vintage,) = known.projections
    assert (vintage.head.made_on, vintage.head.method) == ("2014-09-15", "judgement")
    assert not vintage.head.retrospective
    found = verdicts(summary, vintage)
    assert [v.observed.end for v in found] == [2015, 2016, 2017]
    assert [v.verdict for v in found] == ["within", "better", "better"]
    assert latest_verdict(summary).verdict == "better"
    assert latest_verdict(summary).beyond == 30


def test_the_golden_count_is_improving(synthetic: Project) -> None:
    assert trend(synthetic, "not-ready-for-school").status == "improving"
