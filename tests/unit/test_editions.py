"""Editions side by side, sealed, and in the menu only where there are any."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.riverbend import committed, copied
from tests.town import Town
from truenorth.editions.compare import figures, pairs, revisions
from truenorth.editions.load import is_sealed
from truenorth.editions.model import (
    Edition,
    Erratum,
    FrozenCounts,
    FrozenStatus,
    PublishedEdition,
)
from truenorth.freeze_edition.record_text import sealed
from truenorth.pages.navigation import navigation
from truenorth.pages.report_card import editions
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems
from truenorth.verify_history import verify_history

T = load_wording()
HEADER = "period,geography,gender,value,status,disclosure,vintage\n"
TODAY = datetime.date(2024, 5, 1)


def status(id: str, word: str = "too_early", **more) -> FrozenStatus:
    return FrozenStatus(id, id.title(), "percent", 1, word, 3, **more)


def published(id: str, statuses, tables=None, **more) -> PublishedEdition:
    head = Edition(
        id=id,
        kind="baseline",
        title=f"Report {id}",
        date=f"{id}-03-01",
        methods=("trend/1",),
        counts=FrozenCounts(1, 1, 0, 0, 0, 0, 0, 0, 0),
        indicators=tuple(statuses),
        files=(),
        seal="0" * 64,
        **more,
    )
    files = {f"data/{name}.csv": (HEADER + rows).encode() for name, rows in (tables or {}).items()}
    return PublishedEdition(head, f"data/editions/{id}", {"main.html": b"<h1>x</h1>", **files})


def test_a_figure_of_the_same_period_that_changed_is_a_revision():
    before = published("2022", [status("reading")], {"reading": "2021,Town,,74,provisional,,\n"})
    rows = "2021,Town,,72,normal,,\n2022,Town,,75,normal,,\n"
    after = published("2023", [status("reading")], {"reading": rows})
    (one,) = revisions(before, after)
    assert (one.period, one.before, one.after, one.was) == ("2021", 74, 72, "provisional")
    assert revisions(before, before) == ()


@pytest.mark.parametrize("hidden", ["suppressed", "complementary"])
@pytest.mark.parametrize("late", [True, False])
def test_what_either_edition_hides_is_no_revision(hidden, late):
    shown, gone = "2021,Town,Girls,74,normal,,\n", f"2021,Town,Girls,,normal,{hidden},\n"
    order = (shown, gone) if late else (gone, shown)
    sides = [published(str(2022 + n), [status("r")], {"r": rows}) for n, rows in enumerate(order)]
    assert revisions(*sides) == ()


def test_of_several_vintages_the_newest_counts_and_groups_are_apart():
    rows = (
        "2021,Town,,70,normal,,2022-02\n2021,Town,,71,revised,,2023-02\n2021,Town,Girls,9,,,\n"
        "2020,Town,,none,,,\n"
    )
    assert figures(HEADER + rows) == {
        ("2021", "Town"): (71, "revised"),
        ("2021", "Town", "Girls"): (9, ""),
    }
    assert figures("") == {}


def test_an_indicator_that_came_or_went_is_in_the_list():
    before = published("2022", [status("old"), status("both")])
    after = published("2023", [status("both", "improving"), status("new")])
    assert [
        (p.either.indicator, p.before is not None, p.after is not None)
        for p in pairs(before, after)
    ] == [
        ("both", True, True),
        ("new", False, True),
        ("old", True, False),
    ]


def test_only_errata_may_stand_below_the_seal():
    text = sealed({"id": "2022", "n": 1, "p": 0.00001, "x": -0.0, "none": None, "list": ("a",)})
    assert b'id: "2022"\nn: 1\np: 0.00001\nx: 0\nlist: ["a"]\nseal: ' in text
    assert is_sealed(text)
    assert is_sealed(text + b"errata:\n  - {}\n")
    for wrong in (
        text + b"\n",
        text + b"note: x\n",
        text[:-1],
        text.replace(b"n: 1", b"n: 2"),
        b"",
    ):
        assert not is_sealed(wrong)


def test_without_editions_there_is_neither_page_nor_entry():
    assert editions.pages(Town(), T) == ()
    assert "/editions/" not in str(navigation(Town(), T))


def test_with_editions_there_are_a_list_pages_and_comparisons():
    town = Town(
        today=TODAY,
        editions=(
            published("2022", [status("reading")]),
            published("2023", [status("reading", "improving")], embargo_until="2024-05-01"),
            published("2024", [status("reading")], embargo_until="2024-05-02"),
        ),
    )
    found = {page.address: page for page in editions.pages(town, T)}
    assert set(found) == {
        "/editions/",
        "/editions/2022/",
        "/editions/2023/",
        "/editions/compare/2022/2023/",
    }
    assert "/editions/" in str(navigation(town, T))
    newest, oldest = found["/editions/"].context["table"].rows
    assert newest[0].address == "/editions/2023/"
    assert oldest[0].text == "Report 2022"


def test_errata_are_words_around_the_page():
    one = published("2022", [status("reading")])
    head = replace(one.record, errata=(Erratum("2023-01-15", "It is 71."),))
    town = Town(today=TODAY, editions=(replace(one, record=head),))
    page = editions.pages(town, T)[1]
    assert page.context["errata"] == (("January 15, 2023", "It is 71."),)
    assert page.context["main"] == "<h1>x</h1>"
    assert "edition-errata" in page.parts


def test_a_file_changed_together_with_its_seal_is_found_by_git(tmp_path):
    root = copied(tmp_path)
    main = root / "data/editions/2022/main.html"
    main.parent.mkdir(parents=True)
    main.write_text("<h1>x</h1>\n", "utf-8")
    head = main.with_name("edition.yml")
    head.write_text("seal: x\n", "utf-8")
    committed(root, "Publish")
    assert altered(root) == []
    head.write_text("seal: x\nerrata:\n", "utf-8")
    main.write_text("<h1>y</h1>\n", "utf-8")
    assert altered(root) == ["data/editions/2022/main.html"]


def altered(root) -> list[str]:
    problems = Problems()
    verify_history(root, problems)
    return [p.place.file for p in problems if p.code == "edition-altered"]
