"""/compact/changes.xml: an Atom feed of versions and proposed changes.

Ids are permanent addresses and dates are those of the record: the same content
gives the same feed, byte by byte. Atom wants whole dates; where only a year or
month is known the feed says so in its words and dates the entry to its first day.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from truenorth.compact.model import Document, Version
from truenorth.compact.texts import held_text
from truenorth.dates import earliest
from truenorth.pages.compact.amendments import ADDRESS as AMENDMENTS
from truenorth.pages.compact.amendments import amendment_anchor
from truenorth.pages.compact.documents import FEED
from truenorth.pages.compact.text_view import banners, version_address
from truenorth.pages.compact.version_facts import dated
from truenorth.pages.compact.version_links import changed_by
from truenorth.pages.wording import Wording
from truenorth.project import Project
from truenorth.site.metadata import absolute
from truenorth.site.plan import PlannedFile


@dataclass(frozen=True)
class _Entry:
    """One change: where it is told, since when, and in what words."""

    address: str
    day: str
    title: str
    sentences: tuple[str, ...]

    @property
    def updated(self) -> str:
        return f"{earliest(self.day).isoformat()}T00:00:00Z"


def changes_feed(project: Project, words: Wording, site_url: str) -> tuple[PlannedFile, ...]:
    """The feed, where there is any governing text."""
    if not project.documents:
        return ()
    entries = [e for document in project.documents for e in _entries(project, words, document)]
    entries.sort(key=lambda e: (e.updated, e.address), reverse=True)
    content = _feed(project, words, site_url, entries)
    return (PlannedFile(FEED, content.encode("utf-8"), "data/register"),)


def _entries(project: Project, words: Wording, document: Document) -> list[_Entry]:
    register = document.register
    if register is None:
        return []
    versions = [
        _version(project, words, document, version, day)
        for version in register.versions
        if (day := version.adopted or version.effective or version.published)
    ]
    proposals = [
        _Entry(
            f"{AMENDMENTS}#{amendment_anchor(document, amendment)}",
            day,
            words("feed.amendment", document=document.head.title, title=amendment.title),
            (
                words("feed.proposed", date=dated(words, day)),
                *((amendment.reason,) if amendment.reason else ()),
            ),
        )
        for amendment in register.amendments
        if (day := amendment.notice or amendment.proposed)
    ]
    return [*versions, *proposals]


def _version(
    project: Project, words: Wording, document: Document, version: Version, day: str
) -> _Entry:
    text = held_text(document, version.label)
    change = changed_by(project, words, document, version)
    said = [words("feed.version", date=dated(words, day), event=version.title)]
    said += banners(project, words, text.head) if text else (words("versions.not_held"),)
    return _Entry(
        version_address(document, version.label),
        day,
        words("versions.title", document=document.head.title, version=version.label),
        (*said, *change.sentences),
    )


def _feed(project: Project, words: Wording, site_url: str, entries: list[_Entry]) -> str:
    own = absolute(FEED, site_url)
    home = absolute("/compact/", site_url)
    name = project.partnership.name
    # A feed needs a date; one without entries keeps that of the epoch, which never changes.
    updated = max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z")
    written = "".join(_xml(entry, site_url) for entry in entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(words.language)}>\n'
        f"<id>{escape(own)}</id>\n"
        f"<title>{escape(words('feed.title', partnership=name))}</title>\n"
        f"<updated>{updated}</updated>\n"
        f"<author><name>{escape(name)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(home)}/>\n'
        f"{written}</feed>\n"
    )


def _xml(entry: _Entry, site_url: str) -> str:
    address = absolute(entry.address, site_url)
    return (
        "<entry>\n"
        f"<id>{escape(address)}</id>\n"
        f"<title>{escape(entry.title)}</title>\n"
        f"<updated>{entry.updated}</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>\n'
        f'<content type="text">{escape(" ".join(entry.sentences))}</content>\n'
        "</entry>\n"
    )
