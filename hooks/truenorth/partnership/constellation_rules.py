"""What must hold for constellations: who leads them, what they are part of, and how they end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from truenorth.partnership.actions import ENDED as ACTION_ENDED
from truenorth.partnership.commitments import ENDED as COMMITMENT_ENDED
from truenorth.partnership.constellations import is_ended
from truenorth.partnership.load import PartnershipFiles
from truenorth.partnership.model import Commitment, Constellation, Strategy
from truenorth.problems import Problems
from truenorth.sources.records import Entry


def check_constellations(files: PartnershipFiles, problems: Problems) -> None:
    """Every rule about constellations, and about what is still to be done in one that ended."""
    found = [entry for entry in files.constellations if entry.record is not None]
    for entry in found:
        _end_told(entry, problems)
        _chairs_named(entry, problems)
        _conveners_once(entry, problems)
    _no_circle(found, "part_of", problems)
    _no_circle(found, "successor", problems)
    ended = {entry.record.id: entry.record for entry in found if is_ended(entry.record)}
    for strategy in files.strategies:
        _no_open_action(strategy, ended, problems)
    for commitment in files.commitments:
        _no_open_commitment(commitment, ended, problems)


def _end_told(entry: Entry[Constellation], problems: Problems) -> None:
    """One that ended says when; one that was disbanded why, and a merged one with what."""
    constellation = entry.record
    status = constellation.status
    if status == "disbanded" and not constellation.end_reason:
        problems.error(
            "ended-without-reason",
            entry.place("status"),
            what=f'The constellation "{constellation.id}" is disbanded, but not why.',
            why="To end when the need has passed is a success worth telling; silence looks like "
            "failure.",
            fix='Add a line such as "end_reason: The colleges took over the work."',
        )
    if status == "merged" and not constellation.successor:
        problems.error(
            "merged-without-successor",
            entry.place("status"),
            what=f'The constellation "{constellation.id}" is merged, but not into which other.',
            why="Its work goes on under another name, and readers want to find it there.",
            fix='Add a line "successor:" with the id of the constellation it became part of.',
        )
    if is_ended(constellation) and not constellation.until:
        problems.error(
            "ended-without-date",
            entry.place("status"),
            what=f'The constellation "{constellation.id}" is {status}, but not when it ended.',
            why="How long it worked is part of its story, and of what it was judged by.",
            fix='Add a line such as "until: 2024-06"; a year alone will do.',
        )


def _chairs_named(entry: Entry[Constellation], problems: Problems) -> None:
    for index, chair in enumerate(entry.record.chairs):
        if not chair.person and not chair.organization:
            problems.error(
                "chair-without-name",
                entry.place("chairs", index),
                what=f'Chair {index + 1} of the constellation "{entry.id}" names nobody.',
                why="A chair is somebody whom others can turn to.",
                fix='Add "person:" with a name, "organization:" with an id, or both.',
            )


def _conveners_once(entry: Entry[Constellation], problems: Problems) -> None:
    listed = entry.record.conveners
    for index, ident in enumerate(listed):
        if ident in listed[:index]:
            problems.error(
                "convener-twice",
                entry.place("conveners", index),
                what=f'The constellation "{entry.id}" lists the convener "{ident}" twice.',
                why="Each convener is counted and drawn once.",
                fix="Remove one of the two, or name the one that was meant.",
            )


_CIRCLES = {
    "part_of": (
        "part-of-itself",
        "is part of itself",
        "One that is inside itself could be drawn nowhere and would be missing from every list.",
        'Remove "part_of:" from the largest of them.',
    ),
    "successor": (
        "succeeds-itself",
        "took its own place",
        "A reader who looks for what came after would go in a circle.",
        "Name the constellation that carries on the work, or remove the line.",
    ),
}


def _no_circle(entries: Sequence[Entry[Constellation]], field: str, problems: Problems) -> None:
    """No constellation leads, over whatever others, back to itself."""
    code, does, why, fix = _CIRCLES[field]
    leads = {entry.record.id: getattr(entry.record, field) for entry in entries}
    for entry in entries:
        way = [entry.record.id]
        while (following := leads.get(way[-1])) is not None and following not in way:
            way.append(following)
        if following != entry.record.id:
            continue
        over = " and ".join(f'"{one}"' for one in way[1:])
        problems.error(
            code,
            entry.place(field),
            what=f'The constellation "{entry.record.id}" {does}'
            + (f", by way of {over}." if over else "."),
            why=why,
            fix=fix,
        )


def _no_open_action(
    entry: Entry[Strategy], ended: dict[str, Constellation], problems: Problems
) -> None:
    """A strategy whose constellations have all ended has nothing left that nobody does."""
    strategy = entry.record
    if strategy is None or not strategy.constellations or {*strategy.constellations} - {*ended}:
        return
    for index, action in enumerate(strategy.actions):
        if action.status in ACTION_ENDED:
            continue
        problems.error(
            "open-action-after-end",
            entry.place("actions", index, "status"),
            what=f'The action "{action.id}" of the strategy "{strategy.id}" '
            f"{_open(action.status)}, but {_all_ended(strategy.constellations)}.",
            why="Nobody is left to do it, and nobody would notice.",
            fix='Write "status: completed" or "stopped", or name under "constellations:" '
            f"who carries it on{_hint(strategy.constellations, ended)}.",
        )


def _no_open_commitment(
    entry: Entry[Commitment], ended: dict[str, Constellation], problems: Problems
) -> None:
    commitment = entry.record
    if commitment is None or commitment.constellation not in ended:
        return
    if commitment.status in COMMITMENT_ENDED:
        return
    problems.error(
        "open-commitment-after-end",
        entry.place("constellation"),
        what=f'The commitment "{commitment.id}" {_open(commitment.status)}, but '
        f"{_all_ended((commitment.constellation,))}.",
        why="Nobody is left to carry it out, and nobody would notice.",
        fix='Write "status: completed", "withdrawn" or "carried_forward", or name under '
        f'"constellation:" who carries it on{_hint((commitment.constellation,), ended)}.',
    )


def _open(status: str | None) -> str:
    return f'is "{status}"' if status else "has no status"


def _all_ended(ids: Sequence[str]) -> str:
    names = " and ".join(f'"{ident}"' for ident in ids)
    if len(ids) == 1:
        return f"the constellation {names} has ended"
    return f"the constellations {names} have all ended"


def _hint(ids: Iterable[str], ended: dict[str, Constellation]) -> str:
    found = list(_successors(ids, ended))
    return f", such as {found[0]}" if found else ""


def _successors(ids: Iterable[str], ended: dict[str, Constellation]) -> Iterator[str]:
    for ident in ids:
        after = ended[ident].successor
        if after is not None and after not in ended:
            yield f'"{after}"'
