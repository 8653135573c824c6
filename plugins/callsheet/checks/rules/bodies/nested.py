"""What examples show inside their properties, where no table says what belongs there."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from callsheet.checks.model.bodies import compare, content_of
from callsheet.checks.model.examples import Example, code, examples
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.mismatches import described, misfits, named_values
from callsheet.checks.parsing.multipart_values import json_parts
from callsheet.checks.parsing.nodes import Member, Node
from callsheet.checks.parsing.spelling import MAX_KNOWN, likely_meant
from callsheet.checks.rule import Hit
from callsheet.findings import Related
from callsheet.model import (
    DataType,
    ExampleResponse,
    Message,
    Operation,
    Property,
    RequestBody,
    ResponseBody,
)
from callsheet.schema import Direction, Schema
from callsheet.schema.i_json import read_json

ENOUGH = 3
"""So many other objects must agree before one is said to be odd."""

_NEAR = 20
_STEP = re.compile(r"[.\[\]]+")


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
        # Reading the examples costs more than all else; most pages name no such type.
        if any(_may_hold_types(operation, message, tree) for message in _messages(operation)):
            page = tree.page(operation.path)
            if isinstance(page, OperationPage):
                for example in examples(page):
                    yield from _typed_in(example, documented)


def _may_hold_types(operation: Operation, message: Message, tree: Tree) -> bool:
    """Whether the body of an example may have a value of a type that a table documents."""
    if not message.body.strip():
        return False
    parts: list[RequestBody | ResponseBody] = [*operation.request_bodies]
    rows: list[Property] = []
    if isinstance(message, ExampleResponse):
        response = operation.response
        parts = [*response.bodies] if response else []
        rows = [*response.properties] if response else []
    if any(_is_defined(part.type, tree) for part in parts):
        return True
    rows += [row for part in parts for row in part.properties]
    return any(
        _is_shown(message.body, re.split(_STEP, row.name.rstrip("[]"))[-1])
        for row in rows
        if _is_defined(row.type, tree)
    )


def _is_shown(body: str, name: str) -> bool:
    """Whether a JSON text has a property of that name which is not null, without reading it."""
    key = json.dumps(name)
    at = body.find(key)
    while at >= 0:
        value = body[at + len(key) : at + len(key) + _NEAR].lstrip(": \t\n")
        if not value.startswith("null"):
            return True
        at = body.find(key, at + 1)
    return False


def _is_defined(data_type: DataType | None, tree: Tree) -> bool:
    return data_type is not None and not tree.types.keys().isdisjoint(
        (data_type.name, data_type.of)
    )


def _typed_in(example: Example, types: _DocumentedTypes) -> Iterator[Hit]:
    content, node = content_of(example), example.node
    if content is None or node is None or example.format not in ("json", "multipart"):
        return
    if example.format == "multipart":
        node = json_parts(node)
    comparison = compare(example)
    if comparison is not None and comparison.stranger is None:
        for path, inner, name in named_values(node, content.schema):
            yield from _typed(example, inner, path, name, types)


@dataclass(frozen=True, slots=True)
class _DocumentedType:
    """A type with what each of its values is compared with.

    Attributes:
        name: Its name.
        schema: What they may be.
        lower: The names of its properties in lower case.
        related: Where it is documented.
    """

    name: str
    schema: Schema
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
        lower = frozenset(item.name.lower() for item in definition.schema.properties)
        related = (Related(definition.path, line, f"the table of `{name}`"),)
        return _DocumentedType(definition.name, definition.schema, lower, related)


def _typed(
    example: Example, node: Node, path: str, type_name: str, types: _DocumentedTypes
) -> Iterator[Hit]:
    if node.is_null or (definition := types.get(type_name)) is None:
        return
    related = definition.related
    shown = code(path.rpartition(".")[2]) if path else "The body"
    if node.kind == "string":
        expected = f"expected is an object of the type `{type_name}`"
        message = f"{shown} is {example.shown(node)}; {expected}."
        yield Hit(example.place(node.start, node.end), message, related=related)
        return
    keys = {member.key.lower() for member in node.members or ()}
    if len(keys) > 1 and not keys & definition.lower:
        place = example.place(node.start, node.start + 1)
        message = f"{shown} shows something else in the example than the type `{type_name}`."
        yield Hit(place, message, related=related)
        return
    yield from _typed_members(example, node, definition, related)
    for inner_path, inner, name in named_values(node, definition.schema):
        yield from _typed(example, inner, inner_path, name, types)


def _typed_members(
    example: Example, node: Node, definition: _DocumentedType, related: tuple[Related, ...]
) -> Iterator[Hit]:
    direction = Direction.REQUEST if example.is_request else Direction.RESPONSE
    content = content_of(example)
    nulls = content is not None and content.tells_of_null
    for found in misfits(node, definition.schema, direction=direction, nulls=nulls):
        inner = found.node
        # These have rules of their own where the page has a row for them.
        if (inner.is_null and not nulls) or found.is_no_base64 or not found.path:
            continue
        end = inner.start + 1 if inner.is_object or inner.is_array else inner.end
        yield Hit(
            example.place(inner.start, end),
            f"{code(found.path)} of `{definition.name}` is {example.shown(inner)}; expected is "
            f"{found.expected}.",
            related=related,
        )
    for path, record, schema in described(node, definition.schema):
        yield from _names_in(example, path, record, schema, definition, related)


def _names_in(
    example: Example,
    path: str,
    record: Node,
    schema: Schema,
    definition: _DocumentedType,
    related: tuple[Related, ...],
) -> Iterator[Hit]:
    """Properties that a type does not have, and those that it must have."""
    where = f"{definition.name}.{path}" if path else definition.name
    documented = {item.name: item for item in schema.properties}
    for member in record.members or ():
        if member.key not in documented and schema.additional_properties is None:
            meant = likely_meant(member.key, documented)
            hint = f"Did you mean `{meant}`?" if meant else ""
            message = f"The type `{where}` has no property {code(member.key)}."
            yield Hit(example.place(member.start, member.end), message, hint, related)
    for item in documented.values():
        hidden = item.schema.read_only if example.is_request else item.schema.write_only
        if item.required and not hidden and record.get(item.name) is None:
            message = f"The example lacks the property {code(item.name)}, which `{where}` requires."
            yield Hit(example.place(record.start, record.start + 1), message, related=related)
