"""The command: what it prints, how it ends, and that a fault is never a traceback."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from truenorth.cli import main
from truenorth.schemas import generated

SMALL = Path(__file__).parents[1] / "golden" / "small"


@pytest.fixture(autouse=True)
def _on_a_fixed_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1669161600")


@pytest.fixture
def faulty(tmp_path):
    """The small site with one word misspelt."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    goals = tmp_path / "data/goals.yml"
    goals.write_text(goals.read_text("utf-8").replace("    order: 1", "    ordre: 1"), "utf-8")
    return tmp_path


def run(*arguments):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_fault_is_told_with_file_line_and_remedy(faulty):
    result = run("check", faulty)
    assert result.exit_code == 1
    assert "data/goals.yml:4:5  error" in result.output
    assert 'Did you mean "order"?' in result.output
    assert "Traceback" not in result.output


def test_for_programs(faulty):
    result = run("check", faulty, "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.output)
    assert {problem["place"]["file"] for problem in found} == {"data/goals.yml"}


@pytest.mark.parametrize(
    ("form", "begins"), [("github", "::error file=data/goals.yml,line=4"), ("markdown", "## ")]
)
def test_for_a_pull_request(faulty, form, begins):
    result = run("check", faulty, "--format", form)
    assert result.exit_code == 1
    assert result.output.startswith(begins)


def test_a_data_package_is_checked_alone():
    result = run("check", SMALL / "data/indicators/reading")
    assert result.exit_code == 0, result.output


def test_a_build_that_fails_says_so_and_leaves_nothing_behind(faulty):
    result = run("build", "--root", faulty)
    assert result.exit_code == 1
    assert "data/goals.yml:4:5" in result.output
    assert "Nothing was published." in result.output
    assert not list(faulty.glob("site*"))


def test_a_folder_without_a_site_is_told_apart(tmp_path):
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "data/partnership.yml" in result.output


def test_schemas_are_written_and_known_to_be_current(tmp_path):
    assert run("schemas", "--root", tmp_path, "--check").exit_code == 1
    assert run("schemas", "--root", tmp_path).exit_code == 0
    assert run("schemas", "--root", tmp_path, "--check").exit_code == 0
    first = next(iter(generated()))
    (tmp_path / first).write_text("{}", encoding="utf-8")
    result = run("schemas", "--root", tmp_path, "--check")
    assert result.exit_code == 1
    assert first in result.output


def test_an_unknown_command_is_explained():
    result = run("publish")
    assert result.exit_code == 2
    assert "publish" in result.output
