"""Where each record stands in the repository: by its kind and id, the file and the line."""

from __future__ import annotations

from collections.abc import Iterator

from truenorth.across import Everything
from truenorth.problems import Place

Origin = tuple[tuple[str, str], Place]


def origins(read: Everything) -> dict[tuple[str, str], Place]:
    """The places of all records, and of the parts that have an id of their own."""
    return dict([*_partnership(read), *_parts(read), *_others(read)])


def _partnership(read: Everything) -> Iterator[Origin]:
    for kind, entries in read.partnership.lists().items():
        for entry in entries:
            yield (kind, entry.record.id), entry.place()
    partnership = read.partnership.partnership
    yield ("partnership", "partnership"), partnership.place()
    for kind, keys in (("places", ("places",)), ("facts", ("history", "region"))):
        for key in keys:
            for index, record in enumerate(getattr(partnership.record, key)):
                yield (kind, record.id), partnership.place(key, index)


def _parts(read: Everything) -> Iterator[Origin]:
    for entry in read.partnership.bodies:
        for index, seat in enumerate(entry.record.seats):
            yield ("seats", f"{entry.record.id}#{seat.id}"), entry.place("seats", index)
    for entry in read.partnership.strategies:
        for index, action in enumerate(entry.record.actions):
            yield ("actions", f"{entry.record.id}#{action.id}"), entry.place("actions", index)


def _others(read: Everything) -> Iterator[Origin]:
    for file in read.report_card.indicators:
        yield ("indicators", file.id), file.descriptor.place()
    for entry in read.report_card.program_measures:
        yield ("program_measures", entry.record.id), entry.place()
    for file in read.compact.documents:
        yield ("documents", file.id), Place(file.text.file)
    for meeting in read.partnership.meetings:
        yield ("meetings", meeting.id), Place(meeting.text.file)
    for entry in read.compact.decisions:
        yield ("decisions", entry.record.id), entry.place()
    for entry in read.compact.agenda:
        yield ("agenda", entry.record.element), entry.place()
