"""What git remembers, and that nothing breaks where it remembers nothing."""

from __future__ import annotations

import datetime
import os
import subprocess

import pytest

from truenorth.sources.git_history import LastChange, is_shallow, last_change, last_commit_date


def git(folder, *arguments, when="2021-03-04T23:30:00-08:00", author="Ada Author"):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {
        "GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": author, "GIT_COMMITTER_EMAIL": "a@example.org",
        "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull,
    }  # fmt: skip
    subprocess.run(
        ["git", "-C", str(folder), *arguments], check=True, env=environment, capture_output=True
    )


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet")
    for name, when, author in (
        ("a.txt", "2021-03-04T23:30:00-08:00", "Ada Author"),
        ("b [1].txt", "2022-05-06T12:00:00+00:00", "Bo Björk"),
    ):
        (folder / name).write_text(name, encoding="utf-8")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", "x", when=when, author=author)
    return folder


def test_the_day_of_the_last_commit(repository):
    assert last_commit_date(repository) == datetime.date(2022, 5, 6)


def test_the_last_change_of_a_file_counts_days_in_utc(repository):
    change = LastChange(datetime.date(2021, 3, 5), "Ada Author")
    assert last_change(repository, "a.txt") == change
    assert last_change(repository, "b [1].txt").author == "Bo Björk"
    assert last_change(repository, "unknown.txt") is None


def test_a_shallow_clone_does_not_know_when_files_changed(repository, tmp_path):
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), str(clone))
    assert is_shallow(clone)
    assert not is_shallow(repository)
    assert last_change(clone, "a.txt") is None
    assert last_commit_date(clone) == datetime.date(2022, 5, 6)


def test_an_unpacked_copy_inside_another_repository_has_no_history(repository):
    (repository / "copy").mkdir()
    (repository / "copy" / "a.txt").write_text("a", encoding="utf-8")
    assert last_commit_date(repository / "copy") is None


def test_a_hook_of_git_does_not_lead_elsewhere(repository, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    assert last_commit_date(repository) == datetime.date(2022, 5, 6)


def test_without_a_repository_there_is_nothing(tmp_path):
    assert last_commit_date(tmp_path) is None
    assert last_change(tmp_path, "a.txt") is None
    assert not is_shallow(tmp_path)


def test_an_empty_repository_has_no_last_commit(tmp_path):
    git(tmp_path, "init", "--quiet")
    assert last_commit_date(tmp_path) is None


def test_without_git_there_is_nothing(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert last_commit_date(repository) is None
    assert last_change(repository, "a.txt") is None
    assert not is_shallow(repository)
