"""That pages whose records name one another lead to one another."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from truenorth.site.verify.finding import Findings
from truenorth.site.verify.site_files import SiteFiles


def check_relations(site: SiteFiles, relations: Iterable[tuple[str, str]], found: Findings) -> None:
    """Each pair is two addresses; a page that is missing is told elsewhere."""
    leads: dict[str, set[str]] = {}
    for here, there in sorted(relations):
        page = site.answering(here.partition("#")[0])
        if page is None:
            continue
        if page not in leads:
            leads[page] = _leads(site, page)
        if there not in leads[page]:
            found.add("relation-missing", page, 1, there)


def _leads(site: SiteFiles, page: str) -> set[str]:
    """Every address that a page links to, with and without what stands after #."""
    found = set()
    for link in site.pages[page].links:
        target = site.resolve(link.what, page)
        if target is None:
            continue
        anchor = unquote(link.what.partition("#")[2])
        found |= {target, f"{target}#{anchor}"} if anchor else {target}
    return found
