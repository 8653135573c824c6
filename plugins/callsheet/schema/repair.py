"""Repair of values: parts that do not fit a schema are replaced by fake ones."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from jsonpointer import unescape

from callsheet.schema.evaluate import Evaluator
from callsheet.schema.generate import Generator
from callsheet.schema.mismatches import Mismatch
from callsheet.schema.schema import ANYTHING, Schema

_ROUNDS = 3
_MAX_MISMATCHES = 10_000


def repaired(value: Any, schema: Schema, evaluator: Evaluator, generator: Generator) -> Any:
    """Return a value with each part that does not fit its schema replaced by a fake one.

    Args:
        value: As the `json` module reads it; it is not changed.
        schema: The schema that it should fit.
        evaluator: Finds the parts that do not.
        generator: Generates the replacements.
    """
    for number in range(_ROUNDS):
        found = evaluator.mismatches(value, schema, _MAX_MISMATCHES)
        if not found:
            break
        # Copied only once something has to change; most values are valid.
        value = value if number else deepcopy(value)
        done: set[str] = set()
        for mismatch in found:
            # Mismatches within a part that was replaced are gone with it.
            if done.isdisjoint(pointers_around(mismatch.pointer)):
                value = _replaced(value, mismatch, generator)
                done.add(mismatch.pointer)
    return value


def without_wrong_nulls(value: Any, schema: Schema, evaluator: Evaluator) -> Any:
    """Return a value without the properties that are null where their schema does not allow it.

    Args:
        value: As the `json` module reads it; it is not changed.
        schema: The schema of the value.
        evaluator: Finds the nulls.
    """
    found = evaluator.mismatches(value, schema, _MAX_MISMATCHES)
    pointers = [mismatch.pointer for mismatch in found if mismatch.got is None]
    if not pointers:
        return value
    value = deepcopy(value)
    for pointer in pointers:
        inner, last = _holder(value, pointer)
        if isinstance(inner, dict):
            inner.pop(last, None)
    return value


def _holder(value: Any, pointer: str) -> tuple[Any, str]:
    """Return the container of the part at a pointer (None for the whole), and the last token."""
    *path, last = [unescape(token) for token in pointer.split("/")]
    inner: Any = value if path else None
    for token in path[1:]:
        inner = inner[int(token)] if isinstance(inner, list) else inner[token]
    return inner, last


def pointers_around(pointer: str) -> Iterator[str]:
    """Yield the pointers of the values that contain a value, and its own."""
    tokens = pointer.split("/")
    for number in range(len(tokens)):
        yield "/".join(tokens[: number + 1])


def _replaced(value: Any, mismatch: Mismatch, generator: Generator) -> Any:
    """Replace the part at a mismatch by a fake one, add the missing part, or remove a forbidden."""
    inner, last = _holder(value, mismatch.pointer)
    if mismatch.keyword == "not" and mismatch.schema.not_ == ANYTHING and isinstance(inner, dict):
        inner.pop(last, None)
        return value
    replacement = generator.value(mismatch.schema)
    if inner is None:
        return replacement
    inner[int(last) if isinstance(inner, list) else last] = replacement
    return value
