"""A page of the site before it is turned into HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page: its permanent address and everything its template needs.

    `address` is site-absolute and ends in a slash. `template` is a fragment of
    the main column under theme_overrides/pages/. `origin` is the path in the
    repository that an editor should open. `parts` are element ids that must be
    on the finished page, and `charts` the pictures it asks for; the template
    places each by its id. `jsonld` holds site-absolute addresses, made absolute
    later. `pictures` are finished drawings by id, placed as `charts` are. `image`
    is the address of the picture shown when the page is shared, `feed` that of the
    feed that tells of changes, and `scripts` are files of the theme that make the
    page easier to use, never possible to use. A `bare` page has no chrome around
    it, and `canonical` names another page as the one to find.
    """

    address: str
    template: str
    title: str
    description: str
    context: Mapping[str, Any]
    origin: str
    parts: tuple[str, ...] = ()
    charts: tuple[Any, ...] = ()
    jsonld: tuple[Mapping[str, Any], ...] = field(default=())
    indexed: bool = True
    image: str | None = None
    feed: str | None = None
    scripts: tuple[str, ...] = ()
    bare: bool = False
    canonical: str | None = None
    pictures: Mapping[str, str] = field(default_factory=dict)
