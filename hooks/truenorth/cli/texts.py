"""Commands for governing texts: redline, changes, adopt and verify-history."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from truenorth.adopt import Request
from truenorth.adopt import adopt as adopt_text
from truenorth.changes import find_changes, report
from truenorth.cli.options import in_color, print_problems, root_option
from truenorth.clock import today
from truenorth.compact.load import load_compact
from truenorth.compact.model import Document
from truenorth.compact.texts import Text, in_force_text
from truenorth.pages.compact.changes import changes as compare
from truenorth.pages.wording import Wording, load_wording, wording_of
from truenorth.partnership.load import load_partnership
from truenorth.problems import Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.redline_text import to_markdown, to_terminal
from truenorth.verify_history import verify_history as verify

_form = click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown"]),
    default="terminal",
    help="For reading here, or for a pull request.",
)


@click.command()
@root_option
@click.argument("document")
@click.argument("before")
@click.argument("after")
@_form
def redline(root: Path, document: str, before: str, after: str, form: str) -> None:
    """Show what changed in DOCUMENT between two versions.

    BEFORE and AFTER are labels of versions, or "current" for the text in force
    and "proposed" for the working text.
    """
    documents = {found.id: found for found in load_compact(root, Problems()).sound()}
    if document not in documents:
        raise click.ClickException(
            f'There is no text "{document}". {did_you_mean(document, documents)}'
        )
    texts = _texts(documents[document], root)
    for name in (before, after):
        if name not in texts:
            known = did_you_mean(name, texts)
            raise click.ClickException(f'No text of "{name}" is held here. {known}')
    compared = compare(texts[before], texts[after])
    words = _words(root)
    if form == "markdown":
        click.echo(to_markdown(words, compared), nl=False)
    else:
        click.echo(to_terminal(words, compared, color=in_color()))


def _texts(document: Document, root: Path) -> Mapping[str, Text]:
    """Every text that can be compared, by the name it goes by."""
    in_force = in_force_text(document, today(root))
    current: Mapping[str, Text] = {"current": in_force} if in_force else {}
    return {**{held.label: held for held in document.held}, **current, "proposed": document}


def _words(root: Path) -> Wording:
    """With the partnership's own labels, where its record can be read."""
    entry = load_partnership(root, Problems()).partnership
    return wording_of(entry.record) if entry and entry.record else load_wording()


@click.command()
@root_option
@_form
def changes(root: Path, form: str) -> None:
    """Show governing texts that differ from what is in force, and the steps still to come."""
    found = find_changes(root)
    click.echo(report(_words(root), found, markdown=form == "markdown", color=in_color()))


@click.command()
@root_option
@click.argument("document")
@click.argument("label")
@click.option("--decision", required=True, help="Its id in data/decisions.yml.")
@click.option("--effective", required=True, help="From which day it is in force: 2026-03-01.")
@click.option("--adopted", help="When it was adopted; the day of the decision, unless given.")
@click.option("--title", help="What happened, in a few words.")
def adopt(root: Path, document: str, label: str, **asked: str) -> None:
    """Adopt the working text of DOCUMENT as version LABEL.

    Writes the version's file and its entry in the register in one step, or
    refuses with every reason and writes nothing.
    """
    problems = Problems()
    written = adopt_text(root, Request(document, label, **asked), problems)
    if len(problems):
        print_problems(problems)
    if written is None:
        click.echo("Nothing was adopted, and no file was changed.", err=True)
        sys.exit(1)
    click.echo(f"Written: {written.text}, and its entry in {written.register}.")
    click.echo(f"Fingerprint (sha256): {written.sha256}")
    for amendment in written.amendments:
        click.echo(f"Amendment adopted with it: {amendment}")


@click.command("verify-history")
@root_option
def verify_history(root: Path) -> None:
    """Check that adopted texts and editions are what they were, and nothing promised is gone."""
    problems = Problems()
    history = verify(root, problems)
    for line in history.texts:
        click.echo(line)
    for limit in history.limits:
        click.echo(f"Not checked: {limit}")
    print_problems(problems)
    sys.exit(1 if problems.errors else 0)
