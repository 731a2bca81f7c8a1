"""Where texts, figures and assessments name an organization."""

from __future__ import annotations

from collections.abc import Iterator

from truenorth.compact.texts import shown_text
from truenorth.pages.addresses import address_of
from truenorth.pages.compact.amendments import ADDRESS as AMENDMENTS
from truenorth.pages.compact.amendments import amendment_anchor
from truenorth.pages.compact.text_view import document_address
from truenorth.pages.partnership.partner_parts import Part
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.report_card.curve_names import said_of
from truenorth.pages.self_assessment.assessment_links import assessments_of
from truenorth.pages.wording import Wording
from truenorth.partnership.model import Organization
from truenorth.reportcard.model import Indicator


def parts(project: Project, words: Wording, organization: Organization) -> Iterator[Part]:
    """Each part of which anything is known, in the order of the page."""
    for name, links in (
        ("amendments", _amendments(project, words, organization)),
        ("rules", _rules(project, words, organization)),
        ("assessments", assessments_of(project, words, "organizations", organization.id)),
    ):
        if links:
            yield Part(name, words(f"partners.part.{name}"), links=links)
    yield from _figures(project, words, organization)


def publishes(project: Project, organization: Organization, indicator: Indicator) -> bool:
    """Whether an organization published the figures of an indicator, by its own name."""
    definition = indicator.definition
    cited = (project.find("sources", ident).publisher for ident in definition.sources)
    return organization.name in cited or organization.name in (definition.published_by or "")


def works_on_figures(project: Project, words: Wording, organization: Organization) -> bool:
    """Whether it looks after a figure, set a target for one, or works on its curve."""
    published = words("partners.published")
    return any(link.note != published for link in _indicators(project, words, organization))


def _amendments(project: Project, words: Wording, organization: Organization) -> tuple[Link, ...]:
    """Changes of a text that it proposed."""
    return tuple(
        Link(
            amendment.title,
            f"{AMENDMENTS}#{amendment_anchor(document, amendment)}",
            words(
                "partners.amendment",
                document=document.head.title,
                status=words(f"amendments.status.{amendment.status}"),
            ),
        )
        for document in project.documents
        for amendment in (document.register.amendments if document.register else ())
        if organization.id in amendment.proposed_by
    )


def _rules(project: Project, words: Wording, organization: Organization) -> tuple[Link, ...]:
    """Texts that ask for its signature before another text can change."""
    if not project.partnership.signed:
        return ()
    return tuple(
        Link(head.title, document_address(document), words("partners.must_sign"))
        for document in project.documents
        if (head := shown_text(document, project.today).head).decision_rule
        and organization.id in head.decision_rule.must_sign
    )


def _figures(project: Project, words: Wording, organization: Organization) -> Iterator[Part]:
    """Its part in the figures; where that is the same for all, the heading says it once."""
    links = _indicators(project, words, organization)
    if not links:
        return
    if {link.note for link in links} == {words("partners.published")}:
        bare = tuple(Link(link.text, link.address) for link in links)
        yield Part("indicators", words("partners.part.published"), links=bare)
    else:
        yield Part("indicators", words("partners.part.indicators"), links=links)


def _indicators(project: Project, words: Wording, organization: Organization) -> tuple[Link, ...]:
    """Figures that it looks after, published or set a target for, and curves it works on."""
    found = []
    for indicator in project.indicators:
        definition = indicator.definition
        said = []
        if definition.steward == organization.id:
            said.append(words("partners.looks_after"))
        if any(target.set_by == organization.id for target in definition.targets):
            said.append(words("partners.set_target"))
        if publishes(project, organization, indicator):
            said.append(words("partners.published"))
        told = tuple(said_of(project, words, indicator, "organization", organization.id))
        if said or told:
            note, more = words.list(said), " ".join(told)
            if note and more:
                note = words("partners.figures_and", said=note, told=more)
            address = address_of("indicators", indicator.id)
            found.append(Link(indicator.title, address, note or more))
    return tuple(found)
