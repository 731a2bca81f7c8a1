"""Numbers, units, dates and lists as people read them; every sign comes from the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import reduce
from typing import Any

Words = Callable[..., Any]
_KB = 1000
_EVERY_DIGIT = Context(prec=400)  # of any number that a program can hold


def number(t: Words, value: float, decimals: int = 0) -> str:
    """A number rounded half up, with separators and a true minus sign."""
    rounded = Decimal(str(value)).quantize(
        Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EVERY_DIGIT
    )
    whole, _, fraction = f"{abs(rounded):,f}".partition(".")
    text = whole.replace(",", t("units.thousands"))
    if fraction:
        text = t("units.decimal", whole=text, fraction=fraction)
    return t("units.negative", number=text) if rounded < 0 else text


def measure(t: Words, value: float, unit: str, decimals: int = 0) -> str:
    """A value in its unit: 86.1%, $1,200, 12 days."""
    if unit == "currency":
        text = t("units.currency", number=number(t, abs(value), decimals))
        negative = value < 0 and not is_zero(value, decimals)
        return t("units.negative", number=text) if negative else text
    shown = number(t, value, decimals)
    key = f"units.days.{_size(t, shown)}" if unit == "days" else f"units.{unit}"
    return t(key, number=shown)


def difference(t: Words, amount: float, unit: str, decimals: int = 0) -> str:
    """The size of a change without its sign: 3.4 percentage points."""
    shown = number(t, abs(amount), decimals)
    return t(f"units.difference.{unit}.{_size(t, shown)}", number=shown)


def _size(t: Words, shown: str) -> str:
    return "one" if shown == number(t, 1) else "many"


def signed(t: Words, amount: float, unit: str, decimals: int = 0) -> str:
    """A change with its sign, for a table cell: +3.4 points."""
    size = difference(t, amount, unit, decimals)
    if is_zero(amount, decimals):
        return size
    return t("units.plus", number=size) if amount > 0 else t("units.negative", number=size)


def is_zero(amount: float, decimals: int) -> bool:
    """Whether an amount rounds to nothing at the precision that is printed."""
    return not Decimal(str(amount)).quantize(
        Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EVERY_DIGIT
    )


def date(t: Words, text: str) -> str:
    """An ISO date as precise as it is given: 2016, December 2016, December 14, 2016."""
    year, *rest = text.split("-")
    if not rest:
        return year
    month = t(f"units.month.{int(rest[0])}")
    if len(rest) == 1:
        return t("units.month_year", month=month, year=year)
    return t("units.full_date", month=month, day=int(rest[1]), year=year)


def dates(t: Words, since: str | None, until: str | None) -> str:
    """From when to when, as far as known; empty when neither is known."""
    if since and until:
        if since == until:
            return date(t, since)
        return t("units.from_to", since=date(t, since), until=date(t, until))
    if since:
        return t("units.since", since=date(t, since))
    return t("units.until", until=date(t, until)) if until else ""


def on(t: Words, first: str, last: str | None = None) -> str:
    """When something was, in a sentence: on May 20, 2025; in December 2018; from one to another."""
    if last is not None and last != first:
        return t("units.from_day_to_day", first=date(t, first), last=date(t, last))
    whole = len(first) == len("2016-12-14")
    return t("units.on_day" if whole else "units.in_month", date=date(t, first))


def listing(t: Words, items: Iterable[str]) -> str:
    """Items in a sentence: a, b and c."""
    *start, last = [*items] or [""]
    if not start:
        return last
    joined = reduce(lambda text, item: t("units.list_more", items=text, item=item), start)
    return t("units.list_last", items=joined, last=last)


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def size(t: Words, count: int) -> str:
    """The size of a file: 12 kB."""
    if count < _KB:
        return t("units.bytes", number=number(t, count))
    return t("units.kilobytes", number=number(t, count / _KB))
