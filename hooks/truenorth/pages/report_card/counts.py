"""How many have which status, in sentences: never an average, and what chance would do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from truenorth.pages.report_card.assessment import Assessment, measured
from truenorth.pages.wording import Wording
from truenorth.reportcard.headline import (
    Counts,
    count_gaps,
    count_paces,
    count_trends,
    count_verdicts,
)
from truenorth.reportcard.trend import ALPHA, Status, Trend

TIERS = ("headline", "secondary", "contributing", "wanted")
JUDGED = ("improving", "no_clear_change", "worsening")
UNJUDGED = ("too_early", "baseline_only", "not_assessed")
GAPS = ("closing", "no_clear_change", "widening", "too_early", "not_assessed")
PACES = (
    "reached", "on_pace", "behind", "moving_away", "missed", "due_without_data", "cannot_tell",
)  # fmt: skip
VERDICTS = ("better", "within", "worse")


def report(t: Wording, all_of_them: Sequence[Assessment]) -> tuple[str, ...]:
    """The counts of the whole report card, a sentence or two for each thing that is counted."""
    tiers = [i.indicator.definition.tier for i in all_of_them]
    named = [
        t(f"report_card.tier.{tier}", count=tiers.count(tier)) for tier in TIERS if tier in tiers
    ]
    if not named:
        return (t("report_card.counts.none"),)
    held = measured(all_of_them)
    counts = count_trends((one.trend for one in held), len(all_of_them) - len(held))
    said = [t("report_card.counts.all", count=counts.indicators, tiers=t.list(named))]
    said.append(" ".join(_statuses(t, counts)))
    said += _gaps(t, held)
    said += _targets(t, held)
    said += _projections(t, held)
    return tuple(said)


def of_goal(t: Wording, serving: Iterable[Assessment]) -> str:
    """The statuses of one goal's indicators in one sentence; empty where none has figures."""
    held = measured(serving)
    if not held:
        return ""
    counts = count_trends(one.trend for one in held)
    return t("report_card.counts.goal", count=len(held), statuses=t.list(_some(t, counts)))


def of_groups(t: Wording, trends: Iterable[Trend]) -> str:
    """The statuses of groups that are looked at side by side, and what chance would do."""
    counts = count_trends(trends)
    said = [t("group_trends.groups", count=counts.indicators), *_assessed(t, counts)]
    return " ".join(said)


def _some(t: Wording, counts: Counts) -> list[str]:
    found: list[tuple[Status, int]] = [
        (name, getattr(counts, name)) for name in (*JUDGED, *UNJUDGED)
    ]
    return [t(f"report_card.status.{name}", count=n) for name, n in found if n]


def _statuses(t: Wording, counts: Counts) -> list[str]:
    held = counts.indicators - counts.wanted
    return [t("report_card.counts.measured", count=held), *_assessed(t, counts)]


def _assessed(t: Wording, counts: Counts) -> list[str]:
    judged = [t(f"report_card.status.{name}", count=getattr(counts, name)) for name in JUDGED]
    said = [
        t("report_card.counts.assessable", count=counts.assessable, statuses=t.list(judged))
        if counts.assessable
        else t("report_card.counts.none_assessable")
    ]
    rest = {name: getattr(counts, name) for name in UNJUDGED}
    if any(rest.values()):
        named = t.list(t(f"report_card.status.{name}", count=n) for name, n in rest.items() if n)
        said.append(t("report_card.counts.rest", statuses=named))
    if counts.assessable:
        said.append(_by_chance(t, counts))
    if counts.resting_on_latest:
        said.append(t("report_card.counts.resting", count=counts.resting_on_latest))
    return said


def _by_chance(t: Wording, counts: Counts) -> str:
    if counts.assessable == 1:
        return t("report_card.counts.by_chance_alone", cases=t.number(round(1 / ALPHA)))
    chance = about(t, counts.by_chance)
    return t("report_card.counts.by_chance", chance=chance, all=t.number(counts.assessable))


def about(t: Wording, number: float) -> str:
    """A number of series expected by chance, as whole as it can honestly be."""
    if number < 0.5:
        return t("report_card.counts.below_one")
    return t("report_card.counts.about", number=t.number(number))


def _gaps(t: Wording, held: Sequence[Assessment]) -> list[str]:
    counts = count_gaps(gap for one in held for gap in one.all_gaps)
    all_of_them = sum(getattr(counts, name) for name in GAPS)
    if not all_of_them:
        return []
    named = [t(f"report_card.gap_status.{name}", count=getattr(counts, name)) for name in GAPS]
    said = [t("report_card.counts.gaps", count=all_of_them, statuses=t.list(named))]
    if counts.assessable:
        chance = about(t, counts.by_chance)
        said.append(
            t("report_card.counts.gaps_by_chance", chance=chance, all=t.number(counts.assessable))
        )
    if counts.leveled_down:
        said.append(t("report_card.counts.leveled_down", count=counts.leveled_down))
    return [" ".join(said)]


def _targets(t: Wording, held: Sequence[Assessment]) -> list[str]:
    counts = count_paces(one.pace for one in held if one.pace is not None)
    if not counts:
        return []
    named = [t(f"report_card.pace.{name}", count=counts[name]) for name in PACES if counts[name]]
    return [t("report_card.counts.targets", count=counts.total(), verdicts=t.list(named))]


def _projections(t: Wording, held: Sequence[Assessment]) -> list[str]:
    counts = count_verdicts(one.against for one in held)
    named = [
        t(f"report_card.projection.{name}", count=counts[name]) for name in VERDICTS if counts[name]
    ]
    if not named:
        return []
    all_of_them = sum(counts[name] for name in VERDICTS)
    return [t("report_card.counts.projections", count=all_of_them, verdicts=t.list(named))]
