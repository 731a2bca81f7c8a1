"""Of people and their work, on the home page: what was promised, who takes part, who meets next."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.pages.addresses import address_of
from truenorth.pages.partnership import commitment_words, meeting, meetings
from truenorth.pages.partnership.meeting_times import when
from truenorth.pages.parts import Link
from truenorth.pages.records import Project
from truenorth.pages.wording import Wording

NEXT = 3


@dataclass(frozen=True)
class Said:
    """Sentences, and where to read on."""

    sentences: tuple[str, ...]
    links: tuple[Link, ...]


def promised(project: Project, words: Wording) -> Said | None:
    """How many commitments were made and how they fare, in a sentence."""
    said = commitment_words.sentences(words, project.commitments, project.today)
    if not said:
        return None
    return Said(said[:1], (Link(words("home.promised_link"), "/commitments/"),))


def at_the_table(project: Project, words: Wording) -> Said | None:
    """How many organizations have a part in the work, and the bodies that guide it."""
    taking_part = [o for o in project.organizations if o.roles]
    bodies = tuple(
        Link(body.name, address_of("bodies", body.id), body.purpose)
        for body in project.bodies
        if body.kind != "role"
    )
    if not taking_part and not bodies:
        return None
    sentence = words(
        "home.organizations",
        count=len(taking_part),
        sectors=words("home.sectors", count=len({o.sector for o in taking_part})),
    )
    to_all = Link(words("home.organizations_link"), "/partners/")
    return Said(
        (sentence,) if taking_part else (),
        ((to_all,) if taking_part else ()) + bodies,
    )


def next_meetings(project: Project, words: Wording) -> tuple[Link, ...]:
    """The next meetings that are planned, today's among them; none where none is known."""
    planned = (one for one in meetings.upcoming(project) if one.head.status == "planned")
    return tuple(
        Link(
            link.text,
            link.address,
            words(
                "home.meeting",
                who=meeting.who_in_words(project, one.head),
                when=when(project, words, one.head),
            ),
        )
        for one, _ in zip(planned, range(NEXT), strict=False)
        if (link := meeting.link_to(one))
    )
