"""What must hold for editions: sealed, begun with a baseline, and not shown too soon."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable

from truenorth.editions.compare import figures
from truenorth.editions.load import EditionFile, is_sealed
from truenorth.editions.model import Edition
from truenorth.problems import Place, Problems
from truenorth.reportcard.load import IndicatorFile
from truenorth.reportcard.model import HIDDEN

# Whoever serves the page as it is stored must know that it is a text and no program.
_PROGRAM = re.compile(rb"<(script|iframe|object|embed|form)\b|\son[a-z]+\s*=|javascript:", re.I)
_PUT_BACK = (
    "Put the file back as it was published. If something in it is wrong, say so under "
    '"errata:", below the seal of edition.yml.'
)
_NEVER = "An edition is what people quote. Once it is published, not a byte of it changes."
RESERVED = frozenset({"compare"})


def check_editions(
    found: Iterable[EditionFile], today: datetime.date, calendar: datetime.date, problems: Problems
) -> None:
    """Every rule about editions; `calendar` is the last day on which one can have been made."""
    found = tuple(found)
    for file in found:
        if file.record is not None:
            _check_head(file, file.record, today, calendar, problems)
            _check_files(file, file.record, problems)
    _check_first([file for file in found if file.record], problems)


def _check_head(
    file: EditionFile,
    edition: Edition,
    today: datetime.date,
    calendar: datetime.date,
    problems: Problems,
) -> None:
    if edition.id != file.name or edition.id in RESERVED:
        problems.error(
            "edition-id",
            file.head.place("id"),
            what=f'The edition in the folder "{file.name}" has the id "{edition.id}".',
            why=f"Its address is made of the folder's name; {', '.join(RESERVED)} has another use.",
            fix="Freeze it again under another id, if it was never published.",
        )
    if not is_sealed(file.raw):
        problems.error(
            "edition-changed",
            file.head.place("seal"),
            what="What stands above the seal is not what was sealed, or something other than "
            "errata stands below it.",
            why=_NEVER,
            fix=_PUT_BACK,
        )
    if edition.date > calendar.isoformat():
        problems.error(
            "edition-ahead",
            file.head.place("date"),
            what=f"The edition is dated {edition.date}, which is still to come.",
            why="An edition says what was known on its day.",
            fix="Freeze it again on its day.",
        )
    for index, erratum in enumerate(edition.errata):
        if erratum.date < edition.date:
            problems.error(
                "erratum-before-edition",
                file.head.place("errata", index, "date"),
                what=f"The erratum is dated {erratum.date}, before the edition itself.",
                why="A mistake is told after the edition is out.",
                fix="Write the day on which it was found.",
            )
    if not edition.is_out(today):
        problems.warning(
            "edition-embargo",
            file.head.place("embargo_until"),
            what=f"The edition may not be shown before {edition.embargo_until}, and is not.",
            why="Whoever can see this repository can read it already: an embargo needs a private "
            "repository.",
            fix="Keep it in a private repository until that day, or freeze it without an embargo.",
        )


def _check_files(file: EditionFile, edition: Edition, problems: Problems) -> None:
    folder = file.origin.rpartition("/")[0]
    listed = {one.path: one.sha256 for one in edition.files}
    for path in sorted({*listed, "main.html"} - set(file.files)):
        problems.error(
            "edition-file-missing",
            Place(file.origin),
            what=f"The edition's file {path} is missing.",
            why=_NEVER,
            fix=_PUT_BACK,
        )
    for path, content in file.files.items():
        if path not in listed:
            problems.error(
                "edition-file-extra",
                Place(f"{folder}/{path}"),
                what="This file was not part of the edition when it was frozen.",
                why=_NEVER,
                fix="Move it elsewhere.",
            )
        elif hashlib.sha256(content).hexdigest() != listed[path]:
            problems.error(
                "edition-file-changed",
                Place(f"{folder}/{path}"),
                what="This file was changed after the edition was frozen.",
                why=_NEVER,
                fix=_PUT_BACK,
            )
    if _PROGRAM.search(file.files.get("main.html", b"")):
        problems.error(
            "edition-program",
            Place(f"{folder}/main.html"),
            what="The stored page holds a program, a frame or a form.",
            why="It is served as it is stored, and `truenorth edition` writes no such thing.",
            fix="Find out who put it there, and put the page back as it was frozen.",
        )


def check_hidden(
    found: Iterable[EditionFile], indicators: Iterable[IndicatorFile], problems: Problems
) -> None:
    """That no edition prints what is hidden by now; messages never hold the figure."""
    hidden = {
        file.id: {
            (o.period, frozenset({o.geography, *(name for _, name in o.groups)}))
            for o in (row.observation for row in file.rows)
            if o.disclosure in HIDDEN
        }
        for file in indicators
    }
    for edition in (one for file in found if (one := file.published()) is not None):
        for id, keys in hidden.items():
            if not keys:
                continue
            printed = {(period, frozenset(whom)) for period, *whom in figures(edition.table(id))}
            if count := len(keys & printed):
                problems.warning(
                    "edition-shows-hidden",
                    Place(f"{edition.folder}/data/{id}.csv"),
                    what=f"The edition prints {count} of the figures that are hidden by now.",
                    why="Readers can look up there what the report card no longer shows.",
                    fix="Show what is public already, or withdraw the edition: take its folder "
                    "away and lead its address elsewhere in data/redirects.yml.",
                )


def _check_first(found: list[EditionFile], problems: Problems) -> None:
    if not found:
        return
    first = min(found, key=lambda file: (file.record.date, file.record.kind != "baseline"))
    if first.record.kind != "baseline":
        problems.error(
            "edition-no-baseline",
            first.head.place("kind"),
            what=f'The first edition is "{first.record.kind}".',
            why="Later editions say what changed; the first one says where everything began.",
            fix='Freeze it again with "--kind baseline", if it was never published.',
        )
