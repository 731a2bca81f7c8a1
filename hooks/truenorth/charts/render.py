"""Requests in, drawings out: the one door to the renderer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import vl_convert

from truenorth.charts import svg
from truenorth.charts.cache import Cache, key_for
from truenorth.charts.plans import Plan, plan_for
from truenorth.charts.request import Request, SparkRequest

_SCALE = 2.0
"""Pixels for each unit of a PNG."""


@dataclass(frozen=True)
class Drawing:
    """A chart for a page (`inline`), as a file (`standalone`) and as a picture (`png()`)."""

    inline: str
    standalone: str
    _cache: Cache = field(default=Cache(None), repr=False, compare=False)

    def png(self) -> bytes:
        """The standalone drawing at twice its size."""
        key = key_for("png", self.standalone)
        if (kept := self._cache.get(key)) is not None:
            return kept
        made = vl_convert.svg_to_png(self.standalone, scale=_SCALE)
        self._cache.put(key, made)
        return made


def draw(requests: Iterable[Request], cache: Path | None = None) -> dict[str, Drawing]:
    """A drawing for each request, by its id; two requests of one id are a ValueError."""
    kept = Cache(cache)
    drawings: dict[str, Drawing] = {}
    for request in requests:
        if request.id in drawings:
            raise ValueError(f"two charts have the id {request.id!r}")
        drawings[request.id] = _drawing(request, kept)
    return drawings


def _drawing(request: Request, cache: Cache) -> Drawing:
    size, body = _body(request, cache)
    named = (request.id, request.title, request.desc, size)
    return Drawing(
        svg.inline(body, *named, fixed=isinstance(request, SparkRequest)),
        svg.standalone(body, *named),
        cache,
    )


def _body(request: Request, cache: Cache) -> tuple[tuple[float, float], str]:
    """Size and marks. What only names the chart is left out of the key, so charts share them."""
    key = key_for("svg", repr(replace(request, id="x", title="x", desc="")))
    if (entry := cache.get(key)) is not None:
        width, height, body = entry.decode().split(" ", 2)
        return (float(width), float(height)), body
    plan = plan_for(request)
    body = svg.body(raw_svg(plan), plan)
    cache.put(key, f"{plan.size[0]:g} {plan.size[1]:g} {body}".encode())
    return plan.size, body


def raw_svg(plan: Plan) -> str:
    """What the renderer makes of a plan."""
    return vl_convert.vega_to_svg(swapped(compiled(*plan.shape), plan))


@lru_cache
def compiled(name: str, width: str) -> dict[str, Any]:
    """A shape as Vega: validated and compiled once in a process.

    Altair is loaded only here, when a chart is not in the cache.
    """
    from truenorth.charts.shapes import specification

    return vl_convert.vegalite_to_vega(specification(name, width))


def swapped(vega: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    """The compiled shape with the plan's rows and signals in the places kept for them."""
    names = {entry["name"] for entry in vega["data"] if "source" not in entry}
    if unknown := set(plan.rows) - names:
        raise KeyError(f"the shape {plan.shape} has no rows named {sorted(unknown)}")
    return {
        **vega,
        "data": [
            {**entry, "values": plan.rows.get(entry["name"], [])} if entry["name"] in names
            else entry
            for entry in vega["data"]
        ],
        "signals": [
            {**entry, "value": plan.signals.get(entry["name"], entry.get("value"))}
            if "value" in entry else entry
            for entry in vega["signals"]
        ],
    }  # fmt: skip
