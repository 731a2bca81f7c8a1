"""What is judged on an indicator's page: status, targets, projections, other places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from truenorth.pages.parts import Link, Mark, place_name
from truenorth.pages.report_card import pace, projections, sentences, status
from truenorth.pages.report_card.assessment import Assessment
from truenorth.pages.report_card.gaps import ANCHOR as GAPS_ANCHOR
from truenorth.pages.report_card.report_card import methods_address
from truenorth.pages.wording import Wording
from truenorth.reportcard.comparison import Comparison
from truenorth.reportcard.gap import METHOD as GAP_METHOD
from truenorth.reportcard.pace import METHOD as PACE_METHOD


@dataclass(frozen=True)
class Status:
    """The mark, the sentences beside it, and why; `method` leads to the rule."""

    mark: Mark
    sentences: tuple[str, ...]
    why: tuple[tuple[str, str], ...]
    method: Link


@dataclass(frozen=True)
class TargetLine:
    """One target: the verdict in a word, and the sentences; `met` adds the star."""

    word: str
    met: bool
    lines: tuple[str, ...]


def judged(project: Any, t: Wording, one: Assessment) -> dict[str, Any]:
    """The parts of the page's context that say what can be judged."""
    definition = one.indicator.definition
    said = (
        status.sentence(t, one),
        status.rests(t, one.trend),
        projections.verdict(t, one.against),
    )
    return {
        "status": Status(
            status.mark_of(t, one),
            tuple(filter(None, said)),
            status.why(t, one),
            _method(project, t("status.why.method_link", method=one.trend.method), status.ANCHOR),
        ),
        "paces": tuple(
            TargetLine(pace.word(t, p), p.verdict == "reached", pace.lines(t, definition, p))
            for p in one.paces
        ),
        "pace_method": _method(project, t("pace.method_link", method=PACE_METHOD), pace.ANCHOR),
        "projections": projections.shown(project, t, one),
        "projection_method": _method(project, t("projection.method_link"), projections.ANCHOR),
        "gap_method": _method(project, t("gaps.method_link", method=GAP_METHOD), GAPS_ANCHOR),
        "places": tuple(_place(project, t, one, other) for other in one.places),
    }


def _method(project: Any, words: str, anchor: str) -> Link:
    return Link(words, methods_address(project, anchor))


def _place(project: Any, t: Wording, one: Assessment, other: Comparison) -> str:
    definition = one.indicator.definition
    names = {
        "place": place_name(project, definition.geography),
        "other": place_name(project, other.geography),
    }
    if other.year is None or other.standing == "cannot_tell":
        return t("gaps.places.cannot_tell", **names)
    values = {
        "value": sentences.figure(t, definition, other.year.focus),
        "period": other.year.focus.period,
    }
    if other.standing == "matches":
        return t("gaps.places.matches", **names, **values)
    reference = sentences.figure(t, definition, other.year.reference)
    return t(f"gaps.places.{other.standing}", **names, **values, reference=reference)
