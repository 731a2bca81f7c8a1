"""The actions of a strategy on its page: where each stands, and all that was told of it."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.pages.addresses import address_of
from truenorth.pages.partnership.action_words import SHAPES, due_notes, mark_of
from truenorth.pages.parts import Link, Mark
from truenorth.pages.records import (
    Entry,
    Project,
    known,
    linked,
    organization_links,
    present,
    source_links,
)
from truenorth.pages.wording import Wording
from truenorth.partnership.actions import ENDED, last_update, status_on
from truenorth.partnership.model import Action, ActionUpdate, Strategy


@dataclass(frozen=True)
class Told:
    """One update: when, what, where the action stood from then on, and what shows it."""

    when: str
    text: str
    mark: Mark | None
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class ActionView:
    """An action as it stands on the page; `updates` are the newest first."""

    id: str
    text: str
    mark: Mark
    entries: tuple[tuple[str, Entry], ...]
    note: str
    updates: tuple[Told, ...]


def action_anchor(action: Action) -> str:
    """Where an action stands on the page of its strategy."""
    return f"action-{action.id}"


def action_link(one: Strategy, action: Action) -> Link:
    return Link(action.text, f"{address_of('strategies', one.id)}#{action_anchor(action)}")


def view(project: Project, words: Wording, action: Action) -> ActionView:
    """Where an action stands today, with its history."""
    return ActionView(
        id=action_anchor(action),
        text=action.text,
        mark=mark_of(words, action, project.today),
        entries=present(
            (words("strategies.column.owners"), answers_for(project, words, action)),
            (words("strategies.column.start"), Entry(_date(words, action.start))),
            (words("strategies.column.due"), _due(project, words, action)),
        ),
        note=action.note or "",
        updates=tuple(_told(project, words, update) for update in reversed(action.updates)),
    )


def answers_for(project: Project, words: Wording, action: Action) -> Entry:
    """Who answers for it, or that no source says who."""
    return linked(organization_links(project, action.owners), words("strategies.no_owner"))


def last_told(project: Project, words: Wording, action: Action) -> Entry:
    """What was told of an action last, in a cell."""
    told = last_update(action, project.today)
    if told is None:
        return Entry(words("strategies.no_update"), missing=True)
    return Entry(words("strategies.update", date=words.date(told.date), text=told.text))


def _due(project: Project, words: Wording, action: Action) -> Entry | None:
    """By when it is to be done; nothing where it has ended and no day was set."""
    if action.due is None and status_on(action, project.today) in ENDED:
        return None
    remarks = tuple(due_notes(words, action, project.today))
    return known(_date(words, action.due), words("strategies.no_due"), remarks)


def _date(words: Wording, date: str | None) -> str:
    return words.date(date) if date else ""


def _told(project: Project, words: Wording, update: ActionUpdate) -> Told:
    return Told(
        when=words.date(update.date),
        text=update.text,
        mark=_mark(words, update),
        sources=source_links(project, words, update.sources),
    )


def _mark(words: Wording, update: ActionUpdate) -> Mark | None:
    if update.status is None:
        return None
    word = words(f"enums.action_status.{update.status}")
    return Mark(SHAPES[update.status], word)
