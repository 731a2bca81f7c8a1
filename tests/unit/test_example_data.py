"""The example site holds the facts of its sources, and nothing that a source does not say."""

from __future__ import annotations

import csv
import datetime
import re
from functools import cache
from pathlib import Path

import pytest

from truenorth.problems import Problems
from truenorth.project import Project, load_project
from truenorth.reportcard.model import HIDDEN, Indicator, Observation
from truenorth.reportcard.series import summarize

ROOT = Path(__file__).parents[2]
INDICATORS = ROOT / "data" / "indicators"

# Rows in each source file; rows added here only say why a figure is missing.
ROWS = {
    "preschool-enrollment": (11, 0),
    "ela-met-standard": (35, 3),
    "math-met-standard": (28, 3),
    "naep-grade-4-reading": (58, 0),
    "naep-grade-8-math": (58, 0),
    "county-graduation": (112, 0),
    "dropout": (112, 0),
    "ag-completion": (112, 0),
    "lausd-graduation": (6, 0),
    "college-age-enrollment": (24, 0),
    "bachelors-attainment": (35, 1),
    "unemployment": (63, 0),
    "disconnected-youth": (6, 0),
}
WANTED = ("chronic-absence", "kindergarten-readiness")

# (indicator, period, dimension, group): figure; an empty dimension is the total.
FIGURES = {
    ("county-graduation", "2016-17", "", ""): 80.8,
    ("county-graduation", "2020-21", "", ""): 82.4,
    ("county-graduation", "2021-22", "", ""): 86.1,
    ("county-graduation", "2021-22", "program", "Foster Youth"): 61.1,
    ("county-graduation", "2016-17", "program", "Foster Youth"): 47.3,
    ("county-graduation", "2021-22", "race_ethnicity", "White"): 89.6,
    ("county-graduation", "2021-22", "race_ethnicity", "Hispanic or Latino"): 84.9,
    ("dropout", "2018-19", "", ""): 10.6,
    ("dropout", "2021-22", "", ""): 8.3,
    ("ag-completion", "2019-20", "", ""): 53.6,
    ("ag-completion", "2021-22", "", ""): 58.2,
    ("lausd-graduation", "2011-12", "", ""): 67,
    ("lausd-graduation", "2014-15", "", ""): 72,
    ("lausd-graduation", "2016-17", "", ""): 80,
    ("ela-met-standard", "2018-19", "", ""): 44.1,
    ("ela-met-standard", "2024-25", "", ""): 46.46,
    ("math-met-standard", "2018-19", "", ""): 33.5,
    ("naep-grade-4-reading", "2024", "", ""): 24.8,
    ("naep-grade-8-math", "2024", "", ""): 18.4,
    ("preschool-enrollment", "2009", "", ""): 55.7,
    ("preschool-enrollment", "2019", "", ""): 57.1,
    ("college-age-enrollment", "2019", "age", "18-19"): 80.4,
    ("bachelors-attainment", "2019", "", ""): 35.9,
    ("unemployment", "2013", "", ""): 10.7,
    ("unemployment", "2019", "", ""): 5.3,
    ("disconnected-youth", "2014", "", ""): 12.03,
    ("disconnected-youth", "2019", "", ""): 10.08,
}

GOALS = (
    "All children are healthy and ready to succeed in school",
    "All students graduate from high school",
    "All students complete postsecondary education",
    "Students of all ages acquire skills and knowledge to achieve career success",
    "All children and young adults thrive socially and emotionally and contribute positively to "
    "the community",
)
TARGETS = {
    "ela-met-standard": (46, 49, 52),
    "math-met-standard": (36, 39, 42),
    "lausd-graduation": (81, 83, 85),
}


@cache
def example() -> Project:
    """The example site's records, read once."""
    problems = Problems()
    project = load_project(ROOT, datetime.date(2026, 11, 23), problems)
    assert not [f"{p.place.file}:{p.place.line} {p.what}" for p in problems]
    assert project is not None
    return project


def indicator(id: str) -> Indicator:
    return example().find("indicators", id)


def observation(id: str, period: str, dimension: str = "", group: str = "") -> Observation:
    groups = ((dimension, group),) if dimension else ()
    (found,) = (o for o in indicator(id).observations if o.period == period and o.groups == groups)
    return found


def test_the_example_has_exactly_these_indicators():
    assert {i.id for i in example().indicators} == {*ROWS, *WANTED}


@pytest.mark.parametrize("id", ROWS)
def test_every_row_of_the_source_is_here_and_added_rows_have_no_figure(id):
    from_source, added = ROWS[id]
    observations = indicator(id).observations
    assert len(observations) == from_source + added
    assert all(o.note for o in observations if o.value is None)


@pytest.mark.parametrize(("where", "figure"), FIGURES.items())
def test_figures_are_those_of_the_source(where, figure):
    assert observation(*where).value == figure


def test_counts_that_the_sources_print():
    assert observation("disconnected-youth", "2019").numerator == 118299
    assert observation("county-graduation", "2021-22").denominator == 115462
    foster = observation("county-graduation", "2021-22", "program", "Foster Youth")
    assert foster.denominator == 1642


@pytest.mark.parametrize("id", [*ROWS, *WANTED])
def test_every_indicator_names_its_sources(id):
    found = indicator(id)
    assert found.definition.sources
    assert found.cited and all(cited.title and cited.path for cited in found.cited)
    source = (INDICATORS / id / "SOURCE.md").read_text(encoding="utf-8")
    assert "http" in source


@pytest.mark.parametrize("id", ROWS)
def test_every_indicator_names_its_publisher_and_claims_only_licenses_that_exist(id):
    found = indicator(id)
    assert found.definition.published_by
    names = {license.name for license in found.licenses}
    federal = {"U.S. Census Bureau", "National Center for Education Statistics"}
    assert names == ({"other-pd"} if found.definition.published_by in federal else set())


@pytest.mark.parametrize("id", ["dropout", "unemployment", "disconnected-youth", "chronic-absence"])
def test_lower_is_better(id):
    assert indicator(id).definition.polarity == "lower"


def test_everything_else_is_better_when_higher():
    lower = {i.id for i in example().indicators if i.definition.polarity != "higher"}
    assert lower == {"dropout", "unemployment", "disconnected-youth", "chronic-absence"}


@pytest.mark.parametrize("id", ROWS)
def test_no_numbers_of_people_stand_beside_a_hidden_sibling(id):
    """Total minus the groups shown would give the hidden group back."""
    observations = indicator(id).observations
    hidden = {
        (dimension, o.period)
        for o in observations
        for dimension, _ in o.groups
        if o.disclosure in HIDDEN
    }
    for o in observations:
        if any((dimension, o.period) in hidden for dimension, _ in o.groups):
            assert o.numerator is None and o.denominator is None, (o.file, o.line)


@pytest.mark.parametrize("id", ["county-graduation", "dropout"])
def test_girls_and_boys_are_not_counted_where_nonbinary_students_are_hidden(id):
    for period in ("2018-19", "2019-20"):
        assert observation(id, period, "gender", "Nonbinary").disclosure == "suppressed"
        assert observation(id, period).denominator
        for group in ("Female", "Male", "Nonbinary"):
            assert observation(id, period, "gender", group).denominator is None
    assert observation(id, "2021-22", "gender", "Female").denominator == 56108
    assert "2018-19" in (indicator(id).definition.denominators_withheld or "")


@pytest.mark.parametrize("path", sorted(INDICATORS.glob("*/*.csv")), ids=lambda p: p.stem)
def test_hidden_cells_are_empty_in_the_file_itself(path):
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["disclosure"]:
                assert not any(row[c] for c in ("value", "numerator", "denominator", "low", "high"))


def test_marks_of_the_sources_are_kept():
    assert observation("lausd-graduation", "2016-17").status == "provisional"
    assert observation("lausd-graduation", "2016-17").as_printed == "80*"
    assert observation("ela-met-standard", "2017-18", "grade", "Grade 3").status == "suspect"
    assert observation("bachelors-attainment", "2015", "gender", "Female").status == "suspect"
    rounded = observation("naep-grade-8-math", "2024", "english_learner", "EL")
    assert (rounded.status, rounded.value) == ("rounds_to_zero", None)
    earlier = [o for o in indicator("naep-grade-8-math").observations if o.end < 2024]
    assert {o.status for o in earlier} == {"derived", "missing"}


@pytest.mark.parametrize("id", ["ela-met-standard", "math-met-standard"])
def test_years_without_a_test_say_so(id):
    assert observation(id, "2019-20").note == "no test was given in spring 2020"
    for period in ("2020-21", "2021-22"):
        assert (observation(id, period).value, observation(id, period).note) == (
            None,
            "not held here",
        )


def test_the_district_series_breaks_where_the_state_changed_the_definition():
    summary = summarize(indicator("lausd-graduation"))
    assert [b.period for b in indicator("lausd-graduation").definition.breaks] == ["2016-17"]
    assert summary.change is None


def test_school_enrollment_by_age_has_no_total_and_an_unknown_span():
    definition = indicator("college-age-enrollment").definition
    assert definition.headline_series == {"age": "18-19"}
    assert definition.period_kind == "unknown"
    assert all(o.groups for o in indicator("college-age-enrollment").observations)


def test_targets_are_the_districts_own_and_stand_on_its_series_only():
    found = {i.id: i.definition.targets for i in example().indicators if i.definition.targets}
    assert {id: tuple(t.amount for t in targets) for id, targets in found.items()} == TARGETS
    for targets in found.values():
        assert [(t.due, t.year) for t in targets] == [
            ("2017-18", 2018), ("2018-19", 2019), ("2019-20", 2020),
        ]  # fmt: skip
        assert {t.set_by for t in targets} == {"lausd"}
        assert all("checked" in t.basis for t in targets)


@pytest.mark.parametrize("id", WANTED)
def test_wanted_indicators_say_why_they_have_no_figures(id):
    found = indicator(id)
    assert found.definition.tier == "wanted"
    assert found.definition.reason
    assert not found.observations


def test_the_law_that_touches_graduation_is_told():
    notes = " ".join(indicator("county-graduation").definition.method_notes)
    assert "AB 104" in notes and "2021 and 2022" in notes


def test_the_rise_in_county_graduation_rests_on_its_last_year():
    story = indicator("county-graduation").story
    assert story is not None and "2021-22 alone" in story.markdown
    without = [o for o in summarize(indicator("county-graduation")).comparable if o.end < 2022]
    assert without[-1].value - without[0].value < 2


def test_no_cause_is_called_evidence_and_every_partner_is_cited():
    """The sources tell of laws, tests and work groups; none of them tests a cause."""
    heads = [found.story.head for found in example().indicators if found.story]
    assert len(heads) == 6
    for head in heads:
        assert {cause.kind for cause in (*head.helps, *head.hurts)} <= {"hypothesis"}
        assert head.partners and all(partner.sources for partner in head.partners)


def test_program_measures_are_those_that_a_source_prints():
    found = {
        m.id: [(one.period, one.value) for one in m.values] for m in example().program_measures
    }
    assert found == {
        "navigators-hired": [("2019", 63)],
        "navigators-reached": [("2019", 1800)],
        "youthsource-advised": [("July 2012 to June 2013", 5394)],
    }
    assert not any(m.unit == "percent" for m in example().program_measures)


def test_goals_are_word_for_word_those_of_the_compact():
    assert tuple(goal.statement for goal in example().goals) == GOALS
    for goal in example().goals:
        document, _, section = goal.section.partition("#")
        text = example().find("documents", document)
        (stated,) = (s for s in text.sections if s.id == section)
        assert f"> {goal.statement}." in stated.markdown


def test_the_site_says_that_it_is_an_example():
    assert "not a publication of the L.A. Compact" in (example().partnership.notice or "")
    assert example().partnership.contact.endswith("@example.org")


def test_the_conflict_about_the_first_signing_is_shown():
    (fact,) = (f for f in example().partnership.history if f.id == "first-signing")
    assert fact.date == "2010-02-17"
    (account,) = fact.disputed
    assert "2009" in account.says and account.sources == ("data-report-repost-2011",)


def test_texts_are_summaries_and_the_bylaws_state_no_rule():
    for document in example().documents:
        assert document.head.text == "summary"
        assert "by this example" in document.preamble
        assert document.head.illustration == (document.id == "bylaws")
    bylaws = example().find("documents", "bylaws")
    text = " ".join(section.markdown for section in bylaws.sections)
    assert not re.search(r"\b(two[- ]thirds|majority of|\d+ (days|percent))\b", text)


def test_versions_are_historical_and_no_roll_claims_to_be_whole():
    register = example().find("documents", "charter").register
    assert [v.label for v in register.versions] == ["2010", "2016", "2018", "2019", "2021"]
    for version in register.versions:
        assert version.historical and version.decision == "not_recorded" and version.evidence
        assert not version.complete_roll
        assert version.text in {"summary", "not_held"}
    counts = {v.label: v.stated_count for v in register.versions if v.stated_count}
    assert (counts["2010"].organizations, counts["2010"].people) == (18, 19)
    assert counts["2016"].organizations == 23
    assert all(signature.evidence for signature in register.signatures)


def test_the_teachers_union_signs_in_2016_and_not_before():
    register = example().find("documents", "charter").register
    (signature,) = (s for s in register.signatures if s.organization == "utla")
    assert (signature.version, signature.action) == ("2016", "signed")
    assert signature.date == "2016-12-14"


def test_the_slide_names_fifteen_constellations():
    own = {"opportunity-youth-collaborative"}
    named = [c for c in example().constellations if c.id not in own]
    assert len(named) == 15
    assert all("presentation-2017" in c.sources for c in named)


def test_money_without_a_public_amount_has_none():
    assert all(funding.amount is None for funding in example().funding)


def test_every_record_names_a_source():
    project = example()
    for record in (
        *project.goals, *project.organizations, *project.bodies, *project.constellations,
        *project.funding, *project.agreements, *project.partnership.region,
        *project.partnership.history, *project.program_measures,
    ):  # fmt: skip
        assert record.sources, record.id


def test_no_source_is_listed_that_nothing_rests_on():
    """Whatever is in the list is cited somewhere; the glossary cites its literature in words."""
    texts = [
        path.read_text(encoding="utf-8")
        for pattern in ("data/**/*.yml", "data/**/datapackage.yaml", "content/**/*.md")
        for path in ROOT.glob(pattern)
        if path != ROOT / "data" / "sources.yml"
    ]
    glossary = (ROOT / "content" / "glossary.md").read_text(encoding="utf-8")
    for source in example().sources:
        cited = re.compile(rf"(?<![\w-]){source.id}(?![\w-])")
        assert any(map(cited.search, texts)) or source.publisher in glossary, source.id
