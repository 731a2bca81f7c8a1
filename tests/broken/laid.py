"""A broken case laid over the small site, and the report of what is wrong with it."""

from __future__ import annotations

import datetime
import shutil
import sys
from pathlib import Path

from truenorth.problems import Problems
from truenorth.problems.printed import to_terminal
from truenorth.project import load_project

HERE = Path(__file__).parent
SMALL = HERE.parent / "golden" / "small"
TODAY = datetime.date(2023, 1, 1)
OWN = frozenset({"expected.txt", "remove.txt"})
CASES = sorted(path.parent.name for path in HERE.glob("*/expected.txt"))


def lay(case: str, folder: Path) -> Path:
    """The small site with the files of a case over it; symbolic links stay links."""
    site = folder / "site"
    shutil.copytree(SMALL, site)
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
    return site


def report(site: Path) -> str:
    """The report in the terminal; a site with an error gives no project."""
    problems = Problems()
    project = load_project(site, TODAY, problems)
    assert (project is None) == (problems.errors > 0)
    return to_terminal(problems) + "\n"


def main() -> None:
    """Write expected.txt for the cases named; read the difference before committing it."""
    import tempfile

    for case in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            (HERE / case / "expected.txt").write_text(
                report(lay(case, Path(folder))), encoding="utf-8", newline="\n"
            )
        print(f"{case}: written; read it before committing")


if __name__ == "__main__":
    main()
