"""Caches of results, bounded in size as well as in number."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

MAX_CHARACTERS = 4096
"""A longer text hardly comes again, and thousands of them would fill the memory."""

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


def cached(count: int) -> Callable[[Callable[[str], R]], Callable[[str], R]]:
    """Cache a function of one text, as `functools.lru_cache` does, for texts of bounded length.

    Args:
        count: The number of results to keep. A text longer than `MAX_CHARACTERS` is not kept.
    """

    # `cached_by` would do, but cells of tables come here by the hundred thousand.
    def decorate(function: Callable[[str], R]) -> Callable[[str], R]:
        caching = lru_cache(maxsize=count)(function)

        @wraps(function)
        def call(text: str) -> R:
            return function(text) if len(text) > MAX_CHARACTERS else caching(text)

        return call

    return decorate


def cached_by(
    count: int, characters: Callable[..., int]
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Cache a function of several arguments, or of one that has texts in it, as `cached` does.

    Args:
        count: The number of results to keep.
        characters: Returns the length of the texts in the arguments; beyond `MAX_CHARACTERS`, the
            function is called each time.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        caching = lru_cache(maxsize=count)(function)

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            if characters(*args, **kwargs) > MAX_CHARACTERS:
                return function(*args, **kwargs)
            return caching(*args, **kwargs)  # type: ignore[arg-type]

        return call

    return decorate


def cached_by_identity(count: int) -> Callable[[Callable[[T], R]], Callable[[T], R]]:
    """Cache a function's results by the identity of its argument.

    Hashing a tuple hashes all that is in it, which may take longer than the function.

    Args:
        count: The number of results to keep; their arguments live as long.
    """

    def decorate(function: Callable[[T], R]) -> Callable[[T], R]:
        known: dict[int, tuple[T, R]] = {}

        @wraps(function)
        def call(thing: T) -> R:
            kept = known.get(id(thing))
            if kept is not None and kept[0] is thing:
                return kept[1]
            result = function(thing)
            if len(known) >= count:
                known.clear()
            # What is kept holds the object, so that no other one can have its identity.
            known[id(thing)] = (thing, result)
            return result

        return call

    return decorate
