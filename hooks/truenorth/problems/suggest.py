"""Did you mean: the nearest known word to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to `word`, ignoring case, or None where none is near."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest known word, else lists up to eight known ones."""
    known = sorted(set(known))
    if (near := nearest(word, known)) is not None:
        return f'Did you mean "{near}"?'
    if not known:
        return ""
    more = f" and {len(known) - 8} more" if len(known) > 8 else ""
    return "Known here: " + ", ".join(f'"{word}"' for word in known[:8]) + more + "."
