"""Which operation of the new tree is which of the old one.

A caller knows an operation by its method and route. So these count first, and the uid where they
have changed; the file of a page does not count at all.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from callsheet.diff.model import Change, Kind, Level, Place, Side, Tree
from callsheet.model import PLACEHOLDER, Operation, Span

_KEYS: tuple[Callable[[Operation], Hashable], ...] = (
    lambda o: (o.uid, o.method, wire_route(o)),
    lambda o: (o.method, o.route.template),
    lambda o: (o.method, wire_route(o)),
    lambda o: o.uid,
)
"""What makes a pair, in this order."""


def wire_route(operation: Operation) -> str:
    """The route without the names of its parameters, which no request shows."""
    return PLACEHOLDER.sub("{}", operation.route.template)


@dataclass(frozen=True, slots=True)
class Pair:
    """An operation in both trees.

    Attributes:
        old: As the old tree documents it.
        new: As the new tree does.
        old_prefix: What goes before paths of the old tree.
        new_prefix: What goes before paths of the new tree.
    """

    old: Operation
    new: Operation
    old_prefix: str
    new_prefix: str

    def now(self, kind: Kind, level: Level, message: str, span: Span) -> Change:
        """A change that stands in the new tree."""
        place = Place(Side.NEW, self.new_prefix + self.new.path, span.start)
        return self._change(kind, level, message, place)

    def gone(self, kind: Kind, level: Level, message: str, span: Span) -> Change:
        """A change whose subject stands in the old tree only."""
        place = Place(Side.OLD, self.old_prefix + self.old.path, span.start)
        return self._change(kind, level, message, place)

    def _change(self, kind: Kind, level: Level, message: str, place: Place) -> Change:
        return Change(level, kind, self.new.uid, subject(self.new), place, message)


@dataclass(frozen=True, slots=True)
class Pairing:
    """All operations of two trees.

    Attributes:
        pairs: Those of both, in the order of the new tree's pages.
        removed: Those of the old tree only.
        added: Those of the new tree only.
    """

    pairs: tuple[Pair, ...]
    removed: tuple[Operation, ...]
    added: tuple[Operation, ...]


def subject(operation: Operation) -> str:
    """What an operation is called in a report: its method and route."""
    return f"{operation.method} {operation.route.template}"


def pair(old: Tree, new: Tree) -> Pairing:
    """Finds for each operation its other self."""
    left = list(old.catalog.operations)
    right = list(new.catalog.operations)
    found: list[tuple[Operation, Operation]] = []
    for key in _KEYS:
        waiting = _by_key(left, key)
        unmatched = []
        for operation in right:
            if candidates := waiting.get(key(operation)):
                found.append((candidates.pop(0), operation))
            else:
                unmatched.append(operation)
        left = [operation for rest in waiting.values() for operation in rest]
        right = unmatched
    pairs = [Pair(before, after, old.prefix, new.prefix) for before, after in found]
    pairs.sort(key=lambda each: each.new.path)
    return Pairing(tuple(pairs), tuple(sorted(left, key=_path)), tuple(right))


def _by_key(
    operations: Iterable[Operation], key: Callable[[Operation], Hashable]
) -> dict[Hashable, list[Operation]]:
    grouped: dict[Hashable, list[Operation]] = {}
    for operation in operations:
        grouped.setdefault(key(operation), []).append(operation)
    return grouped


def _path(operation: Operation) -> str:
    return operation.path
