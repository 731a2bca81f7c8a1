"""What must hold for the policy itself."""

from __future__ import annotations

from collections.abc import Iterable

from truenorth.disclosure.load import DisclosureFiles
from truenorth.disclosure.policy import policy_of
from truenorth.problems import Problems
from truenorth.reportcard.load import IndicatorFile


def check_policy(
    disclosure: DisclosureFiles, files: Iterable[IndicatorFile], problems: Problems
) -> bool:
    """A protection that can be kept, codes that grow with the group, and known periods.

    Whether all of that holds; a policy with a fault decides nothing.
    """
    entry = disclosure.entry
    if entry is None or entry.record is None:
        return entry is None
    before = problems.errors
    policy = policy_of(entry.record)
    if policy.protection >= policy.min_n - (policy.zero == "shown"):
        problems.error(
            "protection-too-wide",
            entry.place("protection" if entry.record.protection else "min_n"),
            what=f"The protection is {policy.protection}, but hidden numbers lie below "
            f"{policy.min_n}.",
            why="Readers know that much, so no hidden number could ever be protected so widely.",
            fix=f'Write "protection: {max(1, policy.min_n // 2)}" or less.',
        )
    _coding_in_order(disclosure, problems)
    for index, rule in enumerate(entry.record.sources):
        if rule.min_n is not None and rule.min_n < policy.min_n:
            problems.error(
                "source-rule-weaker",
                entry.place("sources", index, "min_n"),
                what=f"The rule of the source shows figures about {rule.min_n} people, the policy "
                f"only from {policy.min_n} on.",
                why="A source's own rule can only be stricter than ours.",
                fix=f"Write {policy.min_n} or more, or remove the rule.",
            )
    _periods_known(disclosure, files, problems)
    return problems.errors == before


def _coding_in_order(disclosure: DisclosureFiles, problems: Problems) -> None:
    entry = disclosure.entry
    steps = list(enumerate(entry.record.coding or ()))
    steps.sort(key=lambda step: step[1].from_n)
    for (_, smaller), (index, larger) in zip(steps, steps[1:], strict=False):
        if (
            larger.from_n == smaller.from_n
            or larger.at_least < smaller.at_least
            or larger.at_most > smaller.at_most
        ):
            problems.error(
                "coding-out-of-order",
                entry.place("coding", index),
                what=f"The step from {larger.from_n} on tells less than a step for smaller groups.",
                why="The larger a group is, the closer to all or nobody its share may be told.",
                fix="Let at_least rise and at_most fall with from_n, and give each from_n once.",
            )


def _periods_known(
    disclosure: DisclosureFiles, files: Iterable[IndicatorFile], problems: Problems
) -> None:
    held = {f.id: {row.observation.period for row in f.rows} for f in files}
    for index, override in enumerate(disclosure.policy.overrides):
        for at, period in enumerate(override.periods):
            if override.indicator in held and period not in held[override.indicator]:
                problems.error(
                    "override-of-unknown-period",
                    disclosure.entry.place("overrides", index, "periods", at),
                    what=f'The override is about "{period}", a period that the table of '
                    f'"{override.indicator}" does not have.',
                    why="A decision to publish says exactly what it is about.",
                    fix="Write the period exactly as in the table.",
                )
