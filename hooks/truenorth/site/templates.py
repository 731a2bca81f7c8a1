"""Pages become HTML: the one module that knows the template engine.

A template is a fragment of the main column. It gets its page's context, `page`,
and the catalogue `t`; every name it uses must exist, and every value is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from truenorth.pages.page import Page

_MARKER = re.compile(r"<!--chart ([A-Za-z0-9_-]+)-->")


class ChartsDiffer(ValueError):
    """A template places other charts than its page asks for."""


class Templates:
    """The page templates of a theme, with one language's words."""

    def __init__(self, folder: Path, words: Any) -> None:
        self._env = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.globals.update(t=words, chart=chart)

    def render(self, page: Page) -> str:
        """The page's main column, with a marker for each of its charts."""
        html = self._env.get_template(page.template).render(**page.context, page=page)
        placed = set(_MARKER.findall(html))
        asked = {request.id for request in page.charts} | set(page.pictures)
        if placed != asked:
            raise ChartsDiffer(
                f"{page.template} at {page.address} places {sorted(placed - asked)}, which the "
                f"page does not ask for, and leaves out {sorted(asked - placed)}"
            )
        return html


def chart(chart_id: str) -> Markup:
    """The marker at which a drawing is put in once the search index has read the page."""
    marker = f"<!--chart {chart_id}-->"
    if not _MARKER.fullmatch(marker):
        raise ChartsDiffer(f"{chart_id!r} cannot be the id of a chart")
    return Markup(marker)


def with_drawings(html: str, drawings: Mapping[str, str]) -> str:
    """The HTML with each marker replaced by its drawing."""
    return _MARKER.sub(lambda match: drawings[match[1]], html)
