"""A change of the fictional charter from the first edit until it is in force."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.riverbend import (
    CHARTER,
    REGISTER,
    TODAY,
    add,
    codes,
    committed,
    copied,
    document,
    edit,
    epoch,
    git,
    project,
)
from truenorth.adopt import Request, adopt
from truenorth.changes import find_changes, report
from truenorth.compact.load_texts import fingerprint
from truenorth.compact.register import current
from truenorth.compact.texts import coming, in_force_text, proposed
from truenorth.pages.wording import load_wording
from truenorth.problems import Problems

WORDS = load_wording()
TEXT = "content/compact/charter/versions/2026.1.md"
REQUEST = Request("charter", "2026.1", "adopt-charter-2026", "2026-04-01")
BEFORE, AFTER = (
    "so that every child in Riverbend reads with ease",
    "until every child reads with ease",
)
AMENDMENT = """  # Proposed by the network of families.
  - id: until-every-child
    title: Until every child reads
    status: proposed  # by families
    sections:
      - {section: purpose, action: replace}
    from_version: "2025"
    notice: 2026-02-03
"""
DECISION = """  - id: adopt-charter-2026
    title: The council decides on the purpose
    body: council
    date: 2026-03-03
    method: vote
    tally: {members: 15, present: %d, votes_for: %d, votes_against: %d}
    changes: ["charter@2026.1"]
"""
PROPOSED_VERSION = """  - label: "2026.1"
    title: Soon
    status: proposed
    text: full
"""
SIGNATURE = """  - version: "%s"
    organization: river-college
    action: signed
    evidence: [riverbend-minutes]
"""


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(TODAY))


@pytest.fixture
def root(tmp_path):
    return copied(tmp_path)


@pytest.fixture
def proposal(root):
    edit(root, CHARTER, BEFORE, AFTER)
    edit(root, REGISTER, "removed_sections:\n", AMENDMENT + "removed_sections:\n")
    return root


def decide(root, present: int, votes_for: int, votes_against: int = 0) -> None:
    add(root, "data/decisions.yml", DECISION % (present, votes_for, votes_against))


def _files(root) -> dict[Path, bytes]:
    """Every file of a site but the caches, which hold verdicts on what was read."""
    return {
        file: file.read_bytes()
        for file in root.rglob("*")
        if file.is_file() and ".cache" not in file.relative_to(root).parts
    }


def refused(root, request: Request = REQUEST) -> list[str]:
    """Why it is refused; nothing at all may have been written."""
    before = _files(root)
    problems = Problems()
    assert adopt(root, request, problems) is None
    assert _files(root) == before
    return [f"{problem.code}: {problem.what}" for problem in problems]


def accepted(root, request: Request = REQUEST):
    problems = Problems()
    written = adopt(root, request, problems)
    assert list(problems) == []
    return written


def test_a_change_is_told_with_its_redline_and_the_steps_to_come(proposal):
    told = report(WORDS, find_changes(proposal), markdown=False)
    assert "[-so that-] {+until+} every child" in told
    assert (
        "Notice was given on February 3, 2026; the body can decide from February 17, 2026" in told
    )
    assert "more than 1/2 of its members must be there" in told
    assert "truenorth adopt charter LABEL" in told


def test_a_merged_change_is_proposed_and_not_in_force(proposal):
    charter = document(project(proposal))
    assert proposed(charter, TODAY)
    assert in_force_text(charter, TODAY).label == "2025"


def test_a_decision_that_misses_quorum_is_refused_with_the_sum(proposal):
    decide(proposal, 7, 7)
    (why,) = refused(proposal)
    assert "7 of 15 members were there; the bylaws ask for at least 8" in why


def test_every_shortfall_is_told_at_once(proposal):
    edit(proposal, REGISTER, "notice: 2026-02-03", "notice: 2026-02-20")
    decide(proposal, 7, 4, 3)
    told = "\n".join(refused(proposal))
    assert "7 of 15 members were there; the bylaws ask for at least 8" in told
    assert "4 of 7 votes cast were in favor; the bylaws ask for at least 5" in told
    assert "notice was given 11 days before the decision; the bylaws ask for at least 14" in told


def test_a_decision_that_meets_the_rule_is_adopted(proposal):
    decide(proposal, 8, 6, 2)
    old = (proposal / "content/compact/charter/versions/2025.md").read_bytes()
    written = accepted(proposal)
    assert (proposal / TEXT).read_bytes() == (proposal / CHARTER).read_bytes()
    assert (proposal / "content/compact/charter/versions/2025.md").read_bytes() == old
    assert written.amendments == ("until-every-child",)
    charter = document(project(proposal))
    version = charter.register.versions[-1]
    assert (version.label, version.sha256) == ("2026.1", written.sha256)
    assert (version.adopted, version.effective) == ("2026-03-03", "2026-04-01")
    assert version.title == "Until every child reads"
    amendment = charter.register.amendments[-1]
    assert (amendment.status, amendment.to_version) == ("adopted", "2026.1")
    assert (amendment.decision, amendment.effective) == ("adopt-charter-2026", "2026-04-01")


def test_comments_and_layout_of_the_register_stay(proposal):
    decide(proposal, 8, 6, 2)
    before = (proposal / REGISTER).read_text("utf-8").splitlines()
    accepted(proposal)
    after = (proposal / REGISTER).read_text("utf-8").splitlines()
    gone = [line for line in before if line not in after]
    assert gone == ["    status: proposed  # by families"]
    assert '    status: "adopted"  # by families' in after


def test_the_new_text_is_in_force_from_its_day_on_and_not_before(proposal):
    decide(proposal, 8, 8)
    accepted(proposal)
    eve, day = datetime.date(2026, 3, 31), datetime.date(2026, 4, 1)
    charter = document(project(proposal, eve))
    assert in_force_text(charter, eve).label == "2025"
    assert [version.label for version in coming(charter, eve)] == ["2026.1"]
    assert not proposed(charter, eve)
    charter = document(project(proposal, day))
    assert in_force_text(charter, day).label == current(charter.register, day).label == "2026.1"
    assert coming(charter, day) == ()
    assert [held.label for held in charter.held] == ["2024", "2025", "2026.1"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"document": "chatrer"}, "unknown-document"),
        ({"decision": "adopt-charter-2062"}, "unknown-decision"),
        ({"effective": "2026-02-30"}, "not-a-day"),
        ({"effective": "2026"}, "not-a-day"),
        ({"effective": "2026-03-02"}, "effective-before-decision"),
        ({"adopted": "2026-03-02"}, "adopted-before-decision"),
        ({"effective": "2025-07-01"}, "effective-before-another"),
        ({"label": "2025"}, "label-taken"),
        ({"label": "Proposed"}, "reserved-label"),
        ({"label": "../2026"}, "bad-label"),
        ({"label": "2026.2"}, "decision-about-another"),
        ({"decision": "adopt-charter-2025"}, "decision-about-another"),
    ],
)
def test_what_is_not_allowed_is_refused(proposal, change, code):
    decide(proposal, 8, 8)
    assert code in {why.partition(":")[0] for why in refused(proposal, replace(REQUEST, **change))}


def test_nothing_is_adopted_where_nothing_changed(root):
    decide(root, 8, 8)
    assert "nothing-to-adopt" in "".join(refused(root))


def test_a_change_that_no_amendment_names_is_refused(proposal):
    edit(proposal, CHARTER, "Two seats", "Three seats")
    decide(proposal, 8, 8)
    assert [why.partition(":")[0] for why in refused(proposal)] == [
        "goal-changed-without-amendment"
    ]


def test_a_repository_with_faults_is_refused(proposal):
    decide(proposal, 8, 8)
    edit(proposal, "data/goals.yml", "section: goals#goal-1", "section: goals#goal-9")
    assert [why.partition(":")[0] for why in refused(proposal)] == ["unknown-section"]


def test_both_files_are_put_back_where_the_result_is_faulty(proposal):
    """The bylaws' own check is passed, but the amendment names another effective date."""
    edit(proposal, REGISTER, "notice: 2026-02-03", "notice: 2026-02-03\n    effective: 2026-05-01")
    decide(proposal, 8, 8)
    assert [why.partition(":")[0] for why in refused(proposal)] == ["effective-date-differs"]
    assert not (proposal / TEXT).exists()


def test_a_list_in_one_line_is_not_rewritten(proposal):
    decide(proposal, 8, 8)
    text = (proposal / REGISTER).read_text("utf-8")
    block = text[text.index("  # Proposed by") : text.index("removed_sections:")]
    line = (
        "  - {id: until-every-child, title: Until, status: proposed, notice: 2026-02-03, "
        "sections: [{section: purpose, action: replace}]}\n"
    )
    (proposal / REGISTER).write_text(text.replace(block, line), "utf-8")
    assert [why.partition(":")[0] for why in refused(proposal)] == ["register-layout"]


def test_those_who_must_sign_can_sign_what_is_proposed(proposal):
    """A version listed as proposed takes signatures, and is completed when it is adopted."""
    _river_college_must_sign(proposal)
    entry = PROPOSED_VERSION + "amendments:\n"
    edit(proposal, REGISTER, "amendments:\n", entry)
    decide(proposal, 8, 8)
    (why,) = refused(proposal)
    assert "not signed by river-college" in why
    add(proposal, REGISTER, SIGNATURE % "2026.1")
    accepted(proposal)
    versions = document(project(proposal)).register.versions
    assert [(v.label, v.status, v.title) for v in versions[2:]] == [("2026.1", "adopted", "Soon")]


def _river_college_must_sign(root) -> None:
    """As if the bylaws of 2024 had asked for it, and it had signed the other texts."""
    rule = "  notice_days: 14\n"
    for file in ("index.md", "versions/2024.md"):
        more = rule + "  must_sign: [river-college]\n"
        edit(root, f"content/compact/bylaws/{file}", rule, more)
    for text in ("goals", "principles"):
        add(root, f"data/register/{text}.yml", "signatures:\n" + SIGNATURE % "2024")
    register = (root / "data/register/bylaws.yml").read_text("utf-8")
    old = next(line for line in register.splitlines() if "sha256:" in line)
    new = fingerprint((root / "content/compact/bylaws/versions/2024.md").read_bytes())
    edit(root, "data/register/bylaws.yml", old, f"    sha256: {new}")


def test_a_copy_without_git_a_shallow_clone_and_a_template_are_sound(proposal, tmp_path):
    decide(proposal, 8, 8)
    accepted(proposal)
    assert codes(proposal) == []
    committed(proposal, "Everything")
    add(proposal, "README.md", "\nOne more line.\n")
    committed(proposal, "One more")
    shallow, template = tmp_path / "shallow", tmp_path / "template"
    git(tmp_path, "clone", "--quiet", "--depth=1", proposal.as_uri(), str(shallow))
    shutil.copytree(proposal, template, ignore=shutil.ignore_patterns(".git"))
    committed(template, "A new partnership")
    assert codes(shallow) == codes(template) == []
