"""What the disclosure audit costs: a table of 30 by 10 with its totals."""

from __future__ import annotations

import time
from dataclasses import dataclass

from tests.disclosure_tables import CALIFORNIA, REFERENCE, crossed, masked_sheet
from truenorth.disclosure.audit import weak
from truenorth.disclosure.protect import protect

LIMIT = 0.5  # seconds for one audit


@dataclass(frozen=True)
class Measure:
    """Seconds: the first audit loads the solver, the second is the audit itself."""

    first: float
    audit: float
    protect: float

    def __str__(self) -> str:
        return (
            f"The audit of a table of 30 by 10 takes {self.audit:.2f} s (limit {LIMIT} s), "
            f"{self.first:.2f} s with the solver to be loaded; to protect it takes "
            f"{self.protect:.2f} s."
        )


def measure() -> Measure:
    """The reference table of the methods page, audited twice and protected once."""
    counted, layout = crossed(REFERENCE)
    sheet = masked_sheet(counted, layout)
    policies = {"table": CALIFORNIA}
    first = _seconds(lambda: weak([sheet], (), policies))
    again = _seconds(lambda: weak([sheet], (), policies))
    return Measure(first, again, _seconds(lambda: protect(counted, CALIFORNIA, layout)))


def _seconds(run) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    print(measure())
