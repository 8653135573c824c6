"""Routing: from a method and a path to the operation that documents them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from callsheet.model import Location, Operation
from callsheet.schema import ANYTHING, Evaluator
from callsheet.schema.texts import value_of_text
from callsheet.server.http.problems import Problem

Values = Mapping[str, str]

_EVALUATOR = Evaluator(local_times=True)


@dataclass(slots=True)
class _Node:
    """A node in the tree of routes, which has a level for each segment."""

    literals: dict[str, _Node] = field(default_factory=dict)
    template: _Node | None = None
    operations: dict[str, list[Operation]] = field(default_factory=dict)


class Router:
    """Finds operations in time that depends on the path's length, not on their number.

    Literal segments beat templates and match whatever their case, as the documentation's own
    examples do. Where only the names of parameters differ, as in `List/{id}` and `List/{name}`,
    their types decide, the narrower first.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        for operation in operations:
            node = self._root
            for segment in operation.route.template.strip("/").split("/"):
                node = _child(node, segment)
            # Of two pages for one route the first answers; that there are two is a finding.
            node.operations.setdefault(operation.method, []).append(operation)
        for operations in _all_operations(self._root):
            operations.sort(key=_width)

    @property
    def prefixes(self) -> frozenset[str]:
        """The first segments of all routes, in lower case."""
        return frozenset(self._root.literals)

    def find(self, method: str, segments: tuple[str, ...]) -> tuple[Operation, Values]:
        """Find the operation for a request, and the values of its path parameters.

        HEAD is answered by GET where it is not documented itself (RFC 9110, 9.3.2).

        Raises:
            Problem: 404 where no route matches, 405 with `Allow` where only the method does not.
        """
        node = _match(self._root, segments)
        if node is None:
            raise Problem(404, f"No documented route matches `/{'/'.join(segments)}`.")
        operations = node.operations.get(method)
        if operations is None and method == "HEAD":
            operations = node.operations.get("GET")
        if operations is None:
            allow = ", ".join(allowed(node.operations))
            raise Problem(
                405,
                f"`{method}` is not documented for this route; {allow} are.",
                headers=[("Allow", allow)],
            )
        return _choose(operations, segments)

    def methods(self, segments: tuple[str, ...]) -> tuple[str, ...]:
        """Return the methods that a path allows, empty where no route matches."""
        node = _match(self._root, segments)
        return allowed(node.operations) if node else ()


def allowed(operations: Iterable[str]) -> tuple[str, ...]:
    """Documented methods with the ones that follow from them."""
    methods = {*operations, "OPTIONS"}
    if "GET" in methods:
        methods.add("HEAD")
    return tuple(sorted(methods))


def _child(node: _Node, segment: str) -> _Node:
    if segment.startswith("{"):
        node.template = node.template or _Node()
        return node.template
    return node.literals.setdefault(segment.lower(), _Node())


def _match(node: _Node, segments: tuple[str, ...]) -> _Node | None:
    if not segments:
        return node if node.operations else None
    first, rest = segments[0], segments[1:]
    literal = node.literals.get(first.lower())
    if literal and (found := _match(literal, rest)):
        return found
    return _match(node.template, rest) if node.template and first else None


def _choose(operations: list[Operation], segments: tuple[str, ...]) -> tuple[Operation, Values]:
    """Return the first operation whose types allow the values, else the first one."""
    for operation in operations if len(operations) > 1 else ():
        values = _values(operation, segments)
        schemas = {p.name.lower(): p.schema for p in operation.parameters_in(Location.PATH)}
        stated = {name: schemas.get(name.lower(), ANYTHING) for name in values}
        if all(
            _EVALUATOR.fits(value_of_text(text, stated[name]), stated[name])
            for name, text in values.items()
        ):
            return operation, values
    return operations[0], _values(operations[0], segments)


def _width(operation: Operation) -> int:
    """Return how much the types of the path parameters allow: a text more than a number."""
    wide = ("string", "object")
    parameters = operation.parameters_in(Location.PATH)
    return sum(parameter.type is None or parameter.type.name in wide for parameter in parameters)


def _all_operations(node: _Node) -> Iterator[list[Operation]]:
    yield from node.operations.values()
    for child in (*node.literals.values(), *([node.template] if node.template else ())):
        yield from _all_operations(child)


def _values(operation: Operation, segments: tuple[str, ...]) -> Values:
    template = operation.route.template.strip("/").split("/")
    return {
        part[1:-1]: value
        for part, value in zip(template, segments, strict=True)
        if part.startswith("{")
    }
