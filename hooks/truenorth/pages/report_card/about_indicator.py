"""What is measured, on what terms, and against which targets."""

from __future__ import annotations

from typing import Any

from truenorth.pages.parts import Link, SourceLine, place_name, source_lines
from truenorth.pages.report_card import sentences
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Definition, Indicator


def about(project: Any, t: Wording, indicator: Indicator) -> tuple[tuple[str, str], ...]:
    """The definition as terms and words; only what is known or must be said."""
    definition = indicator.definition
    steward = project.find("organizations", definition.steward).name if definition.steward else None
    kind = definition.period_kind
    base = definition.base_point
    said = {
        "statistic": definition.statistic,
        "numerator": definition.numerator,
        "denominator": definition.denominator,
        "unit": t(f"indicator.unit.{definition.unit}"),
        "polarity": t(f"indicator.polarity.{definition.polarity}"),
        "tier": t(f"indicator.tier.{definition.tier}"),
        "geography": place_name(project, definition.geography),
        "period_kind": t(f"indicator.period_kind.{kind}") if kind else None,
        "base_point": base and t("indicator.base_reason", period=base.period, reason=base.reason),
        "published_by": definition.published_by,
        "denominators_withheld": definition.denominators_withheld,
        "retrieved": definition.retrieved and t.date(definition.retrieved),
        "release_month": definition.release_month,
        "next_update": t.date(definition.next_update)
        if definition.next_update
        else t("indicator.next_unknown"),
        "steward": steward,
    }
    return tuple((t(f"indicator.about.{name}"), words) for name, words in said.items() if words)


def target_lines(
    project: Any, t: Wording, definition: Definition
) -> tuple[tuple[str, tuple[SourceLine, ...]], ...]:
    """Each target with who set it and on what it rests."""
    return tuple(
        (
            t(
                f"indicator.target_line.{target.stage}",
                value=sentences.target_value(t, definition, target),
                due=target.due,
                set_by=project.find("organizations", target.set_by).name,
                basis=target.basis,
            ),
            source_lines(project, t, target.sources),
        )
        for target in definition.targets
    )


def licence_lines(t: Wording, indicator: Indicator) -> tuple[Link, ...]:
    """Licences and terms, with their addresses where they have one."""
    named = tuple(Link(item.title, item.path or "") for item in indicator.licenses)
    return named or (Link(t("indicator.no_licence"), ""),)
