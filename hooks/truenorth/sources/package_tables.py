"""The tables of a data package: files found, taken apart and judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from truenorth.problems import Place, Problems
from truenorth.problems.suggest import nearest
from truenorth.sources.descriptor import is_remote
from truenorth.sources.findings import Findings, TableFindings
from truenorth.sources.foreign_parts import inline_table, read_dialect, read_schema, text_of
from truenorth.sources.schema_checks import Judged, Verdict, judge, missing_values
from truenorth.sources.table_checks import check_cells, check_header, is_formula, whole_records
from truenorth.sources.table_text import Dialect, Record, Table, read_table
from truenorth.sources.text_file import decode, leaves_folder, locate, read_bytes
from truenorth.sources.yaml_text import YamlFile

TABULAR = frozenset({"csv", "tsv", "tab", "txt"})
# The words by which a row of ours says that its figures are hidden.
HIDDEN = frozenset({"suppressed", "complementary"})
_PACKED = frozenset({"gz", "zip", "bz2", "xz", "xlsx", "xls", "ods", "parquet", "tar", "7z"})


@dataclass
class Loaded:
    """A resource that was read: its columns, and its whole rows with their files."""

    index: int
    name: str
    files: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    schema: Mapping[str, Any] = field(default_factory=dict)
    rows: list[tuple[TableFindings, Record]] = field(default_factory=list)
    judged: bool = False
    complete: bool = True  # every file was read and every row of it has its cells


class TableReader:
    """Reads the resources of one package; `folder` is that of its descriptor, from `root`."""

    def __init__(self, root: Path, folder: str, about: YamlFile, findings: Findings) -> None:
        self._root, self._folder, self._about = root, folder, about
        self._findings = findings
        self._found: dict[str, TableFindings] = {}
        self.loaded: list[Loaded] = []

    def read(self, index: int) -> None:
        """Read one resource, or tell why it was passed over."""
        resource = self._about.data["resources"][index]
        at = ("resources", index)
        loaded = Loaded(index, str(resource.get("name") or f"resource {index + 1}"))
        self.loaded.append(loaded)
        schema = read_schema(self._root, self._folder, self._about, (*at, "schema"), self._findings)
        if "data" in resource and "path" not in resource:
            table = inline_table(self._about, at, schema, self._table_findings(self._about.file))
            tables = [table] if table is not None else []
        else:
            tables = self._files(resource, at, loaded)
        loaded.schema = schema
        loaded.complete = len(tables) == len(loaded.files) or not loaded.files
        for table in tables:
            self._table(loaded, table, schema)
        loaded.judged = bool(schema.get("fields")) and bool(loaded.rows)

    def judge(self, cache: Path | None) -> None:
        """Hold the whole rows of every table against its schema."""
        ready = {loaded.name: loaded for loaded in self.loaded if loaded.judged}
        tables = [
            Judged(name, one.schema, tuple(record.cells for _, record in one.rows))
            for name, one in ready.items()
        ]
        for verdict in judge(tables, cache):
            self._tell(ready[verdict.table], verdict)

    def tell(self) -> None:
        """Hand over what was found in each file."""
        for found in self._found.values():
            found.tell(self._findings)

    def _table_findings(self, file: str) -> TableFindings:
        return self._found.setdefault(file, TableFindings(file))

    def _tell(self, loaded: Loaded, verdict: Verdict) -> None:
        told = {"what": verdict.told.what, "why": verdict.told.why, "fix": verdict.told.fix}
        if verdict.row is None or not 0 <= verdict.row < len(loaded.rows):
            self._findings.fault(verdict.told.code, self._schema_place(loaded, verdict), **told)
            return
        found, record = loaded.rows[verdict.row]
        if verdict.other is not None and 0 <= verdict.other < len(loaded.rows):
            first, other = loaded.rows[verdict.other]
            where = f"line {other.line}" if first is found else f"{first.file}:{other.line}"
            told["what"] += f" The other is {where}."
        if verdict.field is None:
            found.add(record.line, verdict.told.code, **told)
        else:
            found.add_cell(record.line, verdict.field, verdict.told.code, **told)

    def _schema_place(self, loaded: Loaded, verdict: Verdict) -> Place:
        names = [field["name"] for field in loaded.schema["fields"]]
        at: tuple[str | int, ...] = ("resources", loaded.index, "schema")
        if verdict.field in names:
            at = (*at, "fields", names.index(verdict.field))
        return self._about.place(*at)

    def _files(
        self, resource: Mapping[str, Any], at: tuple[str | int, ...], loaded: Loaded
    ) -> list[Table]:
        paths = resource["path"]
        listed = isinstance(paths, list)
        tables = []
        dialect: Dialect | None = None
        for number, path in enumerate(paths if listed else [paths]):
            place = (*at, "path", number) if listed else (*at, "path")
            file = self._locate(path, place)
            if file is None:
                continue
            loaded.files += (file,)
            if not self._is_table(resource, path, place):
                continue
            dialect = dialect or read_dialect(
                self._root, self._folder, self._about, at, path, self._findings
            )
            if dialect is not None and (table := self._read(file, resource, dialect)) is not None:
                tables.append(table)
        return tables

    def _read(self, file: str, resource: Mapping[str, Any], dialect: Dialect) -> Table | None:
        problems = Problems()
        raw = read_bytes(self._root, file, problems)
        text = None
        if raw is not None:
            encoding = str(resource.get("encoding") or "utf-8")
            text = (
                decode(raw, file, problems)
                if self._findings.ours or encoding.casefold() in ("utf-8", "utf8")
                else text_of(raw, encoding, file, problems)
            )
        for problem in problems:
            self._findings.fault(
                problem.code, problem.place, what=problem.what, why=problem.why, fix=problem.fix
            )
        return None if text is None else read_table(text, dialect, self._table_findings(file))

    def _table(self, loaded: Loaded, table: Table, schema: Mapping[str, Any]) -> None:
        found = self._table_findings(table.file)
        fields = [field for field in schema.get("fields", []) if isinstance(field, dict)]
        names = [field["name"] for field in fields]
        header = table.header.cells if table.header else tuple(names)
        if table.header and fields and not check_header(table.header, names, found):
            loaded.complete = False
            return
        width = len(header) or (len(table.records[0].cells) if table.records else 0)
        if not loaded.header:
            loaded.header = header
        by_name = {field["name"]: field for field in fields}
        missing = frozenset(missing_values(schema))
        ordered = [by_name.get(name, {"name": name, "type": "any"}) for name in header]
        whole = whole_records(table, width, found)
        loaded.complete &= len(whole) == len(table.records)
        for record in whole:
            if any(cell.strip().casefold() in HIDDEN for cell in record.cells):
                found.never_say(record.line, record.cells)
            if ordered:
                check_cells(record, ordered, missing, self._findings.ours, found)
            elif any(map(is_formula, record.cells)):
                check_cells(record, [{"name": str(n + 1)} for n in range(width)], missing, False,
                            found)  # fmt: skip
            loaded.rows.append((found, _in_order(record, header, names or list(header))))

    def _is_table(self, resource: Mapping[str, Any], path: str, place: tuple[Any, ...]) -> bool:
        """Whether the file is delimited text; a warning for tables of another kind."""
        ending = PurePosixPath(path).suffix.lstrip(".").casefold()
        packed = ending in _PACKED or "compression" in resource
        if not packed and (
            ending in TABULAR or str(resource.get("format", "")).casefold() in TABULAR
        ):
            return True
        if packed or "schema" in resource or self._findings.ours:
            self._findings.lapse(
                "resource-format",
                self._about.place(*place),
                what=f'The file "{path}" is not a plain CSV file, and was not looked into.',
                why="Its rows can only be checked and shown from text that everybody can read.",
                fix="Export the table as a CSV file in UTF-8 and name that one here.",
            )
        return False

    def _locate(self, path: str, place: tuple[str | int, ...]) -> str | None:
        """The file's path from the root, if it is there and may be read."""
        where = self._about.place(*place)
        if is_remote(path):
            self._findings.fault(
                "path-remote",
                where,
                what=f'The path "{path}" leads to another host.',
                why="A site is built from the files at hand alone: what others keep may change or "
                "vanish.",
                fix="Download the file, put it beside this one, and name it here; name the address "
                "as a source.",
            )
            return None
        if leaves_folder(path):
            self._findings.fault(
                "path-leaves-folder",
                where,
                what=f'The path "{path}" leads out of the folder of the package.',
                why="A package is copied and downloaded as one folder, and what lies elsewhere may "
                "be private.",
                fix="Put the file beside this one and write its name alone, such as "
                "`path: reading.csv`.",
            )
            return None
        file = str(PurePosixPath(self._folder, path))
        if not (self._root / file).exists() and not (self._root / file).is_symlink():
            self._missing(path, where)
            return None
        problems = Problems()
        found = locate(self._root, file, problems)
        for problem in problems:
            self._findings.fault(
                problem.code, problem.place, what=problem.what, why=problem.why, fix=problem.fix
            )
        return None if found is None else file

    def _missing(self, path: str, where: Place) -> None:
        try:
            beside = [one.name for one in (self._root / self._folder / path).parent.iterdir()]
        except OSError:
            beside = []
        near = nearest(PurePosixPath(path).name, beside)
        self._findings.fault(
            "data-file-missing",
            where,
            what=f'The data file "{path}" is not there.',
            why="The package announces it, and its figures cannot be shown.",
            fix=(f'Did you mean "{near}"? ' if near else "")
            + "Add the file beside this one, or correct the path; capital letters count.",
        )


def _in_order(record: Record, header: tuple[str, ...], names: list[str]) -> Record:
    """The record with its cells in the order of the schema's fields."""
    if list(header) == names:
        return record
    cells = dict(zip(header, record.cells, strict=True))
    return Record(record.line, tuple(cells[name] for name in names))
