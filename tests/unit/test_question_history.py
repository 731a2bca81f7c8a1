"""A questionnaire that was answered asks the same for ever; one that was not may be mended."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.riverbend import committed, copied, edit
from truenorth.problems import Problems
from truenorth.verify_history import verify_history

FOLDER = "data/assessments"
TEMPLATE = f"{FOLDER}/templates/readiness-1.yml"
QUESTION = "Do people feel that it is urgent?"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = copied(tmp_path / "repository")
    committed(folder, "Begin")
    return folder


def told(root: Path) -> list[tuple[str, str]]:
    problems = Problems()
    verify_history(root, problems)
    return [(p.code, p.place.file) for p in problems]


@pytest.mark.parametrize("keep", [True, False], ids=["committed", "not committed"])
def test_a_question_that_was_answered_may_not_change(root, keep):
    edit(root, TEMPLATE, QUESTION, "Is it urgent?")
    if keep:
        committed(root)
    assert told(root) == [("questions-changed", TEMPLATE)]


def test_neither_may_the_scale(root):
    edit(root, TEMPLATE, "label: In between", "label: Neither")
    assert told(root) == [("questions-changed", TEMPLATE)]


def test_put_back_it_is_sound_again(root):
    edit(root, TEMPLATE, QUESTION, "Is it urgent?")
    committed(root)
    edit(root, TEMPLATE, "Is it urgent?", QUESTION)
    committed(root)
    assert told(root) == []


def test_what_no_answer_rests_on_may_be_mended(root):
    edit(root, TEMPLATE, "title: Are we ready?", "title: Are we ready for this?")
    edit(root, TEMPLATE, "        suggests: leadership_table\n", "")
    assert told(root) == []


def test_before_its_first_use_it_may_change(root):
    new = f"{FOLDER}/templates/readiness-2.yml"
    shutil.copy(root / TEMPLATE, root / new)
    edit(root, new, "id: readiness-1", "id: readiness-2")
    committed(root)
    edit(root, new, QUESTION, "Is it urgent?")
    committed(root)
    use = f"{FOLDER}/readiness-2026.yml"
    shutil.copy(root / FOLDER / "readiness-2025.yml", root / use)
    edit(root, use, "template: readiness-1", "template: readiness-2")
    committed(root)
    assert told(root) == []
    edit(root, new, "Is it urgent?", QUESTION)
    assert told(root) == [("questions-changed", new)]
