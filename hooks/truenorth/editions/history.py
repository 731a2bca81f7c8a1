"""Editions as git remembers them: published once, and only errata added since.

The seal shows that an edition agrees with itself. Only the history of git shows
that it was not sealed anew, and that no erratum was changed or taken away.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from truenorth.editions.load import FOLDER, HEAD
from truenorth.problems import Place, Problems
from truenorth.sources.git_history import Step, content, since, steps
from truenorth.sources.text_file import read_bytes
from truenorth.sources.yaml_text import parse_yaml

FROZEN = f"{FOLDER}/**"
_PARTS = re.compile(rb"(?P<above>.*?^seal:[^\n]*\n)(?P<below>.*)", re.DOTALL | re.MULTILINE)
_NEVER = "An edition is what people quote. Once it is published, not a byte of it changes."


@dataclass(frozen=True)
class _Head:
    """edition.yml at one time: its lines down to the seal, and each erratum with its day.

    `errata` is None where what stands below the seal could not be read.
    """

    above: bytes
    errata: frozenset[tuple[str, str]] | None


def check_history(root: Path, problems: Problems) -> None:
    """Report every file of an edition that was changed, and every erratum that was.

    A folder may be taken away, since its address can lead elsewhere; what comes back
    in its place must be what it was.
    """
    held: dict[str, list[Step]] = defaultdict(list)
    for step in steps(root, FROZEN) or ():
        if step.after is not None:
            held[step.file].append(step)
    for file, its in held.items():
        if file.endswith(f"/{HEAD}"):
            _check_head(root, file, its, problems)
            continue
        for step in _once(its):
            if step.after != its[0].after:
                _report(step, "This file of an edition", problems)


def _check_head(root: Path, file: str, its: Sequence[Step], problems: Problems) -> None:
    first = _after(root, its[0])
    told: set[tuple[str, str]] = set()
    reported: set[tuple[str, str]] = set()
    for step in _once(its):
        if _after(root, step).above != first.above:
            _report(step, "What stands above the seal of this edition", problems)
    for step in its:
        now = _after(root, step)
        before = _head(content(root, step.before), file) if step.before else None
        if before is not None and before.errata and now.errata is not None:
            gone = before.errata - now.errata - reported
            _report_errata(file, gone, since(step), problems)
            reported |= gone
        told |= now.errata or set()
    if not (root / file).is_file():
        return
    held = _head(read_bytes(root, file, Problems()), file).errata
    if held is not None:  # it may have gone by way of a text that nobody could read
        _report_errata(file, told - held - reported, "and is not there now", problems)


def _once(its: Sequence[Step]) -> Collection[Step]:
    """Each commit once, although a merge is held against each of its parents."""
    return {(step.commit, step.after): step for step in its}.values()


def _after(root: Path, step: Step) -> _Head:
    committed = step.commit is not None
    raw = content(root, step.after) if committed else read_bytes(root, step.file, Problems())
    return _head(raw, step.file)


def _head(raw: bytes | None, file: str) -> _Head:
    plain = (raw or b"").replace(b"\r\n", b"\n")
    found = _PARTS.fullmatch(plain)
    if found is None:
        return _Head(plain, None)
    return _Head(found["above"], _errata(found["below"].decode("utf-8", "replace"), file))


def _errata(below: str, file: str) -> frozenset[tuple[str, str]] | None:
    if not below.strip():
        return frozenset()
    read = parse_yaml(below, file, Problems())
    data = read.data if read is not None else None
    if not isinstance(data, dict):
        return None
    listed = data.get("errata")
    return frozenset(
        (str(one.get("date")), str(one.get("text")))
        for one in (listed if isinstance(listed, list) else ())
        if isinstance(one, dict)
    )


def _report(step: Step, what: str, problems: Problems) -> None:
    problems.error(
        "edition-altered",
        Place(step.file),
        what=f"{what} was changed after it was added, {since(step)}.",
        why=_NEVER,
        fix="Put the file back as it was added, and tell of the mistake under errata: in its "
        "edition.yml.",
    )


def _report_errata(
    file: str, gone: Collection[tuple[str, str]], when: str, problems: Problems
) -> None:
    for day, _ in sorted(gone):
        problems.error(
            "erratum-altered",
            Place(file),
            what=f"The erratum of {day} was changed or removed after it was told, {when}.",
            why="Readers have seen it. What an erratum said is a part of the record too.",
            fix="Put it back as it was told, and add another erratum below it that says what "
            "holds now.",
        )
