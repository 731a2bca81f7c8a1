"""What must hold between the three domains, and for all texts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from truenorth.compact.decision_record_rules import Sitting, check_decided_at
from truenorth.compact.goal_rules import check_goals_changed
from truenorth.compact.load import CompactFiles
from truenorth.compact.reference_rules import check_sections_in_versions, check_sections_on_date
from truenorth.content_pages import CONTENT, PageFile
from truenorth.disclosure.load import DisclosureFiles
from truenorth.partnership.commitment_rules import check_upkeep
from truenorth.partnership.load import PartnershipFiles
from truenorth.problems import Place, Problems
from truenorth.problems.suggest import did_you_mean
from truenorth.references import check_internal, check_mentions, check_unique, is_internal
from truenorth.reportcard.load import ReportCardFiles, place_of
from truenorth.reportcard.model import Observation
from truenorth.reportcard.row_rules import times
from truenorth.sources.markdown_text import MarkdownFile
from truenorth.sources.records import Entry
from truenorth.texts import (
    PICTURES,
    PLACEHOLDER,
    check_text,
    report_picture_kind,
    report_placeholder,
)
from truenorth.written import walk


@dataclass(frozen=True)
class Everything:
    """All that was read, before it is known to be sound."""

    partnership: PartnershipFiles
    compact: CompactFiles
    report_card: ReportCardFiles
    pages: tuple[PageFile, ...]
    disclosure: DisclosureFiles

    def entries(self) -> tuple[Entry, ...]:
        heads = (file.head for file in self.pages if file.head)
        return (
            *self.partnership.entries(), *self.compact.entries(), *self.report_card.entries(),
            *heads, *self.disclosure.entries(),
        )  # fmt: skip

    def texts(self) -> tuple[MarkdownFile, ...]:
        """Every Markdown text that may change, stories included."""
        documents = (file.text for file in self.compact.documents)
        meetings = (file.text for file in self.partnership.meetings)
        stories = (file.text for file in self.report_card.stories)
        return (*documents, *stories, *meetings, *(file.text for file in self.pages))


def check_across(root: Path, read: Everything, today: datetime.date, problems: Problems) -> None:
    """Every rule that needs more than one domain, or holds for all of them."""
    _ids_unique(read, problems)
    check_mentions(read.entries(), known_ids(read), problems)
    check_internal(read.entries(), _internal_ids(read.partnership), problems)
    _geographies_known(read, problems)
    _headline_is_of_its_place(read, problems)
    _nobody_signs_unsigned(read, problems)
    check_sections_on_date(read.entries(), read.compact, today, problems)
    check_sections_in_versions(read.entries(), read.compact, problems)
    check_upkeep(read.partnership.commitments, today, problems)
    check_goals_changed(_goal_sections(read.partnership), read.compact, problems)
    check_decided_at(read.compact, _sittings(read.partnership), problems)
    for text in read.texts():
        check_text(root, text, problems)
    for file in read.compact.documents:
        for held in file.held:
            if held.read:
                # An adopted text is a copy of the working text, so its links begin there.
                check_text(root, held.read.text, problems, links_from=file.text.file)
    _placeholders(read.entries(), problems)
    _pictures_allowed(root, problems)


def known_ids(read: Everything) -> Mapping[str, frozenset[str]]:
    """The ids of each kind; a kind whose file could not be read is left out."""
    files = read.partnership
    known = {
        kind: frozenset(entry.id for entry in entries if entry.id)
        for kind, entries in files.lists().items()
        if kind not in files.unread
    }
    if "partnership" not in files.unread:
        known["places"] = frozenset(ident for ident, _ in _parts(files, "places", "id"))
    known["meetings"] = frozenset(file.id for file in files.meetings)
    if "bodies" not in files.unread:
        known["seats"] = frozenset(_seats(files))
    known["indicators"] = read.report_card.ids
    known["sections"] = frozenset(
        f"{file.id}#{heading.id}"
        for file in read.compact.documents
        for text in file.texts()
        for heading in text.headings
        if heading.id
    )
    known["program_measures"] = frozenset(e.id for e in read.report_card.program_measures if e.id)
    if "decisions" not in read.compact.unread:
        known["decisions"] = frozenset(e.id for e in read.compact.decisions if e.id)
    return known


def _seats(files: PartnershipFiles) -> Iterator[str]:
    """Every seat as body#seat, also where the record has a fault elsewhere."""
    for body in files.bodies:
        seats = body.data.get("seats") if isinstance(body.data, dict) else None
        for seat in seats if isinstance(seats, list) else ():
            if isinstance(seat, dict) and isinstance(seat.get("id"), str):
                yield f"{body.id}#{seat['id']}"


def _internal_ids(files: PartnershipFiles) -> Mapping[str, frozenset[str]]:
    """The ids of each kind whose record is to stay off the site."""
    ids = {
        kind: frozenset(e.id for e in entries if e.id and is_internal(e.data))
        for kind, entries in files.lists().items()
    }
    heads = ((file.id, file.head) for file in files.meetings)
    return ids | {"meetings": frozenset(i for i, head in heads if head and is_internal(head.data))}


def _sittings(files: PartnershipFiles) -> Mapping[str, Sitting]:
    """What a decision must agree with in each meeting that could be read."""
    return {
        m.id: Sitting(
            m.head.body,
            m.head.constellation,
            m.head.first_day,
            m.head.last_day or m.head.first_day,
            m.head.status,
        )
        for m in (file.meeting for file in files.meetings)
        if m is not None
    }


def _goal_sections(files: PartnershipFiles) -> frozenset[str]:
    """The sections that state a goal, as document#section."""
    return frozenset(entry.record.section for entry in files.goals if entry.record)


def _parts(files: PartnershipFiles, key: str, name: str) -> list[tuple[str, Place]]:
    """A text of each entry of a list in partnership.yml, with its place."""
    entry = files.partnership
    listed = entry.data.get(key) if entry and isinstance(entry.data, dict) else None
    return [
        (part[name], entry.place(key, index, name))
        for index, part in enumerate(listed if isinstance(listed, list) else ())
        if isinstance(part, dict) and isinstance(part.get(name), str)
    ]


def _ids_unique(read: Everything, problems: Problems) -> None:
    files = read.partnership
    listed = {
        **files.lists(),
        "decisions": read.compact.decisions,
        "program_measures": read.report_card.program_measures,
    }
    for kind, entries in listed.items():
        check_unique(kind, ((e.id, e.place("id")) for e in entries if e.id), problems)
    check_unique("places", _parts(files, "places", "id"), problems)
    facts = [*_parts(files, "region", "id"), *_parts(files, "history", "id")]
    check_unique("fact", facts, problems)


def _geographies_known(read: Everything, problems: Problems) -> None:
    """Each geography of a table is the name of a known place; each name is reported once."""
    if "partnership" in read.partnership.unread:
        return
    names = [name for name, _ in _parts(read.partnership, "places", "name")]
    for file in read.report_card.indicators:
        unknown: dict[str, list[Observation]] = {}
        for row in (*file.rows, *file.earlier):
            if row.observation.geography not in names:
                unknown.setdefault(row.observation.geography, []).append(row.observation)
        for name, rows in unknown.items():
            problems.error(
                "unknown-geography",
                Place(rows[0].file, rows[0].line),
                what=f'"{name}" is not the name of a known place{times(rows)}.',
                why="Figures are shown by place, and each place is described once.",
                fix=f'{did_you_mean(name, names)} Places are listed under "places:" in '
                "data/partnership.yml.",
            )


def _headline_is_of_its_place(read: Everything, problems: Problems) -> None:
    """The main series exists for the place that the indicator is about."""
    files = read.partnership
    places = zip(_parts(files, "places", "id"), _parts(files, "places", "name"), strict=False)
    names: dict[str, str] = {}
    for (ident, _), (name, _) in places:
        names.setdefault(ident, name)  # a second one of the same id is told elsewhere
    for file in read.report_card.indicators:
        if file.indicator is None:
            continue
        definition = file.indicator.definition
        series = tuple(sorted((definition.headline_series or {}).items()))
        found = {
            o.geography for o in file.indicator.observations if tuple(sorted(o.groups)) == series
        }
        name = names.get(definition.geography)
        if not found or name is None or name in found:
            continue
        problems.error(
            "no-figures-for-its-place",
            place_of(file, "geography"),
            what=f'The indicator is about "{name}", but the table has its main series only for '
            f"{', '.join(sorted(found))}.",
            why="The first figure and chart on its page show the place that it is about.",
            fix="Name the place that the figures are for, by its id, or add rows for this one.",
        )


def _nobody_signs_unsigned(read: Everything, problems: Problems) -> None:
    entry = read.partnership.partnership
    if entry is None or entry.record is None or entry.record.signed:
        return
    for register in read.compact.registers():
        if register.record is not None and register.record.signatures:
            problems.error(
                "signatures-without-signing",
                register.file.key_place("signatures"),
                what="The register lists signatures, but the partnership says that nobody signs.",
                why='With "signed: false" no page speaks of signing, so these would be lost.',
                fix='Write "signed: true" in data/partnership.yml, or remove the signatures.',
            )


def _placeholders(entries: Iterable[Entry], problems: Problems) -> None:
    for entry in entries:
        for written in walk(entry.model, entry.data, entry.path):
            if isinstance(written.value, str) and (found := PLACEHOLDER.search(written.value)):
                report_placeholder(found[0], entry.file.place(*written.path), problems)


def _pictures_allowed(root: Path, problems: Problems) -> None:
    """content/assets/ is copied to the site as it is, so it holds pictures only."""
    for path in sorted((root / CONTENT / "assets").rglob("*")):
        name = path.relative_to(root).as_posix()
        hidden = path.name.startswith(".")
        if path.is_file() and not hidden and path.suffix.lower() not in PICTURES:
            report_picture_kind(name, Place(name), problems)
