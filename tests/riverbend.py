"""The fictional partnership of tests/golden/riverbend, copied so that a test can change it."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from pathlib import Path

from truenorth.compact.model import Document
from truenorth.problems import Problems
from truenorth.project import Project, load_project

RIVERBEND = Path(__file__).parent / "golden" / "riverbend"
TODAY = datetime.date(2026, 2, 1)
CHARTER = "content/compact/charter/index.md"
REGISTER = "data/register/charter.yml"


def copied(folder: Path) -> Path:
    """A copy that is no git repository."""
    return Path(shutil.copytree(RIVERBEND, folder / "riverbend"))


def edit(root: Path, file: str, before: str, after: str) -> None:
    """Replace the only place where `before` stands."""
    text = (root / file).read_text("utf-8")
    assert text.count(before) == 1, f"{file} has {before!r} {text.count(before)} times"
    (root / file).write_text(text.replace(before, after), "utf-8", newline="\n")


def add(root: Path, file: str, more: str) -> None:
    """Write `more` at the end of a file."""
    (root / file).write_text((root / file).read_text("utf-8") + more, "utf-8", newline="\n")


def epoch(day: datetime.date) -> str:
    """What SOURCE_DATE_EPOCH is on a day."""
    midnight = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    return str(int(midnight.timestamp()))


def project(root: Path, day: datetime.date = TODAY) -> Project:
    """The partnership, which must be sound."""
    problems = Problems()
    found = load_project(root, day, problems)
    assert list(problems) == []
    return found


def codes(root: Path, day: datetime.date = TODAY) -> list[str]:
    """The codes of what is wrong with it."""
    problems = Problems()
    load_project(root, day, problems)
    return [problem.code for problem in problems]


def document(found: Project, ident: str = "charter") -> Document:
    return next(document for document in found.documents if document.id == ident)


def git(root: Path, *arguments: str) -> str:
    """Run git as somebody who does not exist."""
    who = ["-c", "user.name=Riverbend", "-c", "user.email=partners@riverbend.example"]
    command = ["git", "-C", str(root), *who, "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def committed(root: Path, message: str = "Change") -> str:
    """Commit everything; the first time the folder becomes a repository."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "--short", "HEAD").strip()
