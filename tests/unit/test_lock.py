"""The lock pins everything by hash and names no place to fetch it from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# One entry: the first line and the indented ones that belong to it.
ENTRIES = re.split(r"\n(?=[a-z0-9])", LOCK.strip())


def pinned() -> dict[str, list[str]]:
    """Version of each package; several where they differ by platform."""
    versions: dict[str, list[str]] = {}
    for entry in ENTRIES:
        name, version = re.match(r"([a-z0-9._-]+)==([^\s;\\]+)", entry).groups()
        versions.setdefault(canonicalize_name(name), []).append(version)
    return versions


def asked_for() -> list[str]:
    return [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["dev"],
        *PROJECT["build-system"]["requires"],
    ]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.split("==")[0])
def test_every_package_has_a_version_and_hashes(entry):
    assert re.match(r"[a-z0-9._-]+==\S+", entry)
    assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry)


def test_no_index_address_or_path_is_named():
    assert not re.search(
        r"https?:|file:|--(?:index|extra-index|find-links)|(?m:^\s*-[ierf]\b)", LOCK
    )
    assert not re.search(r"[@\s]/[a-z]|[A-Z]:\\", LOCK)


@pytest.mark.parametrize("wanted", asked_for())
def test_what_the_project_asks_for_is_in_the_lock(wanted):
    requirement = Requirement(wanted)
    versions = pinned().get(canonicalize_name(requirement.name), [])
    assert versions
    assert all(requirement.specifier.contains(version, prereleases=True) for version in versions)


def test_the_engine_stays_below_its_next_series():
    mkdocs = next(r for r in map(Requirement, asked_for()) if r.name == "mkdocs")
    assert "2.0" not in mkdocs.specifier
