"""Data packages: descriptor and CSV files, with the line of every row.

`read_package` reads a package of our own and insists on the house rules;
`check_package` looks at a package that anybody made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from truenorth.problems import Place, Problems
from truenorth.sources.descriptor import check_descriptor
from truenorth.sources.findings import Findings
from truenorth.sources.foreign_parts import read_description
from truenorth.sources.package_tables import Loaded, TableReader
from truenorth.sources.yaml_text import YamlFile, read_yaml

DESCRIPTORS = ("datapackage.json", "datapackage.yaml", "datapackage.yml")


@dataclass(frozen=True)
class Row:
    """One row; `line` is the line of the file in which it begins, a blank cell is None."""

    line: int
    cells: Mapping[str, str | None]


@dataclass(frozen=True)
class Resource:
    """One table, from one file or several; each row goes with the file it stands in."""

    name: str
    files: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, Row], ...]


@dataclass(frozen=True)
class DataPackage:
    """A package with every row of it; `folder` is that of the descriptor."""

    descriptor: YamlFile
    folder: str
    resources: tuple[Resource, ...]


def read_package(
    root: Path, descriptor: str, problems: Problems, cache: Path | None = None
) -> DataPackage | None:
    """The package of a site at `descriptor`, with every fault told.

    None where the descriptor, a file or a row is not whole. Where only cells are
    at fault the rows come back as written, so that all else can be checked too.
    Clean verdicts are remembered in the folder `cache`, by content.
    """
    about = read_yaml(root, descriptor, problems, required=True)
    if about is None:
        return None
    findings = Findings(problems, ours=True)
    folder = PurePosixPath(descriptor).parent.as_posix()
    usable, loaded = _read_tables(root, folder, about, findings, cache)
    if not usable or not all(one.complete for one in loaded):
        return None
    return DataPackage(about, folder, tuple(_resource(one) for one in loaded))


def read_lone_table(
    root: Path, file: str, fields: Sequence[Mapping[str, object]], problems: Problems
) -> Resource | None:
    """A CSV file that belongs to no package, held against the fields of a Table Schema.

    As for `read_package`: None where a row is not whole, every fault told.
    """
    path = PurePosixPath(file)
    resource = {"name": path.stem, "path": path.name, "schema": {"fields": list(fields)}}
    about = YamlFile(file, {"name": path.stem, "resources": [resource]}, {})
    reader = TableReader(root, path.parent.as_posix(), about, Findings(problems, ours=True))
    reader.read(0)
    reader.judge(None)
    reader.tell()
    (loaded,) = reader.loaded
    return _resource(loaded) if loaded.complete else None


def check_package(path: Path, problems: Problems, cache: Path | None = None) -> None:
    """Tell every fault of a data package: a folder, or its descriptor.

    Version 1 or 2, JSON or YAML. Places are given from the folder.
    """
    folder, name = _find_descriptor(path, problems)
    if name is None:
        return
    about = read_description(folder, name, problems)
    if about is not None:
        _read_tables(folder, ".", about, Findings(problems, ours=False), cache)


def _read_tables(
    root: Path, folder: str, about: YamlFile, findings: Findings, cache: Path | None
) -> tuple[bool, list[Loaded]]:
    """Whether the descriptor is without fault, and the tables."""
    reader = TableReader(root, folder, about, findings)
    readable = check_descriptor(about, findings)
    usable = not findings.faults
    for index in readable:
        reader.read(index)
    usable = usable and not findings.faults
    reader.judge(cache)
    reader.tell()
    return usable, reader.loaded


def _resource(loaded: Loaded) -> Resource:
    names = [field["name"] for field in loaded.schema["fields"]]
    rows = tuple(
        (
            found.file,
            Row(
                record.line,
                {name: cell or None for name, cell in zip(names, record.cells, strict=True)},
            ),
        )
        for found, record in loaded.rows
    )
    return Resource(loaded.name, loaded.files, loaded.header, rows)


def _find_descriptor(path: Path, problems: Problems) -> tuple[Path, str | None]:
    """The folder of a package and the name of its descriptor in it."""
    try:
        if path.is_file():
            return path.parent, path.name
        names = {one.name for one in path.iterdir()}
    except OSError as fault:
        problems.error(
            "package-missing",
            Place(path.as_posix()),
            what=f"There is no folder here that can be opened: {fault.strerror or fault}.",
            why="A data package is a folder with a description and data files.",
            fix="Check the path: `truenorth check data/indicators/reading`.",
        )
        return path, None
    for name in DESCRIPTORS:
        if name in names:
            return path, name
    problems.error(
        "package-descriptor-missing",
        Place(DESCRIPTORS[0]),
        what="The folder is empty."
        if not names
        else "The folder has no datapackage.json, datapackage.yaml or datapackage.yml.",
        why="That file says what the data is, under which license, and which files belong to it.",
        fix="Add it, or name the folder in which it stands.",
    )
    return path, None
