"""`make bench`: what a build of the example costs, and what the charts save.

Times are processor seconds with those of child processes; quote the ratios,
which are the same on other machines.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench import charts, disclosure, redline, statistics

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Run:
    """One build: seconds on the wall, processor seconds, and the largest process in MB."""

    wall: float
    cpu: float
    memory: float


def build(root: Path, site: Path) -> Run:
    """A build in a process of its own; `ru_maxrss` is in KB, on macOS in bytes."""
    command = [sys.executable, "-m", "truenorth.cli", "build"]
    command += ["--root", str(root), "--site-dir", str(site)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795694400"}
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit("the example does not build; nothing was measured")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    wall = time.perf_counter() - began
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def copied(folder: Path) -> Path:
    """The texts and data alone, so that nothing drawn before is at hand."""
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def change_a_figure(root: Path) -> str:
    """Changes a figure that stands without a numerator; returns the name of its file."""
    for file in sorted((root / "data" / "indicators").rglob("*.csv")):
        with file.open(newline="", encoding="utf-8") as stream:
            columns, *rows = csv.reader(stream)
        value = columns.index("value")
        counted = columns.index("numerator") if "numerator" in columns else None
        for row in reversed(rows):
            if row[value] and (counted is None or not row[counted]):
                row[value] = str(round(float(row[value]) - 0.1, 1))
                with file.open("w", newline="", encoding="utf-8") as stream:
                    csv.writer(stream, lineterminator="\n").writerows([columns, *rows])
                return file.stem
    raise SystemExit("no figure was found that could be changed")


def charts_in(site: Path) -> int:
    """How many charts stand on the pages."""
    return sum(page.read_text("utf-8").count('role="img"') for page in site.rglob("*.html"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = copied(Path(folder, "root"))
        site = Path(folder, "site")
        cold = build(root, site)
        warm = build(root, site)
        changed = change_a_figure(root)
        edited = build(root, site)
        drawn = charts_in(site)
        pages = sum(1 for _ in site.rglob("index.html"))
        size = sum(f.stat().st_size for f in site.rglob("*") if f.is_file())
    print(f"The example: {pages} pages, {drawn} charts, {size / 1024**2:.1f} MB\n")
    print(f"{'build':<34}{'wall s':>9}{'CPU s':>9}{'largest process MB':>21}")
    rows = [
        ("cold, no chart drawn before", cold),
        ("warm, nothing changed", warm),
        (f"one figure of {changed} changed", edited),
    ]
    for name, run in rows:
        print(f"{name:<34}{run.wall:>9.2f}{run.cpu:>9.2f}{run.memory:>21.0f}")
    each = (cold.cpu - warm.cpu) / max(drawn, 1) * 1000
    print(f"\nDrawing costs {each:.1f} CPU ms for each chart on a page.\n")
    print(charts.measure())
    for part in (redline, statistics, disclosure):
        print(f"\n{part.measure()}")


if __name__ == "__main__":
    main()
