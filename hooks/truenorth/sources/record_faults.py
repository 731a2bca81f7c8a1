"""Faults found by the type check, said in words for people who do not program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import Field, dataclass
from typing import Any

from truenorth.fields import DAY_MONTH_OR_YEAR, KEBAB
from truenorth.problems import Place, Problems
from truenorth.problems.suggest import nearest
from truenorth.sources.yaml_text import YamlFile
from truenorth.written import Path, fields_of, is_list, item, nested, words

YES = frozenset({"yes", "y", "on", "ja", "sí", "si", "oui"})
NO = frozenset({"no", "n", "off", "nein", "non"})
FORMS = {
    DAY_MONTH_OR_YEAR: "a date is written year, month, day: 2016-12-14, 2016-12 or 2016",
    KEBAB: "an id has small letters without accents, figures and single hyphens: reading-circle",
    r"^https?://": "an address begins with https:// or http://",
    r"^https://": "an address begins with https://",
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$": "a mail address has the form name@example.org",
    r"^[A-Z]{3}$": "a currency has three capital letters: USD",
    r"^[a-z][a-z0-9_]*$": "a column's name has small letters, figures and underscores: race_ethnicity",  # noqa: E501
    r"^[A-Za-z0-9][A-Za-z0-9.-]*$": "a label has letters, figures, points and hyphens: 2018",
}


@dataclass(frozen=True)
class Fault:
    """One finding of the type check with what is needed to say it."""

    kind: str
    path: Path
    name: str
    value: Any
    field: Field | None
    hint: Any
    owner: type
    subject: str
    limits: Mapping[str, Any]

    @property
    def description(self) -> str:
        return self.field.metadata["description"] if self.field else ""

    @property
    def called(self) -> str:
        """How a message names it: "kind", or an entry of "roles"."""
        step = self.path[-1] if self.path else self.name
        return f'Entry {step + 1} of "{self.name}"' if isinstance(step, int) else f'"{self.name}"'


Said = tuple[str, str, str, str]  # code, what, why, fix


def report_faults(
    errors: Iterable[Mapping[str, Any]],
    model: type,
    data: Any,
    file: YamlFile,
    path: Path,
    problems: Problems,
) -> None:
    """Report every error of a type check of `data`, which stands at `path`."""
    faults = [_fault(error, model, data, path) for error in errors]
    misspelt = _misspelt(faults)
    for fault in faults:
        if (fault.path, "missing") in misspelt and fault.kind == "missing":
            continue
        if _is_said_by_slips(fault):
            continue
        code, what, why, fix = _say(fault)
        problems.error(code, _place(fault, file), what=what, why=why, fix=fix)


def _misspelt(faults: list[Fault]) -> set[tuple[Path, str]]:
    """Missing fields whose misspelt twin is there: one fault, to be said once."""
    missing = {fault.path for fault in faults if fault.kind == "missing"}
    found = set()
    for fault in faults:
        if fault.kind == "unexpected_keyword_argument":
            near = nearest(fault.name, fields_of(fault.owner))
            if near and (*fault.path[:-1], near) in missing:
                found.add(((*fault.path[:-1], near), "missing"))
    return found


def _is_said_by_slips(fault: Fault) -> bool:
    """An empty text or list is reported as such, not for its form or length as well."""
    if fault.kind == "too_short" and not fault.value:
        return True
    return isinstance(fault.value, str) and not fault.value.strip() and fault.kind != "missing"


def _fault(error: Mapping[str, Any], model: type, data: Any, path: Path) -> Fault:
    owner, field, hint = model, None, model
    subject, inside = _subject(model, data), data
    steps = error["loc"]
    for depth, step in enumerate(steps):
        inside = inside[step] if _has(inside, step) else None
        if isinstance(step, int) or (field is not None and nested(hint) is None):
            continue
        if field is not None and (inner := nested(hint)) is not None:
            owner = inner
            subject = f"{_where(steps[:depth])} of {_subject(model, data)}"
        field, hint = fields_of(owner).get(str(step), (None, None))
    name = next((str(s) for s in reversed(steps) if isinstance(s, str)), _noun(model))
    value = error["input"]
    return Fault(
        error["type"], (*path, *steps), name, value, field, hint, owner, subject,
        error.get("ctx", {}),
    )  # fmt: skip


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)


def _noun(model: type) -> str:
    """FormerName is a former name; DocumentHead is the document's front matter."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
    if model.__name__ == "Definition":
        return "definition of the indicator"
    return spaced.replace(" head", "'s front matter")


def _subject(model: type, data: Any) -> str:
    name = data.get("id") or data.get("label") if isinstance(data, dict) else None
    return f'the {_noun(model)} "{name}"' if isinstance(name, str) else f"the {_noun(model)}"


def _where(steps: tuple[str | int, ...]) -> str:
    """roles, 1 becomes: entry 2 of "roles"."""
    said = ""
    for step in steps:
        if isinstance(step, int):
            said = f"entry {step + 1} of {said}"
        else:
            said = f'"{step}" of {said}' if said else f'"{step}"'
    return said


def _place(fault: Fault, file: YamlFile) -> Place:
    if fault.kind in ("missing", "unexpected_keyword_argument"):
        return file.key_place(*fault.path)
    return file.place(*fault.path)


def _say(fault: Fault) -> Said:
    if fault.kind in _SAYINGS:
        return _SAYINGS[fault.kind](fault)
    if fault.kind.startswith(("greater_than", "less_than")):
        return _out_of_limits(fault)
    return _wrong_type(fault)


def _missing(fault: Fault) -> Said:
    reason = fault.field.metadata.get("missing") if fault.field else None
    return (
        f"missing-{fault.name}" if reason else "missing-key",
        f'{_capital(fault.subject)} has no "{fault.name}".',
        reason or f"It is needed. It says: {fault.description}.",
        f"Add {_example(fault)}.",
    )


def _example(fault: Fault) -> str:
    """How the field is written, for a person who has never seen it."""
    allowed = words(fault.hint)
    examples = fault.field.metadata.get("examples") if fault.field else None
    if is_list(fault.hint):
        return f'"{fault.name}:" and below it the entries, each on a line that begins with a dash'
    if allowed:
        return f'"{fault.name}: {allowed[0]}"; allowed are {_listed(allowed)}'
    if examples:
        return f'a line such as "{fault.name}: {examples[0]}"'
    if item(fault.hint) is bool:
        return f'"{fault.name}: true" or "{fault.name}: false"'
    if item(fault.hint) in (int, float):
        return f'"{fault.name}:" with a number after it'
    return f'"{fault.name}:" with a text after it'


def _unknown_key(fault: Fault) -> Said:
    near = nearest(fault.name, fields_of(fault.owner))
    meant = f'Did you mean "{near}"?' if near else "Remove it."
    return (
        "unknown-key",
        f'{_capital(fault.subject)} has "{fault.name}", which is not a known key.',
        "A key that is not known would be ignored, and what it says would be lost in silence.",
        f"{meant} data/schemas/README.md lists every key.",
    )


def _not_allowed(fault: Fault) -> Said:
    allowed = words(fault.hint)
    if isinstance(fault.value, bool | list | dict) or fault.value is None:
        return _wrong_type(fault)
    near = nearest(str(fault.value), allowed)
    meant = f'Did you mean "{near}"? ' if near else ""
    return (
        "unknown-word",
        f'{fault.called} is "{fault.value}", which is not one of its words.',
        f"It says: {fault.description}. Only known words can be counted and translated.",
        f"{meant}Allowed are {_listed(allowed)}.",
    )


def _bad_form(fault: Fault) -> Said:
    pattern = fault.limits.get("pattern", "")
    is_date = pattern == DAY_MONTH_OR_YEAR
    examples = fault.field.metadata.get("examples") if fault.field else None
    like = f"write it like this: {examples[0]}" if examples else f"its form is {pattern}"
    form = FORMS.get(pattern, like)
    return (
        "bad-date" if is_date else "bad-id" if pattern == KEBAB else "bad-form",
        f'{fault.called} is "{fault.value}", which does not have the form it needs.',
        f"It says: {fault.description}.",
        f"{_capital(form)}.",
    )


def _not_true_or_false(fault: Fault) -> Said:
    folded = str(fault.value).casefold()
    meant = "true" if folded in YES else "false" if folded in NO else None
    return (
        "yes-no",
        f'{fault.called} is "{fault.value}", but it can only be true or false.',
        "Programs disagree on whether yes and no are words or truth values.",
        f'Write "{fault.name}: {meant}".' if meant else f'Write "{fault.name}: true" or "{fault.name}: false".',  # noqa: E501
    )  # fmt: skip


def _out_of_limits(fault: Fault) -> Said:
    sayings = {
        "ge": "at least", "gt": "more than", "le": "at most", "lt": "less than",
    }  # fmt: skip
    limit = " and ".join(f"{sayings[k]} {v:g}" for k, v in fault.limits.items() if k in sayings)
    return (
        "out-of-limits",
        f"{fault.called} is {fault.value}, but it must be {limit}.",
        f"It says: {fault.description}.",
        f"Write a number that is {limit}.",
    )


def _not_a_number(fault: Fault) -> Said:
    is_whole = fault.kind.startswith("int")
    whole = "a whole number" if is_whole else "a number"
    return (
        "wrong-type",
        f'{fault.called} is "{fault.value}", which is not {whole}.',
        f"It says: {fault.description}.",
        "Write it in figures only, without a comma, a unit or a percent sign: "
        + ("12." if is_whole else "1250.5."),
    )


def _wrong_type(fault: Fault) -> Said:
    wanted = _wanted(fault)
    return (
        "wrong-type",
        f"{fault.called} is {_found(fault.value)}, but {wanted[0]} is needed.",
        f"It says: {fault.description}." if fault.description else "It cannot be read as it is.",
        wanted[1],
    )


def _wanted(fault: Fault) -> tuple[str, str]:
    inside = isinstance(fault.path[-1], int) if fault.path else False
    if is_list(fault.hint) and not inside:
        return "a list", "Write each entry on a line of its own below it, with a dash before it."
    if nested(fault.hint) or fault.field is None:
        model = nested(fault.hint) or fault.owner
        keys = _listed(tuple(fields_of(model)))
        return "a group of keys", f"Write its keys below it, each on its own line: {keys}."
    if item(fault.hint) is dict or "dict" in str(item(fault.hint)):
        return "a group of keys", "Write each as a line of its own below it: column: group."
    if isinstance(fault.value, bool):
        word = str(fault.value).lower()
        return "a text", f'Put the word in quotes: "{word}".'
    return "a text", "Write one text. If it has a colon or begins with a sign, put it in quotes."


def _found(value: Any) -> str:
    if isinstance(value, bool):
        return f"the truth value {str(value).lower()}"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    return "empty" if value is None else "a single text"


def _listed(allowed: tuple[str, ...]) -> str:
    return ", ".join(allowed)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_SAYINGS: Mapping[str, Callable[[Fault], Said]] = {
    "missing": _missing,
    "unexpected_keyword_argument": _unknown_key,
    "literal_error": _not_allowed,
    "string_pattern_mismatch": _bad_form,
    "bool_type": _not_true_or_false,
    "int_parsing": _not_a_number,
    "int_from_float": _not_a_number,
    "float_parsing": _not_a_number,
    "finite_number": _not_a_number,
}
