"""Which words changed between two runs of text, and the marks that are put around them.

The marks are characters that no writing system uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from truenorth.compact.redline import Op, Piece

OPEN = {"insert": "\ue000", "delete": "\ue002"}
CLOSE = {"insert": "\ue001", "delete": "\ue003"}
MARKS = re.compile("[\ue000-\ue007]")

# A link, a note's number, code, an element or a stressed phrase is one word: its signs stay whole.
_TOKEN = re.compile(
    r"(?:!?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])?|`[^`\n]*`|<[^>\n]*>|&#?\w+;|\\."
    r"|(?P<stress>\*\*|__|\*|_)(?=\S)(?:(?!(?P=stress)).)+(?P=stress)"
    r"|[^\W_]+(?:['’\-][^\W_]+)*|[^\w\s]|_|)\s*"
)
_FEW = 2
_SHORT = 3


def strip_marks(text: str) -> str:
    """A text without the characters that serve as marks here."""
    return MARKS.sub("", text)


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Word by word, blind to where lines break; a short word between two changes joins them."""
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(
        None, [w.rstrip() for w in old], [w.rstrip() for w in new], autojunk=False
    )
    runs: list[tuple[bool, list[str], list[str]]] = []
    codes = matcher.get_opcodes()
    for position, (tag, a, b, c, d) in enumerate(codes):
        inside = 0 < position < len(codes) - 1
        same = tag == "equal" and not (inside and _is_little(new[c:d]))
        if runs and runs[-1][0] == same:
            runs[-1][1].extend(old[a:b])
            runs[-1][2].extend(new[c:d])
        else:
            runs.append((same, old[a:b], new[c:d]))
    return tuple(_as_pieces(runs))


def _as_pieces(runs: list[tuple[bool, list[str], list[str]]]) -> Iterator[Piece]:
    """Blank space is that of the new text; deleted words stand off from those around them."""
    lead = ""
    for same, old, new in runs:
        if same:
            yield Piece("same", "".join(new))
            lead = " " if old[-1] != old[-1].rstrip() and new[-1] == new[-1].rstrip() else ""
            continue
        if old:
            gone = "".join(old)
            stands_off = " " if new or gone != gone.rstrip() else ""
            yield Piece("delete", f"{lead}{' '.join(gone.split())}{stands_off}")
        if new:
            yield Piece("insert", "".join(new))


def _is_little(tokens: list[str]) -> bool:
    """Whether what two changes have between them is no more than a short word or two signs."""
    letters = [t for t in tokens if any(c.isalnum() for c in t)]
    return (
        len(tokens) <= _FEW and len(letters) <= 1 and all(len(t.strip()) <= _SHORT for t in letters)
    )


def _words(text: str) -> list[str]:
    return [match[0] for match in _TOKEN.finditer(text) if match[0]]


def with_marks(words: Sequence[Piece]) -> str:
    """The pieces as one text, marks around those that one version has alone."""
    return "".join(
        piece.text if piece.op == "same" or not piece.text.strip() else _around(piece)
        for piece in words
    )


def _around(piece: Piece) -> str:
    """The marks stand close to the words, blank space outside of them."""
    core = piece.text.strip()
    lead, _, trail = piece.text.partition(core)
    return f"{lead}{OPEN[piece.op]}{core}{CLOSE[piece.op]}{trail}"


def apart(block: str, op: Op) -> str:
    """A whole block between marks that stand on lines of their own."""
    return f"{OPEN[op]}\n\n{block.rstrip()}\n\n{CLOSE[op]}"
