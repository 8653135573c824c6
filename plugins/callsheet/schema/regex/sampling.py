"""Generation of texts that match a regular expression."""

import random
from typing import Any

from callsheet.schema.regex.automaton import opcodes
from callsheet.schema.regex.patterns import is_match, parsed
from callsheet.schema.schema import Schema

MAX_LENGTH = 10_000
"""Characters of a text; for an expression that needs more, none is generated."""

_ATTEMPTS = 50
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CATEGORIES = {
    opcodes.CATEGORY_DIGIT: "0123456789",
    opcodes.CATEGORY_NOT_DIGIT: _LETTERS,
    opcodes.CATEGORY_SPACE: " ",
    opcodes.CATEGORY_NOT_SPACE: _LETTERS,
    opcodes.CATEGORY_WORD: _LETTERS,
    opcodes.CATEGORY_NOT_WORD: "-",
}
_PLAIN = _LETTERS + _LETTERS.upper() + "0123456789 -_.:/"


def text_of_pattern(
    pattern: str, chooser: random.Random, fewest: int = 0, most: int = MAX_LENGTH
) -> str | None:
    """Return a text that matches a pattern, of a length between two bounds.

    Returns:
        None where none was found, as for expressions with look-around.
    """
    tree = parsed(pattern)
    if tree is None or fewest > MAX_LENGTH:
        return None
    for attempt in range(_ATTEMPTS):
        text = _Sampler(chooser, longer=attempt, room=min(most, MAX_LENGTH)).sequence(tree)
        if text is not None and len(text) < fewest:
            # More of its last character, such as a digit, continues most texts.
            longer = (text + end * (fewest - len(text)) for end in ("a", text[-1:]))
            text = next((each for each in longer if is_match(pattern, each)), text)
        if text is not None and fewest <= len(text) <= most and is_match(pattern, text):
            return text
    return None


class _Sampler:
    """Walks an expression once, and picks characters and branches at random.

    Args:
        chooser: The source of randomness.
        longer: The number of repetitions beyond the required ones.
        room: The maximum number of characters.
    """

    def __init__(self, chooser: random.Random, longer: int, room: int) -> None:
        self._chooser = chooser
        self._longer = longer
        self._room = room

    def sequence(self, tree: Any) -> str | None:
        parts = []
        for operator, argument in tree:
            part = self._item(operator, argument)
            if part is None:
                return None
            parts.append(part)
        return "".join(parts)

    def _item(self, operator: Any, argument: Any) -> str | None:
        if operator in (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT):
            return self._repeat(*argument)
        if operator is opcodes.SUBPATTERN:
            return self.sequence(argument[-1])
        if operator is opcodes.BRANCH:
            return self.sequence(self._chooser.choice(argument[1]))
        if operator in (opcodes.AT, opcodes.ASSERT, opcodes.ASSERT_NOT):
            # Whether what stands there is right is seen when there is a text.
            return ""
        # Letters are the most readable; where they were not enough, any may be needed.
        any_character = operator is opcodes.ANY and self._longer
        characters = _PLAIN if any_character else _characters(operator, argument)
        self._room -= 1
        return self._chooser.choice(characters) if characters and self._room >= 0 else None

    def _repeat(self, fewest: int, most: Any, tree: Any) -> str | None:
        allowed = fewest + self._longer if most is opcodes.MAXREPEAT else most
        # Where nothing is required, a short text shows a reader more than an empty one.
        top = min(allowed, max(fewest, 1) + self._longer)
        parts: list[str] = []
        for _ in range(self._chooser.randint(min(max(fewest, min(1, allowed)), top), top)):
            part = self.sequence(tree)
            if part is None:
                return None
            parts.append(part)
        return "".join(parts)


def _characters(operator: Any, argument: Any) -> str:
    """Return some of the characters that an item of an expression matches."""
    if operator is opcodes.LITERAL:
        return chr(argument)
    if operator is opcodes.ANY:
        return _LETTERS
    if operator is opcodes.NOT_LITERAL:
        return "".join(c for c in _PLAIN if c != chr(argument))
    if operator is not opcodes.IN:
        return ""
    if argument[0][0] is opcodes.NEGATE:
        excluded = set("".join(_members(item) for item in argument[1:]))
        return "".join(character for character in _PLAIN if character not in excluded)
    return "".join(_members(item) for item in argument)


def _members(item: Any) -> str:
    operator, argument = item
    if operator is opcodes.RANGE:
        first, last = argument
        return "".join(map(chr, range(first, min(last, first + 127) + 1)))
    if operator is opcodes.CATEGORY:
        return _CATEGORIES.get(argument, "")
    return chr(argument) if operator is opcodes.LITERAL else ""


def implied_type(schema: Schema) -> str:
    """Return the type that the keywords of a schema are about, where it states no type."""
    if schema.properties or schema.required or schema.additional_properties is not None:
        return "object"
    if schema.min_properties:
        return "object"
    if schema.items is not None or schema.prefix_items or schema.min_items:
        return "array"
    if schema.format or schema.pattern or schema.min_length or schema.max_length is not None:
        return "string"
    numbers = (schema.minimum, schema.maximum, schema.exclusive_minimum, schema.multiple_of)
    return "number" if any(bound is not None for bound in numbers) else ""


def stretched(text: str, fewest: int, name: str) -> str:
    """Return a text of a format with more characters, where the format has room for them."""
    lacking = fewest - len(text)
    if lacking <= 0:
        return text
    labels = ("a" * 31 + ".") * (lacking // 32 + 1)
    match name:
        case "date-time" | "time":
            return f"{text[:-1]}.{'0' * max(lacking - 1, 1)}{text[-1]}"
        case "duration":
            return f"P{'0' * lacking}{text[1:]}"
        case "email" | "idn-email":
            return text.replace("@", f"@{labels[:lacking]}")
        case "hostname" | "idn-hostname":
            return labels[:lacking] + text
    return text + "a" * lacking
