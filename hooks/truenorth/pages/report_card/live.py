"""Texts in which live figures are replaced by the figures themselves, with unit and period."""

from __future__ import annotations

import re
from typing import Any

from truenorth.pages.prose.prose import Prose
from truenorth.pages.prose.text_links import prose_of
from truenorth.pages.report_card import sentences
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Definition, Observation
from truenorth.reportcard.quoted import quoted
from truenorth.reportcard.series import Change
from truenorth.sources.figure_links import figure_links

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|&])")


def live_prose(
    project: Any, t: Wording, markdown: str, file: str, *, demote: int = 0, prefix: str = ""
) -> Prose:
    """A text that is not a governing one as HTML, with its figures as they are today."""
    text = with_figures(project, t, markdown, file)
    return prose_of(project, t, text, file, demote=demote, prefix=prefix)


def with_figures(project: Any, t: Wording, markdown: str, file: str) -> str:
    """The Markdown in which each live figure is a plain link with the figure as its words."""
    for link in reversed(figure_links(markdown, file)):
        indicator = project.find("indicators", link.indicator)
        found = quoted(indicator, link.figure)
        words = _SPECIAL.sub(r"\\\1", in_words(t, indicator.definition, found))
        markdown = f"{markdown[: link.start]}[{words}]({link.target}){markdown[link.end :]}"
    return markdown


def in_words(t: Wording, definition: Definition, found: Observation | Change) -> str:
    """86.1% in 2021-22; up 5.3 percentage points from 2016-17 to 2021-22."""
    if isinstance(found, Change):
        way = sentences.direction(definition, found).split("_")[0]
        return t(
            f"live.{way}",
            amount=sentences.amount(t, definition, found),
            since=found.base.period,
            until=found.latest.period,
        )
    shown = sentences.figure(t, definition, found)
    key = "provisional" if found.status == "provisional" and found.value is not None else "figure"
    return t(f"live.{key}", value=shown, period=found.period)
