"""The line of a document's versions in time, and the ways from one version to others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise

from truenorth.compact.model import NOT_RECORDED, Document, HeldText, Version
from truenorth.compact.register import current, in_force_from, previous
from truenorth.compact.texts import held_text
from truenorth.pages.compact.changes import changes, sentences
from truenorth.pages.compact.text_view import compare_address, version_address
from truenorth.pages.compact.version_facts import dated, standing_words
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording


@dataclass(frozen=True)
class Milestone:
    """A version on the line in time; `facts` are whole sentences."""

    link: Link
    event: str
    when: str
    status: str
    current: bool
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Changed:
    """What a version changed, in sentences under a heading line, with ways to the redlines."""

    lead: str
    sentences: tuple[str, ...]
    links: tuple[Link, ...]


def timeline(project: Project, words: Wording, document: Document) -> tuple[Milestone, ...]:
    """The versions in the register, newest first."""
    register = document.register
    if register is None:
        return ()
    now = current(register, project.today)
    return tuple(
        Milestone(
            link=Link(
                words("documents.version", version=version.label),
                version_address(document, version.label),
            ),
            event=version.title,
            when=_when(words, version),
            status=standing_words(project, words, document, version),
            current=version == now,
            facts=_facts(words, version),
        )
        for version in reversed(register.versions)
    )


def changed_by(project: Project, words: Wording, document: Document, version: Version) -> Changed:
    """What a version changed from the one before it."""
    register = document.register
    text = held_text(document, version.label)
    before = previous(register, version)
    if before is None:
        first = bool(register.versions) and register.versions[0] == version
        return Changed(
            words("versions.first") if first else "",
            (),
            _ways(project, words, document, version, None),
        )
    old = held_text(document, before.label)
    links = _ways(project, words, document, version, old)
    if old is None or text is None:
        key = "versions.before_not_held" if old is None else "versions.not_held"
        return Changed(words(key, version=before.label), (), links)
    lead = words("versions.changed_from", before=old.label, after=text.label)
    return Changed(lead, sentences(words, changes(old, text)), links)


def all_pairs(words: Wording, document: Document) -> tuple[Link, ...]:
    """The redline of every two texts that are held, neighbors first."""
    near = list(pairwise(document.held))
    far = [pair for pair in combinations(document.held, 2) if pair not in near]
    return tuple(
        Link(
            words("compare.title", document=document.head.title, before=a.label, after=b.label),
            compare_address(document, a.label, b.label),
        )
        for a, b in (*near, *far)
    )


def _ways(
    project: Project, words: Wording, document: Document, version: Version, old: HeldText | None
) -> tuple[Link, ...]:
    """Redlines from the version before, from the oldest text held, and to the one in force."""
    order = [held.label for held in document.held]
    if version.label not in order:
        return ()
    here = order.index(version.label)
    now = current(document.register, project.today)
    found: dict[str, Link] = {}
    if old is not None and old.label in order[:here]:
        address = compare_address(document, old.label, version.label)
        found[address] = Link(
            words("versions.redline", before=old.label, after=version.label), address
        )
    if here:
        address = compare_address(document, order[0], version.label)
        found.setdefault(
            address, Link(words("versions.redline_original", version=order[0]), address)
        )
    if now is not None and now.label in order[here + 1 :]:
        address = compare_address(document, version.label, now.label)
        found.setdefault(
            address, Link(words("versions.redline_current", version=now.label), address)
        )
    return tuple(found.values())


def _when(words: Wording, version: Version) -> str:
    date = in_force_from(version) or version.adopted
    return dated(words, date) if date else words("documents.no_date")


def _facts(words: Wording, version: Version) -> tuple[str, ...]:
    said = [words(f"documents.held.{version.text}")]
    if version.decision == NOT_RECORDED:
        said.append(words("documents.not_recorded"))
    if version.note:
        said.append(version.note)
    return tuple(said)
