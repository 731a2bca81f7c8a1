"""What must hold before anything about small groups is published.

A message tells where a number can be worked out and what to leave out, and
never the number or a bound for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from truenorth.disclosure.audit import Finding, audit
from truenorth.disclosure.cells import Area, Cell
from truenorth.disclosure.load import DisclosureFiles
from truenorth.disclosure.model import Override, PolicyFile
from truenorth.disclosure.policy import Policy, policy_for
from truenorth.disclosure.sheets import by_period, earlier_states
from truenorth.problems import Place, Problems
from truenorth.reportcard.load import IndicatorFile
from truenorth.reportcard.model import HIDDEN, Indicator

What = Literal["recoverable", "small", "left_out", "contradiction", "few_respondents"]
_MOST_LINES = 8
MOST_HIDDEN = 2000
"""Of one indicator and period; as many take about a minute."""


@dataclass(frozen=True)
class Passed:
    """Something the audit would have stopped, and by whose word it is published.

    Either `source`, the official publication that has printed it, or `override`,
    a decision of the partnership.
    """

    indicator: str
    what: What
    periods: tuple[str, ...]
    source: str | None = None
    override: Override | None = None


def check_disclosure(
    files: Sequence[IndicatorFile],
    areas: Iterable[Area],
    disclosure: DisclosureFiles,
    problems: Problems,
) -> tuple[Passed, ...]:
    """Refuse what gives a small group away; what may pass nevertheless is returned, to be shown."""
    if _too_many(files, problems):
        return ()
    policy = disclosure.policy
    known = {f.id: f.indicator for f in files if f.indicator is not None}
    policies = {ident: policy_for(policy, ident) for ident in known}
    areas = tuple(areas)
    faulty = problems.errors > 0
    log: dict[Passed, list[str]] = {}
    for finding in _findings(files, known, areas, policies):
        if finding.kind == "contradiction" and faulty:
            continue  # the fault in the table is told already
        passed = _passed(finding, known, policy)
        if passed is None:
            _report(finding, policies[finding.indicator], problems)
        elif finding.period not in (periods := log.setdefault(passed, [])):
            periods.append(finding.period)
    if not faulty:
        _overrides_used(disclosure, {passed.override for passed in log}, problems)
    return tuple(
        Passed(p.indicator, p.what, tuple(periods), p.source, p.override)
        for p, periods in log.items()
    )


def _too_many(files: Sequence[IndicatorFile], problems: Problems) -> bool:
    """Whether so much is hidden that working out what readers can learn would take for ever."""
    before = problems.errors
    for file in files:
        hidden = [row.observation for row in file.rows if row.observation.disclosure in HIDDEN]
        for period, count in Counter(o.period for o in hidden).items():
            if count > MOST_HIDDEN:
                first = next(o for o in hidden if o.period == period)
                problems.error(
                    "too-many-hidden-rows",
                    Place(first.file, first.line),
                    what=f"For {period}, {count} rows are hidden.",
                    why="Whether they are safe is worked out for each of them from all others, and "
                    "for so many that would take hours.",
                    fix=f"At most {MOST_HIDDEN} rows of a period can be hidden. Put groups "
                    "together, or leave out groups within groups.",
                )
    return problems.errors > before


def _findings(
    files: Sequence[IndicatorFile],
    known: dict[str, Indicator],
    areas: tuple[Area, ...],
    policies: dict[str, Policy],
) -> Iterator[Finding]:
    for sheets in by_period(files).values():
        yield from audit(sheets, areas, policies)
    for files_then in earlier_states(files):
        for sheets in by_period(files_then).values():
            # Rows of two days need not agree; what they give away counts all the same.
            told = audit(sheets, areas, policies)
            yield from (finding for finding in told if finding.kind != "contradiction")
    for indicator in known.values():
        yield from _few_respondents(indicator, policies[indicator.id])


def _few_respondents(indicator: Indicator, policy: Policy) -> Iterator[Finding]:
    if not indicator.definition.sample:
        return
    for seen in indicator.observations:
        if seen.denominator is not None and seen.denominator < policy.survey_min_n:
            cell = Cell(seen.geography, tuple(sorted(seen.groups)), file=seen.file, line=seen.line)
            involved = frozenset({indicator.id})
            yield Finding("few_respondents", indicator.id, seen.period, cell, (), involved)


def _passed(finding: Finding, known: dict[str, Indicator], policy: PolicyFile) -> Passed | None:
    """By whose word a finding is published: an override's first, since it is more particular."""
    for override in policy.overrides:
        if override.indicator == finding.indicator and finding.period in override.periods:
            return Passed(finding.indicator, finding.kind, (), override=override)
    printed = [known[ident].definition.published_by for ident in sorted(finding.involved)]
    if finding.kind == "contradiction" or not all(printed):
        return None
    source = known[finding.indicator].definition.published_by
    return Passed(finding.indicator, finding.kind, (), source=source)


def _report(finding: Finding, policy: Policy, problems: Problems) -> None:
    cell = finding.cell
    people = policy.people or "people"
    groups = [group for _, group in cell.groups] or ["all"]
    named = ", ".join([finding.period, cell.geography, *groups])
    what, why, fix = _WORDS[finding.kind]
    lines = _lines(finding.because, cell.file)
    more = {
        "row": named, "n": policy.min_n, "survey_n": policy.survey_min_n, "people": people,
        "lines": f"the rows that give it away ({lines})" if lines else "the rows beside it",
    }  # fmt: skip
    problems.error(
        _CODES[finding.kind],
        Place(cell.file, cell.line),
        what=what.format(**more),
        why=why.format(**more),
        fix=fix.format(**more),
    )


def _lines(because: Sequence[Cell], file: str) -> str:
    """The lines of rows, such as "lines 12 and 17"."""
    lines = [str(cell.line) for cell in because if cell.file == file]
    if len(lines) < 2 or len(lines) > _MOST_LINES:
        return f"line {lines[0]}" if len(lines) == 1 else ""
    return f"lines {', '.join(lines[:-1])} and {lines[-1]}"


def _overrides_used(
    disclosure: DisclosureFiles, used: set[Override | None], problems: Problems
) -> None:
    for index, override in enumerate(disclosure.policy.overrides):
        if override not in used:
            problems.warning(
                "override-without-effect",
                disclosure.entry.place("overrides", index),
                what=f'The override for "{override.indicator}" lets nothing pass.',
                why="An exception that nobody needs may one day let pass what nobody has seen.",
                fix="Remove it, or correct the indicator and the periods.",
            )


_CODES = {
    "recoverable": "hidden-group-recoverable",
    "contradiction": "hidden-group-contradicted",
    "small": "small-group-shown",
    "left_out": "left-out-group-recoverable",
    "few_respondents": "too-few-respondents",
}
_OTHERWISE = (
    "Where an official source has published exactly this, name it under "
    '"published_by:" in datapackage.yaml.'
)
_WORDS = {
    "recoverable": (
        "The hidden number of {row} can be worked out, exactly or nearly, from what is shown.",
        "Sums, totals and shares of the other rows leave too little room for doubt.",
        "Empty numerator and denominator in {lines}, and say why under "
        '"denominators_withheld:" in datapackage.yaml. If that is not enough, prepare the table '
        f"with truenorth protect. {_OTHERWISE}",
    ),
    "contradiction": (
        "Whether the hidden number of {row} is safe cannot be told: the figures around it do not "
        "fit together.",
        "Groups add up to more than their total, or a count does not agree with its share.",
        "Compare the rows with their source. Where one person can be in several of the groups, "
        'write "overlapping: true" at the dimension.',
    ),
    "small": (
        "The row of {row} is about fewer than {n} {people}.",
        "A figure about so few can tell something about one of them.",
        'Empty its figures and write "suppressed" in the column disclosure, or prepare the table '
        f"with truenorth protect. {_OTHERWISE}",
    ),
    "left_out": (
        "The groups beside {row} do not add up to their total: the rest is a group of fewer than "
        "{n} {people} that is left out.",
        "The total minus the groups that are shown gives back the one that is not.",
        'Add a row for that group with "suppressed" in the column disclosure, and empty numerator '
        f"and denominator in {{lines}}. {_OTHERWISE}",
    ),
    "few_respondents": (
        "The figure of {row} rests on fewer than {survey_n} respondents.",
        "So few answers say little about the group, and may tell who gave them.",
        'Empty the figures and write "suppressed" in the column disclosure, or put several years '
        'together and write "pooled".',
    ),
}  # fmt: skip
