"""The command about editions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import click

from truenorth.build import theme_folder
from truenorth.cli.options import print_problems, root_option
from truenorth.clock import calendar_day
from truenorth.editions.model import Kind
from truenorth.freeze_edition.freeze import freeze
from truenorth.freeze_edition.step import Request, may_be_made
from truenorth.freeze_edition.writing import write
from truenorth.problems import Problems
from truenorth.project import load_project


@click.command()
@root_option
@click.argument("id")
@click.option(
    "--kind",
    type=click.Choice(get_args(Kind)),
    help="The first edition is the baseline; later ones are annual unless given.",
)
@click.option("--title", help="Its title; one is made of kind and id unless given.")
@click.option("--embargo-until", help="The day from which the site shows it: 2026-12-01.")
def edition(
    root: Path, id: str, kind: Kind | None, title: str | None, embargo_until: str | None
) -> None:
    """Freeze the report card as it is today under the name ID, such as 2026.

    Data, statuses, counts, pictures and the page's text are written as new files, which
    never change again; an edition that is there is never written over.
    """
    problems = Problems()
    request = Request(id, kind, title, embargo_until)
    project = load_project(root.absolute(), calendar_day(), problems)
    written = None
    if project is not None and may_be_made(project, request, problems):
        files = freeze(project, request, theme_folder(root.absolute()), problems)
        if files is not None:
            written = write(project, request, files, problems)
    if written is None:
        print_problems(problems)
        sys.exit(1)
    click.echo(f"Wrote {written}/. Read its page in the built site before you commit it.")
