"""The files that people edit, and the record that each holds."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.compact.model import AgendaElement, Decision, DocumentHead, Register
from truenorth.content_pages import PageHead
from truenorth.disclosure.model import PolicyFile
from truenorth.editions.model import Edition
from truenorth.partnership.load import FILES
from truenorth.partnership.model import (
    Assessment,
    AssessmentTemplate,
    MeetingHead,
    Partnership,
)
from truenorth.reportcard.model import Definition, FrozenProjection, StoryHead
from truenorth.reportcard.program_measures import ProgramMeasure


@dataclass(frozen=True)
class FileFormat:
    """One kind of file: `key` names the list it holds, or the part that is ours."""

    name: str
    path: str
    model: type
    about: str
    key: str | None = None
    is_list: bool = False

    @property
    def schema(self) -> str:
        return f"data/schemas/{self.name}.json"


_ABOUT = {
    "sources": "Publications that facts and figures rest on.",
    "organizations": "Organizations that take part, and what each does.",
    "goals": "What the partners agreed to reach.",
    "bodies": "Groups that guide or decide.",
    "constellations": "Work groups that form around a need and end with it.",
    "commitments": "What organizations promised, and how it fares. An entry is never removed.",
    "strategies": "Ways to turn a curve, with actions, owners and dates.",
    "funding": "Money and means given to the work.",
    "agreements": "Agreements between organizations.",
}
FORMATS: tuple[FileFormat, ...] = (
    FileFormat("partnership", "data/partnership.yml", Partnership, "The partnership itself."),
    *(
        FileFormat(name, f"data/{name}.yml", model, _ABOUT[name], name, is_list=True)
        for name, model in FILES.items()
    ),
    FileFormat(
        "register", "data/register/*.yml", Register,
        "The versions, amendments and signatures of one governing text.",
    ),
    FileFormat(
        "decisions", "data/decisions.yml", Decision,
        "What bodies decided, with the tally where it was counted.", "decisions", is_list=True,
    ),
    FileFormat(
        "common_agenda", "data/common_agenda.yml", AgendaElement,
        "The five elements of a common agenda, and where the texts hold them.", "elements",
        is_list=True,
    ),
    FileFormat(
        "datapackage", "data/indicators/*/datapackage.yaml", Definition,
        "An indicator: a Frictionless Data Package with our part under one key.", "indicator",
    ),
    FileFormat(
        "projection", "data/indicators/*/projections/*.yml", FrozenProjection,
        "A baseline projection, frozen on its date; the years ahead stand in the .csv beside it.",
    ),
    FileFormat(
        "program_measures", "data/program_measures.yml", ProgramMeasure,
        "What single programs count of their own work. It stands apart and enters no indicator.",
        "program_measures", is_list=True,
    ),
    FileFormat(
        "edition", "data/editions/*/edition.yml", Edition,
        "An edition of the report card, written by `truenorth edition`. Add errata, and no more.",
    ),
    FileFormat(
        "disclosure", "data/disclosure.yml", PolicyFile,
        "Which figures about small groups are hidden. Without this file the california rules hold.",
    ),
    FileFormat(
        "assessment_template", "data/assessments/templates/*.yml", AssessmentTemplate,
        "One version of a questionnaire by which a partnership judges itself.",
    ),
    FileFormat(
        "assessment", "data/assessments/*.yml", Assessment,
        "What was answered to a questionnaire, on one day.",
    ),
    FileFormat(
        "meeting", "content/meetings/*.md", MeetingHead,
        "The front matter of a meeting; the text below it is the minutes.",
    ),
    FileFormat(
        "document", "content/compact/*/index.md", DocumentHead,
        "The front matter of a governing text, between the two lines of three dashes.",
    ),
    FileFormat(
        "story", "content/indicators/*.md", StoryHead,
        "The front matter of the story behind an indicator.",
    ),
    FileFormat(
        "page", "content/**/*.md", PageHead, "The front matter of any other page.",
    ),
)  # fmt: skip
