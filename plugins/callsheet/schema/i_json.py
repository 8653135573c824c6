"""Parsing of I-JSON: JSON that all programs parse alike (RFC 8259, limited by RFC 7493)."""

import json
from collections.abc import Callable
from math import isfinite
from typing import Any

from callsheet import lazy_re as re
from callsheet.memo import cached_by

MAX_NESTING = 100
"""Arrays and objects inside of each other; JSON that is nested more deeply is malformed."""

MAX_DIGITS = 4_300
"""Digits of a number; JSON with a longer one is malformed, as Python has it of integers."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(text: str, to_object: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    """Parse a text of I-JSON.

    Args:
        text: The text.
        to_object: Builds an object of its members, in order; by default, the last member of a name
            wins.

    Raises:
        ValueError: It is malformed, nested too deeply, or has a value that I-JSON excludes: an
            infinite number, or half of a surrogate pair.
    """
    try:
        value = json.loads(
            text,
            parse_constant=_refuse,
            parse_float=_finite,
            parse_int=_whole,
            object_pairs_hook=to_object,
        )
        # Counting brackets is fast and never too low; hardly any text needs the exact test.
        if text.count("[") + text.count("{") > MAX_NESTING and _is_nested_deeply(value):
            raise RecursionError
        # Only an escape can produce half of a pair, so most texts need not be encoded to find out.
        if _SURROGATE.search(text):
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        escape = f"\\u{ord(error.object[error.start]):04x}"
        raise ValueError(f"`{escape}` is half of a surrogate pair") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return value


# A page shows an example, takes it for evidence and documents it.
@cached_by(64, len)
def read_example(text: str) -> Any:
    """Parse the text of an example, as `read_json` does; the value must not be changed."""
    return read_json(text)


def _is_nested_deeply(value: Any) -> bool:
    # Level by level and without recursion, which the nesting could exhaust.
    level = [value]
    for _ in range(MAX_NESTING + 1):
        containers = [outer for outer in level if isinstance(outer, dict | list)]
        if not containers:
            return False
        level = [
            inner
            for outer in containers
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return True


def _whole(digits: str) -> int:
    # A Python function, though `int` would do: between calls of it other threads get their turn,
    # and thousands of long numbers take seconds.
    try:
        return int(digits)
    except ValueError as error:
        raise ValueError(f"a number has more than {MAX_DIGITS:,} digits") from error


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _finite(text: str) -> float:
    if len(text) > MAX_DIGITS:
        raise ValueError(f"a number has more than {MAX_DIGITS:,} digits")
    if isfinite(number := float(text)):
        return number
    raise ValueError(f"{text} is too large")
