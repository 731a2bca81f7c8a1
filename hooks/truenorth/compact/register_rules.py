"""What must hold for a register's versions: their labels, dates and order."""

from __future__ import annotations

from truenorth.compact.model import TOOK_EFFECT, Register, Version
from truenorth.compact.register import in_force_from, overlaps
from truenorth.compact.text_rules import RESERVED
from truenorth.dates import surely_before
from truenorth.problems import Place, Problems
from truenorth.sources.records import Entry


def stem(register: Entry[Register]) -> str:
    """The document's id: the name of the register's file."""
    return register.file.file.rpartition("/")[2].removesuffix(".yml")


def check_register(entry: Entry[Register], problems: Problems) -> None:
    """The register's name, and each version for itself and among the others."""
    data = entry.data if isinstance(entry.data, dict) else {}
    if isinstance(data.get("document"), str) and data["document"] != stem(entry):
        problems.error(
            "register-name",
            entry.place("document"),
            what=f'The register says it is that of "{data["document"]}", but its file is named '
            f'"{stem(entry)}.yml".',
            why="The file's name decides which text the signatures are shown with.",
            fix=f'Write "document: {stem(entry)}", or rename the file.',
        )
    labels(entry, problems)
    if entry.record is None:
        return
    for index, version in enumerate(entry.record.versions):
        place = entry.place("versions", index)
        _dated(version, place, problems)
        _ends_after_it_began(version, entry, index, problems)
    _one_at_a_time(entry, entry.record, problems)


def labels(entry: Entry[Register], problems: Problems) -> tuple[str, ...]:
    """The labels of a register's versions, as written; one that cannot be used is reported."""
    versions = entry.data.get("versions") if isinstance(entry.data, dict) else None
    found: list[str] = []
    for index, version in enumerate(versions if isinstance(versions, list) else ()):
        label = version.get("label") if isinstance(version, dict) else None
        if not isinstance(label, str):
            continue
        place = entry.place("versions", index, "label")
        if label.casefold() in (other.casefold() for other in found):
            problems.error(
                "duplicate-version",
                place,
                what=f'The version "{label}" is listed twice.',
                why="A signature for it could mean either.",
                fix="Give each version a label of its own, such as 2018 and 2018.1.",
            )
        if label.casefold() in RESERVED:
            problems.error(
                "reserved-label",
                place,
                what=f'"{label}" cannot be the label of a version.',
                why=f"The address /compact/{stem(entry)}/{label}/ belongs to a page that the site "
                "makes itself.",
                fix="Name the version after its year, such as 2018.",
            )
        found.append(label)
    return tuple(found)


def _dated(version: Version, place: Place, problems: Problems) -> None:
    if version.status in TOOK_EFFECT and in_force_from(version) is None:
        problems.error(
            "version-without-date",
            place,
            what=f'The version "{version.label}" was adopted, but no date says when.',
            why="Without a date nobody can say which text was in force on a given day.",
            fix='Add "adopted:" with as much of the date as is known: 2016, 2016-12 or 2016-12-14.',
        )


def _ends_after_it_began(
    version: Version, entry: Entry[Register], index: int, problems: Problems
) -> None:
    pairs = (
        ("effective_to", in_force_from(version), version.effective_to),
        ("effective", version.adopted, version.effective),
        ("signing_closes", version.signing_opens, version.signing_closes),
    )
    names = {"effective_to": "it is in force from", "effective": "it was adopted on",
             "signing_closes": "signing opens on"}  # fmt: skip
    for key, start, end in pairs:
        if start is not None and end is not None and surely_before(end, start):
            problems.error(
                "ends-before-it-begins",
                entry.place("versions", index, key),
                what=f'"{key}" of version "{version.label}" is {end}, but {names[key]} {start}.',
                why="Nothing can end before it begins.",
                fix="Check both dates in the source; often they are only swapped.",
            )


def _one_at_a_time(entry: Entry[Register], register: Register, problems: Problems) -> None:
    index = {version.label: n for n, version in enumerate(register.versions)}
    for one, other in overlaps(register):
        place = entry.place("versions", index[other.label])
        if in_force_from(one) == in_force_from(other):
            problems.error(
                "same-effective-date",
                place,
                what=f'The versions "{one.label}" and "{other.label}" both take effect on '
                f"{in_force_from(other)}.",
                why="On every day at most one text is in force.",
                fix="Give the later one its own date, or mark the one that never took effect "
                '"status: withdrawn".',
            )
        else:
            problems.error(
                "overlapping-versions",
                place,
                what=f'The version "{other.label}" takes effect on {in_force_from(other)}, while '
                f'"{one.label}" is in force until {one.effective_to}.',
                why="On every day at most one text is in force.",
                fix='Leave "effective_to" out: a version ends when the next takes effect.',
            )
