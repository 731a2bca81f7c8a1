"""Markdown: front matter, where the body begins, and the headings in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truenorth.problems import Place, Problems
from truenorth.sources.markdown_text import Heading, headings, parse_markdown, read_markdown


def parse(text: str):
    problems = Problems()
    return parse_markdown(text, "a.md", problems), list(problems)


def test_head_and_body_keep_their_lines():
    found, faults = parse("---\ntitle: Reading\norder: 1\n---\n\n# Reading\n")
    assert faults == []
    assert found.head.data == {"title": "Reading", "order": "1"}
    assert found.head.place("order") == Place("a.md", 3, 8)
    assert (found.body, found.body_line) == ("\n# Reading\n", 5)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("# Reading\n", "front-matter-missing", 1),
        ("", "front-matter-missing", 1),
        ("---\ntitle: Reading\n\n# Reading\n", "front-matter-not-closed", 1),
        ("---\n---\nText\n", "yaml-empty", 2),
        ("---\ntitle: Reading: more\n---\nText\n", "yaml-second-colon", 2),
    ],
)
def test_a_faulty_head_is_told_and_is_none(text, code, line):
    found, (fault,) = parse(text)
    assert (fault.code, fault.place.line) == (code, line)
    assert found.head is None


def test_a_page_without_head_still_has_its_text():
    found, _ = parse("# Reading\n\nText\n")
    assert (found.body, found.body_line) == ("# Reading\n\nText\n", 1)


def test_headings_have_level_number_id_and_line():
    body = "## 1. Purpose {#purpose}\n\n### 2.1 Quorum {: #quorum .wide }\n\n## 2021 results ##\n"
    assert headings(body, 10) == (
        Heading(2, "1", "Purpose", "purpose", 10),
        Heading(3, "2.1", "Quorum", "quorum", 12),
        Heading(2, None, "2021 results", None, 14),
    )


def test_underlined_headings_count():
    assert headings("Purpose {#purpose}\n===\n\nMore\n---\n\ntext\n\n---\n") == (
        Heading(1, None, "Purpose", "purpose", 1),
        Heading(2, None, "More", None, 4),
    )


@pytest.mark.parametrize(
    "body",
    [
        "```\n# a\n```\n",
        "~~~ sh\n# a\n```\n# b\n~~~\n",
        "````\n```\n# a\n````\n",
        "<!--\n# a\n-->\n",
        "```\n# never closed\n",
        "    # indented code\n",
        "#nospace\n",
        "| a |\n|---|\n",
    ],
)
def test_code_comments_and_tables_have_no_headings(body):
    assert headings(body) == ()


def test_a_missing_file_is_told(tmp_path):
    problems = Problems()
    assert read_markdown(tmp_path, "a.md", problems) is None
    assert [p.code for p in problems] == ["file-missing"]


@settings(deadline=None)
@given(st.text(alphabet="-#=`~<!> \nab:{}1.\t", max_size=80))
def test_any_text_is_read(text):
    found, _ = parse(text)
    last = text.count("\n") + 1
    for heading in headings(found.body, found.body_line):
        assert found.body_line <= heading.line <= last
        assert 1 <= heading.level <= 6
