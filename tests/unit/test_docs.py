"""What README and its neighbors say is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DOCS = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "TERMS.md")
TOP = ("content", "data", "hooks", "tests", "theme_overrides", ".ci", ".github")
# Made by the first run, so rightly not in the repository.
MADE = (".venv", "site")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))


def commands() -> dict:
    from truenorth.cli import main

    return main.commands


def anchors(markdown: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", markdown, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def named_files(markdown: str) -> set[str]:
    """Paths in code marks that begin with a folder of ours, or end like a file at the top."""
    for_people = re.sub(r"```.*?```", "", markdown, flags=re.DOTALL)
    named = re.findall(r"`([\w./*-]+)`", for_people)
    return {
        name
        for name in named
        if "." in name.strip("./") or name.split("/")[0] in TOP
        if not name.startswith("/") and name.split("/")[0] not in MADE
    }


@pytest.mark.parametrize("doc", DOCS)
def test_every_make_target_exists(doc):
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text(doc), re.MULTILINE))
    assert named <= targets()


def test_every_target_is_explained():
    shown = text("README.md") + text("CONTRIBUTING.md")
    assert [t for t in sorted(targets() - {"help"}) if f"make {t}" not in shown] == []


@pytest.mark.parametrize("doc", DOCS)
def test_every_named_file_exists(doc):
    endings = re.compile(r"^\.[a-z]+$")  # `.csv` names a kind of file
    missing = [
        name
        for name in sorted(named_files(text(doc)))
        if not endings.match(name) and not stands(name) and not is_nested(name)
    ]
    assert missing == []


def stands(name: str) -> bool:
    """Whether it exists; a folder that a first use makes needs only the one around it."""
    around = name.rstrip("/").rpartition("/")[0] if name.endswith("/") else name
    return any(ROOT.glob(around or name))


def is_nested(name: str) -> bool:
    """Whether a bare file name, such as datapackage.yaml, is one of many in data/."""
    return "/" not in name and any((ROOT / "data").rglob(name))


@pytest.mark.parametrize("doc", DOCS)
def test_every_link_leads_somewhere(doc):
    for target in re.findall(r"\]\(([^)\s]+)\)", text(doc)):
        if target.startswith("https://"):
            continue
        file, _, anchor = target.partition("#")
        assert not file or (ROOT / file).exists(), target
        assert not anchor or anchor in anchors(text(file or doc)), target


def test_every_command_is_documented_and_no_other():
    shown = set(re.findall(r"^\| `truenorth ([a-z-]+)", text("README.md"), re.MULTILINE))
    assert shown == set(commands())


def test_every_command_explains_itself():
    for name, command in commands().items():
        assert command.help, name
        assert all(p.help for p in command.params if p.param_type_name == "option"), name


def test_the_issue_form_is_the_one_pages_link_to():
    form = yaml.safe_load(text(".github/ISSUE_TEMPLATE/report-problem.yml"))
    assert "page" in [field.get("id") for field in form["body"]]
    linking = "\n".join(p.read_text("utf-8") for p in (ROOT / "hooks").rglob("*.py"))
    named = set(re.findall(r'"([\w-]*problem[\w-]*\.yml)"', linking))
    assert named == {"report-problem.yml"}


def test_owners_own_what_exists():
    lines = [li.split()[0] for li in text(".github/CODEOWNERS").splitlines() if li.startswith("/")]
    assert [path for path in lines if not (ROOT / path.strip("/")).exists()] == []


def test_the_license_is_whole():
    body = text("LICENSE")
    assert "Apache License" in body
    assert "END OF TERMS AND CONDITIONS" in body
