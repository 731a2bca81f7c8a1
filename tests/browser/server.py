"""A host like GitHub Pages: files as they are, and a site's own 404 page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from tests.browser.built_site import BuiltSite


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    sites: tuple[BuiltSite, ...] = ()

    def log_message(self, *_: object) -> None:
        """Keeps quiet."""

    def _site(self) -> BuiltSite:
        """The site at the longest base that the address begins with."""
        path = unquote(urlsplit(self.path).path)
        fitting = [site for site in self.sites if path.startswith(site.base)]
        return max(fitting, key=lambda site: len(site.base))

    def translate_path(self, path: str) -> str:
        site = self._site()
        below = unquote(urlsplit(path).path).removeprefix(site.base)
        parts = [part for part in below.split("/") if part not in ("", ".", "..")]
        # The slash at the end decides whether a folder is shown or redirected to.
        return str(site.folder.joinpath(*parts)) + ("/" if below.endswith("/") else "")

    def list_directory(self, path: str) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, *_: object, **__: object) -> None:
        page = self._site().folder / "404.html"
        body = page.read_bytes() if code == HTTPStatus.NOT_FOUND and page.exists() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that closes a connection early is no fault."""


@contextmanager
def serving(*sites: BuiltSite) -> Iterator[str]:
    """The origin, such as http://127.0.0.1:1234, at which the sites answer."""
    handler = type("Handler", (_Handler,), {"sites": sites})
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
