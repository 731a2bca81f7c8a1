"""One pass over finished HTML that makes site-absolute links relative to their page.

Templates and prose write every internal link as a site-absolute address, such
as `/indicators/x/`. Relative links work at the root of a host and under a
sub-path alike, and from a folder on disk.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from html import escape, unescape

# Comments and the text of scripts and styles are no markup and pass untouched.
_PIECE = re.compile(
    r"""(?P<text><!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)\s*>)"""
    r"""|(?P<tag><[a-z][^\s>]*(?:"[^"]*"|'[^']*'|[^'">])*>)""",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?P<start>\s(?P<name>href|src|srcset|action|poster)\s*=\s*)"""
    r"""(?P<quote>["'])(?P<value>.*?)(?P=quote)""",
    re.IGNORECASE | re.DOTALL,
)


def relative(html: str, page: str) -> str:
    """The HTML with its site-absolute links made relative to the page's address."""
    return _rewrite(html, lambda address: relative_address(address, page))


def relative_address(address: str, page: str) -> str:
    """The way from a page to a site-absolute address; `./` is the page itself."""
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()
    if path == page and mark == "#":
        return f"#{rest}"
    folder = page if page.endswith("/") else posixpath.dirname(page)
    way = posixpath.relpath(path, folder)
    if path.endswith("/"):
        way = "./" if way == "." else f"{way}/"
    return f"{way}{mark}{rest}"


def is_internal(address: str) -> bool:
    """Whether an address is site-absolute; two slashes name another host."""
    return address.startswith("/") and not address.startswith("//")


def _rewrite(html: str, change: Callable[[str], str]) -> str:
    def attribute(match: re.Match[str]) -> str:
        value = unescape(match["value"])
        if match["name"].lower() == "srcset":
            value = ", ".join(_candidate(part, change) for part in value.split(","))
        elif is_internal(value):
            value = change(value)
        else:
            return match[0]
        return f"{match['start']}{match['quote']}{escape(value)}{match['quote']}"

    def piece(match: re.Match[str]) -> str:
        tag = match["tag"]
        return _ATTRIBUTE.sub(attribute, tag) if tag else match[0]

    return _PIECE.sub(piece, html)


def _candidate(part: str, change: Callable[[str], str]) -> str:
    address, *size = part.split()
    return " ".join([change(address) if is_internal(address) else address, *size])
