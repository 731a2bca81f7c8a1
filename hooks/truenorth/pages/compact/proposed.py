"""What is proposed for a document, apart from its text in force: /compact/<document>/proposed/.

The address answers for ever: where nothing is proposed, the page says so and
tells how a change is proposed and what the rule asks.
"""

from __future__ import annotations

from truenorth.compact.model import Document
from truenorth.compact.texts import in_force_text, newest_adopted
from truenorth.compact.texts import proposed as is_proposed
from truenorth.pages.compact.compare import caution, redline
from truenorth.pages.compact.documents import FEED
from truenorth.pages.compact.proposal import proposal, proposed_address
from truenorth.pages.compact.text_view import document_address, view
from truenorth.pages.page import Page
from truenorth.pages.parts import Link, edit_address
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording


def pages(project: Project, words: Wording) -> tuple[Page, ...]:
    """A page for each document of which an adopted text is held."""
    return tuple(_page(project, words, d) for d in project.documents if d.held)


def _page(project: Project, words: Wording, document: Document) -> Page:
    # The working text is compared with what holds today, or with what will hold next.
    base = in_force_text(document, project.today) or newest_adopted(document)
    there = base is not None and is_proposed(document, project.today)
    shown = redline(project, words, document, base, document) if there else None
    text = view(project, words, document, document, "proposed-") if there else None
    title = words("proposed.title", document=document.head.title)
    return Page(
        address=proposed_address(document),
        template="proposed.html",
        title=title,
        description=words(
            "proposed.description" if there else "proposed.nothing",
            document=document.head.title,
            partnership=project.partnership.name,
        ),
        context={
            "title": title,
            "base": words("documents.version", version=base.label) if base else "",
            "caution": caution(words, (base, document)) if there else "",
            "proposal": proposal(project, words, document),
            "redline": shown,
            "text": text,
            "propose": Link(words("documents.propose"), edit_address(project, document.file)),
            "back": Link(
                words("versions.to_document", document=document.head.title),
                document_address(document),
            ),
        },
        origin=document.file,
        parts=("steps", "rule", *(("changed", *shown.anchors) if shown else ())),
        indexed=False,
        feed=FEED,
    )
