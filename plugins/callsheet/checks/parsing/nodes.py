"""Nodes: values of an example body with their places, and their mismatches with schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jsonpointer import escape, unescape

from callsheet.schema import ANYTHING, Direction, Evaluator, Mismatch, Schema
from callsheet.schema.texts import ElementReader, flat, leaf_items, value_of_text

MAX_DEPTH = 100
"""Deeper nested values are refused, so that recursion stays within Python's limit."""


@dataclass(frozen=True, slots=True)
class Node:
    """Value in a body of JSON, XML or a form.

    Attributes:
        value: A text, number, bool or None as it is; None for an object and an array, too.
        start: The offset of its first character in the body.
        end: The offset after its last character.
        members: The members of an object in order, repeated keys included; else None.
        items: The items of an array; else None.
        attributes: The attributes of an XML element, whose values are texts.
    """

    value: Any
    start: int
    end: int
    members: tuple[Member, ...] | None = None
    items: tuple[Node, ...] | None = None
    attributes: tuple[Member, ...] = ()

    @property
    def is_object(self) -> bool:
        """Whether it is an object."""
        return self.members is not None

    @property
    def is_array(self) -> bool:
        """Whether it is an array."""
        return self.items is not None

    @property
    def is_null(self) -> bool:
        """Whether it is null."""
        return self.value is None and self.members is None and self.items is None

    @property
    def kind(self) -> str:
        """The name of its type in JSON."""
        if self.members is not None:
            return "object"
        if self.items is not None:
            return "array"
        if self.value is None:
            return "null"
        if isinstance(self.value, bool):
            return "boolean"
        return "string" if isinstance(self.value, str) else "number"

    def plain(self) -> Any:
        """Return the value as the `json` module reads it; the last of repeated keys counts."""
        if self.members is not None:
            return {member.key: member.value.plain() for member in self.members}
        if self.items is not None:
            return [item.plain() for item in self.items]
        return self.value

    def get(self, key: str) -> Node | None:
        """Return the value of the last member of that name."""
        found = None
        for member in self.members or ():
            if member.key == key:
                found = member.value
        return found

    def objects(self) -> Iterator[Node]:
        """Yield the objects in this value, itself included, in the order of the text."""
        pending = [self]
        while pending:
            node = pending.pop()
            if node.members is not None:
                yield node
                pending += [m.value for m in reversed(node.members) if m.value.value is None]
            elif node.items is not None:
                pending += [item for item in reversed(node.items) if item.value is None]

    def walk(self) -> Iterator[tuple[str, Node]]:
        """Yield this value and all values inside it, each with its JSON pointer (RFC 6901)."""
        pending = [("", self)]
        while pending:
            pointer, node = pending.pop()
            yield pointer, node
            inner = [(f"{pointer}/{escape(m.key)}", m.value) for m in node.members or ()]
            inner += [(f"{pointer}/{index}", n) for index, n in enumerate(node.items or ())]
            pending += reversed(inner)


@dataclass(frozen=True, slots=True)
class Member:
    """Key of an object with its value; the offsets are those of the key as written."""

    key: str
    start: int
    end: int
    value: Node


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """Syntax error of a body.

    Attributes:
        start: The offset of the offending text.
        end: The offset after it.
        problem: What is wrong, such as "a comma after the last member".
        expected: What is right there.
        replacement: The text that fixes it; only if there is one right answer.
        opened: The offset of the bracket that is still open, where that helps.
    """

    start: int
    end: int
    problem: str
    expected: str
    replacement: str | None = None
    opened: int | None = None


_EVALUATORS = {direction: Evaluator(direction=direction) for direction in (None, *Direction)}


@dataclass(frozen=True, slots=True)
class NodeMismatch:
    """Mismatch of a value in an example and its schema.

    Attributes:
        mismatch: The mismatch that the evaluator found.
        node: The value.
        path: Where it is, such as `items[0].name`; empty for the whole value.
        remedy: The right value in JSON; only if it is certain.
    """

    mismatch: Mismatch
    node: Node
    path: str = ""
    remedy: str | None = None

    @property
    def expected(self) -> str:
        """The expectation."""
        return self.mismatch.expected

    @property
    def is_null_for_scalar(self) -> bool:
        """Whether it is null instead of a number or a bool, which are not null unless stated."""
        return self.node.is_null and self.mismatch.schema.type in ("integer", "number", "boolean")

    @property
    def is_no_base64(self) -> bool:
        """Whether it is a text that should be base64."""
        return self.mismatch.keyword == "contentEncoding"


def node_mismatches(
    node: Node,
    schema: Schema,
    *,
    as_xml: bool = False,
    direction: Direction | None = None,
    nulls: bool = False,
) -> Iterator[NodeMismatch]:
    """Yield where a value of an example does not match its schema.

    Missing properties have no place in the text and are left out; so is a text instead of a named
    type, which may be an enumeration.

    Args:
        node: The value.
        schema: What it should be.
        as_xml: Whether it is of XML, where every value without members is a text.
        direction: Which way it goes.
        nulls: Whether null is a mismatch for a named type, which may not be an object.
    """
    if as_xml:
        node = valued_xml(node, schema)
    for mismatch in _EVALUATORS[direction].mismatches(node.plain(), schema):
        if mismatch.keyword in ("required", "dependentRequired"):
            continue
        found, path = _at(node, mismatch.pointer)
        # What the type allows is in the table of another page, which this rule does not see.
        named = mismatch.schema.reference and mismatch.keyword in ("$ref", "anyOf")
        if named and ((found.is_null and not nulls) or found.kind == "string"):
            continue
        if mismatch.keyword == "anyOf" and _names_types(mismatch.schema):
            continue
        yield NodeMismatch(mismatch, found, path, _remedy(mismatch))


def _names_types(schema: Schema) -> bool:
    """Tell whether some of several alternatives are named types."""
    options = () if schema.reference else (*schema.any_of, *schema.one_of)
    return any(option.reference for option in options)


def node_of(value: Any) -> Node:
    """Return a value as nodes without a place in an example."""
    return placed(value, Node(None, 0, 0))


def text_mismatch(texts: Sequence[str], schema: Schema) -> tuple[int, NodeMismatch] | None:
    """Return the first mismatch of a parameter's values in a path, a query or a header.

    Args:
        texts: Its values; an array may have several.
        schema: What they should be.

    Returns:
        The index of the first text with a mismatch, and the mismatch.
    """
    if schema is ANYTHING or schema.reference or schema.content_encoding:
        return None  # Named types may be written in any way, and base64 in a variant for URLs.
    nodes = [_text_node(text, schema) for text in texts]
    if schema.type != "array":
        for number, node in enumerate(nodes):
            if found := next(node_mismatches(node, schema), None):
                return number, found
        return None
    items = [(number, item) for number, node in enumerate(nodes) for item in node.items or ()]
    # The items are put together again, since limits such as `minItems` and `uniqueItems` are about
    # all of them.
    whole = Node(None, 0, 0, items=tuple(item for _, item in items))
    for found in node_mismatches(whole, schema):
        # Identity, not equality, shows from which text an item comes.
        number = next((n for n, item in items if item is found.node), 0)
        return number, found
    return None


def _text_node(text: str, schema: Schema) -> Node:
    if schema.type == "object" and text.startswith("{"):
        try:
            return placed(json.loads(text), Node(text, 0, len(text)))
        except (ValueError, RecursionError):
            return Node(text, 0, len(text))
    return valued_text(Node(text, 0, len(text)), schema)


def may_have(schema: Schema, name: str) -> bool:
    """Tell whether an object may have a property without a row, by its alternatives or limits."""
    if schema.additional_properties is not None or name in schema.required:
        return True
    parts = (*schema.any_of, *schema.one_of, *schema.all_of)
    return any(part.ref or part.property(name) or may_have(part, name) for part in parts)


def described(node: Node, schema: Schema) -> Iterator[tuple[str, Node, Schema]]:
    """Yield the objects in a value whose properties a schema describes, outermost first.

    Yields:
        The path, with `[]` for any item, the object, and its schema.
    """
    pending = [("", node, schema)]
    while pending:
        path, node, schema = pending.pop()
        inner: list[tuple[str, Node, Schema]] = []
        if node.members is not None:
            if schema.properties:
                yield path, node, schema
            for member in node.members:
                found = schema.property(member.key)
                below = found.schema if found else schema.additional_properties
                if below is not None and (member.value.is_object or member.value.is_array):
                    inner.append((f"{path}.{member.key}".lstrip("."), member.value, below))
        elif node.items is not None and schema.items is not None:
            inner = [(f"{path}[]", item, schema.items) for item in node.items]
        pending += reversed(inner)


def named_values(node: Node, schema: Schema) -> Iterator[tuple[str, Node, str]]:
    """Yield the values of named types in a value: the path, the value, and the type's name."""
    pending = [("", node, schema)]
    while pending:
        path, node, schema = pending.pop()
        inner: list[tuple[str, Node, Schema]] = []
        if schema.reference:
            yield path, node, schema.reference
        elif node.members is not None:
            for member in node.members:
                found = schema.property(member.key)
                below = found.schema if found else schema.additional_properties
                if below is not None:
                    inner.append((f"{path}.{member.key}".lstrip("."), member.value, below))
        elif node.items is not None and schema.items is not None:
            inner = [(f"{path}[{n}]", item, schema.items) for n, item in enumerate(node.items)]
        pending += reversed(inner)


def valued_xml(node: Node, schema: Schema) -> Node:
    """Convert the texts of an XML value to what they stand for, as the server reads it."""
    return _XML.read(node, schema)


def _items(elements: Sequence[Node], values: Sequence[Node]) -> Node:
    return Node(None, elements[0].start, elements[-1].end, items=tuple(values))


def _members(element: Node, members: Sequence[tuple[str, Node, Node]]) -> Node:
    written = (*element.attributes, *(element.members or ()))
    # By identity, since two members may have equal values.
    keys = {id(member.value): member for member in written}
    found = tuple(replace(keys[id(inner)], value=value) for _, inner, value in members)
    return replace(element, members=found)


def _xml_leaf(node: Node, schema: Schema) -> Node:
    if not isinstance(node.value, str):
        return node
    schema = flat(schema, {})
    if schema.type == "array":
        items = leaf_items(node.value, schema, lambda inner: valued_text(node, inner))
        return Node(None, node.start, node.end, items=tuple(items))
    if schema.type == "object" and not node.value.strip():
        return Node(None, node.start, node.end, members=())
    return valued_text(node, schema)


_XML: ElementReader[Node, Node] = ElementReader(
    children=lambda node: [(member.key, member.value) for member in node.members or ()],
    attributes=lambda node: [(member.key, member.value) for member in node.attributes],
    leaf=_xml_leaf,
    items=_items,
    members=_members,
)


def valued_text(node: Node, schema: Schema) -> Node:
    """Convert a text to what it stands for; each part has the place of the text."""
    if not isinstance(node.value, str):
        return node
    if not node.value.strip() and schema.type in ("array", "object"):
        empty: tuple[Any, ...] = ()
        if schema.type == "array":
            return Node(None, node.start, node.end, items=empty)
        return Node(None, node.start, node.end, members=empty)
    return placed(value_of_text(node.value, schema), node)


def placed(value: Any, node: Node) -> Node:
    """Return a value as nodes that all have the place of one text."""
    if isinstance(value, list):
        items = tuple(placed(item, node) for item in value)
        return Node(None, node.start, node.end, items=items)
    if isinstance(value, dict):
        members = tuple(
            Member(key, node.start, node.end, placed(inner, node)) for key, inner in value.items()
        )
        return Node(None, node.start, node.end, members=members)
    return Node(value, node.start, node.end)


def _at(node: Node, pointer: str) -> tuple[Node, str]:
    """Return the value at a JSON pointer (RFC 6901), and its path as people write it."""
    path = ""
    for token in pointer.split("/")[1:]:
        if node.items is not None:
            node, path = node.items[int(token)], f"{path}[{token}]"
            continue
        name = unescape(token)
        inner = node.get(name)
        if inner is None:
            break
        node, path = inner, f"{path}.{name}".lstrip(".")
    return node, path


def _remedy(mismatch: Mismatch) -> str | None:
    """Return the only value that can be meant: an unquoted number or bool, or a listed text."""
    text, schema = mismatch.got, mismatch.schema
    if not isinstance(text, str):
        return None
    value = value_of_text(text, schema)
    if (
        mismatch.keyword == "type"
        and isinstance(value, bool | int | float)
        and _EVALUATORS[None].fits(value, schema)
    ):
        return json.dumps(value)
    listed = [item for item in schema.values if isinstance(item, str)]
    # Wrong case has one right answer. For a misspelt word several may be near, which is a guess and
    # no remedy.
    same = [item for item in listed if item.lower() == text.lower()]
    is_slip = mismatch.keyword in ("enum", "const") and len(same) == 1
    return json.dumps(same[0], ensure_ascii=False) if is_slip else None
