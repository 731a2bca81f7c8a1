"""A fault in what people wrote, said so that they can mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: a path inside the repository, and line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Problem:
    """One fault: `what` is wrong, `why` it matters, how to `fix` it.

    `code` is a permanent kebab-case name of the kind of fault.
    """

    code: str
    place: Place
    what: str
    why: str
    fix: str
    severity: Severity = "error"


@dataclass
class Problems:
    """All faults found in one reading; collected, never thrown one by one."""

    _found: list[Problem] = field(default_factory=list)

    def error(self, code: str, place: Place, *, what: str, why: str, fix: str) -> None:
        self._found.append(Problem(code, place, what, why, fix))

    def warning(self, code: str, place: Place, *, what: str, why: str, fix: str) -> None:
        self._found.append(Problem(code, place, what, why, fix, "warning"))

    def __iter__(self) -> Iterator[Problem]:
        """Sorted by file, line and column; each fault once."""
        return iter(sorted(dict.fromkeys(self._found), key=lambda p: (p.place, p.code, p.what)))

    def __len__(self) -> int:
        return len(dict.fromkeys(self._found))

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self)
