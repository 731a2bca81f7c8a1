"""What several commands share: the folder they work in, and how problems are printed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from truenorth.problems import Problems
from truenorth.problems.printed import FORMATS, count, to_terminal

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
root_option = click.option(
    "--root",
    type=FOLDER,
    default=".",
    help="The folder that holds content/ and data/ (this one, unless given).",
)


def in_color() -> bool:
    """Whether the output is a terminal, and nobody asked for plain text."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def print_problems(problems: Problems, form: str = "terminal") -> None:
    """All problems, or one line that says there are none."""
    if form == "terminal":
        click.echo(to_terminal(problems, color=in_color()) if len(problems) else count(problems))
    else:
        click.echo(FORMATS[form](problems))
