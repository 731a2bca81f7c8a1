"""Every word of the interface, by key: `t("indicator.latest", year="2021-22")`.

The catalogue is a folder of TOML files for each language. A key is the file's
name and the path of tables in it, joined with dots. A phrase may hold
`{name}` placeholders; a table with `one` and `other` is a plural, chosen by
`count`, which is also a placeholder.

A phrase names a term in brackets, such as `[goals]`: which word stands there is
settled once, when the catalogue is read for a profile of labels (see `labels`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from truenorth.pages import format as formats
from truenorth.pages.labels import COMPACT, Labels, labeled, labels_of, read_labels
from truenorth.partnership.model import Partnership

WORDS = Path(__file__).parent / "words"
PLURAL = frozenset({"one", "other"})
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class WordingError(LookupError):
    """A phrase is missing from the catalogue, or a value from a phrase."""


@dataclass(frozen=True)
class Wording:
    """The phrases of one language; call it with a key to get the finished phrase."""

    language: str
    phrases: Mapping[str, str | Mapping[str, str]]

    def __call__(self, key: str, *, count: int | None = None, **values: Any) -> str:
        """The phrase with its placeholders filled; safe HTML when a value is safe HTML."""
        template = self._template(key, count)
        if count is not None:
            values.setdefault("count", formats.number(self, count))
        missing = {name for name in _PLACEHOLDER.findall(template) if values.get(name) is None}
        if missing:
            raise WordingError(f"{key} needs {', '.join(sorted(missing))}")
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup(_fill(str(escape(template)), {k: escape(v) for k, v in values.items()}))
        return _fill(template, values)

    def __contains__(self, key: object) -> bool:
        return key in self.phrases

    def _template(self, key: str, count: int | None) -> str:
        phrase = self.phrases.get(key)
        if phrase is None:
            raise WordingError(f"{key} is not in the catalogue for {self.language}")
        if isinstance(phrase, str):
            return phrase
        if count is None:
            raise WordingError(f"{key} is a plural and needs a count")
        return phrase["one" if abs(count) == 1 else "other"]

    def date(self, text: str) -> str:
        """A date as precise as it is known: December 14, 2016."""
        return formats.date(self, text)

    def dates(self, since: str | None, until: str | None) -> str:
        """From when to when, as far as known; empty when neither is known."""
        return formats.dates(self, since, until)

    def on(self, first: str, last: str | None = None) -> str:
        """When something was, for a sentence: on December 14, 2016; in December 2016."""
        return formats.on(self, first, last)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with separators: 9,721."""
        return formats.number(self, value, decimals)

    def list(self, items: Iterable[str]) -> str:
        """Items in a sentence: a, b and c."""
        return formats.listing(self, items)


def _fill(template: str, values: Mapping[str, Any]) -> str:
    return _PLACEHOLDER.sub(lambda match: str(values[match[1]]), template)


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str | Mapping[str, str]]]:
    for name, phrase in table.items():
        key = f"{prefix}.{name}"
        if isinstance(phrase, str) or set(phrase) == PLURAL:
            yield key, phrase
        else:
            yield from _flat(phrase, key)


def written_phrases(folder: Path) -> dict[str, str | Mapping[str, str]]:
    """The phrases of a language's folder as they are written, with terms in brackets."""
    phrases: dict[str, str | Mapping[str, str]] = {}
    for file in sorted(folder.glob("*.toml")):
        phrases.update(_flat(tomllib.loads(file.read_text(encoding="utf-8")), file.stem))
    return phrases


@cache
def load_wording(language: str = "en", labels: Labels = COMPACT, folder: Path = WORDS) -> Wording:
    """The catalogue of one language with the words of a profile, read once."""
    phrases = written_phrases(folder / language)
    if not phrases:
        raise WordingError(f"there is no catalogue for the language {language}")
    said = read_labels(folder / language / "labels", labels)
    return Wording(language, {key: _said(key, phrase, said) for key, phrase in phrases.items()})


def wording_of(partnership: Partnership) -> Wording:
    """The catalogue in the partnership's main language and with its labels."""
    return load_wording(partnership.languages[0], labels_of(partnership))


def _said(
    key: str, phrase: str | Mapping[str, str], said: Mapping[str, str]
) -> str | Mapping[str, str]:
    try:
        if isinstance(phrase, str):
            return labeled(phrase, said)
        return {number: labeled(form, said) for number, form in phrase.items()}
    except KeyError as unknown:
        raise WordingError(f"{key} names [{unknown.args[0]}], which is no term") from None
