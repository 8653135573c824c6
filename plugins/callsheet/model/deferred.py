"""Operations of which an outline is known; the rest is looked up when somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from callsheet.model.operation import Operation

OUTLINE = (
    "uid",
    "path",
    "title",
    "method",
    "route",
    "span",
    "servers",
    "security",
    "callbacks",
    "layout",
    "aliases",
    "outgoing",
    "shared_path",
)
"""The attributes that are known from the beginning: all that is needed to find an operation."""

_ALL = frozenset(field.name for field in fields(Operation))


class DeferredOperation(Operation):
    """An operation that looks itself up when somebody asks for more than its outline.

    Whoever reads it notices no difference.
    """

    __slots__ = ("_find", "_outline")
    _find: Callable[[], Operation]
    _outline: Mapping[str, Any]

    def __getattr__(self, name: str) -> Any:
        """Look up all that the outline lacks; raise what the look-up raises."""
        if name not in _ALL:
            raise AttributeError(name)
        whole = self._find()
        for each in _ALL.difference(self._outline):
            object.__setattr__(self, each, getattr(whole, each))
        return getattr(self, name)

    def by_routes(self) -> Iterator[Operation]:
        """Yield the operation by each of its routes, its own first."""
        yield self
        for alias in self.aliases:
            changes = {"method": alias.method, "route": alias.route, "aliases": ()}
            yield deferred({**self._outline, **changes}, lambda: self)


def deferred(outline: Mapping[str, Any], find: Callable[[], Operation]) -> Operation:
    """Return an operation whose outline is known.

    Args:
        outline: The values of `OUTLINE`, and further attributes that are known.
        find: Returns an operation that has all the other values.
    """
    operation: DeferredOperation = object.__new__(DeferredOperation)
    for name, value in {**outline, "_outline": outline, "_find": find}.items():
        object.__setattr__(operation, name, value)
    return operation


def changed(operation: Operation, change: Callable[[Operation], Operation]) -> Operation:
    """Apply a function that leaves the outline of an operation unchanged.

    It is called for a deferred operation only when somebody asks for the rest.
    """
    if not isinstance(operation, DeferredOperation):
        return change(operation)
    return deferred(operation._outline, lambda: change(operation))
