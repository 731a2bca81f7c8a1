"""Finished drawings: accessible, alike everywhere, safe to place in a page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
import vl_convert

from tests.chart_requests import DISTRICT, TARGETS, every_kind, groups, history, series, spark
from truenorth.charts import Point, draw, render
from truenorth.charts.plans import plan_for
from truenorth.charts.shapes import groups as groups_shape
from truenorth.charts.shapes import specification

REQUESTS = every_kind()
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawings():
    return draw(REQUESTS)


def marks(drawing, tag="path"):
    return list(ET.fromstring(drawing.standalone).iter(SVG + tag))


def words(drawing):
    return " ".join(element.text for element in marks(drawing, "text"))


def circles(drawing):
    """Dots are paths that begin at the right of a circle."""
    return [e for e in marks(drawing) if re.match(r"M[\d.]+,0A", e.get("d", ""))]


@pytest.mark.parametrize("name", [request.id for request in REQUESTS])
def test_a_drawing_is_a_named_picture_in_well_formed_xml(drawings, name):
    for text in (drawings[name].inline, drawings[name].standalone):
        root = ET.fromstring(text)
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{name}-title"
        assert root.find(f".//*[@id='{name}-title']").text
        if described := root.get("aria-describedby"):
            assert root.find(f".//*[@id='{described}']").text
        assert root.get("viewBox").startswith("0 0 ")


@pytest.mark.parametrize("name", [request.id for request in REQUESTS])
def test_a_drawing_needs_no_style_and_no_other_host(drawings, name):
    for text in (drawings[name].inline, drawings[name].standalone):
        assert "style" not in text.replace("font-style", "")
        assert not re.search(r"\b(class=\"mark|aria-roledescription|<script|href|@import)", text)
        assert set(re.findall(r"https?://[^\"]+", text)) <= {"http://www.w3.org/2000/svg"}


def test_colors_follow_the_page_inline_and_are_concrete_in_a_file(drawings):
    assert "var(--tn-accent, #12436d)" in drawings["graduation"].inline
    for drawing in drawings.values():
        assert "var(" not in drawing.standalone
        assert 'fill="#ffffff"' in drawing.standalone
        assert re.search(r'<svg [^>]*xmlns="http://www.w3.org/2000/svg"', drawing.standalone)
        assert "xmlns" not in drawing.inline


def test_ids_are_unique_on_a_page_with_every_drawing(drawings):
    ids = [one for d in drawings.values() for one in re.findall(r'\bid="([^"]+)"', d.inline)]
    assert len(ids) == len(set(ids)) >= len(drawings)
    assert all(any(one.startswith(name) for name in drawings) for one in ids)


def test_counters_of_the_renderer_are_rewritten_under_the_chart_id():
    plan = plan_for(REQUESTS[0])
    raw = (
        '<svg xmlns="http://www.w3.org/2000/svg"><defs><clipPath id="clip7"><path d="M0,0"/>'
        '</clipPath></defs><g><path clip-path="url(#clip7)" d="M1,1"/></g></svg>'
    )
    body = render.svg.body(raw, plan)
    one, other = (render.svg.inline(body, name, "t", "", (1, 1)) for name in ("a", "b"))
    assert 'id="a-part1"' in one and 'clip-path="url(#a-part1)"' in one
    assert "a-part1" not in other and "clip7" not in one + other


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda one: one.id)
def test_swapped_rows_give_what_the_whole_route_gives(request_):
    plan = plan_for(request_)
    whole = specification(*plan.shape)
    if plan.shape[0] == "groups" and "child_height" in plan.signals:
        height = plan.signals["child_height"]
        whole = groups_shape.chart(plan.shape[1], height).to_dict()
    for param in whole["params"]:
        param["value"] = plan.signals.get(param["name"], param["value"])
    names = {e["name"] for e in render.compiled(*plan.shape)["data"] if "source" not in e}
    whole["datasets"] = {name: plan.rows.get(name, []) for name in names}
    assert vl_convert.vegalite_to_svg(whole) == render.raw_svg(plan)


def test_one_compiled_shape_serves_every_chart_of_its_width():
    render.compiled.cache_clear()
    draw([*REQUESTS, history("more", series(1990, 1, 2, 3), unit="days")])
    assert render.compiled.cache_info().misses == 5


def test_there_is_one_mark_for_each_figure(drawings):
    assert len(circles(drawings["graduation"])) == 6 + 1  # and the ring of the base point
    assert len(circles(drawings["reading"])) == 7
    assert len(circles(drawings["by-group"])) == 18
    assert len(circles(drawings["line"])) == 2


def test_a_provisional_figure_is_hollow(drawings):
    hollow = [e for e in circles(drawings["district"]) if e.get("fill") == "#ffffff"]
    assert len(hollow) == 1 and hollow[0].get("stroke") == "#12436d"


def test_a_break_has_its_word_and_no_line_across_it(drawings):
    assert "New definition" in words(drawings["district"])
    lines = [e for e in marks(drawings["district"]) if e.get("stroke-width") == "2.5"]
    assert [e.get("d").count("L") for e in lines] == [4]


def test_years_without_figures_are_crossed_by_dashes(drawings):
    dashed = [e for e in marks(drawings["reading"]) if e.get("stroke-dasharray") == "2,4"]
    assert [e.get("d").count("L") for e in dashed] == [1]


def test_nothing_to_draw_is_said_in_words(drawings):
    assert "No figure is published" in words(drawings["nothing"])
    assert "No figure" in words(drawings["no-line"])
    assert "No figure is published" in words(drawings["no-groups"])


@pytest.mark.parametrize(
    "points",
    [
        series(2020, 45), series(2015, 50, 50, 50), series(1820, *(50 + n % 9 for n in range(200))),
        (Point(2020, "<b>&\x00", 1.0, shown='"<script>'),), series(2020, None),
    ],
    ids=["one", "equal", "two centuries", "markup", "hidden"],
)  # fmt: skip
def test_absurd_input_is_drawn(points):
    for drawing in draw([history("a", points), spark("b", points)]).values():
        ET.fromstring(drawing.standalone)
        assert "<script" not in drawing.inline


def test_text_is_escaped():
    request = history("a", series(2020, 1, 2), breaks=((2020.5, "R&D <new>"),))
    drawing = draw([replace(request, title='A "b" <c> & d')])["a"]
    assert "R&amp;D &lt;new&gt;" in drawing.inline
    assert '>A "b" &lt;c&gt; &amp; d</title>' in drawing.inline


def test_two_requests_of_one_id_are_refused():
    with pytest.raises(ValueError, match="the id 'a'"):
        draw([spark("a"), spark("a")])


def test_a_png_is_twice_as_large_as_the_drawing(drawings):
    png = drawings["graduation"].png()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(png[16:20]) == 1440 and int.from_bytes(png[20:24]) == 760
    assert png == drawings["graduation"].png()


_PRINT = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.chart_requests import every_kind
from truenorth.charts import draw
requests = every_kind()
if sys.argv[2] == "reversed":
    requests.reverse()
drawings = draw(requests)
for name in sorted(drawings):
    print(drawings[name].inline, drawings[name].standalone)
"""


def test_two_processes_in_two_time_zones_draw_the_same_bytes():
    outputs = []
    for zone, seed, order in (
        ("Pacific/Kiritimati", "1", "given"),
        ("America/Los_Angeles", "2", "reversed"),
    ):
        paths = os.pathsep.join(sys.path)
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
        here = str(Path(__file__).parents[2])
        command = [sys.executable, "-c", _PRINT, here, order]
        outputs.append(subprocess.run(command, env=env, capture_output=True, check=True).stdout)
    assert outputs[0] == outputs[1] and len(outputs[0]) > 10_000


def test_the_order_of_rows_in_a_file_changes_nothing():
    given = draw([history("a", DISTRICT, targets=TARGETS), groups("b")])
    turned = draw([history("a", DISTRICT[::-1], targets=TARGETS), groups("b")])
    assert given["a"] == turned["a"]
