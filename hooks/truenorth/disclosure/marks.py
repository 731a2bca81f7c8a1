"""Figures marked with the rules about small groups that hold for them."""

from __future__ import annotations

from dataclasses import replace

from truenorth.disclosure.model import PolicyFile
from truenorth.disclosure.policy import change_threshold, threshold
from truenorth.reportcard.model import HIDDEN, Indicator, Observation, Threshold


def marked(indicator: Indicator, file: PolicyFile) -> Indicator:
    """The indicator whose figures say why they are hidden, and why no change is counted.

    A figure whose number of people is not published does not stop a change: its
    source has judged it large enough to publish.
    """
    shown_from = threshold(file, indicator.id)
    changes_from = change_threshold(file, indicator.id)

    def with_rules(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
        return tuple(
            replace(
                o,
                hidden_below=shown_from if o.disclosure in HIDDEN else None,
                no_change_below=changes_from if _is_below(o, changes_from) else None,
            )
            for o in observations
        )

    return replace(
        indicator,
        observations=with_rules(indicator.observations),
        earlier=with_rules(indicator.earlier),
    )


def _is_below(observation: Observation, rule: Threshold) -> bool:
    people = observation.denominator
    return people is not None and rule.n is not None and people < rule.n
