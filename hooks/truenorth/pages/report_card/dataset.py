"""An indicator described for search engines: schema.org Dataset as JSON-LD."""

from __future__ import annotations

from typing import Any

from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Indicator, Observation

SCHEMA = "https://schema.org"
FILES = (
    ("data.csv", "text/csv"),
    ("datapackage.json", "application/json"),
    ("chart.svg", "image/svg+xml"),
    ("chart.png", "image/png"),
)


def address(indicator: str) -> str:
    """The permanent address of an indicator's page."""
    return f"/indicators/{indicator}/"


def dataset(project: Any, t: Wording, indicator: Indicator, place: str) -> dict[str, Any]:
    """The Dataset record; addresses on this site are site-absolute."""
    definition = indicator.definition
    home = address(indicator.id)
    record: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": "Dataset",
        "@id": home,
        "url": home,
        "name": indicator.title,
        "description": indicator.description or definition.definition,
        "creator": {"@type": "Organization", "name": _creator(project, indicator)},
        "publisher": {"@type": "Organization", "name": project.partnership.name},
        "inLanguage": t.language,
        "isAccessibleForFree": True,
        "spatialCoverage": {"@type": "Place", "name": place},
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": definition.statistic or indicator.title,
            "description": definition.definition,
            "unitText": t(f"indicator.unit.{definition.unit}"),
        },
        "distribution": [
            {"@type": "DataDownload", "contentUrl": home + name, "encodingFormat": kind}
            for name, kind in FILES[:2]
        ],
    }
    span = coverage(indicator.observations)
    if span:
        record["temporalCoverage"] = span
    license_address = next((item.path for item in indicator.licenses if item.path), None)
    if license_address:
        record["license"] = license_address
    based_on = [_based_on(project.find("sources", id)) for id in definition.sources]
    if based_on:
        record["isBasedOn"] = based_on
    if definition.retrieved:
        record["dateModified"] = definition.retrieved
    return record


def coverage(observations: tuple[Observation, ...]) -> str:
    """The years that figures cover, as first/last; empty without figures."""
    held = [o for o in observations if o.value is not None]
    if not held:
        return ""
    first = min(o.start or str(o.end) for o in held)
    return f"{first}/{max(o.end for o in held)}"


def _creator(project: Any, indicator: Indicator) -> str:
    definition = indicator.definition
    if definition.published_by:
        return definition.published_by
    sources = [project.find("sources", id) for id in definition.sources]
    return sources[0].publisher if sources else project.partnership.name


def _based_on(source: Any) -> dict[str, str]:
    record = {"@type": "CreativeWork", "name": source.title, "publisher": source.publisher}
    return record | ({"url": source.url} if source.url else {})
