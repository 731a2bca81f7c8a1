"""What the register and the decisions say about one version, in words."""

from __future__ import annotations

from truenorth.compact.model import NOT_RECORDED, TOOK_EFFECT, Decision, Document, Version
from truenorth.compact.register import Interval, in_force_from, intervals, standing
from truenorth.compact.roll import roll
from truenorth.pages.addresses import address_of
from truenorth.pages.compact.text_view import version_address
from truenorth.pages.parts import Link
from truenorth.pages.records import Entry, Project, known, present, source_links
from truenorth.pages.wording import Wording

Pairs = tuple[tuple[str, Entry], ...]
_YEAR, _MONTH = len("2016"), len("2016-12")


def version_anchor(document: Document, version: Version) -> str:
    """The id of a version on the page of signers."""
    return f"{document.id}-{version.label.lower().replace('.', '-')}"


def dated(words: Wording, date: str) -> str:
    """A date that says how exactly it is known."""
    shown = words.date(date)
    if len(date) == _YEAR:
        return words("versions.date.year", date=shown)
    return words("versions.date.month", date=shown) if len(date) == _MONTH else shown


def interval_of(document: Document, version: Version) -> Interval | None:
    """When a version was in force, if it ever was."""
    return next((i for i in intervals(document.register) if i.version == version), None)


def standing_words(project: Project, words: Wording, document: Document, version: Version) -> str:
    """Where a version stands today."""
    where = standing(version, document.register, project.today)
    return words("versions.in_force" if where == "in_force" else f"enums.version_status.{where}")


def facts(project: Project, words: Wording, document: Document, version: Version) -> Pairs:
    """Dates, decision and signers of a version; what is not recorded is said to be so."""
    unknown = words("versions.not_recorded")
    found = interval_of(document, version)
    start = in_force_from(version)
    end = found.end if found else None
    took = version.status in TOOK_EFFECT
    return present(
        (words("versions.term.adopted"), _date(words, version.adopted, unknown) if took else None),
        (words("versions.term.effective"), _effective(words, version, start) if took else None),
        (words("versions.term.until"), Entry(dated(words, end)) if end else None),
        (words("versions.term.published"), _date(words, version.published, unknown)),
        (words("versions.term.decision"), decision_entry(project, words, version)),
        (words("versions.term.signed"), signers_entry(project, words, document, version)),
        (words("versions.term.evidence"), _evidence(project, words, version)),
    )


def decision_entry(project: Project, words: Wording, version: Version) -> Entry:
    """The decision behind a version, or plainly that none is recorded."""
    if version.decision == NOT_RECORDED:
        return Entry(words("versions.decision.historical"), missing=True)
    if version.decision is None:
        return Entry(words("versions.not_recorded"), missing=True)
    decision = project.find("decisions", version.decision)
    return Entry(
        decision_words(project, words, decision),
        links=(decision_link(decision),),
    )


def decision_link(decision: Decision) -> Link:
    """Where a decision stands in the list of decisions."""
    return Link(decision.title, address_of("decisions", decision.id))


def decision_words(project: Project, words: Wording, decision: Decision) -> str:
    """Who decided when, how, and how the vote went."""
    body = project.find("bodies", decision.body).name
    how = decision.method or "untold"
    said = words(f"versions.decided.{how}", body=body, on=words.on(decision.date))
    tally = decision.tally
    if tally is None:
        return said
    counts = {
        name: words.number(getattr(tally, name))
        for name in ("votes_for", "votes_against", "abstained", "present", "members")
    }
    return words("versions.with_tally", said=said, tally=words("versions.tally", **counts))


def signers_entry(
    project: Project, words: Wording, document: Document, version: Version
) -> Entry | None:
    """How many signed a version, organizations and people apart, and where they are listed."""
    if not project.partnership.signed:
        return None
    held = roll(document.register, version.label)
    if not held.signatures:
        stated = version.stated_count is not None
        return Entry(
            words("versions.signers.stated_only" if stated else "versions.signers.none"),
            missing=True,
        )
    return Entry(
        words(
            "versions.signers.held",
            organizations=words("signers.organizations", count=held.organizations),
            people=words("signers.people", count=held.people),
        ),
        links=(
            Link(
                words("documents.signers", version=version.label),
                f"/compact/signers/#{version_anchor(document, version)}",
            ),
        ),
        notes=() if version.complete_roll else (words("versions.signers.incomplete"),),
    )


def version_link(words: Wording, document: Document, version: Version) -> Link:
    """The page of a version, named by its label and what happened."""
    return Link(
        words("versions.named", version=version.label, event=version.title),
        version_address(document, version.label),
    )


def _date(words: Wording, date: str | None, unknown: str) -> Entry:
    return known(dated(words, date) if date else None, unknown)


def _effective(words: Wording, version: Version, start: str | None) -> Entry:
    if start is None:
        return Entry(words("versions.not_recorded"), missing=True)
    note = () if version.effective else (words("versions.effective_as_adopted"),)
    return Entry(dated(words, start), notes=note)


def _evidence(project: Project, words: Wording, version: Version) -> Entry | None:
    return Entry(links=source_links(project, words, version.evidence)) if version.evidence else None
