"""Where a series stops being comparable: a hairline, and a word at its top.

Words stand on one side of their hairlines, so that a hairline further on can
begin below the words before it: no line crosses a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truenorth.charts.placing import Box
from truenorth.charts.plans.plan import Rows, Scale, words
from truenorth.charts.style import LINE, QUIET, TEXT
from truenorth.lettering import width_of, wrapped

_TOP = 6.0
_ASIDE = 6.0
"""From a hairline to its word."""


@dataclass(frozen=True)
class BreakWord:
    """A hairline at `x` (years), drawn from `box.top` down, and the lines of its word."""

    x: float
    lines: tuple[str, ...]
    box: Box
    align: str

    def rows(self) -> Rows:
        at = self.box.left if self.align == "start" else self.box.right
        return words(self.lines, at, self.box.top, self.align, ink=QUIET)


def break_words(
    breaks: Sequence[tuple[float, str]], scale: Scale, left: float, right: float
) -> list[BreakWord]:
    """The breaks that lie on the year axis, with their words between `left` and `right`."""
    inside = sorted((x, text) for x, text in breaks if scale.low <= x <= scale.high)
    if not inside:
        return []
    rightward = _rightward(inside, scale, left, right)
    placed: list[BreakWord] = []
    for x, text in inside if rightward else reversed(inside):
        at = scale.at(x)
        room = (right - at if rightward else at - left) - _ASIDE
        lines = tuple(wrapped(text, TEXT, room, 3))
        width = max((width_of(line, TEXT) for line in lines), default=0.0)
        start = at + _ASIDE if rightward else at - _ASIDE - width
        top = max((one.box.bottom for one in placed if _reaches(one.box, at)), default=_TOP)
        box = Box(start, top, start + width, top + len(lines) * TEXT * LINE)
        placed.append(BreakWord(x, lines, box, "start" if rightward else "end"))
    return placed


def _rightward(
    inside: Sequence[tuple[float, str]], scale: Scale, left: float, right: float
) -> bool:
    """Whether the words stand right of their hairlines: where they fit, else where is more room."""
    after, before = right - scale.at(inside[-1][0]), scale.at(inside[0][0]) - left
    return width_of(inside[-1][1], TEXT) + _ASIDE <= after or after >= before


def _reaches(box: Box, at: float) -> bool:
    return box.left - _ASIDE <= at <= box.right + _ASIDE
