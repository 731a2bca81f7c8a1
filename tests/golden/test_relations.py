"""That a finished site is held against its records: no dead end, and nothing that is internal."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.golden.reading import pages_of
from tests.riverbend import TODAY, add, copied, edit, epoch, project
from truenorth.build import build_site
from truenorth.pages.relations import relations
from truenorth.problems import Problems
from truenorth.site.verify.finding import Findings
from truenorth.site.verify.relation_checks import check_relations
from truenorth.site.verify.site_files import SiteFiles

URL = "https://river.example/below/"
GOAL, SECTION, INDICATOR = "/goals/read/", "/compact/goals/", "/indicators/reading/"
CONSTELLATION = "/constellations/reading-circle/"
ORGANIZATION = "/partners/city-of-riverbend/"
COMMITMENT = "/commitments/library-cards/"
# Words that stand nowhere else, one for each record of which nobody may learn.
HIDDEN = {
    "data/commitments.yml": """
  - id: quokka-promise
    visibility: internal
    title: Quokkatitle
    text: Quokkatext.
    organizations: [city-of-riverbend]
    constellation: wombat-table
    strategy: numbat-way
    goals: [read]
    section: charter#purpose
    made: 2025-01
    status: in_progress
    updates:
      - {date: 2025-02, text: Quokkanews., basis: self_reported}
    sources: [riverbend-minutes]
""",
    "data/strategies.yml": """
  - id: numbat-way
    visibility: internal
    title: Numbattitle
    text: Numbattext.
    goals: [read]
    indicators: [reading]
    constellations: [wombat-table]
    organizations: [river-college]
    actions:
      - {id: numbat-step, text: Numbatstep., owners: [river-college], due: 2025-03}
    sources: [riverbend-minutes]
""",
    "data/constellations.yml": """
  - id: wombat-table
    visibility: internal
    name: Wombatname
    attractor: Wombatneed.
    goals: [read]
    indicators: [reading]
    conveners: [city-of-riverbend]
    status: active
    since: 2025
    sources: [riverbend-minutes]
""",
    "data/funding.yml": """
  - id: bilby-grant
    visibility: internal
    title: Bilbytitle
    kind: joint
    funders: [otter-foundation]
    recipients: [{constellation: wombat-table, amount: 777123}]
    amount: 777123
    since: 2025-01
    sources: [riverbend-minutes]
""",
    "data/agreements.yml": """
  - id: potoroo-terms
    visibility: internal
    title: Potorootitle
    kind: data_sharing
    form: bilateral
    parties: [river-college, city-of-riverbend]
    enables: Potorootext.
    since: 2025-01
    until: 2026-03
    sources: [riverbend-minutes]
""",
}
MEETING = """---
title: Dunnarttitle
first_day: 2026-03-05
status: planned
visibility: internal
constellation: wombat-table
starts: "09:00"
place: Dunnartplace
agenda:
  - {title: Dunnartsession, takeaways: [Dunnartlearned.], speakers: [river-college]}
---

Dunnartminutes.
"""
WORDS = ("quokka", "numbat", "wombat", "bilby", "777123", "777,123", "potoroo", "dunnart")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The fictional partnership with internal records among the others."""
    root = copied(tmp_path_factory.mktemp("relations"))
    for file, record in HIDDEN.items():
        add(root, file, record)
    (root / "content/meetings/dunnart-2026.md").write_text(MEETING, "utf-8")
    return root


@pytest.fixture(scope="module")
def site(root):
    """Its site; the build itself refuses one in which a relation is missing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", epoch(TODAY))
        problems = build_site(root, root.parent / "site", site_url=URL)
    assert [f"{p.place.file}: {p.what}" for p in problems] == []
    return root.parent / "site"


@pytest.fixture(scope="module")
def pages(site):
    return pages_of(site)


def missing(site: Path, pairs) -> list[tuple[str, str]]:
    """The page of each relation that is missing, and the address it does not lead to."""
    problems = Problems()
    check_relations(SiteFiles(site, URL), pairs, Findings(problems, {}))
    return [(p.place.file, p.what) for p in problems if p.code == "site-relation-missing"]


def test_every_relation_of_the_records_can_be_followed_both_ways(root, site):
    pairs = relations(project(root))
    assert len(pairs) > 200
    assert (GOAL, COMMITMENT) in pairs
    assert (COMMITMENT, GOAL) in pairs
    assert missing(site, pairs) == []


@pytest.mark.parametrize(
    ("page", "there"),
    [(COMMITMENT, CONSTELLATION), (CONSTELLATION, COMMITMENT), (GOAL, INDICATOR)],
)
def test_a_link_that_is_gone_is_found(root, site, tmp_path, page, there):
    """Each way for itself: from a record to what it names, and back."""
    changed = Path(shutil.copytree(site, tmp_path / "site"))
    file = changed / page.strip("/") / "index.html"
    html = file.read_text("utf-8")
    link = f'href="../..{there}"'
    assert link in html
    file.write_text(html.replace(link, 'href="../../"'), "utf-8")
    ((where, what),) = missing(changed, relations(project(root)))
    assert where == f"{page.strip('/')}/index.html"
    assert there in what


def test_nothing_internal_reaches_the_site(site):
    for path in site.rglob("*"):
        if not path.is_file():
            continue
        content = path.read_bytes()
        content = (gzip.decompress(content) if path.suffix == ".gz" else content).lower()
        told = [word for word in WORDS if word.encode() in content or word in path.name]
        assert told == [], path.relative_to(site)


def test_the_site_is_the_one_without_them(site, tmp_path, monkeypatch):
    """Not even a count or an order tells that there is more."""
    without = copied(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(TODAY))
    assert list(build_site(without, tmp_path / "site", site_url=URL)) == []
    names = {p.relative_to(site) for p in site.rglob("*") if p.is_file()}
    assert names == {
        p.relative_to(tmp_path / "site") for p in (tmp_path / "site").rglob("*") if p.is_file()
    }
    differ = [n for n in names if (site / n).read_bytes() != (tmp_path / "site" / n).read_bytes()]
    assert differ == []


def test_once_they_are_public_they_are_there(root, tmp_path):
    """Guards the two tests above: without the one word the same records have pages."""
    shown = Path(shutil.copytree(root, tmp_path / "shown"))
    edit(shown, "data/constellations.yml", "    visibility: internal\n", "")
    edit(shown, "data/strategies.yml", "    visibility: internal\n", "")
    pairs = relations(project(shown))
    assert ("/strategies/numbat-way/", "/constellations/wombat-table/") in pairs


def leads(pages, address: str) -> set[str]:
    """Where the main column of a page leads within the site, without what stands after #."""
    here = URL + address.lstrip("/")
    targets = (urljoin(here, link).partition("#")[0] for link in pages[address].links)
    return {f"/{t.removeprefix(URL)}" for t in targets if t.startswith(URL)} - {address}


WALK = [
    (GOAL, SECTION),
    (SECTION, GOAL),
    (GOAL, INDICATOR),
    (INDICATOR, CONSTELLATION),
    (CONSTELLATION, ORGANIZATION),
    (ORGANIZATION, COMMITMENT),
    (COMMITMENT, CONSTELLATION),
    (COMMITMENT, GOAL),
    (INDICATOR, GOAL),
]


@pytest.mark.parametrize(("here", "there"), WALK)
def test_a_reader_walks_from_a_goal_around_and_back(pages, here, there):
    assert there in leads(pages, here)


def test_the_commitment_on_the_way_says_how_it_fares(pages):
    page = pages[COMMITMENT].column
    assert "Half of the schools have handed out the cards." in page
    assert "All nine schools have handed out the cards." in page


def test_no_page_is_a_dead_end(pages):
    """Every page that can be reached from the goal leads on within its main column."""
    pages = {address: page for address, page in pages.items() if address != "/404.html"}
    reached, next_ones = set(), {GOAL}
    while next_ones:
        reached |= next_ones
        next_ones = {
            there for here in next_ones for there in leads(pages, here) if there in pages
        } - reached
    assert {GOAL, SECTION, INDICATOR, CONSTELLATION, ORGANIZATION, COMMITMENT} <= reached
    assert [here for here in sorted(reached) if not leads(pages, here) & pages.keys()] == []
