"""Amounts of money in words; what is not public is said to be so, and never counted as nothing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from truenorth.pages.wording import Wording
from truenorth.partnership.means import Total
from truenorth.partnership.model import Funding


def money(words: Wording, value: float | Decimal, currency: str) -> str:
    """An amount with its currency: $25,000; cents only where there are any."""
    number = words.number(float(value), 0 if value == int(value) else 2)
    if currency == "USD":
        return words("units.currency", number=number)
    return words("funding.other_currency", number=number, currency=currency)


def amount(words: Wording, funding: Funding) -> str | None:
    """The amount first given; None for one that is not public."""
    return None if funding.amount is None else money(words, funding.amount, funding.currency)


def total_words(words: Wording, found: Iterable[Total]) -> str:
    """A sum in words: what is known at least, and how many amounts are not public."""
    return words.list(_total(words, one) for one in found)


def _total(words: Wording, total: Total) -> str:
    known = money(words, total.known, total.currency)
    if not total.hidden:
        return known
    if not total.known:
        return words("funding.sum.hidden", count=total.count)
    every = words.number(total.count)
    return words("funding.sum.at_least", known=known, count=total.hidden, all=every)
