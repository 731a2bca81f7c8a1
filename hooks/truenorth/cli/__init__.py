"""The `truenorth` command."""

from __future__ import annotations

import click

from truenorth.cli import editions, figures, site, texts


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="truenorth")
def main() -> None:
    """Publish what a partnership has promised, and whether things are getting better."""


for _command in (
    site.check, site.build, site.serve, site.schemas,
    figures.project, figures.protect, editions.edition,
    texts.redline, texts.changes, texts.adopt, texts.verify_history,
):  # fmt: skip
    main.add_command(_command)
