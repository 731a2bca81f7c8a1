"""What a partnership is for, on the home page: its vision and mission, and what it is not."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.pages.parts import SourceLine, source_lines
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording


@dataclass(frozen=True)
class Aims:
    """Pairs of a name and a statement, and where they come from."""

    pairs: tuple[tuple[str, str], ...]
    sources: tuple[SourceLine, ...]


def aims(project: Project, words: Wording) -> Aims | None:
    """The statements that are recorded; None where there are none."""
    whole = project.partnership
    said = (
        (words("home.vision"), whole.vision or ""),
        (words("home.mission"), whole.mission or ""),
        (words("home.is_not"), "; ".join(whole.is_not)),
    )
    pairs = tuple((name, text) for name, text in said if text)
    return Aims(pairs, source_lines(project, words, whole.sources)) if pairs else None
