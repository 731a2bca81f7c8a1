"""What was answered to a questionnaire: /assessments/<id>/."""

from __future__ import annotations

from truenorth.pages.addresses import address_of
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import Entry, Project, present, source_links
from truenorth.pages.report_card.report_card import methods_address
from truenorth.pages.self_assessment.assessment_answers import Told, part_result, told
from truenorth.pages.self_assessment.assessment_form import item_anchor, part_anchor, scale_step
from truenorth.pages.self_assessment.assessment_links import subject_link, template_link, title_of
from truenorth.pages.wording import Wording
from truenorth.partnership.answers import items, previous
from truenorth.partnership.model import Assessment

ANCHOR = "/methods/#self-assessments"


def page(project: Project, words: Wording, assessment: Assessment) -> Page:
    """The page of a result."""
    now = told(project, assessment)
    earlier = previous(assessment, project.assessments)
    before = told(project, earlier) if earlier else None
    title = title_of(project, words, assessment)
    address = address_of("assessments", assessment.id)
    file = f"data/assessments/{assessment.id}.yml"
    method = Link(words("assessments.method"), methods_address(project, ANCHOR))
    context = {
        "crumbs": (
            Link(words("assessments.title"), "/assessments/"),
            template_link(now.template),
        ),
        "title": title,
        "lead": _lead(project, words, assessment),
        "note": assessment.note or "",
        "entries": _entries(project, words, now, earlier),
        "scale": tuple(scale_step(words, s.number, s.label) for s in now.template.scale),
        "together": now.together,
        "compared": earlier is not None,
        "method": method,
        "sections": tuple(
            part_result(project, words, part, now, before) for part in now.template.parts
        ),
        "foot": foot(project, words, address, title, [(words("assessments.edit_result"), file)]),
    }
    return Page(
        address=address,
        template="assessment_result.html",
        title=title,
        description=context["lead"],
        context=context,
        origin=file,
        parts=(
            "reading",
            *(part_anchor(part) for part in now.template.parts),
            *(item_anchor(item.id) for item in items(now.template)),
            "report",
        ),
    )


def _lead(project: Project, words: Wording, assessment: Assessment) -> str:
    judged = subject_link(project, assessment)
    name = judged.text if judged else project.partnership.name
    return words(f"assessments.lead.{assessment.basis}", count=assessment.respondents, subject=name)


def _entries(
    project: Project, words: Wording, now: Told, earlier: Assessment | None
) -> tuple[tuple[str, Entry], ...]:
    assessment, judged = now.assessment, subject_link(project, now.assessment)
    before = Entry(words("assessments.first_time"), missing=True)
    if earlier:
        link = Link(title_of(project, words, earlier), address_of("assessments", earlier.id))
        before = Entry(links=(link,))
    whole = Entry(project.partnership.name, notes=(words("assessments.whole"),))
    return present(
        (words("assessments.column.subject"), Entry(links=(judged,)) if judged else whole),
        (words("assessments.column.date"), Entry(words.date(assessment.date))),
        (words("assessments.column.basis"), Entry(words(f"assessments.basis.{assessment.basis}"))),
        (
            words("assessments.column.respondents"),
            Entry(words("assessments.people", count=assessment.respondents)),
        ),
        (words("assessments.term.questions"), Entry(links=(template_link(now.template),))),
        (words("assessments.term.before"), before),
        (
            words("assessments.term.published"),
            Entry(links=source_links(project, words, assessment.sources)),
        ),
    )
