"""The Mann-Kendall test for a trend, exactly, with ties.

Where every order of the values is equally likely, the number of discordant
pairs is the number of inversions of a random arrangement of a multiset. Its
generating function is the q-multinomial coefficient, a product of factors
(1 - q^a) / (1 - q^b), so the distribution is found in polynomial time and no
arrangement is ever listed. Source: Mann 1945, Kendall 1975; for the generating
function, MacMahon 1916.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, combinations
from operator import sub


def score(values: Sequence[float]) -> int:
    """Kendall's S: pairs that rise minus pairs that fall, in the order given."""
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))


def p_value(values: Sequence[float]) -> float:
    """The exact two-sided p of Kendall's S: the share of all orders with an S as far from zero.

    1.0 for fewer than two values and where all are equal. Equal floats are ties,
    so round differences before they come here. No errors.
    """
    return p_of_score(score(values), tie_pattern(values))


def tie_pattern(values: Sequence[float]) -> tuple[int, ...]:
    """How many times each distinct value occurs, in ascending order of those numbers."""
    return tuple(sorted(Counter(values).values()))


def p_of_score(found: int, ties: tuple[int, ...]) -> float:
    """The two-sided p of a given S for values with these multiplicities."""
    if found == 0:
        return 1.0
    pairs = untied_pairs(ties)
    return min(1.0, 2 * _tail(ties)[(pairs - abs(found)) // 2])


def untied_pairs(ties: Sequence[int]) -> int:
    """The number of pairs of different values."""
    n = sum(ties)
    return (n * (n - 1) - sum(size * (size - 1) for size in ties)) // 2


@lru_cache(maxsize=1024)
def _tail(ties: tuple[int, ...]) -> tuple[float, ...]:
    """The chance of at most k inversions, for k from 0 to half of the untied pairs.

    The coefficients are whole numbers, so nothing is lost before the last
    division. Sorted, each numerator is at least its denominator's match, so that
    partial products stay small.
    """
    length = untied_pairs(ties) // 2 + 1
    up = Counter(range(1, sum(ties) + 1))
    down = Counter(factor for size in ties for factor in range(1, size + 1))
    counts = [1] + [0] * (length - 1)
    for a, b in zip(sorted((up - down).elements()), sorted((down - up).elements()), strict=True):
        counts[a:] = map(sub, counts[a:], counts[: max(length - a, 0)])
        for start in range(min(b, length)):
            counts[start::b] = accumulate(counts[start::b])
    total = _arrangements(ties)
    return tuple(cumulated / total for cumulated in accumulate(counts))


def _arrangements(ties: tuple[int, ...]) -> int:
    """In how many different orders values with these multiplicities can stand."""
    found, placed = 1, 0
    for size in ties:
        for k in range(1, size + 1):
            placed += 1
            found = found * placed // k
    return found
