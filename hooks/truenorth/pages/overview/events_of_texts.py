"""What happened to the governing texts: versions, signatures, amendments and decisions."""

from __future__ import annotations

from collections.abc import Iterator

from truenorth.compact.model import (
    NOT_RECORDED,
    TOOK_EFFECT,
    Document,
    Register,
    Signature,
    Version,
)
from truenorth.compact.roll import by_date
from truenorth.dates import earliest
from truenorth.pages.compact.text_view import document_address, version_address
from truenorth.pages.compact.version_facts import version_anchor
from truenorth.pages.overview.event import Event, how_many, is_over, linked
from truenorth.pages.partnership.decisions import amendment_address
from truenorth.pages.parts import Link
from truenorth.pages.records import Project, decision_links, organization_links
from truenorth.pages.wording import Wording


def events(project: Project, words: Wording) -> Iterator[Event]:
    """What the registers and the decisions tell with a date."""
    for document in project.documents:
        yield from _reviews(words, document)
        if document.register is None:
            continue
        for version in document.register.versions:
            yield from _version(project, words, document, version)
            if project.partnership.signed:
                yield from _signatures(project, words, document, version)
        yield from _amendments(project, words, document, document.register)
    for decision in project.decisions:
        body = project.find("bodies", decision.body).name
        (link,) = decision_links(project, words, (decision.id,))
        sentence = words("timeline.decision", body=body, decision=linked(link))
        yield Event("decision", decision.date, sentence)


def _reviews(words: Wording, document: Document) -> Iterator[Event]:
    if document.head.last_review:
        named = linked(Link(document.head.title, document_address(document)))
        sentence = words("timeline.text.reviewed", document=named)
        yield Event("text", document.head.last_review, sentence)


def _version(
    project: Project, words: Wording, document: Document, version: Version
) -> Iterator[Event]:
    if version.status not in TOOK_EFFECT:
        return
    label = words("versions.title", document=document.head.title, version=version.label)
    named = linked(Link(label, version_address(document, version.label)))
    if version.adopted:
        said = words("timeline.text.adopted", version=named, event=version.title)
        notes = (words("timeline.text.untold"),) if version.decision == NOT_RECORDED else ()
        yield Event("text", version.adopted, said, notes=notes)
    started = version.effective
    if started and started != version.adopted:
        ahead = earliest(started) > project.today
        said = words(f"timeline.text.{'takes_effect' if ahead else 'effective'}", version=named)
        yield Event("text", started, said, planned=ahead)
    if is_over(version.effective_to, project.today):
        yield Event("text", version.effective_to, words("timeline.text.ended", version=named))


def _signatures(
    project: Project, words: Wording, document: Document, version: Version
) -> Iterator[Event]:
    """What was done about a version on one day, those who did the same together."""
    label = words("versions.title", document=document.head.title, version=version.label)
    named = linked(Link(label, f"/compact/signers/#{version_anchor(document, version)}"))
    for day, found in by_date(document.register, version.label).items():
        acts: dict[str, list[Signature]] = {}
        for signature in found if day else ():
            acts.setdefault(signature.action, []).append(signature)
        for action, signatures in acts.items():
            ids = (signature.organization for signature in signatures)
            who = tuple(linked(link) for link in organization_links(project, ids))
            said = words(
                f"timeline.signatures.{how_many(who)}.{action}",
                count=len(who),
                version=named,
                organization=who[0],
            )
            yield Event("signatures", day, said, items=who if len(who) > 1 else ())


def _amendments(
    project: Project, words: Wording, document: Document, register: Register
) -> Iterator[Event]:
    for amendment in register.amendments:
        told = {
            "document": document.head.title,
            "amendment": linked(Link(amendment.title, amendment_address(document, amendment))),
        }
        if amendment.proposed:
            yield Event("text", amendment.proposed, words("timeline.text.proposed", **told))
        if amendment.notice:
            yield Event("text", amendment.notice, words("timeline.text.notice", **told))
        if amendment.status == "proposed" and amendment.comment_until:
            closed = is_over(amendment.comment_until, project.today)
            said = words(f"timeline.text.{'closed' if closed else 'comments'}", **told)
            yield Event("text", amendment.comment_until, said, planned=not closed)
