"""What must hold for the words a partnership sets for Truenorth's terms."""

from __future__ import annotations

import re

from truenorth.partnership.model import Partnership
from truenorth.problems import Problems
from truenorth.sources.records import Entry

_ALONE = re.compile(r"(an? )?baselines?", re.IGNORECASE)


def check_labels(entry: Entry[Partnership], problems: Problems) -> None:
    """One word for each term, and none that half the readers take for another."""
    seen: set[str] = set()
    for index, label in enumerate(entry.record.own_labels if entry.record else ()):
        if label.term in seen:
            problems.error(
                "label-twice",
                entry.place("own_labels", index, "term"),
                what=f'The term "{label.term}" has two words of your own.',
                why="Only one of them can stand on the pages.",
                fix="Remove one of the two.",
            )
        seen.add(label.term)
        for form in ("one", "other", "with_article"):
            if _ALONE.fullmatch(getattr(label, form) or ""):
                problems.error(
                    "baseline-alone",
                    entry.place("own_labels", index, form),
                    what=f'"{form}" is the word "{getattr(label, form)}" alone.',
                    why="To half of its readers a baseline is the first value, to the others what "
                    "would come if nothing were done differently.",
                    fix='Write which one you mean: "baseline value" or "baseline forecast".',
                )
