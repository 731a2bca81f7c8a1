"""What the answers to an item say: the middle, how far they lie apart, and what changed.

Pure functions over records. Steps are given by their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from truenorth.dates import surely_before
from truenorth.partnership.model import Answer, Assessment, AssessmentTemplate, Item, Middle

SUBJECTS = {"body": "bodies", "constellation": "constellations", "organization": "organizations"}
Change = Literal["higher", "lower", "unclear", "same", "not_comparable"]


@dataclass(frozen=True)
class Result:
    """The answers to one item: `median` and the middle half from `low` to `high`, from `n`.

    `counts` is how many chose each step, empty where that is not told; `together`
    says that the group answered as one.
    """

    median: float
    low: int
    high: int
    n: int
    counts: tuple[int, ...] = ()
    together: bool = False


def items(template: AssessmentTemplate) -> Iterator[Item]:
    """Every question of a template, in order."""
    for part in template.parts:
        yield from part.items


def middle_of(counts: Sequence[int], steps: Sequence[int]) -> Middle:
    """The middle of counted answers; ValueError where there is none.

    The middle half leaves out fewer than a quarter of the answers at either end, so at
    least half of them lie in it.
    """
    chosen = [step for step, count in zip(steps, counts, strict=True) for _ in range(count)]
    if not chosen:
        raise ValueError("nobody answered")
    quarter = -(-len(chosen) // 4)
    return Middle(median(chosen), chosen[quarter - 1], chosen[-quarter], len(chosen))


def result(answer: Answer, template: AssessmentTemplate, respondents: int) -> Result:
    """What one answer says."""
    if answer.agreed is not None:
        step = answer.agreed
        return Result(step, step, step, respondents, together=True)
    middle = answer.middle or middle_of(answer.counts, [s.number for s in template.scale])
    return Result(middle.median, middle.low, middle.high, middle.answered, answer.counts)


def change(now: Result, before: Result) -> Change:
    """What may be said of two answers to the same item.

    Of answers given one by one, a difference is a change only where each median lies
    outside the middle half of the other time. What a group said as one is compared
    with what it said as one.
    """
    if now.together != before.together:
        return "not_comparable"
    if now.median == before.median:
        return "same"
    apart = not (before.low <= now.median <= before.high or now.low <= before.median <= now.high)
    if not apart:
        return "unclear"
    return "higher" if now.median > before.median else "lower"


def subject(assessment: Assessment) -> tuple[str, str] | None:
    """The kind and id of what was judged; None for the whole partnership."""
    for name, kind in SUBJECTS.items():
        if (ident := getattr(assessment, name)) is not None:
            return kind, ident
    return None


def previous(assessment: Assessment, every: Iterable[Assessment]) -> Assessment | None:
    """The last one before it with the same template, subject and basis."""
    like = (assessment.template, subject(assessment), assessment.basis)
    earlier = [
        other
        for other in every
        if (other.template, subject(other), other.basis) == like
        and surely_before(other.date, assessment.date)
    ]
    return max(earlier, key=lambda other: (other.date, other.id), default=None)
