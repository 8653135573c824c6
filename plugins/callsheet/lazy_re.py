"""The module `re`, whose expressions are compiled when they are first used.

To compile all expressions of the package takes longer than most commands, which use few of them.
Modules import it under the name of `re`. An expression of a user is compiled by `re` itself, which
tells at once what is wrong with it.
"""

import re
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]

_NAMES = (
    *("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split", "scanner"),
    *("pattern", "flags", "groups", "groupindex"),
)


class LazyPattern:
    """An expression with the attributes of `re.Pattern`, and with that as `compiled`.

    It is equal to another one of the same text and flags.
    """

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Called for what is not in the dictionary: from the first use on, everything is.
        if name not in _NAMES and name != "compiled":
            raise AttributeError(name)
        compiled: Pattern[Any] = re.compile(self._text, self._flags)
        self.__dict__.update((each, getattr(compiled, each)) for each in _NAMES)
        self.compiled = compiled
        return getattr(self, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LazyPattern) and other._key == self._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str | bytes, int]:
        return self._text, self._flags


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:  # noqa: A001
    """Return an expression that is compiled when it is first used, unlike `re.compile`."""
    return cast(Pattern[AnyStr], LazyPattern(pattern, flags))
