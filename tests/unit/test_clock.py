"""Today: said, or taken from git, or at last from the clock."""

from __future__ import annotations

import datetime

import pytest

from truenorth import clock
from truenorth.clock import today
from truenorth.problems import Problems

COMMITTED = datetime.date(2022, 5, 6)


@pytest.fixture
def committed(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(clock, "last_commit_date", lambda root: COMMITTED)


@pytest.mark.parametrize(
    ("written", "day"),
    [("0", (1970, 1, 1)), ("1767225599", (2025, 12, 31)), ("1767225600", (2026, 1, 1))],
)
def test_source_date_epoch_comes_first(committed, monkeypatch, tmp_path, written, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    problems = Problems()
    assert today(tmp_path, problems) == datetime.date(*day)
    assert len(problems) == 0


@pytest.mark.parametrize("written", ["tomorrow", "-1", "1.5", "9" * 30, "٣", " 5"])
def test_a_bad_source_date_epoch_is_a_problem(committed, monkeypatch, tmp_path, written):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    problems = Problems()
    assert today(tmp_path, problems) == COMMITTED
    assert [(p.code, p.severity) for p in problems] == [("clock-epoch", "error")]


@pytest.mark.parametrize("written", [None, ""])
def test_then_the_last_commit(committed, monkeypatch, tmp_path, written):
    if written is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    problems = Problems()
    assert today(tmp_path, problems) == COMMITTED
    assert len(problems) == 0


def test_then_the_clock_with_a_warning(monkeypatch, tmp_path):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    problems = Problems()
    before = datetime.datetime.now(datetime.UTC).date()
    assert before <= today(tmp_path, problems) <= datetime.datetime.now(datetime.UTC).date()
    assert [(p.code, p.severity) for p in problems] == [("clock-used", "warning")]
