"""Frozen projections as they stand in data/indicators/<id>/projections/."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from truenorth.problems import Place, Problems
from truenorth.reportcard.model import FrozenProjection, ProjectionPoint, ProjectionVintage
from truenorth.sources.data_package import read_lone_table
from truenorth.sources.records import Entry, read_record
from truenorth.sources.text_file import read_text
from truenorth.sources.yaml_text import read_yaml

FOLDER = "projections"
_NEEDED = {"constraints": {"required": True}}
_YEARS = {"required": True, "minimum": 1900, "maximum": 2200}
FIELDS = (
    {"name": "period", "description": "The period ahead, written as in the indicator's table",
     "type": "string", **_NEEDED},
    {"name": "end", "description": "The year in which it ends", "type": "integer",
     "constraints": _YEARS},
    {"name": "value", "description": "What is expected, without a unit or a percent sign",
     "type": "number", **_NEEDED},
    {"name": "low", "description": "The lower end of the band; blank only in a judgement",
     "type": "number"},
    {"name": "high", "description": "The upper end of the band; blank only in a judgement",
     "type": "number"},
)  # fmt: skip
HEADER = tuple(field["name"] for field in FIELDS)


@dataclass(frozen=True)
class VintageFile:
    """A projection as it was read; `vintage` is None where one of its two files has a fault.

    `lines` are those of the points in the table; `seal` is the SHA-256 that the
    table has.
    """

    date: str
    table: str
    head: Entry[FrozenProjection] | None
    vintage: ProjectionVintage | None
    lines: tuple[int, ...] = ()
    seal: str = ""

    def line(self, index: int) -> Place:
        """The place of the point with that index."""
        return Place(self.table, self.lines[index])


def read_vintages(root: Path, indicator: str, problems: Problems) -> tuple[VintageFile, ...]:
    """Every projection in the folder of an indicator (its path from the root), by name."""
    folder = root / indicator / FOLDER
    found = sorted(path for path in folder.glob("*") if not path.name.startswith("."))
    for path in found:
        if path.suffix not in (".csv", ".yml"):
            _report_stray(f"{indicator}/{FOLDER}/{path.name}", problems)
    names = sorted({path.stem for path in found if path.suffix in (".csv", ".yml")})
    return tuple(_read(root, f"{indicator}/{FOLDER}/{name}", problems) for name in names)


def seal(text: str) -> str:
    """The SHA-256 of a table: of its text in UTF-8 with plain line ends."""
    return hashlib.sha256(text.encode()).hexdigest()


def _read(root: Path, stem: str, problems: Problems) -> VintageFile:
    table, origin = f"{stem}.csv", f"{stem}.yml"
    date = stem.rpartition("/")[2]
    about = _half(root, origin, table, "says who made it, when and from what", problems)
    head = None
    if about and (file := read_yaml(root, origin, problems)) is not None:
        head = read_record(FrozenProjection, file, (), problems)
    if not _half(root, table, origin, "holds the years ahead", problems):
        return VintageFile(date, table, head, None)
    text = read_text(root, table, Problems())
    rows = read_lone_table(root, table, FIELDS, problems)
    if text is None or rows is None:
        return VintageFile(date, table, head, None)
    points, lines = [], []
    for _, row in rows.rows:
        if (point := _point(row.cells)) is not None:
            points.append(point)
            lines.append(row.line)
    vintage = None
    if head is not None and head.record is not None and len(points) == len(rows.rows):
        vintage = ProjectionVintage(head.record, tuple(points), table, origin)
    return VintageFile(date, table, head, vintage, tuple(lines), seal(text))


def _point(cells: dict[str, str | None]) -> ProjectionPoint | None:
    """A point, or None where reading the table has reported a cell."""
    try:
        end, value = int(cells["end"] or ""), float(cells["value"] or "")
        low, high = (float(cells[name]) if cells[name] else None for name in ("low", "high"))
    except ValueError:
        return None
    return ProjectionPoint(cells["period"], end, value, low, high) if cells["period"] else None


def _half(root: Path, file: str, other: str, what: str, problems: Problems) -> bool:
    """Whether a file of the pair is there; a problem at the other one if not."""
    if (root / file).is_file():
        return True
    problems.error(
        "projection-half",
        Place(other),
        what=f"The file beside it is missing: {file.rpartition('/')[2]}.",
        why=f"A projection is two files of one name, and that one {what}.",
        fix="Add it, or delete this one. `truenorth project` writes both.",
    )
    return False


def _report_stray(file: str, problems: Problems) -> None:
    problems.error(
        "projection-stray-file",
        Place(file),
        what="This folder holds projections: a table ending in .csv with a .yml of the same name.",
        why="Another file would be taken for a projection by readers, and be shown nowhere.",
        fix="Move it elsewhere, or correct the ending of its name.",
    )
