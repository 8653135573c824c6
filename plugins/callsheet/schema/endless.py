"""Detection of types without finite values: those that require a value of the same type inside."""

from collections.abc import Iterable, Mapping
from itertools import count

from callsheet.schema.schema import Schema

_OUTER = frozenset({"array", "object"})
_ENDS = -1
"""The node of all schemas that require nothing else: they have finite values."""


def endless_types(types: Mapping[str, Schema]) -> frozenset[str]:
    """Return the names of the types that no finite value fits.

    The time is linear in the size of all types: the requirements of each schema are counted, and
    counted down from those without requirements on.

    Args:
        types: The named types. One that is not among them may be anything.
    """
    needs = _Needs(types)
    ended = needs.ended()
    return frozenset(name for name, node in needs.of_types.items() if node not in ended)


class _Needs:
    """The graph of which schemas require which others inside of their values.

    Attributes:
        of_types: The nodes of the named types.
    """

    def __init__(self, types: Mapping[str, Schema]) -> None:
        self._numbers = count()
        # The number of nodes that each node waits for, and the nodes that wait for it.
        self._waiting: dict[int, int] = {}
        self._waited_for: dict[int, list[int]] = {}
        # All types get their nodes first, because their schemas refer to each other in any order.
        self.of_types = {name: next(self._numbers) for name in types}
        for name, schema in types.items():
            self._put(self.of_types[name], [self._node(schema)])

    def ended(self) -> frozenset[int]:
        """Return the nodes of schemas with finite values."""
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
        """Make a node wait for others: for all of them, unless fewer are enough."""
        inner = [each for each in needed if each != _ENDS]
        self._waiting[node] = len(inner) if fewest is None else fewest
        for each in inner:
            self._waited_for.setdefault(each, []).append(node)
        return node

    def _node(self, schema: Schema) -> int:
        """Return the node of a schema, with nodes for the schemas that it requires."""
        may_be = frozenset(schema.types)
        if schema.enum or schema.const is not None or may_be - _OUTER:
            # Listed values, null, texts and numbers contain no other values.
            return _ENDS
        # A value that may be an array or an object can always be the empty array.
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
