"""What must hold for strategies: what they serve, and that nothing is left open in the end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from truenorth.partnership.action_rules import check_action, check_action_days
from truenorth.partnership.actions import TO_DO, is_over, status_on
from truenorth.partnership.model import Strategy
from truenorth.problems import Problems
from truenorth.references import check_unique
from truenorth.sources.records import Entry


def check_strategies(entries: Iterable[Entry[Strategy]], problems: Problems) -> None:
    """Every rule that does not ask what day it is."""
    for entry in entries:
        if (strategy := entry.record) is None:
            continue
        _serves_something(entry, problems)
        _version_with_section(entry, problems)
        ids = ((a.id, entry.place("actions", i, "id")) for i, a in enumerate(strategy.actions))
        check_unique("action", ids, problems)
        for index in range(len(strategy.actions)):
            check_action(entry, index, problems)


def check_strategy_days(
    entries: Iterable[Entry[Strategy]], today: date, calendar: date, problems: Problems
) -> None:
    """What is told of lies behind us, and somebody looks after what is late.

    `today` is the day of the site, `calendar` that of the computer where it is later.
    """
    for entry in entries:
        if entry.record is None:
            continue
        for index in range(len(entry.record.actions)):
            check_action_days(entry, index, today, calendar, problems)
        _nothing_left_open(entry, today, problems)


def _serves_something(entry: Entry[Strategy], problems: Problems) -> None:
    strategy = entry.record
    if not strategy.goals and not strategy.indicators and not strategy.note:
        problems.error(
            "strategy-without-aim",
            entry.place(),
            what=f'The strategy "{strategy.id}" names neither a goal nor an indicator.',
            why="Nobody could tell what it is for, or see whether the figures follow.",
            fix='Add "indicators:" with the curves it is meant to turn, or "goals:" with the goals '
            'it serves. Where no source says either, say so under "note:".',
        )


def _version_with_section(entry: Entry[Strategy], problems: Problems) -> None:
    strategy = entry.record
    if strategy.version is not None and strategy.section is None:
        problems.error(
            "version-without-section",
            entry.place("version"),
            what=f'The strategy "{strategy.id}" names the version "{strategy.version}", but no '
            "section.",
            why="A label alone does not say of which text it is a version.",
            fix='Add "section:" with the section that states it, such as charter#strategies.',
        )


def _nothing_left_open(entry: Entry[Strategy], today: date, problems: Problems) -> None:
    """A warning, since a day that passes must not keep the site from being published."""
    strategy = entry.record
    if not is_over(strategy, today):
        return
    for index, action in enumerate(strategy.actions):
        if status_on(action, today) not in TO_DO:
            continue
        problems.warning(
            "open-action-after-strategy",
            entry.place("actions", index, "status"),
            what=f'The action "{action.id}" is "{action.status}", but "until" of its strategy '
            f'"{strategy.id}", {strategy.until}, is over.',
            why="Nobody may be left to do it, and nobody would notice.",
            fix='Write "status: completed" or "stopped", or move it to the strategy that goes on.',
        )
