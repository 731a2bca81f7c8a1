"""Commands for the whole site: check, build, serve and schemas."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from truenorth import build as pipeline
from truenorth.cli.options import FOLDER, print_problems, root_option
from truenorth.problems import Problems
from truenorth.problems.printed import FORMATS
from truenorth.schemas import generated
from truenorth.schemas import write as write_generated
from truenorth.sources.data_package import DESCRIPTORS, check_package


@click.command()
@click.argument("path", type=FOLDER, default=".")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="terminal",
    show_default=True,
    help="How problems are printed.",
)
def check(path: Path, form: str) -> None:
    """Check the texts and data in PATH, or any Data Package folder."""
    problems = Problems()
    if any((path / name).is_file() for name in DESCRIPTORS):
        check_package(path, problems)
    else:
        pipeline.check_site(path, problems)
    print_problems(problems, form)
    sys.exit(1 if problems.errors else 0)


@click.command()
@root_option
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where to put the site: site/.")
@click.option("--site-url", help="Where the site will stand; else SITE_URL from the environment.")
@click.option("--record", is_flag=True, help="Add new addresses to data/addresses.txt.")
def build(root: Path, site_dir: Path | None, site_url: str | None, record: bool) -> None:
    """Build the site, verify it, and only then put it in the place of the last one."""
    target = (site_dir or root / "site").absolute()
    problems = pipeline.build_site(root.absolute(), target, site_url=site_url, record=record)
    if len(problems):
        print_problems(problems, "terminal")
    if problems.errors:
        kept = " The site built before is as it was." if target.exists() else ""
        click.echo(f"Nothing was published.{kept}", err=True)
        sys.exit(1)
    click.echo(f"The site is in {os.path.relpath(target)}.")


@click.command()
@root_option
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="Where the site is shown."
)
def serve(root: Path, address: str) -> None:
    """Show the site on this machine, and build it again whenever a file changes."""
    root = root.absolute()
    pipeline.engine().serve(pipeline.config_file(root), root, address)


@click.command()
@root_option
@click.option("--write/--check", default=True, help="Write them, or only see if they are current.")
def schemas(root: Path, write: bool) -> None:
    """Write the JSON Schemas that editors use, from the record types."""
    if write:
        write_generated(root)
    elif stale := sorted(path for path, text in generated().items() if _held(root / path) != text):
        click.echo(f"Not current: {', '.join(stale)}. Run `truenorth schemas`.", err=True)
        sys.exit(1)


def _held(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None
