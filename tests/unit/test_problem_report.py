"""Problems printed: sorted, escaped, counted, and fit for whoever reads them."""

from __future__ import annotations

import json

from truenorth.problems import Place, Problems
from truenorth.problems.printed import count, to_github, to_json, to_markdown, to_terminal


def some() -> Problems:
    problems = Problems()
    problems.warning("late", Place("b.yml", 2), what="W.", why="Y.", fix="F.")
    problems.error("last", Place("a.yml", 10, 3), what="It is 100% off.", why="Y.", fix="F.")
    problems.error("first", Place("a.yml", 9), what="W.", why="Y.", fix="Write:\n  a: 1")
    problems.error("first", Place("a.yml", 9), what="W.", why="Y.", fix="Write:\n  a: 1")
    return problems


def test_the_terminal_sorts_by_file_and_line_and_counts():
    assert to_terminal(some()) == (
        "a.yml:9:1  error [first]\n  W.\n  Y.\n  Write:\n    a: 1\n\n"
        "a.yml:10:3  error [last]\n  It is 100% off.\n  Y.\n  F.\n\n"
        "b.yml:2:1  warning [late]\n  W.\n  Y.\n  F.\n\n"
        "2 errors and 1 warning."
    )


def test_nothing_found_is_said():
    assert count(Problems()) == to_terminal(Problems()) == "No problems found."


def test_control_characters_do_not_reach_the_terminal():
    problems = Problems()
    problems.error("odd", Place("a.yml"), what="A \x1b[31mred\x07 word.", why="Y.", fix="F.")
    assert "\x1b" not in to_terminal(problems)
    assert "\x07" not in to_terminal(problems)


def test_json_holds_every_part():
    found = json.loads(to_json(some()))
    assert [one["code"] for one in found] == ["first", "last", "late"]
    assert found[1]["place"] == {"file": "a.yml", "line": 10, "column": 3}
    assert found[2]["severity"] == "warning"


def test_annotations_cannot_be_broken_out_of():
    problems = Problems()
    place = Place("a,b:c%\n.yml", 4, 2)
    problems.error("odd", place, what="50%\r\n::error::no", why="Y.", fix="F.")
    first, last = to_github(problems).split("\n")
    assert first == (
        "::error file=a%2Cb%3Ac%25%0A.yml,line=4,col=2,title=odd::50%25%0D%0A::error::no%0AY.%0AF."
    )
    assert last == "1 error."


def test_the_summary_shows_signs_as_they_are_and_keeps_to_one_line_each():
    problems = Problems()
    problems.error("odd", Place("a.yml", 4), what="<b>*x*</b> | `y`", why="Y.", fix="One\ntwo")
    told = to_markdown(problems)
    (line,) = [line for line in told.split("\n") if line.startswith("- ")]
    assert "\\<b\\>\\*x\\*\\</b\\> \\| \\`y\\`" in line
    assert "*One two*" in line
    assert "1 error." in told
