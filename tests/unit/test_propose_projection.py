"""`truenorth project`: what it proposes can be committed as it is, and nothing is written over."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from truenorth import cli
from truenorth.problems import Problems
from truenorth.problems.printed import to_terminal
from truenorth.project import Project, load_project
from truenorth.propose_projection import Proposal, propose, write
from truenorth.reportcard.series import summarize
from truenorth.reportcard.vintages import verdicts

ROOT = Path(__file__).parents[2]
MADE_ON = datetime.date(2026, 4, 1)
TODAY = datetime.date(2026, 5, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    later = ("indicators/*/projections", "editions")  # made after the days of these tests
    for found in (folder for name in later for folder in (tmp_path / "data").glob(name)):
        shutil.rmtree(found)
    return tmp_path


def loaded(root: Path) -> Project:
    problems = Problems()
    project = load_project(root, TODAY, problems)
    assert project is not None, to_terminal(problems)
    return project


def proposed(root: Path, indicator: str, through: str | None = None) -> Proposal:
    problems = Problems()
    authors = ('Ana "A" Ruiz: data', "Ben\\Lee")
    found = propose(loaded(root), indicator, MADE_ON, authors, problems, through=through)
    assert found is not None, to_terminal(problems)
    return found


@pytest.mark.parametrize(
    ("indicator", "through", "judged"),
    [
        ("county-graduation", "2020-21", {2022: "better"}),
        ("bachelors-attainment", "2016", {2017: "better", 2018: "within", 2019: "better"}),
        ("preschool-enrollment", "2016", {2017: "within", 2018: "within", 2019: "within"}),
        ("unemployment", "2017", {2018: "within", 2019: "within"}),
    ],
)
def test_a_back_test_says_so_and_is_judged(root, indicator, through, judged) -> None:
    proposal = proposed(root, indicator, through)
    assert proposal.retrospective
    assert write(root, proposal, Problems())
    known = loaded(root).find("indicators", indicator)
    (vintage,) = known.projections
    assert vintage.head.retrospective and vintage.head.data_through == through
    assert vintage.head.authors == ('Ana "A" Ruiz: data', "Ben\\Lee")
    found = {v.observed.end: v.verdict for v in verdicts(summarize(known), vintage)}
    assert found == judged


def test_years_ahead_that_nobody_knows_are_no_back_test(root: Path) -> None:
    proposal = proposed(root, "ela-met-standard")
    assert not proposal.retrospective
    assert [p.end for p in proposal.projection.points] == [2026, 2027, 2028]


def test_years_that_were_out_long_ago_are_one_even_if_nobody_added_them(root: Path) -> None:
    assert proposed(root, "unemployment").retrospective


def test_nothing_is_written_over(root: Path) -> None:
    proposal = proposed(root, "ela-met-standard")
    assert write(root, proposal, Problems())
    before = (root / proposal.table).read_bytes()
    for gone in (None, proposal.head, proposal.table):
        if gone:
            (root / gone).unlink(missing_ok=True)
        if gone == proposal.table:
            break
        problems = Problems()
        assert not write(root, proposal, problems)
        assert [p.code for p in problems] == ["projection-exists"]
        assert (root / proposal.table).read_bytes() == before


@pytest.mark.parametrize(
    ("indicator", "through", "code"),
    [
        ("naep-grade-8-math", None, "projection-not-possible"),
        ("county-graduation", "2017-18", "projection-not-possible"),
        ("county-graduation", "2099-00", "projection-unknown-period"),
        ("county-graduatoin", None, "unknown-indicator"),
        ("kindergarten-readiness", None, "projection-not-possible"),
    ],
)
def test_why_there_is_none(root, indicator, through, code) -> None:
    problems = Problems()
    found = propose(loaded(root), indicator, MADE_ON, ("Ana",), problems, through=through)
    assert found is None
    assert [p.code for p in problems] == [code]
    assert not list((root / "data").rglob("projections"))


def test_the_command(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1775001600")  # April 1, 2026
    call = ["project", "county-graduation", "--root", str(root), "--author", "Ana Ruiz"]
    made = CliRunner().invoke(cli.main, [*call, "--through", "2020-21"])
    assert made.exit_code == 0, made.output
    assert "county-graduation/projections/2026-04-01.csv" in made.output
    assert "back-test" in made.output
    again = CliRunner().invoke(cli.main, call)
    assert again.exit_code == 1 and "projection-exists" in again.output
    unnamed = CliRunner().invoke(cli.main, call[:-2])
    assert unnamed.exit_code == 2
