"""The files of published editions, as they were frozen."""

from __future__ import annotations

from truenorth.editions.load import HEAD
from truenorth.editions.model import INLINE
from truenorth.pages.records import Project
from truenorth.pages.report_card.edition_main import edition_address
from truenorth.pages.report_card.editions import shown
from truenorth.site.plan import PlannedFile

_IN_THE_PAGE = ("main.html", INLINE)


def edition_files(project: Project) -> tuple[PlannedFile, ...]:
    """Tables, pictures and fingerprints of every edition that may be shown."""
    return tuple(
        PlannedFile(edition_address(one.id, path), content, f"{one.folder}/{HEAD}")
        for one in shown(project)
        for path, content in sorted(one.files.items())
        if not path.endswith(_IN_THE_PAGE)
    )
