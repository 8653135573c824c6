"""Front matter: the YAML mapping between two rules at the top of a page.

It is read as MkDocs reads it, within limits, because anybody may have written the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from callsheet.source.faults import Fault
from callsheet.untrusted import KIB, DocumentLimits, ExcessiveError, UnusableError, load_yaml

FRONT_MATTER_LIMITS = DocumentLimits(characters=256 * KIB, values=10_000, depth=50)
"""Front matter that exceeds them is not read."""

# As MkDocs recognises it: `mkdocs.utils.meta`.
FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)
"""The front matter at the start of a text, with both of its rules."""

_TEXT_KEYS = ("uid", "id", "title", "defines", "description")
"""Keys whose value is a text, or a number that is meant as one."""


class FrontMatterFlaw(NamedTuple):
    """A defect of front matter.

    Attributes:
        fault: The kind of defect.
        message: A sentence about it.
        line: The line in the file, counted from 1.
        key: The key that is wrong; empty where all of the front matter is.
    """

    fault: Fault
    message: str
    line: int
    key: str = ""


def read_front_matter(text: str) -> tuple[Mapping[str, Any], tuple[FrontMatterFlaw, ...]]:
    """Read the YAML between the rules.

    Returns:
        The keys with usable values, and the flaws of the others.
    """
    try:
        value = load_yaml(text, FRONT_MATTER_LIMITS)
        if value is not None and not isinstance(value, dict):
            raise UnusableError("it is not a mapping of keys to values", 1)
    except UnusableError as error:
        is_too_much = isinstance(error, ExcessiveError)
        fault = Fault.FRONT_MATTER_SIZE if is_too_much else Fault.FRONT_MATTER
        message = f"The front matter cannot be read: {error.problem}."
        # The rule above the YAML is line 1 of the file.
        return {}, (FrontMatterFlaw(fault, message, error.line + 1),)
    found = {str(key): item for key, item in (value or {}).items()}
    unusable = {key: why for key in (*_TEXT_KEYS, "tags") if (why := _misuse(key, found.get(key)))}
    lines = text.split("\n") if unusable else []
    flaws = (
        FrontMatterFlaw(
            Fault.FRONT_MATTER_VALUE, f"`{key}` {why}.", line_of_key(key, lines) + 1, key
        )
        for key, why in unusable.items()
    )
    return {key: item for key, item in found.items() if key not in unusable}, tuple(flaws)


def line_of_key(key: str, lines: Sequence[str]) -> int:
    """Return the number of the first line with a top-level key, counted from 1; 0 without one."""
    start = re.compile(rf"{re.escape(key)}\s*:")
    return next((n for n, line in enumerate(lines, 1) if start.match(line)), 0)


def without_front_matter(text: str) -> str:
    """Return the text of a page from the line after its front matter on."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    match = FRONT_MATTER.match(text)
    return text[match.end() :] if match else text


def _misuse(key: str, value: Any) -> str:
    """Say why a value cannot be the text that its key takes; return "" where it can."""
    match value:
        case dict():
            return "is a mapping where a text belongs"
        case list() if key != "tags":
            return "is a list where a text belongs"
        case list() if any(isinstance(item, dict | list) for item in value):
            return "has a list or a mapping where a text belongs"
    return ""
