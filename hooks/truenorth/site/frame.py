"""What stands around every page: the partnership's name, its notice, and the footer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truenorth.pages.page import Page
from truenorth.pages.parts import Link
from truenorth.pages.wording import Wording
from truenorth.project import Project

# What the footer leads to, as far as the site has it; the words are in the catalogue.
_FOOTER = (
    ("about", "/about/"),
    ("sources", "/sources/"),
    ("methods", "/methods/"),
    ("data", "/data/"),
    ("terms", "/terms/"),
    ("accessibility", "/accessibility/"),
    ("privacy", "/privacy/"),
)


@dataclass(frozen=True)
class Frame:
    """The words and addresses that the theme prints on every page; `t` is the catalogue."""

    t: Wording
    name: str
    url: str
    contact: str
    notice: str | None
    built: date
    footer: tuple[Link, ...]

    @property
    def built_on(self) -> str:
        """The day the site was built for, in words."""
        return self.t.date(self.built.isoformat())


def frame_of(project: Project, t: Wording, site_url: str, pages: tuple[Page, ...]) -> Frame:
    """The frame of a partnership's site at `site_url`."""
    partnership = project.partnership
    there = {page.address for page in pages}
    return Frame(
        t=t,
        name=partnership.short_name,
        url=site_url.rstrip("/") + "/",
        contact=partnership.contact,
        notice=partnership.notice,
        built=project.today,
        footer=tuple(
            Link(t(f"theme.{word}"), address) for word, address in _FOOTER if address in there
        ),
    )
