"""Reading one text file of the repository, and refusing what would be misread.

Text is UTF-8 without a byte order mark. Line ends come back as "\\n" whatever
the file has, so that line numbers are the same on every system.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path, PurePosixPath

from truenorth.problems import Place, Problems

LARGEST = 50 * 1024 * 1024
AS_UTF8 = (
    "Save the file again as UTF-8 without a byte order mark. In Notepad: File, Save As, Encoding "
    '"UTF-8". In LibreOffice Calc: Save As, Text CSV, Character set "Unicode (UTF-8)". In Excel: '
    'save as "CSV UTF-8", then once more from a text editor, because Excel adds a mark.'
)
_OTHER_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"),
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_text(root: Path, file: str, problems: Problems, *, required: bool = True) -> str | None:
    """The text of `file` (a path from `root`), or None once the reason is in `problems`.

    A file that is missing is a problem only where it is `required`.
    """
    raw = read_bytes(root, file, problems, required=required)
    return None if raw is None else decode(raw, file, problems)


def read_bytes(root: Path, file: str, problems: Problems, *, required: bool = True) -> bytes | None:
    """The bytes of a file that lies inside `root` and is no larger than `LARGEST`."""
    path = locate(root, file, problems, required=required)
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as fault:
        _unreadable(file, fault, problems)
        return None


def decode(raw: bytes, file: str, problems: Problems) -> str | None:
    """Bytes as text: UTF-8 without a byte order mark and without control characters."""
    if (encoding := _foreign_encoding(raw)) is not None:
        problems.error(
            "text-encoding",
            Place(file),
            what=f"This file is saved as {encoding}.",
            why="The site reads text as UTF-8; read that way, this file is gibberish.",
            fix=AS_UTF8,
        )
        return None
    if raw.startswith(b"\xef\xbb\xbf"):
        problems.error(
            "text-byte-order-mark",
            Place(file),
            what="This file begins with a byte order mark, three invisible bytes.",
            why="Many programs take the mark for a part of the first word or column name.",
            fix=AS_UTF8,
        )
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        _not_utf8(raw, fault.start, file, problems)
        return None
    if (found := _CONTROL.search(text)) is not None:
        problems.error(
            "text-control-character",
            _place_in(text, found.start(), file),
            what=f"There is an invisible control character here (code {ord(found[0])}).",
            why="It comes from a damaged or binary file, and no page can show it.",
            fix="Delete it and type the text around it again. If the whole file looks odd, it is "
            "not a text file: export it again as text.",
        )
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def locate(root: Path, file: str, problems: Problems, *, required: bool = True) -> Path | None:
    """The path of a readable file inside `root`, without opening it."""
    if leaves_folder(file):
        problems.error(
            "path-leaves-folder",
            Place(file if file.isprintable() else "."),
            what=f'The path "{_printable(file)}" leads out of the folder.',
            why="Whatever is read may be published, so only files of this folder are read.",
            fix="Put the file into the folder and write its path from there, "
            "such as data/indicators/reading/reading.csv.",
        )
        return None
    path = root / file
    try:
        real = path.resolve()
        found = real.stat()
    except (FileNotFoundError, NotADirectoryError):
        if required or path.is_symlink():
            _missing(file, problems)
        return None
    except (OSError, RuntimeError, ValueError) as fault:
        _unreadable(file, fault, problems)
        return None
    if not real.is_relative_to(root.resolve()):
        problems.error(
            "symlink-leaves-folder",
            Place(file),
            what="This file is a link to a file outside the folder.",
            why="The link works on one computer only, and may publish a private file.",
            fix="Delete the link and put a copy of the file in its place, if it may be published.",
        )
        return None
    if not stat.S_ISREG(found.st_mode):
        _unreadable(file, "it is not a plain file", problems)
        return None
    if not os.access(real, os.R_OK):
        _unreadable(file, "reading it is not permitted", problems)
        return None
    if found.st_size > LARGEST:
        problems.error(
            "file-too-large",
            Place(file),
            what=f"This file has {found.st_size / 1024**2:,.1f} MB; "
            f"the limit is {LARGEST // 1024**2} MB.",
            why="A site of files this size is slow to build and to load, and git keeps them "
            "for ever.",
            fix="Keep the rows the site shows, or split the table into several files.",
        )
        return None
    return real


def leaves_folder(file: str) -> bool:
    """Whether a written path is absolute, climbs out, or is no plain path at all."""
    return (
        not file
        or not file.isprintable()
        or "\\" in file
        or re.match(r"[A-Za-z]:", file) is not None
        or PurePosixPath(file).is_absolute()
        or ".." in PurePosixPath(file).parts
    )


def _foreign_encoding(raw: bytes) -> str | None:
    """UTF-16 or UTF-32, by its mark or by the zero bytes between Latin letters."""
    for mark, name in _OTHER_BOMS:
        if raw.startswith(mark):
            return name
    start = raw[:200]
    if len(start) >= 4 and start.count(0) * 5 >= len(start) * 2 and _alternates(start):
        return "UTF-16"
    return None


def _alternates(start: bytes) -> bool:
    even, odd = start[0::2], start[1::2]
    return (even.count(0) == 0) != (odd.count(0) == 0)


def _not_utf8(raw: bytes, at: int, file: str, problems: Problems) -> None:
    before = raw[:at].decode("utf-8", "replace")
    letter = raw[at : at + 1].decode("cp1252", "replace")
    guess = f', where a program for Windows would show "{letter}"' if letter.isprintable() else ""
    problems.error(
        "text-encoding",
        _place_in(before, len(before), file),
        what=f"This file is not saved as UTF-8: the first odd byte is here{guess}.",
        why="Accents, dashes and quotation marks would come out wrong on the site.",
        fix=AS_UTF8,
    )


def _place_in(text: str, at: int, file: str) -> Place:
    """The place of the character at index `at`; "\\r\\n", "\\r" and "\\n" each end a line."""
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _missing(file: str, problems: Problems) -> None:
    problems.error(
        "file-missing",
        Place(file),
        what="This file is not there.",
        why="Something else in the repository needs it.",
        fix="Add the file, or correct its name where it is used; capital letters count.",
    )


def _unreadable(file: str, reason: object, problems: Problems) -> None:
    words = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
    problems.error(
        "file-unreadable",
        Place(file),
        what=f"This file cannot be read: {words[:1].lower()}{words[1:]}.",
        why="The site is built from everything in the folder, so nothing may be skipped.",
        fix="Check that it is a plain file that you may open, and save it again.",
    )


def _printable(file: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in file)[:200]
