"""What happened when: every dated record, as exact as it is known and not before its day."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.riverbend import RIVERBEND, TODAY, project
from tests.town import Town
from truenorth.pages.overview import phases, timeline
from truenorth.pages.overview.events import ahead, events, undated
from truenorth.pages.wording import load_wording
from truenorth.partnership.model import Fact, PhaseReached
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.site.templates import Templates

ROOT = Path(__file__).parents[2]
T = load_wording()
TEMPLATES = Templates(ROOT / "theme_overrides" / "pages", T)
# Dates that say when something happened, by the names they have in records.
HAPPENED = frozenset(
    {"since", "until", "made", "ended", "entered", "adopted", "effective", "notice", "proposed"}
)
# Records that are one event: their date is its day.
WHOLE = frozenset({"Decision", "Assessment", "Signature", "Renewal", "Fact"})
# What is told on the page of its record alone, or by another record.
ELSEWHERE = frozenset({"Source", "Action", "ActionUpdate", "CommitmentUpdate"})


@pytest.fixture(scope="module")
def riverbend():
    return project(RIVERBEND)


def html(found: Any) -> str:
    (page,) = timeline.pages(found, T)
    return TEMPLATES.render(page)


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def dated(record: Any) -> Iterator[str]:
    """Every date of a record and its parts that says when something happened."""
    name = type(record).__name__
    told_by_another = name == "Role" and record.role in ("signer", "funder")
    if name in ELSEWHERE or told_by_another:
        return
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        happened = field.name in HAPPENED or name in WHOLE
        if happened and field.metadata.get("is_date") and isinstance(value, str):
            yield value
        for part in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(part):
                yield from dated(part)


def test_every_date_on_which_something_happened_is_told(riverbend):
    registers = [d.register for d in riverbend.documents if d.register]
    records = [
        riverbend.partnership, *registers, *riverbend.organizations, *riverbend.bodies,
        *riverbend.constellations, *riverbend.commitments, *riverbend.strategies,
        *riverbend.funding, *riverbend.agreements, *riverbend.decisions, *riverbend.assessments,
    ]  # fmt: skip
    known = {day for record in records for day in dated(record) if day <= "2026-01-31"}
    known |= {m.head.first_day for m in riverbend.meetings if m.head.status == "held"}
    told = {event.date for event in events(riverbend, T)}
    assert len(known) > 40
    assert known - told == set()


def test_the_newest_comes_first_and_what_is_less_exact_last(riverbend):
    days = [event.date for event in events(riverbend, T)]
    assert days == sorted(days, reverse=True)
    in_2025 = [day for day in dict.fromkeys(days) if day.startswith("2025")]
    assert in_2025[-1] == "2025"
    assert in_2025.index("2025-06-10") < in_2025.index("2025-06")


def test_a_year_stays_a_year(riverbend):
    said = words(html(riverbend))
    assert "Some time in 2023" in said
    assert "January 2024" in said
    assert "December 9, 2025" in said


def test_entries_of_one_day_keep_the_order_of_kinds(riverbend):
    same = [event.kind for event in events(riverbend, T) if event.date == "2024-03-12"]
    assert same == ["text", "text", "decision"]


def test_what_is_planned_stands_apart_soonest_first(riverbend):
    found = ahead(riverbend, T)
    assert found and all(event.planned for event in found)
    assert [event.date for event in found] == sorted(event.date for event in found)
    assert not {event.sentence for event in found} & {e.sentence for e in events(riverbend, T)}


def test_a_planned_meeting_stays_ahead_until_its_day_is_over(riverbend):
    planned = next(m for m in riverbend.meetings if m.head.status == "planned")
    head = replace(planned.head, first_day="2026-02", last_day=None)
    alone = replace(riverbend, meetings=(replace(planned, head=head),))
    for today, is_ahead in ((date(2026, 2, 28), True), (date(2026, 3, 1), False)):
        on_that_day = replace(alone, today=today)
        assert ("meeting" in {e.kind for e in ahead(on_that_day, T)}) is is_ahead
        past = [e.sentence for e in events(on_that_day, T) if e.kind == "meeting"]
        assert bool(past) is not is_ahead
        assert all("not recorded" in sentence for sentence in past)


def test_what_lasts_until_a_later_day_has_not_ended(riverbend):
    first, *rest = riverbend.agreements
    for until, ended in (("2026-02-01", False), ("2026", False), ("2026-01", True)):
        later = replace(riverbend, agreements=(replace(first, until=until), *rest))
        told = [e for e in events(later, T) if e.kind == "agreement" and e.date == until]
        assert bool(told) is ended


def test_a_version_takes_effect_on_its_day(riverbend):
    early = replace(riverbend, today=date(2025, 6, 1))
    assert any("takes effect" in event.sentence for event in ahead(early, T))
    assert not any("takes effect" in event.sentence for event in ahead(riverbend, T))
    assert any("took effect" in e.sentence for e in events(riverbend, T) if e.date == "2025-07-01")


def test_comments_are_told_to_have_ended(riverbend):
    later = replace(riverbend, today=date(2026, 3, 1))
    assert any("Comments are taken" in event.sentence for event in ahead(riverbend, T))
    assert any("time for comments ended" in event.sentence for event in events(later, T))


def test_signatures_of_one_version_and_day_are_one_entry_for_each_act(riverbend):
    signed = [e for e in events(riverbend, T) if e.kind == "signatures"]
    (april,) = (event for event in signed if event.date == "2024-04-02")
    assert "4 organizations signed" in april.sentence
    assert len(april.items) == 4
    (joined,) = (event for event in signed if event.date == "2025-09")
    assert joined.items == () and "joined" in joined.sentence


def test_a_partnership_that_does_not_sign_tells_of_no_signature(riverbend):
    voluntary = replace(riverbend, partnership=replace(riverbend.partnership, signed=False))
    assert not any(event.kind == "signatures" for event in events(voluntary, T))
    kinds = re.findall(r'<span class="tn-kind">([^<]+)</span>', html(voluntary))
    assert "Text" in kinds and "Signatures" not in kinds


def test_young_people_are_not_named_without_consent(riverbend):
    seats = [e for e in events(riverbend, T) if e.kind == "seat"]
    told = " ".join(str(part) for event in seats for part in (event.sentence, *event.items))
    hidden = [
        holder.person
        for body in riverbend.bodies
        for seat in body.seats
        for holder in seat.holders
        if seat.young and not holder.consent and holder.person
    ]
    assert "A young person, not named" in told
    assert not any(person in told for person in hidden)


def test_accounts_that_differ_stand_with_the_fact(riverbend):
    said = words(html(riverbend))
    assert "Sources disagree. Another one says: The newspaper wrote" in said
    assert 'id="fact-first-talk"' in html(riverbend)


def test_facts_without_a_date_stand_at_the_end(riverbend):
    assert [fact.id for fact in undated(riverbend)] == ["song"]
    page = html(riverbend)
    assert page.index('id="year-2022"') < page.index('id="undated"') < page.index('id="fact-song"')


def test_the_beginning_is_told_once():
    town = Town()
    founded = replace(town, partnership=replace(town.partnership, founded="2012-05"))
    assert [e.sentence for e in events(founded, T) if e.kind == "fact"] == ["The alliance began."]
    older = replace(town, partnership=replace(town.partnership, founded="2011"))
    assert [e.date for e in events(older, T) if e.kind == "fact"] == ["2012", "2011"]


def test_every_entry_leads_somewhere(riverbend):
    for event in (*events(riverbend, T), *ahead(riverbend, T)):
        shown = " ".join(str(part) for part in (event.sentence, *event.items))
        assert "<a href=" in shown or event.sources or "began" in shown, event


def test_the_page_has_its_parts_and_no_id_twice(riverbend):
    (page,) = timeline.pages(riverbend, T)
    ids = re.findall(r'\bid="([^"]+)"', TEMPLATES.render(page))
    assert len(ids) == len(set(ids))
    assert set(page.parts) <= set(ids)
    assert "None" not in html(riverbend)


def test_without_any_date_there_is_no_page():
    town = Town(indicators=())
    bare = replace(
        town, partnership=replace(town.partnership, history=(Fact("x", "Once.", ("survey",)),))
    )
    assert timeline.pages(bare, T) == ()
    assert not timeline.shown(bare)


def test_the_names_that_people_write_are_not_markup(riverbend):
    first, *rest = riverbend.commitments
    unsafe = replace(riverbend, commitments=(replace(first, title="<script>x</script>"), *rest))
    assert "<script>x" not in html(unsafe)
    assert "&lt;script&gt;x" in html(unsafe)


def steps(found: Any) -> dict[str, Any]:
    (page,) = phases.pages(found, T)
    ids = re.findall(r'\bid="([^"]+)"', TEMPLATES.render(page))
    assert set(page.parts) <= set(ids) and len(ids) == len(set(ids))
    return {step.id: step for step in page.context["steps"]}


def test_phases_say_which_are_reached_when_and_what_is_not_known(riverbend):
    found = steps(riverbend)
    assert list(found) == [phase.replace("_", "-") for phase in phases.PHASES]
    assert found["assess-readiness"].said == "Entered in 2023."
    assert "No record says" in found["initiate-action"].said
    assert found["organize-for-impact"].said == "Entered on January 23, 2024."
    assert [step.id for step in found.values() if step.now] == ["begin-implementation"]
    assert found["begin-implementation"].sources == ()
    assert not found["sustain"].reached


def test_a_phase_may_be_reached_without_a_date(riverbend):
    only = replace(riverbend.partnership, phases=(PhaseReached("sustain"),))
    assert "no source says when" in steps(replace(riverbend, partnership=only))["sustain"].said


def test_a_partnership_that_states_no_phase_has_no_page(riverbend):
    none = replace(riverbend, partnership=replace(riverbend.partnership, phases=()))
    assert phases.pages(none, T) == ()
    assert "/phases/" not in html(none)
    assert "/phases/" in html(riverbend)


def test_the_example_tells_the_signings_and_states_no_phase():
    found = load_project(ROOT, date(2026, 11, 23), Problems())
    assert phases.pages(found, T) == ()
    said = words(html(found))
    assert "3 organizations signed Charter, version 2016" in said
    assert "How that was decided is not recorded." in said
    assert "which would be 2007" in said
    assert "Some time in 2016" in said


def test_today_is_that_of_the_site(riverbend):
    assert riverbend.today == TODAY
    assert all(event.date <= "2026-02-01" for event in events(riverbend, T))
