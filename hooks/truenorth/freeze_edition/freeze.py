"""An edition in memory: every file of it, by its path in the edition's folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from truenorth.charts import draw
from truenorth.compact.register import current
from truenorth.editions.load import HEAD
from truenorth.editions.model import (
    INLINE,
    FrozenCounts,
    FrozenFile,
    FrozenStatus,
    TextInForce,
)
from truenorth.freeze_edition.record_text import sealed
from truenorth.freeze_edition.step import Request
from truenorth.pages.report_card import sentences
from truenorth.pages.report_card.assessment import Assessment, assessed, measured
from truenorth.pages.report_card.edition_main import main_part
from truenorth.pages.report_card.figures import history_id
from truenorth.pages.wording import Wording, wording_of
from truenorth.problems import Problems
from truenorth.project import Project
from truenorth.reportcard import gap, pace, projection, trend
from truenorth.reportcard.headline import count_trends
from truenorth.reportcard.model import Indicator
from truenorth.site.data_file import one_csv
from truenorth.site.links import relative
from truenorth.site.templates import Templates
from truenorth.sources.text_file import read_bytes

METHODS = tuple(module.METHOD for module in (trend, pace, gap, projection))
MAIN, SUMS = "main.html", "SHA256SUMS"


def freeze(
    project: Project, request: Request, theme: Path, problems: Problems
) -> dict[str, bytes] | None:
    """Every file of the edition as of `project.today`; None once a fault is in `problems`.

    `theme` is the folder of the theme whose templates the page is made with.
    """
    t = wording_of(project.partnership)
    every = assessed(project)
    kind = request.kind_in(project)
    title = request.title or t(f"editions.title_of.{kind}", id=request.id)
    texts = in_force(project)
    files = _tables(project, problems)
    page = main_part(project, t, request.id, title, kind, texts, METHODS, tuple(files))
    drawings = draw(page.charts, project.root / ".cache" / "charts")
    for one in every:
        if (drawing := drawings.get(history_id(one.indicator.id, "wide"))) is not None:
            files[f"charts/{one.indicator.id}.svg"] = drawing.standalone.encode()
    files[SUMS] = sums(files)
    for name, drawing in drawings.items():
        files[f"charts/{name}{INLINE}"] = drawing.inline.encode()
    html = Templates(theme / "pages", t).render(page)
    files[MAIN] = relative(html, page.address).encode()
    if problems.errors:
        return None
    listed = tuple(
        FrozenFile(path, hashlib.sha256(content).hexdigest())
        for path, content in sorted(files.items())
    )
    head = {
        "id": request.id,
        "kind": kind,
        "title": title,
        "date": project.today.isoformat(),
        "data_through": data_through(measured(every)),
        "embargo_until": request.embargo_until,
        "methods": METHODS,
        "counts": counted(every),
        "texts": texts,
        "indicators": tuple(status_of(t, one) for one in every),
        "files": listed,
    }
    return {HEAD: sealed(head), **files}


def sums(files: Mapping[str, bytes]) -> bytes:
    """The list of fingerprints that sha256sum understands."""
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode()


def in_force(project: Project) -> tuple[TextInForce, ...]:
    """Every governing text of which a version is in force today."""
    found = []
    for document in project.documents:
        version = current(document.register, project.today) if document.register else None
        if version is not None:
            found.append(
                TextInForce(document.id, document.head.title, version.label, version.sha256)
            )
    return tuple(found)


def data_through(held: Iterable[Assessment]) -> str | None:
    """The newest period that an indicator's latest figure is for."""
    latest = [one.summary.latest for one in held]
    return max(latest, key=lambda o: (o.end, o.period)).period if latest else None


def counted(every: tuple[Assessment, ...]) -> FrozenCounts:
    held = measured(every)
    counts = count_trends((one.trend for one in held), len(every) - len(held))
    return FrozenCounts(**vars(counts))


def status_of(t: Wording, one: Assessment) -> FrozenStatus:
    """What is said of one indicator, and from what."""
    definition, found, summary = one.indicator.definition, one.trend, one.summary
    said: dict[str, Any] = {"status": "wanted", "n": 0}
    if one.is_measured:
        said = {
            "status": found.status,
            "n": found.n,
            "method": found.method,
            "inputs": found.periods,
            "p": found.p,
            "slope": found.slope,
            "rests_on_latest": found.rests_on_latest,
            "latest_period": summary.latest.period,
            "latest": summary.latest.value,
            "latest_shown": sentences.figure(t, definition, summary.latest),
        }
        if summary.change is not None:
            said["base_period"] = summary.change.base.period
            said["base"] = summary.change.base.value
            said["change"] = summary.change.amount
    return FrozenStatus(
        indicator=one.indicator.id,
        title=one.indicator.title,
        unit=definition.unit,
        decimals=definition.decimals,
        **said,
    )


def _tables(project: Project, problems: Problems) -> dict[str, bytes]:
    found = {}
    for indicator in project.indicators:
        if (table := _table(project.root, indicator, problems)) is not None:
            found[f"data/{indicator.id}.csv"] = table
    return found


def _table(root: Path, indicator: Indicator, problems: Problems) -> bytes | None:
    """All rows as one table with plain line ends, whatever the files have."""
    parts = [read_bytes(root, file, problems) for file in indicator.data_files]
    plain = [part.replace(b"\r\n", b"\n") for part in parts if part is not None]
    return one_csv(plain) if plain else None
