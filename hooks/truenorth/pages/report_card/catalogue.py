"""The data catalogue: every package, the years it covers, its terms and its files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial, reduce
from typing import Any

from truenorth.pages.page import Page
from truenorth.pages.parts import Link, SourceLine, foot, place_name, source_lines
from truenorth.pages.report_card.about_indicator import licence_lines
from truenorth.pages.report_card.dataset import FILES, address
from truenorth.pages.report_card.upkeep import upkeep
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Indicator

DATA_FILES = FILES[:2]
LIST = "/data/catalogue.json"


@dataclass(frozen=True)
class Package:
    """One data package as the catalogue lists it."""

    id: str
    title: str
    address: str
    facts: tuple[tuple[str, str], ...]
    terms: tuple[Link, ...]
    sources: tuple[SourceLine, ...]
    files: tuple[Link, ...]


def pages(project: Any, words: Wording) -> tuple[Page, ...]:
    """The catalogue."""
    held = [i for i in project.indicators if i.observations and i.definition.tier != "wanted"]
    title = words("catalogue.title")
    rows = sum(len(indicator.observations) for indicator in held)
    context = {
        "title": title,
        "lead": words("catalogue.lead"),
        "list_address": LIST,
        "counts": words("catalogue.counts", count=len(held), rows=words.number(rows)),
        "upkeep": upkeep(project, words),
        "packages": tuple(_package(project, words, indicator) for indicator in held),
        "foot": foot(project, words, "/data/", title, ()),
    }
    page = Page(
        address="/data/",
        template="catalogue.html",
        title=title,
        description=context["lead"],
        context=context,
        origin="data/indicators",
        parts=("packages", *(i.id for i in held), "overdue", "exceptions", "report"),
        jsonld=(_catalog(project, title, held),),
    )
    return (page,)


def _package(project: Any, t: Wording, indicator: Indicator) -> Package:
    definition = indicator.definition
    facts = {
        "span": _span(t, indicator),
        "last_year": str(
            max((o.end for o in indicator.observations if o.value is not None), default="")
        ),
        "rows": t.number(len(indicator.observations)),
        "place": place_name(project, definition.geography),
        "dimensions": _titles(t, [d.title for d in definition.dimensions]),
        "retrieved": t.date(definition.retrieved) if definition.retrieved else "",
    }
    home = address(indicator.id)
    return Package(
        id=indicator.id,
        title=indicator.title,
        address=home,
        facts=tuple((t(f"catalogue.{name}"), words) for name, words in facts.items() if words),
        terms=licence_lines(t, indicator),
        sources=source_lines(project, t, definition.sources),
        files=tuple(
            Link(t(f"indicator.file.{name.replace('.', '_')}"), home + name)
            for name, _ in DATA_FILES
        ),
    )


def _titles(t: Wording, titles: list[str]) -> str:
    """Titles one after the other, each with its capital letter; empty when there are none."""
    join = partial(t, "catalogue.title_more")
    return reduce(lambda text, title: join(titles=text, title=title), titles) if titles else ""


def _span(t: Wording, indicator: Indicator) -> str:
    held = sorted((o.end, o.period) for o in indicator.observations if o.value is not None)
    if not held:
        return t("sentences.no_figures")
    first, last = held[0][1], held[-1][1]
    return first if first == last else t("units.from_to", since=first, until=last)


def _catalog(project: Any, title: str, held: list[Indicator]) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "@id": "/data/",
        "url": "/data/",
        "name": title,
        "publisher": {"@type": "Organization", "name": project.partnership.name},
        "dataset": [{"@id": address(indicator.id)} for indicator in held],
    }
