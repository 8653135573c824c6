r"""Matching of untrusted regular expressions of ECMA-262, in linear time.

Python's engine backtracks, so that an expression such as `(a+)+$` takes time that grows
exponentially with the text. Expressions that might do that are matched by an automaton instead.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Any

from callsheet.schema.regex.automaton import Automaton, UnsupportedError, opcodes, parser

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
    try:
        return _compile(pattern)
    except _FAULTS:
        return None


def fault_of_pattern(pattern: str) -> str:
    """Return why an expression cannot be matched; empty where it can."""
    try:
        _compile(pattern)
    except UnsupportedError as error:
        return str(error)
    except re.error as error:
        return f"it is not a regular expression, {error.msg}"
    except (OverflowError, RecursionError):
        return "it is too large"
    return ""


def _compile(pattern: str) -> Matcher:
    tree = _parse(pattern)
    # Python's engine is written in C, and some thirty times as fast as the automaton; it is safe
    # where it can only try a bounded number of ways.
    if (ways := _ways(tree)) <= MAX_WAYS:
        expression = re.compile(_translated(pattern))
        return Matcher(lambda text: expression.search(text) is not None, _COST_OF_WAY * ways)
    automata = [(Automaton(part), wanted) for part, wanted in _without_lookahead([*tree])]
    cost = _COST_OF_STATE * sum(automaton.size for automaton, _ in automata)
    return Matcher(lambda text: all(a.search(text) is wanted for a, wanted in automata), cost)


def _without_lookahead(tree: list[Any]) -> Iterator[tuple[list[Any], bool]]:
    """Split an expression that looks ahead from its beginning, such as `^(?=.*[0-9])(?!x).{8}`.

    Yields:
        Expressions without look-ahead, and whether a text contains each or must not.
    """
    beginning, rest = tree[:1], tree[1:]
    while beginning == [(opcodes.AT, opcodes.AT_BEGINNING)] and rest and _looks_ahead(rest[0]):
        operator, (_, inner) = rest.pop(0)
        yield [*beginning, *inner], operator is opcodes.ASSERT
    yield beginning + rest, True


def _looks_ahead(item: Any) -> bool:
    operator, argument = item
    return operator in (opcodes.ASSERT, opcodes.ASSERT_NOT) and argument[0] > 0


_FAULTS = (re.error, OverflowError, RecursionError, UnsupportedError)


def parsed(pattern: str) -> Any:
    """Parse an expression with Python's parser; None where it is invalid or too long."""
    try:
        return _parse(pattern)
    except _FAULTS:
        return None


def _parse(pattern: str) -> Any:
    if len(pattern) > MAX_PATTERN:
        raise UnsupportedError(f"it has more than {MAX_PATTERN} characters")
    return parser.parse(_translated(pattern))


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
            # Nested choices within a repetition multiply with each round: that is where
            # backtracking explodes.
            if most is opcodes.MAXREPEAT or _ways(inner) > 1:
                return inf
            # Each length of the repetition is a way to go on.
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
            # Python warns about `[` in a class, since it may become a nested set.
            parts.append(r"\[" if character == "[" else character)
            in_class = character != "]"
        elif character == "$":
            # Python's `$` also matches before a line's end.
            parts.append(r"\Z")
        elif (
            pattern.startswith("?<", position) and pattern[position + 2 : position + 3] not in "=!"
        ):
            # Named groups are `(?<name>…)` in ECMA-262. `(?<=` and `(?<!` are look-behind.
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
        # ECMA-262, CharacterEscape: the code point of the letter modulo 32.
        return re.escape(chr(ord(match["control"]) % 32))
    letter = match["other"]
    # Unicode properties would need tables that Python's `re` does not have.
    if letter in "pP":
        raise UnsupportedError(f"`\\{letter}` is not supported")
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
