"""The status of a trend in a shape and words, and why it is what it is."""

from __future__ import annotations

from truenorth.pages import format as formats
from truenorth.pages.parts import Mark, Shape
from truenorth.pages.report_card import sentences
from truenorth.pages.report_card.assessment import Assessment
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Definition
from truenorth.reportcard.series import Summary
from truenorth.reportcard.trend import ASSESSED, LEAST_POINTS, MOVED, Trend

SHAPES: dict[str, Shape] = {
    "improving": "disc", "closing": "disc",
    "worsening": "diamond", "widening": "diamond",
    "no_clear_change": "square", "too_early": "dotted",
    "baseline_only": "ring", "not_assessed": "ring",
}  # fmt: skip
ANCHOR = "/methods/#trend"
_RARE = 0.001
_UP_TO_ONE_OF = 0.3


def mark(t: Wording, status: str, *, target_met: bool = False) -> Mark:
    """The shape and the word of a status; a star where a target is met."""
    star = t("status.target_met") if target_met else ""
    return Mark(SHAPES[status], t(f"status.word.{status}"), star)


def mark_of(t: Wording, one: Assessment) -> Mark:
    """The mark of an indicator."""
    return mark(t, one.trend.status, target_met=one.target_met)


def sentence(t: Wording, one: Assessment) -> str:
    """What the status means here, in one sentence."""
    trend, polarity = one.trend, one.indicator.definition.polarity
    if trend.status in MOVED:
        span = {"first": trend.periods[0], "last": trend.periods[-1]}
        return t(f"status.sentence.{trend.status}_{polarity}", **span)
    if trend.status == "no_clear_change":
        return t("status.sentence.no_clear_change", count=trend.n)
    if trend.why_not_assessed == "few_people":
        few = sentences.fewer(t, trend.no_change_rule)
        return t("status.sentence.not_assessed_few_people", **few)
    if trend.status == "not_assessed":
        return t(f"status.sentence.not_assessed_{trend.why_not_assessed}")
    return t("status.sentence.too_few", count=trend.n, least=t.number(LEAST_POINTS))


def rests(t: Wording, trend: Trend) -> str:
    """That the latest figure alone makes the status; empty where it does not."""
    if not trend.rests_on_latest or trend.without_latest is None:
        return ""
    return t("status.rests", without=t(f"status.word.{trend.without_latest}"))


def why(t: Wording, one: Assessment) -> tuple[tuple[str, str], ...]:
    """What the status was found from, as terms and words."""
    trend, definition = one.trend, one.indicator.definition
    said = {"inputs": _inputs(t, trend)}
    if trend.p is not None:
        said["order"] = t(
            "status.order", agreeing=t.number(trend.agreeing), pairs=t.number(trend.pairs)
        )
        said["chance"] = t("status.chance_line", chance=chance(t, trend.p))
        said["slope"] = _per_year(t, trend, definition)
        said["change"] = _fitted(t, trend, definition)
        said["least"] = _least(t, trend, definition)
    if trend.status in ASSESSED:
        said["latest_figure"] = rests(t, trend) or t("status.rests_not")
    if trend.latest_move is not None:
        said["latest_move"] = _move(t, trend, definition)
    if trend.on_distance:
        said["distance"] = t("status.on_distance")
    return tuple((t(f"status.why.{name}"), words) for name, words in said.items())


def chance(t: Wording, p: float) -> str:
    """A p value as how many of so many series: about 1 of 20."""
    if p < _RARE:
        return t("status.chance.rare")
    if p <= _UP_TO_ONE_OF:
        return t("status.chance.one_of", all=t.number(round(1 / p)))
    return (
        t("status.chance.tenths", some=t.number(min(9, round(p * 10))))
        if p < 1
        else t("status.chance.all")
    )


def arrow(summary: Summary, trend: Trend) -> str:
    """The way of the value since the base point, where there is a status: up, down or level."""
    step = summary.change
    if step is None or trend.status not in ASSESSED:
        return ""
    if formats.is_zero(step.amount, summary.indicator.definition.decimals):
        return "level"
    return "up" if step.amount > 0 else "down"


def _inputs(t: Wording, trend: Trend) -> str:
    if not trend.inputs:
        return t("status.no_inputs")
    return t("status.inputs", count=trend.n, periods=t.list(trend.periods))


def _per_year(t: Wording, trend: Trend, definition: Definition) -> str:
    amount = formats.signed(t, trend.slope, definition.unit, definition.decimals + 1)
    return t("status.per_year", amount=amount)


def _fitted(t: Wording, trend: Trend, definition: Definition) -> str:
    return t(
        "status.fitted",
        amount=formats.signed(t, trend.change, definition.unit, definition.decimals),
        first=trend.periods[0],
        last=trend.periods[-1],
    )


def _least(t: Wording, trend: Trend, definition: Definition) -> str:
    amount = formats.difference(t, trend.least_change, definition.unit, definition.decimals)
    key = "set" if trend.least_change_is_set else "usual"
    return t(f"status.least.{key}", amount=amount)


def _move(t: Wording, trend: Trend, definition: Definition) -> str:
    move = trend.latest_move
    return t(
        "status.move",
        before=sentences.figure(t, definition, move.before),
        before_period=move.before.period,
        latest=sentences.figure(t, definition, move.latest),
        period=move.latest.period,
    )
