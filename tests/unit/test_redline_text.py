"""A redline in the terminal and as Markdown, and the commands that print it."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from tests.riverbend import CHARTER, RIVERBEND, TODAY, copied, document, edit, epoch, project
from truenorth.changes import find_changes, report
from truenorth.cli import main
from truenorth.pages.compact.changes import changes
from truenorth.pages.prose.prose import to_html
from truenorth.pages.wording import load_wording
from truenorth.redline_text import escape, to_markdown, to_terminal

WORDS = load_wording()
ATTACKS = [
    "<script>alert(1)</script>",
    "</ins></del><img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](https://elsewhere.example/x.png)",
    "`code` **bold** _em_ ~~gone~~ | cell |",
    "@everyone #1 https://elsewhere.example",
    "# Title",
    "- item",
    "1. item",
    "---",
    "&lt;b&gt; &#60;b&#62;",
    "$x$ {.class}",
    "> quoted",
]


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(TODAY))


@pytest.fixture(scope="module")
def compared():
    return changes(*document(project(RIVERBEND)).held)


def run(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


def test_the_terminal_has_marks_that_need_no_color(compared):
    plain = to_terminal(WORDS, compared)
    assert "[-families-]{+families and young people+}" in plain or "{+and young people+}" in plain
    assert "\x1b" not in plain
    colored = to_terminal(WORDS, compared, color=True)
    assert re.sub(r"\x1b\[\d+m", "", colored) == plain


def test_markdown_folds_what_did_not_change(compared):
    told = to_markdown(WORDS, compared)
    assert "1 section without changes" in told
    assert "<ins>Young people at work</ins>" in told
    assert "so that every child" not in told


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_people_write_becomes_markup(attack):
    html = to_html(escape(attack), lambda link: link)
    assert re.findall(r"<(?!/?p>)[^>]*>", html) == []
    text = re.sub(r"</?p>", "", html).replace("\u200b", "").strip()
    unescaped = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), text)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        unescaped = unescaped.replace(entity, sign)
    assert unescaped == attack


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_a_text_stays_a_text(tmp_path, attack):
    root = copied(tmp_path)
    edit(root, CHARTER, "Two seats of the council", f"{attack} of the council")
    told = report(WORDS, find_changes(root), markdown=True)
    tags = set(re.findall(r"<[^>]*>", told))
    assert tags <= {"<ins>", "</ins>", "<del>", "</del>"}


def test_the_terminal_is_not_steered(tmp_path):
    root = copied(tmp_path)
    edit(root, CHARTER, "Two seats of the council", "\x9b31m\u202eTwo seats of the council")
    told = report(WORDS, find_changes(root), markdown=False)
    assert "Two seats" in told
    assert not {"\x9b", "\u202e"} & set(told)


def test_redline_names_versions_current_and_proposed():
    root = str(RIVERBEND)
    assert "Charter: version 2024 and version 2025" in run(
        "redline", "charter", "2024", "2025", "--root", root
    )
    same = run("redline", "charter", "current", "proposed", "--root", root)
    assert "The two texts say the same" in same
    told = run("redline", "goals", "current", "proposed", "--format", "markdown", "--root", root)
    assert "<ins>" in told


def test_redline_says_what_it_does_not_know():
    root = str(RIVERBEND)
    assert "Did you mean" in run("redline", "chartr", "2024", "2025", "--root", root, code=1)
    assert "No text of" in run("redline", "charter", "2010", "2025", "--root", root, code=1)


def test_changes_name_goals_and_indicators():
    told = run("changes", "--format", "markdown", "--root", str(RIVERBEND))
    assert "A plan after school" in told
    assert "January 29, 2026" in told


def test_verify_history_prints_every_fingerprint(tmp_path):
    root = copied(tmp_path)
    told = run("verify-history", "--root", str(root))
    assert told.count("versions/") == 5
    assert "Not checked: There is no history of git here" in told
    edit(root, "content/compact/charter/versions/2024.md", "in equal parts", "in parts")
    assert "adopted-text-changed" in run("verify-history", "--root", str(root), code=1)


def test_adopt_tells_why_not(tmp_path):
    root = copied(tmp_path)
    asked = ("--decision", "adopt-charter-2025", "--effective", "2026-05-01", "--root", str(root))
    told = run("adopt", "charter", "2026", *asked, code=1)
    assert "Nothing was adopted, and no file was changed." in told
    assert "nothing-to-adopt" in told
