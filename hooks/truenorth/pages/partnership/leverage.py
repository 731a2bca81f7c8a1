"""From seed to joint money: who received both, in a table first and then in a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from truenorth.diagrams import Column, MapRequest, Node, draw
from truenorth.pages.addresses import address_of
from truenorth.pages.partnership.money import amount, total_words
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Entry,
    Project,
    Records,
    constellation_links,
    organization_links,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.leverage import Holder, Lane, lanes
from truenorth.partnership.model import Funding

PICTURE = "leverage"


@dataclass(frozen=True)
class Leverage:
    """What is known of money that came where seed money was; `drawing` is empty for one line."""

    summary: str
    table: Records
    picture: str
    drawing: str


def leverage(project: Project, words: Wording) -> Leverage | None:
    """The way from seed to joint money; None where either is not known at all."""
    found = lanes(project.funding)
    if not any(lane.seed for lane in found) or not any(lane.joint for lane in found):
        return None
    return Leverage(
        _summary(words, found),
        _table(project, words, found),
        PICTURE,
        draw(_map(project, words, found)),
    )


def _summary(words: Wording, found: tuple[Lane, ...]) -> str:
    seeded = [lane for lane in found if lane.seed]
    both = [lane for lane in seeded if lane.joint]
    return words(
        "funding.leverage.summary",
        count=len(both),
        all=words.number(len(seeded)),
    )


def _table(project: Project, words: Wording, found: tuple[Lane, ...]) -> Records:
    columns = ("holder", "seed", "joint", "ratio")
    return Records(
        id="table-leverage",
        caption=words("funding.leverage.caption"),
        columns=tuple(words(f"funding.leverage.column.{column}") for column in columns),
        rows=tuple(_row(project, words, lane) for lane in found),
    )


def _row(project: Project, words: Wording, lane: Lane) -> tuple[Entry, ...]:
    return (
        Entry(links=_holder_links(project, lane.holder)),
        _given(words, lane, "seed", lane.seed),
        _given(words, lane, "joint", lane.joint),
        _ratio(words, lane),
    )


def _given(words: Wording, lane: Lane, kind: str, given: tuple[Funding, ...]) -> Entry:
    if not given:
        return Entry(words(f"funding.leverage.no_{kind}"), missing=True)
    links = tuple(
        Link(one.title, address_of("funding", one.id), ", ".join(_told(words, lane, one)))
        for one in given
    )
    return Entry(total_words(words, lane.totals(kind)), links=links)


def _told(words: Wording, lane: Lane, funding: Funding) -> Iterator[str]:
    """When it was given, and that a source says it grew from the seed money beside it."""
    if dates := words.dates(funding.since, funding.until):
        yield dates
    if set(funding.follows) & {seed.id for seed in lane.seed}:
        yield words("funding.leverage.follows")


def _ratio(words: Wording, lane: Lane) -> Entry:
    """How much joint money there is for each dollar of seed money, where all of it is public."""
    if lane.ratio is None:
        return Entry(words("funding.leverage.no_ratio"), missing=True)
    currency = lane.totals("seed")[0].currency
    if currency == "USD":
        return Entry(words("funding.leverage.ratio_dollar", ratio=words.number(lane.ratio, 2)))
    return Entry(
        words("funding.leverage.ratio", ratio=words.number(lane.ratio, 2), currency=currency)
    )


def _holder_links(project: Project, holder: Holder) -> tuple[Link, ...]:
    kind, ident = holder
    links = constellation_links if kind == "constellations" else organization_links
    return links(project, (ident,))


def _map(project: Project, words: Wording, found: tuple[Lane, ...]) -> MapRequest:
    """Seed money, those who received it, and joint money, in three columns."""
    lines = []
    for lane in found:
        lines += [(f"seed-{one.id}", _node_id(lane.holder)) for one in lane.seed]
        lines += [(_node_id(lane.holder), f"joint-{one.id}") for one in lane.joint]
    holders = []
    for lane in found:
        (link,) = _holder_links(project, lane.holder)
        holders.append(Node(_node_id(lane.holder), link.text, link.address))
    return MapRequest(
        id=PICTURE,
        title=words("funding.leverage.drawing"),
        columns=(
            Column(
                words("enums.funding_kind.seed"),
                _nodes(words, "seed", (f for lane in found for f in lane.seed)),
                "before",
            ),
            Column(words("funding.leverage.column.holder"), tuple(holders), "middle"),
            Column(
                words("enums.funding_kind.joint"),
                _nodes(words, "joint", (f for lane in found for f in lane.joint)),
                "after",
            ),
        ),
        lines=tuple(lines),
    )


def _nodes(words: Wording, kind: str, given: Iterable[Funding]) -> tuple[Node, ...]:
    return tuple(
        Node(
            f"{kind}-{one.id}",
            words(
                "funding.leverage.node",
                title=one.title,
                amount=amount(words, one) or words("funding.hidden"),
            ),
            address_of("funding", one.id),
        )
        for one in dict.fromkeys(given)
    )


def _node_id(holder: Holder) -> str:
    return f"to-{holder[0]}-{holder[1]}"
