"""What is asked, and what speaks against it before anything is made."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from truenorth.editions.load import FOLDER
from truenorth.editions.model import DAY, Kind
from truenorth.editions.rules import RESERVED
from truenorth.fields import KEBAB
from truenorth.problems import Place, Problems
from truenorth.project import Project


@dataclass(frozen=True)
class Request:
    """An edition to be made; without a kind the first is the baseline and others are annual."""

    id: str
    kind: Kind | None = None
    title: str | None = None
    embargo_until: str | None = None

    def kind_in(self, project: Project) -> Kind:
        return self.kind or ("annual" if project.editions else "baseline")


def may_be_made(project: Project, request: Request, problems: Problems) -> bool:
    """Whether nothing speaks against it; every reason is in `problems`."""
    place = Place(f"{FOLDER}/{request.id}")
    if not re.fullmatch(KEBAB, request.id) or request.id in RESERVED:
        problems.error(
            "edition-id",
            Place(FOLDER),
            what=f'"{request.id[:60]}" cannot be the id of an edition.',
            why="It becomes a part of an address that holds for ever.",
            fix="Use small letters, figures and single hyphens, such as 2026 or 2026-spring.",
        )
    elif os.path.lexists(project.root / FOLDER / request.id):
        problems.error(
            "edition-exists",
            place,
            what=f"The edition {request.id} is there already.",
            why="An edition is frozen once and never written over.",
            fix="Choose another id. A mistake in an edition is told under errata: in its "
            "edition.yml.",
        )
    if not project.editions and request.kind_in(project) != "baseline":
        problems.error(
            "edition-no-baseline",
            place,
            what="The first edition is not a baseline.",
            why="Later editions say what changed; the first one says where everything began.",
            fix='Leave out "--kind", or give it as "baseline".',
        )
    if request.embargo_until and not re.fullmatch(DAY, request.embargo_until):
        problems.error(
            "edition-embargo-date",
            place,
            what=f'"{request.embargo_until[:20]}" is not a day.',
            why="The edition is published from that day on.",
            fix="Write it as year, month and day, such as 2026-12-01.",
        )
    return not problems.errors
