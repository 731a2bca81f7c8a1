"""Where a link in a text leads: files of the repository become addresses of the site."""

from __future__ import annotations

import posixpath
import re
from functools import partial

from truenorth.pages.prose.prose import LinkResolver, Prose, render

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_DATA_PAGES = {
    "data/organizations.yml": "/partners/",
    "data/bodies.yml": "/people/",
    "data/constellations.yml": "/constellations/",
    "data/commitments.yml": "/commitments/",
    "data/funding.yml": "/funding/",
    "data/agreements.yml": "/agreements/",
    "data/decisions.yml": "/decisions/",
    "data/common_agenda.yml": "/compact/completeness/",
    "data/goals.yml": "/goals/",
    "data/sources.yml": "/sources/",
}
_VERSION = re.compile(r"content/compact/([^/]+)/versions/([^/]+)\.md")
_REGISTER = re.compile(r"data/register/([^/]+)\.yml")
_INDICATOR_DATA = re.compile(r"data/indicators/([^/]+)(?:/.*)?")


def address_of(file: str) -> str | None:
    """The address of the page made from a file of the repository, None where there is none."""
    if file in _DATA_PAGES:
        return _DATA_PAGES[file]
    if found := _VERSION.fullmatch(file):
        return f"/compact/{found[1]}/{found[2]}/"
    if found := _REGISTER.fullmatch(file):
        return f"/compact/{found[1]}/"
    if found := _INDICATOR_DATA.fullmatch(file):
        return f"/indicators/{found[1]}/"
    if not file.startswith("content/"):
        return None
    inside = file.removeprefix("content")
    if not inside.endswith(".md"):
        return inside if posixpath.splitext(inside)[1] else f"{inside.rstrip('/')}/"
    stem = inside.removesuffix(".md")
    return stem.removesuffix("index") if stem.endswith("/index") else f"{stem}/"


def resolve(file: str, repository: str, href: str) -> str | None:
    """A link written in `file` as an address.

    Links work in the repository's own preview as well, so they lead from file
    to file; one to a file that no page is made from leads to the repository.
    """
    if _SCHEME.match(href) or href.startswith("/"):
        return href
    path, mark, fragment = href.partition("#")
    path = path.partition("?")[0]
    if not path:
        return href
    target = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    if target.startswith(".."):
        return None
    address = address_of(target)
    if address is None:
        return f"{repository.rstrip('/')}/blob/HEAD/{target}{mark}{fragment}"
    return f"{address}{mark}{fragment}"


def text_links(file: str, repository: str) -> LinkResolver:
    """The resolver for links written in `file`."""
    return partial(resolve, file, repository)


def prose_of(
    project, words, markdown: str, file: str, *, demote: int = 0, prefix: str = ""
) -> Prose:
    """A text of the project as HTML, its links leading to this site."""
    return render(
        markdown,
        text_links(file, project.partnership.repository),
        demote=demote,
        prefix=prefix,
        back=words("prose.back", number="{}"),
    )
