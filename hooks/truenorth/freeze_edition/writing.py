"""The files of an edition, written together as a new folder or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping

from truenorth.editions.load import FOLDER
from truenorth.freeze_edition.step import Request
from truenorth.problems import Problems
from truenorth.project import Project, load_project


def write(
    project: Project, request: Request, files: Mapping[str, bytes], problems: Problems
) -> str | None:
    """The new folder, its path in the repository; None, and nothing written, on any fault.

    Everything is checked again with the edition in its place, as `truenorth check` does.
    """
    around = project.root / FOLDER
    target, beside = around / request.id, around / f".{request.id}.new"
    had_folder, done = around.exists(), False
    shutil.rmtree(beside, ignore_errors=True)
    try:
        for path, content in files.items():
            (beside / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).write_bytes(content)
        beside.rename(target)
        found = Problems()
        load_project(project.root, project.today, found)
        for problem in found:
            if problem.severity == "error":
                told = {"what": problem.what, "why": problem.why, "fix": problem.fix}
                problems.error(problem.code, problem.place, **told)
        done = not problems.errors
    finally:
        if not done:
            shutil.rmtree(beside if beside.exists() else target, ignore_errors=True)
            if not had_folder and around.is_dir():
                around.rmdir()
    return f"{FOLDER}/{request.id}" if done else None
