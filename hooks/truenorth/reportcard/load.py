"""Indicators, their stories and program measures, read from data packages, Markdown and YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truenorth.problems import Place, Problems
from truenorth.problems.suggest import nearest
from truenorth.reportcard.model import Cited, Definition, Indicator, License, Story, StoryHead
from truenorth.reportcard.program_measures import ProgramMeasure
from truenorth.reportcard.revisions import superseded
from truenorth.reportcard.rows import ReadRow, read_rows
from truenorth.reportcard.vintage_files import VintageFile, read_vintages
from truenorth.reportcard.vintages import by_date
from truenorth.sources.data_package import read_package
from truenorth.sources.markdown_text import MarkdownFile, read_markdown
from truenorth.sources.records import Entry, read_record, read_records
from truenorth.sources.yaml_text import YamlFile, read_yaml

FOLDER = "data/indicators"
STORIES = "content/indicators"
PROGRAMS = "data/program_measures.yml"


@dataclass(frozen=True)
class StoryFile:
    """A story as it was read; `story` is None where its front matter has a fault."""

    text: MarkdownFile
    head: Entry[StoryHead] | None
    story: Story | None


@dataclass(frozen=True)
class IndicatorFile:
    """An indicator as it was read; `indicator` is None where its definition has a fault.

    `rows` hold today; `earlier` are those that a newer vintage has replaced.
    """

    id: str
    descriptor: YamlFile
    definition: Entry[Definition] | None
    tables: tuple[str, ...]
    header: tuple[str, ...] | None
    rows: tuple[ReadRow, ...]
    indicator: Indicator | None
    vintages: tuple[VintageFile, ...] = ()
    earlier: tuple[ReadRow, ...] = ()


@dataclass(frozen=True)
class ReportCardFiles:
    """All that is measured and told; `ids` has those of indicators that could not be read too."""

    indicators: tuple[IndicatorFile, ...]
    stories: tuple[StoryFile, ...]
    ids: frozenset[str]
    program_measures: tuple[Entry[ProgramMeasure], ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        definitions = (file.definition for file in self.indicators if file.definition)
        stories = (file.head for file in self.stories if file.head)
        vintages = (one.head for file in self.indicators for one in file.vintages if one.head)
        return (*definitions, *stories, *vintages, *self.program_measures)


def load_report_card(root: Path, problems: Problems) -> ReportCardFiles:
    """Read data/indicators/<id>/, content/indicators/<id>.md and the program measures."""
    stories = tuple(_stories(root, problems))
    told = {file.story.head.indicator: file.story for file in stories if file.story}
    folders = sorted(path.name for path in (root / FOLDER).glob("*") if path.is_dir())
    found = (_indicator(root, name, told.get(name), problems) for name in folders)
    return ReportCardFiles(
        tuple(file for file in found if file is not None),
        stories,
        frozenset(folders),
        _program_measures(root, problems),
    )


def _stories(root: Path, problems: Problems) -> list[StoryFile]:
    files = []
    for path in sorted((root / STORIES).glob("*.md")):
        if path.name == "index.md":
            continue  # an ordinary page
        text = read_markdown(root, f"{STORIES}/{path.name}", problems)
        if text is None:
            continue
        head = read_record(StoryHead, text.head, (), problems) if text.head else None
        story = None
        if head is not None and head.record is not None:
            story = Story(head.record, text.body, text.file, text.body_line)
        files.append(StoryFile(text, head, story))
    return files


def _program_measures(root: Path, problems: Problems) -> tuple[Entry[ProgramMeasure], ...]:
    file = read_yaml(root, PROGRAMS, problems)
    return read_records(ProgramMeasure, file, "program_measures", problems) if file else ()


def _indicator(
    root: Path, name: str, story: Story | None, problems: Problems
) -> IndicatorFile | None:
    file = read_yaml(root, f"{FOLDER}/{name}/datapackage.yaml", problems, required=True)
    if file is None:
        return None
    if not isinstance(file.data, dict) or "indicator" not in file.data:
        _report_no_definition(file, problems)
        return IndicatorFile(name, file, None, (), None, (), None)
    vintages = read_vintages(root, f"{FOLDER}/{name}", problems)
    definition = read_record(Definition, file, ("indicator",), problems)
    package = read_package(root, file.file, problems, root / ".cache" / "packages")
    resource = package.resources[0] if package and package.resources else None
    dimensions = _written_ids(definition.data, "dimensions")
    read = read_rows(resource, dimensions, problems) if resource else ()
    old = superseded([row.observation for row in read])
    rows = tuple(row for place, row in enumerate(read) if place not in old)
    earlier = tuple(row for place, row in enumerate(read) if place in old)
    indicator = None
    if definition.record is not None:
        indicator = Indicator(
            id=name,
            title=_text(file.data, "title"),
            description=_text(file.data, "description"),
            definition=definition.record,
            descriptor=file.file,
            data_files=tuple(resource.files) if resource else (),
            observations=tuple(row.observation for row in rows),
            earlier=tuple(row.observation for row in earlier),
            licenses=tuple(
                License(
                    _text(entry, "title") or _text(entry, "name"),
                    _text(entry, "name") or None,
                    _text(entry, "path") or None,
                )
                for entry in _mappings(file.data, "licenses")
            ),
            cited=tuple(
                Cited(_text(entry, "title"), _text(entry, "path") or None)
                for entry in _mappings(file.data, "sources")
            ),
            story=story,
            projections=by_date(one.vintage for one in vintages if one.vintage is not None),
        )
    tables = tuple(resource.files) if resource else ()
    header = tuple(resource.header) if resource else None
    return IndicatorFile(name, file, definition, tables, header, rows, indicator, vintages, earlier)


def _report_no_definition(file: YamlFile, problems: Problems) -> None:
    near = nearest("indicator", file.data) if isinstance(file.data, dict) else None
    problems.error(
        "missing-key",
        file.key_place(near) if near else file.place(),
        what='The file has no "indicator".',
        why="Under that word stands what the figures measure and which direction is better.",
        fix=f'Write "indicator:" instead of "{near}:".'
        if near
        else 'Add "indicator:" and below it at least polarity, unit, tier, goals, definition and '
        "geography.",
    )


def _text(data: Mapping[str, Any], key: str) -> str:
    """The text under a key of the descriptor; empty where there is none."""
    return data[key].strip() if isinstance(data.get(key), str) else ""


def _mappings(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    entries = data.get(key)
    return [e for e in entries if isinstance(e, dict)] if isinstance(entries, list) else []


def _written_ids(data: Any, key: str) -> tuple[str, ...]:
    """The ids of a list inside the definition, also where it has a fault elsewhere."""
    if not isinstance(data, dict):
        return ()
    ids = (entry.get("id") for entry in _mappings(data, key))
    return tuple(ident for ident in ids if isinstance(ident, str))


def place_of(file: IndicatorFile, *inside: str | int) -> Place:
    """The place of something in the definition of an indicator."""
    return file.descriptor.place("indicator", *inside)
