"""A redline gives back both texts, whatever they are."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from truenorth.compact.model import Section
from truenorth.compact.redline import (
    compare,
    compare_blocks,
    compare_words,
    split_blocks,
    split_words,
)

WORDS = st.sampled_from(
    ["we", "meet", "well-known", "it’s", "[goals](../goals/index.md)", "12.5", "—", "é", "_a_",
     "**b**", "\n", "\n\n", "- ", "1. ", "| a | b |", "```\n", "~~~", "  ", "\t", "x" * 40]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=60)
IDS = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=10)


def section(ident: str, words: str) -> Section:
    return Section(ident, "", ident.upper(), 2, words, 1, 2)


@st.composite
def documents(draw) -> list[Section]:
    return [section(ident, draw(TEXTS)) for ident in draw(IDS)]


def older(pieces) -> str:
    return "".join(piece.text for piece in pieces if piece.op != "insert")


def newer(pieces) -> str:
    return "".join(piece.text for piece in pieces if piece.op != "delete")


@given(TEXTS, TEXTS)
@example("", "")
@example("a", "")
def test_words_give_back_both_texts(before, after):
    pieces = compare_words(before, after)
    assert (older(pieces), newer(pieces)) == (before, after)
    assert all(piece.text for piece in pieces)


@given(TEXTS)
def test_what_is_taken_apart_can_be_joined(text):
    assert "".join(split_words(text)) == text
    assert "".join(split_blocks(text)) == text


@given(TEXTS)
def test_a_text_compared_with_itself_has_no_change(text):
    assert all(block.before == block.after for block in compare_blocks(text, text))
    assert all(piece.op == "same" for piece in compare_words(text, text))


@given(TEXTS, TEXTS)
def test_blocks_give_back_both_texts(before, after):
    blocks = compare_blocks(before, after)
    assert "".join(block.before or "" for block in blocks) == before
    assert "".join(block.after or "" for block in blocks) == after
    for block in blocks:
        assert older(block.pieces) == (block.before or "")
        assert newer(block.pieces) == (block.after or "")


@settings(max_examples=60)
@given(documents(), documents())
def test_applying_a_redline_to_the_old_sections_gives_the_new_ones_in_order(before, after):
    """Only the old sections and what the redline says of them are used."""
    old = {part.id: part for part in before}
    applied = []
    for diff in compare(before, after):
        if diff.removed:
            continue
        assert diff.before is old.get(diff.id)
        words = "".join(newer(block.pieces) for block in diff.blocks)
        applied.append((diff.id, newer(diff.title), words))
    assert applied == [(part.id, part.title, part.markdown) for part in after]


@given(documents(), documents())
def test_every_section_stands_once_and_the_old_order_can_be_told(before, after):
    diffs = compare(before, after)
    assert len({diff.id for diff in diffs}) == len(diffs)
    assert {diff.id for diff in diffs} == {part.id for part in (*before, *after)}
    stayed = [diff.id for diff in diffs if diff.before and diff.after and not diff.moved]
    assert stayed == [part.id for part in before if part.id in stayed]


@given(documents())
def test_no_section_moves_where_nothing_changed(text):
    assert not any(diff.changed for diff in compare(text, text))


def test_a_section_that_moves_is_neither_deleted_nor_inserted():
    before = [section(ident, ident * 3) for ident in "abcd"]
    after = [before[3], *before[:3]]
    changed = [diff for diff in compare(before, after) if diff.changed]
    assert [(diff.id, diff.moved, diff.reworded) for diff in changed] == [("d", True, False)]


def test_a_change_in_one_item_stays_in_it():
    before, after = "- one\n- two words\n- three\n", "- one\n- two other words\n- three\n"
    changed = [b for b in compare_blocks(before, after) if b.before != b.after]
    assert [(b.before, b.after) for b in changed] == [("- two words\n", "- two other words\n")]
