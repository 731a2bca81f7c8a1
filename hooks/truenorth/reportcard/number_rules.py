"""What must hold for the single numbers of a row."""

from __future__ import annotations

from truenorth.problems import Place, Problems
from truenorth.reportcard.model import HIDDEN, Definition, Observation
from truenorth.reportcard.rows import NUMBERS, ReadRow
from truenorth.reportcard.scale import EXACT_BELOW, bounds

CHECK = "Compare the row with its source."


def place_of_row(observation: Observation) -> Place:
    """The line of the table in which a figure stands."""
    return Place(observation.file, observation.line)


def _within_bounds(row: ReadRow, definition: Definition, problems: Problems) -> None:
    observation = row.observation
    if observation.disclosure in HIDDEN:
        return
    lowest, highest = bounds(definition)
    for name in ("value", "low", "high"):
        number = getattr(observation, name)
        if number is None or lowest <= number <= highest:
            continue
        limit = f"lower than {lowest:g}" if number < lowest else f"higher than {highest:g}"
        problems.error(
            "out-of-bounds",
            place_of_row(observation),
            what=f'"{name}" is {row.cells[name]}, which is {limit}.',
            why="No such value is possible for this indicator."
            if definition.unit != "percent"
            else "A share of a whole lies between 0 and 100 percent.",
            fix=f"{CHECK} A decimal point may be in the wrong place.",
        )


def _can_be_written_out(row: ReadRow, definition: Definition, problems: Problems) -> None:
    """A number with more digits than a program keeps would be printed wrongly."""
    observation = row.observation
    for name in NUMBERS:
        number = getattr(observation, name)
        if number is None or abs(number) < EXACT_BELOW or observation.disclosure in HIDDEN:
            continue
        problems.error(
            "number-too-large",
            place_of_row(observation),
            what=f'"{name}" has more than 15 digits before the point.',
            why="Programs keep about 15 digits of a number, so it would be printed wrongly.",
            fix=f"{CHECK} If it is right, count in thousands or millions.",
        )


def _bounds_in_order(row: ReadRow, definition: Definition, problems: Problems) -> None:
    observation = row.observation
    pairs = (("low", "value"), ("value", "high"), ("low", "high"))
    for smaller, larger in pairs:
        first, second = getattr(observation, smaller), getattr(observation, larger)
        if observation.disclosure in HIDDEN or first is None or second is None or first <= second:
            continue
        if (smaller, larger) == ("low", "high") and observation.value is not None:
            continue  # one of the other pairs says so already
        problems.error(
            "bounds-swapped",
            place_of_row(observation),
            what=f'"{smaller}" is {row.cells[smaller]}, more than "{larger}", {row.cells[larger]}.',
            why="The value lies between its lower and its upper bound.",
            fix=f"{CHECK} Often the two are only swapped.",
        )


NUMBER_RULES = (_within_bounds, _can_be_written_out, _bounds_in_order)
