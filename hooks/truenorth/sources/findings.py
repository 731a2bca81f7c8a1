"""Faults found while a data package is read, told with the severity they have there.

Our own packages must follow the house rules of a site, so a lapse is an error.
In a package made by others a lapse is a warning: the file is legal, and still
a trap for whoever reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from truenorth.problems import Place, Problems

MOST_PER_FILE = 50
_UNSAID = (
    "A cell of this hidden row is not as it should be. It is not repeated here.",
    "Whoever can read this report would see a figure that must not be seen.",
    "A hidden row has no figures: leave their cells empty.",
)


@dataclass
class Findings:
    """Where a reader of a data package puts what it found."""

    problems: Problems
    ours: bool
    faults: int = 0

    def fault(self, code: str, place: Place, *, what: str, why: str, fix: str) -> None:
        """Something no reader can work with: an error everywhere."""
        self.faults += 1
        self.problems.error(code, place, what=what, why=why, fix=fix)

    def lapse(self, code: str, place: Place, *, what: str, why: str, fix: str) -> None:
        """Something legal that misleads: an error in our own packages only."""
        self._tell(self.ours)(code, place, what=what, why=why, fix=fix)
        self.faults += self.ours

    def _tell(self, as_error: bool) -> Callable[..., None]:
        return self.problems.error if as_error else self.problems.warning


@dataclass(frozen=True)
class _Finding:
    line: int
    lapse: bool
    code: str
    told: tuple[tuple[str, str], ...]


@dataclass
class TableFindings:
    """Faults of one data file, held back so that a wholly broken file stays readable."""

    file: str
    _found: list[_Finding] = field(default_factory=list)
    _cells: set[tuple[int, str]] = field(default_factory=set)
    _unsaid: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def never_say(self, line: int, cells: Iterable[str]) -> None:
        """No fault of the row that begins in `line` may repeat a number of these cells."""
        self._unsaid[line] = tuple(filter(None, map(_digits, cells)))

    def add(
        self, line: int, code: str, *, what: str, why: str, fix: str, lapse: bool = False
    ) -> None:
        """Keep one fault of the row that begins in `line`."""
        if any(number in _digits(what + fix) for number in self._unsaid.get(line, ())):
            what, why, fix = _UNSAID
        told = (("what", what), ("why", why), ("fix", fix))
        self._found.append(_Finding(line, lapse, code, told))

    def add_cell(
        self, line: int, column: str, code: str, *, what: str, why: str, fix: str,
        lapse: bool = False,
    ) -> None:  # fmt: skip
        """Keep the first fault of a cell; what else is wrong with it follows from that."""
        if (line, column) not in self._cells:
            self._cells.add((line, column))
            self.add(line, code, what=what, why=why, fix=fix, lapse=lapse)

    def has_cell(self, line: int, column: str) -> bool:
        """Whether something was already said about this cell."""
        return (line, column) in self._cells

    def tell(self, findings: Findings) -> None:
        """Hand over the first faults by line, and say how many more there are."""
        found = sorted(dict.fromkeys(self._found), key=lambda one: (one.line, one.code, one.told))
        for one in found[:MOST_PER_FILE]:
            tell = findings.lapse if one.lapse else findings.fault
            tell(one.code, Place(self.file, one.line), **dict(one.told))
        rest = found[MOST_PER_FILE:]
        if rest:
            tell = findings.lapse if all(one.lapse for one in rest) else findings.fault
            tell(
                "table-more-problems",
                Place(self.file, rest[0].line),
                what=f"There are {len(rest)} more problems from here on.",
                why=f"Only the first {MOST_PER_FILE} of a file are listed, so that the list can "
                "be read.",
                fix="Mend the ones above first: often one cause explains them all.",
            )


def _digits(text: str) -> str:
    """The digits alone, since a number can be written in many ways."""
    return "".join(filter(str.isdigit, text))
