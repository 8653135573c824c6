"""Memoization, bounded in the size of results as well as in their number; control of the GC."""

import gc
import sys
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import lru_cache, wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

MAX_CHARACTERS = 4096
"""Length of a text; a longer one rarely occurs again, and thousands would fill the memory."""

_most = sys.maxsize

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


def keep_few(count: int = sys.maxsize) -> None:
    """Keep fewer results by identity from now on, where each thing is done with soon.

    Args:
        count: The number of results of each function; by default, the function's own.
    """
    global _most
    _most = count


class Known(dict[str, R], Generic[R]):
    """Cache of a function of texts, which is emptied when it is full.

    Args:
        function: The function.
        count: The number of results to keep.
    """

    def __init__(self, function: Callable[[str], R], count: int) -> None:
        super().__init__()
        self._function = function
        self._count = count

    def __missing__(self, text: str) -> R:
        result = self._function(text)
        if len(text) <= MAX_CHARACTERS:
            # As in `cached_by_identity`, there is no order of use, which would need code on each
            # hit.
            if len(self) >= self._count:
                self.clear()
            self[text] = result
        return result


def cached(count: int) -> Callable[[Callable[[str], R]], Callable[[str], R]]:
    """Memoize a function of one text, like `functools.lru_cache`, but only for bounded texts.

    Args:
        count: The number of results to keep. A text longer than `MAX_CHARACTERS` is not kept.
    """

    # `cached_by` would do, but cells of tables come here by the hundred thousand: what is known is
    # found without any Python being run.
    def decorate(function: Callable[[str], R]) -> Callable[[str], R]:
        return Known(function, count).__getitem__

    return decorate


def cached_by(
    count: int, characters: Callable[..., int]
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Memoize a function of several arguments, or of one that contains texts, like `cached`.

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
    """Memoize a function by the identity of its argument.

    Hashing a tuple hashes everything in it, which may take longer than the function.

    Args:
        count: The number of results to keep; their arguments stay alive as long.
    """

    def decorate(function: Callable[[T], R]) -> Callable[[T], R]:
        # An entry keeps its object alive, so that no other one can have the same identity.
        known: dict[int, tuple[T, R]] = {}

        @wraps(function)
        def call(thing: T) -> R:
            try:
                return known[id(thing)][1]
            except KeyError:
                pass
            result = function(thing)
            # All at once: to track which entries are used would slow each hit down.
            if len(known) >= min(count, _most):
                known.clear()
            known[id(thing)] = (thing, result)
            return result

        return call

    return decorate


def cached_by_identity_and_values(
    count: int,
) -> Callable[[Callable[Concatenate[T, P], R]], Callable[Concatenate[T, P], R]]:
    """Memoize a function by the identity of its first argument and the values of the others.

    Args:
        count: The number of results to keep; their first arguments stay alive as long.
    """

    def decorate(function: Callable[Concatenate[T, P], R]) -> Callable[Concatenate[T, P], R]:
        known: dict[tuple[Hashable, ...], tuple[T, R]] = {}
        defaults: dict[str, Any] = getattr(function, "__kwdefaults__", None) or {}

        # Apart from `cached_by_identity`, since passing such arguments on takes twice as long.
        @wraps(function)
        def call(thing: T, /, *args: P.args, **kwargs: P.kwargs) -> R:
            # Whether a default is given or left out makes no difference.
            key = (id(thing), *args, *(defaults | kwargs).items())
            try:
                return known[key][1]
            except KeyError:
                pass
            result = function(thing, *args, **kwargs)
            if len(known) >= min(count, _most):
                known.clear()
            known[key] = (thing, result)
            return result

        return call

    return decorate


def last_kept(function: Callable[Concatenate[T, P], R]) -> Callable[Concatenate[T, P], R]:
    """Memoize the calls with the last first argument, by its identity and the other arguments."""
    last: list[tuple[T, object, object, R]] = []

    @wraps(function)
    def call(thing: T, /, *args: P.args, **kwargs: P.kwargs) -> R:
        for known, others, named, result in last:
            if known is thing and others == args and named == kwargs:
                return result
        result = function(thing, *args, **kwargs)
        last[:] = [*(each for each in last if each[0] is thing), (thing, args, kwargs, result)]
        return result

    return call


@contextmanager
def without_collection() -> Iterator[None]:
    """Switch the cyclic garbage collector off in a command that ends soon.

    As soon as the collector is on again, it searches through all that was created, and so does the
    interpreter when it ends: with thousands of pages that takes a second. What is frozen is spared.
    """
    with paused_collection():
        try:
            yield
        finally:
            gc.freeze()


@contextmanager
def paused_collection() -> Iterator[None]:
    """Pause the cyclic garbage collector while many long-lived objects are created.

    New objects trigger collections, which search in vain through objects that all stay alive.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
