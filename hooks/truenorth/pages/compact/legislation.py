"""schema.org's account of governing texts: type Legislation, and nothing outside its vocabulary.

A text that is our own summary says so in its abstract and has no legal value of
its own; its dates and signers belong to the historical act.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from truenorth.compact.model import Document, Version
from truenorth.compact.register import current, in_force_from, intervals, previous, standing
from truenorth.compact.texts import Text, held_text, shown_text
from truenorth.pages.compact.text_view import banners, document_address, version_address
from truenorth.pages.parts import SourceLine
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording

CONTEXT = "https://schema.org"
_FORCE = {"in_force": "InForce", "superseded": "NotInForce", "withdrawn": "NotInForce"}


def of_document(
    project: Project, words: Wording, document: Document, rests_on: tuple[SourceLine, ...]
) -> dict[str, Any]:
    """The document as a whole, with its versions."""
    text = shown_text(document, project.today)
    found = _common(project, words, document, text)
    register = document.register
    now = current(register, project.today) if register else None
    found |= {
        "@id": document_address(document),
        "url": document_address(document),
        "name": text.head.title,
        "legislationIdentifier": document.id,
        "hasPart": _parts(document_address(document), text),
    }
    if rests_on:
        found["isBasedOn"] = [_based_on(source) for source in rests_on]
    if now is not None:
        found |= _dates(now)
        found["legislationLegalForce"] = "https://schema.org/InForce"
        found["version"] = now.label
        found["workExample"] = [
            {"@id": version_address(document, version.label)} for version in register.versions
        ]
    return found


def of_version(
    project: Project, words: Wording, document: Document, version: Version
) -> dict[str, Any]:
    """One version: its dates, its force, and the version that it changed."""
    register = document.register
    home = version_address(document, version.label)
    text = held_text(document, version.label)
    found = _common(project, words, document, text or document)
    found |= {
        "@id": home,
        "url": home,
        "name": words("versions.title", document=document.head.title, version=version.label),
        "legislationIdentifier": f"{document.id}@{version.label}",
        "version": version.label,
        "exampleOfWork": {"@id": document_address(document)},
        **_dates(version),
    }
    if text is None:
        found["abstract"] = words("versions.not_held")
    else:
        found["hasPart"] = _parts(home, text)
    force = _FORCE.get(standing(version, register, project.today))
    if force:
        found["legislationLegalForce"] = f"https://schema.org/{force}"
    interval = next((i for i in intervals(register) if i.version == version), None)
    if interval is not None:
        found["temporalCoverage"] = f"{interval.start}/{interval.end or '..'}"
    before = previous(register, version)
    if before is not None:
        found["legislationChanges"] = {"@id": version_address(document, before.label)}
    return found


def _common(project: Project, words: Wording, document: Document, text: Text) -> dict[str, Any]:
    said = banners(project, words, text.head)
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Legislation",
        "legislationType": words(f"enums.document_kind.{text.head.kind}"),
        "inLanguage": words.language,
        "isPartOf": {"@type": "CreativeWork", "@id": "/compact/"},
        "legislationResponsible": {"@type": "Organization", "name": project.partnership.name},
        "description": text.head.summary,
        "abstract": said[0] if said else text.head.summary,
    }
    if said:
        found["legislationLegalValue"] = "https://schema.org/UnofficialLegalValue"
    return found


def _dates(version: Version) -> Mapping[str, str]:
    dates = {
        "legislationDate": version.adopted,
        "legislationDateVersion": in_force_from(version),
        "datePublished": version.published,
    }
    return {name: date for name, date in dates.items() if date}


def _parts(home: str, text: Text) -> list[dict[str, str]]:
    return [
        {
            "@type": "Legislation",
            "@id": f"{home}#{section.id}",
            "name": section.title,
            "legislationIdentifier": section.id,
        }
        for section in text.sections
    ]


def _based_on(source: SourceLine) -> dict[str, str]:
    named = {"@type": "CreativeWork", "name": source.title}
    return named | {"url": source.url} if source.url else named
