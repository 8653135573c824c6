"""JSON bodies as values (RFC 8259 within the limits of RFC 7493)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from jsonpointer import escape

from callsheet.schema.i_json import read_json
from callsheet.server.http.body_errors import BodyTooLargeError, MalformedBodyError
from callsheet.server.limits import Limits

ESCAPES = 10
"""How many escapes in strings count as one value: each of them costs a little time."""


def decode_json(body: bytes, limits: Limits) -> Any:
    """Return the value of a JSON text.

    Args:
        body: The text, in UTF-8.
        limits: How many values there may be, and how deep they may be nested. A key counts as a
            value, a list or object as two.

    Raises:
        MalformedBodyError: It is not JSON, is nested too deeply, or has a key twice in an object.
        BodyTooLargeError: It has too many values.
    """
    check_number(body, limits)
    repeats: list[_Repeating] = []

    def to_object(members: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(members)
        if len(found) == len(members):
            return found
        repeats.append(_Repeating(members))
        return repeats[-1]

    try:
        value = read_json(body.decode("utf-8-sig"), to_object)
    except UnicodeDecodeError as error:
        detail = f"it is not valid UTF-8: its byte {error.start + 1} is not part of a character"
        raise MalformedBodyError(detail) from error
    except ValueError as error:
        raise MalformedBodyError(f"it is not valid JSON: {error}") from error
    if _deeper_than(value, limits.body_depth):
        raise MalformedBodyError(f"it is nested more than {limits.body_depth} levels deep")
    if repeats:
        pointer = next(_repeated(value, ""))
        raise MalformedBodyError(f"it has the key `{pointer}` twice (RFC 7493, 2.3)")
    return value


def check_number(body: bytes, limits: Limits) -> None:
    """Count the values before any of them is made, in time that grows with the size alone.

    Raises:
        BodyTooLargeError: They are too many.
    """
    limit = limits.body_values
    escapes = body.count(b"\\") // ESCAPES
    if _marks(body) + escapes <= limit:
        return
    # Some may stand in strings, where they mean nothing.
    text = body.replace(b"\\\\", b"").replace(b'\\"', b"")
    if text.count(b'"') // 2 > limit or (_marks(b"".join(text.split(b'"')[::2])) + escapes > limit):
        raise BodyTooLargeError(f"it has more than {limit:,} values")


def _marks(text: bytes) -> int:
    """Count the characters that begin or separate values, and the value around them."""
    return 1 + sum(text.count(mark) for mark in (b",", b":", b"[", b"{"))


class _Repeating(dict[str, Any]):
    """Raised for an object with a duplicate key."""

    def __init__(self, members: list[tuple[str, Any]]) -> None:
        super().__init__(members)
        names = Counter(name for name, _ in members)
        self.key = names.most_common(1)[0][0]


def _repeated(value: Any, pointer: str) -> Iterator[str]:
    """Yield the JSON Pointers (RFC 6901) of duplicate keys."""
    if isinstance(value, _Repeating):
        yield f"{pointer}/{escape(value.key)}"
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _repeated(inner, f"{pointer}/{escape(name)}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _repeated(inner, f"{pointer}/{place}")


def _deeper_than(value: Any, depth: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    children = value.values() if isinstance(value, dict) else value
    return depth == 0 or any(_deeper_than(child, depth - 1) for child in children)
