r"""Matching of untrusted regular expressions of ECMA-262, in linear time.

Python's engine backtracks, so that an expression such as `(a+)+$` takes time that grows
exponentially with the text. Expressions that might do that are matched by an automaton instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Any

from callsheet.schema.automaton import Automaton, UnsupportedError
from callsheet.schema.expression_parser import opcodes, parser

MAX_PATTERN = 1000
"""Characters of an expression; a longer one is ignored."""

_ESCAPE = re.compile(
    r"\\(?:u\{(?P<point>[0-9A-Fa-f]{1,6})\}|c(?P<control>[A-Za-z])|(?P<other>.))", re.DOTALL
)

# In ECMA-262 these are ASCII, whatever the text.
_CLASSES = {"d": "0-9", "w": "A-Za-z0-9_"}
_NEGATED = {"D": "[^0-9]", "W": "[^A-Za-z0-9_]"}


@dataclass(frozen=True, slots=True)
class Matcher:
    """A compiled expression.

    Attributes:
        search: Tells whether a text contains a match.
        cost: The estimated maximum of microseconds for each character of the text.
    """

    search: Callable[[str], bool]
    cost: float


@lru_cache(maxsize=1024)
def matcher(pattern: str) -> Matcher | None:
    """Compile an expression so that matching takes time linear in the text.

    Returns:
        None for an invalid expression, and for one that cannot be matched in such a time.
    """
    tree = parsed(pattern)
    if tree is None:
        return None
    try:
        if (ways := _ways(tree)) <= MAX_WAYS:
            expression = re.compile(_translated(pattern))
            return Matcher(lambda text: expression.search(text) is not None, _COST_OF_WAY * ways)
        automaton = Automaton(tree)
        return Matcher(automaton.search, _COST_OF_STATE * automaton.size)
    except (re.error, OverflowError, RecursionError, UnsupportedError):
        return None


def parsed(pattern: str) -> Any:
    """Parse an expression with Python's parser; None where it is invalid or too long."""
    if len(pattern) > MAX_PATTERN:
        return None
    try:
        return parser.parse(_translated(pattern))
    except (re.error, OverflowError, RecursionError):
        return None


def is_match(pattern: str, text: str) -> bool:
    """Tell whether a text contains a match.

    Where that cannot be decided, it does: nothing is reported that was not checked.
    """
    found = matcher(pattern)
    return found is None or found.search(text)


MAX_WAYS = 1000
"""Ways to match an expression at one position that Python's engine may have to try."""

_COST_OF_WAY = 0.02
_COST_OF_STATE = 0.6
"""Microseconds for each character on an ordinary machine, rounded up."""


def _ways(tree: Any) -> float:
    """Return the maximum number of ways to try an expression at one position of a text."""
    ways = 1.0
    for operator, argument in tree:
        if operator in (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT):
            fewest, most, inner = argument
            if most is opcodes.MAXREPEAT or _ways(inner) > 1:
                return inf
            ways *= most - fewest + 1
        elif operator is opcodes.SUBPATTERN:
            ways *= _ways(argument[-1])
        elif operator is opcodes.BRANCH:
            ways *= sum(map(_ways, argument[1]))
        elif operator in _REFUSED:
            return inf
    return ways


_REFUSED = frozenset(
    {
        opcodes.ASSERT, opcodes.ASSERT_NOT, opcodes.ATOMIC_GROUP, opcodes.GROUPREF,
        opcodes.GROUPREF_EXISTS, opcodes.POSSESSIVE_REPEAT,
    }
)  # fmt: skip


def _translated(pattern: str) -> str:
    """Translate an expression of ECMA-262 to Python's syntax."""
    parts: list[str] = []
    position, in_class = 0, False
    while position < len(pattern):
        if match := _ESCAPE.match(pattern, position):
            parts.append(_escape(match, in_class=in_class))
            position = match.end()
            continue
        character = pattern[position]
        position += 1
        if in_class:
            parts.append(r"\[" if character == "[" else character)
            in_class = character != "]"
        elif character == "$":
            # Python's `$` also matches before a line's end.
            parts.append(r"\Z")
        elif (
            pattern.startswith("?<", position) and pattern[position + 2 : position + 3] not in "=!"
        ):
            parts.append("(?P<")
            position += 2
        else:
            parts.append(character)
            in_class = character == "["
    return "".join(parts)


def _escape(match: re.Match[str], *, in_class: bool) -> str:
    if match["point"]:
        return re.escape(chr(int(match["point"], 16)))
    if match["control"]:
        return re.escape(chr(ord(match["control"]) % 32))
    letter = match["other"]
    if letter in "pP":
        raise re.error("properties of Unicode are not supported")
    if letter in _CLASSES:
        return _CLASSES[letter] if in_class else f"[{_CLASSES[letter]}]"
    if letter in _NEGATED and not in_class:
        return _NEGATED[letter]
    # An escaped character without special meaning is itself; Python refuses unknown escapes.
    return (
        match[0]
        if not letter.isascii() or not letter.isalpha() or letter in "bBfnrstvSux"
        else letter
    )
