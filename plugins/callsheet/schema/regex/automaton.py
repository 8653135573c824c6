"""Regular expressions in linear time, by simulation of their automaton (Thompson, 1968).

It captures no groups. Expressions with look-around or back-references are refused.

Python's own parser of expressions is an undocumented part of `re`, so only this module imports it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

opcodes: Any = import_module("re._constants")
"""The operators that an expression consists of."""

parser: Any = import_module("re._parser")
"""Its `parse` returns an expression as pairs of an operator and its argument."""


MAX_STATES = 1000
"""States of an automaton; an expression that needs more is refused."""

_MATCH = -1
_Test = Callable[[str], bool]
_REPEATS = (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT)
_CATEGORIES: dict[Any, _Test] = {
    opcodes.CATEGORY_DIGIT: str.isdecimal,
    opcodes.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    opcodes.CATEGORY_SPACE: str.isspace,
    opcodes.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    opcodes.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    opcodes.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


class UnsupportedError(ValueError):
    """An expression for which no automaton can be built."""


@dataclass(slots=True)
class _State:
    """A state: it consumes a character that passes a test, or asserts a position, and goes on."""

    test: _Test | None = None
    place: Any = None
    following: list[int] = field(default_factory=list)


class Automaton:
    """The automaton of an expression.

    Args:
        tree: The expression, as Python's parser of expressions returns it.

    Raises:
        UnsupportedError: It has look-around or back-references, or needs too many states.
    """

    def __init__(self, tree: Any) -> None:
        self._states: list[_State] = []
        self._start = self._sequence(tree, [_MATCH])

    @property
    def size(self) -> int:
        """The number of states."""
        return len(self._states)

    def search(self, text: str) -> bool:
        """Return whether a text contains what the expression describes."""
        # All states are followed at once, so no text is read twice: the time is the product of its
        # length and the number of states.
        current: set[int] = set()
        for position in range(len(text) + 1):
            # The start is entered again at each position, as a match may begin anywhere.
            if self._enter(self._start, current, text, position):
                return True
            if position == len(text):
                break
            following: set[int] = set()
            for number in current:
                state = self._states[number]
                reads = state.test is not None and state.test(text[position])
                if reads and self._enter(state.following, following, text, position + 1):
                    return True
            current = following
        return False

    def _enter(self, numbers: list[int], reached: set[int], text: str, position: int) -> bool:
        """Add states, and all that follow without a character; tell whether one is the match."""
        pending = list(numbers)
        while pending:
            number = pending.pop()
            if number == _MATCH:
                return True
            if number in reached:
                continue
            reached.add(number)
            state = self._states[number]
            if state.test is None and (state.place is None or _is_at(state.place, text, position)):
                pending += state.following
        return False

    def _add(self, state: _State) -> int:
        if len(self._states) >= MAX_STATES:
            raise UnsupportedError(f"it needs more than {MAX_STATES} states")
        self._states.append(state)
        return len(self._states) - 1

    def _sequence(self, tree: Any, following: list[int]) -> list[int]:
        """Build a sequence that goes on to other states; return the states that begin it."""
        # From the end, as each part needs the states that follow it.
        for operator, argument in reversed(list(tree)):
            following = self._item(operator, argument, following)
        return following

    def _item(self, operator: Any, argument: Any, following: list[int]) -> list[int]:
        if operator in _REPEATS:
            fewest, most, tree = argument
            return self._repeat(fewest, most, tree, following)
        if operator is opcodes.SUBPATTERN:
            return self._sequence(argument[-1], following)
        if operator is opcodes.BRANCH:
            ways = [n for branch in argument[1] for n in self._sequence(branch, following)]
            return [self._add(_State(following=ways))]
        if operator is opcodes.AT:
            return [self._add(_State(place=argument, following=following))]
        return [self._add(_State(test=_test(operator, argument), following=following))]

    def _repeat(self, fewest: int, most: Any, tree: Any, following: list[int]) -> list[int]:
        if most is opcodes.MAXREPEAT:
            # An empty state, to loop back to.
            again = self._add(_State())
            self._states[again].following = [*self._sequence(tree, [again]), *following]
            following = [again]
        else:
            end = following
            for _ in range(most - fewest):
                # An empty state at each fork: without it, each repetition would lead to all later
                # ones, and the number of transitions would grow with the square of the limit.
                inner = self._sequence(tree, following)
                following = [self._add(_State(following=[*inner, *end]))]
        for _ in range(fewest):
            before = len(self._states)
            following = self._sequence(tree, following)
            if len(self._states) == before:
                break  # The repeated expression is empty.
        return following


def _is_at(place: Any, text: str, position: int) -> bool:
    if place in (opcodes.AT_BEGINNING, opcodes.AT_BEGINNING_STRING):
        return position == 0
    if place in (opcodes.AT_END, opcodes.AT_END_STRING):
        return position == len(text)
    before = position > 0 and _is_word(text[position - 1])
    after = position < len(text) and _is_word(text[position])
    return (before != after) is (place is opcodes.AT_BOUNDARY)


def _is_word(character: str) -> bool:
    # `\b` and `\w` are about ASCII in ECMA-262 without the flags `u` and `i`.
    return character.isascii() and (character.isalnum() or character == "_")


def _test(operator: Any, argument: Any) -> _Test:
    if operator is opcodes.LITERAL:
        literal = chr(argument)
        return lambda character: character == literal
    if operator is opcodes.NOT_LITERAL:
        excluded = chr(argument)
        return lambda character: character != excluded
    if operator is opcodes.ANY:
        # The line terminators of ECMA-262, which are more than Python's dot excludes.
        return lambda character: character not in "\n\r\u2028\u2029"
    if operator is opcodes.IN:
        return _class(argument)
    raise UnsupportedError(
        "back-references, look-behind and look-ahead after `^` are not supported"
    )


def _class(items: Any) -> _Test:
    negated = items[0][0] is opcodes.NEGATE
    tests = list(_members(items[1:] if negated else items))
    return lambda character: any(test(character) for test in tests) is not negated


def _members(items: Any) -> Iterator[_Test]:
    for operator, argument in items:
        if operator is opcodes.RANGE:
            first, last = map(chr, argument)
            yield lambda character, first=first, last=last: first <= character <= last  # type: ignore[misc]
        elif operator is opcodes.CATEGORY:
            yield _CATEGORIES[argument]
        else:
            yield _test(operator, argument)
