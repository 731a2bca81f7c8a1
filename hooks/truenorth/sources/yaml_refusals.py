"""What YAML allows and our files do not: references, tags, several documents, deep nesting."""

from __future__ import annotations

from typing import Any

DEEPEST = 30


class RefusedError(Exception):
    """A construct that is YAML but not accepted; carries what to tell."""

    def __init__(self, code: str, mark: Any, what: str, why: str, fix: str) -> None:
        super().__init__(what)
        self.code, self.mark, self.told = code, mark, {"what": what, "why": why, "fix": fix}


def refuse_extras(event: Any, *, is_alias: bool) -> None:
    """Raise for an alias, an anchor or a tag."""
    if is_alias or event.anchor is not None:
        sign = "*" if is_alias else "&"
        raise RefusedError(
            "yaml-alias",
            event.start_mark,
            what=f'A value that begins with "{sign}" is a reference to another place of the file.',
            why="References are refused: a few lines of them can grow to fill the memory, and "
            "people overlook them.",
            fix=f'Write the value out. If it is a text, put it in quotation marks: "{sign}...".',
        )
    if getattr(event, "tag", None) is not None:
        raise RefusedError(
            "yaml-tag",
            event.start_mark,
            what='A value that begins with "!" is an instruction to the program that reads it.',
            why="Instructions in data are refused, because they could make a program do harm.",
            fix='Delete the word with the "!". If it is a text, put it in quotation marks: "!...".',
        )


def several_documents(event: Any) -> RefusedError:
    """A second document in the file."""
    return RefusedError(
        "yaml-documents",
        event.start_mark,
        what='A second document begins here, with a line of "---".',
        why="Only the first would be read, and the rest would be lost without a word.",
        fix='Delete the line "---", or move what follows into a file of its own.',
    )


def too_deep(event: Any) -> RefusedError:
    """More levels than any record needs."""
    return RefusedError(
        "yaml-too-deep",
        event.start_mark,
        what=f"More than {DEEPEST} levels are nested in one another here.",
        why="No record needs that, so brackets or indentation went wrong.",
        fix="Compare the indentation with a neighboring record: two spaces for each level.",
    )


def no_plain_key(event: Any) -> RefusedError:
    """Something other than a word before a colon."""
    return RefusedError(
        "yaml-key",
        event.start_mark,
        what="There is no plain word before the colon here.",
        why="Each line of a record is a name, a colon, a space and a value.",
        fix="Write a name before the colon, such as `title: Reading`; a text with { or [ at its "
        "start needs quotation marks.",
    )
