"""What a page says about itself to search engines and to those who share it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from truenorth.pages.page import Page
from truenorth.site.links import is_internal

# In a script element these would end it or open a comment.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}

_SHOWN = re.compile(r'(<span class="tn-absolute">)(/[^<]*)')


@dataclass(frozen=True)
class Head:
    """The data in a page's head; addresses are absolute, `jsonld` is safe in a script element.

    A page that search engines are asked to leave out names itself as canonical all
    the same: an old version of a text is no copy of the one in force.
    """

    title: str
    description: str
    canonical: str
    robots: str | None
    properties: tuple[tuple[str, str], ...]
    jsonld: tuple[str, ...]


def head(page: Page, site_name: str, site_url: str, language: str) -> Head:
    """The head of one page."""
    return Head(
        title=page.title if page.address == "/" else f"{page.title} - {site_name}",
        description=page.description,
        canonical=absolute(page.canonical or page.address, site_url),
        robots=None if page.indexed else "noindex",
        properties=_open_graph(page, site_name, site_url, language),
        jsonld=tuple(as_script(absolute_within(block, site_url)) for block in page.jsonld),
    )


def absolute(address: str, site_url: str) -> str:
    """A site-absolute address as a whole one."""
    return site_url.rstrip("/") + address


def with_absolute_text(html: str, site_url: str) -> str:
    """The HTML in which an address shown as text, as in a citation, is a whole one."""
    return _SHOWN.sub(lambda match: match[1] + escape(absolute(match[2], site_url)), html)


def absolute_within(value: Any, site_url: str) -> Any:
    """A JSON value in which every site-absolute address has become a whole one."""
    if isinstance(value, str):
        return absolute(value, site_url) if is_internal(value) else value
    if isinstance(value, Mapping):
        return {key: absolute_within(item, site_url) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [absolute_within(item, site_url) for item in value]
    return value


def as_script(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False).translate(_ESCAPES)


def _open_graph(page: Page, site_name: str, site_url: str, language: str) -> tuple:
    found = [
        ("og:type", "website" if page.address == "/" else "article"),
        ("og:site_name", site_name),
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:url", absolute(page.address, site_url)),
        ("og:locale", language),
    ]
    if page.image:
        found.append(("og:image", absolute(page.image, site_url)))
    return tuple(found)
