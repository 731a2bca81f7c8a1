"""Gaps between groups as a table: how large, how they changed, and what moved them."""

from __future__ import annotations

from dataclasses import dataclass

from truenorth.pages import format as formats
from truenorth.pages.parts import Cell, Table
from truenorth.pages.report_card import sentences, status
from truenorth.pages.report_card.table import html_id
from truenorth.pages.wording import Wording
from truenorth.reportcard.gap import Gap
from truenorth.reportcard.gaps import AbsentGroup, DimensionGaps, Reference
from truenorth.reportcard.model import HIDDEN, Definition, Group
from truenorth.reportcard.series import Summary, by_dimension

ANCHOR = "/methods/#gaps"
COLUMNS = ("group", "figures", "gap", "status", "mover")
# Which way focus and reference went, by what moved the gap.
_WAYS = {
    "focus_up": (1, 0), "focus_down": (-1, 0), "reference_up": (0, 1), "reference_down": (0, -1),
    "both_up": (1, 1), "both_down": (-1, -1), "focus_up_reference_down": (1, -1),
    "focus_down_reference_up": (-1, 1), "unchanged": (0, 0),
}  # fmt: skip


@dataclass(frozen=True)
class GapTable:
    """The gaps of one dimension: from whom they are measured, and a row for each group."""

    reference: str
    table: Table


def gap_table(t: Wording, definition: Definition, found: DimensionGaps) -> GapTable | None:
    """The gaps of a dimension; None where no two groups can be compared."""
    if found.reference is None or not found.gaps:
        return None
    named = _reference_name(t, found.reference)
    table = Table(
        id=f"gaps-{html_id(found.dimension.id)}",
        caption=t("gaps.caption", by=found.dimension.title, reference=named),
        columns=tuple(t(f"gaps.column.{name}") for name in COLUMNS),
        rows=tuple(_row(t, definition, group, gap, named) for group, gap in found.gaps),
    )
    return GapTable(_reference_line(t, found.reference, named), table)


def absent(t: Wording, summary: Summary, found: DimensionGaps) -> tuple[str, ...]:
    """Each group that is expected and of which nothing can be said, with the reason."""
    return tuple(
        t(
            "indicator.absent",
            group=formats.capital(one.group.label),
            reason=_why_absent(t, summary, found, one),
        )
        for one in found.absent
    )


def mover(t: Wording, definition: Definition, group: Group, gap: Gap, reference: str) -> str:
    """What moved the gap: the one side, and the other."""
    if rule := gap.no_change_rule:
        return t("gaps.mover_few_people", **sentences.fewer(t, rule))
    if gap.driver is None:
        return t("gaps.mover_unknown")
    focus, other = _WAYS[gap.driver]
    return t(
        "gaps.mover",
        focus=formats.capital(_side(t, definition, group.label, gap.focus_change, focus)),
        reference=_side(t, definition, reference, gap.reference_change, other),
    )


def _row(
    t: Wording, definition: Definition, group: Group, gap: Gap, reference: str
) -> tuple[Cell, ...]:
    notes = []
    if gap.leveled_down:
        notes.append(t("gaps.leveled_down"))
    if gap.rests_on_latest:
        notes.append(t("gaps.rests"))
    return (
        Cell(formats.capital(group.label)),
        _figures(t, definition, gap),
        _size(t, definition, gap),
        Cell("", mark=status.mark(t, gap.status), notes=tuple(notes)),
        Cell(mover(t, definition, group, gap, reference), missing=gap.driver is None),
    )


def _figures(t: Wording, definition: Definition, gap: Gap) -> Cell:
    if gap.latest is None:
        return Cell(t("gaps.no_common_year"), missing=True)
    other = sentences.figure(t, definition, gap.latest.reference)
    return Cell(
        sentences.figure(t, definition, gap.latest.focus),
        notes=(t("gaps.against", value=other, period=gap.latest.focus.period),),
    )


def _size(t: Wording, definition: Definition, gap: Gap) -> Cell:
    if gap.latest is None:
        return Cell(t("gaps.not_given"), missing=True)
    notes = []
    if gap.focus_is_worse_off is not None:
        notes.append(t(f"gaps.{'worse' if gap.focus_is_worse_off else 'better'}_off"))
    if gap.latest.ratio is not None:
        notes.append(t("gaps.ratio", ratio=t.number(gap.latest.ratio, 2)))
    notes.append(_change(t, definition, gap))
    size = formats.difference(t, gap.latest.size, definition.unit, definition.decimals)
    return Cell(size, notes=tuple(notes))


def _change(t: Wording, definition: Definition, gap: Gap) -> str:
    if rule := gap.no_change_rule:
        return t("gaps.few_people", **sentences.fewer(t, rule))
    if gap.change is None or gap.first is None:
        return t("gaps.no_change_given")
    since = gap.first.focus.period
    if formats.is_zero(gap.change, definition.decimals):
        return t("gaps.same", period=since)
    size = formats.difference(t, gap.change, definition.unit, definition.decimals)
    key = "larger" if gap.change > 0 else "smaller"
    return t(f"gaps.{key}", amount=size, period=since)


def _side(t: Wording, definition: Definition, who: str, change: float | None, way: int) -> str:
    if not way or change is None:
        return t("gaps.side.hardly", group=who)
    moved = "rose" if way > 0 else "fell"
    amount = formats.difference(t, change, definition.unit, definition.decimals)
    return t(f"gaps.side.{moved}_{definition.polarity}", group=who, amount=amount)


def _reference_name(t: Wording, reference: Reference) -> str:
    return t("gaps.total") if reference.group is None else reference.group.label


def _reference_line(t: Wording, reference: Reference, named: str) -> str:
    year = next((o.period for o in reference.series.observations if o.end == reference.year), None)
    if reference.includes_group:
        return t("gaps.reference.total")
    if reference.chosen_by == "best_off" and year is not None:
        return t("gaps.reference.best_off", group=named, period=year)
    return t("gaps.reference.named", group=named)


def _why_absent(t: Wording, summary: Summary, found: DimensionGaps, one: AbsentGroup) -> str:
    if one.why == "stated":
        return one.group.missing_reason or t("indicator.no_reason_group")
    if one.why == "hidden":
        rows = by_dimension(summary.indicator)[found.dimension.id]
        series = next(s for s in rows if dict(s.groups)[found.dimension.id] == one.group.name)
        return sentences.hidden(t, [o for o in series.observations if o.disclosure in HIDDEN][-1])
    return t("gaps.not_comparable" if one.why == "not_comparable" else "indicator.no_reason_group")
