"""Sums of money of which not every amount is public.

Pure functions. An amount that is not public is never counted as nothing: a sum says how much
is known at least, and how many of its amounts are missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from truenorth.partnership.model import Funding, Recipient


@dataclass(frozen=True)
class Gift:
    """Money given once: the amount, or None where it is not public but at least `least`."""

    currency: str
    amount: Decimal | None
    least: Decimal = Decimal(0)


@dataclass(frozen=True)
class Total:
    """The sum of gifts in one currency: at least `known`; `hidden` of `count` are not public."""

    currency: str
    known: Decimal
    hidden: int
    count: int


def gifts(funding: Funding) -> Iterator[Gift]:
    """What was given at first, and again at each renewal."""
    shares = sum((_exact(one.amount) for one in funding.recipients if one.amount), Decimal(0))
    yield _gift(funding, funding.amount, shares)
    for renewal in funding.renewals:
        yield _gift(funding, renewal.amount)


def share(funding: Funding, recipients: Iterable[Recipient]) -> Iterator[Gift]:
    """What some of the recipients got; all of it where there are no others.

    Of what was given again among several it is not known who got how much.
    """
    mine = tuple(recipients)
    if len(mine) == len(funding.recipients):
        yield from gifts(funding)
        return
    for one in mine:
        yield _gift(funding, one.amount)
    for _ in funding.renewals:
        yield _gift(funding, None)


def totals(given: Iterable[Gift]) -> tuple[Total, ...]:
    """One sum for each currency, in the order in which they come."""
    by_currency: dict[str, list[Gift]] = {}
    for gift in given:
        by_currency.setdefault(gift.currency, []).append(gift)
    return tuple(
        Total(
            currency,
            sum((g.least if g.amount is None else g.amount for g in listed), Decimal(0)),
            sum(g.amount is None for g in listed),
            len(listed),
        )
        for currency, listed in by_currency.items()
    )


def _gift(funding: Funding, amount: float | None, least: Decimal = Decimal(0)) -> Gift:
    return Gift(funding.currency, None if amount is None else _exact(amount), least)


def _exact(amount: float) -> Decimal:
    return Decimal(str(amount))
