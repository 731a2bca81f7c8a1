"""A site whose figures come from tables of true counts, made by every command there is.

`python -m tests.protected_site FOLDER one|other|above` makes FOLDER/site and writes
what the commands printed to FOLDER/said.json. The tables of `one` and `other` differ
only below the threshold, that of `above` from `one` only above it. The threshold is
high, so that hidden numbers are long enough to be told from any other number on a page.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from truenorth.cli import main

SMALL = Path(__file__).parent / "golden" / "small"
POLICY = "min_n: 90001\nprotection: 20000\npeople: students\n"
HEAD = "period,geography,gender,numerator,denominator\n"
FIRST = """\
2016-17,Riverbend,,278521,548233
2016-17,Riverbend,Female,220001,400009
2016-17,Riverbend,Male,{part1},{whole1}
2016-17,Riverbend,Nonbinary,{part2},{whole2}
2017-18,Riverbend,,402033,791033
2017-18,Riverbend,Female,222011,401011
2017-18,Riverbend,Male,180022,390022
2018-19,Riverbend,,{shown},793037
2018-19,Riverbend,Female,224013,402013
2018-19,Riverbend,Male,182024,391024
2019-20,Riverbend,,410041,795041
2019-20,Riverbend,Female,226015,403015
2019-20,Riverbend,Male,184026,392026
2020-21,Riverbend,,407403,837741
2020-21,Riverbend,Female,210011,420013
2020-21,Riverbend,Male,180003,360007
2020-21,Riverbend,Nonbinary,{part3},{whole3}
2021-22,Riverbend,,438013,850027
"""
LATER = """\
2022-23,Riverbend,,{latest},557079
2022-23,Riverbend,Female,231019,421017
2022-23,Riverbend,Male,{part4},{whole4}
2022-23,Riverbend,Nonbinary,{part5},{whole5}
"""
PLANTED = {
    "part1": 31337, "whole1": 86413, "part2": 27183, "whole2": 61811, "part3": 17389,
    "whole3": 57721, "part4": 29717, "whole4": 73517, "part5": 26971, "whole5": 62545,
}  # fmt: skip
# They add up to the same totals, but in 2020-21, where what is hidden fits no total.
OTHERS = {
    "part1": 14142, "whole1": 70711, "part2": 44378, "whole2": 77513, "part3": 40487,
    "whole3": 43313, "part4": 19373, "whole4": 80149, "part5": 37315, "whole5": 55913,
}  # fmt: skip
NUMBERS = {
    "one": {**PLANTED, "shown": 406037, "latest": 287707},
    "other": {**OTHERS, "shown": 406037, "latest": 287707},
    "above": {**PLANTED, "shown": 407001, "latest": 292901},
}
DAYS = {"2023-01-01": "1672531200", "2024-01-01": "1704067200"}
OUT = "data/indicators/reading"
PROSE = """
For boys it was [hidden](../indicators/reading.md "figure: 2016-17 of Male"), and for all
[51.5%](../indicators/reading.md "figure: latest").
"""


def make(folder: Path, which: str) -> list[dict[str, object]]:
    """The site in `folder`, and what every command said, in the order in which they ran."""
    site = folder / "site"
    _lay(site)
    os.chdir(site)
    said = []

    def run(*words: object) -> None:
        done = CliRunner().invoke(main, [str(word) for word in words])
        said.append({"command": words[0], "code": done.exit_code, "output": done.output})

    def protect(rows: str) -> None:
        counts = folder / "counts" / "reading.csv"
        counts.parent.mkdir()
        counts.write_text(HEAD + rows.format(**NUMBERS[which]), encoding="utf-8")
        run("protect", counts, "--output", site / OUT)
        shutil.rmtree(counts.parent)

    _on("2023-01-01")
    protect(FIRST)
    run("check")
    run("edition", "2022")
    _commit("Publish the first edition")
    _on("2024-01-01")
    protect(FIRST.replace("438013", "438113") + LATER)
    run("project", "reading", "--author", "Ana Ruiz")
    for form in ("json", "github", "markdown"):
        run("check", "--format", form)
    run("edition", "2023")
    _commit("Publish the second edition")
    run("verify-history")
    run("changes")
    run("build", "--record")
    run("check")
    return said


def _on(day: str) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = DAYS[day]


def _lay(site: Path) -> None:
    """The small site without its break, ready for a table that was made publishable."""
    shutil.copytree(SMALL, site)
    (site / ".gitignore").write_text("/.cache/\n/site/\n", encoding="utf-8")
    (site / "data/disclosure.yml").write_text(POLICY, encoding="utf-8")
    (site / "data/program_measures.yml").unlink()  # its numbers are below that threshold
    about = site / "content/about/index.md"
    about.write_text(about.read_text("utf-8") + PROSE, encoding="utf-8")
    descriptor = site / OUT / "datapackage.yaml"
    text = descriptor.read_text(encoding="utf-8")
    for name in ("low", "high"):
        text = text.replace(f"        - name: {name}\n          type: number\n", "")
    text = text.replace("        - name: note\n", "        - name: as_printed\n")
    before, _, after = text.partition("  breaks:\n")
    descriptor.write_text(before + after[after.index("  targets:\n") :], encoding="utf-8")
    (site / OUT / "reading.csv").unlink()


def _commit(message: str) -> None:
    """Commit everything by nobody, on the day that it is, so that equal files have one id."""
    who = {"NAME": "Riverbend", "EMAIL": "partners@riverbend.example",
           "DATE": f"{os.environ['SOURCE_DATE_EPOCH']} +0000"}  # fmt: skip
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    for role in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{role}_{name}": value for name, value in who.items()}
    commands = [["add", "--all"], ["commit", "--quiet", "--message", message]]
    if not Path(".git").exists():
        commands.insert(0, ["init", "--quiet", "--initial-branch=main"])
    for words in commands:
        subprocess.run(["git", *words], check=True, env=environment)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    told = make(place, sys.argv[2])
    (place / "said.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
