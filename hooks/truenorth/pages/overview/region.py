"""What is known about the region, as a table on the page that tells of the partnership."""

from __future__ import annotations

from truenorth.pages.records import Entry, Project, Records, known, sources_entry
from truenorth.pages.wording import Wording

ADDRESS = "/about/"
ANCHOR = "region"


def region(project: Project, words: Wording) -> Records | None:
    """The facts with the year they hold for and where they come from; None where there are none."""
    facts = project.partnership.region
    if not facts:
        return None
    rows = []
    for fact in facts:
        others = (words("region.disputed", says=account.says) for account in fact.disputed)
        notes = tuple(note for note in (fact.note, *others) if note)
        ids = (*fact.sources, *(id for account in fact.disputed for id in account.sources))
        rows.append(
            (
                Entry(fact.text, notes=notes, id=f"fact-{fact.id}"),
                known(fact.date and words.date(fact.date), words("region.no_date")),
                sources_entry(project, words, ids, brief=True),
            )
        )
    columns = tuple(words(f"region.column.{name}") for name in ("fact", "date", "sources"))
    return Records(f"{ANCHOR}-facts", words("region.caption"), columns, tuple(rows))
