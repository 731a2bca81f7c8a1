"""The files a reader may take along: figures, descriptor, pictures, and the catalogue of all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truenorth.pages.page import Page
from truenorth.pages.report_card.catalogue import LIST
from truenorth.problems import Problems
from truenorth.project import Project
from truenorth.reportcard.model import Indicator, Observation
from truenorth.reportcard.series import summarize
from truenorth.site.data_file import one_csv
from truenorth.site.metadata import absolute
from truenorth.site.package_file import as_json, package_json, stated
from truenorth.site.plan import PlannedFile
from truenorth.sources.text_file import read_bytes
from truenorth.sources.yaml_text import read_yaml


@dataclass(frozen=True)
class Download:
    """A file of one indicator."""

    indicator: Indicator
    file: PlannedFile


def address_of(indicator: Indicator, name: str = "") -> str:
    """The address of an indicator's page, or of a file beside it."""
    return f"/indicators/{indicator.id}/{name}"


def indicator_files(
    project: Project, pages: Iterable[Page], drawings: Mapping[str, Any], problems: Problems
) -> tuple[Download, ...]:
    """Each indicator's data.csv, datapackage.json, chart.svg and chart.png, where it has them."""
    by_address = {page.address: page for page in pages}
    found: list[Download] = []
    for indicator in project.indicators:
        if indicator.data_files:
            found += _data_files(indicator, project.root, problems)
        page = by_address.get(address_of(indicator))
        if page is not None and (drawing := share_drawing(page, drawings)) is not None:
            found += _pictures(indicator, drawing)
    return tuple(found)


def share_drawing(page: Page, drawings: Mapping[str, Any]) -> Any:
    """The drawing that stands for a page: the first one drawn wide, or None."""
    for request in page.charts:
        if getattr(request, "width", None) == "wide":
            return drawings[request.id]
    return None


def catalogue(project: Project, downloads: Iterable[Download], site_url: str) -> PlannedFile:
    """What there is to download, and each indicator's latest figure, for programs."""
    files: dict[str, list[PlannedFile]] = {}
    for download in downloads:
        files.setdefault(download.indicator.id, []).append(download.file)
    content = {
        "title": project.partnership.name,
        "url": absolute("/data/", site_url),
        "contact": project.partnership.contact,
        "indicators": [
            _entry(indicator, files.get(indicator.id, ()), site_url)
            for indicator in project.indicators
        ],
    }
    return PlannedFile(LIST, as_json(content), "data/indicators")


def _data_files(indicator: Indicator, root: Path, problems: Problems) -> list[Download]:
    written = read_yaml(root, indicator.descriptor, problems)
    contents = [read_bytes(root, file, problems) for file in indicator.data_files]
    if written is None or None in contents:
        return []
    data = one_csv([content for content in contents if content is not None])
    package = package_json(indicator, written.data, data, _digest(data))
    return [
        Download(indicator, _file(indicator, "data.csv", data, indicator.data_files[0])),
        Download(indicator, _file(indicator, "datapackage.json", package, indicator.descriptor)),
    ]


def _pictures(indicator: Indicator, drawing: Any) -> list[Download]:
    svg = drawing.standalone.encode("utf-8")
    return [
        Download(indicator, _file(indicator, "chart.svg", svg, indicator.descriptor)),
        Download(indicator, _file(indicator, "chart.png", drawing.png(), indicator.descriptor)),
    ]


def _file(indicator: Indicator, name: str, content: bytes, origin: str) -> PlannedFile:
    return PlannedFile(address_of(indicator, name), content, origin)


def _entry(indicator: Indicator, files: Iterable[PlannedFile], site_url: str) -> dict[str, Any]:
    definition = indicator.definition
    entry = {
        "id": indicator.id,
        "title": indicator.title,
        "description": indicator.description,
        "page": absolute(address_of(indicator), site_url),
        "tier": definition.tier,
        "goals": definition.goals,
        "unit": definition.unit,
        "polarity": definition.polarity,
        "geography": definition.geography,
        "latest": _figure(summarize(indicator).latest),
        "licenses": [_license(license) for license in indicator.licenses],
        "files": [
            {
                "url": absolute(file.address, site_url),
                "bytes": len(file.content),
                "sha256": _digest(file.content),
            }
            for file in files
        ],
    }
    return stated(entry)


def _figure(observation: Observation | None) -> dict[str, Any] | None:
    if observation is None:
        return None
    return {
        "period": observation.period,
        "end": observation.end,
        "value": observation.value,
        "status": observation.status,
    }


def _license(terms: Any) -> dict[str, Any]:
    return {"name": terms.name, "title": terms.title, "path": terms.path}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
