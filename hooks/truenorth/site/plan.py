"""Every page, file and part of the finished site, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from truenorth.pages.page import Page
from truenorth.pages.parts import Foot
from truenorth.site.frame import Frame
from truenorth.site.metadata import Head
from truenorth.site.outline import Heading


@dataclass(frozen=True)
class PlannedFile:
    """A file at a site-absolute address, and the path in the repository it comes from."""

    address: str
    content: bytes
    origin: str


@dataclass(frozen=True)
class RenderedPage:
    """A page whose main column is finished but for its pictures.

    In `html` links are relative to the page and a marker stands where each
    drawing of `drawings` goes: the search index reads the text without them.
    """

    page: Page
    html: str
    headings: tuple[Heading, ...]
    drawings: Mapping[str, str]
    head: Head
    foot: Foot

    @property
    def address(self) -> str:
        return self.page.address


@dataclass(frozen=True)
class SitePlan:
    """What the finished site must hold; a writer adds chrome around each page.

    `navigation` is nested (title, address or children) pairs; `relations` are pairs of
    addresses of which the page of the first must link to the second.
    """

    frame: Frame
    pages: tuple[RenderedPage, ...]
    files: tuple[PlannedFile, ...]
    navigation: tuple
    relations: frozenset[tuple[str, str]] = frozenset()

    def addresses(self) -> Iterator[str]:
        """Every address that is published, pages first."""
        yield from (page.address for page in self.pages)
        yield from (file.address for file in self.files)


def repeated(addresses: Iterator[str]) -> list[str]:
    """Addresses that two pages or files claim."""
    seen: set[str] = set()
    return [address for address in addresses if address in seen or seen.add(address)]
