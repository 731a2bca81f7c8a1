"""Groups that guide or decide, and the seats at their table."""

from __future__ import annotations

from typing import Literal

from truenorth.fields import date, ident, record, ref, value, yes_no

BodyKind = Literal["stewardship", "leadership", "working", "advisory", "role"]
Holders = Literal["listed", "not_published"]


@record
class Holder:
    """Who holds one place of a seat, and for whom."""

    person: str | None = value("The person; left out where nobody is to be named", default=None)
    organization: str | None = ref("organizations", "On behalf of which organization", default=None)
    since: str | None = date("From when", default=None)
    until: str | None = date("Until when", default=None)
    consent: bool = yes_no("Whether a young person agreed in writing to be named", default=False)
    sources: tuple[str, ...] = ref("sources", "Where that is said", default=())
    note: str | None = value("What a reader should know about it", default=None)


@record
class Seat:
    """One or more places at the table for one constituency."""

    id: str = ident("Id of the seat, permanent within its body", "school-district")
    constituency: str = value("Whom it speaks for", example="The school district")
    count: int = value("How many places it has", ge=1)
    qualification: str | None = value("What a holder must bring", default=None)
    selected_by: str | None = value("Who chooses the holders", default=None)
    fallback: str | None = value("What happens where they do not choose", default=None)
    term: str | None = value("For how long, in words", default=None)
    voting: bool = yes_no("Whether it votes", default=True)
    young: bool = yes_no("True for seats of children, students or youth: nobody is named without consent", default=False)  # fmt: skip
    holders: tuple[Holder, ...] = value("Who holds it, and who held it", default=())
    note: str | None = value("What a reader should know about it", default=None)


@record
class Body:
    """A group that guides or decides: data/bodies.yml."""

    id: str = ident("Permanent id of the body", "stewardship-group")
    name: str = value("Its name")
    purpose: str = value("Why it exists, in one sentence")
    who: str = value("Who takes part in it, in words")
    functions: tuple[str, ...] = value("What it does, each as a short phrase")
    sources: tuple[str, ...] = ref("sources", "Where that is said")
    kind: BodyKind | None = value("What kind of group it is; role where it is only a part that many play", default=None)  # fmt: skip
    rhythm: str | None = value("How often it meets, where known", default=None)
    decision_rule: str | None = value("How it decides, where a source says so", default=None)
    quorum: str | None = value("How many must be there, where a source says so", default=None)
    seats_total: int | None = value("How many places it has in all, as its rules state", default=None, ge=1)  # fmt: skip
    seats: tuple[Seat, ...] = value("Its seats; their places add up to the total", default=())
    holders: Holders = value("Whether its holders are listed here; only then is an empty place vacant", default="not_published")  # fmt: skip
    note: str | None = value("What a reader should know about it", default=None)
