"""What is published about one period, as cells that an audit can reckon with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Groups = tuple[tuple[str, str], ...]
State = Literal["shown", "suppressed", "complementary"]


@dataclass(frozen=True)
class Breakdown:
    """A dimension; unless it is `overlapping` its groups add up to the total."""

    id: str
    groups: frozenset[str] = frozenset()
    overlapping: bool = False


@dataclass(frozen=True)
class Area:
    """A place; `covered_by` is the kind of places inside it that leave nothing of it out."""

    name: str
    kind: str
    within: str | None = None
    covered_by: str | None = None


@dataclass(frozen=True)
class Cell:
    """One row: `part` of `whole` people, as far as published.

    `share` bounds part / whole by what is printed, rounding included. A coded
    cell publishes a bound in the place of its share. `groups` are sorted by
    dimension; `file` and `line` say where the row stands.
    """

    geography: str
    groups: Groups = ()
    part: float | None = None
    whole: float | None = None
    share: tuple[float, float] | None = None
    state: State = "shown"
    coded: bool = False
    file: str = ""
    line: int = 0

    @property
    def key(self) -> tuple[str, Groups]:
        return self.geography, self.groups

    @property
    def hidden(self) -> bool:
        return self.state != "shown"


@dataclass(frozen=True)
class Sheet:
    """One period of one indicator. Sheets of one `population` count the same people as wholes.

    `has_whole` is False for plain counts, which are out of nothing.
    """

    indicator: str
    population: str
    cells: tuple[Cell, ...]
    breakdowns: tuple[Breakdown, ...] = ()
    has_whole: bool = True
    period: str = ""

    def breakdown(self, ident: str) -> Breakdown:
        """The dimension of that id; one that is described nowhere is taken to add up."""
        return next((b for b in self.breakdowns if b.id == ident), Breakdown(ident))
