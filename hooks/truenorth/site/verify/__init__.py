"""Reads the finished site, and nothing else, and says what is missing or wrong.

A green build is not enough: an engine may leave out a hook's work in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from truenorth.problems import Problems
from truenorth.site.plan import SitePlan
from truenorth.site.verify.finding import Findings
from truenorth.site.verify.link_checks import check_links, check_styles
from truenorth.site.verify.page_checks import check_page
from truenorth.site.verify.relation_checks import check_relations
from truenorth.site.verify.site_files import SiteFiles


@dataclass(frozen=True)
class ExpectedPage:
    """A page that must be there, with the ids that must be on it."""

    parts: tuple[str, ...]
    origin: str


@dataclass(frozen=True)
class Expected:
    """What was planned: the site's own address, its pages, its files, what it once held, and
    which pages must lead to which."""

    url: str
    pages: Mapping[str, ExpectedPage]
    files: tuple[str, ...] = ()
    ledger: tuple[str, ...] = ()
    relations: frozenset[tuple[str, str]] = frozenset()


def expected(plan: SitePlan, ledger: Iterable[str] = ()) -> Expected:
    """What a finished site must hold, going by its plan and the ledger of addresses."""
    return Expected(
        url=plan.frame.url,
        pages={
            page.address: ExpectedPage(
                (*page.page.parts, *(f"{chart}-title" for chart in page.drawings)),
                page.page.origin,
            )
            for page in plan.pages
        },
        files=tuple(file.address for file in plan.files),
        ledger=tuple(ledger),
        relations=plan.relations,
    )


def verify(folder: Path, wanted: Expected, problems: Problems) -> None:
    """Every fault of the finished site in `folder`."""
    site = SiteFiles(folder, wanted.url)
    origins = {
        file: page.origin
        for address, page in wanted.pages.items()
        if (file := site.answering(address))
    }
    found = Findings(problems, origins)
    _check_presence(site, wanted, found)
    for path, reading in site.pages.items():
        check_page(path, reading, found)
    check_links(site, found)
    check_styles(site, found)
    check_relations(site, wanted.relations, found)


def _check_presence(site: SiteFiles, wanted: Expected, found: Findings) -> None:
    for address, page in wanted.pages.items():
        file = site.answering(address)
        if file is None:
            found.add("page-missing", address.lstrip("/") + "index.html", 1, address)
            continue
        for part in page.parts:
            if part not in site.pages[file].anchors:
                found.add("part-missing", file, 1, part)
    for address in wanted.files:
        if site.answering(address) is None:
            found.add("file-missing", address.lstrip("/"), 1, address)
    for address in wanted.ledger:
        if site.answering(address) is None:
            found.add("address-gone", "data/addresses.txt", 1, address)
