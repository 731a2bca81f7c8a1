"""How a page, a figure and a chart are cited, and the code that shows the chart elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from truenorth.pages.parts import place_name
from truenorth.pages.report_card import sentences
from truenorth.pages.report_card.dataset import address
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Indicator
from truenorth.reportcard.series import Summary

HEIGHT = 720
"""Of the frame, in pixels: enough for the picture, its words and the source on a phone."""


@dataclass(frozen=True)
class Citation:
    """What is cited, the words of the citation, and the site-absolute address after them."""

    what: str
    words: str
    address: str


def as_of(project: Any, indicator: Indicator) -> str:
    """The date of the version that is cited: when the figures were read, else today."""
    return indicator.definition.retrieved or project.today.isoformat()


def citations(project: Any, t: Wording, summary: Summary, with_chart: bool) -> tuple[Citation, ...]:
    """The page, its latest figure and, where there is one, its chart."""
    indicator, latest = summary.indicator, summary.latest
    common = {
        "partnership": project.partnership.name,
        "title": indicator.title,
        "period": latest.period,
        "version": t.date(as_of(project, indicator)),
    }
    place = place_name(project, indicator.definition.geography)
    value = sentences.figure(t, indicator.definition, latest)
    home = address(indicator.id)
    found = [
        Citation(t("cite.page"), t("cite.of_page", **common), home),
        Citation(t("cite.value"), t("cite.of_value", value=value, place=place, **common), home),
    ]
    if with_chart:
        chart = t("cite.of_chart", **common)
        found.append(Citation(t("cite.chart"), chart, f"{home}chart.png"))
    return tuple(found)


def embed_address(indicator: str) -> str:
    """The permanent address of the page that may be framed."""
    return f"{address(indicator)}embed/"


def snippet(t: Wording, indicator: Indicator) -> tuple[str, str]:
    """What stands before and after the whole address in the code to copy, as plain HTML."""
    title = escape(t("embed.frame_title", title=indicator.title))
    return (
        '<iframe src="',
        f'" title="{title}" width="100%" height="{HEIGHT}" loading="lazy"></iframe>',
    )
