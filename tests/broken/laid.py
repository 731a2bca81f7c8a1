"""A broken case laid over a sound site, and the report of what is wrong with it.

The site is tests/golden/small/, unless the case has an `edits.toml`: that names
another with `base`, and under `[[edit]]` single places of its files, each with
what stands there (`old`) and what shall stand there (`new`).
"""

from __future__ import annotations

import datetime
import shutil
import sys
import tomllib
from pathlib import Path

from truenorth.problems import Problems
from truenorth.problems.printed import to_terminal
from truenorth.project import load_project

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden"
SMALL = GOLDEN / "small"
TODAY = {"small": datetime.date(2023, 1, 1), "riverbend": datetime.date(2026, 2, 1)}
EDITS = "edits.toml"
OWN = frozenset({"expected.txt", "remove.txt", EDITS})
CASES = sorted(path.parent.name for path in HERE.glob("*/expected.txt"))


def lay(case: str, folder: Path) -> Path:
    """The site of a case with its files and edits over it; symbolic links stay links."""
    site = folder / "site"
    shutil.copytree(GOLDEN / base(case), site)
    removals = HERE / case / "remove.txt"
    for name in removals.read_text(encoding="utf-8").split() if removals.exists() else ():
        (site / name).unlink()
    for path in sorted((HERE / case).rglob("*")):
        inside = path.relative_to(HERE / case)
        if inside.as_posix() in OWN or (path.is_dir() and not path.is_symlink()):
            continue
        target = site / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        shutil.copy(path, target, follow_symlinks=False)
    for edit in edits(case).get("edit", ()):
        file = site / edit["file"]
        text = file.read_text(encoding="utf-8")
        if text.count(edit["old"]) != 1:
            raise ValueError(f"{case}: {edit['old']!r} must stand once in {edit['file']}")
        file.write_text(text.replace(edit["old"], edit["new"]), encoding="utf-8", newline="\n")
    return site


def edits(case: str) -> dict:
    file = HERE / case / EDITS
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def base(case: str) -> str:
    return edits(case).get("base", "small")


def report(site: Path, on: str = "small") -> str:
    """The report in the terminal; a site with an error gives no project."""
    problems = Problems()
    project = load_project(site, TODAY[on], problems)
    assert (project is None) == (problems.errors > 0)
    return to_terminal(problems) + "\n"


def main() -> None:
    """Write expected.txt for the cases named; read the difference before committing it."""
    import tempfile

    for case in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            (HERE / case / "expected.txt").write_text(
                report(lay(case, Path(folder)), base(case)), encoding="utf-8", newline="\n"
            )
        print(f"{case}: written; read it before committing")


if __name__ == "__main__":
    main()
