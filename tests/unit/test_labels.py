"""Labels: the words a partnership uses for Truenorth's terms, on every page and in no address."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from truenorth.build import plan_site
from truenorth.pages.labels import OURS, Labels, forms, labels_of
from truenorth.pages.wording import WORDS, WordingError, load_wording, wording_of, written_phrases
from truenorth.partnership.model import LabelProfile, OwnLabel, Partnership, Term
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.sources.records import read_record
from truenorth.sources.yaml_text import parse_yaml

GOLDEN = Path(__file__).parents[1] / "golden"
FOLDER = WORDS / "en" / "labels"
PROFILES = get_args(LabelProfile)
DAY = {"small": date(2022, 11, 23), "riverbend": date(2026, 2, 1)}
FORMS = {"one", "other", "with_article"}
# Not a term that anybody picks: it says what a constellation is.
EXPLAINS = {"work_group"}
# The phrases that have such a word in another sense, each with the reason.
OTHER_SENSES = {
    "completeness.element.goal_for_change": "an element of every common agenda, named by the field",
}
BARE = re.compile(
    r"\b(goals?|indicators?|base points?|projections?|constellations?|work(ing)? groups?"
    r"|stewardship groups?|conveners?|commitments?)\b",
    re.IGNORECASE,
)
BASELINE = re.compile(r"\bbaselines?\b(?! (values?|forecasts?|projections?|reports?)\b)", re.I)


def texts(phrases):
    """Every phrase with its key; the forms of a plural are phrases of their own."""
    for key, phrase in phrases.items():
        for text in (phrase,) if isinstance(phrase, str) else phrase.values():
            yield key, text


def test_each_profile_is_a_file_and_each_file_a_profile():
    assert {file.stem for file in FOLDER.glob("*.toml")} == {*PROFILES, OURS}


def test_truenorth_has_every_form_of_every_term_and_no_name_twice():
    terms = forms(FOLDER, OURS)
    assert set(terms) == {*get_args(Term)} | EXPLAINS
    assert all(set(words) == FORMS for words in terms.values())
    names = [name for words in terms.values() for name in words.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_gives_all_forms_of_the_terms_it_has_words_for(profile):
    words = forms(FOLDER, profile)
    assert set(words) <= set(forms(FOLDER, OURS))
    assert all(set(given) == FORMS for given in words.values())


@pytest.mark.parametrize("profile", PROFILES)
def test_every_term_is_settled_when_the_catalogue_is_read(profile):
    phrases = load_wording("en", Labels(profile)).phrases
    assert [key for key, text in texts(phrases) if re.search(r"\[[^\[\]]*\]", text)] == []
    assert load_wording("en", Labels(profile)) is load_wording("en", Labels(profile))


@pytest.mark.parametrize("profile", [*PROFILES, OURS])
def test_baseline_alone_is_never_printed(profile):
    phrases = load_wording("en", Labels(profile)).phrases
    assert [(key, text) for key, text in texts(phrases) if BASELINE.search(text)] == []


def test_every_term_in_a_phrase_stands_in_brackets():
    """So that a new phrase follows the profile too: write [goals], [Goal] or [a goal]."""
    written = written_phrases(WORDS / "en")
    assert set(OTHER_SENSES) <= set(written)
    bare = [
        (key, text)
        for key, text in texts(written)
        if key not in OTHER_SENSES and BARE.search(re.sub(r"\[[^]]*\]|\{[^}]*\}", "", text))
    ]
    assert bare == []


def test_a_name_in_brackets_that_is_no_term_is_our_fault(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "en" / "labels")
    (tmp_path / "en" / "here.toml").write_text('lead = "All [gaols]"\n', "utf-8")
    with pytest.raises(WordingError, match=r"here\.lead names \[gaols\]"):
        load_wording("en", Labels(), tmp_path)


def test_a_partnership_sets_words_of_its_own():
    written = """\
name: The Riverbend Partnership
short_name: Riverbend
sentence: Everyone reads.
form: alliance
signed: false
contact: partners@riverbend.example
repository: https://riverbend.example/partnership
places: [{id: riverbend, name: Riverbend, kind: city}]
labels: council
own_labels:
  - {term: goal, one: aim, other: aims}
  - {term: indicator, one: yardstick, other: yardsticks}
"""
    problems = Problems()
    file = parse_yaml(written, "data/partnership.yml", problems)
    partnership = read_record(Partnership, file, (), problems).record
    assert list(problems) == []
    t = wording_of(partnership)
    assert labels_of(partnership).own[0] == OwnLabel("goal", "aim", "aims")
    assert t("goals.title") == "Aims"
    assert t("documents.states_goal") == "This section states an aim on the report card"
    assert t("report_card.tier.headline", count=2) == "2 headline yardsticks"
    assert t("constellations.title") == "Working groups"


def test_an_article_of_its_own_is_kept():
    own = OwnLabel("goal", "universal aim", "universal aims", "a universal aim")
    t = load_wording("en", Labels("compact", (own,)))
    assert t("documents.states_goal") == "This section states a universal aim on the report card"


@cache
def project_in(name, folder):
    root = Path(shutil.copytree(GOLDEN / name, folder / name))
    problems = Problems()
    found = load_project(root, DAY[name], problems)
    assert list(problems) == []
    return found


@cache
def planned(name, profile, folder):
    found = project_in(name, folder)
    labeled = replace(found, partnership=replace(found.partnership, labels=profile))
    problems = Problems()
    plan = plan_site(labeled, "https://river.example/", problems)
    assert not problems.errors
    return plan


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("labels")


@pytest.mark.slow
@pytest.mark.parametrize("profile", [p for p in PROFILES if p != "compact"])
@pytest.mark.parametrize("name", DAY)
def test_another_profile_changes_the_words_of_every_page(name, profile, folder):
    """The menu stands on every page, but not on one that another site shows in a frame."""
    before, after = planned(name, "compact", folder), planned(name, profile, folder)
    menu = words_of_menu(before.navigation) != words_of_menu(after.navigation)
    same = [
        old.address
        for old, new in zip(before.pages, after.pages, strict=True)
        if not ((menu and not old.page.bare) or seen(old) != seen(new))
    ]
    assert [address for address in same if not address.endswith("/embed/")] == []


@pytest.mark.slow
@pytest.mark.parametrize("profile", [p for p in PROFILES if p != "compact"])
@pytest.mark.parametrize("name", DAY)
def test_another_profile_changes_no_address_no_id_and_no_file(name, profile, folder):
    before, after = planned(name, "compact", folder), planned(name, profile, folder)
    assert list(before.addresses()) == list(after.addresses())
    assert before.files == after.files
    assert targets(before.navigation) == targets(after.navigation)
    for old, new in zip(before.pages, after.pages, strict=True):
        assert fixed(old) == fixed(new), old.address
        assert [h.id for h in old.headings] == [h.id for h in new.headings]


def seen(page):
    """What a person reads or hears of the main column and its pictures."""
    return (page.page.title, page.html, page.drawings)


def fixed(page):
    """What may not depend on words: ids, classes, names of fields, ways within the site."""
    html = page.html + "".join(page.drawings.values())
    kept = re.findall(r'\b((?:id|class|for|name|data-[a-z-]+|aria-labelledby)="[^"]*")', html)
    ways = re.findall(r'\b(?:href|src)="([^"]*)"', html)
    return kept, [way for way in ways if not way.startswith(("https://", "mailto:"))]


def words_of_menu(items):
    return [(label, words_of_menu(to)) if isinstance(to, tuple) else label for label, to in items]


def targets(items):
    return [targets(to) if isinstance(to, tuple) else to for _, to in items]
