"""The example's compact: its real course, in the words of its sources and in no later ones."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from truenorth.compact.model import Document, HeldText, Register
from truenorth.compact.redline import compare
from truenorth.compact.register import in_force_on
from truenorth.compact.roll import reaffirmation, roll
from truenorth.compact.texts import held_text, proposed
from truenorth.problems import Problems
from truenorth.project import Project, load_project

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)

GRADUATE = "All students graduate from high school."
ACCESS = "All students have access to and are prepared for success in college."
PATHWAYS = "All students have access to pathways to sustainable jobs and careers."
SKILLS = "Students of all ages acquire skills and knowledge to achieve career success."
FIRST = {"graduate-high-school": GRADUATE, "complete-postsecondary": ACCESS}
GOALS = {
    "2010": {**FIRST, "career-success": PATHWAYS},
    "2018": {**FIRST, "career-success": SKILLS},
    "2019": {
        "healthy-and-ready": "All children are healthy and ready to succeed in school.",
        "graduate-high-school": GRADUATE,
        "complete-postsecondary": "All students complete postsecondary education.",
        "career-success": SKILLS,
        "thrive": "All children and young adults thrive socially and emotionally and contribute "
        "positively to the community.",
    },
}
IN_FORCE_WITH = {"2010": "2010", "2016": "2010", "2018": "2018", "2019": "2019", "2021": "2019"}

# Each version: who is named in a source, and what each did.
NAMED = {
    "2010": {
        ("mayor-of-los-angeles", "Antonio Villaraigosa", "signed"),
        ("los-angeles-city-council", "Eric Garcetti", "signed"),
        ("lausd", "Ray Cortines", "signed"),
        ("lausd-board-of-education", "Monica Garcia", "signed"),
        ("la-area-chamber", "Gary Toebben", "signed"),
        ("united-way-greater-la", "Elise Buik", "signed"),
        ("aala", "Judith Perez", "signed"),
        ("county-federation-of-labor", "Maria Elena Durazo", "signed"),
    },
    "2016": {
        ("cal-poly-pomona", "Soraya M. Coley", "signed"),
        ("county-federation-of-labor", "Rusty Hicks", "signed"),
        ("lausd", "Michelle King", "signed"),
        ("utla", "Alex Caputo-Pearl", "signed"),
        ("lacoe", "Debra Duardo", "signed"),
        ("mayor-of-los-angeles", "Eric Garcetti", "reaffirmed"),
        ("lausd-board-of-education", "Steve Zimmer", "reaffirmed"),
        ("aala", "Juan Flecha", "reaffirmed"),
        ("laccd", "Francisco Rodriguez", "reaffirmed"),
        ("cal-state-la", "William A. Covino", "reaffirmed"),
        ("first-5-la", "Kim Belshé", "reaffirmed"),
    },
    "2018": set(),
    "2019": set(),
    "2021": {("lausd", None, "reaffirmed")},
}


@cache
def example() -> Project:
    problems = Problems()
    project = load_project(ROOT, TODAY, problems)
    assert not [f"{p.place.file}:{p.place.line} {p.what}" for p in problems]
    assert project is not None
    return project


def document(name: str) -> Document:
    return example().find("documents", name)


def register(name: str) -> Register:
    found = document(name).register
    assert found is not None
    return found


def text(name: str, label: str) -> HeldText:
    found = held_text(document(name), label)
    assert found is not None
    return found


def held() -> list[tuple[str, str]]:
    return [(d.id, h.label) for d in example().documents for h in d.held]


def labels(name: str, day: date) -> list[str]:
    return [version.label for version in in_force_on(register(name), day)]


def test_these_texts_are_held_and_no_others():
    assert held() == [
        *(("charter", label) for label in ("2010", "2016", "2018", "2019", "2021")),
        ("principles", "2019"),
        *(("goals", label) for label in ("2010", "2018", "2019")),
    ]
    paper = register("principles").versions[0]
    assert (paper.label, paper.text, paper.sha256) == ("2015", "not_held", None)


@pytest.mark.parametrize("label", GOALS)
def test_each_version_states_its_goals_word_for_word(label):
    stated = {s.id: s.markdown.removeprefix("> ") for s in text("goals", label).sections}
    assert stated == GOALS[label]
    assert list(stated) == list(GOALS[label])


@pytest.mark.parametrize("label", IN_FORCE_WITH)
def test_the_charter_lists_the_goals_of_its_time(label):
    (section,) = (s for s in text("charter", label).sections if s.id == "goals")
    listed = re.findall(r"^\d\. (.+)$", section.markdown, re.MULTILINE)
    assert listed == list(GOALS[IN_FORCE_WITH[label]].values())


def test_what_changed_between_the_first_goals_and_those_of_today():
    differences = compare(text("goals", "2010").sections, text("goals", "2019").sections)
    assert [d.id for d in differences if d.new] == ["healthy-and-ready", "thrive"]
    assert [d.id for d in differences if d.reworded] == ["complete-postsecondary", "career-success"]
    assert {d.id for d in differences if d.renumbered} == set(GOALS["2010"])
    assert not [d.id for d in differences if d.removed or d.moved]


def test_between_2016_and_2018_only_the_third_goal_changed():
    differences = compare(text("charter", "2016").sections, text("charter", "2018").sections)
    assert [d.id for d in differences if d.changed] == ["goals"]


def test_no_section_ever_disappeared():
    for name in ("charter", "goals"):
        texts = document(name).held
        for before, after in zip(texts, texts[1:], strict=False):
            assert {s.id for s in before.sections} <= {s.id for s in after.sections}
        assert register(name).removed_sections == ()


def test_a_text_tells_nothing_that_came_later():
    for name, label in held():
        found = text(name, label)
        words = " ".join(
            [found.head.summary, found.preamble, *(s.markdown for s in found.sections)]
        )
        years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", words)}
        assert not [year for year in years if year > int(label)], (name, label)


@pytest.mark.parametrize(("name", "label"), held())
def test_every_text_says_that_it_is_a_summary_by_this_example(name, label):
    found = text(name, label)
    assert found.head.text == "summary" and found.head.sources
    assert "summary by this example" in found.preamble
    assert "not the text that was" in found.preamble
    (version,) = (v for v in register(name).versions if v.label == label)
    raw = (ROOT / found.file).read_bytes()
    assert b"\r" not in raw
    assert version.sha256 == sha256(raw).hexdigest()
    assert version.text == "summary"


def test_nothing_is_proposed_because_nobody_proposed_anything():
    for name, label in (("charter", "2021"), ("principles", "2019"), ("goals", "2019")):
        assert (ROOT / document(name).file).read_bytes() == (
            ROOT / text(name, label).file
        ).read_bytes()
    assert not any(proposed(d, TODAY) for d in example().documents)


def test_what_was_in_force():
    new_year = date(2017, 1, 1)
    assert (labels("charter", new_year), labels("goals", new_year)) == (["2016"], ["2010"])
    assert labels("charter", date(2009, 12, 31)) == []
    assert labels("charter", date(2016, 12, 13)) == ["2010"]
    assert labels("charter", date(2016, 12, 14)) == ["2016"]
    assert labels("charter", TODAY) == ["2021"]
    assert labels("goals", TODAY) == labels("principles", TODAY) == ["2019"]


def test_the_record_is_not_made_more_exact_than_it_is():
    assert labels("charter", date(2018, 10, 15)) == ["2016", "2018"]
    assert labels("goals", date(2019, 7, 1)) == ["2018", "2019"]


@pytest.mark.parametrize("label", NAMED)
def test_signers_are_those_that_a_source_names(label):
    signatures = [s for s in register("charter").signatures if s.version == label]
    assert {(s.organization, s.person, s.action) for s in signatures} == NAMED[label]
    assert all(s.evidence for s in signatures)


def test_stated_counts_stand_beside_the_list_and_never_take_its_place():
    stated = {v.label: v.stated_count for v in register("charter").versions if v.stated_count}
    counts = {label: (found.organizations, found.people) for label, found in stated.items()}
    assert counts == {"2010": (18, 19), "2016": (23, None), "2021": (24, None)}
    listed = {label: roll(register("charter"), label).organizations for label in stated}
    assert listed == {"2010": 8, "2016": 11, "2021": 1}
    assert not any(v.complete_roll for d in ("charter", "goals") for v in register(d).versions)


def test_who_is_not_on_record_for_the_version_in_force():
    found = reaffirmation(register("charter"), TODAY)
    assert found is not None and found.agreed == ("lausd",)
    before = {name for label in ("2010", "2016") for name, _, _ in NAMED[label]}
    assert set(found.outstanding) == before - {"lausd"}
    (version,) = (v for v in register("charter").versions if v.label == "2021")
    assert "may well have signed" in (version.note or "")


def test_sources_that_disagree_are_both_told():
    notes = {v.label: v.note or "" for v in register("charter").versions}
    assert "February 2009" in notes["2010"]
    assert "among the partners" in notes["2016"]
    assert "first update since 2010" in notes["2018"]
    assert "counts 23" in notes["2021"]


def test_amendments_name_what_changed_and_who_recommended_it():
    third, five = register("goals").amendments
    assert (third.from_version, third.to_version) == ("2010", "2018")
    assert [(s.section, s.action) for s in third.sections] == [("career-success", "replace")]
    assert "Workforce Systems Collaborative" in (third.reason or "")
    assert (five.from_version, five.to_version) == ("2018", "2019")
    inserted = {s.section for s in five.sections if s.action == "insert"}
    assert inserted == {"healthy-and-ready", "thrive"}
    for amendment in (third, five):
        assert amendment.decision == "not_recorded" and amendment.sources
        assert amendment.notice is None and amendment.comment_until is None


def test_no_decision_rule_or_date_is_invented():
    for decision in example().decisions:
        assert decision.method is None and decision.tally is None, decision.id
        assert decision.sources and not decision.changes, decision.id
    for found in example().documents:
        assert found.head.decision_rule is None
        assert found.head.last_review is None and found.head.next_review is None
        for version in found.register.versions if found.register else ():
            assert version.historical and version.decision == "not_recorded" and version.evidence
            assert version.effective is None
            assert version.signing_opens is None and version.signing_closes is None
    bylaws = document("bylaws")
    assert bylaws.head.illustration and not bylaws.held
    assert bylaws.register is None or not bylaws.register.versions


def test_quorum_and_majority_are_named_only_to_say_that_they_are_unknown():
    for path in (ROOT / "content" / "compact").rglob("*.md"):
        for sentence in re.split(r"(?<=[.!?])\s+", path.read_text("utf-8")):
            if re.search(r"\b(quorum|majority|notice)\b", sentence, re.IGNORECASE):
                assert re.search(r"not public|no public source", sentence, re.IGNORECASE), sentence


def test_the_agenda_has_five_elements_and_no_review_that_no_source_tells_of():
    elements = {e.element: e for e in example().agenda}
    assert len(elements) == len(example().agenda) == 5
    assert not any(e.last_review or e.next_review for e in elements.values())
    assert elements["problem_from_data"].sections == ()
    assert {s for s in elements["goal_for_change"].sections if s.startswith("goals#")} == {
        f"goals#{section}" for section in GOALS["2019"]
    }
