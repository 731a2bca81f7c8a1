"""What a site's own data packages do without, beyond what the standard asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from truenorth.sources.findings import Findings
from truenorth.sources.yaml_text import YamlFile


def check_house_rules(
    about: YamlFile, at: tuple[str | int, ...], resource: Mapping[str, Any], findings: Findings
) -> None:
    """What our own packages do without, so that the files read the same in every program."""
    encoding = str(resource.get("encoding") or "utf-8").casefold()
    rules = (
        ("data" in resource, "data", "Its rows stand in the description.", "Put them into a CSV."),
        (encoding not in ("utf-8", "utf8"), "encoding", "It declares an encoding of its own.",
         "Save the file as UTF-8 and delete the line."),
        (_not_comma(resource.get("dialect")), "dialect", "It declares a separator of its own.",
         "Save the file with commas and double quotation marks, and delete the dialect."),
        ("compression" in resource, "compression", "It is compressed.", "Unpack the file."),
        (not isinstance(resource.get("schema"), dict), "schema", "It has no schema here.",
         "Add `schema:` with a `fields:` entry for each column: name, type, description."),
    )  # fmt: skip
    for broken, key, what, fix in rules:
        if broken:
            findings.fault(
                f"resource-{key}",
                about.key_place(*at, key),
                what=f'The resource "{resource.get("name")}" is not a plain CSV file. {what}',
                why="People edit these files in the browser and compare them line by line, so "
                "they are all made alike.",
                fix=fix,
            )


def _not_comma(dialect: Any) -> bool:
    return dialect is not None and (
        not isinstance(dialect, dict)
        or any(
            key not in ("delimiter", "quoteChar", "doubleQuote", "header", "$schema")
            or str(value) not in (",", '"', "True")
            for key, value in dialect.items()
            if key != "$schema"
        )
    )
