"""Writes changes as text, JSON (with its JSON Schema), or Markdown for a changelog."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Any

from callsheet.diff.model import Change, Kind, Level, Side, TreeDiff, quoted
from callsheet.printable import printable, visible
from callsheet.schema.json_schema import closed_object, count

VERSION = 2
"""The version of the JSON format; it increases with incompatible changes."""

NOTHING = "Nothing has changed for callers."

_HEADINGS = {
    Level.BREAKING: "Breaking changes",
    Level.WARNING: "Changes that may affect callers",
    Level.ADDITIVE: "Additions",
    Level.TEXT: "Documentation",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a list of changes in a language.

    Attributes:
        heading: Returns that of a level.
        type_name: Returns what a named type, which is quoted, is called.
        message: Returns what has changed, in a line of Markdown.
        nothing: Says that nothing has changed.
    """

    heading: Callable[[Level], str]
    type_name: Callable[[str], str]
    message: Callable[[Change], str]
    nothing: str = NOTHING


ENGLISH = Words(_HEADINGS.__getitem__, "Type {}".format, attrgetter("message"))


class DiffFormat(StrEnum):
    """The formats by their names on the command line."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def write(difference: TreeDiff, form: DiffFormat) -> str:
    """Return the changes in a format, with a line end after the last line."""
    match form:
        case DiffFormat.JSON:
            return json.dumps(_document(difference), indent=2) + "\n"
        case DiffFormat.MARKDOWN:
            return "\n".join(sections(difference)) + "\n"
    return "".join(f"{line}\n" for line in _text(difference))


def _text(difference: TreeDiff) -> Iterator[str]:
    """Yield a line for each change, fit for `grep`, and the counts."""
    for change in difference.changes:
        about = f" {visible(change.uid)}:" if change.uid else ""
        place = printable(visible(str(change.place)))
        yield f"{place}: {change.level} {change.kind}{about} {change.message}"
    yield tally(difference)


def tally(difference: TreeDiff) -> str:
    """Return the counts: `1 breaking and 2 text changes in 3 operations and types`."""
    parts = [f"{number:,} {level}" for level, number in difference.counts.items() if number]
    if not parts:
        return NOTHING
    *most, last = parts
    found = f"{', '.join(most)} and {last}" if most else last
    changes = "change" if last.startswith("1 ") else "changes"
    return f"{found} {changes} in {_subjects(difference.subjects)}."


def _subjects(number: int) -> str:
    return "1 operation or type" if number == 1 else f"{number:,} operations and types"


def sections(
    difference: TreeDiff,
    depth: int = 2,
    links: Mapping[str, str] | None = None,
    words: Words = ENGLISH,
) -> Iterator[str]:
    """Yield Markdown, line by line: a section for each level.

    Only code spans contain text of pages.

    Args:
        difference: The changes.
        depth: The level of its headings.
        links: The addresses of operations by uid.
        words: Those of the language.
    """
    if not difference.changes:
        yield words.nothing
    for level, changes in groupby(difference.changes, lambda change: change.level):
        first = level is difference.changes[0].level
        yield from ([] if first else [""])
        yield from (f"{'#' * depth} {words.heading(level)}", "")
        yield from _operations(changes, depth + 1, links or {}, words)


def _operations(
    changes: Iterator[Change], depth: int, links: Mapping[str, str], words: Words
) -> Iterator[str]:
    for number, ((uid, subject), group) in enumerate(groupby(changes, _subject)):
        what = quoted(subject) if uid else words.type_name(quoted(subject))
        if address := links.get(uid):
            what = f"[{what}]({address})"
        yield from ([""] if number else [])
        yield from (f"{'#' * depth} {what}", "")
        for change in group:
            yield f"- {words.message(change)}"


def _subject(change: Change) -> tuple[str, str]:
    return change.uid, change.subject


def _document(difference: TreeDiff) -> dict[str, Any]:
    return {
        "version": VERSION,
        "changes": [_change(change) for change in difference.changes],
        "summary": {
            **{str(level): number for level, number in difference.counts.items()},
            "subjects": difference.subjects,
        },
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "level": change.level,
        "kind": change.kind,
        "uid": change.uid or None,
        "subject": change.subject,
        "tree": change.place.side,
        "path": change.place.path,
        "line": change.place.line,
        "message": change.message,
    }


_CHANGE = closed_object(
    "One thing that changed.",
    {
        "level": {"enum": list(map(str, Level)), "description": "What it does to callers."},
        "kind": {"enum": list(map(str, Kind)), "description": "What changed."},
        "uid": {
            "type": ["string", "null"],
            "description": "The operation, by its new name; null for a named type.",
        },
        "subject": {
            "type": "string",
            "description": "The method and route, by their new names, or the name of the type.",
        },
        "tree": {
            "enum": list(map(str, Side)),
            "description": "The tree of the path: the old one for what is gone.",
        },
        "path": {
            "type": "string",
            "description": "The page: below its folder, or after the revision and a colon; of an"
            " OpenAPI document, its name and a JSON pointer.",
        },
        "line": {"type": "integer", "minimum": 1, "description": "The line, counted from 1."},
        "message": {
            "type": "string",
            "description": "What changed, in one sentence; names are in backticks.",
        },
    },
)
_SUMMARY = closed_object(
    "The counts.",
    {
        **{str(level): count(f"The changes of level {level}.") for level in Level},
        "subjects": count("The operations and types that have changed."),
    },
)


def schema() -> dict[str, Any]:
    """Return the schema; every member is required."""
    document = closed_object(
        "What changed between two docs trees, the worst first.",
        {
            "version": {"const": VERSION, "description": "The version of this format."},
            "changes": {"type": "array", "items": _CHANGE},
            "summary": _SUMMARY,
        },
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **document}
