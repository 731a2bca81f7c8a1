"""Who works on a curve and how, on the page of its indicator: everything that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from truenorth.pages.addresses import address_of
from truenorth.pages.partnership.action_words import sentences
from truenorth.pages.partnership.strategy import ended
from truenorth.pages.parts import Link
from truenorth.pages.records import (
    Project,
    agreement_links,
    commitment_links,
    decision_links,
    indicator_links,
    meeting_links,
    organization_links,
)
from truenorth.pages.relations import naming
from truenorth.pages.wording import Wording
from truenorth.reportcard.model import Indicator

ANCHOR = "work"


@dataclass(frozen=True)
class Part:
    """Records of one kind; `missing` says that there are none, `note` what to keep in mind."""

    id: str
    title: str
    links: tuple[Link, ...]
    missing: str = ""
    note: str = ""


def curve_work(project: Project, words: Wording, indicator: Indicator) -> tuple[Part, ...]:
    """Each kind of record that names the indicator, or that it names itself."""
    return tuple(_parts(project, words, indicator))


def _parts(project: Project, words: Wording, indicator: Indicator) -> Iterator[Part]:
    ident = indicator.id
    mine = naming(project, "strategies", "indicators", ident)
    if project.strategies:
        links = tuple(_strategy(project, words, strategy) for strategy in mine)
        yield Part(
            f"{ANCHOR}-strategies",
            words("curve_work.strategies"),
            links,
            missing="" if links else words("curve_work.none"),
            note=words("strategies.caution") if links else "",
        )
    decided = naming(project, "decisions", "indicators", ident)
    agreed = naming(project, "agreements", "indicators", ident)
    for name, links in (
        ("commitments", _commitments(project, words, mine)),
        ("agreements", agreement_links(project, words, agreed)),
        ("decisions", decision_links(project, words, decided)),
        ("meetings", _meetings(project, words, decided)),
        ("organizations", tuple(_organizations(project, words, indicator))),
        ("indicators", tuple(_indicators(project, words, indicator))),
    ):
        if links:
            yield Part(f"{ANCHOR}-{name}", words(f"curve_work.{name}"), links)


def _strategy(project: Project, words: Wording, ident: str) -> Link:
    """A strategy with whether it is over, what it does and where its actions stand."""
    one = project.find("strategies", ident)
    said = (ended(project, words, one), one.text, *sentences(words, one.actions, project.today))
    return Link(one.title, address_of("strategies", ident), " ".join(filter(None, said)))


def _commitments(project: Project, words: Wording, strategies: tuple[str, ...]) -> tuple[Link, ...]:
    """What was promised as part of its strategies, with who promised it."""
    made = [one for one in project.commitments if one.strategy in strategies]
    names = (
        words.list(project.find("organizations", ident).name for ident in one.organizations)
        for one in made
    )
    links = commitment_links(project, words, (one.id for one in made))
    return tuple(replace(link, note=name) for link, name in zip(links, names, strict=True))


def _meetings(project: Project, words: Wording, decided: Iterable[str]) -> tuple[Link, ...]:
    """The meetings at which something was decided about it."""
    held = (project.find("decisions", ident).meeting for ident in decided)
    return meeting_links(project, words, filter(None, held))


def _organizations(project: Project, words: Wording, indicator: Indicator) -> Iterator[Link]:
    """Who looks after the indicator, and who set a target for it."""
    definition = indicator.definition
    setters = dict.fromkeys(target.set_by for target in definition.targets)
    steward = (definition.steward,) if definition.steward else ()
    for key, ids in (("steward", steward), ("set_target", setters)):
        for link in organization_links(project, ids):
            yield replace(link, note=words(f"curve_work.{key}"))


def _indicators(project: Project, words: Wording, indicator: Indicator) -> Iterator[Link]:
    """What took its place, and what it took the place of."""
    after = indicator.definition.replaced_by
    before = (one.id for one in project.indicators if one.definition.replaced_by == indicator.id)
    for key, ids in (("replaced_by", (after,) if after else ()), ("replaces", before)):
        for link in indicator_links(project, ids):
            yield replace(link, note=words(f"curve_work.{key}"))
