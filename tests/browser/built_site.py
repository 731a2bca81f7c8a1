"""The example site, built once for all test processes, and its pages by kind."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Noon of a day on which the example is complete; any fixed day would do.
DAY = "1795694400"
SUB_PATH = "/regions/compact/"
# A partnership that does not exist: what no real one is known to have done can be seen there.
FICTIONAL = ROOT / "tests" / "golden" / "riverbend"
FICTIONAL_PATH = "/riverbend/"
# Words in addresses that are not the name of a record: each is a kind of page.
OWN = frozenset({"signers", "in-force", "amendments", "completeness", "compare", "proposed"})


@dataclass(frozen=True)
class BuiltSite:
    """A site in a folder, made for the path `base` of a host."""

    folder: Path
    base: str

    def addresses(self) -> list[str]:
        """Every page to be read, without those that only lead elsewhere."""
        pages = [f for f in sorted(self.folder.rglob("index.html")) if not _redirects(f)]
        folders = (page.parent.relative_to(self.folder).as_posix() for page in pages)
        return ["/" if folder == "." else f"/{folder}/" for folder in folders]

    def samples(self) -> list[str]:
        """The shortest and the longest page of each kind, and the one for what is not found."""
        kinds: dict[str, list[str]] = {}
        for address in self.addresses():
            kinds.setdefault(kind(address), []).append(address)
        ends = (sorted(members, key=self._size) for members in kinds.values())
        found = {end for members in ends for end in (members[0], members[-1])}
        return [*sorted(found), "/404.html"]

    def at_host(self, address: str) -> str:
        """The address with the path of this site before it."""
        return self.base + address.lstrip("/")

    def html(self, address: str) -> str:
        return self._file(address).read_text("utf-8")

    def _file(self, address: str) -> Path:
        path = self.folder / address.strip("/")
        return path if path.suffix == ".html" else path / "index.html"

    def _size(self, address: str) -> int:
        return self._file(address).stat().st_size


def kind(address: str) -> str:
    """What sort of page stands there: /indicators/* is one, /compact/*/proposed another."""
    parts = address.strip("/").split("/")
    return "/".join([parts[0], *(part if part in OWN else "*" for part in parts[1:])])


def _redirects(file: Path) -> bool:
    return 'http-equiv="refresh"' in file.read_text("utf-8")


def build(folder: Path, base: str, root: Path = ROOT) -> BuiltSite:
    """The site of `root` in `folder`; the first process to ask builds it, the others wait."""
    site = BuiltSite(folder, base)
    folder.parent.mkdir(parents=True, exist_ok=True)
    failure = Path(f"{folder}.failure")
    with open(f"{folder}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir() and not failure.exists():
            failure.write_text(_run(folder, base, root), "utf-8")
    if not folder.is_dir():
        pytest.fail(f"{root.name} does not build:\n{failure.read_text('utf-8')}", pytrace=False)
    return site


def _run(folder: Path, base: str, root: Path) -> str:
    """Builds as a person would; returns the last that was said."""
    command = [sys.executable, "-m", "truenorth.cli", "build", "--root", str(root)]
    command += ["--site-dir", str(folder), "--site-url", f"https://example.org{base}"]
    search_path = os.pathsep.join([str(ROOT / "hooks"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "PYTHONPATH": search_path}
    result = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    return (result.stdout + result.stderr)[-2000:]
