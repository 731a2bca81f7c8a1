"""Drawings kept by their content: a key is a hash of everything that shapes the bytes."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True)
class Cache:
    """A folder of entries, each behind the hash of its own bytes; None keeps nothing."""

    folder: Path | None

    def get(self, key: str) -> bytes | None:
        """The entry, or None where it is missing or its bytes are not what was written."""
        if self.folder is None:
            return None
        try:
            entry = self._path(key).read_bytes()
        except OSError:
            return None
        seal, _, kept = entry.partition(b"\n")
        return kept if seal == _seal(kept) else None

    def put(self, key: str, kept: bytes) -> None:
        """Keep an entry, whole or not at all; a folder that cannot be written is no fault."""
        if self.folder is None:
            return
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_seal(kept) + b"\n" + kept)
                os.replace(temporary, path)
            except BaseException:
                with suppress(OSError):
                    os.unlink(temporary)
                raise

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / key


def key_for(*parts: str) -> str:
    """The key of what is made from `parts` by this code and these versions of the renderer."""
    digest = sha256(_fingerprint().encode())
    for part in parts:
        digest.update(b"\0" + part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _fingerprint() -> str:
    """Every module of this package, that of the lettering, and the libraries that draw.

    The shapes, the layout and the finishing are all in it, so a key is known
    without compiling a shape: a build from the cache loads no renderer.
    """
    here = Path(__file__).parent
    digest = sha256()
    for name in ("altair", "vl-convert-python"):
        digest.update(f"{name} {version(name)}\n".encode())
    for file in (*sorted(here.rglob("*.py")), here.with_name("lettering.py")):
        digest.update(file.relative_to(here.parent).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _seal(kept: bytes) -> bytes:
    return sha256(kept).hexdigest().encode()
