"""Diagrams: what is joined to what, drawn in columns behind one interface.

request   what to draw: columns of names, and lines between neighboring columns
order     names within a column moved so that few lines cross
settle    heights: each name near those it is joined to, none over another
layout    every box and line with its place
svg       the drawing, with links that can be followed by keyboard
"""

from __future__ import annotations

from truenorth.diagrams.layout import laid_out
from truenorth.diagrams.request import Column, MapRequest, Node
from truenorth.diagrams.svg import drawn

__all__ = ["Column", "MapRequest", "Node", "draw"]


def draw(request: MapRequest) -> str:
    """The drawing of a map as SVG for a page."""
    return drawn(request, laid_out(request))
