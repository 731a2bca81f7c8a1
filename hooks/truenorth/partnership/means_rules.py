"""What must hold for money: shares that add up, and seeds that come before what grew from them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from truenorth.dates import surely_before
from truenorth.partnership.load import PartnershipFiles
from truenorth.partnership.model import Funding
from truenorth.problems import Problems
from truenorth.sources.records import Entry


def check_means(files: PartnershipFiles, problems: Problems) -> None:
    """Every piece of funding for itself, and with the seed it follows."""
    known = {entry.record.id: entry.record for entry in files.funding if entry.record}
    for entry in files.funding:
        if entry.record is not None:
            _shares_add_up(entry, problems)
            _renewed_after_it_began(entry, problems)
            _follows_what_came_before(entry, known, problems)


def _shares_add_up(entry: Entry[Funding], problems: Problems) -> None:
    funding = entry.record
    shares = sum(Decimal(str(one.amount or 0)) for one in funding.recipients)
    if funding.amount is not None and shares > Decimal(str(funding.amount)):
        problems.error(
            "shares-exceed-amount",
            entry.place("amount"),
            what=f"The recipients receive {_said(shares)} in all, but the amount is "
            f"{_said(Decimal(str(funding.amount)))}.",
            why="Nobody can receive more than is given.",
            fix="Check the amounts in the source. Money of a renewal stands under "
            '"renewals:", not among the shares.',
        )


def _renewed_after_it_began(entry: Entry[Funding], problems: Problems) -> None:
    since = entry.record.since
    for index, renewal in enumerate(entry.record.renewals):
        if since is not None and surely_before(renewal.date, since):
            problems.error(
                "renewed-before-it-began",
                entry.place("renewals", index, "date"),
                what=f"It is given since {since}, but a renewal is of {renewal.date}.",
                why="Only what was given before can be given again.",
                fix="Check both dates in the source.",
            )


def _follows_what_came_before(
    entry: Entry[Funding], known: Mapping[str, Funding], problems: Problems
) -> None:
    for index, ident in enumerate(entry.record.follows):
        seed = known.get(ident)
        if seed is None:
            continue  # an unknown id is told elsewhere
        if entry.record.id in _grown_from(seed, known):
            problems.error(
                "follows-itself",
                entry.place("follows", index),
                what=f'"{entry.record.id}" follows "{ident}", which follows it in turn.',
                why="Money cannot have grown from what it made possible.",
                fix="Keep the direction that a source states, from the seed to what followed.",
            )
        elif seed.since and entry.record.since and surely_before(entry.record.since, seed.since):
            problems.error(
                "follows-later-money",
                entry.place("follows", index),
                what=f'It is given since {entry.record.since}, but "{ident}", which it follows, '
                f"only since {seed.since}.",
                why="A seed comes before what grows from it.",
                fix="Check both dates in the source, or name another seed.",
            )


def _said(amount: Decimal) -> str:
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"


def _grown_from(funding: Funding, known: Mapping[str, Funding]) -> frozenset[str]:
    """The ids of a piece of funding and of all that it follows, step by step."""
    found: set[str] = set()
    waiting = [funding.id]
    while waiting:
        ident = waiting.pop()
        if ident in known and ident not in found:
            found.add(ident)
            waiting += known[ident].follows
    return frozenset(found)
