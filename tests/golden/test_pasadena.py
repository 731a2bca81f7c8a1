"""Collaborate PASadena from end to end: a partnership that signs nothing and promises nothing."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.golden.reading import pages_of
from truenorth.build import build_site

PASADENA = Path(__file__).parent / "pasadena"
FEBRUARY_2018 = "1517443200"
NOTICE = (
    "This is a test fixture made from public facts with synthetic figures. "
    "It is not a publication of Collaborate PASadena."
)
# What nobody did there: no page may speak of it, not even to say that there is none.
NOT_DONE = re.compile(
    r"\b(sign(ed|ing|ers?|ator\w*|atures?)?|co-?sign\w*|unsigned|MOUs?|memorand\w+|commit(s|ted)?"
    r"|commitments?|promis\w+|pledg\w+|agreements?|reaffirm\w*|ratif\w+)\b",
    re.IGNORECASE,
)
# Words of other partnerships: this one has its own for them.
OTHERS = re.compile(
    r"\b(constellations?|goals?|conveners?|stewardship groups?|base points?"
    r"|baseline projections?|signers?|compacts?)\b",
    re.IGNORECASE,
)
# An element of every common agenda, named by the field and not by a partnership.
NAMED_BY_THE_FIELD = "A clear goal for change"
WHAT_IT_HAS_NOT = (
    "compact/signers", "compact/in-force", "compact/amendments", "commitments", "agreements",
    "strategies", "meetings", "decisions", "assessments", "phases", "editions",
)  # fmt: skip

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site as it stands on February 1, 2018."""
    folder = tmp_path_factory.mktemp("pasadena")
    root = folder / "project"
    shutil.copytree(PASADENA, root, ignore=shutil.ignore_patterns(".cache"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", FEBRUARY_2018)
        patch.delenv("SITE_URL", raising=False)
        problems = build_site(root, folder / "site")
    assert [f"{p.place.file}: {p.what}" for p in problems] == []
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site):
    return pages_of(site)


def without_addresses(words: str) -> str:
    """Only a term in prose counts: an address or the name of a file is nobody's word."""
    return re.sub(r"\S*/\S*|\S+\.(md|yml|yaml|json|csv)\b", " ", words)


def test_no_page_speaks_of_what_nobody_did(pages):
    said = {
        address: found
        for address, page in pages.items()
        if (found := [m[0] for m in NOT_DONE.finditer(without_addresses(page.words))])
    }
    assert said == {}


def test_no_other_file_speaks_of_it(site):
    texts = [p for p in site.rglob("*") if p.suffix in (".json", ".xml", ".csv", ".svg", ".ics")]
    assert {p.name for p in texts} >= {"search_index.json", "sitemap.xml", "catalogue.json"}
    for path in texts:
        found = NOT_DONE.search(without_addresses(path.read_text("utf-8")))
        assert found is None, f"{path.relative_to(site)}: {found}"


@pytest.mark.parametrize("folder", WHAT_IT_HAS_NOT)
def test_what_it_has_not_has_neither_page_nor_link(site, pages, folder):
    assert not (site / folder).exists()
    html = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    assert not re.search(rf'href="[./]*{folder}/', html)


def test_every_page_has_something_to_read(pages):
    short = {a: p.column for a, p in pages.items() if len(p.column) < 120}
    assert short == {}


def test_every_page_says_that_it_is_a_fixture(pages):
    assert [address for address, page in pages.items() if NOTICE not in page.words] == []


def test_it_says_what_it_is_not(pages):
    assert "a formal partnership" in pages["/"].words


def test_its_own_words_stand_on_every_page(pages):
    other = {
        address: found
        for address, page in pages.items()
        if (found := OTHERS.findall(without_addresses(page.words).replace(NAMED_BY_THE_FIELD, "")))
    }
    assert other == {}


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/goals/", "Population outcomes"),
        ("/constellations/", "4 working groups"),
        ("/indicators/not-ready-for-kindergarten/", "the baseline forecast made on"),
        ("/indicators/not-ready-for-kindergarten/", "End of history"),
    ],
)
def test_they_are_those_of_a_leadership_council(pages, address, words):
    assert words in pages[address].column


def test_the_council_has_fifteen_seats(pages):
    people = pages["/people/"].column
    assert "15 seats for 10 constituencies: 2 + 2 + 1 + 1 + 2 + 1 + 2 + 1 + 2 + 1 = 15" in people
    assert "Who holds the seats is not published." in people
    assert "the governing agency appoints them" in people
    assert "vacant" not in people


def test_the_budget_adds_up(pages):
    funding = pages["/funding/"].column
    assert "In all: $50,000." in funding
    assert funding.count("Amount $25,000") == 2


def test_fewer_children_than_projected_is_better(pages):
    page = pages["/indicators/not-ready-for-kindergarten/"].column
    assert (
        "2016-17, against the baseline forecast of December 15, 2014: Better than projected."
        in page
    )
    assert "Lower is better" in page
    assert "Synthetic" in page or "synthetic" in page


def test_the_groups_are_not_given_names_that_no_source_states(pages):
    for number in range(1, 5):
        page = pages[f"/constellations/result-team-{number}/"].column
        assert "does not name them; the number is ours" in page


def test_the_search_and_the_catalogue_know_it(site):
    entries = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    assert any("Leadership Council" in entry["title"] for entry in entries)
    (one,) = json.loads((site / "data/catalogue.json").read_text("utf-8"))["indicators"]
    assert one["latest"]["value"] == 540
