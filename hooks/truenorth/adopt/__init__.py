"""Adopting a text: its version file and its entry in the register, written in one step.

What is not allowed is refused with every reason at once, and then nothing is
written. After writing, everything is checked again; if anything is wrong, both
files are put back as they were.
"""

from __future__ import annotations

from pathlib import Path

from truenorth.adopt.checks import check
from truenorth.adopt.step import Request, prepare
from truenorth.adopt.writing import Adopted, write
from truenorth.clock import today
from truenorth.problems import Problems
from truenorth.project import load_project

__all__ = ["Adopted", "Request", "adopt"]


def adopt(root: Path, request: Request, problems: Problems) -> Adopted | None:
    """Adopt the working text; None where it was refused, with every reason in `problems`."""
    project = load_project(root, today(root, problems), problems)
    if project is None:
        return None
    step = prepare(project, request, problems)
    if step is None:
        return None
    check(step, problems)
    return None if problems.errors else write(step, problems)
