"""What must hold for the stories behind the curves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from truenorth.problems import Problems
from truenorth.reportcard.load import StoryFile
from truenorth.reportcard.model import StoryHead
from truenorth.sources.records import Entry


def check_stories(stories: Iterable[StoryFile], problems: Problems) -> None:
    """Every rule about stories."""
    stories = tuple(stories)
    _one_story_each(stories, problems)
    for file in stories:
        if file.head is not None:
            _evidence_has_sources(file.head, problems)
            _partners_named(file.head, problems)


def _one_story_each(stories: Iterable[StoryFile], problems: Problems) -> None:
    first: dict[str, str] = {}
    for file in stories:
        if file.story is None:
            continue
        ident = file.story.head.indicator
        if ident in first:
            problems.error(
                "second-story",
                file.head.place("indicator"),
                what=f'The indicator "{ident}" already has a story: {first[ident]}.',
                why="Its page has room for one story, and the other would be lost.",
                fix="Put both into one file, or name the indicator this one is about.",
            )
        first.setdefault(ident, file.story.file)


def _evidence_has_sources(head: Entry[StoryHead], problems: Problems) -> None:
    for key in ("helps", "hurts"):
        for index, cause in _records(head, key):
            if cause.get("kind") != "evidence" or cause.get("evidence"):
                continue
            problems.error(
                "cause-without-evidence",
                head.place(key, index, "kind"),
                what=f'Cause {index + 1} under "{key}" is said to be shown by evidence, but no '
                "source is named.",
                why="What is called evidence is taken for tested, and nobody could check this.",
                fix='Add "evidence:" and below it the ids of sources that show it, or write '
                '"kind: hypothesis".',
            )


def _partners_named(head: Entry[StoryHead], problems: Problems) -> None:
    for index, partner in _records(head, "partners"):
        if partner.get("organization") is not None or partner.get("constellation") is not None:
            continue
        problems.error(
            "curve-partner-without-name",
            head.place("partners", index),
            what=f"Partner {index + 1} of the story names nobody.",
            why="Readers want to know who works on this curve, and to follow the name.",
            fix='Add "organization:" or "constellation:" with an id.',
        )


def _records(head: Entry[StoryHead], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records written under a key, also where the front matter has another fault."""
    written = head.data.get(key) if isinstance(head.data, dict) else None
    for index, entry in enumerate(written if isinstance(written, list) else ()):
        if isinstance(entry, dict):
            yield index, entry
