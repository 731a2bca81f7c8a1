"""How the partnership judges itself: /assessments/, its questionnaires and what was answered."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.pages.addresses import address_of
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import Entry, Project, Records
from truenorth.pages.self_assessment import assessment_form, assessment_result
from truenorth.pages.self_assessment.assessment_links import subject_link, template_link
from truenorth.pages.wording import Wording
from truenorth.partnership.answers import items
from truenorth.partnership.model import Assessment, AssessmentTemplate

ADDRESS = "/assessments/"
FOLDER = "data/assessments"


@dataclass(frozen=True)
class TemplateLine:
    """A questionnaire as it is listed."""

    link: Link
    about: str
    said: str


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """The list, each questionnaire and each result; none where there is no questionnaire."""
    if not project.templates:
        return ()
    return (
        _list_page(project, words),
        *(assessment_form.page(project, words, one) for one in project.templates),
        *(assessment_result.page(project, words, one) for one in project.assessments),
    )


def _list_page(project: Project, words: Wording) -> Page:
    title = words("assessments.title")
    results = _results(project, words)
    by_title = sorted(project.templates, key=lambda one: one.title.casefold())
    edits = [(words("assessments.edit_folder"), FOLDER)]
    return Page(
        address=ADDRESS,
        template="assessments.html",
        title=title,
        description=words("assessments.description", partnership=project.partnership.name),
        context={
            "results": results,
            "templates": tuple(_template(project, words, one) for one in by_title),
            "foot": foot(project, words, ADDRESS, title, edits),
        },
        origin=FOLDER,
        parts=("results", "questions", "report"),
    )


def _template(project: Project, words: Wording, template: AssessmentTemplate) -> TemplateLine:
    used = sum(one.template == template.id for one in project.assessments)
    said = words(
        "assessments.template_line",
        version=template.version,
        questions=words("assessments.questions", count=sum(1 for _ in items(template))),
        used=words("assessments.used", count=used) if used else words("assessments.unused"),
    )
    return TemplateLine(template_link(template), template.about, said)


def _results(project: Project, words: Wording) -> Records | None:
    """Every result, the newest first."""
    if not project.assessments:
        return None
    columns = ("asked", "subject", "date", "basis", "respondents")
    return Records(
        id="table-results",
        caption=words("assessments.caption"),
        columns=tuple(words(f"assessments.column.{column}") for column in columns),
        rows=tuple(_row(project, words, one) for one in reversed(project.assessments)),
    )


def _row(project: Project, words: Wording, one: Assessment) -> tuple[Entry, ...]:
    template = project.find("templates", one.template)
    judged = subject_link(project, one)
    return (
        Entry(links=(Link(template.title, address_of("assessments", one.id)),)),
        Entry(links=(judged,)) if judged else Entry(words("assessments.whole")),
        Entry(words.date(one.date)),
        Entry(words(f"assessments.basis.{one.basis}")),
        Entry(words("assessments.people", count=one.respondents)),
    )
