"""Types whose values would have no end: each needs another one of its kind within itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count

from callsheet.schema.schema import Schema

_OUTER = frozenset({"array", "object"})
_ENDS = -1
"""What needs nothing: some value of it ends."""


def endless_types(types: Mapping[str, Schema]) -> frozenset[str]:
    """Return the names of the types that no value fits, however deep it is.

    It takes time that grows with all types together: what is needed is counted down, from what
    needs nothing on.

    Args:
        types: The named types. One that is not among them may be anything.
    """
    needs = _Needs(types)
    ended = needs.ended()
    return frozenset(name for name, node in needs.of_types.items() if node not in ended)


class _Needs:
    """What values need within themselves, as a graph of all schemas.

    Attributes:
        of_types: The nodes of the named types.
    """

    def __init__(self, types: Mapping[str, Schema]) -> None:
        self._numbers = count()
        # How much each node waits for, and which nodes wait for it.
        self._waiting: dict[int, int] = {}
        self._waited_for: dict[int, list[int]] = {}
        self.of_types = {name: next(self._numbers) for name in types}
        for name, schema in types.items():
            self._put(self.of_types[name], [self._node(schema)])

    def ended(self) -> frozenset[int]:
        """Return the nodes that some value which ends fits."""
        left = dict(self._waiting)
        done = {node for node, number in left.items() if not number}
        pending = [*done]
        while pending:
            for node in self._waited_for.get(pending.pop(), ()):
                left[node] -= 1
                if left[node] <= 0 and node not in done:
                    done.add(node)
                    pending.append(node)
        return frozenset(done)

    def _put(self, node: int, needed: Iterable[int], fewest: int | None = None) -> int:
        """Let a node wait for others, for all of them unless fewer are enough."""
        inner = [each for each in needed if each != _ENDS]
        self._waiting[node] = len(inner) if fewest is None else fewest
        for each in inner:
            self._waited_for.setdefault(each, []).append(node)
        return node

    def _node(self, schema: Schema) -> int:
        """The node of a schema."""
        may_be = frozenset(schema.types)
        if schema.enum or schema.const is not None or may_be - _OUTER:
            # Values, null, texts and numbers have nothing within.
            return _ENDS
        if len(may_be) == 2 and not schema.min_items:
            return _ENDS
        needed = [self._node(part) for part in schema.all_of]
        if schema.ref in self.of_types:
            needed.append(self.of_types[schema.ref])
        for alternatives in (schema.any_of, schema.one_of):
            if alternatives:
                nodes = [self._node(each) for each in alternatives]
                if _ENDS not in nodes:
                    needed.append(self._put(next(self._numbers), nodes, 1))
        if "object" in may_be:
            needed += (self._node(item.schema) for item in schema.properties if item.required)
        if schema.items is not None and schema.min_items and "array" in may_be:
            needed.append(self._node(schema.items))
        if set(needed) <= {_ENDS}:
            return _ENDS
        return self._put(next(self._numbers), needed)
