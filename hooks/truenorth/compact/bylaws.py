"""Which rule a decision had to meet, and what is known of how it was prepared.

Pure functions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from truenorth.compact.adoption import Shortfall, shortfalls
from truenorth.compact.model import AGREEING, Decision, DecisionRule, Document, Register
from truenorth.compact.register import in_force_on
from truenorth.compact.roll import latest_actions
from truenorth.compact.texts import held_text
from truenorth.dates import earliest, latest


def rule_on(
    documents: Iterable[Document], day: date, adopting: tuple[str, str] | None = None
) -> DecisionRule | None:
    """The rule of the bylaws in force on a day; None where no text of that day states one.

    `adopting` names a version, as document and label, that cannot rule on its own adoption.
    The working text counts only where the bylaws have no version at all.
    """
    for document in documents:
        if document.head.kind != "bylaws":
            continue
        register = document.register
        if register is None or not register.versions:
            if document.head.decision_rule is not None:
                return document.head.decision_rule
            continue
        others = replace(
            register,
            versions=tuple(v for v in register.versions if (document.id, v.label) != adopting),
        )
        held = (held_text(document, version.label) for version in in_force_on(others, day))
        rules = [text.head.decision_rule for text in held if text and text.head.decision_rule]
        if rules:
            return rules[-1]
    return None


def notice_given(register: Register | None, label: str, decision: str) -> str | None:
    """When notice was given of every amendment that the decision was about; the latest counts."""
    about = [
        amendment
        for amendment in (register.amendments if register else ())
        if amendment.to_version == label or amendment.decision == decision
    ]
    dates = [amendment.notice for amendment in about]
    return max(dates, key=latest) if dates and all(dates) else None


def agreed_to(register: Register | None, label: str) -> frozenset[str]:
    """The organizations whose latest action about a version agrees to it."""
    if register is None:
        return frozenset()
    actions = latest_actions(register, label)
    return frozenset(name for name, signature in actions.items() if signature.action in AGREEING)


def missed(
    documents: Iterable[Document], document: Document, label: str, decision: Decision
) -> tuple[DecisionRule | None, tuple[Shortfall, ...]]:
    """The rule for adopting that version by that decision, and every way in which it misses it."""
    rule = rule_on(documents, earliest(decision.date), (document.id, label))
    if rule is None:
        return None, ()
    notice = notice_given(document.register, label, decision.id)
    signed = agreed_to(document.register, label)
    return rule, shortfalls(rule, decision, notice, signed)
