"""How commitments stand on a day, and that no record makes the count of promises smaller."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.riverbend import add, committed, copied, edit, git
from truenorth.partnership.commitments import (
    ENDED,
    count,
    due_untold,
    first_due,
    former,
    last_update,
    newest,
    overdue,
    stale_since,
    status_on,
)
from truenorth.partnership.model import Commitment, CommitmentUpdate, FormerWords
from truenorth.problems import Problems
from truenorth.sources.git_history import stored_texts
from truenorth.verify_history import verify_history

FILE = "data/commitments.yml"
DAY = date(2026, 2, 1)
STATUSES = (
    "not_started", "in_progress", "completed", "ongoing", "delayed", "revised", "withdrawn",
    "carried_forward", None,
)  # fmt: skip


def promise(id="books", **more):
    return Commitment(id, "Books", "A book for everyone.", ("library",), ("minutes",), **more)


def update(day, status=None, basis="self_reported"):
    return CommitmentUpdate(day, "It was told.", basis, status=status)


def test_the_status_on_a_day_is_what_was_told_by_then():
    told = promise(
        status="completed",
        updates=(update("2024-03", "in_progress"), update("2025-01-10"),
                 update("2025-05-01", "completed")),
        ended="2025-05-01",
    )  # fmt: skip
    assert status_on(told, date(2023, 1, 1)) is None
    assert status_on(told, date(2024, 3, 1)) == "in_progress"
    assert status_on(told, date(2025, 4, 30)) == "in_progress"
    assert status_on(told, date(2025, 5, 1)) == "completed"
    assert last_update(told, date(2025, 2, 1)).date == "2025-01-10"
    assert last_update(told, date(2023, 1, 1)) is None


def test_an_end_that_is_still_to_come_is_not_shown_yet():
    ending = promise(
        status="withdrawn", updates=(update("2025-01", "in_progress"),), ended="2026-07-01"
    )
    assert status_on(ending, DAY) == "in_progress"
    assert status_on(ending, date(2026, 7, 1)) == "withdrawn"


@pytest.mark.parametrize("status", STATUSES)
def test_only_what_is_owed_can_be_overdue(status):
    late = promise(status=status, due="2025-12")
    owed = status in {"not_started", "in_progress", "delayed", "revised"}
    assert overdue(late, DAY) == owed
    assert due_untold(late, DAY) == (status is None)
    assert not overdue(replace(late, due=None), DAY)


def test_a_day_known_to_the_year_is_over_when_the_year_is():
    late = promise(status="in_progress", due="2025")
    assert not overdue(late, date(2025, 12, 31))
    assert overdue(late, date(2026, 1, 1))


@pytest.mark.parametrize("status", STATUSES)
def test_a_year_without_news_is_told_unless_it_ended(status):
    silent = promise(status=status, updates=(update("2025-01-31", status),))
    assert (stale_since(silent, DAY) is not None) == (status not in ENDED)
    assert stale_since(silent, date(2026, 1, 31)) is None


def test_without_news_the_year_begins_when_it_was_made():
    assert stale_since(promise(status="ongoing", made="2024"), DAY) == "2024"
    assert stale_since(promise(status="ongoing"), DAY) is None


def test_the_first_day_it_was_due_is_kept():
    moved = promise(
        due="2026-06",
        revisions=(FormerWords("A book.", "2025", "No room.", due="2024"),
                   FormerWords("A book.", "2025-06", "No room.", due="2025")),
    )  # fmt: skip
    assert first_due(moved) == "2024"
    assert first_due(promise(due="2026-06")) is None
    assert first_due(promise(due="2024", revisions=moved.revisions[:1])) is None


def test_what_was_carried_forward_counts_once_by_how_the_newest_fares():
    line = (
        promise("first", status="carried_forward", successor="second"),
        promise("second", status="carried_forward", successor="third"),
        promise("third", status="delayed"),
    )
    assert newest(line[0], line) == line[2]
    assert former(line[2], line) == (line[1],)
    counts = count(line, DAY)
    assert counts.made == 1 and counts.statuses == {"delayed": 1}
    assert counts.carried_forward == 2
    part = count(line[:1], DAY, line)
    assert part.made == 1 and part.statuses == {"delayed": 1}


def test_many_carried_into_one_are_still_many():
    into_one = (
        promise("first", status="carried_forward", successor="last"),
        promise("second", status="carried_forward", successor="last"),
        promise("last", status="completed"),
    )
    counts = count(into_one, DAY)
    assert counts.made == 2 and counts.statuses == {"completed": 2}


def test_withdrawn_and_reworded_ones_stay_in_the_count():
    counts = count(
        (
            promise("a", status="withdrawn", updates=(update("2025-09", "withdrawn"),)),
            promise("b", status="revised", revisions=(FormerWords("More.", "2025", "Why."),)),
            promise("c", updates=(update("2025-09", basis="reviewed"),)),
        ),
        DAY,
    )
    assert counts.made == 3
    assert counts.statuses == {"withdrawn": 1, "revised": 1, None: 1}
    assert (counts.reworded, counts.self_reported, counts.reviewed) == (1, 1, 1)


def test_nothing_made_is_nothing_counted():
    assert count((), DAY).made == 0


def test_a_circle_is_no_trap():
    a = promise("a", status="carried_forward", successor="b")
    b = promise("b", status="carried_forward", successor="a")
    assert newest(a, (a, b)) == b


@given(st.lists(st.sampled_from(STATUSES), min_size=1, max_size=9), st.data())
def test_carrying_forward_into_a_new_one_never_makes_the_count_smaller(statuses, data):
    made = [promise(f"p{n}", status=status) for n, status in enumerate(statuses)]
    before = count(made, DAY).made
    chosen = data.draw(st.sets(st.integers(0, len(made) - 1)))
    after = [
        replace(one, status="carried_forward", successor="new") if n in chosen else one
        for n, one in enumerate(made)
    ]
    now = count([*after, promise("new", status="completed")], DAY)
    assert now.made == (before if chosen else before + 1)
    assert now.statuses.total() == now.made


# What git remembers.


@pytest.fixture
def root(tmp_path):
    return copied(tmp_path)


def told(root):
    problems = Problems()
    verify_history(root, problems)
    return [problem for problem in problems if problem.code.startswith("commitment-")]


def hide(root):
    """Make the last commitment of the list internal."""
    edit(root, FILE, "    note: The minutes", "    visibility: internal\n    note: The minutes")


def without(root, ident):
    """Take a commitment out of the list."""
    before, _, rest = (root / FILE).read_text("utf-8").partition(f"  - id: {ident}\n")
    after = rest[rest.find("\n  - id: ") + 1 :] if "\n  - id: " in rest else ""
    (root / FILE).write_text(before + after, "utf-8", newline="\n")


def test_a_list_that_only_grew_and_changed_is_sound(root):
    committed(root)
    edit(root, FILE, "Still five of nine;", "Five of nine;")
    add(root, FILE, "  - id: more-books\n    title: More\n    text: More books.\n"
        "    organizations: [river-college]\n    sources: [riverbend-minutes]\n")  # fmt: skip
    committed(root)
    assert told(root) == []


def test_one_that_is_gone_is_told_with_the_last_commit_that_had_it(root):
    committed(root)
    edit(root, FILE, "Still five of nine;", "Five of nine;")
    last = committed(root)
    without(root, "equal-part")
    (problem,) = told(root)
    assert problem.code == "commitment-removed" and problem.place.file == FILE
    assert '"equal-part"' in problem.what and last in problem.what and last in problem.fix
    committed(root)
    assert [p.code for p in told(root)] == ["commitment-removed"]


def test_a_new_id_does_not_hide_that_the_old_one_is_gone(root):
    committed(root)
    edit(root, FILE, "id: plain-letters", "id: letters-in-plain-words")
    committed(root)
    assert [p.code for p in told(root)] == ["commitment-removed"]


def test_the_whole_list_taken_away(root):
    committed(root)
    (root / FILE).unlink()
    committed(root)
    assert len(told(root)) == 10


def test_one_that_was_taken_off_the_site_is_told(root):
    committed(root)
    hide(root)
    committed(root)
    assert [p.code for p in told(root)] == ["commitment-hidden"]


def test_one_that_was_never_public_may_go(root):
    hide(root)
    committed(root)
    without(root, "plain-letters")
    committed(root)
    assert told(root) == []


def test_one_lost_in_a_merge_is_told(root):
    committed(root)
    git(root, "switch", "--quiet", "-c", "side")
    add(root, FILE, "  - id: from-the-side\n    title: More\n    text: More books.\n"
        "    organizations: [river-college]\n    sources: [riverbend-minutes]\n")  # fmt: skip
    committed(root)
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--strategy=ours", "--message", "Merge", "side")
    assert ["from-the-side" in p.what for p in told(root)] == [True]


def test_a_list_that_cannot_be_read_is_left_to_the_check(root):
    committed(root)
    edit(root, FILE, "  - id: plain-letters", "\t- id: plain-letters")
    assert told(root) == []


def test_without_git_nothing_is_told(root):
    assert told(root) == []
    assert stored_texts(root, FILE) == ()
