"""`truenorth protect`: from a table of counts to one that may be committed."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from truenorth.disclosure.cells import Area, Breakdown
from truenorth.disclosure.load import FILE, load_disclosure
from truenorth.disclosure.model import PolicyFile
from truenorth.disclosure.policy import PRESETS, Policy, is_hidden, policy_of
from truenorth.disclosure.policy_rules import check_policy
from truenorth.disclosure.primary import Counted, Masked
from truenorth.disclosure.protect import Layout, protect
from truenorth.disclosure.rules import MOST_HIDDEN
from truenorth.disclosure.table_in import may_be_read, read_counts
from truenorth.partnership.model import Partnership
from truenorth.problems import Place, Problems
from truenorth.sources.records import read_record
from truenorth.sources.yaml_text import read_yaml


@dataclass(frozen=True)
class Protected:
    """A publishable table: what to write, where, and what to say about it."""

    target: Path
    content: bytes
    summary: str


def protect_table(
    table: Path,
    output: Path,
    root: Path,
    problems: Problems,
    *,
    policy: str | None = None,
    by: Iterable[str] = (),
    overlapping: Iterable[str] = (),
) -> Protected | None:
    """The table made publishable, or None where `problems` say why not; nothing is written.

    `policy` is a preset or a policy file, that of the repository unless given;
    `overlapping` names dimensions whose groups share people.
    """
    rules = _policy(policy, root, problems)
    areas = _areas(root, problems)
    target = output / f"{table.stem}.csv"
    if rules is None or problems.errors or not may_be_read(table, root, problems):
        return None
    if target.resolve() == table.resolve():
        problems.error(
            "output-is-input",
            Place(table.name),
            what="The protected table would take the place of the true one.",
            why="The true counts would be lost.",
            fix="Name another folder with --output.",
        )
        return None
    rows, dimensions = read_counts(table, by, rules, problems)
    if problems.errors or not rows or _too_many(table, rows, rules, problems):
        return None
    layout = _layout(rows, dimensions, set(overlapping), areas)
    done = protect(rows, rules, layout)
    content = written(done, dimensions, rules, has_whole=layout.has_whole)
    return Protected(target, content, _summary(target, done))


def write(protected: Protected) -> None:
    """Write the table; the folder is made where it does not exist."""
    protected.target.parent.mkdir(parents=True, exist_ok=True)
    protected.target.write_bytes(protected.content)


def written(
    rows: Sequence[Masked], dimensions: Sequence[str], policy: Policy, *, has_whole: bool
) -> bytes:
    """The rows as the CSV of an indicator; `has_whole` where they are shares."""
    counts = ("numerator", "denominator") if has_whole else ("numerator",)
    columns = (
        "period", "end", "geography", *dimensions, *counts, "value", "status", "disclosure",
        "as_printed",
    )  # fmt: skip
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(_cells(row, policy, has_whole))
    return out.getvalue().encode("utf-8")


def _cells(row: Masked, policy: Policy, has_whole: bool) -> dict[str, object]:
    nobody = row.state == "shown" and row.whole == 0
    sign = {"top_coded": policy.at_least, "bottom_coded": policy.at_most}.get(row.coded)
    value = row.percent if has_whole else row.part
    disclosure = row.state if row.state != "shown" else row.coded
    return {
        "period": row.period, "end": row.end, "geography": row.geography, **dict(row.groups),
        "numerator": row.part, "denominator": row.whole, "value": value,
        "status": "not_applicable" if nobody else "", "disclosure": disclosure,
        "as_printed": f"{sign}{row.percent}" if sign else "",
    }  # fmt: skip


def _summary(target: Path, rows: Sequence[Masked]) -> str:
    """What was done. How many were small and how many only hidden with them is not told."""
    hidden = sum(row.state != "shown" for row in rows)
    coded = sum(bool(row.coded) for row in rows)
    return f"Wrote {target.name}: {len(rows)} rows, {hidden} hidden, {coded} told as a bound."


def _too_many(table: Path, rows: Sequence[Counted], policy: Policy, problems: Problems) -> bool:
    small = Counter(row.end for row in rows if is_hidden(row.part, row.whole, policy))
    most = max(small.values(), default=0)
    if most > MOST_HIDDEN:
        problems.error(
            "too-many-hidden-rows",
            Place(table.name),
            what=f"In one period {most} rows are about too few people.",
            why="What else must be hidden is worked out for each of them from all others, and for "
            "so many that would take hours.",
            fix=f"At most {MOST_HIDDEN} can be hidden. Put groups together before you count, or "
            "leave out groups within groups.",
        )
    return most > MOST_HIDDEN


def _policy(named: str | None, root: Path, problems: Problems) -> Policy | None:
    if named in PRESETS:
        return PRESETS[named]
    folder, file = (root, FILE) if named is None else (Path(named).parent, Path(named).name)
    if named is not None and not Path(named).is_file():
        problems.error(
            "unknown-policy",
            Place(file),
            what=f'"{file}" is neither a preset nor a file.',
            why="The policy decides what is hidden.",
            fix=f"Presets are {', '.join(PRESETS)}.",
        )
        return None
    found = load_disclosure(folder, problems, file)
    if found.entry is not None and found.entry.record is None:
        return None
    check_policy(found, (), problems)
    return policy_of(found.entry.record if found.entry else PolicyFile())


def _areas(root: Path, problems: Problems) -> tuple[Area, ...]:
    """The places of the repository, by the names that tables use; none outside of one."""
    file = read_yaml(root, "data/partnership.yml", problems)
    record = read_record(Partnership, file, (), problems).record if file else None
    places = record.places if record else ()
    names = {place.id: place.name for place in places}
    return tuple(Area(p.name, p.kind, names.get(p.within or ""), p.covered_by) for p in places)


def _layout(
    rows: Sequence[Counted],
    dimensions: Sequence[str],
    overlapping: set[str],
    areas: tuple[Area, ...],
) -> Layout:
    groups = {
        name: frozenset(group for row in rows for dimension, group in row.groups
                        if dimension == name)
        for name in dimensions
    }  # fmt: skip
    breakdowns = tuple(Breakdown(name, groups[name], name in overlapping) for name in dimensions)
    return Layout(breakdowns, areas, rows[0].whole is not None)
