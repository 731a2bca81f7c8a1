"""What must hold for figures in texts: live ones exist, typed ones agree with the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from truenorth.problems import Place, Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.reportcard.model import Indicator
from truenorth.reportcard.quoted import NoFigure, contradictions, quoted
from truenorth.sources.figure_links import FigureLink, figure_links, sentences
from truenorth.sources.markdown_text import MarkdownFile

EXAMPLE = '[86.1% in 2021-22](../indicators/county-graduation.md "figure: latest")'


def check_figures(
    texts: Iterable[MarkdownFile],
    governing: Iterable[MarkdownFile],
    indicators: Iterable[Indicator],
    places: Mapping[str, str],
    ids: Iterable[str],
    problems: Problems,
) -> None:
    """Every live figure of `texts` can be shown, and none stands in a governing text.

    `places` are names by id, since tables name their places. `ids` has those of
    indicators that could not be read too, and those of a place that is not known are
    told of elsewhere.
    """
    known = {
        found.id: _with_named_place(found, places)
        for found in indicators
        if found.definition.geography in places
    }
    for text in governing:
        for link in figure_links(text.body, text.file):
            _report_in_governing(text, link, problems)
    for text in texts:
        for link in figure_links(text.body, text.file):
            _check(text, link, known, tuple(ids), problems)
        for sentence in sentences(text.body, text.file):
            for ident in sentence.indicators:
                if ident in known:
                    _compare(text, sentence.text, sentence.start, known[ident], problems)


def _with_named_place(indicator: Indicator, places: Mapping[str, str]) -> Indicator:
    definition = indicator.definition
    name = places[definition.geography]
    return replace(indicator, definition=replace(definition, geography=name))


def _place(text: MarkdownFile, at: int) -> Place:
    before = text.body[:at]
    return Place(text.file, text.body_line + before.count("\n"), at - before.rfind("\n"))


def _report_in_governing(text: MarkdownFile, link: FigureLink, problems: Problems) -> None:
    problems.error(
        "figure-in-governing-text",
        _place(text, link.start),
        what=f'A live figure, "figure: {link.figure}", stands in a governing text.',
        why="People agree to a text as it stands, so no word of it may change by itself.",
        fix="Write the figure with its year, and link to the indicator without a title.",
    )


def _check(
    text: MarkdownFile,
    link: FigureLink,
    known: Mapping[str, Indicator],
    ids: tuple[str, ...],
    problems: Problems,
) -> None:
    place = _place(text, link.start)
    if link.indicator is None:
        problems.error(
            "figure-without-indicator",
            place,
            what=f'The live figure "figure: {link.figure}" does not link to an indicator.',
            why="The link says whose figure it is.",
            fix="Link to the indicator's story or its address, /indicators/NAME/. An example: "
            f"{EXAMPLE}",
        )
        return
    if link.indicator not in ids:
        problems.error(
            "unknown-indicator",
            place,
            what=f'The live figure is of the indicator "{link.indicator}", which is not in '
            "data/indicators/.",
            why="There is no figure to put in its place.",
            fix=did_you_mean(link.indicator, ids) or "Add the indicator first.",
        )
        return
    if link.indicator not in known:
        return  # what hinders it from being read is told already
    try:
        quoted(known[link.indicator], link.figure)
    except NoFigure as fault:
        problems.error(
            "unknown-figure",
            place,
            what=f'The indicator "{link.indicator}" has no figure "{link.figure}": {fault}.',
            why="There is nothing to put in its place.",
            fix="Write latest, base, change or a period as in the table, and where it is about a "
            f'group "of" and its name as in the table. An example: {EXAMPLE}',
        )


def _compare(
    text: MarkdownFile, sentence: str, at: int, indicator: Indicator, problems: Problems
) -> None:
    for number in contradictions(indicator, sentence):
        problems.warning(
            "number-contradicts-data",
            _place(text, at),
            what=f'The sentence links to the indicator "{indicator.id}" and says {number}, which '
            "is none of its figures for that time.",
            why="Readers who follow the link find another number.",
            fix=f"Compare the sentence with the table. A live figure cannot go stale: {EXAMPLE}",
        )
