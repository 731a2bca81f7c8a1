"""A drawing finished: accessible, themable, alike on every machine, safe under a strict CSP.

`body` cleans what the renderer wrote, once for each content; `inline` and
`standalone` then give it a frame, a name and a description, which is cheap.
Only presentation attributes are used: no style element, no style attribute.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from truenorth.charts.plans.plan import Plan
from truenorth.charts.style import FONT
from truenorth.lettering import plain

_SVG = "{http://www.w3.org/2000/svg}"
_HERE = "\ue000"
"""Stands in a body for the id of the chart; no text can hold it (lettering.plain)."""
_DROPPED = {"class", "role", "style", "font-family", "pointer-events", "stroke-miterlimit"}
_REFERS = re.compile(r"url\(#([^)]+)\)")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")
_TOKEN = re.compile(r"var\(--tn-[a-z0-9-]+,\s*(#[0-9a-f]{3,8})\)")
_BOXES = {"background", "foreground"}


def body(raw: str, plan: Plan) -> str:
    """The marks alone, without the renderer's frame, classes, roles and counters."""
    root = ET.fromstring(raw)
    marks = [child for child in root if child.tag == _SVG + "g"]
    group = ET.Element("g", {"fill": "none"})
    if plan.origin != (0.0, 0.0):
        group.set("transform", f"translate({plan.origin[0]:g},{plan.origin[1]:g})")
    definitions = [child for child in root if child.tag == _SVG + "defs"]
    for child in [*definitions, *marks]:
        group.extend(_cleaned(child))
    _rename(group)
    return ET.tostring(group, encoding="unicode")


def inline(body: str, name: str, title: str, desc: str, plan_size: tuple[float, float],
           *, fixed: bool = False) -> str:  # fmt: skip
    """For a page: as wide as its place (or of its own size), its colors from the page's tokens."""
    width, height = plan_size
    size = f'width="{width:g}" height="{height:g}"' if fixed else 'width="100%"'
    return _framed(body, name, title, desc, plan_size, f'class="tn-chart" {size}')


def standalone(body: str, name: str, title: str, desc: str, plan_size: tuple[float, float]) -> str:
    """For a file: light colors on white, complete in itself."""
    width, height = plan_size
    paper = f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>'
    frame = f'xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"'
    return _framed(paper + _TOKEN.sub(r"\1", body), name, title, desc, plan_size, frame) + "\n"


def _framed(body: str, name: str, title: str, desc: str,
            size: tuple[float, float], attributes: str) -> str:  # fmt: skip
    title, desc = plain(title), plain(desc)
    described = f' aria-describedby="{name}-desc"' if desc else ""
    told = f'<desc id="{name}-desc">{escape(desc)}</desc>' if desc else ""
    return (
        f'<svg {attributes} viewBox="0 0 {size[0]:g} {size[1]:g}" role="img" '
        f'aria-labelledby="{name}-title"{described} font-family={quoteattr(FONT)}>'
        f'<title id="{name}-title">{escape(title)}</title>{told}'
        f"{body.replace(_HERE, name)}</svg>"
    )


def _cleaned(element: ET.Element) -> list[ET.Element]:
    """The element without what is volatile or says nothing; a bare group gives its children."""
    if element.get("class") in _BOXES or (element.tag == _SVG + "text" and not element.text):
        return []
    made = ET.Element(element.tag.removeprefix(_SVG), _attributes(element))
    made.text = element.text
    for child in element:
        made.extend(_cleaned(child))
    if made.tag == "g" and not made.attrib:
        return list(made)
    return [] if made.tag == "g" and not len(made) else [made]


def _attributes(element: ET.Element) -> dict[str, str]:
    kept = {}
    for key, value in element.attrib.items():
        if key in _DROPPED or key.startswith("aria-") or "}" in key:
            continue
        value = _LONG_NUMBER.sub(_rounded, value)
        if (key, value) in {("transform", "translate(0,0)"), ("opacity", "1"), ("fill", "none")}:
            continue
        kept[key] = value
    return kept


def _rounded(match: re.Match[str]) -> str:
    return f"{round(float(match.group()), 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def _rename(group: ET.Element) -> None:
    """Ids count from 1 in each drawing and carry the chart's own id."""
    renamed: dict[str, str] = {}
    for element in group.iter():
        if old := element.get("id"):
            renamed[old] = f"{_HERE}-part{len(renamed) + 1}"
            element.set("id", renamed[old])
    for element in group.iter():
        for key, value in element.attrib.items():
            element.set(key, _REFERS.sub(lambda m: f"url(#{renamed.get(m[1], m[1])})", value))
