"""Checks across the finished site: links, anchors, and requests to other hosts."""

from __future__ import annotations

import re
from urllib.parse import unquote

from truenorth.site.verify.finding import Findings
from truenorth.site.verify.reading import Mention
from truenorth.site.verify.site_files import SiteFiles

# A link with one of these is followed by another program, or is data in itself.
_NOT_FETCHED = ("mailto:", "tel:", "data:")
_CSS_ADDRESS = re.compile(
    r"""(?:url\(\s*(?P<q>["']?)(?P<url>.*?)(?P=q)\s*\)|@import\s+["'](?P<import>[^"']+)["'])""",
    re.DOTALL,
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def check_links(site: SiteFiles, found: Findings) -> None:
    """Every link and request of every page."""
    for page, reading in site.pages.items():
        for link in reading.links:
            if not site.is_elsewhere(link.what):
                _check_target(site, page, link, found)
        for request in reading.requests:
            _check_request(site, page, request, found)


def check_styles(site: SiteFiles, found: Findings) -> None:
    """What style sheets and pictures that are files would fetch."""
    for path in sorted(site.paths):
        if not path.endswith((".css", ".svg")):
            continue
        text = (site.folder / path).read_text(encoding="utf-8")
        text = _CSS_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
        for match in _CSS_ADDRESS.finditer(text):
            address = match["url"] if match["import"] is None else match["import"]
            line = text.count("\n", 0, match.start()) + 1
            _check_request(site, path, Mention(address, line), found)


def _check_request(site: SiteFiles, file: str, request: Mention, found: Findings) -> None:
    if request.what.startswith("data:"):
        return
    if site.is_elsewhere(request.what):
        found.add("request-to-another-host", file, request.line, request.what)
    else:
        _check_target(site, file, request, found)


def _check_target(site: SiteFiles, page: str, link: Mention, found: Findings) -> None:
    if link.what.startswith(_NOT_FETCHED):
        return
    target = site.resolve(link.what, page)
    if target is None:
        found.add("leaves-site", page, link.line, link.what)
        return
    file = page if link.what.startswith("#") else site.answering(target)
    if file is None:
        found.add("dead-link", page, link.line, link.what)
        return
    anchor = unquote(link.what.partition("#")[2])
    if anchor and file in site.pages and anchor not in site.pages[file].anchors:
        found.add("dead-anchor", page, link.line, link.what)
