"""A short, sound example of each kind of file, for the page that explains the formats.

The examples are about a place that does not exist. A test reads each of them
with the same checks as a real file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

EXAMPLES: Mapping[str, str] = {
    file.stem: file.read_text(encoding="utf-8")
    for file in sorted(Path(__file__).parent.glob("*.yml"))
}
