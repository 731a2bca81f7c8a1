"""Governing texts: documents, sections, versions and signatures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from truenorth.fields import date, ident, record, ref, value, yes_no

DocumentKind = Literal[
    "charter", "principles", "bylaws", "goals", "terms_of_reference", "roles", "data_policy",
    "statement",
]  # fmt: skip
TextHeld = Literal["full", "summary", "not_held"]
VersionStatus = Literal["draft", "proposed", "adopted", "superseded", "withdrawn"]
SignatureAction = Literal[
    "signed", "reaffirmed", "acceded", "signed_with_statement", "declined", "withdrew", "lapsed"
]
AGREEING = frozenset({"signed", "reaffirmed", "acceded", "signed_with_statement"})


@record
class StatedCount:
    """How many signed, as a source states it; shown beside the count of the list held here."""

    sources: tuple[str, ...] = ref("sources", "Where it is stated")
    organizations: int | None = value("Organizations", default=None, ge=0)
    people: int | None = value("People", default=None, ge=0)


@record
class Version:
    """One version in a document's register."""

    label: str = value("Its name, usually the year", example="2018", pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]*$")  # fmt: skip
    title: str = value("What happened, in a few words")
    status: VersionStatus = value("Where it stands")
    text: TextHeld = value("Whether the text held here is whole, our summary, or not held")
    adopted: str | None = date("When it was adopted", default=None)
    historical: bool = yes_no("True for a version adopted before this register was kept", default=False)  # fmt: skip
    decision: str | None = value("The decision's id, or not_recorded", default=None)
    evidence: tuple[str, ...] = ref("sources", "What shows that it happened", default=())
    stated_count: StatedCount | None = value("How many signed, as sources state it", default=None)
    complete_roll: bool = yes_no("Whether the list of signatures below names everyone", default=False)  # fmt: skip
    note: str | None = value("What a reader should know about it", default=None)


@record
class Signature:
    """What one organization did about one version."""

    version: str = value("The version's label", example="2010")
    organization: str = ref("organizations", "The organization")
    action: SignatureAction = value("What it did")
    evidence: tuple[str, ...] = ref("sources", "What shows it")
    office: str | None = value("The office held by the person who signed", default=None)
    person: str | None = value("Who signed", default=None)
    date: str | None = date("When", default=None)
    statement: str | None = value("A statement made with it", default=None)


@record
class Register:
    """A document's versions and signatures: data/register/<document>.yml."""

    document: str = ident("The document's id: its folder under content/compact/", "charter")
    versions: tuple[Version, ...] = value("Its versions, oldest first", default=())
    signatures: tuple[Signature, ...] = value("Who did what about which version", default=())


@record
class DocumentHead:
    """The front matter of a governing text."""

    title: str = value("The document's title")
    kind: DocumentKind = value("What kind of document it is")
    text: TextHeld = value("full, summary (our own account) or not_held")
    summary: str = value("One sentence that says what the document does")
    sources: tuple[str, ...] = ref("sources", "What the text rests on", default=())
    illustration: bool = yes_no("True where the text only illustrates and no real rule is stated", default=False)  # fmt: skip
    order: int = value("Its place in lists", default=9, ge=1)
    next_review: str | None = date("When it is next reviewed", default=None)
    last_review: str | None = date("When it was last reviewed", default=None)


@dataclass(frozen=True)
class Section:
    """A part of a governing text: the id is permanent, the number may change.

    `level` is 2 for `##` and 3 for `###`; `markdown` is the text under the
    heading up to the next one; `line` is that of the heading in the file and
    `body_line` that of the first line under it.
    """

    id: str
    number: str
    title: str
    level: int
    markdown: str
    line: int
    body_line: int


@dataclass(frozen=True)
class Document:
    """A governing text as it stands in content/compact/<id>/index.md."""

    id: str
    head: DocumentHead
    preamble: str
    preamble_line: int
    sections: tuple[Section, ...]
    file: str
    register: Register | None = field(default=None)
