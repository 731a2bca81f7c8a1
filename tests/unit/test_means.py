"""Sums of money of which not all is public, and the way from seed to joint money."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from truenorth.partnership.leverage import holder_of, lanes
from truenorth.partnership.means import Total, gifts, share, totals
from truenorth.partnership.model import Funding, Recipient, Renewal


def funding(ident: str = "grant", kind: str = "joint", **more) -> Funding:
    return Funding(ident, ident.capitalize(), kind, ("minutes",), **more)


def total(*given: Funding) -> tuple[Total, ...]:
    return totals(gift for one in given for gift in gifts(one))


def test_a_sum_says_how_many_amounts_are_missing():
    known, hidden = funding(amount=90000.0), funding()
    assert total(known, hidden, known) == (Total("USD", Decimal(180000), 1, 3),)
    assert total(hidden) == (Total("USD", Decimal(0), 1, 1),)
    assert total() == ()


def test_currencies_are_never_mixed():
    found = total(funding(amount=5.0), funding(amount=7.0, currency="EUR"))
    assert [(one.currency, one.known) for one in found] == [("USD", 5), ("EUR", 7)]


def test_renewals_count_and_those_without_an_amount_are_missing():
    grant = funding(amount=40000.0, renewals=(Renewal("2025"), Renewal("2026", amount=42000.5)))
    assert total(grant) == (Total("USD", Decimal("82000.5"), 1, 3),)


def test_the_shares_of_an_amount_that_is_not_public_are_known_at_least():
    grant = funding(recipients=(Recipient("a", amount=100.0), Recipient("b")))
    assert total(grant) == (Total("USD", Decimal(100), 1, 1),)


def test_the_share_of_one_among_several_is_its_own_or_not_known():
    a, b = Recipient("a", amount=100.0), Recipient("b")
    grant = funding(amount=900.0, recipients=(a, b))
    assert totals(share(grant, [a])) == (Total("USD", Decimal(100), 0, 1),)
    assert totals(share(grant, [b])) == (Total("USD", Decimal(0), 1, 1),)
    assert totals(share(grant, [a, b])) == (Total("USD", Decimal(900), 0, 1),)
    again = replace(grant, renewals=(Renewal("2025", amount=1.0),))
    assert totals(share(again, [a])) == (Total("USD", Decimal(100), 1, 2),)
    assert totals(share(again, [a, b])) == (Total("USD", Decimal(901), 0, 2),)


def test_money_is_for_the_constellation_for_which_an_organization_holds_it():
    assert holder_of(Recipient("a", "circle")) == ("constellations", "circle")
    assert holder_of(Recipient("a")) == ("organizations", "a")
    assert holder_of(Recipient()) is None


def test_seed_and_joint_money_meet_at_those_who_received_both():
    circle, jobs = Recipient(constellation="circle"), Recipient(constellation="jobs")
    given = (
        funding("jobs-seed", "seed", recipients=(jobs,)),
        funding("award", "award", amount=1.0, recipients=(circle,)),
        funding("seed", "seed", amount=100.0, recipients=(circle,)),
        funding("joint", amount=250.0, recipients=(Recipient("a", "circle", amount=250.0),)),
    )
    both, alone = lanes(given)
    assert both.holder == ("constellations", "circle")
    assert [f.id for f in both.seed] == ["seed"] and [f.id for f in both.joint] == ["joint"]
    assert both.ratio == 2.5
    assert alone.holder == ("constellations", "jobs") and alone.ratio is None


def test_there_is_no_ratio_unless_every_amount_is_public():
    circle = (Recipient(constellation="circle"),)
    seed = funding("seed", "seed", amount=100.0, recipients=circle)
    (hidden,) = lanes((seed, funding("joint", recipients=circle)))
    (foreign,) = lanes((seed, funding("joint", amount=9.0, currency="EUR", recipients=circle)))
    assert hidden.ratio is None and foreign.ratio is None


def test_nobody_receives_it_twice():
    twice = (Recipient("a", "circle", "partner", 60.0), Recipient("b", "circle", "data", 20.0))
    (lane,) = lanes((funding("seed", "seed", amount=100.0, recipients=twice),))
    assert [f.id for f in lane.seed] == ["seed"]
    assert lane.totals("seed") == (Total("USD", Decimal(100), 0, 1),)
