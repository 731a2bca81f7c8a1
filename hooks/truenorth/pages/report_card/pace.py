"""Targets in words: how far, and whether fast enough."""

from __future__ import annotations

from truenorth.pages import format as formats
from truenorth.pages.report_card import sentences
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Definition
from truenorth.reportcard.pace import Pace

ANCHOR = "/methods/#pace"


def word(t: Wording, pace: Pace) -> str:
    """The verdict in a word or two."""
    return t(f"pace.word.{pace.verdict}")


def goal_line(t: Wording, definition: Definition, pace: Pace) -> str:
    """Which target it is."""
    value = sentences.target_value(t, definition, pace.target)
    return t("pace.target", value=value, due=pace.target.due)


def lines(t: Wording, definition: Definition, pace: Pace) -> tuple[str, ...]:
    """The sentences on one target: what it is, how far, how fast, and the verdict."""
    said = [goal_line(t, definition, pace)]
    if pace.judged_by is not None:
        said.append(_figure(t, definition, pace))
    if pace.share is not None and pace.verdict not in ("reached", "missed"):
        said.append(_share(t, definition, pace))
    if pace.required is not None:
        said.append(_speed(t, definition, pace))
    reason = f"_{pace.why_unknown}" if pace.why_unknown else ""
    said.append(t(f"pace.verdict.{pace.verdict}{reason}"))
    return tuple(said)


def _figure(t: Wording, definition: Definition, pace: Pace) -> str:
    values = {
        "value": sentences.figure(t, definition, pace.judged_by),
        "period": pace.judged_by.period,
    }
    if not pace.remaining or formats.is_zero(pace.remaining, definition.decimals):
        return t("pace.at_it", **values)
    apart = formats.difference(t, pace.remaining, definition.unit, definition.decimals)
    side = "short" if pace.verdict != "reached" else "beyond"
    return t(f"pace.{side}", apart=apart, **values)


def _share(t: Wording, definition: Definition, pace: Pace) -> str:
    base = {"base": sentences.figure(t, definition, pace.base), "period": pace.base.period}
    if pace.share < 0:
        return t("pace.share_behind", **base)
    return t("pace.share", share=t.number(pace.share * 100), **base)


def _speed(t: Wording, definition: Definition, pace: Pace) -> str:
    required = formats.signed(t, pace.required, definition.unit, definition.decimals + 1)
    if pace.observed is None:
        return t("pace.required", required=required)
    observed = formats.signed(t, pace.observed, definition.unit, definition.decimals + 1)
    return t("pace.speed", required=required, observed=observed)
