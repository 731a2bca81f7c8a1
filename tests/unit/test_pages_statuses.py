"""What is said of statuses, targets, gaps and projections: in the example, and of every kind."""

from __future__ import annotations

import datetime
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.expected_statuses import EXPECTED
from tests.town import DIMENSION, Town, indicator, year
from truenorth.pages.overview import goals, home
from truenorth.pages.report_card import gaps, report_card, status
from truenorth.pages.report_card import indicator as indicator_pages
from truenorth.pages.report_card.assessment import assess, assessed
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.project import Project, load_project
from truenorth.reportcard.model import Group
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
TODAY = datetime.date(2024, 5, 1)


def loaded(root: Path, today: datetime.date = TODAY) -> Project:
    problems = Problems()
    project = load_project(root, today, problems)
    assert project is not None, list(problems)
    return project


def rendered(project) -> dict[str, str]:
    made = [p for m in (home, report_card, indicator_pages, goals) for p in m.pages(project, T)]
    return {page.address: TEMPLATES.render(page) for page in made}


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def row(html: str, title: str) -> str:
    """The words of one row of the report card."""
    rows = re.findall(r"<tr.*?</tr>", html, re.S)
    return next(text(found) for found in rows if title in found)


@pytest.fixture(scope="module")
def example() -> Project:
    return loaded(ROOT)


@pytest.fixture(scope="module")
def pages(example: Project) -> dict[str, str]:
    return rendered(example)


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The small site with an indicator for each status, and a back-test."""
    root = tmp_path_factory.mktemp("statuses") / "site"
    shutil.copytree(GOLDEN / "small", root)
    shutil.copytree(GOLDEN / "statuses", root, dirs_exist_ok=True)
    return rendered(loaded(root))


def test_the_statuses_of_the_example(example: Project) -> None:
    found = {one.indicator.id: one.trend.status for one in assessed(example) if one.is_measured}
    assert found == EXPECTED


def test_everything_is_assessed_once(example: Project) -> None:
    assert assessed(example) is assessed(example)
    assert assessed(replace(Town(), indicators=())) == ()


def test_the_report_card_of_the_example_counts(pages: dict[str, str]) -> None:
    said = text(pages["/report-card/"])
    assert "9 can be assessed: 5 improving, 4 with no clear change and 0 getting worse." in said
    assert "about 1 of those 9 would look like movement by chance" in said
    assert "Besides, 3 too early to say and 1 not assessed." in said
    assert "Between groups there are" in said
    assert "Nobody has taken on obtaining them yet." in said


def test_a_status_that_rests_on_its_latest_figure_says_so(pages: dict[str, str]) -> None:
    said = text(pages["/indicators/county-graduation/"])
    assert "without it, the status would be “No clear change”" in said
    assert "about 1 of 360 such series" in said
    assert 'href="/methods/#trend"' in pages["/indicators/county-graduation/"]
    assert "rests on the latest figure alone" in row(
        pages["/report-card/"], "Students who graduate in four years, county"
    )


def test_foster_youth_s_dropout_is_better_because_it_fell(pages: dict[str, str]) -> None:
    said = text(pages["/indicators/dropout/"])
    assert re.search(
        r"For students in foster care it fell by \d+\.\d percentage points, which is better: "
        r"lower is better",
        said,
    )


def test_foster_youth_s_own_dropout_reads_as_an_improvement(pages: dict[str, str]) -> None:
    html = pages["/indicators/dropout/"]
    own = html.split('id="trends-program"')[1].split("</table>")[0]
    assert re.search(
        r"−\d+\.\d percentage points from 29\.9% in 2016-17, up to 2021-22 better: lower is better "
        r"Improving rests on the latest figure alone",
        row(own, "Students in foster care"),
    )
    assert "about 1 of those 6 would look like movement by chance" in text(html)


def test_groups_that_overlap_are_measured_from_all_together(pages: dict[str, str]) -> None:
    for name in ("county-graduation", "ag-completion", "dropout"):
        html = pages[f"/indicators/{name}/"]
        told = html.split('id="by-program-gaps"')[1]
        assert "Measured from the figure for all together, which includes each group." in told
        assert "Students from migrant families" in told.split("</table>")[0]


def test_the_home_page_counts_by_goal(pages: dict[str, str]) -> None:
    said = text(pages["/"])
    assert "7 indicators with figures: 3 improving, 1 with no clear change, 2 too early" in said


def test_every_status_of_the_golden_site(golden: dict[str, str]) -> None:
    html = golden["/report-card/"]
    worse = row(html, "Students who are often absent")
    assert "Getting worse" in worse and "worse: lower is better" in worse
    assert "(retrospective back-test): Worse than projected" in worse
    assert "First figure" in row(html, "Children with a library card")
    met = row(html, "Children with all vaccinations")
    assert "No clear change" in met and "Target met" in met
    missed = row(html, "Students who can swim")
    assert "Improving" in missed and "Target missed" in missed
    assert "Too early to say" in row(html, "Students who eat breakfast")
    assert 'data-status="worsening"' in html and 'class="tn-star"' in html


def test_a_back_test_is_called_one_wherever_it_is_shown(golden: dict[str, str]) -> None:
    html = golden["/indicators/absence/"]
    said = text(html)
    assert "Retrospective back-test" in said
    assert "are a retrospective back-test made on February 1, 2024" in said
    assert "what came (Retrospective back-test)" in said
    assert "Worse than projected" in said and "0.5 percentage points outside the band" in said
    assert "As projected" in said and "no settled figure yet" in said
    assert "latest figures can be held against" not in text(golden["/report-card/"])


def test_a_projection_is_drawn_from_the_last_figure_it_was_made_from(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(GOLDEN / "small", root)
    shutil.copytree(GOLDEN / "statuses", root, dirs_exist_ok=True)
    (page,) = (
        p for p in indicator_pages.pages(loaded(root), T) if p.address == "/indicators/absence/"
    )
    request = page.charts[0]
    assert [one.x for one in request.ahead] == [2021, 2022, 2023, 2024]
    assert request.ahead[0].low == request.ahead[0].high == 15.2
    assert request.ahead_label == "back-test"
    assert request.domain[1] >= max(one.high for one in request.ahead)


def test_a_target_says_how_far_and_how_fast(golden: dict[str, str]) -> None:
    said = text(golden["/indicators/swimming/"])
    assert "75.0% by 2021-22." in said
    assert "The figure for 2021-22 is 70.1%, 4.9 percentage points away." in said
    assert "The target is missed." in said


def test_too_few_figures_get_no_arrow(golden: dict[str, str]) -> None:
    rows = re.findall(r"<tr.*?</tr>", golden["/report-card/"], re.S)
    for found in rows:
        if 'data-status="too_early"' in found or 'data-status="baseline_only"' in found:
            assert "tn-arrow" not in found
        if 'data-status="worsening"' in found:
            assert 'aria-label="up"' in found


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (0.0001, "fewer than 1 of 1,000"),
        (0.05, "about 1 of 20"),
        (1 / 360, "about 1 of 360"),
        (0.49, "about 5 of 10"),
        (1.0, "nearly all"),
    ],
)
def test_chance_in_words(p: float, words: str) -> None:
    assert status.chance(T, p) == words


def test_a_gap_that_closes_because_the_better_off_do_worse_says_so() -> None:
    girls, boys = ((("gender", name),) for name in ("Girls", "Boys"))
    falling = indicator(
        *(year(2015 + n, 80.0 - 4 * n, groups=girls) for n in range(6)),
        *(year(2015 + n, 50.0, groups=boys) for n in range(6)),
        dimensions=(replace(DIMENSION, groups=(Group("Girls", "girls"), Group("Boys", "boys"))),),
    )
    one = assess(falling, TODAY)
    (found,) = one.gaps
    shown = gaps.gap_table(T, falling.definition, found)
    ((group, _, gap, mark, moved),) = shown.table.rows
    assert (group.text, mark.mark.word) == ("Boys", "Closing")
    assert mark.notes[0] == "It closes because those who were better off now do worse."
    assert gap.notes[-1] == "20.0 percentage points smaller than in 2014-15"
    assert moved.text == (
        "For boys it hardly moved; for girls it fell by 20.0 percentage points, which is worse"
    )
    assert shown.reference == "Measured from girls, the best off in 2019-20."


def test_other_places_are_compared() -> None:
    town = Town()
    places = (
        *town.partnership.places,
        replace(town.partnership.places[0], id="state", name="State"),
    )
    two = indicator(
        *(year(2015 + n, 60.0 + n) for n in range(3)),
        *(replace(year(2015 + n, 59.0), geography="state") for n in range(3)),
    )
    project = replace(town, indicators=(two,), partnership=replace(town.partnership, places=places))
    said = text(rendered(project)["/indicators/reading/"])
    assert "River Town does better than State in 2016-17: 62.0% against 59.0%." in said
