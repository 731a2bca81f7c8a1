"""Pages that moved: data/redirects.yml becomes one small page for each old address.

A static host has no redirects of its own, so each old address is a page that
takes the reader on, and says where to for those it cannot take.
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from pathlib import Path
from typing import Any

from truenorth.fields import record, value
from truenorth.problems import Place, Problems
from truenorth.site.links import relative_address
from truenorth.site.metadata import absolute
from truenorth.site.plan import PlannedFile
from truenorth.site.policy import MARK, with_policy
from truenorth.sources.records import read_records
from truenorth.sources.yaml_text import read_yaml

FILE = "data/redirects.yml"
_ADDRESS = r"^/([a-z0-9][a-z0-9._-]*/)*$"
_TARGET = r"^/([A-Za-z0-9][A-Za-z0-9._-]*/)*([A-Za-z0-9._-]+)?(#[A-Za-z0-9_-]+)?$"


@record
class Redirect:
    """An address that was published once, and where its content stands now."""

    address: str = value(
        "The old address, from the root of the site",
        example="/indicators/reading-4/",
        pattern=_ADDRESS,
    )
    now_at: str = value(
        "Where its content stands now", example="/indicators/reading/", pattern=_TARGET
    )
    reason: str | None = value("Why it moved, for those who keep the site", default=None)


def read_redirects(root: Path, problems: Problems) -> tuple[tuple[Redirect, Place], ...]:
    """The redirects in data/redirects.yml; none where there is no such file."""
    file = read_yaml(root, FILE, problems)
    if file is None:
        return ()
    entries = read_records(Redirect, file, "redirects", problems)
    return tuple((entry.record, entry.place()) for entry in entries if entry.record)


def check_redirects(
    redirects: tuple[tuple[Redirect, Place], ...], published: Collection[str], problems: Problems
) -> None:
    """Each old address is free, stands once, and leads to something that is published."""
    seen: dict[str, Place] = {}
    for redirect, place in redirects:
        target = redirect.now_at.partition("#")[0]
        if redirect.address in published:
            problems.error(
                "redirect-in-use",
                place,
                what=f"The address {redirect.address} has a page of its own.",
                why="One address cannot both show a page and lead away from it.",
                fix="Remove this entry, or give the page another address.",
            )
        elif redirect.address in seen:
            problems.error(
                "redirect-twice",
                place,
                what=f"The address {redirect.address} stands in line "
                f"{seen[redirect.address].line} already.",
                why="Only one of the two can be followed.",
                fix="Remove one of them.",
            )
        if target not in published:
            problems.error(
                "redirect-dead",
                place,
                what=f"There is nothing at {target}, where {redirect.address} leads.",
                why="A reader with an old link would be led to an error.",
                fix="Name an address that is published today; a redirect cannot lead to another.",
            )
        seen.setdefault(redirect.address, place)


def redirect_pages(
    redirects: tuple[tuple[Redirect, Place], ...], site_url: str, t: Any
) -> tuple[PlannedFile, ...]:
    """The page at each old address."""
    return tuple(
        PlannedFile(redirect.address, _page(redirect, site_url, t).encode("utf-8"), FILE)
        for redirect, _ in redirects
    )


def _page(redirect: Redirect, site_url: str, t: Any) -> str:
    way = escape(relative_address(redirect.now_at, redirect.address))
    title, text = escape(t("theme.moved.title")), escape(t("theme.moved.text"))
    return with_policy(f"""\
<!doctype html>
<html lang="{t.language}">
<head>
<meta charset="utf-8">
{MARK}
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="0; url={way}">
<meta name="robots" content="noindex">
<link rel="canonical" href="{escape(absolute(redirect.now_at, site_url))}">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{text} <a href="{way}">{escape(t("theme.moved.link"))}</a></p>
</main>
</body>
</html>
""")
