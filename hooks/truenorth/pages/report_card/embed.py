"""The page of one indicator that other sites show in a frame: the picture with all it needs.

It needs no script, says its source and its date inside, and search engines are
led to the indicator's own page.
"""

from __future__ import annotations

from typing import Any

from truenorth.pages.page import Page
from truenorth.pages.parts import place_name, source_lines
from truenorth.pages.report_card import figures, sentences, status, table
from truenorth.pages.report_card.assessment import Assessment, assessed, measured
from truenorth.pages.report_card.cite import as_of, embed_address
from truenorth.pages.report_card.dataset import address
from truenorth.pages.report_card.indicator import banners
from truenorth.pages.wording import Wording


def pages(project: Any, words: Wording) -> tuple[Page, ...]:
    """One for each indicator that has figures."""
    return tuple(_page(project, words, one) for one in measured(assessed(project)))


def _page(project: Any, t: Wording, one: Assessment) -> Page:
    indicator, summary = one.indicator, one.summary
    place = place_name(project, indicator.definition.geography)
    figure = figures.history(t, summary, place, one.vintage)
    context = {
        "title": indicator.title,
        "headline": sentences.headline(t, summary),
        "mark": status.mark_of(t, one),
        "banners": banners(project, t, summary),
        "figure": figure,
        "table": table.history(t, summary, place),
        "sources": source_lines(project, t, indicator.definition.sources),
        "as_of": t("embed.as_of", date=t.date(as_of(project, indicator))),
        "full": t("embed.full", name=project.partnership.name),
        "home": address(indicator.id),
    }
    return Page(
        address=embed_address(indicator.id),
        template="embed.html",
        title=indicator.title,
        description=f"{indicator.title}. {context['headline']}",
        context=context,
        origin=indicator.descriptor,
        parts=(*(("chart",) if figure else ()), "table", "sources"),
        charts=tuple(figure.requests) if figure else (),
        indexed=False,
        bare=True,
        canonical=address(indicator.id),
    )
