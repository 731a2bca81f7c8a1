"""Numbers as people write them, and what is wrong with them for a program."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([,.'\u2019 \u00a0\u202f]\d{3})+([.,]\d+)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_NOT_FINITE = frozenset(
    {"nan", "inf", "infinity", "-nan", "-inf", "+inf", "-infinity", "+infinity"}
)
_DASHES = ("-", "--", "\u2013", "\u2014")
_NOTHING = frozenset({"na", "n/a", "#n/a", "null", "none", ".", "..", "*", *_DASHES})
_LEAVE_EMPTY = "Leave the cell empty, and say why in the column for the status or a note."


@dataclass(frozen=True)
class NumberFault:
    """Why a text is not a plain number, and what to write in its place."""

    code: str
    reason: str
    fix: str
    wanted: str = "a plain number"


def number_fault(text: str, *, whole: bool) -> NumberFault | None:
    """What keeps `text` (without space around it) from being a plain number."""
    if _NUMBER.fullmatch(text):
        if not math.isfinite(float(text)):
            reason = "It is larger than any number that a program can reckon with."
            return NumberFault(
                "table-not-finite", reason, f"Compare it with its source. {_LEAVE_EMPTY}"
            )
        if not whole or _WHOLE.fullmatch(text):
            return None
        return NumberFault(
            "table-not-whole",
            "The schema promises one for this column.",
            "Write a whole number such as 2022, or change the type to number.",
            "a whole number",
        )
    if text.casefold() in _NOT_FINITE:
        reason = "That is a program's word for a result that is no number."
        return NumberFault("table-not-finite", reason, _LEAVE_EMPTY)
    if not text or stands_for_nothing(text):
        reason = "It stands for a value that is missing." if text else "It holds only spaces."
        return NumberFault("table-text-in-number", reason, _LEAVE_EMPTY)
    if text.endswith("%"):
        return NumberFault(
            "table-percent-sign",
            "It has a percent sign.",
            f"Write {text.rstrip(' %') or '42.5'}; that it is a percentage is said once, by the "
            "unit.",
        )
    if _THOUSANDS.fullmatch(text):
        return NumberFault(
            "table-thousands",
            "It has marks between the thousands.",
            f"Write {_without_marks(text)}, without any mark between the digits.",
        )
    if _DECIMAL_COMMA.fullmatch(text):
        return NumberFault(
            "table-decimal-comma",
            "It has a decimal comma.",
            f"Write {text.replace(',', '.')}, with a point.",
        )
    return NumberFault(
        "table-text-in-number",
        "It has something else in it.",
        "Write the bare number with the ordinary minus sign, such as 42.5 or -3. Words go into a "
        "column for notes; where there is no number, leave the cell empty.",
    )


def looks_like_number(text: str) -> bool:
    """Whether a text is meant as a number, even if it is not written as one should be."""
    return (
        any(form.fullmatch(text) for form in (_NUMBER, _THOUSANDS, _DECIMAL_COMMA))
        or text.casefold() in _NOT_FINITE
        or (text.endswith("%") and looks_like_number(text.rstrip(" %")))
    )


def stands_for_nothing(text: str) -> bool:
    """Whether people write it where they have no value."""
    return text.casefold() in _NOTHING


def _without_marks(text: str) -> str:
    """1,234.5 and 1.234,5 without the marks between the thousands."""
    last = max(text.rfind("."), text.rfind(","))
    if last >= 0 and len(text) - last != 4:
        return f"{re.sub(r'[^0-9+-]', '', text[:last])}.{text[last + 1 :]}"
    return re.sub(r"[^0-9+-]", "", text)
