"""Values that nearly fit a schema, made to fit it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from callsheet.schema.evaluate import Evaluator, Mismatch
from callsheet.schema.generate import Generator
from callsheet.schema.schema import Schema

_ROUNDS = 3
_MAX_MISMATCHES = 10_000


def repaired(value: Any, schema: Schema, evaluator: Evaluator, generator: Generator) -> Any:
    """Return a value with each part that does not fit its schema replaced by a made-up one.

    Args:
        value: As the `json` module reads it; it stays as it is.
        schema: What it should fit.
        evaluator: What tells which parts do not.
        generator: What makes up others.
    """
    for number in range(_ROUNDS):
        found = evaluator.mismatches(value, schema, _MAX_MISMATCHES)
        if not found:
            break
        value = value if number else deepcopy(value)
        done: set[str] = set()
        for mismatch in found:
            # What is within a part that was replaced is gone.
            if done.isdisjoint(pointers_around(mismatch.pointer)):
                value = _replaced(value, mismatch, generator)
                done.add(mismatch.pointer)
    return value


def pointers_around(pointer: str) -> Iterator[str]:
    """Yield the pointers of the values that contain a value, and its own."""
    tokens = pointer.split("/")
    for number in range(len(tokens)):
        yield "/".join(tokens[: number + 1])


def _replaced(value: Any, mismatch: Mismatch, generator: Generator) -> Any:
    """The value with another part in the place of a mismatch, or with one where there is none."""
    made = generator.value(mismatch.schema)
    if not mismatch.pointer:
        return made
    *path, last = [unescape(token) for token in mismatch.pointer[1:].split("/")]
    inner = value
    for token in path:
        inner = inner[int(token)] if isinstance(inner, list) else inner[token]
    inner[int(last) if isinstance(inner, list) else last] = made
    return value


def unescape(token: str) -> str:
    """Read a reference token of a JSON Pointer (RFC 6901, 4)."""
    return token.replace("~1", "/").replace("~0", "~")
