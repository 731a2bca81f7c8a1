"""What must hold for the partnership's records, each for itself and among its like."""

from __future__ import annotations

from collections.abc import Iterable

from truenorth.partnership.assessment_rules import check_assessments
from truenorth.partnership.commitment_rules import check_commitments
from truenorth.partnership.constellation_rules import check_constellations
from truenorth.partnership.course_rules import check_phases
from truenorth.partnership.label_rules import check_labels
from truenorth.partnership.load import PartnershipFiles
from truenorth.partnership.means_rules import check_means
from truenorth.partnership.meeting_rules import check_meetings
from truenorth.partnership.model import Funding, Goal
from truenorth.partnership.role_rules import check_roles
from truenorth.partnership.seat_rules import check_seats
from truenorth.partnership.strategy_rules import check_strategies
from truenorth.problems import Problems
from truenorth.sources.records import Entry
from truenorth.written import walk


def check_partnership(files: PartnershipFiles, problems: Problems) -> None:
    """Every rule that needs no other domain."""
    for entry in files.entries():
        _dates_in_order(entry, problems)
    if files.partnership:
        check_labels(files.partnership, problems)
        check_phases(files.partnership, problems)
    _orders_unique(files.goals, problems)
    check_seats(files.bodies, problems)
    check_roles(files.partnership, files.organizations, problems)
    check_constellations(files, problems)
    for funding in files.funding:
        _somebody_receives(funding, problems)
    check_means(files, problems)
    check_commitments(files.commitments, problems)
    check_strategies(files.strategies, problems)
    check_meetings(files, problems)
    check_assessments(files, problems)
    for agreement in files.agreements:
        if agreement.record and len(set(agreement.record.parties)) < 2:
            problems.error(
                "one-party",
                agreement.place("parties"),
                what=f'The agreement "{agreement.id}" has only one party.',
                why="An agreement is made between at least two.",
                fix="Add the other organizations that agreed.",
            )


def _dates_in_order(entry: Entry, problems: Problems) -> None:
    """since stands before until, compared at the coarser precision of the two."""
    since = {}
    for written in walk(entry.model, entry.data, entry.path):
        if not isinstance(written.value, str) or not written.field.metadata.get("is_date"):
            continue
        if written.path[-1] == "since":
            since[written.path[:-1]] = written.value
        start = since.get(written.path[:-1])
        if written.path[-1] != "until" or start is None:
            continue
        length = min(len(start), len(written.value))
        if start[:length] > written.value[:length]:
            problems.error(
                "ends-before-it-begins",
                entry.file.place(*written.path),
                what=f'"until" is {written.value}, which lies before "since", {start}.',
                why="Nothing can end before it begins.",
                fix="Check both dates in the source; often they are only swapped.",
            )


def _orders_unique(goals: Iterable[Entry[Goal]], problems: Problems) -> None:
    seen: dict[int, str] = {}
    for entry in goals:
        if (goal := entry.record) is None:
            continue
        if goal.order in seen:
            problems.error(
                "duplicate-order",
                entry.place("order"),
                what=f'The goals "{seen[goal.order]}" and "{goal.id}" both have order '
                f"{goal.order}.",
                why="The order decides which comes first on every page.",
                fix="Give each goal a number of its own: 1, 2, 3.",
            )
        seen.setdefault(goal.order, goal.id)


def _somebody_receives(entry: Entry[Funding], problems: Problems) -> None:
    """Also where the record has a fault of its own."""
    funding = entry.data if isinstance(entry.data, dict) else {}
    if not funding.get("recipients") and not funding.get("note"):
        problems.error(
            "funding-without-recipient",
            entry.place("recipients"),
            what=f'The funding "{entry.id}" does not say who receives it.',
            why="Readers want to follow money to the work it pays for.",
            fix='Add "recipients:" and below it "- organization:" or "- constellation:" '
            'with an id. Where no source says it, say so under "note:".',
        )
    listed = funding.get("recipients")
    for index, recipient in enumerate(listed if isinstance(listed, list) else ()):
        named = not isinstance(recipient, dict) or {"organization", "constellation"} & {*recipient}
        if not named:
            problems.error(
                "recipient-without-name",
                entry.place("recipients", index),
                what=f'Recipient {index + 1} of the funding "{entry.id}" names nobody.',
                why="Readers want to follow money to the work it pays for.",
                fix='Add "organization:" or "constellation:" with an id.',
            )
