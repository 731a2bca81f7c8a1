"""The drawing as SVG for a page: links that take focus, colors by token, no style of its own.

Lines say nothing that the list in the page does not say, so they are hidden from those who
listen. Each name brings its own lines a second time, which the style sheet shows while the
name is pointed at or has focus.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from truenorth.diagrams.layout import LEADING, PAD_X, PAD_Y, TEXT, Box, Layout, Line
from truenorth.diagrams.request import Look, MapRequest
from truenorth.lettering import plain

INK = "var(--tn-ink, #1b1f24)"
QUIET = "var(--tn-quiet, #58616b)"
ACCENT = "var(--tn-accent, #12436d)"
RULE = "var(--tn-rule, #d8dde2)"
SHADE = "var(--tn-shade, #f4f6f8)"
# The letters by which texts are measured (lettering) are as wide as these.
FONT = "Arial, Helvetica, Liberation Sans, sans-serif"
SMALL = 13.0
DOT = 3.5
BASE = 13.0
"""How far under the top of a line of text its letters stand."""


def drawn(request: MapRequest, layout: Layout) -> str:
    """The whole drawing; hrefs are as the request gives them."""
    title = plain(request.title)
    parts = [
        f'<svg class="tn-map-drawing" width="100%" viewBox="0 0 {_n(layout.width)} '
        f'{_n(layout.height)}" role="group" aria-labelledby="{request.id}-title" '
        f'font-family={quoteattr(FONT)} font-size="{_n(TEXT)}">',
        f'<title id="{request.id}-title">{escape(title)}</title>',
        _lines(request, layout),
        *_headings(request, layout),
        *(
            _name(box, request.columns[box.column].look, _own(layout, box))
            for box in _reading_order(layout)
            if box.node.label
        ),
        "</svg>",
    ]
    return "".join(parts)


def curve(line: Line) -> str:
    """A smooth line between its two ends."""
    (left, high), (right, low) = line.start, line.end
    bend = (left + right) / 2
    return (
        f"M{_n(left)} {_n(high)}C{_n(bend)} {_n(high)} {_n(bend)} {_n(low)} {_n(right)} {_n(low)}"
    )


def _lines(request: MapRequest, layout: Layout) -> str:
    last = len(request.columns) - 2
    drawn = [
        f'<path d="{curve(line)}" stroke="{ACCENT if line.one.column == last else QUIET}"/>'
        for line in layout.lines
    ]
    return (
        '<g class="tn-map-lines" aria-hidden="true" fill="none" stroke-width="1.25">'
        f"{''.join(drawn)}</g>"
    )


def _headings(request: MapRequest, layout: Layout) -> Iterable[str]:
    for column, (left, width) in zip(request.columns, layout.columns, strict=True):
        if column.heading:
            x, anchor = _start(column.look, left, left + width)
            yield (
                f'<text x="{_n(x)}" y="18" font-size="{_n(SMALL)}" fill="{QUIET}"{anchor}>'
                f"{escape(plain(column.heading))}</text>"
                f'<path d="M{_n(left)} 28H{_n(left + width)}" stroke="{RULE}"/>'
            )


def _name(box: Box, look: Look, ways: Sequence[str]) -> str:
    """A link with its text, the place that takes the pointer, and its lines to light up."""
    lit = f'<path class="tn-map-lit" aria-hidden="true" d="{"".join(ways)}"/>' if ways else ""
    shade = SHADE if look == "middle" else "transparent"
    shape = (
        f'<rect x="{_n(box.left)}" y="{_n(box.top)}" width="{_n(box.width)}" '
        f'height="{_n(box.height)}" rx="2" fill="{shade}"/>'
    )
    return (
        f'<g class="tn-map-name">{lit}<a href={quoteattr(box.node.address)}>'
        f"<title>{escape(plain(box.node.about or box.node.label))}</title>"
        f"{shape}{_dots(box, look, bool(ways))}{_text(box, look)}</a></g>"
    )


def _dots(box: Box, look: Look, joined: bool) -> str:
    if look == "middle":
        return ""
    x = box.right if look == "before" else box.left
    fill = f'fill="{QUIET if look == "before" else ACCENT}"'
    if not joined:
        return ""
    return f'<circle cx="{_n(x)}" cy="{_n(box.middle)}" r="{DOT}" {fill}/>'


def _text(box: Box, look: Look) -> str:
    x, anchor = _start(look, box.left, box.right)
    first = box.top + PAD_Y + BASE
    spans = "".join(
        f'<tspan x="{_n(x)}" y="{_n(first + row * LEADING)}">{escape(line)}</tspan>'
        for row, line in enumerate(box.lines)
    )
    return f'<text fill="{INK}"{anchor}>{spans}</text>'


def _start(look: Look, left: float, right: float) -> tuple[float, str]:
    """Where a line of text begins: names stand close to the lines they send or receive."""
    if look == "before":
        return right - PAD_X, ' text-anchor="end"'
    return left + PAD_X, ""


def _own(layout: Layout, box: Box) -> list[str]:
    return [curve(line) for line in layout.lines if box in (line.one, line.other)]


def _reading_order(layout: Layout) -> list[Box]:
    return sorted(layout.boxes.values(), key=lambda box: (box.column, box.top))


def _n(number: float) -> str:
    return f"{round(number, 2) + 0.0:g}"
