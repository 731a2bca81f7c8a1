"""A redline as HTML: both texts can be read from it, lists and tables stay what they are."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from truenorth.compact.model import Section
from truenorth.pages.compact.redline_html import (
    section_html,
    text_html,
    whole_html,
    without,
    words_html,
)
from truenorth.pages.compact.redline_words import MARKS
from truenorth.pages.prose.prose import to_html
from truenorth.pages.wording import load_wording

T = load_wording()
VOID = {"br", "hr", "img"}


def render(markdown: str, ids: str):
    return to_html(markdown, lambda href: href, prefix=f"purpose-{ids}")


def redline(old: str, new: str) -> str:
    return str(text_html(T, old, new, render))


def plain(markdown: str) -> str:
    return without(render(MARKS.sub("", markdown), ""), "")


class Shape(HTMLParser):
    """Raises where a tag is closed that is not the last one opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def assert_sound(old: str, new: str) -> str:
    html = redline(old, new)
    shape = Shape(html)
    assert not MARKS.search(html)
    assert not {"script", "style", "iframe", "svg", "form"} & set(shape.tags)
    assert without(html, "del") == plain(new)
    assert without(html, "ins") == plain(old)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    return html


BLOCKS = st.sampled_from(
    [
        "Every child reads well by age nine.",
        "Every young person reads **very well** by age ten.",
        "See [the goals](../goals/index.md) and *all* measures.",
        "- in spring to look at figures",
        "- in fall to hear from families",
        "    - a list inside the list",
        "1. first, schools",
        "2. second, the *city*",
        "| Measure | Who |\n|---|---|\n| Reading | Schools |",
        "| Measure | Who |\n|---|---|\n| Reading | The city |\n| Work | College |",
        "| Measure | Who | When |\n|:--|---|--:|\n| Reading | Schools | fall |",
        "> We, the partners,\n> agree.",
        "> We, all partners,\n>\n> agree.",
        "```\nplain  text\n```",
        "#### Means",
        "A note.[^1]",
        "[^1]: What the note says.",
        "[^1]: What the other note says.",
        "Term\n: What it means",
        "Line one  \nline two",
        "---",
        "<script>alert(1)</script> & <b>x</b>",
        "a * b _c_ **d e** `f g`",
        "\ue000 marks \ue003 in a text \ue002",
        "![A river](../assets/river.png) beside words",
        "<div>raw</div>",
    ]
)
TEXTS = st.lists(st.tuples(BLOCKS, st.sampled_from(["\n", "\n\n"])), max_size=6).map(
    lambda blocks: "".join(block + end for block, end in blocks)
)
LOOSE = st.text(alphabet=st.sampled_from("ab c*_`[]()|-#>~:^!\\<&\n1.\ue002"), max_size=60)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
@example("- a\n- b\n- c\n", "- a\n- c\n\nEnd.")
def test_both_texts_can_be_read_from_the_redline(old, new):
    assert_sound(old, new)


@settings(max_examples=60, deadline=None)
@given(LOOSE, LOOSE)
def test_so_can_any_heap_of_signs(old, new):
    assert_sound(old, new)


def test_words_that_changed_are_marked_and_no_others():
    html = assert_sound("All children read\nwell by nine.", "All young people read well by nine.")
    assert '<del><span class="tn-hidden">[deleted: </span>children' in html
    assert '<ins><span class="tn-hidden">[inserted: </span>young people' in html
    assert html.count("<ins>") == html.count("<del>") == 1


def test_deleted_words_stand_off_from_the_words_before_them():
    html = assert_sound("Ways to work that matters.", "Ways to work.")
    assert "work <del>" in html and html.endswith("</del>.</p>")


def test_a_line_that_is_broken_elsewhere_did_not_change():
    html = assert_sound("One two\nthree four.", "One two three\nfour.")
    assert "<ins>" not in html and "<del>" not in html


def test_an_inserted_and_a_deleted_item_stand_in_one_list():
    html = assert_sound("- apples\n- pears\n- plums\n", "- apples\n- plums\n- figs\n")
    assert html.count("<ul>") == 1 and html.count("<li") == 4
    assert '<li class="tn-was"><del>' in html and "<li><ins>" in html


def test_a_changed_row_is_marked_cell_by_cell():
    table = "| Measure | Who |\n|---|---|\n| Reading | Schools |\n| Work | {} |\n"
    html = assert_sound(table.format("College"), table.format("The city"))
    assert html.count("<table") == 1 and html.count("<tr") == 3
    assert html.count("<ins>") == 1 and 'data-label="Who"' in html


def test_a_table_whose_columns_changed_is_shown_old_then_new():
    old = "| A | B |\n|---|---|\n| one | two |\n"
    new = "| A | B | C |\n|---|---|---|\n| one | two | three |\n"
    html = assert_sound(old, new)
    first, second = re.findall(r"<table.*?</table>", html, re.DOTALL)
    assert "<del>" in first and "<ins>" not in first
    assert "<ins>" in second and "<del>" not in second
    assert 'data-label="A"' in first


def test_a_change_across_tags_is_told_once_and_never_crosses_one():
    html = assert_sound("Plain.", "Whole **new *words* here** and `there`.")
    assert html.count("[inserted: ") == 1
    assert html.count("<ins>") > 1


def test_marks_in_peoples_texts_are_stripped():
    html = redline("a \ue000b\ue001 c", "a b\ue003 c")
    assert "<ins>" not in html and "<del>" not in html and not MARKS.search(html)


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '<img src=x onerror="a()">'])
def test_nothing_that_runs_gets_through(hostile):
    html = assert_sound("Calm words.", f"Calm {hostile} words.")
    assert "script" not in html and "onerror" not in html


def test_a_section_that_is_new_or_gone_is_marked_as_a_whole():
    section = Section("money", "5", "Money", 2, "Partners pay.\n\n- in equal parts", 1, 2)
    new, gone = (section_html(T, *sides, render) for sides in ((None, section), (section, None)))
    assert without(new, "ins") == without(gone, "del") == ""
    assert "<li><ins>" in new and '<li class="tn-was"><del>' in gone


def test_titles_and_numbers():
    assert str(words_html(T, "Goals & <aims>", "Goals & <aims>")) == "Goals &amp; &lt;aims&gt;"
    assert without(words_html(T, "Our money", "Our common money"), "") == "Ourcommonmoney"
    numbers = whole_html(T, "3.1", "2.1")
    assert without(numbers, "ins") == "3.1" and without(numbers, "del") == "2.1"
    assert whole_html(T, "3", "3") == "3"
