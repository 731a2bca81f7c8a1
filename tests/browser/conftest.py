"""Chromium on the example site, watched for whatever a reader must never meet."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.built_site import (
    FICTIONAL,
    FICTIONAL_PATH,
    SUB_PATH,
    BuiltSite,
    build,
    kind,
)
from tests.browser.server import serving

SYSTEM_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
RECORD_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation",
  (event) => window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this test run, the same in every test process."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def site(shared_folder: Path) -> BuiltSite:
    """The example for the root of a host."""
    return build(shared_folder / "at-root", "/")


@pytest.fixture(scope="session")
def site_below(shared_folder: Path) -> BuiltSite:
    """The example for a folder of a host."""
    return build(shared_folder / "at-sub-path", SUB_PATH)


@pytest.fixture(scope="session")
def fictional(shared_folder: Path) -> BuiltSite:
    """A partnership that does not exist, with a text that is proposed."""
    return build(shared_folder / "fictional", FICTIONAL_PATH, FICTIONAL)


@pytest.fixture(scope="session")
def samples(site: BuiltSite, fictional: BuiltSite) -> list[str]:
    """Pages of every kind: of the example, and of the other what the example cannot show."""
    known = {kind(address) for address in site.addresses()}
    pages = (address for address in fictional.samples() if not address.endswith(".html"))
    others = (a for a in pages if kind(a) not in known or a.endswith("/proposed/"))
    return [*site.samples(), *(fictional.at_host(address) for address in others)]


@pytest.fixture(scope="session")
def origin(site: BuiltSite, site_below: BuiltSite, fictional: BuiltSite) -> Iterator[str]:
    with serving(site, site_below, fictional) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    installed = next(filter(None, map(shutil.which, SYSTEM_BROWSERS)), None)
    # The second argument makes every other host unreachable, even if a page asks for one.
    arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=arguments)
        yield browser
        browser.close()


class Visit:
    """One reader's pages, and what went wrong on them."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.origin = origin
        self.faults: list[str] = []
        self.expects_missing = False
        context.on("request", lambda request: self._request(request.url))
        context.on("response", lambda response: self._response(response.status, response.url))
        context.on("console", lambda message: self._console(message.type, message.text))
        context.on("weberror", lambda error: self.faults.append(f"script error: {error.error}"))
        context.add_init_script(RECORD_VIOLATIONS)
        self.page: Page = context.new_page()

    def go(self, address: str) -> Page:
        """Opens an address of the site at the root, or of any other with its base."""
        self.page.goto(self.origin + address, wait_until="load")
        return self.page

    def violations(self) -> list[str]:
        return [f"policy: {v}" for v in self.page.evaluate("window.violations || []")]

    def _request(self, url: str) -> None:
        local = url.startswith((f"{self.origin}/", "data:", "blob:", "about:"))
        if not local:
            self.faults.append(f"asks another host: {urlsplit(url).netloc}")

    def _response(self, status: int, url: str) -> None:
        if status >= 400 and not self.expects_missing:
            self.faults.append(f"{status}: {url.removeprefix(self.origin)}")

    def _console(self, kind: str, text: str) -> None:
        missing = self.expects_missing and "404" in text
        if kind in ("error", "assert") and not missing:
            self.faults.append(f"console: {text}")


@pytest.fixture
def reader(browser: Browser, origin: str) -> Iterator[Callable[..., Visit]]:
    """Makes readers: `reader(width=375, scheme="dark", scripts=False)`.

    However the test ends, none of its pages may have asked another host for
    anything, broken the content security policy, or written an error.
    """
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def make(*, width: int = 1280, scheme: str = "light", scripts: bool = True) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        visits.append(Visit(context, origin))
        return visits[-1]

    yield make
    faults = [fault for visit in visits for fault in [*visit.faults, *visit.violations()]]
    for context in contexts:
        context.close()
    assert faults == []
