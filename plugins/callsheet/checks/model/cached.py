"""Cache what rules derive from a page in the page itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

_Owner = TypeVar("_Owner")
_Result = TypeVar("_Result")


def cached_in_owner(function: Callable[[_Owner], _Result]) -> Callable[[_Owner], _Result]:
    """Cache the result of a function in its argument, as `functools.cached_property` does.

    So a class need not know what rules derive from it, and the results go when the object goes;
    `functools.cache` would keep all pages of a tree in memory.
    """
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def cached(owner: _Owner) -> _Result:
        values: dict[str, Any] = vars(owner)
        if key not in values:
            values[key] = function(owner)
        result: _Result = values[key]
        return result

    return cached
