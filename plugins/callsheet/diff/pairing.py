"""Matches the operations of two trees.

A caller knows an operation by its method and route, so these are compared first, and then the uid,
for operations whose route has changed. The file of a page doesn't matter.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Protocol

from callsheet.diff.model import Change, ChangeLocation, DocsTree, Kind, Level, Side, Sides
from callsheet.model import PLACEHOLDER, Operation, Span

Key = Callable[[Operation], Hashable]
"""Returns what an operation is recognised by; None where it has no such thing."""

_KEYS: tuple[Key, ...] = (
    lambda o: (o.uid, o.method, wire_route(o)),
    lambda o: (o.method, o.route.template),
    lambda o: (o.method, wire_route(o)),
    lambda o: o.uid,
)
"""The keys by which operations are matched, in this order."""


def wire_route(operation: Operation) -> str:
    """Return the route without the names of its parameters, which requests don't contain."""
    return PLACEHOLDER.sub("{}", operation.route.template)


class SubjectPair(Protocol):
    """A subject of both trees that changes are about, such as an operation."""

    def now(
        self, kind: Kind, level: Level, message: str, span: Span, sides: Sides | None = None
    ) -> Change:
        """Return a change that is located in the new tree."""

    def gone(
        self, kind: Kind, level: Level, message: str, span: Span, sides: Sides | None = None
    ) -> Change:
        """Return a change that is located in the old tree, as its subject was removed."""


@dataclass(frozen=True, slots=True)
class OperationPair:
    """An operation in both trees.

    Attributes:
        old: The operation in the old tree.
        new: The operation in the new tree.
        old_prefix: The prefix of paths in the old tree.
        new_prefix: The prefix of paths in the new tree.
    """

    old: Operation
    new: Operation
    old_prefix: str
    new_prefix: str

    def now(
        self, kind: Kind, level: Level, message: str, span: Span, sides: Sides | None = None
    ) -> Change:
        """Return a change that is located in the new tree."""
        place = ChangeLocation(Side.NEW, self.new_prefix + self.new.path, span.start)
        return Change(level, kind, self.new.uid, subject(self.new), place, message, sides)

    def gone(
        self, kind: Kind, level: Level, message: str, span: Span, sides: Sides | None = None
    ) -> Change:
        """Return a change that is located in the old tree, as its subject was removed."""
        place = ChangeLocation(Side.OLD, self.old_prefix + self.old.path, span.start)
        return Change(level, kind, self.new.uid, subject(self.new), place, message, sides)


@dataclass(frozen=True, slots=True)
class Pairing:
    """The matched operations of two trees.

    Attributes:
        pairs: Operations of both trees, in the order of the new tree's pages.
        removed: Operations of the old tree only.
        added: Operations of the new tree only.
    """

    pairs: tuple[OperationPair, ...]
    removed: tuple[Operation, ...]
    added: tuple[Operation, ...]


def subject(operation: Operation) -> str:
    """Return the name of an operation in reports."""
    return operation.signature


def pair(old: DocsTree, new: DocsTree) -> Pairing:
    """Match the operations of two trees."""
    found, left, right = match(old.catalog.operations, new.catalog.operations, _KEYS)
    pairs = [OperationPair(before, after, old.prefix, new.prefix) for before, after in found]
    # Pairs are found key by key, and changes are reported page by page.
    pairs.sort(key=lambda each: each.new.path)
    return Pairing(tuple(pairs), tuple(sorted(left, key=_path)), tuple(right))


def match(
    old: Iterable[Operation], new: Iterable[Operation], keys: Iterable[Key]
) -> tuple[list[tuple[Operation, Operation]], list[Operation], list[Operation]]:
    """Match operations by the first key, then the others by the next one, and so on.

    Returns:
        The pairs, and the operations that only one side has.
    """
    left, right = list(old), list(new)
    found: list[tuple[Operation, Operation]] = []
    for key in keys:
        waiting = _by_key(left, key)
        unmatched = []
        for operation in right:
            # The first of several equal keys, so that the pairs follow the order of the pages on
            # both sides.
            wanted = key(operation)
            if wanted is not None and (candidates := waiting.get(wanted)):
                found.append((candidates.pop(0), operation))
            else:
                unmatched.append(operation)
        left = [operation for rest in waiting.values() for operation in rest]
        right = unmatched
    return found, left, right


def _by_key(
    operations: Iterable[Operation], key: Callable[[Operation], Hashable]
) -> dict[Hashable, list[Operation]]:
    grouped: dict[Hashable, list[Operation]] = {}
    for operation in operations:
        grouped.setdefault(key(operation), []).append(operation)
    return grouped


def _path(operation: Operation) -> str:
    return operation.path
