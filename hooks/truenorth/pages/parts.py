"""What several kinds of page share: links, tables, sources, and how to correct a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode

from truenorth.pages.wording import Wording
from truenorth.partnership.model import Source

ISSUE_FORM = "report-problem.yml"


Shape = Literal["disc", "diamond", "square", "dotted", "ring"]


@dataclass(frozen=True)
class Mark:
    """A status: the shape that is drawn, the word that is always printed beside it.

    `star` is the word of the star that a met target adds; none where it is empty.
    """

    shape: Shape
    word: str
    star: str = ""


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere; `note` is a remark set after them, `mark` a status."""

    text: str
    address: str
    note: str = ""
    mark: Mark | None = None


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its words, and remarks that stand under them.

    `missing` marks words that stand where no figure is, and `nothing` words that
    only say that there is no remark, which a phone leaves out; `refs` are the numbers
    of the table's notes that belong to the cell; `chart` is the id of a small
    picture drawn in it; `mark` is a status, and `arrow` the way a value went.
    """

    text: str
    notes: tuple[str, ...] = ()
    refs: tuple[int, ...] = ()
    missing: bool = False
    nothing: bool = False
    address: str = ""
    chart: str = ""
    mark: Mark | None = None
    arrow: Literal["", "up", "down", "level"] = ""


@dataclass(frozen=True)
class Table:
    """A table whose first column names its rows; on a phone rows become labelled lists.

    `numbers` are the columns that hold figures, and `periods` says which headings
    are periods, so that they are not broken; `notes` are printed under the table
    and numbered from 1. `tags` are names and values of each row by which a script
    can filter.
    """

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()
    periods: Literal["", "rows", "columns"] = ""
    tags: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(frozen=True)
class SourceLine:
    """A source as it is listed: where it leads, who published it, when, and on what terms."""

    title: str
    url: str
    about: str
    note: str
    terms: str


@dataclass(frozen=True)
class Foot:
    """How a reader can correct this page: edit a file, fill in a form, or write."""

    edits: tuple[Link, ...]
    report: Link
    mail: Link


def source_lines(project: Any, t: Wording, ids: Iterable[str]) -> tuple[SourceLine, ...]:
    """The sources of a record, each once, in the order given."""
    return tuple(_source_line(t, project.find("sources", id)) for id in dict.fromkeys(ids))


def _source_line(t: Wording, source: Source) -> SourceLine:
    about = source.publisher
    if source.date:
        about = t("common.source_about", publisher=about, date=t.date(source.date))
    terms = t("common.source_terms", terms=source.terms) if source.terms else ""
    return SourceLine(source.title, source.url or "", about, source.note or "", terms)


def place_name(project: Any, id: str) -> str:
    """The name of a place."""
    return next(place.name for place in project.partnership.places if place.id == id)


def edit_address(project: Any, file: str) -> str:
    """Where a file of the repository can be edited in the browser, or a folder seen."""
    verb = "edit" if "." in file.rpartition("/")[2] else "tree"
    return f"{project.partnership.repository.rstrip('/')}/{verb}/main/{file}"


def new_file_address(project: Any, file: str) -> str:
    """Where a file that does not exist yet can be written in the browser."""
    folder, _, name = file.rpartition("/")
    query = urlencode({"filename": name})
    return f"{project.partnership.repository.rstrip('/')}/new/main/{folder}?{query}"


def foot(
    project: Any, t: Wording, address: str, title: str, edits: Sequence[tuple[str, str]]
) -> Foot:
    """The links under a page; `edits` pairs what a file holds, in words, with its path."""
    subject = t("common.report_subject", title=title, address=address)
    repository = project.partnership.repository.rstrip("/")
    form = urlencode({"template": ISSUE_FORM, "title": subject, "page": address})
    mail = urlencode({"subject": subject}).replace("+", "%20")
    contact = project.partnership.contact
    return Foot(
        tuple(Link(words, edit_address(project, file)) for words, file in edits),
        Link(t("common.report_form"), f"{repository}/issues/new?{form}"),
        Link(t("common.report_mail", contact=contact), f"mailto:{contact}?{mail}"),
    )
