"""Whether a decision meets the rule that the bylaws set: quorum, majority, notice.

Pure functions. Every shortfall carries the sum that shows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from truenorth.compact.model import NOT_RECORDED, Decision, DecisionRule, Tally
from truenorth.dates import earliest, latest

THRESHOLD = re.compile(r"(more than|at least) (\d+(?:/\d+)?)")
Lacking = Literal["quorum", "majority", "notice", "body", "tally", "consensus", "signatures"]


@dataclass(frozen=True)
class Threshold:
    """How many are needed: a share of a whole, or a plain number; `strict` means more than it."""

    amount: Fraction
    strict: bool
    share: bool

    @classmethod
    def read(cls, words: str) -> Threshold:
        """From words such as "more than 1/2", "at least 2/3" or "at least 8"."""
        match = THRESHOLD.fullmatch(words)
        if match is None:
            raise ValueError(words)
        return cls(Fraction(match[2]), match[1] == "more than", "/" in match[2])

    def needed(self, whole: int) -> int:
        """The smallest number that is enough out of `whole`."""
        exact = self.amount * whole if self.share else self.amount
        floor = exact.numerator // exact.denominator
        return floor + 1 if self.strict or exact != floor else floor


@dataclass(frozen=True)
class Shortfall:
    """One way in which a decision misses the rule: what was there, what was needed, out of what."""

    kind: Lacking
    had: int | str
    needed: int | str
    out_of: int | None = None


def shortfalls(
    rule: DecisionRule, decision: Decision, notice: str | None, signed: frozenset[str]
) -> tuple[Shortfall, ...]:
    """Every way in which `decision` misses `rule`; empty where it meets it.

    `notice` is the date on which notice was given; `signed` holds the
    organizations that have signed the version.
    """
    found: list[Shortfall] = []
    if decision.body != rule.body:
        found.append(Shortfall("body", decision.body, rule.body))
    found += _notice(rule, decision, notice)
    if rule.method == "consensus":
        found += _consensus(decision)
        found += _quorum(rule, decision.tally) if decision.tally else []
    else:
        found += _vote(rule, decision)
    missing = [o for o in rule.must_sign if o not in signed]
    if missing:
        found.append(Shortfall("signatures", ", ".join(missing), len(rule.must_sign)))
    return tuple(found)


def _notice(rule: DecisionRule, decision: Decision, notice: str | None) -> list[Shortfall]:
    """Notice counts as given only where even the latest day it may mean is early enough."""
    if not rule.notice_days:
        return []
    if notice is None:
        return [Shortfall("notice", 0, rule.notice_days)]
    days = (earliest(decision.date) - latest(notice)).days
    return [] if days >= rule.notice_days else [Shortfall("notice", days, rule.notice_days)]


def _consensus(decision: Decision) -> list[Shortfall]:
    agreed = decision.method == "consensus" and not (
        decision.tally and decision.tally.votes_against
    )
    method = decision.method or NOT_RECORDED
    return [] if agreed else [Shortfall("consensus", method, "consensus")]


def _quorum(rule: DecisionRule, tally: Tally) -> list[Shortfall]:
    needed = Threshold.read(rule.quorum).needed(tally.members)
    there = tally.present
    return [] if there >= needed else [Shortfall("quorum", there, needed, tally.members)]


def _vote(rule: DecisionRule, decision: Decision) -> list[Shortfall]:
    tally = decision.tally
    if tally is None:
        return [Shortfall("tally", 0, 1)]
    found = _quorum(rule, tally)
    whole = {
        "votes_cast": tally.votes_for + tally.votes_against,
        "members_present": tally.present,
        "all_members": tally.members,
    }[rule.majority_of]
    # Out of no votes at all there is no majority, however small a share is asked for.
    majority = max(1, Threshold.read(rule.majority).needed(whole))
    if tally.votes_for < majority:
        found.append(Shortfall("majority", tally.votes_for, majority, whole))
    return found


def earliest_decision(notice: date, rule: DecisionRule) -> date:
    """The first day on which a decision announced on `notice` may be taken."""
    return notice + timedelta(days=rule.notice_days)
