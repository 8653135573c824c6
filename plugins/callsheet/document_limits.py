"""Limits of documents, and their measurement before any value is constructed.

With YAML's aliases, a few lines can expand to billions of values. So a document is weighed: each
alias counts as everything that it stands for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

KIB = 1024
MIB = 1024 * KIB


class UnusableError(ValueError):
    """A document that cannot be parsed.

    Attributes:
        problem: What is wrong with it, as a clause.
        line: The line, counted from 1; 0 where that is not known.
    """

    def __init__(self, problem: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {problem}" if line else problem)
        self.problem = problem
        self.line = line


class ExcessiveError(UnusableError):
    """A document that exceeds a limit."""


@dataclass(frozen=True, slots=True)
class DocumentLimits:
    """The limits of a document.

    Attributes:
        characters: Characters of the text, and of the text with all aliases expanded.
        values: Mappings, lists, keys and scalars, with all aliases expanded.
        depth: Mappings and lists inside of each other.
        unique_keys: Whether a mapping with a key twice is refused; else the last value counts.
    """

    characters: int = 8 * MIB
    values: int = 1_000_000
    depth: int = 200
    unique_keys: bool = False


def size(count: int) -> str:
    """Format a number of bytes or characters for messages."""
    return f"{count // MIB} MiB" if count >= MIB else f"{count // KIB} KiB"


class Inside(NamedTuple):
    """The direct content of a mapping or a list."""

    scalars: int
    characters: int
    containers: list[Any]


class _Weight(NamedTuple):
    """The total content of a mapping or a list, including itself."""

    values: int
    characters: int
    depth: int


def weigh(root: Any, limits: DocumentLimits, inside_of: Callable[[Any], Inside]) -> None:
    """Refuse a document that exceeds the limits, with all aliases expanded.

    Each value is visited once, however many aliases refer to it: weights are memoized by identity.

    Args:
        root: The whole document, as YAML nodes or as plain values.
        limits: Its limits.
        inside_of: Returns the direct content of a mapping or a list.

    Raises:
        ExcessiveError: It exceeds a limit, or an alias refers to a value that contains it.
    """
    weights: dict[int, _Weight] = {}
    around: set[int] = set()
    inner: dict[int, Inside] = {}
    outermost = inside_of(root)
    if not outermost.containers:
        # As nearly all front matter is.
        if reason := _excess(_sum(outermost, weights), limits):
            raise ExcessiveError(reason, line_of(root))
        return
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        value, is_done = stack.pop()
        key = id(value)
        if is_done:
            around.discard(key)
            weights[key] = weight = _sum(inner.pop(key), weights)
            if reason := _excess(weight, limits):
                raise ExcessiveError(reason, line_of(value))
        elif key in around:
            raise ExcessiveError("an alias refers to a value that contains it", line_of(value))
        elif key not in weights:
            around.add(key)
            if len(around) > limits.depth + 1:
                raise ExcessiveError("it is nested too deeply", line_of(value))
            inner[key] = inside = inside_of(value)
            stack.append((value, True))
            stack += [(item, False) for item in inside.containers]


def _sum(inside: Inside, weights: dict[int, _Weight]) -> _Weight:
    parts = [weights[id(item)] for item in inside.containers]
    return _Weight(
        1 + inside.scalars + sum(part.values for part in parts),
        inside.characters + sum(part.characters for part in parts),
        1 + max((part.depth for part in parts), default=0),
    )


def _excess(weight: _Weight, limits: DocumentLimits) -> str:
    if weight.depth > limits.depth + 1:
        return "it is nested too deeply"
    if weight.values > limits.values:
        return f"it has more than {limits.values:,} values, aliases counted as what they stand for"
    if weight.characters > limits.characters:
        return f"its aliases stand for more than {size(limits.characters)}"
    return ""


def line_of(value: Any) -> int:
    """Return the line of a YAML node, counted from 1; 0 for other values."""
    mark = getattr(value, "start_mark", None)
    return mark.line + 1 if mark else 0
