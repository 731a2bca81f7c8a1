"""Every version at its permanent address: /compact/<document>/<label>/.

Search engines are asked to leave versions out, so that a search finds the text
in force; yet each names itself as its canonical address, for an old version is
a text of its own and not a copy of the one in force.
"""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.compact.model import Document, Version
from truenorth.compact.register import in_force_from, standing
from truenorth.compact.texts import held_text
from truenorth.pages.compact import legislation
from truenorth.pages.compact.documents import FEED
from truenorth.pages.compact.text_view import TextView, document_address, version_address, view
from truenorth.pages.compact.version_facts import Pairs, facts, interval_of
from truenorth.pages.compact.version_links import Changed, changed_by
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, SourceLine, source_lines
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording


@dataclass(frozen=True)
class VersionView:
    """Everything the template of a version prints; `text` is None where it is not held."""

    title: str
    event: str
    standing: str
    banner: str
    back: Link
    facts: Pairs
    note: str
    text: TextView | None
    changed: Changed
    sha256: str
    rests_on: tuple[SourceLine, ...]


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """A page for each version in each register, whether its text is held or not."""
    return tuple(
        _page(project, words, document, version)
        for document in project.documents
        if document.register
        for version in document.register.versions
    )


def _page(project: Project, words: Wording, document: Document, version: Version) -> Page:
    text = held_text(document, version.label)
    title = text.head.title if text else document.head.title
    shown = VersionView(
        title=words("versions.title", document=title, version=version.label),
        event=version.title,
        standing=standing(version, document.register, project.today),
        banner=_banner(project, words, document, version),
        back=Link(words("versions.to_document", document=title), document_address(document)),
        facts=facts(project, words, document, version),
        note=version.note or "",
        text=view(project, words, document, text, as_version=True) if text else None,
        changed=changed_by(project, words, document, version),
        sha256=text.sha256 if text else "",
        rests_on=source_lines(project, words, text.head.sources) if text else (),
    )
    return Page(
        address=version_address(document, version.label),
        template="version.html",
        title=shown.title,
        description=words(
            "versions.description",
            document=title,
            partnership=project.partnership.name,
            version=version.label,
            event=version.title,
        ),
        context={"version": shown},
        origin=text.file if text else f"data/register/{document.id}.yml",
        parts=("about", *(shown.text.anchors if shown.text else ())),
        jsonld=(legislation.of_version(project, words, document, version),),
        indexed=False,
        feed=FEED,
    )


def _banner(project: Project, words: Wording, document: Document, version: Version) -> str:
    where = standing(version, document.register, project.today)
    if where in ("superseded", "adopted"):
        start = words.date(in_force_from(version) or "")
        end = interval_of(document, version).end
        if where == "adopted":
            return words("versions.banner.adopted", start=start)
        if end is None:
            return words("versions.banner.superseded_open", start=start)
        return words("versions.banner.superseded", start=start, end=words.date(end))
    return words(f"versions.banner.{where}")
