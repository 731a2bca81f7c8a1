"""How wide a text is, and where it breaks: estimated from the widths of Arial's letters."""

from __future__ import annotations

import re

_WIDTHS = {
    222: "'ijl|", 278: " !,./:;I[]\\ft", 333: "()-r`\u2212\u2013", 389: "*", 355: '"',
    500: "Jckvsxyz", 556: "#$0123456789?Labdeghnopqu_", 584: "+<=>~", 611: "FTZ",
    667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1015: "@",
}  # fmt: skip
_BY_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_BOLD = 1.08
# What XML cannot hold, and the letter that svg.py keeps for itself.
_NOT_TEXT = re.compile(r"[^\u0020-\ud7ff\ue001-\ufffd\U00010000-\U0010ffff]+")


def plain(text: str) -> str:
    """The text on one line, without what an XML file cannot hold."""
    return " ".join(_NOT_TEXT.sub(" ", text).split())


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide `text` is; a letter that is not known counts as a wide one."""
    letters = sum(_BY_LETTER.get(letter, 600 if ord(letter) < 0x2E80 else 1000) for letter in text)
    return letters * size / 1000 * (_BOLD if bold else 1.0)


def wrapped(text: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """The text in lines of at most `room`, and at most `most` of them.

    What does not fit ends in an ellipsis: the whole text stands in the page.
    """
    lines: list[str] = []
    for word in plain(text).split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size, bold=bold) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    cut = len(lines) > most
    lines = [_shortened(line, size, room, bold) for line in lines[:most]]
    if cut:
        lines[-1] = _shortened(lines[-1] + "\N{HORIZONTAL ELLIPSIS}", size, room, bold)
    return lines


def _shortened(line: str, size: float, room: float, bold: bool) -> str:
    while len(line) > 2 and width_of(line, size, bold=bold) > room:
        line = line.rstrip("\N{HORIZONTAL ELLIPSIS}")[:-1] + "\N{HORIZONTAL ELLIPSIS}"
    return line
