"""Values of named types in the bodies of examples, compared with the tables of these types."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from callsheet import lazy_re as re
from callsheet.checks.model.bodies import compare, content_of
from callsheet.checks.model.examples import ExampleMessage, code, examples, messages_of
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.nodes import (
    Node,
    described,
    may_have,
    named_values,
    node_mismatches,
)
from callsheet.checks.parsing.words import did_you_mean
from callsheet.checks.parsing.xml_and_forms import json_parts
from callsheet.checks.rule import Diagnostic, Example, tree_rule
from callsheet.checks.rules.specimen import TAG_PAGE
from callsheet.findings import Related, Severity
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

_NEAR = 20


_STEP = re.compile(r"[.\[\]]+")


@Example(
    "| Label | string | What is written on it. |",
    "| Label | Tag | What is written on it. |",
    files={"Depot/v1Label_Get.md": TAG_PAGE},
    also=("request-and-response-differ",),
)
@tree_rule(
    code="CS432",
    name="named-type-value",
    severity=Severity.ERROR,
    summary="A value of a named type in an example contradicts the table of that type.",
    cause=(
        "A type that one page documents with a table has the same properties wherever it is named."
    ),
    hint="Write the value as the table of its type has it.",
    subject=Subject.NAMED_TYPES,
)
def _mismatched_named_types(tree: Tree) -> Iterator[Diagnostic]:
    """Report values of named types that contradict the tables of these types."""
    documented = _DocumentedTypes(tree)
    for operation in tree.catalog.documented:
        # Parsing examples is the most expensive part, and most pages name no such type.
        if any(_may_hold_types(operation, message, tree) for message in messages_of(operation)):
            page = tree.page(operation.path)
            found: Iterable[OperationPage] = (page,) if isinstance(page, OperationPage) else ()
            found = found or (p for p in page.operations if p.operation.span == operation.span)
            for each in found:
                # With the types of the whole tree, which a page by itself does not know.
                for example in examples(replace(each, operation=operation)):
                    yield from _typed_in(example, documented)


def _may_hold_types(operation: Operation, message: Message, tree: Tree) -> bool:
    """Tell whether an example's body may have a value of a type that a table documents."""
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
        _is_shown(message.body, _STEP.split(row.name.rstrip("[]"))[-1])
        for row in rows
        if _is_defined(row.type, tree)
    )


def _is_shown(body: str, name: str) -> bool:
    """Tell whether a JSON text has such a property that is not null, without parsing it."""
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


def _typed_in(example: ExampleMessage, types: "_DocumentedTypes") -> Iterator[Diagnostic]:
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
    """Documented type, prepared for comparing values with it.

    Attributes:
        name: Its name.
        schema: Its schema.
        lower: The names of its properties in lower case.
        related: Where it is documented.
    """

    name: str
    schema: Schema
    lower: frozenset[str]
    related: tuple[Related, ...]


class _DocumentedTypes:
    """Documented types of a tree, each looked up once."""

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
    example: ExampleMessage,
    node: Node,
    path: str,
    type_name: str,
    types: _DocumentedTypes,
    outer: str = "",
) -> Iterator[Diagnostic]:
    """Compare a value with its documented type, and its parts with theirs.

    Args:
        example: The example.
        node: The value.
        path: Where it is in the body, or in the value of the type around it.
        type_name: The type.
        types: The documented types.
        outer: The type around it, and where that is; empty for a value of the body's table.
    """
    if node.is_null or (definition := types.get(type_name)) is None:
        return
    related = definition.related
    shown = code(path.rpartition(".")[2]) if path else "The body"
    if not definition.schema.properties:
        # Its page says with a row about the whole value that it is a text, a list or the like.
        for found in node_mismatches(node, definition.schema):
            if found.mismatch.keyword == "$ref":
                continue  # What that type is, its own page says.
            at = f"{code(found.path)} of `{definition.name}`" if found.path else shown
            message = f"{at} is {example.shown(found.node)}; expected is {found.expected}."
            place = example.place(found.node.start, found.node.end)
            yield Diagnostic(place, message, related=related)
        for inner_path, part, name in named_values(node, definition.schema):
            # Types that are only other names of each other have no end.
            if part is not node:
                yield from _typed(example, part, inner_path, name, types, outer)
        return
    if node.kind == "string":
        expected = f"expected is an object of the type `{type_name}`"
        message = f"{shown} is {example.shown(node)}; {expected}."
        yield Diagnostic(example.place(node.start, node.end), message, related=related)
        return
    keys = {member.key.lower() for member in node.members or ()}
    is_union = definition.schema.any_of or definition.schema.one_of
    if len(keys) > 1 and not (keys & definition.lower or is_union):
        place = example.place(node.start, node.start + 1)
        message = f"{shown} shows something else in the example than the type `{type_name}`."
        yield Diagnostic(place, message, related=related)
        return
    where = f"{outer}.{path}" if outer else definition.name
    yield from _typed_members(example, node, definition, where, types)
    for inner_path, inner, name in named_values(node, definition.schema):
        yield from _typed(example, inner, inner_path, name, types, where)


def _typed_members(
    example: ExampleMessage,
    node: Node,
    definition: _DocumentedType,
    where: str,
    types: _DocumentedTypes,
) -> Iterator[Diagnostic]:
    related = definition.related
    direction = Direction.REQUEST if example.is_request else Direction.RESPONSE
    content = content_of(example)
    nulls = content is not None and content.tells_of_null
    for found in node_mismatches(node, definition.schema, direction=direction, nulls=nulls):
        inner = found.node
        # Other rules report these if the page itself has a row for them.
        if (inner.is_null and not nulls) or found.is_no_base64 or not found.path:
            continue
        if found.mismatch.keyword == "format" and not example.page.is_in_own_layout:
            continue
        # A value of a type that is not an object is compared with the page of that one.
        named = types.get(found.mismatch.schema.reference)
        if named is not None and not named.schema.properties:
            continue
        end = inner.start + 1 if inner.is_object or inner.is_array else inner.end
        yield Diagnostic(
            example.place(inner.start, end),
            f"{code(found.path)} of `{where}` is {example.shown(inner)}; expected is "
            f"{found.expected}.",
            related=related,
        )
    for path, record, schema in described(node, definition.schema):
        inside = f"{where}.{path}" if path else where
        yield from _names_in(example, inside, record, schema, related)


def _names_in(
    example: ExampleMessage, where: str, record: Node, schema: Schema, related: tuple[Related, ...]
) -> Iterator[Diagnostic]:
    """Report properties that a type does not have, and missing required ones."""
    documented = {item.name: item for item in schema.properties}
    for member in record.members or ():
        if member.key not in documented and not may_have(schema, member.key):
            hint = did_you_mean(member.key, documented)
            message = f"The type `{where}` has no property {code(member.key)}."
            yield Diagnostic(example.place(member.start, member.end), message, hint, related)
    for item in documented.values():
        hidden = item.schema.read_only if example.is_request else item.schema.write_only
        if item.required and not hidden and record.get(item.name) is None:
            message = f"The example lacks the property {code(item.name)}, which `{where}` requires."
            yield Diagnostic(
                example.place(record.start, record.start + 1), message, related=related
            )
