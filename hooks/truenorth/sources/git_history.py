"""What git remembers: when the repository and its files last changed, and by whom.

The one module that runs another program. All of it is optional: without git,
without a repository, or where the history was cut off, the answers are None.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

_PATIENCE = 20  # seconds


@dataclass(frozen=True)
class LastChange:
    """The latest commit that changed a file."""

    date: date
    author: str


def last_commit_date(root: Path) -> date | None:
    """The day (UTC) of the latest commit; None where `root` is not under git."""
    prefix = _git(root, "rev-parse", "--show-prefix")
    if prefix is None:
        return None
    # A folder inside a larger repository goes by its own commits, an unpacked copy has none.
    only_here = ("--", ".") if prefix else ()
    return _day(_git(root, "log", "-1", "--format=%ct", *only_here))


def last_change(root: Path, file: str) -> LastChange | None:
    """Who changed `file` (a path from `root`) last, and on which day (UTC).

    None where that is not known, as in a shallow clone: there every file
    would seem to be as young as the oldest commit that was fetched.
    """
    if is_shallow(root):
        return None
    told = _git(root, "log", "-1", "--format=%ct%x09%an", "--", f":(literal){file}")
    if not told:
        return None
    seconds, _, author = told.partition("\t")
    day = _day(seconds)
    return None if day is None else LastChange(day, author)


@dataclass(frozen=True)
class Alteration:
    """A file changed or removed after it was added; `commit` is None where not committed."""

    file: str
    removed: bool
    commit: str | None
    date: date | None


def alterations(root: Path, pattern: str) -> tuple[Alteration, ...] | None:
    """Every time a file whose path from `root` fits `pattern` was not merely added.

    Newest first; None where `root` is not under git or nothing was committed.
    Renames count as a removal, and each parent of a merge is compared.
    """
    found = steps(root, pattern)
    if found is None:
        return None
    altered = (
        Alteration(step.file, step.after is None, step.commit, step.date)
        for step in reversed(found)
        if step.before is not None and step.before != step.after
    )
    return tuple(dict.fromkeys(altered))


@dataclass(frozen=True)
class Step:
    """What happened to a file in a commit, against one parent of it.

    `before` and `after` are ids of its content, None where there was or is no file;
    `commit` is None for what was not committed yet.
    """

    file: str
    before: str | None
    after: str | None
    commit: str | None
    date: date | None


def steps(root: Path, pattern: str) -> tuple[Step, ...] | None:
    """Everything that happened to the files whose path from `root` fits `pattern`, oldest first.

    A commit stands behind its parents. None where `root` is not under git or nothing
    was committed.
    """
    raw = ("--relative", "--no-renames", "--raw", "--no-abbrev", "-z")
    only = ("--", f":(glob){pattern}")
    told = _git(
        root, "log", "-m", "--root", "--full-history", "--topo-order", "--reverse",
        "--format=%x01%h%x09%ct", *raw, "HEAD", *only,
    )  # fmt: skip
    if told is None:
        return None
    found = []
    for entry in told.split("\x01")[1:]:
        head, _, changed = entry.partition("\0")
        commit, _, seconds = head.strip().partition("\t")
        when = _day(seconds.strip())
        found += [Step(file, *ids, commit, when) for file, ids in _changed(changed)]
    for file, (before, after) in _changed(_git(root, "diff", *raw, "HEAD", *only) or ""):
        if after is None and (root / file).is_file():
            after = _git(root, "hash-object", "--", file)
        found.append(Step(file, before, after, None, None))
    return tuple(found)


def content(root: Path, id: str) -> bytes | None:
    """The content that was committed under an id; None where git does not have it."""
    return _asked(root, "cat-file", "blob", id)


def _changed(told: str) -> list[tuple[str, tuple[str | None, str | None]]]:
    """Files with the ids before and after, from what `--raw -z` prints."""
    parts = [part for part in told.strip("\0\n").split("\0") if part]
    return [
        (file, tuple(id if id.strip("0") else None for id in about.split()[2:4]))
        for about, file in zip(parts[::2], parts[1::2], strict=False)
    ]


def since(step: Step | Alteration) -> str:
    """Since when it is so, in words that end a sentence."""
    if step.commit:
        return f"in commit {step.commit} of {step.date}"
    return "and not committed yet"


@dataclass(frozen=True)
class Stored:
    """The text that a file had in one commit."""

    text: str
    commit: str
    date: date | None


def stored_texts(root: Path, file: str) -> tuple[Stored, ...]:
    """Every text that `file` (a path from `root`) had in a commit, newest first."""
    told = _git(
        root, "log", "-m", "--full-history", "--format=%h%x09%ct", "HEAD",
        "--", f":(literal){file}",
    )  # fmt: skip
    found = []
    for line in dict.fromkeys((told or "").splitlines()):
        commit, _, seconds = line.partition("\t")
        text = _git(root, "show", f"{commit}:./{file}")  # None where the commit removed it
        if text:
            found.append(Stored(text, commit, _day(seconds)))
    return tuple(found)


def is_shallow(root: Path) -> bool:
    """Whether the history was cut off when the repository was fetched."""
    return _git(root, "rev-parse", "--is-shallow-repository") == "true"


def is_ignored(root: Path, file: str) -> bool:
    """Whether git is told never to take `file` (a path from `root`) into the repository."""
    return _git(root, "check-ignore", "--quiet", "--", file) is not None


def _day(seconds: str | None) -> date | None:
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds else None


def _git(root: Path, *arguments: str) -> str | None:
    """What git prints, or None where it cannot answer."""
    told = _asked(root, *arguments)
    return None if told is None else told.decode("utf-8", "replace").strip()


def _asked(root: Path, *arguments: str) -> bytes | None:
    """What git prints, byte for byte."""
    # A hook of git sets variables that would lead to another repository.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
