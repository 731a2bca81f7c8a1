"""Whether every commitment that was ever recorded is still here, as far as git remembers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from truenorth.problems import Problems
from truenorth.references import is_internal
from truenorth.sources.git_history import Stored, stored_texts
from truenorth.sources.yaml_text import YamlFile, parse_yaml, read_yaml

FILE = "data/commitments.yml"


def check_commitments_kept(root: Path, problems: Problems) -> None:
    """Report commitments that were taken out of the list, or off the site."""
    present = read_yaml(root, FILE, Problems())
    if present is None and (root / FILE).exists():
        return  # what cannot be read is told by the check
    here = _listed(present)
    gone: dict[str, Stored] = {}
    for stored in stored_texts(root, FILE):
        listed = _listed(parse_yaml(stored.text, FILE, Problems()))
        for ident in (ident for ident, public in listed.items() if public):
            if not here.get(ident):
                gone.setdefault(ident, stored)
    file = present or YamlFile(FILE, None, {})
    for ident, last in gone.items():
        _report(ident, last, file, problems, hidden=ident in here)


def _listed(file: YamlFile | None) -> Mapping[str, bool]:
    """The ids in the list, and whether each is public."""
    data = file.data if file is not None and isinstance(file.data, dict) else {}
    entries = data.get("commitments")
    return {
        entry["id"]: not is_internal(entry)
        for entry in (entries if isinstance(entries, list) else ())
        if isinstance(entry, dict) and isinstance(entry.get("id"), str)
    }


def _report(ident: str, last: Stored, file: YamlFile, problems: Problems, *, hidden: bool) -> None:
    where = f"commit {last.commit} of {last.date}"
    problems.error(
        "commitment-hidden" if hidden else "commitment-removed",
        file.place("commitments"),
        what=f'The commitment "{ident}" was public in {where} and is internal now.'
        if hidden
        else f'The commitment "{ident}" was in the list in {where} and is gone now.',
        why="What was promised in public stays, so that the counts of what was kept mean "
        "something.",
        fix='Take "visibility: internal" out again. One that no longer holds has the status '
        "withdrawn or carried_forward, with the reason."
        if hidden
        else f"Put it back; `git show {last.commit}:{FILE}` shows how it stood. One that no longer "
        "holds has the status withdrawn or carried_forward, with the reason.",
    )
