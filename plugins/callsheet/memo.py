"""Functions that remember what they gave for the texts that come again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

MAX_CHARACTERS = 4096
"""A longer text hardly comes again, and thousands of them would fill the memory."""

P = ParamSpec("P")
R = TypeVar("R")


def remembers(
    count: int, characters: Callable[..., int]
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Makes a function remember its last values, as `functools.lru_cache` does, bounded in size.

    Args:
        count: For how many arguments.
        characters: Gives the length of the texts in the arguments; beyond `MAX_CHARACTERS`, the
            value is made each time.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        remembering = lru_cache(maxsize=count)(function)

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            if characters(*args, **kwargs) > MAX_CHARACTERS:
                return function(*args, **kwargs)
            return remembering(*args, **kwargs)  # type: ignore[arg-type]

        return call

    return decorate
