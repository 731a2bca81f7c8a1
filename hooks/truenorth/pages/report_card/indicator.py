"""The page of one indicator."""

from __future__ import annotations

from typing import Any

from truenorth.pages.page import Page
from truenorth.pages.parts import (
    Link,
    SourceLine,
    foot,
    new_file_address,
    place_name,
    source_lines,
)
from truenorth.pages.report_card import figures, programs, revisions, sentences, story, table
from truenorth.pages.report_card.about_indicator import about, licence_lines, target_lines
from truenorth.pages.report_card.assessment import Assessment, assessed
from truenorth.pages.report_card.breakdown import breakdowns
from truenorth.pages.report_card.cite import citations, embed_address, snippet
from truenorth.pages.report_card.curve_work import curve_work
from truenorth.pages.report_card.dataset import FILES, address, dataset
from truenorth.pages.report_card.freshness import newest
from truenorth.pages.report_card.judged import judged
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Dimension, Indicator
from truenorth.reportcard.series import Summary, all_series

PARTS = (
    "chart",
    "table",
    "status",
    "why",
    "story",
    "who",
    "work",
    "measured",
    "sources",
    "revisions",
    "download",
    "cite",
    "embed",
    "report",
)
WANTED_PARTS = ("wanted", "who", "measured", "report")


def pages(project: Any, words: Wording) -> tuple[Page, ...]:
    """One page for each indicator, those that are only wanted among them."""
    return tuple(_page(project, words, one) for one in assessed(project))


def _page(project: Any, t: Wording, one: Assessment) -> Page:
    indicator, summary = one.indicator, one.summary
    if not one.is_measured:
        return _wanted_page(project, t, indicator, summary)
    place = place_name(project, indicator.definition.geography)
    figure = figures.history(t, summary, place, one.vintage)
    groups = breakdowns(t, one, place)
    drawn = [f for f in (figure, *(b.figure for b in groups)) if f]
    context = (
        _shared(project, t, indicator, summary)
        | judged(project, t, one)
        | {
            "facts": facts(project, t, summary),
            "log": revisions.log(project, t, indicator),
            "banners": banners(project, t, summary),
            "figure": figure,
            "table": table.history(t, summary, place),
            "breakdowns": groups,
            "other_series": _other_series(t, indicator),
            "licences": licence_lines(t, indicator),
            "downloads": downloads(t, indicator, figure is not None),
            "citations": citations(project, t, summary, figure is not None),
            "embed_code": snippet(t, indicator),
            "embed_address": embed_address(indicator.id),
        }
    )
    shown = {"chart": figure, "work": context["work"]}
    parts = tuple(part for part in PARTS if shown.get(part, True))
    return Page(
        address=address(indicator.id),
        template="indicator.html",
        title=indicator.title,
        description=f"{indicator.title}. {context['headline']}",
        context=context,
        origin=indicator.descriptor,
        parts=(*parts, *(b.id for b in groups), *_own_parts(context)),
        charts=tuple(request for f in drawn for request in f.requests),
        jsonld=(dataset(project, t, indicator, place),),
        image=f"{address(indicator.id)}chart.png" if figure else None,
    )


def _wanted_page(project: Any, t: Wording, indicator: Indicator, summary: Summary) -> Page:
    definition = indicator.definition
    reason = definition.reason or t("indicator.no_reason")
    owner = (
        t("indicator.owner", owner=definition.owner)
        if definition.owner
        else t("indicator.no_owner")
    )
    context = _shared(project, t, indicator, summary) | {"reason": reason, "owner": owner}
    return Page(
        address=address(indicator.id),
        template="wanted.html",
        title=indicator.title,
        description=t("indicator.wanted_description", title=indicator.title, reason=reason),
        context=context,
        origin=indicator.descriptor,
        parts=(*WANTED_PARTS, *_own_parts(context)),
    )


def _own_parts(context: dict[str, Any]) -> tuple[str, ...]:
    """The parts that stand only where people have written what goes into them."""
    told, done = context["story"], context["programs"]
    sections = tuple(section.id for section in told.sections) if told else ()
    return (*sections, *((programs.ANCHOR,) if done else ()))


def _shared(project: Any, t: Wording, indicator: Indicator, summary: Summary) -> dict[str, Any]:
    """What a page with figures and a page without have in common."""
    definition = indicator.definition
    goals = [project.find("goals", id) for id in definition.goals]
    crumbs = [Link(t("report_card.title"), "/report-card/")]
    crumbs += [Link(goal.title, f"/goals/{goal.id}/") for goal in goals[:1]]
    edits = [(t("indicator.edit_descriptor"), indicator.descriptor)]
    edits += [
        (t("indicator.edit_data", file=file.rsplit("/")[-1]), file) for file in indicator.data_files
    ]
    if indicator.story:
        edits.append((t("indicator.edit_story"), indicator.story.file))
    done = programs.programs(project, t, indicator)
    if done:
        edits.append((t("programs.edit"), programs.FILE))
    return {
        "title": indicator.title,
        "headline": sentences.headline(t, summary),
        "crumbs": crumbs,
        "goals": [Link(goal.title, f"/goals/{goal.id}/", goal.statement) for goal in goals],
        "constellations": story.at_work(project, indicator),
        "story": story.told(project, t, indicator),
        "new_story": new_file_address(project, f"content/indicators/{indicator.id}.md"),
        "programs": done,
        "definition": definition.definition,
        "about": about(project, t, indicator),
        "method_notes": definition.method_notes,
        "breaks": [_break_line(project, t, pause) for pause in definition.breaks],
        "targets": target_lines(project, t, definition),
        "work": curve_work(project, t, indicator),
        "sources": source_lines(project, t, definition.sources),
        "foot": foot(project, t, address(indicator.id), indicator.title, edits),
    }


def facts(project: Any, t: Wording, summary: Summary) -> tuple[tuple[str, str], ...]:
    """The row of facts under the headline sentence."""
    definition, latest, step = summary.indicator.definition, summary.latest, summary.change
    pairs = [
        (
            t("indicator.latest"),
            t(
                "indicator.value_in",
                value=sentences.figure(t, definition, latest),
                period=latest.period,
            ),
        )
    ]
    if step:
        since = t("indicator.since", period=step.base.period)
        if step.latest != latest:
            ends = {"since": step.base.period, "until": step.latest.period}
            since = t("indicator.change_between", **ends)
        pairs.append((since, sentences.signed_change(t, definition, step)))
    else:
        pairs.append((t("indicator.change"), _why_no_change(t, summary)))
    pairs.append((t("indicator.direction"), t(f"indicator.polarity.{definition.polarity}")))
    for target in definition.targets[-1:]:
        value = sentences.target_value(t, definition, target)
        pairs.append(
            (t("indicator.target"), t("indicator.target_due", value=value, due=target.due))
        )
    item = newest(summary.indicator, latest, project.today)
    age = sentences.age(t, item.years_ago)
    pairs.append((t("indicator.newest"), t("indicator.newest_age", period=latest.period, age=age)))
    return tuple(pairs)


def _why_no_change(t: Wording, summary: Summary) -> str:
    if summary.why_no_change == "few_people":
        fewer = sentences.fewer(t, sentences.kept_back_by(summary))
        return t("indicator.no_change.few_people", **fewer)
    return t(f"indicator.no_change.{summary.why_no_change}")


def banners(project: Any, t: Wording, summary: Summary) -> tuple[tuple[str, str], ...]:
    """What a reader must know before the figures: provisional, old, for one group, replaced."""
    definition, latest = summary.indicator.definition, summary.latest
    lines = []
    if latest.status == "provisional":
        lines.append(("provisional", t("indicator.provisional", period=latest.period)))
    item = newest(summary.indicator, latest, project.today)
    if item.stale:
        lines.append(("stale", sentences.stale(t, item)))
    lines += revisions.banner(t, summary.indicator, project.today)
    for column, name in summary.series.groups:
        lines.append(
            ("scope", t("indicator.for_group", group=_label(definition.dimensions, column, name)))
        )
    if definition.replaced_by:
        successor = project.find("indicators", definition.replaced_by)
        lines.append(("replaced", t("indicator.replaced", title=successor.title)))
    return tuple(lines)


def downloads(t: Wording, indicator: Indicator, with_chart: bool) -> tuple[Link, ...]:
    """The files that hold what the page shows."""
    names = FILES if with_chart else FILES[:2]
    return tuple(
        Link(t(f"indicator.file.{name.replace('.', '_')}"), address(indicator.id) + name)
        for name, _ in names
    )


def _other_series(t: Wording, indicator: Indicator) -> str:
    """That the download holds more than the page shows; empty when it does not."""
    place = indicator.definition.geography
    more = sum(s.geography != place or len(s.groups) > 1 for s in all_series(indicator))
    return t("indicator.other_series", count=more) if more else ""


def _break_line(project: Any, t: Wording, pause: Any) -> tuple[str, tuple[SourceLine, ...]]:
    reason = pause.reason.rstrip(".")
    words = t("sentences.broken", period=pause.period, reason=reason)
    return words, source_lines(project, t, pause.sources)


def _label(dimensions: tuple[Dimension, ...], column: str, name: str) -> str:
    for dimension in dimensions:
        if dimension.id == column:
            return next((g.label for g in dimension.groups if g.name == name), name)
    return name
