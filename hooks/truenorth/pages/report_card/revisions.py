"""Revisions and corrections of an indicator's figures, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from truenorth.pages import format as formats
from truenorth.pages.parts import place_name
from truenorth.pages.report_card import sentences
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Correction, Indicator, Observation
from truenorth.reportcard.revisions import Revision, revisions

RECENT_DAYS = 365
"""For so long a correction stands above the figures; in the log it stays for good."""


@dataclass(frozen=True)
class Log:
    """What was revised by the source, and what we had wrong; both the newest first."""

    revised: tuple[str, ...]
    corrected: tuple[str, ...]


def log(project: Any, t: Wording, indicator: Indicator) -> Log:
    """Everything about an indicator's figures that was once otherwise."""
    return Log(
        tuple(_line(project, t, indicator, found) for found in revisions(indicator)),
        tuple(_correction(t, found) for found in _newest_first(indicator)),
    )


def banner(t: Wording, indicator: Indicator, today: date) -> tuple[tuple[str, str], ...]:
    """The newest correction, where it is recent."""
    for found in _newest_first(indicator)[:1]:
        if (today - date.fromisoformat(found.date)).days <= RECENT_DAYS:
            return (("corrected", t("revisions.banner", correction=_correction(t, found))),)
    return ()


def _newest_first(indicator: Indicator) -> list[Correction]:
    return sorted(indicator.definition.corrections, key=lambda c: c.date, reverse=True)


def _correction(t: Wording, found: Correction) -> str:
    said = {"date": t.date(found.date), "text": found.text}
    if found.period is None:
        return t("revisions.correction", **said)
    return t("revisions.correction_of", period=found.period, **said)


def _line(project: Any, t: Wording, indicator: Indicator, found: Revision) -> str:
    """Was 74% (preliminary), now 72%, revised on May 19, 2016."""
    before, after = found.before, found.after
    current = after in indicator.observations
    same = (before.value, before.disclosure) == (after.value, after.disclosure)
    kind = "confirmed" if same else "now" if current else "then"
    return t(
        f"revisions.{kind}",
        what=_what(project, t, indicator, after),
        before=_figure(t, indicator, before),
        after=_figure(t, indicator, after),
        published=t.date(before.vintage),
        date=t.date(after.vintage),
    )


def _figure(t: Wording, indicator: Indicator, observation: Observation) -> str:
    """A figure, and what the source called it."""
    shown = sentences.figure(t, indicator.definition, observation)
    if observation.status == "provisional" and observation.value is not None:
        return t("revisions.provisional", figure=shown)
    return shown


def _what(project: Any, t: Wording, indicator: Indicator, observation: Observation) -> str:
    """The period, and the place and groups where they are not those of the whole page."""
    parts = [observation.period]
    if observation.geography != indicator.definition.geography:
        parts.append(place_name(project, observation.geography))
    labels = {
        (dimension.id, group.name): group.label
        for dimension in indicator.definition.dimensions
        for group in dimension.groups
    }
    parts += [formats.capital(labels.get(pair, pair[1])) for pair in observation.groups]
    join = "revisions.scope"
    text = parts[0]
    for part in parts[1:]:
        text = t(join, text=text, part=part)
    return text
