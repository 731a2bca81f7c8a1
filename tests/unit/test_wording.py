"""The catalogue of words: complete, used, and the only place where words are."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from markupsafe import Markup

from truenorth.pages.wording import Wording, WordingError, load_wording

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "theme_overrides").rglob("*.html"))
FRAGMENTS = sorted((ROOT / "theme_overrides" / "pages").glob("*.html"))
MODULES = sorted((ROOT / "hooks").rglob("*.py"))
T = load_wording()
_WORDS = {"t", "words"}


def test_a_phrase_is_filled():
    words = Wording("en", {"a.b": "Since {year}"})
    assert words("a.b", year="2012") == "Since 2012"


def test_what_is_missing_raises():
    words = Wording(
        "en", {"a.b": "Since {year}", "a.c": {"one": "{count} x", "other": "{count} xs"}}
    )
    with pytest.raises(WordingError, match=r"a\.x"):
        words("a.x")
    with pytest.raises(WordingError, match="year"):
        words("a.b")
    with pytest.raises(WordingError, match="year"):
        words("a.b", year=None)
    with pytest.raises(WordingError, match="count"):
        words("a.c")


def test_plurals_are_chosen_by_count():
    assert T("sentences.describe.figures", count=1, last="3%", last_period="2012") == (
        "One figure: 3% in 2012."
    )
    assert T("report_card.tier.headline", count=1) == "1 headline indicator"
    assert T("report_card.tier.headline", count=1200) == "1,200 headline indicators"


def test_values_that_are_html_stay_html_and_the_rest_is_escaped():
    words = Wording("en", {"a.b": "<{name}> {link}"})
    filled = words("a.b", name="<i>", link=Markup("<a>x</a>"))
    assert isinstance(filled, Markup)
    assert filled == "&lt;&lt;i&gt;&gt; <a>x</a>"


def test_a_value_that_looks_like_a_placeholder_is_not_filled_again():
    words = Wording("en", {"a.b": "{one} {two}"})
    assert words("a.b", one="{two}", two="x") == "{two} x"


class Used:
    """Keys as code and templates name them: whole, or beginning and end around a variable."""

    def __init__(self) -> None:
        self.whole: set[str] = set()
        self.called: set[str] = set()
        self.patterns: set[str] = set()

    def python(self, file: Path) -> None:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                self.whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [p.value if isinstance(p, ast.Constant) else None for p in node.values]
                self.pattern(parts)
            elif isinstance(node, ast.Call) and _is_words(node.func) and _is_whole(node.args):
                self.called.add(node.args[0].value)

    def template(self, file: Path) -> None:
        tree = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            if not (isinstance(call.node, nodes.Name) and call.node.name == "t" and call.args):
                continue
            for key in _alternatives(call.args[0]):
                if isinstance(key, nodes.Const):
                    self.called.add(key.value)
                elif isinstance(key, nodes.Concat):
                    self.pattern([getattr(part, "value", None) for part in key.nodes])
                elif isinstance(key, nodes.Add):
                    self.pattern([getattr(part, "value", None) for part in (key.left, key.right)])

    def pattern(self, parts: list[str | None]) -> None:
        first = parts[0] if parts else None
        if isinstance(first, str) and re.match(r"[a-z_]+\.", first):
            self.patterns.add("".join(".+" if p is None else re.escape(p) for p in parts))

    def uses(self, key: str) -> bool:
        named = key in self.whole or key in self.called
        return named or any(re.fullmatch(pattern, key) for pattern in self.patterns)


def _is_words(node: ast.expr) -> bool:
    name = node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
    return name in _WORDS


def _is_whole(arguments: list[ast.expr]) -> bool:
    return bool(arguments) and isinstance(arguments[0], ast.Constant)


def _alternatives(node: nodes.Node) -> list[nodes.Node]:
    if isinstance(node, nodes.CondExpr):
        return [*_alternatives(node.expr1), *(_alternatives(node.expr2) if node.expr2 else [])]
    return [node]


@pytest.fixture(scope="module")
def used() -> Used:
    found = Used()
    for file in MODULES:
        found.python(file)
    for file in TEMPLATES:
        found.template(file)
    return found


def test_every_key_that_is_used_is_in_the_catalogue(used):
    assert sorted(key for key in used.called if key not in T.phrases) == []


def test_every_key_that_is_composed_has_phrases(used):
    files = {key.split(".")[0] for key in T.phrases}
    ours = {p for p in used.patterns if p.split("\\.")[0] in files and "/" not in p}
    unmet = {p for p in ours if not any(re.fullmatch(p, key) for key in T.phrases)}
    assert unmet == set()


def test_every_key_of_the_catalogue_is_used(used):
    assert sorted(key for key in T.phrases if not used.uses(key)) == []


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_templates_hold_no_words(file):
    """No letter stands outside of expressions, tags and attributes that are not read aloud."""
    source = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", file.read_text("utf-8"), flags=re.S)
    reader = _Words()
    reader.feed(source)
    assert reader.words == []


class _Words(HTMLParser):
    """Letters in text, and in attributes that people hear or see."""

    SPOKEN = frozenset({"aria-label", "title", "alt", "placeholder", "data-label"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        if re.search(r"[^\W\d_]", data):
            self.words.append(data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in self.SPOKEN and value and re.search(r"[^\W\d_]", value):
                self.words.append(f"{name}={value}")


def test_a_singular_needs_nothing_that_its_plural_does_not():
    for key, forms in T.phrases.items():
        if not isinstance(forms, str):
            one, other = (set(re.findall(r"\{([a-z_]+)\}", forms[f])) for f in ("one", "other"))
            assert one <= other, key
