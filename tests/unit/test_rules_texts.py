"""What a Markdown text may contain."""

from __future__ import annotations

from pathlib import Path

import pytest

from truenorth.problems import Problems
from truenorth.sources.markdown_text import MarkdownFile
from truenorth.texts import check_text


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("content/index.md", "content/about/index.md", "content/a (b).md",
                 "content/assets/river.png", "content/assets/a hill.jpg"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def codes(root: Path, body: str) -> list[str]:
    problems = Problems()
    check_text(root, MarkdownFile("content/index.md", None, body, 5), problems)
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "body",
    [
        "[About](about/index.md#top), [here](#here), [there](/goals/), [out](https://a.example)",
        "[A](<a (b).md>) and [B](a%20(b).md)",
        "![A hill](<assets/a hill.jpg>) ![A hill](assets/a%20hill.jpg)",
        '[![The river](assets/river.png "From the north")](about/index.md)',
        "Write to <mail@riverbend.example> or see <https://riverbend.example/?a=1>.",
        "2 < 3, a<b, H<sub>2</sub>O<br>\n<!-- <script>a note</script> -->",
        "`<script>` and ``[x](gone.md)`` and\n\n    ~~~\n\n~~~html\n<iframe>\n~~~\n",
        "A footnote.[^1]\n\n[^1]: one.md is only a name here.",
        "Expected in only one of one hundred; ontario=1 is no attribute.",
    ],
)
def test_sound_texts_pass(root: Path, body: str):
    assert codes(root, body) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<SCRIPT\nsrc='x'>", "html-not-allowed"),
        ("<svg/src=x>", "html-not-allowed"),
        ("<details ontoggle=alert(1)>", "program-in-text"),
        ("word { onmouseover=alert(1) }", "program-in-text"),
        ("[a]( JavaScript:alert(1))", "unsafe-link"),
        ("[a](java&#115;cript:alert(1))", "unsafe-link"),
        ("[a](data:text/html,x)", "unsafe-link"),
        ("[a][b]\n\n[b]: vbscript:x", "unsafe-link"),
        ("[a](About/index.md)", "link-to-nowhere"),
        ("[a](about/)", "link-to-nowhere"),
        ("[a](../data/goals.yml)", "link-out-of-content"),
        ("![ ](assets/river.png)", "picture-without-text"),
        ("![][river]\n\n[river]: assets/river.png", "picture-without-text"),
        ("<img src=assets/river.png>", "picture-without-text"),
        ("![A](//a.example/b.png)", "picture-elsewhere"),
        ("![A](data:image/png;base64,AA)", "picture-elsewhere"),
        ("![A](../../etc/b.png)", "picture-missing"),
        ("Title\n=====", "title-in-text"),
        ("lorem  ipsum is fine, Lorem ipsum is not", "placeholder-text"),
    ],
)
def test_unsound_texts_are_told(root: Path, body: str, code: str):
    assert codes(root, body) == [code]
