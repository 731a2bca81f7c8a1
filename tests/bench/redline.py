"""What a redline of two long texts costs: 30,000 words in 400 sections, from a fixed seed.

The newer text has sections that moved, were renumbered, reworded, removed and
added, so that nothing of the comparison is spared.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, replace

from truenorth.compact.model import Section
from truenorth.compact.redline import SectionDiff, compare
from truenorth.pages.compact.redline_html import section_html
from truenorth.pages.prose.prose import to_html
from truenorth.pages.wording import load_wording

SEED = 20260201
SECTIONS = 400
WORDS = 75  # in each section
_LETTERS = "etaoinshrdlucmfw"


@dataclass(frozen=True)
class Measures:
    """Seconds on the wall, and what was compared."""

    words: int
    sections: int
    changed: int
    comparing: float
    rendering: float

    def __str__(self) -> str:
        return (
            f"A redline of two texts of {self.words:,} words in {self.sections} sections, "
            f"{self.changed} of them changed:\n"
            f"{'comparing sections, blocks and words':<40}{self.comparing:>8.2f} s\n"
            f"{'writing it as HTML':<40}{self.rendering:>8.2f} s"
        )


def texts() -> tuple[list[Section], list[Section]]:
    """An older and a newer text."""
    chance = random.Random(SEED)
    vocabulary = ["".join(chance.choices(_LETTERS, k=chance.randint(2, 9))) for _ in range(2500)]
    older = [_section(number, chance, vocabulary) for number in range(SECTIONS)]
    newer = list(older)
    for _ in range(20):
        newer.insert(chance.randrange(SECTIONS - 1), newer.pop(chance.randrange(len(newer))))
    for at in chance.sample(range(SECTIONS), SECTIONS // 2):
        newer[at] = replace(newer[at], markdown=_reworded(newer[at].markdown, chance, vocabulary))
    del newer[100:110]
    newer[200:200] = [_section(SECTIONS + extra, chance, vocabulary) for extra in range(10)]
    return older, [replace(part, number=str(n)) for n, part in enumerate(newer, 1)]


def measure() -> Measures:
    """Compare once and write the redline once, after everything was loaded."""
    older, newer = texts()
    words = load_wording()
    _html(compare(older[:2], newer[:2]), words)
    began = time.perf_counter()
    diffs = compare(older, newer)
    for diff in diffs:
        for block in diff.blocks:
            block.pieces  # noqa: B018 (worked out when it is first asked for)
    compared = time.perf_counter()
    _html(diffs, words)
    written = time.perf_counter()
    return Measures(
        words=sum(len(part.markdown.split()) for part in older),
        sections=len(older),
        changed=sum(diff.changed for diff in diffs),
        comparing=compared - began,
        rendering=written - compared,
    )


def _html(diffs: tuple[SectionDiff, ...], words) -> None:
    for diff in diffs:
        if diff.changed:
            section_html(words, diff.before, diff.after, lambda text, _: to_html(text, str))


def _section(number: int, chance: random.Random, vocabulary: list[str]) -> Section:
    """Two paragraphs and a list of three items."""
    drawn = chance.choices(vocabulary, k=WORDS)
    lines = [" ".join(drawn[:30]) + ".", "", " ".join(drawn[30:60]) + "."]
    lines += ["", *(f"- {' '.join(drawn[at : at + 5])}" for at in (60, 65, 70))]
    return Section(f"s-{number}", str(number + 1), f"Part {number}", 2, "\n".join(lines), 1, 2)


def _reworded(markdown: str, chance: random.Random, vocabulary: list[str]) -> str:
    """Some words replaced, one taken away and one put in."""
    words = markdown.split(" ")
    for at in chance.sample(range(1, len(words) - 1), 6):
        if "\n" not in words[at]:
            words[at] = chance.choice(vocabulary)
    words.insert(5, chance.choice(vocabulary))
    del words[12]
    return " ".join(words)
