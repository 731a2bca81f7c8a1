"""Drawings kept by content: found again, never stale, never half written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.chart_requests import history, spark
from truenorth.charts import cache, draw, render


@pytest.fixture
def renderer(monkeypatch):
    """Counts how often the renderer is called."""
    calls = []
    real = render.raw_svg
    monkeypatch.setattr(render, "raw_svg", lambda plan: calls.append(plan) or real(plan))
    return calls


def entries(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_drawing_in_the_cache_is_not_drawn_again(tmp_path, renderer):
    first = draw([spark("a")], tmp_path)
    assert len(renderer) == 1
    assert draw([spark("a")], tmp_path) == first
    assert len(renderer) == 1


def test_a_name_is_no_part_of_the_key_and_never_taken_from_the_cache(tmp_path, renderer):
    draw([spark("a")], tmp_path)
    other = draw([replace(spark("b"), title="Another title")], tmp_path)["b"]
    assert len(renderer) == 1
    assert 'id="b-title"' in other.inline and "Another title" in other.inline
    assert '"a-' not in other.inline


def test_any_other_content_is_drawn_anew(tmp_path, renderer):
    request = history("a")
    draw([request], tmp_path)
    draw([replace(request, domain=(0.0, 100.0))], tmp_path)
    draw([replace(request, points=request.points[1:])], tmp_path)
    draw([replace(request, width="narrow")], tmp_path)
    assert len(renderer) == 4


def test_the_key_holds_the_code_and_the_versions(tmp_path, renderer, monkeypatch):
    draw([spark("a")], tmp_path)
    monkeypatch.setattr(cache, "_fingerprint", lambda: "other code")
    draw([spark("a")], tmp_path)
    assert len(renderer) == 2


@pytest.mark.parametrize("damage", [b"", b"half", b"0" * 64 + b"\n<svg/>"])
def test_a_damaged_entry_is_drawn_again(tmp_path, renderer, damage):
    first = draw([spark("a")], tmp_path)
    (entry,) = entries(tmp_path)
    entry.write_bytes(damage)
    assert draw([spark("a")], tmp_path) == first
    assert len(renderer) == 2
    assert entry.read_bytes() != damage


def test_writing_leaves_nothing_half_done(tmp_path, monkeypatch):
    def fails(*_paths):
        raise OSError("disk full")

    monkeypatch.setattr(cache.os, "replace", fails)
    assert draw([spark("a")], tmp_path)["a"].inline
    assert entries(tmp_path) == []


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    file = tmp_path / "file"
    file.write_text("in the way")
    assert draw([spark("a")], file)["a"].inline


def test_a_png_is_kept_too(tmp_path, monkeypatch):
    first = draw([spark("a")], tmp_path)["a"].png()
    monkeypatch.setattr(render.vl_convert, "svg_to_png", None)
    assert draw([spark("a")], tmp_path)["a"].png() == first
