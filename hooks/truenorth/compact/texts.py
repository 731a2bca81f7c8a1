"""Which text of a document holds today, whether a change is proposed, and how a part is cited.

Pure functions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truenorth.compact.model import Document, HeldText, Section, Version
from truenorth.compact.register import current, intervals
from truenorth.dates import earliest

Text = Document | HeldText


def held_text(document: Document, label: str) -> HeldText | None:
    """The text of one version, where it is held."""
    return next((held for held in document.held if held.label == label), None)


def in_force_text(document: Document, today: date) -> HeldText | None:
    """The text of the version in force; None where there is none, or its text is not held."""
    version = current(document.register, today) if document.register else None
    return held_text(document, version.label) if version else None


def shown_text(document: Document, today: date) -> Text:
    """What a reader of the document is shown: the text in force, else the working text."""
    return in_force_text(document, today) or document


def newest_adopted(document: Document) -> HeldText | None:
    """The text that took or will take effect last; what a working text is compared with."""
    took = [i.version for i in intervals(document.register)] if document.register else []
    return held_text(document, took[-1].label) if took else None


def coming(document: Document, today: date) -> tuple[Version, ...]:
    """Versions that are adopted and will take effect after today, soonest first."""
    if document.register is None:
        return ()
    return tuple(i.version for i in intervals(document.register) if earliest(i.start) > today)


def same_text(one: Text, other: Text) -> bool:
    """Whether two texts say the same: title, kind, rule, preamble and sections."""
    return _content(one) == _content(other)


def proposed(document: Document, today: date) -> bool:
    """Whether the working text differs from what is in force and from what was adopted last."""
    adopted = (newest_adopted(document), in_force_text(document, today))
    known = [text for text in adopted if text is not None]
    return bool(known) and not any(same_text(document, text) for text in known)


@dataclass(frozen=True)
class Citation:
    """The parts of a citation, such as charter, version 2018, section 2; None where none."""

    document: str
    version: str | None
    number: str | None
    section: str | None


def citation(text: Text, section: Section | None = None) -> Citation:
    """How a text or one of its sections is cited."""
    return Citation(
        document=text.head.title,
        version=text.label if isinstance(text, HeldText) else None,
        number=section.number or None if section else None,
        section=section.title if section else None,
    )


def _content(text: Text) -> tuple:
    head = text.head
    sections = tuple((s.id, s.number, s.title, s.level, s.markdown) for s in text.sections)
    return head.title, head.kind, head.decision_rule, text.preamble, sections
