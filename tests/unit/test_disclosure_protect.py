"""Tables made publishable: what is hidden, how it is told, and that nothing depends on it."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.disclosure_tables import CALIFORNIA, by_gender, row
from truenorth.cli import main
from truenorth.disclosure.audit import weak
from truenorth.disclosure.cells import Breakdown
from truenorth.disclosure.policy import PRESETS
from truenorth.disclosure.primary import Counted, mask, rounded_percent
from truenorth.disclosure.protect import Layout, protect, sheet_of
from truenorth.disclosure.table_out import written

UTAH = PRESETS["utah"]
RACES = ("Asian", "Black", "Latino", "White")
LAYOUT = Layout((Breakdown("gender", frozenset({"Female", "Male"})),
                 Breakdown("race", frozenset(RACES))))  # fmt: skip


def states(rows: list[Counted], layout: Layout, policy=CALIFORNIA) -> dict[str, str]:
    done = protect(rows, policy, layout)
    return {dict(r.groups).get("gender", "all"): r.disclosed for r in map(Shown, done)}


class Shown:
    """A masked row as a test reads it."""

    def __init__(self, masked) -> None:
        self.groups = masked.groups
        self.disclosed = masked.state if masked.state != "shown" else masked.coded or "shown"


def test_one_small_group_takes_another_with_it_and_both_look_alike():
    rows, layout = by_gender(("Female", 300, 500), ("Male", 290, 480), ("Nonbinary", 4, 7))
    assert states(rows, layout) == {
        "all": "shown", "Female": "complementary", "Male": "shown", "Nonbinary": "complementary",
    }  # fmt: skip


def test_the_policy_names_who_is_hidden_first():
    rows, layout = by_gender(("Female", 300, 500), ("Male", 290, 480), ("Nonbinary", 4, 7))
    policy = replace(CALIFORNIA, complement_first=("Male",))
    assert states(rows, layout, policy)["Male"] == "complementary"
    whole = replace(CALIFORNIA, complement="whole_breakdown")
    assert set(states(rows, layout, whole).values()) == {"shown", "complementary"}
    assert states(rows, layout, whole)["all"] == "shown"
    assert states(rows, layout, whole)["Male"] == states(rows, layout, whole)["Female"]


def test_counts_alone_can_be_left_out_beside_whole_shares():
    rows, layout = by_gender(
        ("Female", 2710, 5000), ("Male", 2400, 4800), ("X", 40, 80), ("Nonbinary", 4, 7)
    )
    done = protect(rows, replace(CALIFORNIA, complement="counts_only"), layout)
    told = {dict(r.groups).get("gender", "all"): (r.part, r.whole, r.percent) for r in done}
    assert told["Female"] == (None, None, "54")
    assert told["Male"] == (None, None, "50")
    assert told["X"] == told["Nonbinary"] == (None, None, None)  # a share of 80 would tell more
    assert told["all"] == (5154, 9887, "52.1")


def test_two_small_groups_that_protect_each_other_are_called_small():
    rows, layout = by_gender(("Female", 300, 500), ("Male", 290, 480), ("X", 5, 8), ("Y", 3, 7))
    assert states(rows, layout)["X"] == states(rows, layout)["Y"] == "suppressed"
    assert states(rows, layout)["Male"] == "shown"


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (300, 300, ("99", "top_coded")), (297, 300, ("99", "top_coded")),
        (296, 300, ("98.7", "")), (3, 300, ("1", "bottom_coded")), (294, 299, ("98", "top_coded")),
        (38, 40, ("95", "top_coded")), (37, 39, ("90", "top_coded")), (18, 20, ("90", "top_coded")),
        (17, 20, ("85.0", "")), (8, 10, ("80", "top_coded")), (2, 10, ("20", "bottom_coded")),
        (5, 10, ("50.0", "")), (9, 9, (None, "")),
    ],
)  # fmt: skip
def test_utahs_table_of_codes(part: int, whole: int, told: tuple):
    (done,) = mask([row((), part, whole)], UTAH)
    assert (done.percent, done.coded) == told
    assert (done.part is None) == (bool(done.coded) or whole < 10)


def test_a_code_is_not_undone_by_the_numbers_beside_it():
    rows, layout = by_gender(("Female", 100, 100), ("Male", 60, 120), ("X", 55, 110))
    done = protect(rows, UTAH, layout)
    assert weak([sheet_of(done, UTAH, layout)], (), {"table": UTAH}) == frozenset()
    coded = {dict(r.groups).get("gender"): r for r in done}["Female"]
    assert (coded.percent, coded.part) in {("98", None), (None, None)}


def test_shares_are_rounded_in_whole_numbers():
    assert rounded_percent(1, 16, 1) == "6.3"  # 6.25: a half goes up
    assert rounded_percent(1, 8, 0) == "13"
    assert rounded_percent(2, 3, 1) == "66.7"
    assert rounded_percent(0, 7, 1) == "0.0"
    assert rounded_percent(7, 7, 0) == "100"


def test_rows_come_in_an_order_that_no_number_decides():
    rows, layout = by_gender(("Female", 30, 500), ("Male", 290, 480), ("Nonbinary", 4, 7))
    assert protect(rows[::-1], CALIFORNIA, layout) == protect(rows, CALIFORNIA, layout)


def test_nobody_can_be_shown():
    policy = replace(CALIFORNIA, zero="shown")
    rows, layout = by_gender(("Female", 30, 50), ("Male", 29, 48), ("Nonbinary", 0, 0))
    done = protect(rows, policy, layout)
    assert [r.state for r in done] == ["shown"] * 4
    table = written(done, ["gender"], policy, has_whole=True).decode()
    assert "2020,2020,Riverbend,Nonbinary,0,0,,not_applicable,,\n" in table


counts = st.integers(0, 60)
small = st.integers(0, 10)


@st.composite
def tables(draw) -> list[tuple[Counted, Counted]]:
    """A table twice: the second differs only in numbers that the policy hides."""
    pairs = []
    groups = [(), *((("gender", g),) for g in ("Female", "Male")), *((("race", r),) for r in RACES)]
    groups += [(("gender", g), ("race", r)) for g in ("Female", "Male") for r in RACES]
    for inner in groups:
        whole = draw(counts) if inner else 400
        part = draw(st.integers(0, whole))
        one = row(inner, part, whole)
        other = one
        if whole < 11:
            hidden = draw(small)
            other = replace(one, whole=hidden, part=draw(st.integers(0, 10)))
        pairs.append((one, other))
    return pairs


@settings(max_examples=20, deadline=None)
@given(tables(), st.sampled_from(["fewest_rows", "whole_breakdown", "counts_only"]))
def test_what_is_hidden_decides_nothing(pairs, complement):
    """Non-interference: the same bytes whatever the hidden numbers are, also if nothing adds up."""
    policy = replace(CALIFORNIA, complement=complement)
    one, other = (
        written(protect(list(rows), policy, LAYOUT), ["gender", "race"], policy, has_whole=True)
        for rows in zip(*pairs, strict=True)
    )
    assert one == other


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(counts, st.integers(0, 100)), min_size=8, max_size=8),
       st.sampled_from(sorted(PRESETS)))  # fmt: skip
def test_what_is_protected_passes_the_audit_and_the_rest_is_true(cells, preset):
    policy = PRESETS[preset]
    inner = [
        ((("gender", g), ("race", r)), whole * share // 100, whole)
        for (whole, share), (g, r) in zip(
            cells, [(g, r) for g in ("Female", "Male") for r in RACES], strict=True
        )
    ]
    rows = [row(*cell) for cell in inner]
    for outer in [(), *((("gender", g),) for g in ("Female", "Male")),
                  *((("race", r),) for r in RACES)]:  # fmt: skip
        within = [c for c in inner if set(outer) <= set(c[0])]
        rows.append(row(outer, sum(c[1] for c in within), sum(c[2] for c in within)))
    done = protect(rows, policy, LAYOUT)
    held = sheet_of(done, policy, LAYOUT)
    assert weak([held], (), {"table": policy}) in (frozenset(), None)
    true = {(r.geography, r.groups): r for r in rows}
    for masked in done:
        counted = true[masked.key]
        assert masked.part in (None, counted.part)
        assert masked.whole in (None, counted.whole)
        assert masked.state != "shown" or counted.whole >= policy.min_n


TABLE = """\
period,geography,gender,numerator,denominator
2020-21,Riverbend,Nonbinary,{part},{whole}
2020-21,Riverbend,Male,189,420
2020-21,Riverbend,Female,210,420
2020-21,Riverbend,,402,847
"""


def run(folder: Path, table: str, *more: str):
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "reading.csv"
    file.write_text(table, encoding="utf-8")
    told = CliRunner().invoke(
        main, ["protect", str(file), "--output", str(folder / "out"), "--root", str(folder), *more]
    )
    target = folder / "out" / "reading.csv"
    return told, target.read_bytes() if target.exists() else None


def test_the_command_tells_and_writes_the_same_whatever_is_hidden(tmp_path: Path):
    told = [
        run(tmp_path / str(n), TABLE.format(part=part, whole=whole))
        for n, (part, whole) in enumerate([(3, 7), (0, 0), (9, 2)])
    ]
    assert len({(answer.output, answer.exit_code, content) for answer, content in told}) == 1
    answer, content = told[0]
    assert answer.output == "Wrote reading.csv: 4 rows, 2 hidden, 0 told as a bound.\n"
    assert b"2020-21,2021,Riverbend,Male,189,420,45.0,,,\n" in content
    assert sorted(p.name for p in (tmp_path / "0").rglob("*")) == [
        "out",
        "reading.csv",
        "reading.csv",
    ]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (TABLE.format(part="7.5", whole=7), "not a whole number"),
        (TABLE.format(part="*", whole=7), "not a whole number"),
        (TABLE.format(part=3, whole=-7), "not a whole number"),
        (TABLE.format(part=3, whole=7).replace("189,", "489,"), "more than the denominator"),
        (TABLE.format(part=3, whole=7).replace("Male", "Female").replace("FeFe", "Fe"), "same per"),
        (TABLE.format(part=3, whole=7).replace("gender", "value"), "no breakdown"),
        (TABLE.format(part=3, whole=7).replace("Male", "98765"), "holds a number"),
        (TABLE.format(part=3, whole=7).replace("numerator", "graduates"), 'no column "numerator"'),
        (TABLE.format(part=3, whole=7).replace("2020-21", "lately"), "no period with a year"),
        (TABLE.format(part=3, whole=7).replace(",420\n", "\n"), "more or fewer cells"),
        ("period,geography,numerator\n", "no rows"),
        ('period,geography,numerator\n"2020,Riverbend,5\n', "quotation mark"),
    ],
)  # fmt: skip
def test_a_table_that_is_not_understood_is_refused_without_repeating_it(tmp_path, table, said):
    answer, content = run(tmp_path, table)
    assert answer.exit_code == 1
    assert content is None
    assert said in " ".join(answer.output.split())
    assert "98765" not in answer.output
    assert "489" not in answer.output


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("189,420", "489,420"), ("2020-21,Riverbend,,402", "lately,Riverbend,,402"),
        (",gender,", ",value,"), ("numerator", "graduates"), ("402,847", "402"),
        ("Riverbend,Male", "Riverbend,Female"), ("Male", "98765"), ("2020-21", '"2020-21'),
    ],
)  # fmt: skip
def test_a_refusal_does_not_depend_on_hidden_numbers(tmp_path: Path, before: str, after: str):
    told = set()
    for n, (part, whole) in enumerate([(3, 7), (0, 0), (9, 2), (10, 10)]):
        table = TABLE.format(part=part, whole=whole).replace(before, after)
        answer, content = run(tmp_path / str(n), table)
        told.add((answer.output, answer.exit_code, content))
    assert len(told) == 1
    assert told.pop()[1:] == (1, None)


def test_grades_may_be_numbers_where_one_says_so(tmp_path: Path):
    table = "period,geography,grade,numerator\n2020,Riverbend,3,50\n2020,Riverbend,4,60\n"
    answer, content = run(tmp_path, table, "--by", "grade")
    assert (answer.exit_code, content.splitlines()[1]) == (0, b"2020,2020,Riverbend,3,50,50,,,")


def test_true_counts_may_not_lie_in_a_repository(tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    subprocess.run(["git", "init", "-q", str(site)], check=True)
    (site / ".gitignore").write_text("/private/\n", encoding="utf-8")
    table = TABLE.format(part=3, whole=7)
    answer, _ = run(site, table)
    assert (answer.exit_code, "inside a repository" in answer.output) == (1, True)
    assert run(site / "data" / "raw", table)[0].exit_code == 1
    assert run(site / "private", table)[0].exit_code == 0
    (site / ".gitignore").write_text("", encoding="utf-8")
    assert run(site / "private", table)[0].exit_code == 1


def test_a_link_does_not_lead_around_that(tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    subprocess.run(["git", "init", "-q", str(site)], check=True)
    (site / "true.csv").write_text(TABLE.format(part=3, whole=7), encoding="utf-8")
    (tmp_path / "link.csv").symlink_to(site / "true.csv")
    told = CliRunner().invoke(
        main,
        ["protect", str(tmp_path / "link.csv"), "--output", str(tmp_path), "--root", str(site)],
    )
    assert told.exit_code == 1


def test_the_true_table_is_never_overwritten(tmp_path: Path):
    file = tmp_path / "reading.csv"
    file.write_text(TABLE.format(part=3, whole=7), encoding="utf-8")
    told = CliRunner().invoke(
        main, ["protect", str(file), "--output", str(tmp_path), "--root", str(tmp_path)]
    )
    assert told.exit_code == 1
    assert file.read_text(encoding="utf-8") == TABLE.format(part=3, whole=7)


def test_a_policy_is_a_preset_or_a_file(tmp_path: Path):
    table = TABLE.format(part=3, whole=7)
    shown, _ = run(tmp_path, table, "--policy", "at_most_5")
    assert "0 hidden" in shown.output
    (tmp_path / "mine.yml").write_text("preset: at_most_15\nprotection: 99\n", encoding="utf-8")
    assert (
        "protection-too-wide"
        in run(tmp_path, table, "--policy", str(tmp_path / "mine.yml"))[0].output
    )
    assert "neither a preset" in run(tmp_path, table, "--policy", "strict")[0].output
