"""Checks that need one page alone: policy, inline code, pictures, ids, language, title."""

from __future__ import annotations

from collections import Counter

from truenorth.site.policy import script_hash
from truenorth.site.verify.finding import Findings
from truenorth.site.verify.reading import Reading


def check_page(page: str, reading: Reading, found: Findings) -> None:
    """Every fault that shows on the page itself."""
    _policy(page, reading, found)
    for style in reading.styles:
        found.add("inline-style", page, style.line, style.what)
    for handler in reading.handlers:
        found.add("inline-handler", page, handler.line, handler.what)
    for picture in reading.unnamed_pictures:
        found.add("picture-without-text", page, picture.line, picture.what)
    for marker in reading.markers:
        found.add("marker-left", page, marker.line, marker.what)
    counts = Counter(mention.what for mention in reading.ids)
    for mention in {m.what: m for m in reading.ids if counts[m.what] > 1}.values():
        found.add("duplicate-id", page, mention.line, mention.what)
    if not reading.language:
        found.add("no-language", page, 1)
    if not reading.title.strip():
        found.add("no-title", page, 1)


def _policy(page: str, reading: Reading, found: Findings) -> None:
    if reading.policy is None or not reading.policy_first:
        found.add("no-policy", page, 1)
        return
    if "'unsafe-" in reading.policy or "default-src 'none'" not in reading.policy:
        found.add("weak-policy", page, 1, reading.policy)
    for script in reading.scripts:
        if script_hash(script.what) not in reading.policy:
            found.add("script-without-hash", page, script.line, script.what.strip()[:60])
