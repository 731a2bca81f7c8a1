"""The map: few lines cross, nothing lies on anything else, and every name can be followed."""

from __future__ import annotations

import random
import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest

from truenorth.diagrams import Column, MapRequest, Node, draw
from truenorth.diagrams.layout import LEADING, PAD_X, TEXT, Box, Layout, laid_out
from truenorth.diagrams.order import crossings, given_order, ordered
from truenorth.diagrams.request import depths
from truenorth.diagrams.settle import GAP, settled
from truenorth.lettering import width_of

NARROWEST = 688 / 720
"""A page of 1280 px shows the map 688 px wide; one of 768 px shows it wider."""
WORDS = (
    "River", "Valley", "Regional", "Community", "Workforce", "Health", "Youth", "Learning",
    "College", "Access", "Partnership", "Network", "Alliance", "Council", "Foundation", "School",
    "District", "County", "Office", "of", "Education",
)  # fmt: skip


def large(seed: int) -> MapRequest:
    """Twenty constellations, some inside others, forty conveners and five goals."""
    chance = random.Random(seed)

    def name(least: int, most: int) -> str:
        return " ".join(chance.sample(WORDS, chance.randint(least, most)))

    who = tuple(Node(f"o{n}", name(2, 7), f"/partners/o{n}/") for n in range(40))
    groups = tuple(
        Node(
            f"c{n}", name(1, 6), f"/constellations/c{n}/", within=f"c{n - 1}" if n % 7 == 3 else ""
        )
        for n in range(20)
    )
    goals = tuple(Node(f"g{n}", name(3, 6), f"/goals/g{n}/") for n in range(5))
    lines = [
        (one.id, other.id)
        for one in who
        for other in chance.sample(groups, chance.choice([1, 1, 1, 2, 3]))
    ]
    lines += [
        (one.id, other.id)
        for one in groups
        for other in chance.sample(goals, chance.choice([0, 1, 2]))
    ]
    columns = (
        Column("Convened by", who, "before"),
        Column("Constellations", groups),
        Column("Goals", goals, "after", kept=True),
    )
    return MapRequest("map", "Who convenes what", columns, tuple(lines))


@pytest.fixture(scope="module", params=range(3))
def request_(request) -> MapRequest:
    return large(request.param)


@pytest.fixture(scope="module")
def layout(request_) -> Layout:
    return laid_out(request_)


def texts(box: Box, look: str) -> list[tuple[float, float, float, float]]:
    """Where each line of a name stands: left, top, right, bottom."""
    found = []
    for row, line in enumerate(box.lines):
        wide = width_of(line, TEXT)
        left = box.right - PAD_X - wide if look == "before" else box.left + PAD_X
        top = box.top + 5 + row * LEADING
        found.append((left, top, left + wide, top + LEADING))
    return found


def test_no_more_lines_cross_than_in_the_order_given(request_):
    before = crossings(given_order(request_), request_.lines)
    after = crossings(ordered(request_), request_.lines)
    assert after <= before / 2


def test_the_same_request_gives_the_same_drawing(request_):
    assert ordered(request_) == ordered(request_)
    assert draw(request_) == draw(request_)


def test_nothing_is_lost_and_goals_keep_their_order(request_):
    for column, ids in zip(request_.columns, ordered(request_), strict=True):
        assert sorted(ids) == sorted(node.id for node in column.nodes)
    assert ordered(request_)[2] == [f"g{n}" for n in range(5)]


def test_what_is_inside_another_stands_right_under_it(request_, layout):
    for column, ids in zip(request_.columns, ordered(request_), strict=True):
        for ident in ids:
            node = next(node for node in column.nodes if node.id == ident)
            if not node.within:
                continue
            larger, box = layout.boxes[node.within], layout.boxes[ident]
            assert ids.index(ident) - ids.index(node.within) == 1
            assert box.left > larger.left and 0 < box.top - larger.bottom < GAP


def test_no_two_labels_overlap_and_all_stand_inside(request_, layout):
    boxes = list(layout.boxes.values())
    for one, other in combinations(boxes, 2):
        apart = one.bottom <= other.top or other.bottom <= one.top
        assert apart or one.right <= other.left or other.right <= one.left
    for box in boxes:
        for left, top, right, bottom in texts(box, request_.columns[box.column].look):
            assert left >= 0 and right <= layout.width
            assert top >= 0 and bottom <= layout.height
            assert box.left <= left and right <= box.right
            assert box.top <= top and bottom <= box.bottom


def test_names_are_whole_and_large_enough_to_read(layout):
    for box in layout.boxes.values():
        assert " ".join(box.lines) == box.node.label
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', draw(large(0)))]
    assert min(sizes) * NARROWEST >= 12


def test_a_name_is_a_target_that_a_finger_meets(layout):
    assert min(box.height for box in layout.boxes.values()) * NARROWEST >= 24


def test_the_drawing_is_named_and_its_lines_are_not_read_out(request_):
    root = ET.fromstring(
        draw(request_).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    )
    svg = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "group"
    assert root.get("aria-labelledby") == root.find(f"{svg}title").get("id")
    links = root.findall(f".//{svg}a")
    assert len(links) == 65
    assert all(link.get("href").startswith("/") for link in links)
    assert all(link.find(f"{svg}title").text for link in links)
    for path in root.iter(f"{svg}path"):
        hidden = path.get("aria-hidden") or path.get("stroke") == "var(--tn-rule, #d8dde2)"
        lines = root.find(f"{svg}g[@class='tn-map-lines']")
        assert hidden or path in list(lines)
    assert "style=" not in draw(request_) and "<style" not in draw(request_)


def test_each_name_brings_its_own_lines(request_):
    drawn = draw(request_)
    lit = re.findall(r'class="tn-map-lit"[^>]* d="([^"]+)"', drawn)
    assert sum(d.count("M") for d in lit) == 2 * len(request_.lines)


def test_lines_meet_at_a_junction():
    columns = (
        Column("Guided by", (Node("a", "A", "/a/"), Node("b", "B", "/b/")), "before"),
        Column("", (Node("j"),)),
        Column("Groups", (Node("c", "C", "/c/"), Node("d", "D", "/d/"))),
    )
    request = MapRequest("map", "T", columns, (("a", "j"), ("b", "j"), ("j", "c"), ("j", "d")))
    layout = laid_out(request)
    assert layout.boxes["j"].width == layout.boxes["j"].height == 0
    assert draw(request).count("<a ") == 4
    assert len({line.end for line in layout.lines if line.other.node.id == "j"}) == 1


def test_words_cannot_break_the_drawing():
    columns = (
        Column("<b>", (Node("a", 'A & "B" <i>', "/a/?x=1&y=2", "A & B"),), "before"),
        Column("Groups", (Node("c", "C\ud7ff \x00 D", "/c/"),)),
    )
    drawn = draw(MapRequest("map", "T & U", columns, (("a", "c"),)))
    ET.fromstring(drawn)
    assert "<i>" not in drawn and "\x00" not in drawn


def test_a_map_refuses_what_it_cannot_draw():
    left, right = Column("", (Node("a", "A"),)), Column("", (Node("b", "B"),))
    with pytest.raises(ValueError, match="neighboring"):
        MapRequest("map", "T", (left, right), (("b", "a"),))
    with pytest.raises(ValueError, match="same id"):
        MapRequest("map", "T", (left, left), ())


def test_names_are_read_after_the_one_that_holds_them():
    nodes = (Node("b", within="a"), Node("a"), Node("c", within="b"), Node("d", within="gone"))
    assert depths(nodes) == {"a": 0, "b": 1, "c": 2, "d": 0}


def test_blocks_stand_where_they_wish_unless_others_stand_there():
    assert settled([40.0, 100.0], [20.0, 20.0], 200) == [40.0, 100.0]
    assert settled([50.0, 50.0], [20.0, 20.0], 200) == [35.0, 65.0]
    assert settled([-30.0, 500.0], [20.0, 20.0], 200) == [0.0, 180.0]
    assert settled([], [], 100) == []


def test_a_column_with_long_words_takes_room_from_the_others():
    names = ("Guides", "Backbone", "Telecommunications-Apprenticeships Group", "Goals")
    columns = tuple(Column(name, (Node(name, name, "/a/"),)) for name in names)
    lines = tuple(zip(names, names[1:], strict=False))
    layout = laid_out(MapRequest("map", "T", columns, lines))
    widths = [width for _, width in layout.columns]
    assert widths[2] > widths[0] == widths[1] == widths[3]
    assert layout.boxes[names[2]].lines == ("Telecommunications-Apprenticeships", "Group")
