"""The policy that holds: a preset, changed by what data/disclosure.yml says.

California's threshold and Utah's table of codes are as those states publish
them; the protection width and the smallest numbers for changes and surveys are
choices of this product. Method: disclosure/1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from truenorth.disclosure.model import AppliesTo, CodingStep, Complement, PolicyFile, Zero
from truenorth.reportcard.model import Threshold


@dataclass(frozen=True)
class Policy:
    """Counts are people; `coding` goes from the largest groups to the smallest.

    A hidden number is protected where readers cannot narrow it down to an
    interval shorter than `protection` people.
    """

    name: str
    min_n: int
    protection: int
    applies_to: AppliesTo = "denominator"
    zero: Zero = "hidden"
    complement: Complement = "fewest_rows"
    complement_first: tuple[str, ...] = ()
    coding: tuple[CodingStep, ...] = ()
    change_min_n: int = 30
    survey_min_n: int = 30
    decimals: int = 1
    people: str | None = None
    symbol: str = "*"
    at_least: str = ">="
    at_most: str = "<="


_UTAH = tuple(
    CodingStep(from_n, at_least, at_most)
    for from_n, at_least, at_most in (
        (300, 99, 1), (100, 98, 2), (40, 95, 5), (20, 90, 10), (10, 80, 20),
    )
)  # fmt: skip
PRESETS: Mapping[str, Policy] = {
    "california": Policy("california", min_n=11, protection=5),
    "at_most_5": Policy("at_most_5", min_n=6, protection=3),
    "at_most_15": Policy("at_most_15", min_n=16, protection=8),
    "utah": Policy("utah", min_n=10, protection=5, coding=_UTAH),
}


def policy_of(file: PolicyFile) -> Policy:
    """The preset with every rule that the file changes."""
    changed = {
        field.name: stated
        for field in fields(Policy)
        if field.name != "name" and (stated := getattr(file, field.name)) not in (None, ())
    }
    if file.coding == ():
        changed["coding"] = ()  # an empty list is a statement: nothing is coded
    if "coding" in changed:
        changed["coding"] = tuple(sorted(changed["coding"], key=lambda step: -step.from_n))
    return replace(PRESETS[file.preset], **changed)


def policy_for(file: PolicyFile, indicator: str) -> Policy:
    """The policy for one indicator: a source's own stricter rule comes before ours."""
    policy = policy_of(file)
    for rule in file.sources:
        if indicator in rule.indicators:
            people = rule.people or policy.people
            return replace(policy, min_n=rule.min_n or policy.min_n, people=people)
    return policy


def threshold(file: PolicyFile, indicator: str) -> Threshold:
    """What a reader is told in the place of a hidden figure: by our rule, or its source's."""
    policy = policy_for(file, indicator)
    numberless = any(indicator in rule.indicators and rule.min_n is None for rule in file.sources)
    return Threshold(None if numberless else policy.min_n, policy.people, policy.symbol)


def change_threshold(file: PolicyFile, indicator: str) -> Threshold:
    """From how many people on a change is shown, at both of its ends."""
    policy = policy_for(file, indicator)
    return Threshold(policy.change_min_n, policy.people, policy.symbol)


def small(count: float | None, policy: Policy) -> bool:
    """Whether a number of people is one that the policy hides."""
    if count is None or (count == 0 and policy.zero == "shown"):
        return False
    return count < policy.min_n


def is_hidden(part: float | None, whole: float | None, policy: Policy) -> bool:
    """Whether a row with these counts is hidden; a table without wholes goes by its counts."""
    if whole is None:
        return small(part, policy)
    by_whole = policy.applies_to != "numerator" and small(whole, policy)
    by_part = policy.applies_to != "denominator" and small(part, policy)
    return by_whole or by_part
