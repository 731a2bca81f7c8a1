"""Commands about figures: propose a projection, make a table of counts publishable."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from truenorth.build import read_project
from truenorth.cli.options import print_problems, root_option
from truenorth.clock import calendar_day
from truenorth.disclosure import table_out
from truenorth.problems import Problems
from truenorth.propose_projection import propose
from truenorth.propose_projection import write as write_proposal


@click.command()
@root_option
@click.argument("indicator")
@click.option("--author", "authors", multiple=True, required=True, help="Who makes it; repeatable.")
@click.option("--through", help="The last period whose figure is used (all, unless given).")
def project(root: Path, indicator: str, authors: tuple[str, ...], through: str | None) -> None:
    """Propose a baseline projection of INDICATOR: what if nothing were done differently?

    It is written as two new files, dated today; one that is there is never written over.
    """
    problems = Problems()
    known = read_project(root.absolute(), problems)
    proposal = None
    if known is not None:
        made_on = calendar_day()
        proposal = propose(known, indicator, made_on, authors, problems, through=through)
    if proposal is None or not write_proposal(root.absolute(), proposal, problems):
        print_problems(problems)
        sys.exit(1)
    click.echo(f"Wrote {proposal.table} and {proposal.head}.")
    if proposal.retrospective:
        click.echo("Years ahead were already published, so it says that it is a back-test.")
    click.echo("Read both, say in the rationale what you expect and why, and commit them.")


@click.command()
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--output",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the publishable table, which keeps its name.",
)
@click.option("--policy", help="A preset or a policy file; data/disclosure.yml unless given.")
@click.option("--by", multiple=True, help="A breakdown whose groups are numbers, such as grades.")
@click.option("--overlapping", multiple=True, help="A breakdown whose groups share people.")
@root_option
def protect(
    table: Path, output: Path, policy: str | None, by: tuple[str, ...],
    overlapping: tuple[str, ...], root: Path,
) -> None:  # fmt: skip
    """Make a TABLE of counts publishable: hide small groups and whatever gives them away."""
    problems = Problems()
    done = table_out.protect_table(
        table, output, root.absolute(), problems, policy=policy, by=by, overlapping=overlapping
    )
    if done is None:
        print_problems(problems)
        sys.exit(1)
    table_out.write(done)
    click.echo(done.summary)
