"""Changes inputs by what they consist of: values of JSON, or else the words of lines, and bytes."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from random import Random
from typing import Any

_VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    2**63,
    1e300,
    float("inf"),
    "",
    "0",
    "\0",
    "\ud800",
    "a/~1{b}",
    [],
    {},
)
_WORDS = (
    b"",
    b"|",
    b"`",
    b"\\",
    b"<a",
    b"{{",
    b"```",
    b"---",
    b"#",
    b"*&a",
    b"[",
    b"\0",
    b"\xff",
    b"0",
)
_Place = tuple[Any, Any]
"""A mapping or list, and a key or index in it."""


def mutated(data: bytes, chance: Random) -> bytes:
    """Another input that is much like one."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return _of_words(data, chance)
    for _ in range(chance.randint(1, 3)):
        value = _of_values(value, chance)
    return json.dumps(value).encode()


def _of_values(value: Any, chance: Random) -> Any:
    places = list(_places(value))
    if not places:
        return copy.deepcopy(chance.choice(_VALUES))
    holder, key = chance.choice(places)
    other_holder, other_key = chance.choice(places)
    other = copy.deepcopy(other_holder[other_key])
    match chance.randrange(6):
        case 0:
            del holder[key]
        case 1:
            holder[key] = copy.deepcopy(chance.choice(_VALUES))
        case 2:
            holder[key] = [holder[key]]
        case 3 if isinstance(holder, dict):
            holder[str(other_key)] = holder.pop(key)
        case 4 if isinstance(holder, list):
            holder.insert(key, other)
        case _:
            holder[key] = other
    return value


def _places(value: Any) -> Iterator[_Place]:
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, dict | list):
            for key in holder if isinstance(holder, dict) else range(len(holder)):
                yield holder, key
                waiting.append(holder[key])


def _of_words(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    for _ in range(chance.randint(1, 3)):
        place, other = (chance.randrange(len(lines)) for _ in range(2))
        match chance.randrange(4):
            case 0:
                lines.insert(place, lines[other])
            case 1:
                lines[place] = lines[other]
            case _:
                lines[place] = _with_another_word(lines[place], lines[other], chance)
    return b"\n".join(lines)


def _with_another_word(line: bytes, other: bytes, chance: Random) -> bytes:
    words = line.split(b" ")
    place = chance.randrange(len(words))
    new = chance.choice((*_WORDS, *other.split(b" "))) * chance.choice((1, 1, 1, 50))
    begin = chance.randrange(len(words[place]) + 1)
    # The word is replaced, or gets the new one inside of it.
    words[place] = chance.choice((new, words[place][:begin] + new + words[place][begin:]))
    return b" ".join(words)
