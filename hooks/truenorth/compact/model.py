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
AmendmentAction = Literal["insert", "replace", "repeal", "renumber", "move"]
AmendmentStatus = Literal["proposed", "adopted", "rejected", "withdrawn"]
DecisionKind = Literal[
    "text", "goal", "indicator", "target", "commitment", "strategy", "constellation", "seat",
    "funding", "other",
]  # fmt: skip
DecisionMethod = Literal["consensus", "vote"]
MajorityOf = Literal["votes_cast", "members_present", "all_members"]
Element = Literal[
    "goal_for_change", "problem_from_data", "portfolio_of_strategies", "principles_of_behavior",
    "indicators_and_learning",
]  # fmt: skip
AGREEING = frozenset({"signed", "reaffirmed", "acceded", "signed_with_statement"})
TOOK_EFFECT = frozenset({"adopted", "superseded"})
NOT_RECORDED = "not_recorded"
THRESHOLD = r"^(more than|at least) (\d+/[1-9]\d*|\d+)$"


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
    effective: str | None = date("From when it is in force; the day it was adopted, unless given", default=None)  # fmt: skip
    effective_to: str | None = date("Until when it was in force, where nothing took its place", default=None)  # fmt: skip
    published: str | None = date("When its text was first published here", default=None)
    sha256: str | None = value("The fingerprint of its text, written by truenorth adopt", default=None, pattern=r"^[0-9a-f]{64}$")  # fmt: skip
    historical: bool = yes_no("True for a version adopted before this register was kept", default=False)  # fmt: skip
    decision: str | None = value("The decision's id, or not_recorded", default=None)
    signing_opens: str | None = date("From when it could be signed", default=None)
    signing_closes: str | None = date("Until when it could be signed", default=None)
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
    evidence: tuple[str, ...] = ref("sources", "What shows it", default=())
    office: str | None = value("The office held by the person who signed", default=None)
    person: str | None = value("Who signed", default=None)
    date: str | None = date("When", default=None)
    statement: str | None = value("A statement made with it", default=None)


@record
class SectionAffected:
    """A section that an amendment touches."""

    section: str = value("The section's permanent id", example="goal-3")
    action: AmendmentAction = value("What happens to it")


@record
class Amendment:
    """A proposal to change a document, from its notice to its decision."""

    id: str = ident("Permanent id of the amendment", "five-goals")
    title: str = value("What it does, in a few words")
    status: AmendmentStatus = value("Where it stands")
    sections: tuple[SectionAffected, ...] = value("The sections it touches", default=())
    from_version: str | None = value("The label of the version it changes", default=None)
    to_version: str | None = value("The label of the version it led to", default=None)
    proposed_by: tuple[str, ...] = ref("organizations", "Who proposed it", default=())
    proposed: str | None = date("When it was proposed", default=None)
    notice: str | None = date("When notice of it was given", default=None)
    comment_until: str | None = date("Until when comments are taken", default=None)
    decision: str | None = value("The decision's id, or not_recorded", default=None)
    effective: str | None = date("From when it holds", default=None)
    reason: str | None = value("Why the change is wanted", default=None)
    sources: tuple[str, ...] = ref("sources", "What shows that it happened", default=())


@record
class RemovedSection:
    """A section that once stood in the document: its id answers for ever and is never reused."""

    section: str = ident("Its permanent id", "goal-3")
    title: str = value("The title it had")
    removed_in: str = value("The label of the first version without it")
    reason: str = value("Why it was removed, as a sentence")
    moved_to: str | None = ref("sections", "Where its subject stands now, as document#section", default=None)  # fmt: skip


@record
class Register:
    """A document's versions, amendments and signatures: data/register/<document>.yml."""

    document: str = ident("The document's id: its folder under content/compact/", "charter")
    versions: tuple[Version, ...] = value("Its versions, oldest first", default=())
    amendments: tuple[Amendment, ...] = value("How it was changed, oldest first", default=())
    removed_sections: tuple[RemovedSection, ...] = value("Sections that are gone", default=())
    signatures: tuple[Signature, ...] = value("Who did what about which version", default=())


@record
class Tally:
    """How a vote went, in members of the body that decided."""

    members: int = value("How many members the body has", ge=1)
    present: int = value("How many were there", ge=0)
    votes_for: int = value("How many were in favor", ge=0)
    votes_against: int = value("How many were against", default=0, ge=0)
    abstained: int = value("How many abstained", default=0, ge=0)


@record
class Decision:
    """What a body decided: data/decisions.yml."""

    id: str = ident("Permanent id of the decision", "adopt-charter-2026")
    title: str = value("What was decided, in a few words")
    body: str = ref("bodies", "The body that decided")
    date: str = date("When it was decided")
    method: DecisionMethod | None = value("How it was decided; leave out where no source says", default=None)  # fmt: skip
    tally: Tally | None = value("How the vote went", default=None)
    text: str | None = value("The decision in words", default=None)
    changes: tuple[str, ...] = value("What it changes, as document@version", default=(), example=["charter@2026.1"])  # fmt: skip
    sources: tuple[str, ...] = ref("sources", "Minutes or another record of it", default=())
    kind: DecisionKind | None = value("What it is about", default=None)
    meeting: str | None = ref("meetings", "The meeting at which it was made", default=None)
    goals: tuple[str, ...] = ref("goals", "The goals it changed", default=())
    indicators: tuple[str, ...] = ref("indicators", "The indicators or targets it changed", default=())  # fmt: skip
    commitments: tuple[str, ...] = ref("commitments", "The commitments it changed", default=())
    strategies: tuple[str, ...] = ref("strategies", "The strategies it changed", default=())
    constellations: tuple[str, ...] = ref("constellations", "The constellations it formed, changed or ended", default=())  # fmt: skip
    seats: tuple[str, ...] = ref("seats", "The seats it changed, as body#seat", default=())
    funding: tuple[str, ...] = ref("funding", "The funding it approved", default=())


@record
class DecisionRule:
    """How a body adopts a governing text, as its bylaws say."""

    body: str = ref("bodies", "The body that decides")
    method: DecisionMethod = value("How it decides")
    quorum: str = value("How many members must be there", default="more than 1/2", example="more than 1/2", pattern=THRESHOLD)  # fmt: skip
    majority: str = value("How many must be in favor", default="more than 1/2", example="at least 2/3", pattern=THRESHOLD)  # fmt: skip
    majority_of: MajorityOf = value("Out of whom the majority is counted", default="votes_cast")
    notice_days: int = value("How many days before the decision notice is given", default=0, ge=0)
    must_sign: tuple[str, ...] = ref("organizations", "Who must have signed the new text", default=())  # fmt: skip


@record
class AgendaElement:
    """One of the five elements of a common agenda, and where the texts hold it."""

    element: Element = value("The element")
    sections: tuple[str, ...] = ref("sections", "The sections that hold it, as document#section", default=())  # fmt: skip
    last_review: str | None = date("When it was last reviewed", default=None)
    next_review: str | None = date("When it is next reviewed", default=None)
    note: str | None = value("What a reader should know about it", default=None)


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
    decision_rule: DecisionRule | None = value("In bylaws: how governing texts are adopted", default=None)  # fmt: skip


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
class HeldText:
    """The text of one version, as its file holds it; `sha256` is that of the file's bytes
    with line ends as LF."""

    label: str
    head: DocumentHead
    preamble: str
    preamble_line: int
    sections: tuple[Section, ...]
    file: str
    sha256: str


@dataclass(frozen=True)
class Document:
    """A governing text as it stands in content/compact/<id>/index.md, and its adopted texts."""

    id: str
    head: DocumentHead
    preamble: str
    preamble_line: int
    sections: tuple[Section, ...]
    file: str
    register: Register | None = field(default=None)
    held: tuple[HeldText, ...] = ()
