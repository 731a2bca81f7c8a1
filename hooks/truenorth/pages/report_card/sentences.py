"""Sentences made from figures: what they say, and no more than they support.

Nothing here claims a trend. A change is named only between two figures of one
comparable run, and its direction is judged by the indicator's own polarity.
"""

from __future__ import annotations

import math

from truenorth.pages import format as formats
from truenorth.pages.report_card.freshness import Newest
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import HIDDEN, Definition, Observation, Target, Threshold
from truenorth.reportcard.runs import no_change_rule
from truenorth.reportcard.series import Change, Summary


def figure(t: Wording, definition: Definition, observation: Observation) -> str:
    """A figure with its unit, or the words that stand where there is none."""
    if observation.disclosure == "range" and None not in (observation.low, observation.high):
        low, high = (_measure(t, definition, v) for v in (observation.low, observation.high))
        return t("missing.range", low=low, high=high)
    if observation.value is None:
        return missing(t, observation)
    shown = _measure(t, definition, observation.value)
    if observation.disclosure in {"top_coded", "bottom_coded"}:
        return t(f"missing.{observation.disclosure}", value=shown)
    return shown


def missing(t: Wording, observation: Observation) -> str:
    """Why there is no figure, in words: never a blank and never a zero."""
    if observation.disclosure in HIDDEN:
        return hidden(t, observation)
    if observation.status in {"rounds_to_zero", "not_applicable", "suspect"}:
        return t(f"missing.{observation.status}")
    return t("missing.missing")


def hidden(t: Wording, observation: Observation) -> str:
    """Why a figure is hidden, with the number of people below which it is."""
    rule = observation.hidden_below
    if observation.disclosure == "suppressed" and rule is not None and rule.n is not None:
        return t("missing.suppressed_below", **fewer(t, rule))
    return t(f"missing.{observation.disclosure}")


def remarks(t: Wording, observation: Observation) -> tuple[str, ...]:
    """What a careful reader should know about one figure, as short remarks."""
    marks = []
    plain = {"normal", "missing", "rounds_to_zero", "not_applicable"}
    if observation.status not in plain and observation.value is not None:
        marks.append(t(f"missing.mark.{observation.status}"))
    if observation.disclosure == "pooled":
        marks.append(t("missing.mark.pooled"))
    if observation.note:
        marks.append(observation.note)
    if observation.as_printed:
        marks.append(t("missing.mark.as_printed", text=observation.as_printed))
    return tuple(marks)


def headline(t: Wording, summary: Summary) -> str:
    """What the headline figures say, in plain sentences, or the one that was written instead."""
    if summary.indicator.definition.headline and summary.latest is not None:
        return summary.indicator.definition.headline
    if summary.latest is None:
        return t("sentences.no_figures")
    definition = summary.indicator.definition
    latest = summary.latest
    said = []
    if summary.change is None or summary.change.latest != latest:
        key = "provisional" if latest.status == "provisional" else "latest"
        values = {"value": figure(t, definition, latest), "period": latest.period}
        said.append(t(f"sentences.{key}", **values))
    said.append(change(t, summary))
    if summary.change and summary.latest_break:
        said.append(broken(t, summary))
    return " ".join(said)


def change(t: Wording, summary: Summary) -> str:
    """The step from base to latest, or the reason why there is none."""
    if summary.change is None:
        return why_no_change(t, summary)
    step = summary.change
    definition = summary.indicator.definition
    return t(
        f"sentences.change.{direction(definition, step)}",
        base_period=step.base.period,
        period=step.latest.period,
        base=figure(t, definition, step.base),
        latest=figure(t, definition, step.latest),
        amount=amount(t, definition, step),
    )


def why_no_change(t: Wording, summary: Summary) -> str:
    """Why no change is given."""
    if summary.why_no_change == "break" and summary.latest_break:
        return broken(t, summary)
    if summary.why_no_change == "few_people":
        return t("sentences.no_change.few_people", **fewer(t, kept_back_by(summary)))
    reason = "one_figure" if summary.why_no_change == "break" else summary.why_no_change
    return t(f"sentences.no_change.{reason}")


def kept_back_by(summary: Summary) -> Threshold | None:
    """The rule by which no change is given, where that is why there is none."""
    return no_change_rule(summary.base, summary.latest_settled)


def fewer(t: Wording, rule: Threshold) -> dict[str, str]:
    """The number of a rule and whom it counts, for phrases such as fewer than 30 students."""
    return {"n": t.number(rule.n), "people": rule.people or t("missing.people")}


def broken(t: Wording, summary: Summary) -> str:
    """That earlier figures are not comparable, and why."""
    pause = summary.latest_break
    return t("sentences.broken", period=pause.period, reason=pause.reason.rstrip("."))


def direction(definition: Definition, step: Change) -> str:
    """The key of a change's phrase: rose_higher, fell_lower, same and so on."""
    if formats.is_zero(step.amount, definition.decimals):
        return "same"
    return f"{'rose' if step.amount > 0 else 'fell'}_{definition.polarity}"


def signed_change(t: Wording, definition: Definition, step: Change) -> str:
    """A change with its sign, for a fact or a cell; words where it rounds to nothing."""
    if formats.is_zero(step.amount, definition.decimals):
        return t("sentences.unchanged")
    return formats.signed(t, step.amount, definition.unit, definition.decimals)


def judged(t: Wording, definition: Definition, step: Change) -> str:
    """Whether a change is better or worse, and by which polarity."""
    return t(f"sentences.judged.{direction(definition, step)}")


def target_value(t: Wording, definition: Definition, target: Target) -> str:
    """The value of a target in its unit."""
    return _measure(t, definition, target.amount)


def amount(t: Wording, definition: Definition, step: Change) -> str:
    """The size of a change: points for percents, otherwise units with the share of the base."""
    size = formats.difference(t, step.amount, definition.unit, definition.decimals)
    if definition.unit == "percent" or step.base.value <= 0:
        return size
    share = abs(step.amount) / step.base.value * 100
    if not math.isfinite(share):
        return size
    return t("sentences.with_share", amount=size, share=formats.number(t, share, 1))


def chart_title(t: Wording, summary: Summary) -> str:
    """The chart's first title: what it says."""
    definition, latest, step = summary.indicator.definition, summary.latest, summary.change
    values = {"value": figure(t, definition, latest), "period": latest.period}
    if step is None:
        key = "broken" if summary.why_no_change == "break" else "latest"
        return t(f"sentences.chart_title.{key}", **values)
    if latest != step.latest:
        key = "provisional" if latest.status == "provisional" else "latest"
        return t(f"sentences.chart_title.{key}", **values)
    way = direction(definition, step).split("_")[0]
    base = {"base": figure(t, definition, step.base), "base_period": step.base.period}
    return t(f"sentences.chart_title.{way}", **values, **base)


def chart_subtitle(t: Wording, summary: Summary, place: str) -> str:
    """The chart's second title: what it is."""
    shown = [o for o in summary.series.observations if o.value is not None]
    return t(
        "sentences.chart_subtitle",
        statistic=statistic(summary),
        place=place,
        first=shown[0].period,
        last=shown[-1].period,
    )


def statistic(summary: Summary) -> str:
    """The name of what is drawn."""
    return summary.indicator.definition.statistic or summary.indicator.title


def chart_description(t: Wording, summary: Summary, place: str) -> str:
    """The picture in words, for those who do not see it."""
    definition = summary.indicator.definition
    shown = [o for o in summary.series.observations if o.value is not None]
    low, high = (pick(shown, key=lambda o: o.value) for pick in (min, max))
    said = [
        t("sentences.describe.what", statistic=statistic(summary), place=place),
        t(
            "sentences.describe.figures",
            count=len(shown),
            first=figure(t, definition, shown[0]),
            first_period=shown[0].period,
            last=figure(t, definition, shown[-1]),
            last_period=shown[-1].period,
        ),
    ]
    if low.value != high.value:
        said.append(
            t(
                "sentences.describe.extremes",
                low=figure(t, definition, low),
                low_period=low.period,
                high=figure(t, definition, high),
                high_period=high.period,
            )
        )
    if summary.latest_break:
        said.append(broken(t, summary))
    unsettled = [o.period for o in shown if o.status == "provisional"]
    if unsettled:
        said.append(t("sentences.describe.provisional", periods=t.list(unsettled)))
    return " ".join([*said, t("sentences.describe.table")])


def spark_description(t: Wording, summary: Summary) -> str:
    """A small picture in words."""
    definition = summary.indicator.definition
    shown = [o for o in summary.series.observations if o.value is not None]
    return t(
        "sentences.describe.spark",
        first=figure(t, definition, shown[0]),
        first_period=shown[0].period,
        last=figure(t, definition, shown[-1]),
        last_period=shown[-1].period,
    )


def stale(t: Wording, item: Newest) -> str:
    """That figures are old, and by how much."""
    return t("sentences.stale", count=item.years_ago, period=item.observation.period)


def age(t: Wording, years: int) -> str:
    """How long ago a period ended: 4 years ago."""
    return t("sentences.years_ago", count=years) if years else t("sentences.under_a_year")


def newest_span(t: Wording, recent: Newest, oldest: Newest) -> str:
    """How recent the site's figures are as a whole."""
    if recent.ended == oldest.ended:
        return t("sentences.newest_same", period=recent.observation.period)
    return t(
        "sentences.newest_span",
        recent=recent.observation.period,
        oldest=oldest.observation.period,
        title=oldest.indicator.title,
    )


def _measure(t: Wording, definition: Definition, value: float) -> str:
    return formats.measure(t, value, definition.unit, definition.decimals)
