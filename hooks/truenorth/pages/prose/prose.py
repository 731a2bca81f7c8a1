"""People's Markdown as safe HTML: the only place where it becomes part of a page.

Markdown is rendered, cleaned against a list of what is allowed, then adapted to
the page it stands on (headings, links, footnotes, tables), then cleaned again.
The second cleaning is the guarantee: whatever the step between did, nothing
leaves here that the list does not name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import markdown as python_markdown
import nh3
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markupsafe import Markup

from truenorth.pages.prose.prose_adapt import Adapted, Heading, adapt

__all__ = ["Heading", "LinkResolver", "Prose", "cleaned", "render", "slug", "to_html"]

LinkResolver = Callable[[str], str | None]
"""From a link as written to an address: site-absolute, of another site, or None for no link."""

# fmt: off
TAGS = frozenset({
    "a", "abbr", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn",
    "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong",
    "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "var",
})
CLASSES = frozenset({
    "footnote", "footnote-ref", "footnote-backref", "tn-table", "tn-number", "tn-note", "tn-lead",
})
# fmt: on
ATTRIBUTES = {
    "*": {"id", "lang", "dir"},
    "a": {"href", "title", "rel", "aria-label"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "reversed"},
    "table": {"role"},
    "tbody": {"role"},
    "td": {"colspan", "rowspan", "data-label", "role"},
    "tfoot": {"role"},
    "th": {"colspan", "rowspan", "scope", "role"},
    "thead": {"role"},
    "tr": {"role"},
}
ALIGNED = {"td": {"align"}, "th": {"align"}}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True)
class Prose:
    """A text as HTML, with its headings in the order in which they stand."""

    html: Markup
    headings: tuple[Heading, ...]


def to_html(
    markdown: str, links: LinkResolver, *, demote: int = 0, prefix: str = "", back: str = "{}"
) -> Markup:
    """The HTML of `markdown` alone; see `render`."""
    return render(markdown, links, demote=demote, prefix=prefix, back=back).html


def render(
    markdown: str, links: LinkResolver, *, demote: int = 0, prefix: str = "", back: str = "{}"
) -> Prose:
    """Safe HTML of `markdown` and its headings.

    `demote` moves every heading down by so many levels. `prefix` (kebab-case,
    ending with a hyphen) keeps the ids of footnotes, and of headings that carry
    none of their own, apart from those of other texts on the same page. `back`
    labels the way back from a footnote; `{}` in it stands for the number.
    """
    raw = _markdown(prefix, back).reset().convert(markdown.replace("\x00", "\ufffd"))
    adapted: Adapted = adapt(_cleaner(aligned=True).clean(raw), links, demote=demote, prefix=prefix)
    return Prose(Markup(_cleaner().clean(adapted.html)), adapted.headings)


def cleaned(html: str, classes: frozenset[str] = frozenset()) -> Markup:
    """HTML that was made from cleaned HTML, held against the list again; `classes` may be in it."""
    return Markup(_cleaner(classes).clean(html))


def slug(text: str, separator: str = "-") -> str:
    """A kebab-case id for a heading that has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    name = separator.join(words) or "section"
    return name if name[0].isalpha() else f"part{separator}{name}"


@lru_cache(maxsize=64)  # to set up a reader costs more than to read a section with it
def _markdown(prefix: str, back: str) -> python_markdown.Markdown:
    return python_markdown.Markdown(
        extensions=[
            "attr_list",
            "def_list",
            "sane_lists",
            "fenced_code",
            TableExtension(use_align_attribute=True),
            FootnoteExtension(SEPARATOR="-", BACKLINK_TITLE=back),
            TocExtension(marker="", slugify=lambda text, sep: prefix + slug(text, sep)),
        ],
        output_format="html",
    )


@lru_cache
def _cleaner(classes: frozenset[str] = frozenset(), *, aligned: bool = False) -> nh3.Cleaner:
    """What lets through only what the lists name; `aligned` cells keep their alignment."""
    more = ALIGNED if aligned else {}
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={
            tag: ATTRIBUTES.get(tag, set()) | more.get(tag, set()) for tag in {*ATTRIBUTES, *more}
        },
        allowed_classes={tag: set(CLASSES | classes) for tag in TAGS},
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
