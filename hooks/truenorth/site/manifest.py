"""/compact/manifest.json: every document and version, with dates, standing and fingerprint."""

from __future__ import annotations

from typing import Any

from truenorth.compact.model import Document, Version
from truenorth.compact.register import in_force_from, intervals, standing
from truenorth.compact.texts import held_text
from truenorth.pages.compact.text_view import document_address, version_address
from truenorth.project import Project
from truenorth.site.metadata import absolute
from truenorth.site.package_file import as_json, stated
from truenorth.site.plan import PlannedFile

ADDRESS = "/compact/manifest.json"


def manifest(project: Project, site_url: str) -> tuple[PlannedFile, ...]:
    """The file, where there is any governing text; what is not known is left out."""
    if not project.documents:
        return ()
    content = {
        "title": project.partnership.name,
        "url": absolute("/compact/", site_url),
        "documents": [_document(project, document, site_url) for document in project.documents],
    }
    return (PlannedFile(ADDRESS, as_json(content), "data/register"),)


def _document(project: Project, document: Document, site_url: str) -> dict[str, Any]:
    register = document.register
    return {
        "id": document.id,
        "title": document.head.title,
        "kind": document.head.kind,
        "url": absolute(document_address(document), site_url),
        "versions": [
            _version(project, document, version, site_url)
            for version in (register.versions if register else ())
        ],
    }


def _version(
    project: Project, document: Document, version: Version, site_url: str
) -> dict[str, Any]:
    text = held_text(document, version.label)
    interval = next((i for i in intervals(document.register) if i.version == version), None)
    return stated(
        {
            "version": version.label,
            "title": version.title,
            "status": version.status,
            "standing": standing(version, document.register, project.today),
            "text": version.text,
            "adopted": version.adopted,
            "effective": in_force_from(version),
            "in_force_until": interval.end if interval else None,
            "published": version.published,
            "decision": version.decision,
            "sha256": text.sha256 if text else None,
            "file": text.file if text else None,
            "url": absolute(version_address(document, version.label), site_url),
        }
    )
