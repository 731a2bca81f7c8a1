"""A whole site as a project."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from truenorth.compact.load_texts import fingerprint
from truenorth.content_pages import address_of
from truenorth.problems import Problems
from truenorth.project import Project, load_project
from truenorth.sources.yaml_text import read_yaml

SMALL = Path(__file__).parents[1] / "golden" / "small"
TODAY = datetime.date(2023, 1, 1)
YAML = sorted(p.relative_to(SMALL).as_posix() for p in SMALL.rglob("*.y*ml"))


@pytest.fixture(scope="module")
def project() -> Project:
    problems = Problems()
    found = load_project(SMALL, TODAY, problems)
    assert list(problems) == []
    assert found is not None
    return found


def test_records_come_in_display_order(project: Project):
    assert [goal.id for goal in project.goals] == ["ready", "read"]
    assert [o.name for o in project.organizations] == [
        "City of Riverbend", "Otter Foundation", "Riverbend Schools"
    ]  # fmt: skip
    assert [i.id for i in project.indicators] == ["reading", "ready-for-school"]
    assert [d.id for d in project.documents] == ["charter", "goals"]


def test_records_are_found_by_kind_and_id(project: Project):
    assert project.find("organizations", "otter-foundation").name == "Otter Foundation"
    assert project.find("places", "riverbend").name == "Riverbend"
    with pytest.raises(KeyError):
        project.find("organizations", "otter")


def test_every_record_knows_where_it_stands(project: Project):
    place = project.origins[("organizations", "city-of-riverbend")]
    assert (place.file, place.line) == ("data/organizations.yml", 10)
    assert project.origins[("indicators", "reading")].file.endswith("reading/datapackage.yaml")
    assert project.origins[("documents", "charter")].file == "content/compact/charter/index.md"


def test_rows_become_observations(project: Project):
    reading = project.find("indicators", "reading")
    first, hidden = reading.observations[0], reading.observations[-1]
    assert (first.period, first.end, first.value, first.groups) == ("2016-17", 2017, 51.5, ())
    assert (first.file, first.line) == ("data/indicators/reading/reading.csv", 2)
    assert hidden.groups == (("gender", "Nonbinary"),)
    assert (hidden.disclosure, hidden.value) == ("suppressed", None)
    assert reading.story.head.authors == ("The Reading Circle",)


def test_sections_keep_number_id_and_line(project: Project):
    charter = project.find("documents", "charter")
    assert [(s.id, s.number, s.level, s.line) for s in charter.sections] == [
        ("purpose", "1", 2, 11), ("means", "1.1", 3, 15), ("working-together", "2", 2, 19)
    ]  # fmt: skip
    assert charter.preamble == "We, the partners, agree on this charter."
    assert charter.register.versions[0].label == "2015"


def test_pages_have_addresses(project: Project):
    assert [page.address for page in project.pages] == ["/about/", "/compact/", "/"]
    assert address_of("methods.md") == "/methods/"


def test_stories_and_versions_are_no_pages(tmp_path: Path):
    site = tmp_path / "site"
    shutil.copytree(SMALL, site)
    version = site / "content/compact/charter/versions/2015.md"
    version.parent.mkdir()
    version.write_bytes((site / "content/compact/charter/index.md").read_bytes())
    register = site / "data/register/charter.yml"
    listed = f"text: full\n    sha256: {fingerprint(version.read_bytes())}"
    register.write_text(register.read_text("utf-8").replace("text: not_held", listed), "utf-8")
    found = load_project(site, TODAY, Problems())
    assert [page.address for page in found.pages] == ["/about/", "/compact/", "/"]


def test_a_folder_without_anything_is_told_and_not_thrown(tmp_path: Path):
    problems = Problems()
    assert load_project(tmp_path, TODAY, problems) is None
    assert {p.place.file for p in problems} == {
        "data/partnership.yml", "data/sources.yml", "data/organizations.yml", "data/goals.yml"
    }  # fmt: skip


@pytest.mark.parametrize("file", YAML)
@pytest.mark.parametrize("instead", [None, "text", [["a"]], {"k": "v"}], ids=str)
def test_any_part_of_any_shape_is_told_and_not_thrown(file: str, instead, tmp_path: Path):
    """Each key at the top of each file, replaced by something else."""
    site = tmp_path / "site"
    shutil.copytree(SMALL, site)
    whole = read_yaml(SMALL, file, Problems()).data
    for key in whole:
        (site / file).write_text(json.dumps(whole | {key: instead}), encoding="utf-8")
        problems = Problems()
        found = load_project(site, TODAY, problems)
        assert (found is None) == (problems.errors > 0)
