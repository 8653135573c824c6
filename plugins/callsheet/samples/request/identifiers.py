"""Names of the variables in a sample."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Set as AbstractSet
from functools import lru_cache

from callsheet.samples.text import words

MAX_LENGTH = 30
_IN_PROGRAM = {
    "Path",
    "base64",
    "extension",
    "file",
    "json",
    "media_type",
    "mimetypes",
    "os",
    "quote",
    "requests",
    "response",
}
_RESERVED = {*_IN_PROGRAM, *keyword.kwlist, *keyword.softkwlist, *dir(builtins)}


class Identifiers:
    """Hands out identifiers that clash neither with each other nor with the program's own names."""

    def __init__(
        self, reserved: AbstractSet[str] = frozenset(_RESERVED), *, camel: bool = False
    ) -> None:
        """Start with no name taken.

        Args:
            reserved: The names that are never handed out; by default those of Python's samples.
            camel: Whether to write `personId` instead of `person_id`.
        """
        self._taken: set[str] = set()
        self._reserved = reserved
        self._spell = _camel if camel else _snake
        self._before_number = "" if camel else "_"

    def take(self, name: str, context: str) -> str:
        """Hand out an identifier.

        Args:
            name: A name on the page, such as `personId`; any text.
            context: The owner's name, for names that cannot stand alone: with `Person`, `id`
                becomes `person_id`.
        """
        wanted = self._spell(name)
        if self._refused(wanted):
            wanted = self._spell(f"{context} {wanted}")
        if self._refused(wanted):
            wanted = self._spell(f"{wanted}_value".lstrip("_0123456789"))
        identifier, number = wanted, 1
        # In some languages `personid` and `personId` are one variable.
        while identifier.lower() in self._taken:
            number += 1
            identifier = f"{wanted}{self._before_number}{number}"
        self._taken.add(identifier.lower())
        return identifier

    def _refused(self, name: str) -> bool:
        return name in self._reserved or not name.isidentifier()


@lru_cache(maxsize=4096)
def _snake(name: str) -> str:
    return "_".join(words(name))[:MAX_LENGTH].strip("_")


@lru_cache(maxsize=4096)
def _camel(name: str) -> str:
    first, *others = words(name) or [""]
    return "".join([first, *map(str.capitalize, others)])[:MAX_LENGTH]
