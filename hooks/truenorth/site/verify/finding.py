"""Faults of a finished site, each with why it matters and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from truenorth.problems import Place, Problems

_TEMPLATE = "Mend the template under theme_overrides/ that prints it"
# code: (what, why, what to do); {} is the detail.
_KINDS: Mapping[str, tuple[str, str, str]] = {
    "page-missing": (
        "The page {} was planned and is not in the finished site.",
        "The engine dropped it, so readers would get an error.",
        "Build again with the MkDocs release of requirements.lock; other engines may ignore hooks.",
    ),
    "file-missing": (
        "The file {} was planned and is not in the finished site.",
        "Links and programs rely on its address.",
        "Build again with the MkDocs release of requirements.lock; other engines may ignore hooks.",
    ),
    "part-missing": (
        'The page has no element with the id "{}", which was planned for it.',
        "A part of the page is missing though the build went through.",
        "Give the element that id again in the page's template under theme_overrides/pages/.",
    ),
    "dead-link": (
        'The link "{}" leads to nothing.',
        "A reader who follows it gets an error.",
        "Correct the address, or add the page it names.",
    ),
    "dead-anchor": (
        'The link "{}" names a part that its page does not have.',
        "A reader who follows it lands at the top of the page instead.",
        "Correct what stands after #, or give that heading this id.",
    ),
    "relation-missing": (
        "The page does not lead to {}, though one of the two names the other in data/.",
        "A reader who came from there finds no way back.",
        "Show the relation on this page too: see the module of its kind in pages/.",
    ),
    "leaves-site": (
        'The link "{}" leads out of the folder the site is published in.',
        "It breaks as soon as the site is published under a sub-path.",
        "Write the address from the root of the site, such as /methods/.",
    ),
    "request-to-another-host": (
        'Opening the page would fetch "{}" from another host.',
        "That tells the other host who reads the page, and the page breaks when the host is gone.",
        "Keep a copy in this repository, or make it a link that readers may follow.",
    ),
    "script-without-hash": (
        'The inline script "{}" has no hash in the content security policy.',
        "Browsers refuse to run it.",
        "Let site/policy.py see the page after the script is in it, or move the script to a file.",
    ),
    "no-policy": (
        "The page has no content security policy before its first script.",
        "Anything that slips into a page could then run.",
        "Leave the policy's mark at the top of the head in the template of the page.",
    ),
    "weak-policy": (
        'The content security policy is too weak: "{}".',
        "It must refuse everything that is not named, and allow no unsafe source.",
        "Use the policy of site/policy.py as it is.",
    ),
    "inline-style": (
        "The page styles an element in place: {}.",
        "The content security policy refuses it, so it has no effect.",
        f"{_TEMPLATE} and style a class in theme_overrides/assets/ instead.",
    ),
    "inline-handler": (
        "The page runs code from an attribute: {}.",
        "The content security policy refuses it.",
        f"{_TEMPLATE} and listen from a script file instead.",
    ),
    "picture-without-text": (
        "A picture (<{}>) has no text alternative.",
        "People who cannot see it learn nothing from it.",
        "Say in words what it shows: ![words](file.png) in Markdown, alt or <title> in a template.",
    ),
    "marker-left": (
        'The place for "{}" was never filled in.',
        "A chart or the page's policy is missing.",
        "Build through hooks/publish.py, which fills it in.",
    ),
    "duplicate-id": (
        'The id "{}" stands on the page more than once.',
        "Links and screen readers find only one of them.",
        "Give each element an id of its own.",
    ),
    "no-language": (
        "The page does not say which language it is in.",
        "Screen readers would pronounce it wrongly.",
        f"{_TEMPLATE}: the html element needs a lang.",
    ),
    "no-title": (
        "The page has no title.",
        "Browser tabs, bookmarks and search results show it.",
        f"{_TEMPLATE}: the head needs a title.",
    ),
    "address-gone": (
        "The address {} was published once and answers no more.",
        "An address, once published, answers for ever: people have linked to it.",
        "Bring the page back, or say in data/redirects.yml where its content stands now.",
    ),
}


@dataclass
class Findings:
    """Collects faults; `origins` names for a page's file what in the repository it comes from."""

    problems: Problems
    origins: Mapping[str, str] = field(default_factory=dict)

    def add(self, code: str, file: str, line: int, detail: str = "") -> None:
        what, why, fix = _KINDS[code]
        origin = self.origins.get(file)
        made_from = f" This page is made from {origin}." if origin else ""
        self.problems.error(
            f"site-{code}",
            Place(file, line),
            what=what.replace("{}", detail),
            why=why,
            fix=fix + made_from,
        )
