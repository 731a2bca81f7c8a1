"""Version file and register entry, written together or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truenorth.adopt.step import Request, Step
from truenorth.compact.load_texts import fingerprint, held_address, text_address
from truenorth.compact.model import Version
from truenorth.problems import Problems
from truenorth.project import load_project
from truenorth.sources.yaml_edit import EditError, append_entry, complete_entry
from truenorth.sources.yaml_text import parse_yaml


@dataclass(frozen=True)
class Adopted:
    """What was written."""

    text: str
    register: str
    sha256: str
    amendments: tuple[str, ...]


def write(step: Step, problems: Problems) -> Adopted | None:
    """Both files or neither: the text first, and it is taken back if the register fails."""
    root = step.project.root
    raw = (root / text_address(step.document.id)).read_bytes()
    register, text = root / step.register, root / held_address(step.document.id, step.request.label)
    before = register.read_bytes() if register.exists() else None
    try:
        after = _edited(step, before.decode() if before else "", fingerprint(raw))
    except EditError as fault:
        problems.error(
            "register-layout",
            step.place,
            what=f"{fault} It cannot be added to without changing what stands there.",
            why="Comments and layout of the register stay as people wrote them.",
            fix="Begin each entry on a line of its own with a dash, and each of its keys on a line "
            "below.",
        )
        return None
    had_folder = text.parent.exists()
    done = False
    try:
        text.parent.mkdir(parents=True, exist_ok=True)
        with text.open("xb") as file:
            file.write(raw)
        _replace(register, after.encode())
        found = Problems()
        load_project(root, step.project.today, found)
        for problem in found:
            if problem.severity == "error":
                told = {"what": problem.what, "why": problem.why, "fix": problem.fix}
                problems.error(problem.code, problem.place, **told)
        done = not problems.errors
    finally:
        if not done:
            _put_back(register, before, text, had_folder)
    if not done:
        return None
    linked = tuple(amendment.id for amendment in step.amendments)
    address = held_address(step.document.id, step.request.label)
    return Adopted(address, step.register, fingerprint(raw), linked)


def _edited(step: Step, text: str, mark: str) -> str:
    """The register with the version in it and the amendments that led to it."""
    text = text.replace("\r\n", "\n") or f"document: {step.document.id}\n"
    request, register = step.request, step.document.register
    entry = {
        "label": request.label,
        "title": request.title or (step.amendments or (step.decision,))[0].title,
        "status": "adopted",
        "text": step.document.head.text,
        "adopted": request.adopted or step.decision.date,
        "effective": request.effective,
        "published": step.project.today.isoformat(),
        "sha256": mark,
        "decision": request.decision,
    }
    linked = {amendment.id for amendment in step.amendments}
    change = {"status": "adopted", "to_version": request.label, "decision": request.decision}
    for index, amendment in enumerate(register.amendments):
        if amendment.id in linked:
            effective = {"effective": request.effective} if amendment.effective is None else {}
            text = complete_entry(text, _line(text, "amendments", index), change | effective)
    listed = next((n for n, v in enumerate(register.versions) if v.label == request.label), None)
    if listed is None:
        return append_entry(text, "versions", entry)
    kept = _kept_title(request, register.versions[listed], entry)
    return complete_entry(text, _line(text, "versions", listed), kept)


def _kept_title(request: Request, version: Version, entry: Mapping[str, str]) -> Mapping[str, str]:
    """A version that was listed as proposed keeps its title unless another is asked for."""
    return entry if request.title else {**entry, "title": version.title}


def _line(text: str, key: str, index: int) -> int:
    """The line in which an entry of a list begins."""
    file = parse_yaml(text, "", Problems())
    return file.place(key, index).line if file else 1


def _replace(path: Path, raw: bytes) -> None:
    """Written beside and moved into place, so that no reader ever sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(raw)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _put_back(register: Path, before: bytes | None, text: Path, had_folder: bool) -> None:
    text.unlink(missing_ok=True)
    if not had_folder and text.parent.is_dir():
        text.parent.rmdir()
    if before is None:
        register.unlink(missing_ok=True)
    else:
        _replace(register, before)
