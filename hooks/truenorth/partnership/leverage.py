"""Which joint money came to those whom seed money started.

Pure functions. That joint money came where seed money was does not show that the one made the
other: only a source that says so does (`Funding.follows`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from truenorth.partnership.means import Gift, Total, share, totals
from truenorth.partnership.model import Funding, Recipient

Holder = tuple[Literal["constellations", "organizations"], str]


@dataclass(frozen=True)
class Lane:
    """Whoever received seed or joint money: a constellation, else an organization."""

    holder: Holder
    seed: tuple[Funding, ...]
    joint: tuple[Funding, ...]

    def totals(self, kind: Literal["seed", "joint"]) -> tuple[Total, ...]:
        """The sum of the lane's own shares of that kind."""
        given = self.seed if kind == "seed" else self.joint
        return totals(gift for funding in given for gift in self._shares(funding))

    @property
    def ratio(self) -> float | None:
        """Joint money for each unit of seed money; None unless every amount is public."""
        seed, joint = self.totals("seed"), self.totals("joint")
        if len(seed) != 1 or len(joint) != 1 or seed[0].currency != joint[0].currency:
            return None
        if seed[0].hidden or joint[0].hidden:
            return None
        return float(joint[0].known / seed[0].known)

    def _shares(self, funding: Funding) -> Iterator[Gift]:
        return share(funding, (r for r in funding.recipients if holder_of(r) == self.holder))


def holder_of(recipient: Recipient) -> Holder | None:
    """For whom money is; an organization that receives it for a constellation holds it for that."""
    if recipient.constellation:
        return "constellations", recipient.constellation
    return ("organizations", recipient.organization) if recipient.organization else None


def lanes(funding: Iterable[Funding]) -> tuple[Lane, ...]:
    """Everyone who received seed or joint money, those with both first."""
    found: dict[Holder, dict[str, list[Funding]]] = {}
    for one in funding:
        if one.kind not in ("seed", "joint"):
            continue
        for holder in dict.fromkeys(holder_of(r) for r in one.recipients):
            if holder is not None:
                found.setdefault(holder, {"seed": [], "joint": []})[one.kind].append(one)
    made = [Lane(h, tuple(kinds["seed"]), tuple(kinds["joint"])) for h, kinds in found.items()]
    return tuple(sorted(made, key=lambda lane: not (lane.seed and lane.joint)))
