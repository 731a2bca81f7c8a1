"""What is under way for a document: notice, comments, the steps to come and what the rule asks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truenorth.compact.adoption import earliest_decision
from truenorth.compact.bylaws import rule_on
from truenorth.compact.model import Amendment, DecisionRule, Document
from truenorth.dates import latest
from truenorth.pages.compact.text_view import document_address
from truenorth.pages.parts import Link
from truenorth.pages.records import Project, organization_links
from truenorth.pages.wording import Wording

_THRESHOLD = re.compile(r"(more than|at least) (.+)")
_SHARES = {"1/2": "half", "2/3": "two_thirds", "3/4": "three_quarters"}


@dataclass(frozen=True)
class Step:
    """A step on the way to adoption; `state` is done, open or coming, and `word` says so."""

    text: str
    state: str
    word: str


@dataclass(frozen=True)
class Proposal:
    """A change that is proposed: where to read it, and what is known of its way."""

    link: Link
    amendments: tuple[tuple[Amendment, tuple[Link, ...]], ...]
    dates: tuple[str, ...]
    steps: tuple[Step, ...]
    rule: tuple[str, ...]


def proposed_address(document: Document) -> str:
    return f"{document_address(document)}proposed/"


def under_way(document: Document) -> tuple[Amendment, ...]:
    """Amendments of a document that nobody has decided on yet."""
    register = document.register
    return tuple(a for a in register.amendments if a.status == "proposed") if register else ()


def proposal(project: Project, words: Wording, document: Document) -> Proposal:
    """The change that the working text proposes, with every amendment under way."""
    open_ones = under_way(document)
    rule = rule_on(project.documents, project.today)
    return Proposal(
        link=Link(words("proposed.link", document=document.head.title), proposed_address(document)),
        amendments=tuple((a, organization_links(project, a.proposed_by)) for a in open_ones),
        dates=tuple(line for a in open_ones for line in _dates(project, words, a)),
        steps=_steps(project, words, open_ones, rule),
        rule=rule_words(project, words, rule),
    )


def rule_words(project: Project, words: Wording, rule: DecisionRule | None) -> tuple[str, ...]:
    """What the bylaws ask of an adoption, in sentences."""
    if rule is None:
        return (words("proposed.rule.none"),)
    body = project.find("bodies", rule.body).name
    said = [words(f"proposed.rule.{rule.method}", body=body)]
    if rule.method == "vote":
        said.append(words("proposed.rule.quorum", needed=threshold(words, rule.quorum)))
        said.append(
            words(
                f"proposed.rule.majority.{rule.majority_of}",
                needed=threshold(words, rule.majority),
            )
        )
    if rule.notice_days:
        said.append(words("proposed.rule.notice", count=rule.notice_days))
    if rule.must_sign:
        named = [project.find("organizations", name).name for name in rule.must_sign]
        said.append(words("proposed.rule.must_sign", organizations=words.list(named)))
    return tuple(said)


def threshold(words: Wording, written: str) -> str:
    """More than half, at least two thirds, at least 8."""
    how, amount = _THRESHOLD.fullmatch(written).groups()
    share = words(f"proposed.share.{_SHARES[amount]}") if amount in _SHARES else amount
    form = "more_than" if how == "more than" else "at_least"
    return words(f"proposed.threshold.{form}", amount=share)


def _dates(project: Project, words: Wording, amendment: Amendment) -> list[str]:
    said = []
    if amendment.notice:
        said.append(words("proposed.notice", date=words.date(amendment.notice)))
    if amendment.comment_until:
        over = latest(amendment.comment_until) < project.today
        key = "proposed.comment_over" if over else "proposed.comment_open"
        said.append(words(key, date=words.date(amendment.comment_until)))
    return said


def _steps(
    project: Project, words: Wording, open_ones: tuple[Amendment, ...], rule: DecisionRule | None
) -> tuple[Step, ...]:
    def step(key: str, state: str, **values: str) -> Step:
        return Step(
            words(f"proposed.step.{key}", **values), state, words(f"proposed.state.{state}")
        )

    if not open_ones:
        return (
            step("register", "open"), step("notice_due", "coming"), step("decide", "coming"),
            step("adopt", "coming"),
        )  # fmt: skip
    found = []
    notices = [a.notice for a in open_ones]
    given = max(notices, key=latest) if all(notices) else None
    if given is None:
        found.append(step("notice_due", "open"))
    else:
        found.append(step("notice_given", "done", date=words.date(given)))
    ends = [a.comment_until for a in open_ones if a.comment_until]
    if ends:
        end = max(ends, key=latest)
        over = latest(end) < project.today
        key = "comments_over" if over else "comments_open"
        found.append(step(key, "done" if over else "open", date=words.date(end)))
    found.append(_decide(words, step, rule, given))
    if rule and rule.must_sign:
        named = [project.find("organizations", name).name for name in rule.must_sign]
        found.append(step("sign", "coming", organizations=words.list(named)))
    found.append(step("adopt", "coming"))
    return tuple(found)


def _decide(words: Wording, step, rule: DecisionRule | None, given: str | None) -> Step:
    if rule is None or given is None or not rule.notice_days:
        return step("decide", "coming")
    first = earliest_decision(latest(given), rule)
    return step("decide_from", "coming", date=words.date(first.isoformat()))
