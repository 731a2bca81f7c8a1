"""The fictional Riverbend through the whole pipeline: planned, written and verified."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from truenorth.build import build_site

RIVERBEND = Path(__file__).parents[1] / "golden" / "riverbend"
FEBRUARY_2026 = "1769904000"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site as it stands on February 1, 2026."""
    folder = tmp_path_factory.mktemp("riverbend")
    root = folder / "project"
    shutil.copytree(RIVERBEND, root, ignore=shutil.ignore_patterns(".cache"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", FEBRUARY_2026)
        problems = build_site(root, folder / "site", site_url="https://river.example/below/")
    assert not problems.errors, [f"{p.place.file}: {p.what}" for p in problems]
    return folder / "site"


pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "file",
    [
        "compact/charter/index.html",
        "compact/charter/2024/index.html",
        "compact/charter/2025/index.html",
        "compact/charter/compare/2024/2025/index.html",
        "compact/goals/proposed/index.html",
        "compact/in-force/index.html",
        "compact/amendments/index.html",
        "compact/completeness/index.html",
        "compact/signers/index.html",
        "timeline/index.html",
        "phases/index.html",
        "stewards/index.html",
        "compact/manifest.json",
        "compact/changes.xml",
        "assets/in-force.js",
    ],
)
def test_every_kind_of_page_is_written(site, file):
    assert (site / file).is_file()


def test_program_measures_stand_apart_on_every_indicator_they_name(site):
    reading = (site / "indicators/reading/index.html").read_text(encoding="utf-8")
    assert reading.count('id="programs"') == 1
    assert "1,260 (2024-25)" in reading and "62% of 504 (2024-25)" in reading
    assert "No figure here says how well it was done." in reading
    wanted = (site / "indicators/plan-after-school/index.html").read_text(encoding="utf-8")
    assert "1,260 (2024-25)" in wanted and "62%" not in wanted


def test_the_story_says_what_nobody_knows(site):
    reading = (site / "indicators/reading/index.html").read_text(encoding="utf-8")
    assert "Not tested." in reading and "We do not know what helps" in reading
    wanted = (site / "indicators/plan-after-school/index.html").read_text(encoding="utf-8")
    assert 'id="what-helps"' not in wanted


def test_old_versions_name_themselves_and_are_left_out_of_searches(site):
    old = (site / "compact/charter/2024/index.html").read_text(encoding="utf-8")
    assert 'href="https://river.example/below/compact/charter/2024/"' in old
    assert '<meta name="robots" content="noindex">' in old
    assert "/compact/charter/2024/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/compact/charter/2024/" not in (site / "search/search_index.json").read_text("utf-8")


def test_the_stewards_desk_is_public_and_left_out_of_searches(site):
    desk = (site / "stewards/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in desk
    assert 'href="../stewards/"' in (site / "timeline/index.html").read_text(encoding="utf-8")
    assert "/stewards/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "stewards/" not in (site / "search/search_index.json").read_text("utf-8")


def test_the_script_is_a_file_of_the_site_and_the_feed_is_named(site):
    page = (site / "compact/in-force/index.html").read_text(encoding="utf-8")
    assert 'src="../../assets/in-force.js"' in page
    assert 'href="../changes.xml"' in page
