"""No change is told where one of its two figures is about too few people, in no view."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.broken.laid import SMALL
from tests.riverbend import edit
from tests.town import DIMENSION, Town, indicator, year
from truenorth.disclosure.marks import marked
from truenorth.disclosure.model import PolicyFile
from truenorth.freeze_edition.freeze import status_of
from truenorth.pages.overview import home
from truenorth.pages.report_card import embed, report_card
from truenorth.pages.report_card import indicator as indicator_pages
from truenorth.pages.report_card.assessment import assess
from truenorth.pages.report_card.edition_main import main_part
from truenorth.pages.report_card.live import with_figures
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.reportcard.model import Indicator, Target, Threshold
from truenorth.reportcard.quoted import NoFigure, quoted
from truenorth.reportcard.series import summarize
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2024, 5, 1)
STUDENTS = PolicyFile(people="students")
TARGET = Target("2026-27", 2027, 90.0, "final", "school-board", "A plan.", ("survey",))
T = load_wording()


def reading(*people: int | None, policy: PolicyFile = STUDENTS, **definition) -> Indicator:
    """Better every year from 40 percent on, out of so many; girls are out of as many, boys are not.

    Told, the change is 21.3 points, and that of the gap 11.3.
    """
    values = [40.0, 44.1, 49.2, 53.3, 57.4, 61.3]
    rows = [
        year(2018 + n, v, denominator=d)
        for n, (v, d) in enumerate(zip(values, people, strict=False))
    ]
    girls = [replace(o, groups=(("gender", "Girls"),)) for o in rows]
    boys = [year(2018 + n, 70.0 + 2 * n, groups=(("gender", "Boys"),)) for n in range(len(people))]
    known = indicator(
        *rows, *girls, *boys, dimensions=(DIMENSION,), targets=(TARGET,), **definition
    )
    return marked(known, policy)


ENOUGH, FEW_FIRST, FEW_LAST = (60,) * 6, (29, *(60,) * 5), (*(60,) * 5, 29)
FEW_BETWEEN, UNKNOWN = (60, 12, 12, 60, 12, 60), (None,) * 6


@pytest.mark.parametrize("people", [ENOUGH, (30,) * 6, FEW_BETWEEN, UNKNOWN])
def test_with_enough_people_at_both_ends_everything_is_told(people):
    one = assess(reading(*people), TODAY)
    assert one.summary.change.amount == pytest.approx(21.3)
    assert one.trend.status == "improving"
    assert one.pace.observed is not None and one.pace.share is not None
    assert [gap.change is None for gap in one.all_gaps] == [False]


@pytest.mark.parametrize("people", [FEW_FIRST, FEW_LAST])
def test_with_too_few_at_one_end_there_is_no_change_no_status_and_no_speed(people):
    one = assess(reading(*people), TODAY)
    assert (one.summary.change, one.summary.why_no_change) == (None, "few_people")
    assert (one.summary.base.value, one.summary.latest.value) == (40.0, 61.3)
    assert (one.trend.status, one.trend.why_not_assessed) == ("not_assessed", "few_people")
    assert (one.trend.slope, one.trend.change) == (None, None)
    assert (one.pace.verdict, one.pace.why_unknown) == ("cannot_tell", "few_people")
    assert (one.pace.share, one.pace.observed) == (None, None)
    (gap,) = one.all_gaps
    assert gap.latest is not None
    assert (gap.status, gap.change, gap.driver, gap.fitted) == ("not_assessed", None, None, None)
    assert gap.no_change_rule == Threshold(30, "students")


def test_the_latest_step_is_a_change_too():
    assert assess(reading(*(60,) * 4, 29, 60), TODAY).trend.latest_move is None
    assert assess(reading(*ENOUGH), TODAY).trend.latest_move is not None


def test_two_figures_stay_too_early_and_their_change_is_not_told():
    one = assess(reading(29, 60), TODAY)
    assert (one.trend.status, one.summary.why_no_change) == ("too_early", "few_people")
    (gap,) = one.all_gaps
    assert (gap.status, gap.change) == ("too_early", None)


def test_one_figure_is_one_figure_however_few():
    assert summarize(reading(29)).why_no_change == "one_figure"


def test_the_policy_says_how_many_are_few():
    strict = PolicyFile(change_min_n=61, people="pupils")
    assert assess(reading(*ENOUGH, policy=strict), TODAY).summary.change is None
    loose = PolicyFile(change_min_n=1)
    assert assess(reading(*FEW_FIRST, policy=loose), TODAY).summary.change is not None


MODULES = (home, report_card, indicator_pages, embed)
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)


def views(known: Indicator) -> dict[str, str]:
    """Every page of a town whose one indicator this is, pictures' words and edition included."""
    town = Town(indicators=(known,), today=TODAY, constellations=())
    pages = [page for module in MODULES for page in module.pages(town, T)]
    pages.append(main_part(town, T, "2024", "Report card", "baseline", (), (), ()))
    return {page.address: TEMPLATES.render(page) + repr(page.charts) for page in pages}


def test_every_view_tells_the_change_or_why_there_is_none():
    told, kept = views(reading(*ENOUGH)), views(reading(*FEW_FIRST))
    assert "21.3" in told["/indicators/reading/"]
    assert 'data-status="improving"' in told["/report-card/"]
    for address, html in kept.items():
        for word in ("21.3", "11.3", "rose by", "up from", 'data-status="improving"'):
            assert word not in html, (address, word)
    for address in (
        "/indicators/reading/",
        "/report-card/",
        "/indicators/reading/embed/",
        "/editions/2024/",
    ):
        assert "about fewer than 30 students" in kept[address], address
    page = kept["/indicators/reading/"]
    assert "Not given: one of the two figures is about fewer than 30 students" in page
    assert "no change given: fewer than 30 students" in page
    assert "That is too few to say how things change." in page
    assert "too few people to say how fast things move" in page


def test_a_live_figure_and_an_edition_have_no_such_change():
    known = reading(*FEW_LAST)
    with pytest.raises(NoFigure, match="too few people"):
        quoted(known, "change")
    with pytest.raises(NoFigure, match="too few people"):
        quoted(known, "change of Girls")
    town = Town(indicators=(known,))
    link = '[61% now](../indicators/reading.md "figure: latest")'
    assert "61.3% in 2022-23" in with_figures(town, T, link, "content/about/index.md")
    frozen = status_of(T, assess(known, TODAY))
    assert (frozen.status, frozen.change, frozen.base) == ("not_assessed", None, None)


@pytest.mark.parametrize(("people", "said"), [(840, "unchanged"), (841, "few_people")])
def test_the_policy_of_a_site_reaches_its_report_card(tmp_path, people, said):
    root = Path(shutil.copytree(SMALL, tmp_path / "site"))
    table = "data/indicators/reading/reading.csv"
    edit(root, table, "438,850,51.5,,,provisional", "438,850,51.5,,,")
    policy = f"change_min_n: {people}\npeople: students\n"
    (root / "data/disclosure.yml").write_text(policy, encoding="utf-8")
    found = load_project(root, datetime.date(2023, 1, 1), Problems())
    summary = summarize(found.find("indicators", "reading"))
    assert (summary.why_no_change or "unchanged") == said


def test_a_sentence_that_asks_for_such_a_change_is_a_fault_with_its_reason(tmp_path):
    root = Path(shutil.copytree(SMALL, tmp_path / "site"))
    table = "data/indicators/reading/reading.csv"
    edit(root, table, "438,850,51.5,,,provisional", "438,850,51.5,,,")
    (root / "data/disclosure.yml").write_text("change_min_n: 841\n", encoding="utf-8")
    about = root / "content/about/index.md"
    link = '\n[up 4](../indicators/reading.md "figure: change")\n'
    about.write_text(about.read_text("utf-8") + link, encoding="utf-8")
    problems = Problems()
    assert load_project(root, datetime.date(2023, 1, 1), problems) is None
    assert any("too few people for a change" in p.what for p in problems)
