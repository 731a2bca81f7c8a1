"""The finished site as files, and which address each of them answers."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from truenorth.site.verify.reading import Reading, read_page


class SiteFiles:
    """A finished site on disk; every page is read once."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url.rstrip("/") + "/"
        self.base = urlsplit(self.url).path
        self.paths = frozenset(
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        )
        self.pages: dict[str, Reading] = {
            path: read_page((folder / path).read_text(encoding="utf-8"))
            for path in sorted(self.paths)
            if path.endswith(".html")
        }

    def answering(self, address: str) -> str | None:
        """The file that answers a site-absolute address without the base, or None."""
        path = unquote(address.lstrip("/"))
        path += "index.html" if path == "" or path.endswith("/") else ""
        return path if path in self.paths else None

    def is_elsewhere(self, address: str) -> bool:
        """Whether an address names another host; those of this site count as its own."""
        parts = urlsplit(address)
        return bool(parts.netloc or parts.scheme) and not self._is_own(address)

    def resolve(self, address: str, page: str) -> str | None:
        """The site-absolute address a link on `page` leads to; None when it leaves the site."""
        if self._is_own(address):
            address = address[len(self.url) :]
            page = ""
        elif address.startswith("/"):
            if not address.startswith(self.base):
                return None
            address = address[len(self.base) :]
            page = ""
        path = address.partition("#")[0].partition("?")[0]
        if not path:
            return "/" + page.removesuffix("index.html")
        return _joined(path, posixpath.dirname(page))

    def _is_own(self, address: str) -> bool:
        return address.startswith(self.url)


def _joined(path: str, folder: str) -> str | None:
    joined = posixpath.normpath(posixpath.join(folder, path))
    if joined.startswith(".."):
        return None
    joined = "" if joined == "." else joined
    ends_in_folder = path.endswith("/") or path.split("/")[-1] in {".", ".."}
    return f"/{joined}/" if ends_in_folder and joined else f"/{joined}"
