"""Hostile and absurd tables, from the file to the page: each gives a status or a problem."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.broken.laid import SMALL
from truenorth.cli import main
from truenorth.disclosure.rules import MOST_HIDDEN
from truenorth.pages.overview import home
from truenorth.pages.report_card import embed, report_card
from truenorth.pages.report_card import indicator as indicator_pages
from truenorth.pages.report_card.assessment import assessed
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.problems.printed import to_terminal
from truenorth.project import load_project
from truenorth.reportcard.model import HIDDEN
from truenorth.reportcard.status_rules import MOST_GROUPS
from truenorth.site.templates import Templates
from truenorth.sources import package_tables

ROOT = Path(__file__).parents[2]
FOLDER = "data/indicators/reading"
HEADER = "period,end,geography,gender,numerator,denominator,value,low,high,status,disclosure,note\n"
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The small site without break and base point; each test brings its own table."""
    root = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("hostile") / "site"))
    descriptor = root / FOLDER / "datapackage.yaml"
    before, _, after = descriptor.read_text("utf-8").partition("  base_point:\n")
    text = before + after[after.index("  targets:\n") :]
    descriptor.write_text(text.replace("polarity: higher", "polarity: @", 1), "utf-8")
    return root


def row(year: int, value: object = "", /, **cells: object) -> str:
    made = {"period": f"{year - 1}-{year % 100:02d}", "end": year, "geography": "Riverbend",
            "value": value} | cells  # fmt: skip
    return ",".join(str(made.get(name, "")) for name in HEADER.strip().split(",")) + "\n"


def judge(site: Path, table: str, polarity: str = "higher", unit: str = "percent") -> str:
    """The status of the table, with every page of it made; else the codes of its problems."""
    descriptor = site / FOLDER / "datapackage.yaml"
    written = descriptor.read_text("utf-8")
    text = written.replace("@", polarity).replace("unit: percent", f"unit: {unit}")
    descriptor.write_text(text, "utf-8")
    (site / FOLDER / "reading.csv").write_text(HEADER + table, "utf-8")
    problems = Problems()
    try:
        found = load_project(site, datetime.date(2023, 1, 1), problems)
    finally:
        descriptor.write_text(written, "utf-8")
    if found is None:
        assert to_terminal(problems)
        return " ".join(sorted({p.code for p in problems if p.severity == "error"}))
    pages = [
        page
        for module in (home, report_card, indicator_pages, embed)
        for page in module.pages(found, T)
    ]
    assert all(TEMPLATES.render(page) for page in pages)
    return next(one.trend.status for one in assessed(found) if one.indicator.id == "reading")


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (row(2020, 50), "baseline_only"),
        (row(2020, 0), "baseline_only"),
        (row(2020, 50) + row(2021, 50), "too_early"),
        ("".join(row(end, 50) for end in range(2005, 2023)), "no_clear_change"),
        ("".join(row(end, 0) for end in range(2005, 2023)), "no_clear_change"),
        ("".join(row(end, 100) for end in range(2005, 2023)), "no_clear_change"),
        ("".join(row(end, "5e-324") for end in range(2015, 2022)), "no_clear_change"),
        ("".join(row(end, 40 + (end - 1900) / 10) for end in range(1900, 2100)), "improving"),
        ("".join(row(end, disclosure="suppressed") for end in range(2015, 2022)), "not_assessed"),
        ("".join(row(end, status="missing") for end in range(2015, 2022)), "not_assessed"),
        ("".join(row(end, 50, status="suspect") for end in range(2015, 2022)), "not_assessed"),
        ("".join(row(end, 50, status="provisional") for end in range(2015, 2022)), "not_assessed"),
    ],
    ids=["one row", "one zero", "two rows", "all equal", "all zero", "all full", "next to nothing",
         "200 years", "all hidden", "all missing", "all suspect", "all provisional"],
)  # fmt: skip
def test_an_absurd_table_gets_a_status(site, table, told):
    assert judge(site, table) == told
    if told == "improving":
        told = "worsening"
    assert judge(site, table, "lower") == told


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("", "table-header-only"),
        (row(2020, "inf"), "table-not-finite"),
        (row(2020, "-Infinity"), "table-not-finite"),
        (row(2020, "nan"), "table-not-finite"),
        (row(2020, "1e999"), "table-not-finite"),
        (row(2020, "9" * 400), "table-not-finite"),
        (row(2020, 50, end="9" * 400), "table-not-finite"),
        (row(2020, 50, numerator="1e999", denominator="1e999"), "table-not-finite"),
        (row(2020, 50, numerator=-5, denominator=100), "value-disagrees"),
        (row(2020, 50, numerator=-50, denominator=-100), "small-group-shown"),
        (row(2020, 50, denominator=-100), "small-group-shown"),
        (row(2020, -50), "out-of-bounds"),
        (row(2020, "1e308"), "out-of-bounds"),
        (row(2020, 0, numerator=0, denominator=0), "small-group-shown"),
        (row(2020, 50) * 2, "duplicate-row"),
        (row(1823, 50), "end-not-a-year"),
        (row(0, 50), "end-not-a-year"),
        (row(-5, 50), "end-not-a-year"),
    ],
    ids=["nothing", "infinity", "minus infinity", "no number", "infinite when read", "400 digits",
         "400 digits of a year", "infinite counts", "negative count", "both negative",
         "negative whole", "negative share", "huge share", "of nobody", "twice", "1823", "year 0",
         "year -5"],
)  # fmt: skip
def test_a_hostile_table_gives_a_problem(site, table, told):
    assert told in judge(site, table).split()


@pytest.mark.parametrize("unit", ["index", "currency", "rate", "ratio", "days"])
@pytest.mark.parametrize("values", [["-3"], ["0.1"], ["999999999999999", "-999999999999999"],
                                    ["5e-324", "1e14"]])  # fmt: skip
def test_numbers_without_bounds_get_a_status(site, values, unit):
    pairs = [(end, values[end % len(values)]) for end in range(2015, 2022)]
    boys = "".join(row(end, values[-1], gender="Male") for end, _ in pairs)
    girls = "".join(row(end, value, gender="Female") for end, value in pairs)
    table = "".join(row(end, value) for end, value in pairs) + boys + girls
    assert judge(site, table, unit=unit) == "no_clear_change"


@pytest.mark.parametrize("value", ["-5", "0", "999999999999999"])
def test_counts_get_a_status(site, value):
    table = "".join(row(end, value) for end in range(2015, 2022))
    assert judge(site, table, unit="count") == "no_clear_change"
    negative = row(2020, value, gender="Male") + row(2020, value)
    assert judge(site, negative, unit="count") in ("small-group-shown", "baseline_only")


@pytest.mark.parametrize("column", ["value", "low", "high", "numerator", "denominator"])
@pytest.mark.parametrize("number", ["1e308", "-1e308", "1000000000000000"])
def test_a_number_that_nobody_can_write_out_is_a_problem(site, column, number):
    table = row(2020, 5, gender="Male") + row(2020, **{"value": 50, column: number})
    assert "number-too-large" in judge(site, table, unit="index").split()


def grouped(site: Path, count: int, rows: str) -> str:
    """The status of a table whose breakdown has so many groups."""
    descriptor = site / FOLDER / "datapackage.yaml"
    written = descriptor.read_text("utf-8")
    before, _, after = written.partition("      groups:\n")
    groups = "".join(f"        - name: G{n}\n          label: group {n}\n" for n in range(count))
    rest = after[after.index("  targets:\n") :]
    descriptor.write_text(f"{before}      groups:\n{groups}{rest}", "utf-8")
    try:
        return judge(site, rows)
    finally:
        descriptor.write_text(written, "utf-8")


def test_as_many_groups_as_a_page_can_show_get_a_status(site):
    rows = "".join(row(2020, n / 2, gender=f"G{n}") for n in range(MOST_GROUPS))
    assert grouped(site, MOST_GROUPS, row(2020, 50) + rows) == "baseline_only"


@pytest.mark.slow
def test_ten_thousand_groups_give_a_problem(site):
    rows = row(2020, 50) + "".join(row(2020, 50, gender=f"G{n}") for n in range(10_000))
    assert grouped(site, 10_000, rows) == "too-many-groups"


def test_more_hidden_rows_than_can_be_judged_give_a_problem(site):
    rows = "".join(
        row(2020, gender=f"G{n}", disclosure="suppressed") for n in range(MOST_HIDDEN + 1)
    )
    told = judge(site, row(2020, 50, numerator=250000, denominator=500000) + rows)
    assert told.split() == ["too-many-hidden-rows", "unknown-group"]


def test_a_table_of_counts_with_too_many_small_groups_is_refused(tmp_path):
    table = tmp_path / "many.csv"
    rows = "".join(f"2020,Riverbend,G{n},3,7\n" for n in range(MOST_HIDDEN + 1))
    table.write_text(f"period,geography,race,numerator,denominator\n{rows}", "utf-8")
    out = tmp_path / "out"
    told = CliRunner().invoke(
        main, ["protect", str(table), "--output", str(out), "--root", str(tmp_path)]
    )
    assert (told.exit_code, out.exists()) == (1, False)
    assert "too-many-hidden-rows" in told.output


@pytest.mark.parametrize(
    ("before", "after", "table", "told"),
    [
        ("- name: value\n          type: number", "- name: value\n          type: string",
         row(2020, "abc"), '"value" is "abc"'),
        ("- name: value\n          type: number",
         "- name: value\n          type: number\n          decimalChar: ','",
         row(2020, '"50,5"'), '"value" is "50,5"'),
        ('missingValues: [""]', 'missingValues: ["", "x"]', row(2020, "x"), '"value" is "x"'),
        ("- name: end\n          type: integer", "- name: end\n          type: string",
         row(2020, 50, end="MMXX") * 2, '"end" is "MMXX", which is not a plain number (in 2 rows)'),
        ("- name: geography\n          type: string\n          constraints: {required: true}",
         "- name: geography\n          type: string", row(2020, 50, geography=""),
         'The row has no "geography"'),
        ("- name: value\n          type: number", "- name: value\n          type: string",
         row(2020, "7 pupils", disclosure="suppressed"), '"value" is not a plain number'),
    ],
    ids=["text", "comma", "word for nothing", "year in words", "no place", "hidden"],
)  # fmt: skip
def test_no_row_is_left_out_in_silence(site, tmp_path, before, after, table, told):
    """Not even where the description of the columns lets its cells pass."""
    root = Path(shutil.copytree(site, tmp_path / "site"))
    descriptor = root / FOLDER / "datapackage.yaml"
    text = descriptor.read_text("utf-8").replace("@", "higher")
    assert text.count(before) == 1
    descriptor.write_text(text.replace(before, after), "utf-8")
    (root / FOLDER / "reading.csv").write_text(HEADER + table, "utf-8")
    problems = Problems()
    assert load_project(root, datetime.date(2023, 1, 1), problems) is None
    (one,) = [p for p in problems if p.code == "row-not-read"]
    assert told in one.what
    assert "7 pupils" not in to_terminal(problems)


def test_the_words_for_hidden_rows_are_known_where_tables_are_read():
    assert package_tables.HIDDEN == HIDDEN


@pytest.mark.parametrize("column", ["numerator", "denominator", "value", "low", "high"])
@pytest.mark.parametrize(
    "cell",
    ["27183", '"27,183"', " 27183", "27183x", "27183%", "=27183", "-27183.5", "27\u00a0183",
     "27\u200b183", "27183" + "x" * 90, "27183e999"],
)  # fmt: skip
def test_what_stands_in_a_hidden_row_is_never_repeated(site, column, cell):
    table = row(2020, 50) + row(2020, gender="Male", disclosure="suppressed", **{column: cell})
    descriptor = site / FOLDER / "datapackage.yaml"
    written = descriptor.read_text("utf-8")
    descriptor.write_text(written.replace("@", "higher"), "utf-8")
    (site / FOLDER / "reading.csv").write_text(HEADER + table, "utf-8")
    problems = Problems()
    try:
        assert load_project(site, datetime.date(2023, 1, 1), problems) is None
    finally:
        descriptor.write_text(written, "utf-8")
    said = "".join(filter(str.isalnum, to_terminal(problems)))
    assert "183" not in said
