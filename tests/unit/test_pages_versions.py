"""Versions, redlines, proposals and the tables of what was in force, on the fictional Riverbend."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from truenorth.compact.model import Register, Version
from truenorth.pages.compact import (
    amendments,
    compact,
    compare,
    completeness,
    documents,
    in_force,
    proposed,
    signers,
    versions,
)
from truenorth.pages.every import every_page
from truenorth.pages.overview.cited import uses
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.site.feeds import changes_feed
from truenorth.site.manifest import manifest
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
RIVERBEND = ROOT / "tests" / "golden" / "riverbend"
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
ATOM = "{http://www.w3.org/2005/Atom}"
LEGISLATION = {
    "@context", "@id", "@type", "abstract", "datePublished", "description", "exampleOfWork",
    "hasPart", "inLanguage", "isBasedOn", "isPartOf", "legislationChanges", "legislationDate",
    "legislationDateVersion", "legislationIdentifier", "legislationLegalForce",
    "legislationLegalValue", "legislationResponsible", "legislationType", "name",
    "temporalCoverage", "url", "version", "workExample",
}  # fmt: skip


@pytest.fixture(scope="module")
def river():
    problems = Problems()
    project = load_project(RIVERBEND, date(2026, 2, 1), problems)
    assert project is not None, [p.what for p in problems]
    return project


def on(project, year: int, month: int, day: int):
    return replace(project, today=date(year, month, day))


def page(module, project, address: str):
    found = {p.address: p for p in module.pages(project, T)}
    return found[address], TEMPLATES.render(found[address])


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_every_page_is_sound(river):
    for found in every_page(river, T):
        html = TEMPLATES.render(found)
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), found.address
        assert set(found.parts) <= set(ids), found.address
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        assert levels[0] == 1 and levels.count(1) == 1, found.address
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), found.address


def test_a_document_shows_the_text_in_force(river):
    _, now = page(documents, river, "/compact/charter/")
    _, before = page(documents, on(river, 2025, 6, 1), "/compact/charter/")
    assert "Version 2025 is in force" in now and "Young people" in now
    assert "Version 2024 is in force" in before and 'id="young-people"' not in before
    assert "Version 2025 is adopted and takes effect on July 1, 2025." in before


def test_a_citation_names_document_version_and_section(river):
    _, html = page(documents, river, "/compact/charter/")
    assert "Riverbend, Charter, version 2025, section 4</cite>" in html
    assert 'href="/compact/charter/2025/#young-people"' in html


def test_a_removed_section_still_answers(river):
    _, html = page(documents, river, "/compact/charter/")
    tombstone = html[html.index('id="money"') :]
    assert "Removed with version 2025." in tombstone
    assert 'href="/compact/bylaws/#paying"' in tombstone
    _, old = page(versions, river, "/compact/charter/2024/")
    assert 'id="money"' in old and "Removed with" not in old


def test_dates_decision_and_signers_are_stated(river):
    _, html = page(documents, river, "/compact/charter/")
    said = text(html)
    assert "Adopted May 20, 2025" in said and "In force from July 1, 2025" in said
    assert "by vote. 9 in favor, 3 against, 1 abstained; 13 of 15 members were there." in said
    assert "4 organizations, 4 people listed here" in said


def test_an_old_version_says_so_and_is_not_indexed(river):
    found, html = page(versions, river, "/compact/charter/2024/")
    assert not found.indexed
    assert "It was in force from April 1, 2024 until July 1, 2025." in html
    assert "Compare with the version in force, 2025" in html
    assert river.documents[0].held[0].sha256 in html


def test_a_version_whose_text_is_not_held_has_its_page(river):
    charter = river.documents[0]
    lost = Version("1999", "A handshake", "superseded", "not_held", adopted="1999", historical=True,
                   decision="not_recorded", sha256=None)  # fmt: skip
    register = replace(charter.register, versions=(lost, *charter.register.versions))
    project = replace(river, documents=(replace(charter, register=register), *river.documents[1:]))
    _, html = page(versions, project, "/compact/charter/1999/")
    assert "The text of this version is not held here." in html
    assert "1999 (only the year is known)" in html
    assert "no source reports how it was decided" in html
    _, first = page(versions, project, "/compact/charter/2024/")
    assert "so what changed cannot be shown" in first
    _, table = page(in_force, project, "/compact/in-force/")
    assert 'data-days="1999-01-01 1999-12-31 2024-04-01 2024-04-01"' in table
    assert "The record gives only the year." in table


def test_a_redline_tells_and_shows_what_changed(river):
    found, html = page(compare, river, "/compact/charter/compare/2024/2025/")
    said = text(html)
    assert "Section 4 (Young people) is new." in said
    assert "Section 5 (Money) was removed." in said
    assert "Section 3 (Who takes part) moved to another place." in said
    assert "1 section did not change" in said
    assert "Section 4 (Young people) is new." in found.description
    assert html.index("<details") < html.index('id="purpose"') < html.index('id="working-together"')


def test_a_summary_warns_of_its_redline(river):
    charter = river.documents[0]
    held = tuple(replace(h, head=replace(h.head, text="summary")) for h in charter.held)
    project = replace(river, documents=(replace(charter, held=held), *river.documents[1:]))
    _, html = page(compare, project, "/compact/charter/compare/2024/2025/")
    assert "not of the words that were signed" in html
    (block,) = page(versions, project, "/compact/charter/2024/")[0].jsonld
    assert "not the text that" in block["abstract"]
    assert block["legislationLegalValue"].endswith("UnofficialLegalValue")


def test_a_proposal_stands_apart_with_its_steps(river):
    _, html = page(proposed, river, "/compact/goals/proposed/")
    said = text(html)
    assert "It is not in force, and nobody has agreed to it yet." in said
    assert "Notice was given on January 15, 2026." in said
    assert "Comments are taken until February 15, 2026." in said
    assert "on January 29, 2026 at the earliest" in said
    assert "at least two thirds of the votes cast" in said
    assert "<ins>" in html
    _, goals = page(documents, river, "/compact/goals/")
    assert 'href="/compact/goals/proposed/"' in goals
    _, later = page(proposed, on(river, 2026, 3, 1), "/compact/goals/proposed/")
    assert "Comments were taken until February 15, 2026." in later


def test_the_address_of_proposals_answers_where_there_are_none(river):
    found, html = page(proposed, river, "/compact/charter/proposed/")
    assert "No change to Charter" in html and not found.indexed
    assert "<ins>" not in html and "How a change is adopted" in html


def test_what_was_in_force_when_is_a_table(river):
    found, html = page(in_force, river, "/compact/in-force/")
    assert found.scripts == ("assets/in-force.js",)
    assert 'data-days="2024-04-01 2024-04-01 2025-07-01 2025-07-01"' in html
    assert 'data-days="2025-07-01 2025-07-01  "' in html
    assert "<script" not in html and re.search(r'id="as-of"[^>]* hidden', html)


def test_amendments_and_decisions_are_listed(river):
    found, html = page(amendments, river, "/compact/amendments/")
    said = text(html)
    assert {"charter-young-people", "decision-adopt-charter-2025", "of-charter"} <= {*found.parts}
    assert "Not decided yet" in said and "Council decided on January 23, 2024 by consensus." in said
    assert 'href="/compact/charter/2024/#money"' in html
    # Only decisions about a text are here, each leading to where it is told.
    assert 'href="/decisions/#adopt-charter-2025"' in html
    assert "decision-days-of-2026" not in html


def test_what_is_missing_is_said_to_be_missing(river):
    _, html = page(completeness, river, "/compact/completeness/")
    assert "3 of 3 documents are here." in html and "4 of 5 elements" in html
    assert "No section is named for it" in html
    without = replace(river, documents=river.documents[:1], agenda=())
    _, bare = page(completeness, without, "/compact/completeness/")
    assert bare.count("There is no such document here") == 3 and "0 of 5 elements" in bare


def test_who_has_and_who_has_not_reaffirmed(river):
    _, html = page(signers, river, "/compact/signers/")
    said = text(html)
    assert "4 organizations have signed or reaffirmed it" in said
    assert "1 organization agreed to an earlier version and is not listed for this one" in said
    assert "2024: Signed, April 2, 2024" in said
    assert "Charter: by date, oldest first" in said


def test_the_overview_says_what_is_in_force_and_what_is_proposed(river):
    found, html = page(compact, river, "/compact/")
    assert "Version 2025, in force since July 1, 2025" in html
    assert "A change is proposed" in html
    assert found.feed == "/compact/changes.xml" and 'href="/compact/changes.xml"' in html


def test_linked_data_keeps_within_the_vocabulary(river):
    for module in (documents, versions):
        for found in module.pages(river, T):
            (block,) = found.jsonld
            assert set(block) <= LEGISLATION and block["@type"] == "Legislation"
    (block,) = page(versions, river, "/compact/charter/2024/")[0].jsonld
    assert block["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert block["temporalCoverage"] == "2024-04-01/2025-07-01"
    (block,) = page(versions, river, "/compact/charter/2025/")[0].jsonld
    assert block["legislationChanges"] == {"@id": "/compact/charter/2024/"}


def test_the_manifest_holds_every_fingerprint(river):
    (file,) = manifest(river, "https://river.example/")
    listed = json.loads(file.content)["documents"]
    charter = next(d for d in listed if d["id"] == "charter")
    old, new = charter["versions"]
    assert (old["standing"], new["standing"]) == ("superseded", "in_force")
    assert new["sha256"] == river.documents[0].held[-1].sha256
    assert old["url"] == "https://river.example/compact/charter/2024/"
    assert old["in_force_until"] == "2025-07-01"


def test_the_feed_is_valid_and_the_same_every_day(river):
    (file,) = changes_feed(river, T, "https://river.example/")
    (later,) = changes_feed(on(river, 2030, 1, 1), T, "https://river.example/")
    assert file.content == later.content
    feed = ElementTree.fromstring(file.content)
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids)) and all(i.startswith("https://river.example/") for i in ids)
    for element in (feed, *entries):
        stamp = element.findtext(f"{ATOM}updated")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", stamp)
        assert element.findtext(f"{ATOM}title")
    days = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert days == sorted(days, reverse=True) and feed.findtext(f"{ATOM}updated") == days[0]


def test_words_that_people_wrote_cannot_break_the_feed(river):
    charter = river.documents[0]
    wild = Version("2020", '<Now> & "then" ]]>', "adopted", "not_held", adopted="2020")
    document = replace(charter, register=Register("charter", (wild,)), held=())
    (file,) = changes_feed(replace(river, documents=(document,)), T, "https://river.example/")
    assert (
        '<Now> & "then" ]]>'
        in ElementTree.fromstring(file.content).find(f"{ATOM}entry/{ATOM}content").text
    )


def test_sources_lead_back_to_decisions(river):
    found = uses(river, T)["riverbend-minutes"]
    assert "/decisions/#adopt-charter-2025" in {link.address for link in found}


def test_documents_without_a_register_have_just_their_text(river):
    bare = replace(
        river, documents=tuple(replace(d, register=None, held=()) for d in river.documents),
        decisions=(),
    )  # fmt: skip
    for module in (versions, compare, proposed, in_force, amendments, signers):
        assert module.pages(bare, T) == ()
    _, html = page(documents, bare, "/compact/charter/")
    assert 'id="versions"' not in html and 'id="in-force"' not in html
