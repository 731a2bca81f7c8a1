"""The ledger of every address that was ever published: data/addresses.txt."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

LEDGER = "data/addresses.txt"
_HEADER = """\
# Every address this site has ever published. An address here must answer for ever:
# by its page, or by an entry in data/redirects.yml. `truenorth build --record` adds
# to this list; nothing takes away from it.
"""


def read_ledger(root: Path) -> tuple[str, ...]:
    """The addresses published so far; none before the first."""
    file = root / LEDGER
    if not file.is_file():
        return ()
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line.startswith("/"))


def record_addresses(root: Path, published: Iterable[str]) -> int:
    """Adds what is new to the ledger, in order; returns how many addresses that were."""
    known = set(read_ledger(root))
    together = known | set(published)
    if together != known:
        text = _HEADER + "".join(f"{address}\n" for address in sorted(together))
        (root / LEDGER).write_text(text, encoding="utf-8")
    return len(together) - len(known)
