"""A questionnaire as a form to read: /assessments/templates/<id>/."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.pages.addresses import address_of
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, foot
from truenorth.pages.records import Entry, Project, Records, known, linked, present, source_links
from truenorth.pages.self_assessment.assessment_links import template_link, title_of
from truenorth.pages.self_assessment.evidence import evidence
from truenorth.pages.wording import Wording
from truenorth.partnership.answers import items
from truenorth.partnership.model import AssessmentPart, AssessmentTemplate, Item


@dataclass(frozen=True)
class ItemForm:
    """A question with the two ends of its scale, and what this site shows about it."""

    id: str
    text: str
    pillar: str
    low: str
    high: str
    shows: Entry


@dataclass(frozen=True)
class PartForm:
    """Questions that belong together."""

    id: str
    title: str
    about: str
    items: tuple[ItemForm, ...]


def part_anchor(part: AssessmentPart) -> str:
    return f"part-{part.id}"


def item_anchor(item: str) -> str:
    return f"item-{item}"


def shows(project: Project, words: Wording, item: Item) -> Entry:
    """What this site shows about an item today, in links or words."""
    if item.suggests is None:
        return Entry(words("assessments.cannot_show"), missing=True)
    return linked(evidence(project, words, item.suggests), words("assessments.shows_none"))


def page(project: Project, words: Wording, template: AssessmentTemplate) -> Page:
    """The page of a template."""
    address = address_of("templates", template.id)
    file = f"data/assessments/templates/{template.id}.yml"
    parts = tuple(_part(project, words, template, part) for part in template.parts)
    context = {
        "crumbs": (Link(words("assessments.title"), "/assessments/"),),
        "template": template,
        "entries": _entries(project, words, template),
        "scale": tuple(scale_step(words, s.number, s.label) for s in template.scale),
        "numbers": tuple(step.number for step in template.scale),
        "glance": _glance(words, template),
        "sections": parts,
        "foot": foot(project, words, address, template.title, [(words("assessments.edit"), file)]),
    }
    return Page(
        address=address,
        template="assessment_form.html",
        title=template.title,
        description=template.about,
        context=context,
        origin=file,
        parts=(*(item_anchor(item.id) for item in items(template)), "report"),
    )


def scale_step(words: Wording, number: int, label: str) -> str:
    """A step by its number and name."""
    return words("assessments.step", number=words.number(number), label=label)


def _entries(
    project: Project, words: Wording, template: AssessmentTemplate
) -> tuple[tuple[str, Entry], ...]:
    results = tuple(
        Link(title_of(project, words, one), address_of("assessments", one.id))
        for one in reversed(project.assessments)
        if one.template == template.id
    )
    replaces = (template.replaces,) if template.replaces else ()
    later = [one for one in project.templates if one.replaces == template.id]
    return present(
        (words("assessments.term.version"), Entry(template.version)),
        (
            words("assessments.term.minimum"),
            Entry(words("assessments.minimum", count=template.min_respondents)),
        ),
        (words("assessments.term.results"), linked(results, words("assessments.no_result"))),
        (
            words("assessments.term.replaces"),
            Entry(links=tuple(template_link(project.find("templates", one)) for one in replaces)),
        ),
        (
            words("assessments.term.replaced_by"),
            Entry(links=tuple(template_link(one) for one in later)),
        ),
        (
            words("assessments.term.sources"),
            Entry(links=source_links(project, words, template.sources)),
        ),
    )


def _part(
    project: Project, words: Wording, template: AssessmentTemplate, part: AssessmentPart
) -> PartForm:
    lowest, highest = template.scale[0].label, template.scale[-1].label
    forms = tuple(
        ItemForm(
            item_anchor(item.id),
            item.text,
            item.pillar or "",
            item.low or lowest,
            item.high or highest,
            shows(project, words, item),
        )
        for item in part.items
    )
    return PartForm(part_anchor(part), part.title, part.about or "", forms)


def _glance(words: Wording, template: AssessmentTemplate) -> Records | None:
    """Parts by pillars, where the template has pillars: each cell with its questions."""
    pillars = list(dict.fromkeys(item.pillar for item in items(template) if item.pillar))
    if not pillars:
        return None
    rows = []
    for part in template.parts:
        if not any(item.pillar for item in part.items):
            continue
        cells = (tuple(i for i in part.items if i.pillar == pillar) for pillar in pillars)
        rows.append(
            (
                Entry(links=(Link(part.title, f"#{part_anchor(part)}"),)),
                *(_cell(words, asked) for asked in cells),
            )
        )
    return Records(
        id="table-glance",
        caption=words("assessments.glance.caption"),
        columns=(words("assessments.glance.part"), *pillars),
        rows=tuple(rows),
    )


def _cell(words: Wording, asked: tuple[Item, ...]) -> Entry:
    if not asked:
        return known(None, words("assessments.glance.nothing"))
    return Entry(links=tuple(Link(item.text, f"#{item_anchor(item.id)}") for item in asked))
