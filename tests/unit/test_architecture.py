"""The house keeps its plan: who imports what, how large a room is, what is never left lying."""

from __future__ import annotations

import ast
import os
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "truenorth"
MODULES = sorted(PACKAGE.rglob("*.py"))
DOMAINS = ("partnership", "compact", "reportcard")

# In a domain, these read files and report problems; every other module computes.
READING = {"__init__", "load", "load_texts", "rules", "rows", "vintage_files"}
# Parts of the standard library that touch files, other programs or the clock.
OUTSIDE = {
    "io",
    "os",
    "pathlib",
    "random",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "time",
    "urllib",
}
# What is made here and never committed, for copies without git.
MADE = {".cache", ".hypothesis", ".pytest_cache", ".ruff_cache", ".venv", "__pycache__"}
LONGEST = 400
MEDIAN = 130


def module_name(file: Path) -> str:
    return ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def imports(file: Path) -> Iterator[str]:
    """The modules a file imports, wherever in it the import stands."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def lines(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


def domain_files(*, computing: bool) -> list[Path]:
    files = [file for domain in DOMAINS for file in (PACKAGE / domain).rglob("*.py")]
    return sorted(f for f in files if is_reading(f) != computing)


def is_reading(file: Path) -> bool:
    return file.stem in READING or file.stem.endswith("_rules")


def models() -> list[Path]:
    return sorted((*PACKAGE.glob("*/model.py"), *PACKAGE.glob("*/model/[!_]*.py")))


def committed() -> list[Path]:
    """Files that belong to the repository; all of them where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        found = [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]
    else:
        found = [f for f in ROOT.rglob("*") if not MADE.intersection(f.relative_to(ROOT).parts)]
    return [file for file in found if file.is_file() and not file.is_symlink()]


def test_the_import_contracts_hold():
    linter = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run(
        [linter, "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("file", models(), ids=module_name)
def test_models_import_the_standard_library_and_the_fields_only(file):
    foreign = {
        name
        for name in imports(file)
        if name.split(".")[0] not in sys.stdlib_module_names and name != "truenorth.fields"
        if not name.startswith("truenorth.partnership.model.")  # the one model in several files
    }
    assert foreign == set()


@pytest.mark.parametrize("file", domain_files(computing=True), ids=module_name)
def test_computing_modules_know_records_only(file):
    own = f"truenorth.{file.relative_to(PACKAGE).parts[0]}."
    reading = {own + name for name in READING}
    for name in imports(file):
        ours = name.startswith(own) and name not in reading and not name.endswith("_rules")
        allowed_ours = ours or name in ("truenorth.fields", "truenorth.dates")
        allowed_library = name.split(".")[0] in sys.stdlib_module_names - OUTSIDE
        assert allowed_ours or allowed_library, f"{module_name(file)} imports {name}"


@pytest.mark.parametrize("file", [HOOKS / "publish.py"], ids=module_name)
def test_the_hook_is_an_adapter(file):
    """It maps events of the engine to the product, so it needs no library of ours."""
    known = sys.stdlib_module_names | {"mkdocs", "material", "markupsafe", "truenorth"}
    assert {name for name in imports(file) if name.split(".")[0] not in known} == set()


def test_only_the_clock_asks_what_day_it_is():
    asking = re.compile(r"\b(date|datetime)\.(today|now|utcnow)\(|\btime\.time\(")
    found = {module_name(f) for f in MODULES if asking.search(f.read_text("utf-8"))}
    assert found <= {"truenorth.clock"}


@pytest.mark.parametrize("folder", [HOOKS, ROOT / "tests"], ids=["hooks", "tests"])
def test_no_module_is_too_long(folder):
    long = {str(f.relative_to(ROOT)): lines(f) for f in folder.rglob("*.py") if lines(f) > LONGEST}
    assert long == {}


def test_most_modules_are_short():
    sizes = [lines(file) for file in MODULES if file.name != "__init__.py"]
    assert statistics.median(sizes) <= MEDIAN
    assert sum(size > 250 for size in sizes) <= len(sizes) // 20 + 1


@pytest.mark.parametrize("file", [*MODULES, HOOKS / "publish.py"], ids=module_name)
def test_a_module_says_what_it_holds_and_swallows_nothing(file):
    parsed = tree(file)
    assert ast.get_docstring(parsed), "the module has no docstring"
    caught = [n.lineno for n in ast.walk(parsed) if isinstance(n, ast.ExceptHandler) and not n.type]
    assert caught == []


def test_no_module_is_a_drawer():
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core"}
    assert [f for f in MODULES if f.stem in drawers] == []


def test_the_code_is_linted_and_formatted():
    ruff = Path(sys.executable).parent / "ruff"
    for command in (["check", "--quiet"], ["format", "--check", "--quiet"]):
        result = subprocess.run(
            [ruff, *command, "--no-cache", "hooks", "tests"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stdout + result.stderr


def test_no_file_holds_a_path_of_a_machine():
    a_home = "|".join(f"/{name}/" for name in ("home", "Users", "root", "private", "var/folders"))
    path = re.compile(rf"(?<![\w.:/-])(?:{a_home})\w+|\b[A-Z]:\\\\?Users\b|(?<![\w./-])/tmp/\w+")
    found = []
    for file in committed():
        if file == Path(__file__) or "broken" in file.parts:
            continue
        try:
            body = file.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{file.relative_to(ROOT)}: {m.group()}" for m in path.finditer(body)]
    assert found == []


def test_nothing_is_left_for_later_in_the_code():
    left = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")
    found = [
        str(file.relative_to(ROOT))
        for file in committed()
        if file.suffix in {".py", ".html", ".css", ".js", ".toml", ".yml", ".yaml", ".md"}
        if left.search(file.read_text("utf-8", errors="replace"))
    ]
    assert found == []


def test_the_version_is_one():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    said = re.search(r'__version__ = "([^"]+)"', (PACKAGE / "__init__.py").read_text("utf-8"))
    assert said is None or said.group(1) == project["version"]
