"""What a partnership calls Truenorth's terms: `[goals]` in a phrase may be printed as "results".

`labels/truenorth.toml` of a language gives each term its forms. A phrase names a form in
brackets, as it is written there; a capital carries over. The file of a profile gives the same
forms other words, and a partnership may set its own. Only words change, never an address or id.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truenorth.partnership.model import OwnLabel, Partnership

OURS = "truenorth"
_NAMED = re.compile(r"\[([^\[\]]*)\]")
_VOWELS = tuple("aeiouAEIOU")


@dataclass(frozen=True)
class Labels:
    """The profile a partnership picks, and the words it sets itself."""

    profile: str = "compact"
    own: tuple[OwnLabel, ...] = ()


COMPACT = Labels()


def labels_of(partnership: Partnership) -> Labels:
    """The labels that the partnership's record picks."""
    return Labels(partnership.labels, partnership.own_labels)


def read_labels(folder: Path, labels: Labels) -> dict[str, str]:
    """What each name that a phrase may give in brackets stands for."""
    picked = forms(folder, labels.profile)
    own = {label.term: _own(label) for label in labels.own}
    said: dict[str, str] = {}
    for term, names in forms(folder, OURS).items():
        words = {**names, **picked.get(term, {}), **own.get(term, {})}
        for form, name in names.items():
            said[name] = words[form]
            said[_capital(name)] = _capital(words[form])
    return said


def forms(folder: Path, profile: str) -> Mapping[str, Mapping[str, str]]:
    """The words of one profile: for each term its forms."""
    return tomllib.loads((folder / f"{profile}.toml").read_text(encoding="utf-8"))


def labeled(phrase: str, said: Mapping[str, str]) -> str:
    """The phrase with the word of each term it names; KeyError where it names none."""
    return _NAMED.sub(lambda match: said[match[1]], phrase)


def _own(label: OwnLabel) -> Mapping[str, str]:
    article = "an" if label.one.startswith(_VOWELS) else "a"
    return {
        "one": label.one,
        "other": label.other,
        "with_article": label.with_article or f"{article} {label.one}",
    }


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
