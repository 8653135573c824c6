"""What examples show inside their properties, where no table says what belongs there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from callsheet.checks.bodies import body_of, records
from callsheet.checks.examples import Example, code, examples
from callsheet.checks.fitting import misfit
from callsheet.checks.likeness import MAX_KNOWN, likely_meant
from callsheet.checks.nodes import Member, Node
from callsheet.checks.page import OperationPage
from callsheet.checks.rule import Hit
from callsheet.checks.tree import Tree
from callsheet.findings import Related
from callsheet.model import DataType, Message, Operation, Property
from callsheet.typedefs import read_json, request_body, response_body

ENOUGH = 3
"""So many other objects must agree before one is said to be odd."""

MAX_DEPTH = 8
"""How deep named types are followed into each other."""


@dataclass
class _Seen:
    """What the objects below properties of one name have in all examples.

    Attributes:
        objects: How many there are, empty ones aside.
        keys: In how many of them each key is.
        kinds: By key, in how many of them it has a value of each kind; null tells nothing.
        page: A page with such an object, and the line of its example.
    """

    objects: int = 0
    keys: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    page: tuple[str, int] = ("", 0)

    @cached_property
    def nearly_all(self) -> tuple[str, ...]:
        """The keys that all objects but one have, when all have been seen."""
        return tuple(key for key, number in self.keys.items() if number == self.objects - 1)


def odd_ones(tree: Tree) -> Iterator[Hit]:
    """Keys and values that are unlike those of all other objects below properties of that name."""
    found: dict[str, _Seen] = {}
    below: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for operation in tree.catalog.operations:
        for message in _messages(operation):
            for name, value in _inner_objects(message):
                _note(found.setdefault(name, _Seen()), value, operation.path, message.span.start)
                below.setdefault(operation.path, []).append((name, value))
    for path, objects in below.items():
        if any(_oddities(found[name], value) for name, value in objects):
            page = tree.page(path)
            if isinstance(page, OperationPage):
                yield from _on_page(page, found)


def _messages(operation: Operation) -> Iterator[Message]:
    yield from operation.example_requests
    yield from operation.example_responses


def _inner_objects(message: Message) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects inside the properties of a body, with the names of these."""
    text = message.body
    if text.count("{") < 2:
        return
    try:
        pending = [("", read_json(text))]
    except ValueError:
        return
    while pending:
        name, value = pending.pop()
        if isinstance(value, list):
            pending += [(name, item) for item in value]
        elif isinstance(value, dict):
            if name and value:
                yield name, value
            pending += [
                (key, inner) for key, inner in value.items() if isinstance(inner, dict | list)
            ]


def _note(seen: _Seen, value: dict[str, Any], path: str, line: int) -> None:
    seen.objects += 1
    seen.keys.update(value.keys())
    for key, inner in value.items():
        if inner is not None:
            seen.kinds.setdefault(key, Counter())[_kind(inner)] += 1
    if not seen.page[0]:
        seen.page = path, line


def _oddities(seen: _Seen, value: dict[str, Any]) -> list[str]:
    """The keys of an object that are misspelled, or whose values are of another kind."""
    if seen.objects <= ENOUGH:
        return []
    odd = []
    lacking: list[str] | None = None
    for key, inner in value.items():
        if seen.keys[key] == 1:
            lacking = _lacking(seen, value) if lacking is None else lacking
            if _meant(key, lacking):
                odd.append(key)
        elif inner is not None and _is_odd_kind(seen, key, _kind(inner)):
            odd.append(key)
    return odd


def _lacking(seen: _Seen, value: dict[str, Any]) -> list[str]:
    """What all other objects have and this one lacks."""
    return [key for key in seen.nearly_all if key not in value]


def _meant(key: str, lacking: list[str]) -> str | None:
    """What is lacking, and the key is near to."""
    if len(lacking) > MAX_KNOWN:
        return None
    return likely_meant(key, lacking) or next(
        (name for name in lacking if name.lower() == key.lower()), None
    )


def _is_odd_kind(seen: _Seen, key: str, kind: str) -> bool:
    kinds = seen.kinds[key]
    return kinds[kind] == 1 and len(kinds) == 2 and kinds.total() > ENOUGH


def _kind(value: Any) -> str:
    match value:
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
    return "object"


def _on_page(page: OperationPage, found: dict[str, _Seen]) -> Iterator[Hit]:
    for example in examples(page):
        if example.node is None or example.format != "json":
            continue
        for name, node in _named(example.node):
            value = node.plain()
            seen = found.get(name)
            if seen is None:
                continue
            odd = set(_oddities(seen, value))
            for member in node.members or ():
                if member.key in odd:
                    yield _hit(example, name, member, value, seen)


def _named(root: Node) -> Iterator[tuple[str, Node]]:
    pending = [("", root)]
    while pending:
        name, node = pending.pop()
        if name and node.members:
            yield name, node
        pending += [(name, item) for item in reversed(node.items or ())]
        pending += [(member.key, member.value) for member in reversed(node.members or ())]


def _hit(example: Example, name: str, member: Member, value: dict[str, Any], seen: _Seen) -> Hit:
    related = (
        (Related(*seen.page, f"another `{name}`"),) if seen.page[0] != example.page.path else ()
    )
    others = seen.objects - 1
    meant = _meant(member.key, _lacking(seen, value)) if seen.keys[member.key] == 1 else None
    if meant:
        return Hit(
            example.place(member.start, member.end),
            f"{code(member.key)} is in no other `{name}`; all {others} others have `{meant}`.",
            f"Did you mean `{meant}`?",
            related,
        )
    usual = seen.kinds[member.key].most_common(1)[0][0]
    node = member.value
    end = node.start + 1 if node.is_object or node.is_array else node.end
    return Hit(
        example.place(node.start, end),
        f"`{name}.{member.key}` is {_article(node.kind)} here and {_article(usual)} in all "
        "other examples.",
        related=related,
    )


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "ao" else f"a {kind}"


def named_types(tree: Tree) -> Iterator[Hit]:
    """Values of named types that contradict the tables which document these types."""
    documented = _DocumentedTypes(tree)
    for operation in tree.catalog.operations:
        for read, part in (
            (request_body, operation.request_body),
            (response_body, operation.response),
        ):
            named = {row.name for row in part.properties if _is_defined(row, tree)} if part else ()
            # Reading the examples costs more than all else; most tables name no type.
            body = read(operation) if named else None
            if body and any(
                record[name] is not None
                for _, record in body.records()
                for name in record.keys() & named
            ):
                page = tree.page(operation.path)
                if isinstance(page, OperationPage):
                    yield from _typed_on_page(page, documented, of_request=not body.response)


def _is_defined(row: Property, tree: Tree) -> bool:
    return row.type is not None and row.type.is_named and row.type.name in tree.types


@dataclass(frozen=True, slots=True)
class _DocumentedType:
    """A type with what each of its values is compared with.

    Attributes:
        name: Its name.
        properties: Their types, by name.
        lower: Their names in lower case.
        related: Where it is documented.
    """

    name: str
    properties: dict[str, DataType | None]
    lower: frozenset[str]
    related: tuple[Related, ...]


class _DocumentedTypes:
    """The types that tables document, each looked up once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.get = cache(self._get)

    def _get(self, name: str) -> _DocumentedType | None:
        definition = self._tree.types.get(name)
        if definition is None:
            return None
        line = definition.line(self._tree.catalog)
        properties = dict(definition.properties)
        lower = frozenset(map(str.lower, properties))
        related = (Related(definition.path, line, f"the table of `{name}`"),)
        return _DocumentedType(definition.name, properties, lower, related)


def _typed_on_page(
    page: OperationPage, types: _DocumentedTypes, *, of_request: bool
) -> Iterator[Hit]:
    for example in examples(page):
        body = body_of(example)
        if body is None or example.is_request is not of_request or example.format != "json":
            continue
        for record in records(example, body):
            for row in body.rows:
                node = record.get(row.name)
                if node is not None and row.type is not None:
                    yield from _typed(example, node, row.name, row.type.name, types, 0)


def _typed(
    example: Example, node: Node, name: str, type_name: str, types: _DocumentedTypes, depth: int
) -> Iterator[Hit]:
    if depth > MAX_DEPTH or node.is_null or (definition := types.get(type_name)) is None:
        return
    if node.kind == "string":
        expected = f"expected is an object of the type `{type_name}`"
        message = f"{code(name)} is {example.shown(node)}; {expected}."
        yield Hit(example.place(node.start, node.end), message, related=definition.related)
        return
    keys = {member.key.lower() for member in node.members or ()}
    if len(keys) > 1 and not keys & definition.lower:
        place = example.place(node.start, node.start + 1)
        message = f"{code(name)} shows something else in the example than the type `{type_name}`."
        yield Hit(place, message, related=definition.related)
        return
    yield from _typed_members(example, node, definition, types, depth)


def _typed_members(
    example: Example,
    node: Node,
    definition: _DocumentedType,
    types: _DocumentedTypes,
    depth: int,
) -> Iterator[Hit]:
    documented = definition.properties
    for member in node.members or ():
        place = example.place(member.start, member.end)
        if member.key not in documented:
            meant = likely_meant(member.key, documented)
            hint = f"Did you mean `{meant}`?" if meant else ""
            message = f"The type `{definition.name}` has no property {code(member.key)}."
            yield Hit(place, message, hint, definition.related)
            continue
        data_type = documented[member.key]
        if found := misfit(member.value, data_type):
            inner = member.value
            end = inner.start + 1 if inner.is_object or inner.is_array else inner.end
            yield Hit(
                example.place(inner.start, end),
                f"`{member.key}` of `{definition.name}` is {example.shown(inner)}; expected is "
                f"{found.expected}.",
                related=definition.related,
            )
        elif data_type is not None and data_type.is_named:
            yield from _typed(example, member.value, member.key, data_type.name, types, depth + 1)
