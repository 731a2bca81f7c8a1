"""The pipeline, from files to a finished site, readable from top to bottom."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

from truenorth.charts import draw
from truenorth.clock import today
from truenorth.pages.every import every_page
from truenorth.pages.navigation import navigation
from truenorth.pages.page import Page
from truenorth.pages.parts import foot
from truenorth.pages.relations import relations
from truenorth.pages.wording import wording_of
from truenorth.problems import Place, Problems
from truenorth.project import Project, load_project
from truenorth.site import (
    calendar,
    downloads,
    edition_files,
    feeds,
    links,
    manifest,
    metadata,
    redirects,
)
from truenorth.site.addresses import LEDGER, read_ledger, record_addresses
from truenorth.site.frame import Frame, frame_of
from truenorth.site.outline import headings
from truenorth.site.plan import PlannedFile, RenderedPage, SitePlan, repeated
from truenorth.site.templates import Templates
from truenorth.site.verify import expected, verify

HOME = Path(__file__).resolve().parents[2]
EXAMPLE_URL = "https://example.org/"
PICTURES = "content/assets"


def build_site(
    root: Path, site_dir: Path, *, site_url: str | None = None, record: bool = False
) -> Problems:
    """Builds beside the present site and takes its place only when nothing is wrong."""
    problems = Problems()
    project = read_project(root, problems)
    if project is None:
        return problems
    plan = plan_site(project, site_url or os.environ.get("SITE_URL") or EXAMPLE_URL, problems)
    if plan is None:
        return problems
    upcoming = site_dir.with_name(f"{site_dir.name}.next")
    try:
        _tidy(site_dir)
        engine().build(plan, config_file(root), root, upcoming)
        verify(upcoming, expected(plan, read_ledger(root)), problems)
        if not problems.errors:
            _swap(upcoming, site_dir)
    finally:
        shutil.rmtree(upcoming, ignore_errors=True)
    if record and not problems.errors:
        record_addresses(root, plan.addresses())
    return problems


def check_site(root: Path, problems: Problems) -> None:
    """Everything that can be known without writing a site."""
    project = read_project(root, problems)
    if project is not None:
        plan_site(project, EXAMPLE_URL, problems)


def read_project(root: Path, problems: Problems) -> Project | None:
    """Everything in content/ and data/, or None when something in it is wrong."""
    return load_project(root, today(root, problems), problems)


def plan_site(project: Project, site_url: str, problems: Problems) -> SitePlan | None:
    """Every page, picture and file of the site, in memory."""
    words = wording_of(project.partnership)
    pages = every_page(project, words)
    drawings = draw(_requests(pages), project.root / ".cache" / "charts")
    around = frame_of(project, words, site_url, pages)
    templates = Templates(theme_folder(project.root) / "pages", words)
    rendered = tuple(_render(project, page, templates, around, drawings) for page in pages)
    files = _files(project, pages, drawings, around, problems)
    plan = SitePlan(around, rendered, files, navigation(project, words), relations(project))
    _refuse_repeated(plan, problems)
    return None if problems.errors else plan


def theme_folder(root: Path) -> Path:
    """The theme a partnership keeps, or the one that comes with the product."""
    own = root / "theme_overrides"
    return own if own.is_dir() else HOME / "theme_overrides"


def config_file(root: Path) -> Path:
    """The engine's settings a partnership keeps, or those that come with the product."""
    own = root / "mkdocs.yml"
    return own if own.is_file() else HOME / "mkdocs.yml"


def engine(name: str = "mkdocs") -> ModuleType:
    """The writer registered under `name`: it is looked up, so that nothing depends on it."""
    (found,) = entry_points(group="truenorth.engines", name=name)
    return import_module(found.module)


def _requests(pages: Iterable[Page]) -> list[Any]:
    """Every chart once; pages that share one ask for it in the same words."""
    asked: dict[str, Any] = {}
    for request in (request for page in pages for request in page.charts):
        if asked.setdefault(request.id, request) != request:
            raise ValueError(f"two different charts have the id {request.id}")
    return list(asked.values())


def _render(
    project: Project, page: Page, templates: Templates, around: Frame, drawings: Mapping[str, Any]
) -> RenderedPage:
    html = metadata.with_absolute_text(templates.render(page), around.url)
    edit = (around.t("common.edit_heading"), page.origin)
    return RenderedPage(
        page=page,
        html=links.relative(html, page.address),
        headings=headings(html),
        drawings={
            **{request.id: drawings[request.id].inline for request in page.charts},
            **{name: links.relative(svg, page.address) for name, svg in page.pictures.items()},
        },
        head=metadata.head(page, around.name, around.url, around.t.language),
        foot=foot(project, around.t, page.address, page.title, (edit,)),
    )


def _files(
    project: Project,
    pages: Iterable[Page],
    drawings: Mapping[str, Any],
    around: Frame,
    problems: Problems,
) -> tuple[PlannedFile, ...]:
    """Downloads, pictures of the texts, and redirect pages."""
    taken = downloads.indicator_files(project, pages, drawings, problems)
    files = (
        *(download.file for download in taken),
        downloads.catalogue(project, taken, around.url),
        *manifest.manifest(project, around.url),
        *edition_files.edition_files(project),
        *feeds.changes_feed(project, around.t, around.url),
        *calendar.calendar_files(project, around.t, around.url),
        *_pictures(project.root),
    )
    moved = redirects.read_redirects(project.root, problems)
    published = {page.address for page in pages} | {file.address for file in files}
    redirects.check_redirects(moved, published, problems)
    return (*files, *redirects.redirect_pages(moved, around.url, around.t))


def _pictures(root: Path) -> tuple[PlannedFile, ...]:
    """The pictures that people put beside their texts, as they are."""
    folder = root / PICTURES
    return tuple(
        PlannedFile(
            f"/{path.relative_to(root / 'content').as_posix()}",
            path.read_bytes(),
            path.relative_to(root).as_posix(),
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    )


def _refuse_repeated(plan: SitePlan, problems: Problems) -> None:
    origins = {page.address: page.page.origin for page in plan.pages}
    origins |= {file.address: file.origin for file in plan.files}
    for address in repeated(plan.addresses()):
        problems.error(
            "address-twice",
            Place(origins.get(address, LEDGER)),
            what=f"Two pages or files would stand at {address}.",
            why="One address can show only one of them.",
            fix="Give one of them another id, or another name for its file.",
        )


def _tidy(site_dir: Path) -> None:
    """Clears away what a build that was cut short has left behind."""
    shutil.rmtree(site_dir.with_name(f"{site_dir.name}.next"), ignore_errors=True)
    previous = site_dir.with_name(f"{site_dir.name}.last")
    if previous.is_dir() and not site_dir.exists():
        previous.rename(site_dir)
    shutil.rmtree(previous, ignore_errors=True)


def _swap(upcoming: Path, site_dir: Path) -> None:
    """Two renames: the previous site is gone only once the new one stands."""
    previous = site_dir.with_name(f"{site_dir.name}.last")
    if site_dir.exists():
        site_dir.rename(previous)
    upcoming.rename(site_dir)
    shutil.rmtree(previous, ignore_errors=True)
