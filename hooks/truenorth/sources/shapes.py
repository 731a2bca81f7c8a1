"""Unknown keys and values of the wrong form, in a descriptor or a schema."""

from __future__ import annotations

from difflib import get_close_matches

from truenorth.problems.suggest import did_you_mean
from truenorth.sources.findings import Findings
from truenorth.sources.yaml_text import YamlFile

_WHY_KEY = "A misspelt key is passed over in silence, and what it says is lost."


def check_keys(
    about: YamlFile, at: tuple[str | int, ...], known: frozenset[str] | set[str],
    findings: Findings,
) -> None:  # fmt: skip
    """Unknown keys: faults in our packages; in others only what looks like a slip."""
    holder = about.data
    for step in at:
        holder = holder[step]
    for key in holder:
        if key in known:
            continue
        if findings.ours:
            fix = did_you_mean(key, known - holder.keys())
        else:
            near = get_close_matches(key, known - holder.keys(), n=1, cutoff=0.8)
            if not near:
                continue
            fix = f'Did you mean "{near[0]}"? If it is a property of your own, pay no heed.'
        findings.lapse(
            "package-key-unknown",
            about.key_place(*at, key),
            what=f'The key "{key}" is not known here.',
            why=_WHY_KEY,
            fix=fix,
        )


def tell_shape(
    about: YamlFile, at: tuple[str | int, ...], name: str, wanted: str, findings: Findings
) -> None:
    """Say that the value at `at` has another form than the standard gives it."""
    findings.fault(
        "package-shape",
        about.place(*at),
        what=f"{name} should be {wanted}.",
        why="Every program that reads data packages looks for it in that form.",
        fix="Compare it with a package that works, or with https://datapackage.org.",
    )
