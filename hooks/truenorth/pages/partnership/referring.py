"""Which records rest on a section of a governing text, beside the goals that it states."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from truenorth.pages.addresses import address_of
from truenorth.pages.partnership.commitment_words import mark_of
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording

Referring = tuple[tuple[str, tuple[Link, ...]], ...]


def referring(
    project: Project, words: Wording, place: str, label: str | None, *, only: bool
) -> Referring:
    """What was promised under a section and which strategies it states, where there are any.

    `place` is document#section, `label` the version whose text is shown. With `only` nothing
    is told that does not name that version.
    """

    def rest_on(records: Iterable[Any]) -> list[Any]:
        named = [one for one in records if one.section == place]
        return [one for one in named if one.version == label] if only else named

    def note(one: Any) -> str:
        older = one.version not in (None, label)
        return words("commitments.made_under", version=one.version) if older else ""

    promised = tuple(
        Link(
            one.title,
            address_of("commitments", one.id),
            note(one),
            mark_of(words, one, project.today),
        )
        for one in rest_on(project.commitments)
    )
    stated = tuple(
        Link(one.title, address_of("strategies", one.id), note(one))
        for one in rest_on(project.strategies)
    )
    found = (
        (words("commitments.promised_under"), promised),
        (words("commitments.strategies_of"), stated),
    )
    return tuple((said, links) for said, links in found if links)
