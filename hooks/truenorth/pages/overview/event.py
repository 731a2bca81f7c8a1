"""One dated entry of the timeline: what happened, as a sentence that leads to its page."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from markupsafe import Markup

from truenorth.dates import earliest, latest
from truenorth.pages.parts import Link

# In the order in which the entries of one day stand.
Kind = Literal[
    "fact", "phase", "text", "signatures", "decision", "meeting", "commitment", "strategy",
    "constellation", "seat", "role", "money", "agreement", "report_card", "assessment",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True)
class Account:
    """What another source says, and which."""

    says: str
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class Event:
    """Something that happened, or is `planned`, on a date as precise as it is known.

    `last` is the last day of what went on for several. `items` are the single ones where
    the sentence is about several, and `notes` the record's own sentences; `sources` stand
    where no page of its own names them, and `others` are accounts that differ.
    """

    kind: Kind
    date: str
    sentence: str
    last: str | None = None
    items: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    planned: bool = False
    id: str = ""
    sources: tuple[Link, ...] = ()
    others: tuple[Account, ...] = ()

    def is_ahead(self, today: date) -> bool:
        """Whether it is still to come; what is planned for today, or for this month, is."""
        if self.planned:
            return latest(self.last or self.date) >= today
        return earliest(self.date) > today


def linked(link: Link) -> Markup:
    """A name that leads to its page, as part of a sentence; words where it leads nowhere."""
    if not link.address:
        return Markup("{}").format(link.text)
    return Markup('<a href="{}">{}</a>').format(link.address, link.text)


def how_many(found: Sized) -> str:
    """The key of the sentence about one, or about several that are listed below it."""
    return "one" if len(found) == 1 else "several"


def is_over(known: str | None, today: date) -> bool:
    """Whether what lasted until a date has ended, whatever day that date may mean."""
    return known is not None and latest(known) < today
