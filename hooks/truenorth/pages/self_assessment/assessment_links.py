"""How self-assessments and their templates are named and linked."""

from __future__ import annotations

from truenorth.pages.addresses import address_of
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording
from truenorth.partnership.answers import subject
from truenorth.partnership.model import Assessment, AssessmentTemplate


def template_link(template: AssessmentTemplate, note: str = "") -> Link:
    return Link(template.title, address_of("templates", template.id), note)


def subject_link(project: Project, assessment: Assessment) -> Link | None:
    """Who was judged; None for the whole partnership."""
    if (named := subject(assessment)) is None:
        return None
    kind, ident = named
    return Link(project.find(kind, ident).name, address_of(kind, ident))


def title_of(project: Project, words: Wording, assessment: Assessment) -> str:
    """What was asked, of whom, and when."""
    said = {
        "template": project.find("templates", assessment.template).title,
        "date": words.date(assessment.date),
    }
    judged = subject_link(project, assessment)
    if judged is None:
        return words("assessments.title_of_all", **said)
    return words("assessments.title_of_one", subject=judged.text, **said)


def assessments_of(project: Project, words: Wording, kind: str, ident: str) -> tuple[Link, ...]:
    """How a body, a constellation or an organization was judged, the newest first."""
    return tuple(
        Link(
            project.find("templates", one.template).title,
            address_of("assessments", one.id),
            words(
                "assessments.noted",
                date=words.date(one.date),
                basis=words(f"assessments.basis.{one.basis}"),
            ),
        )
        for one in reversed(project.assessments)
        if subject(one) == (kind, ident)
    )
