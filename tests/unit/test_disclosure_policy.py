"""The policy: presets, what a file changes, and by whose word something passes."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from tests.broken.laid import SMALL, TODAY
from tests.town import year
from truenorth.disclosure.model import CodingStep, PolicyFile, SourceRule
from truenorth.disclosure.policy import (
    PRESETS,
    is_hidden,
    policy_for,
    policy_of,
    threshold,
)
from truenorth.pages.report_card import sentences
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.project import Project, load_project
from truenorth.reportcard.model import Threshold

ROOT = Path(__file__).parents[2]
READING = "data/indicators/reading/reading.csv"
T = load_wording()


def load(root: Path, today: datetime.date = TODAY["small"]) -> tuple[Project | None, list[str]]:
    problems = Problems()
    project = load_project(root, today, problems)
    return project, [problem.code for problem in problems]


@pytest.mark.parametrize(("preset", "largest"), [("california", 10), ("at_most_5", 5),
                                                 ("at_most_15", 15), ("utah", 9)])  # fmt: skip
def test_presets_hide_up_to_their_number(preset: str, largest: int):
    policy = PRESETS[preset]
    assert is_hidden(largest, largest, policy)
    assert is_hidden(0, 0, policy)
    assert not is_hidden(0, largest + 1, policy)
    assert 0 < policy.protection < policy.min_n


def test_a_policy_may_go_by_the_people_counted_or_by_either():
    by_part = policy_of(PolicyFile(applies_to="numerator", zero="shown"))
    assert [is_hidden(n, 500, by_part) for n in (0, 1, 10, 11)] == [False, True, True, False]
    assert not is_hidden(11, 4, by_part)
    either = policy_of(PolicyFile(applies_to="both"))
    assert is_hidden(5, 500, either)
    assert is_hidden(11, 4, either)
    assert is_hidden(5, None, policy_of(PolicyFile()))


def test_a_file_changes_one_rule_and_keeps_the_others():
    steps = (CodingStep(20, 90, 10), CodingStep(300, 99, 1))
    policy = policy_of(PolicyFile(preset="at_most_5", protection=2, coding=steps))
    assert (policy.min_n, policy.protection) == (6, 2)
    assert [step.from_n for step in policy.coding] == [300, 20]
    assert policy_of(PolicyFile(preset="utah", coding=())).coding == ()


def test_a_source_may_be_stricter_for_its_own_figures():
    file = PolicyFile(people="students", sources=(
        SourceRule(("naep",), "Its standards.", 62), SourceRule(("arts",), "No plain number."),
    ))  # fmt: skip
    assert policy_for(file, "naep").min_n == 62
    assert policy_for(file, "reading").min_n == 11
    assert threshold(file, "reading") == Threshold(11, "students")
    assert threshold(file, "arts").n is None


def test_the_words_for_a_hidden_figure_follow_the_policy():
    def said(rule, disclosure="suppressed") -> str:
        return sentences.missing(T, year(2020, disclosure=disclosure, hidden_below=rule))

    assert said(Threshold(11, "students")) == "hidden: fewer than 11 students"
    assert said(Threshold(6)) == "hidden: fewer than 6 people"
    assert said(Threshold(None, "students")) == "hidden: too few people to show"
    both = "hidden, so that no small group can be worked out"
    assert said(Threshold(11, "students"), "complementary") == both


@pytest.fixture
def exposed(tmp_path: Path) -> Path:
    """The small site with the counts of two groups beside a hidden third."""
    site = tmp_path / "site"
    shutil.copytree(SMALL, site)
    shutil.copy(Path(__file__).parents[1] / "broken/hidden-group-recoverable" / READING,
                site / READING)  # fmt: skip
    return site


def test_what_a_source_has_published_passes_and_is_logged(exposed: Path):
    file = exposed / "data/indicators/reading/datapackage.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "  period_kind:", "  published_by: State Board\n  period_kind:"
    )
    file.write_text(text, encoding="utf-8")
    project, codes = load(exposed)
    assert codes == []
    (passed,) = project.disclosure_log
    assert (passed.indicator, passed.what, passed.periods) == (
        "reading",
        "recoverable",
        ("2021-22",),
    )
    assert (passed.source, passed.override) == ("State Board", None)


def test_a_signed_override_passes_and_is_logged(exposed: Path):
    (exposed / "data/disclosure.yml").write_text(
        "people: students\noverrides:\n  - indicator: reading\n    periods: [2021-22, 2016-17]\n"
        "    reason: Every family agreed.\n    signed_by: Ana Ruiz, superintendent\n"
        "    date: 2022-11-02\n",
        encoding="utf-8",
    )
    project, codes = load(exposed)
    assert codes == []
    (passed,) = project.disclosure_log
    assert (passed.source, passed.override.signed_by) == (None, "Ana Ruiz, superintendent")
    assert passed.periods == ("2021-22",)


def test_an_override_of_another_period_lets_nothing_pass(exposed: Path):
    (exposed / "data/disclosure.yml").write_text(
        "overrides:\n  - {indicator: reading, periods: [2016-17], reason: Agreed., "
        "signed_by: Ana Ruiz, date: 2022}\n",
        encoding="utf-8",
    )
    project, codes = load(exposed)
    assert project is None
    assert sorted(codes) == ["hidden-group-recoverable", "override-without-effect"]


def test_a_hidden_row_is_never_let_pass_with_its_figures(exposed: Path):
    """Whoever has published it: the repository holds no hidden number."""
    file = exposed / READING
    text = file.read_text(encoding="utf-8").replace("Nonbinary,,,,", "Nonbinary,3,7,,")
    file.write_text(text, encoding="utf-8")
    _, codes = load(exposed)
    assert "hidden-row-carries-figures" in codes


def test_the_example_needs_no_exception():
    """Its group denominators are withheld wherever a sibling is hidden."""
    project, codes = load(ROOT, datetime.date(2026, 11, 1))
    assert codes == []
    assert project.disclosure_log == ()
    hidden = [o for i in project.indicators for o in i.observations if o.disclosure == "suppressed"]
    assert {o.hidden_below.n for o in hidden} == {11, None}
